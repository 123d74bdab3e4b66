import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import type { Feature } from 'write-excel-file/node'
import { sanitizeTextContent } from 'write-excel-file/utility'

/** Repeats the head of a sheet, the rows that stay in view, on every page that is printed. */
export const printTitles: Feature<Stream | Buffer | Blob> = {
  files: {
    transform: {
      'xl/workbook.xml': {
        transform: (xml, sheets) => {
          const names = sheets.map(({ sheet = '', stickyRowsCount = 1 }, i) => {
            const rows = `'${sheet.replaceAll("'", "''")}'!$1:$${stickyRowsCount}`
            return `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${sanitizeTextContent(rows)}</definedName>`
          })
          // The library puts an empty list of names there: of two, spreadsheets say that the file is damaged.
          const others = xml.replace(/<definedNames\s*\/>/, '')
          return others.replace('</sheets>', () => `</sheets><definedNames>${names.join('')}</definedNames>`)
        },
      },
    },
  },
}
