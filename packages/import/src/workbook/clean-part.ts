import { type ArchiveEntry, readXml, type XmlTag } from '@codeerbank/archive'
import type { WorkbookLimits } from './workbook.ts'
import { workbookTooLarge } from './workbook-error.ts'

/** What is counted over all parts of a workbook. */
export interface WorkbookTally {
  cells: number
  strings: number
  sheets: number
}

/** The elements that say what stands in cells, and their attributes (ECMA-376, part 1, 18; part 2, 9 and 10). */
const kept: Readonly<Record<string, readonly string[]>> = {
  Types: [],
  Default: ['Extension', 'ContentType'],
  Override: ['PartName', 'ContentType'],
  Relationships: [],
  Relationship: ['Id', 'Type', 'Target'],
  workbook: [],
  workbookPr: ['date1904'],
  sheets: [],
  sheet: ['name', 'sheetId', 'id', 'state'],
  sst: [],
  si: [],
  styleSheet: [],
  numFmts: [],
  numFmt: ['numFmtId', 'formatCode'],
  cellXfs: [],
  xf: ['numFmtId'],
  worksheet: [],
  chartsheet: [],
  sheetData: [],
  row: ['r'],
  c: ['r', 't', 's'],
  is: [],
  r: [],
  t: [],
  v: [],
}

const schemas = 'http://schemas.openxmlformats.org'
const main = `xmlns="${schemas}/spreadsheetml/2006/main"`

/** The outermost elements state their namespace; the strict variant of the format has others, for the same elements. */
const namespaces: Readonly<Record<string, string>> = {
  Types: `xmlns="${schemas}/package/2006/content-types"`,
  Relationships: `xmlns="${schemas}/package/2006/relationships"`,
  workbook: `${main} xmlns:r="${schemas}/officeDocument/2006/relationships"`,
  worksheet: main,
  sst: main,
  styleSheet: main,
}

/**
 * Writes a part of a workbook again with nothing in it but what says what stands in cells: no formulas, links, comments,
 * widths or pictures. So the library that reads the cells sees only plain XML that has been counted.
 *
 * @param tally what was counted before; it counts on
 * @throws StudyError as `readXml` does, and `workbook-too-large`
 */
export async function cleanPart(
  entry: ArchiveEntry,
  limits: WorkbookLimits,
  tally: WorkbookTally,
  file: string | undefined,
): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  let xml = ''
  let depth = 0
  /** The depth of an element that is left out with all that lies in it. */
  let omitted = Number.POSITIVE_INFINITY
  let text: string | undefined
  /** A cell of which no value came yet, and whether a formula did. */
  let cell: XmlTag | undefined
  let formula = false
  const count = (limit: 'cells' | 'strings' | 'sheets') => {
    tally[limit] += 1
    if (tally[limit] > limits[limit]) throw workbookTooLarge(limit, limits[limit], file)
  }
  await readXml(
    entry.chunks(),
    {
      open(tag) {
        depth += 1
        if (depth > omitted) return
        const attributes = Object.hasOwn(kept, tag.name) ? kept[tag.name] : undefined
        if (attributes === undefined) {
          if (tag.name === 'f') formula = true
          omitted = depth
          return
        }
        if (tag.name === 'c') count('cells')
        else if (tag.name === 'si' || tag.name === 'is') count('strings')
        else if (tag.name === 'sheet') count('sheets')
        if (tag.name === 't' || tag.name === 'v') text = ''
        if (tag.name === 'c') {
          cell = tag
          formula = false
          return
        }
        if (cell !== undefined) xml += openTag(cell, kept['c']!)
        cell = undefined
        xml += openTag(tag, attributes)
      },
      close(name) {
        if (depth < omitted) {
          if (text !== undefined && (name === 't' || name === 'v')) {
            xml += escaped(text)
            text = undefined
          }
          if (cell !== undefined) xml += formula ? unsavedCell(cell) : openTag(cell, kept['c']!)
          cell = undefined
          xml += `</${name}>`
          if (xml.length > 65_536) {
            pieces.push(Buffer.from(xml))
            xml = ''
          }
        } else if (depth === omitted) omitted = Number.POSITIVE_INFINITY
        depth -= 1
      },
      text(part) {
        if (text === undefined || depth >= omitted) return
        text += part
        if (text.length > limits.text) throw workbookTooLarge('text', limits.text, file)
      },
    },
    file === undefined ? {} : { file },
  )
  pieces.push(Buffer.from(xml))
  return Buffer.concat(pieces)
}

/** The error that stands for a formula whose result was never saved: a spreadsheet shows it while it waits for data. */
const unsaved = '#GETTING_DATA'

function unsavedCell(cell: XmlTag): string {
  const attributes = { ...cell.attributes, t: 'e' }
  return `${openTag({ ...cell, attributes }, kept['c']!)}<v>${unsaved}</v>`
}

function openTag({ name, attributes }: XmlTag, wanted: readonly string[]): string {
  let tag = `<${name}`
  if (Object.hasOwn(namespaces, name)) tag += ` ${namespaces[name]}`
  for (const key of wanted) {
    const value = attributes[key]
    if (value === undefined) continue
    tag += ` ${name === 'sheet' && key === 'id' ? 'r:id' : key}="${escaped(value)}"`
  }
  return `${tag}>`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, character => entities[character] ?? character)
}
