import { type ArchiveEntry, readXml, writeArchive } from '@codeerbank/archive'
import { StudyError } from '@codeerbank/core'
import { cleanDocxPart, type DocxTally } from './clean-docx-part.ts'
import { documentError, documentTooLarge } from './document-error.ts'
import type { DocumentLimits } from './document-limits.ts'
import type { DocumentText } from './document-text.ts'
import { htmlText } from './html-text.ts'
import { leftOut } from './left-out.ts'
import { smallPart } from './small-part.ts'

/** The parts that are read, by the end of the content type that each has (ECMA-376, part 1, 11.3). */
const parts: readonly (readonly [name: string, type: RegExp])[] = [
  ['styles', /\.styles\+xml$/i],
  ['footnotes', /\.footnotes\+xml$/i],
  ['endnotes', /\.endnotes\+xml$/i],
  [
    'document',
    /\.(?:document|template)(?:\.macroEnabled(?:Template)?)?\.main\+xml$|ms-word\.(?:document|template)\.macroEnabled(?:Template)?\.main\+xml$/i,
  ],
]

/**
 * Reads the text of a Word document: paragraphs, headings, tables, text boxes, and foot and end notes below it. How things
 * look, pictures, comments and what was deleted while changes were tracked are left out.
 *
 * @param entries the files of the archive
 * @throws StudyError as `readArchive` and `readXml` do, `document-too-large`, `document-too-deep`, `document-unreadable`
 */
export async function readDocx(
  entries: readonly ArchiveEntry[],
  limits: DocumentLimits,
): Promise<DocumentText> {
  const tally: DocxTally = { elements: 0, text: 0, leftOut: new Map(), notes: new Set() }
  const found = await partsOf(entries)
  const size = found.reduce((sum, { entry }) => sum + entry.size, 0)
  if (size > limits.bytes) throw documentTooLarge('bytes', limits.bytes)
  const files: { name: string; content: Uint8Array; stored: boolean }[] = []
  for (const { name, entry } of found)
    files.push({ name: `word/${name}.xml`, content: await cleanDocxPart(entry, limits, tally), stored: true })
  const html = await toHtml(await writeArchive(files))
  return { format: 'docx', ...htmlText(html, { collapse: false }), problems: leftOut(tally.leftOut) }
}

/** Where the parts stand, by the list of content types; by their usual names where that says nothing. */
async function partsOf(
  entries: readonly ArchiveEntry[],
): Promise<readonly { readonly name: string; readonly entry: ArchiveEntry }[]> {
  const stated = new Map<string, string>()
  const list = entries.find(({ name }) => name === '[Content_Types].xml')
  if (list !== undefined)
    await readXml(smallPart(list).chunks(), {
      open({ attributes: { PartName, ContentType = '' } }) {
        const part = parts.find(([, type]) => type.test(ContentType))
        if (PartName !== undefined && part !== undefined && !stated.has(part[0]))
          stated.set(part[0], PartName.replace(/^\//, ''))
      },
      text() {},
      close() {},
    })
  return parts.flatMap(([name]) => {
    const at = (path: string | undefined) => entries.find(entry => entry.name === path)
    const entry = at(stated.get(name)) ?? at(`word/${name}.xml`)
    return entry === undefined ? [] : [{ name, entry }]
  })
}

async function toHtml(bytes: Uint8Array): Promise<string> {
  const { default: mammoth } = await import('mammoth')
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const { value } = await mammoth.convertToHtml(
      { buffer },
      {
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
        ignoreEmptyParagraphs: false,
        styleMap: ['b => ', 'i => ', 'u => ', 'strike => '],
      },
    )
    return value
  } catch (error) {
    if (error instanceof StudyError) throw error
    throw documentError(
      'document-unreadable',
      'The Word document is damaged and cannot be read. Open it and save it again as .docx.',
      error,
    )
  }
}
