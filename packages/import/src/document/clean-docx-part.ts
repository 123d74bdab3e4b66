import { type ArchiveEntry, readXml, type XmlTag } from '@codeerbank/archive'
import { documentTooLarge } from './document-error.ts'
import type { DocumentLimits } from './document-limits.ts'
import { docxAlternatives } from './docx-alternatives.ts'
import type { LeftOutKind } from './left-out.ts'

/** What is counted over all parts of a document. */
export interface DocxTally {
  elements: number
  text: number
  readonly leftOut: Map<LeftOutKind, number>
  /** The notes that there are, such as `footnote 2`: the library fails on a reference to any other. */
  readonly notes: Set<string>
}

/** Elements that say what stands in a document, with the attributes that matter (ECMA-376, part 1, 17). */
const kept = new Map<string, readonly string[]>(
  Object.entries({
    document: [],
    body: [],
    p: [],
    pPr: [],
    pStyle: ['val'],
    rPr: [],
    del: [],
    t: [],
    tab: [],
    br: [],
    noBreakHyphen: [],
    sym: ['font', 'char'],
    tbl: [],
    tr: [],
    trPr: [],
    tc: [],
    pict: [],
    txbxContent: [],
    footnotes: [],
    footnote: ['id', 'type'],
    footnoteReference: ['id'],
    endnotes: [],
    endnote: ['id', 'type'],
    endnoteReference: ['id'],
    styles: [],
    style: ['type', 'styleId'],
    name: ['val'],
  }),
)

/** Elements that others are as good as. */
const alike = new Map([
  ['cr', 'br'],
  ['ptab', 'tab'],
  ['drawing', 'pict'],
])

/** What is kept of properties: all else in them says how things look. */
const properties = new Map<string, readonly string[]>(
  Object.entries({
    pPr: ['pStyle', 'rPr'],
    rPr: ['del'],
    trPr: ['del'],
    style: ['name'],
    pStyle: [],
    del: [],
    name: [],
  }),
)

/** Left out with all that lies in them. */
const omitted = new Set('del moveFrom rt instrText delText delInstrText sectPr tblPr tcPr sdtPr'.split(' '))

/** Other files in a document, whose text is none of its own. */
const files = new Set(['altChunk', 'subDoc'])

/**
 * Writes a part of a Word document again with nothing in it but what says what stands in it: no fonts, links, pictures,
 * fields or deleted words. So the library that reads the document sees only plain XML that has been counted. All other
 * elements, runs among them, are taken off, and what lies in them stays.
 *
 * @throws StudyError as `readXml` does, and `document-too-large`
 */
export async function cleanDocxPart(
  entry: ArchiveEntry,
  limits: DocumentLimits,
  tally: DocxTally,
): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  let xml = ''
  /** The elements that are open and written; and for every open one, whether it is. */
  const parents: string[] = []
  const isWritten: boolean[] = []
  let silence = Number.POSITIVE_INFINITY
  /** Whether it is the properties of a run that are passed over. */
  let isOfRun = false
  /** Whether the paragraph has words so far. */
  let worded = false
  const alternatives = docxAlternatives(tally, next => {
    const written = xml
    xml = next
    return written
  })
  const count = (kind: LeftOutKind) => tally.leftOut.set(kind, (tally.leftOut.get(kind) ?? 0) + 1)
  await readXml(
    entry.chunks(),
    {
      open(tag) {
        isWritten.push(false)
        if (isWritten.length > silence) {
          if (isOfRun && tag.name === 'vanish' && !/^(?:0|false|off)$/.test(tag.attributes['val'] ?? ''))
            count('hidden')
          return
        }
        isOfRun = false
        const name = alike.get(tag.name) ?? tag.name
        const parent = parents.at(-1) ?? ''
        const allowed = properties.get(parent)
        if (name === 'commentReference') count('comments')
        if (name === 'pic' || name === 'imagedata') count('pictures')
        if (files.has(name)) count('files')
        if (name === 'del' && parent === 'trPr') count('deletions')
        if (!alternatives.open(name, isWritten.length)) {
          silence = isWritten.length
          return
        }
        // A run's own properties are fonts and the like; those of a paragraph say whether its end was deleted.
        if (
          allowed?.includes(name) === false ||
          (allowed === undefined && (omitted.has(name) || name === 'rPr'))
        ) {
          if (allowed === undefined && (name === 'del' || name === 'moveFrom')) count('deletions')
          isOfRun = allowed === undefined && name === 'rPr'
          silence = isWritten.length
          return
        }
        if (name === 'sym' && !dingbats.test(tag.attributes['font'] ?? '')) {
          tally.text += 1
          xml += `<w:t>${symbolOf(tag.attributes['char'])}</w:t>`
          worded = true
          return
        }
        const attributes = kept.get(name)
        if (attributes === undefined) return
        const { id = '', type = '' } = tag.attributes
        if (name === 'p') worded = false
        // A new page or column before the first words of a paragraph is no line end in it.
        if (name === 'br' && /^(?:page|column)$/.test(type) && !worded) return
        if (name === 'footnote' || name === 'endnote') tally.notes.add(`${name} ${id}`)
        if (name.endsWith('Reference') && !tally.notes.has(`${name.replace('Reference', '')} ${id}`)) return
        tally.elements += 1
        if (tally.elements > limits.wordElements) throw documentTooLarge('wordElements', limits.wordElements)
        isWritten[isWritten.length - 1] = true
        xml += openTag(name, tag, attributes, parents.length === 0)
        parents.push(name)
      },
      text(text) {
        if (parents.at(-1) !== 't' || isWritten.length >= silence) return
        // What is to be escaped is dear to the libraries: each such character counts as ten.
        for (const character of text) if (escapes.has(character)) tally.text += 9
        tally.text += text.length
        if (tally.text > limits.text) throw documentTooLarge('text', limits.text)
        // Line ends in the markup are spaces to Word.
        worded ||= text.trim() !== ''
        xml += escaped(text.replace(/[\n\t]/g, ' '))
      },
      close() {
        if (isWritten.pop() === true) xml += `</w:${parents.pop()}>`
        if (isWritten.length < silence) {
          silence = Number.POSITIVE_INFINITY
          alternatives.close(isWritten.length + 1)
        }
        if (xml.length > 65_536 && !alternatives.isOpen()) {
          pieces.push(Buffer.from(xml))
          xml = ''
        }
      },
    },
    { limits: { references: limits.references } },
  )
  pieces.push(Buffer.from(xml))
  return Buffer.concat(pieces)
}

/** Fonts of signs, which the library knows by their places. */
const dingbats = /^(?:symbol|webdings|wingdings(?: [23])?)$/i

/** The character that a symbol of any other font is; of one in a place that only the font knows, U+FFFD. */
function symbolOf(hex = ''): string {
  const code = /^[\da-f]{1,6}$/i.test(hex) ? Number.parseInt(hex, 16) : 0
  const isKnown = code > 0x20 && code < 0x110000 && !(code >= 0xd800 && code < 0xf900)
  return isKnown && !'&<>'.includes(String.fromCodePoint(code)) ? String.fromCodePoint(code) : '\uFFFD'
}

const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

function openTag(
  name: string,
  { attributes: given }: XmlTag,
  wanted: readonly string[],
  first: boolean,
): string {
  let tag = first ? `<w:${name} ${namespace}` : `<w:${name}`
  for (const key of wanted) if (given[key] !== undefined) tag += ` w:${key}="${escaped(given[key])}"`
  return `${tag}>`
}

const escapes = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, character => escapes.get(character) ?? character)
}
