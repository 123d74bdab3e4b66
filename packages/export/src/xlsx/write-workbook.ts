import { readArchive, writeArchive } from '@codeerbank/archive'
import type { Language } from '@codeerbank/core'
import writeXlsxFile from 'write-excel-file/node'
import { fitToWidth } from './fit-to-width.ts'
import { frozenPanes } from './frozen-panes.ts'
import { unmarkNames } from './inherited-names.ts'
import { layOutSheets } from './lay-out-sheets.ts'
import { printTitles } from './print-titles.ts'

/** What stands in a cell: a text is never taken for a formula, a date is one of UTC, `null` is empty. */
export type WorkbookValue = string | number | Date | null

/** A cell with more than a value. The cells below one that spans several rows are `null`. */
export interface WorkbookCell {
  readonly value: WorkbookValue
  /** How many rows it covers, itself included. */
  readonly span?: number
  readonly bold?: boolean
  /** `#rrggbb` */
  readonly fill?: string
  /** The height of its row, in points; a row is as high as its texts where none of its cells says. */
  readonly height?: number
}

export interface WorkbookSheet {
  readonly name: string
  /** A line above the head. */
  readonly caption?: string
  /** The columns with their head and their width in characters. */
  readonly columns: readonly { readonly label: string; readonly width: number }[]
  /** Each as long as there are columns. */
  readonly rows: readonly (readonly (WorkbookValue | WorkbookCell)[])[]
  /** A line below the table. */
  readonly note?: string
  /** How many columns stay in view at the left; none by default. */
  readonly frozenColumns?: number
}

/**
 * Writes a workbook (.xlsx): every sheet with a head that stays in view, text wrapped and as text, dates and
 * numbers as such, and as wide as the paper when it is printed.
 * Nothing is cut off: a text that a cell cannot hold goes on in a sheet of its own, rows and columns past the last of a
 * sheet go on in a further sheet. The same sheets give the same bytes anywhere.
 *
 * @param language of what the workbook says of itself
 */
export async function writeWorkbook(
  sheets: readonly WorkbookSheet[],
  language: Language,
): Promise<Uint8Array> {
  const bytes = await writeXlsxFile(layOutSheets(sheets, language), {
    fontFamily: 'Calibri',
    fontSize: 11,
    features: [frozenPanes, fitToWidth, printTitles],
  }).toBuffer()
  // The archive that the library makes bears the time of day.
  const none = Number.POSITIVE_INFINITY
  const limits = { entries: none, entryBytes: none, totalBytes: none }
  const entries = await readArchive(bytes, { limits })
  return writeArchive(
    await Promise.all(
      entries.map(async entry => {
        const content = await entry.read()
        return {
          name: entry.name,
          content:
            entry.name === 'xl/sharedStrings.xml' ? unmarkNames(new TextDecoder().decode(content)) : content,
        }
      }),
    ),
  )
}
