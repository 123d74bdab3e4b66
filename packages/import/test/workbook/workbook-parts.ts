import { type ArchiveFile, writeArchive } from '@codeerbank/archive'

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** What of a workbook is out of the ordinary. */
export interface WorkbookParts {
  /** What stands in `sheetData`, or the whole sheet where it begins with `<?xml`. */
  readonly sheet: string
  /** What stands in the list of texts. */
  readonly strings?: string
  /** Attributes of `workbookPr`. */
  readonly properties?: string
  /** Where the sheet is, as the workbook's relations have it. */
  readonly target?: string
  /** The name of the sheet, as XML. */
  readonly name?: string
}

export function workbookFiles(parts: WorkbookParts): ArchiveFile[] {
  const { sheet, strings = '', properties = '', target = 'worksheets/sheet1.xml', name = 'Blad1' } = parts
  const part = (path: string, type: string) =>
    `<Override PartName="${path}" ContentType="${spreadsheet}.${type}+xml"/>`
  return [
    {
      name: '[Content_Types].xml',
      content: `<?xml version="1.0"?><Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/>${part('/xl/workbook.xml', 'sheet.main')}${part('/xl/worksheets/sheet1.xml', 'worksheet')}${part('/xl/sharedStrings.xml', 'sharedStrings')}${part('/xl/styles.xml', 'styles')}</Types>`,
    },
    {
      name: '_rels/.rels',
      content: `<?xml version="1.0"?><Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<?xml version="1.0"?><workbook ${main} xmlns:r="${office}/relationships"><workbookPr ${properties}/><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<?xml version="1.0"?><Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/relationships/worksheet" Target="${target}"/><Relationship Id="rId2" Type="${office}/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${office}/relationships/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: 'xl/sharedStrings.xml', content: `<?xml version="1.0"?><sst ${main}>${strings}</sst>` },
    {
      name: 'xl/styles.xml',
      content: `<?xml version="1.0"?><styleSheet ${main}><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd hh:mm:ss"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: sheet.startsWith('<?xml')
        ? sheet
        : `<?xml version="1.0"?><worksheet ${main}><sheetData>${sheet}</sheetData></worksheet>`,
    },
  ]
}

/** A workbook of one sheet, from its XML. */
export async function workbookOf(parts: WorkbookParts): Promise<Uint8Array> {
  return writeArchive(workbookFiles(parts))
}

/** The rows of a sheet as XML, from its values. */
export function rowsOf(rows: readonly (readonly (string | number | null)[])[]): string {
  const cell = (value: string | number | null) => {
    if (value === null) return '<c/>'
    if (typeof value === 'number') return `<c><v>${value}</v></c>`
    const text = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    return `<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
  }
  return rows.map(row => `<row>${row.map(cell).join('')}</row>`).join('')
}

/** A workbook of several sheets, from their names and values. */
export async function workbookOfSheets(
  sheets: readonly (readonly [name: string, rows: Parameters<typeof rowsOf>[0]])[],
): Promise<Uint8Array> {
  const [first, ...more] = sheets
  const files = workbookFiles({ sheet: rowsOf(first![1]), name: first![0] })
  const added = more.map(([name, rows], i) => ({
    name: `xl/worksheets/sheet${i + 2}.xml`,
    content: `<?xml version="1.0"?><worksheet ${main}><sheetData>${rowsOf(rows)}</sheetData></worksheet>`,
    entry: `<sheet name="${name}" sheetId="${i + 2}" r:id="rId${i + 10}"/>`,
    relation: `<Relationship Id="rId${i + 10}" Type="${office}/relationships/worksheet" Target="worksheets/sheet${i + 2}.xml"/>`,
    type: `<Override PartName="/xl/worksheets/sheet${i + 2}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`,
  }))
  const all = (key: 'entry' | 'relation' | 'type') => added.map(each => each[key]).join('')
  return writeArchive([
    ...files.map(({ name, content }) => ({
      name,
      content: String(content)
        .replace('</sheets>', `${all('entry')}</sheets>`)
        .replace('</Relationships>', name.includes('workbook') ? `${all('relation')}</Relationships>` : '$&')
        .replace('</Types>', `${all('type')}</Types>`),
    })),
    ...added.map(({ name, content }) => ({ name, content })),
  ])
}
