import { type ArchiveEntry, readXml } from '@codeerbank/archive'
import { documentError, documentTooLarge } from './document-error.ts'
import type { DocumentLimits } from './document-limits.ts'
import type { DocumentText } from './document-text.ts'
import { leftOut } from './left-out.ts'
import { odtHandler } from './odt-handler.ts'
import { smallPart } from './small-part.ts'

/**
 * Reads the text of an OpenDocument text (`content.xml`): paragraphs, headings, lists, tables, text boxes, and foot and end
 * notes below it. How things look, pictures, comments and what was deleted while changes were tracked are left out.
 *
 * @param entries the files of the archive
 * @throws StudyError as `readArchive` and `readXml` do, `archive-encrypted`, `document-too-large`
 */
export async function readOdt(
  entries: readonly ArchiveEntry[],
  limits: DocumentLimits,
): Promise<DocumentText> {
  await checkOpen(entries)
  const content = entries.find(({ name }) => name === 'content.xml')
  if (content === undefined)
    throw documentError(
      'document-unreadable',
      'The OpenDocument file has no content. Open it and save it again as .odt.',
    )
  if (content.size > limits.bytes) throw documentTooLarge('bytes', limits.bytes)
  const handler = odtHandler(limits)
  await readXml(content.chunks(), handler, { limits: { references: limits.references } })
  return { format: 'odt', ...handler.done(), problems: leftOut(handler.left) }
}

/** Refuses a document that is protected with a password: the list of its files says so. */
async function checkOpen(entries: readonly ArchiveEntry[]): Promise<void> {
  const list = entries.find(({ name }) => name === 'META-INF/manifest.xml')
  let encrypted = entries.some(({ name }) => name === 'encrypted-package')
  if (list !== undefined)
    await readXml(smallPart(list).chunks(), {
      open({ name }) {
        encrypted ||= name === 'encryption-data'
      },
      text() {},
      close() {},
    })
  if (encrypted)
    throw documentError(
      'archive-encrypted',
      'The document is protected with a password. Save it without one and try again.',
    )
}
