import { readArchive } from '@codeerbank/archive'
import { documentError } from './document-error.ts'
import type { DocumentLimits } from './document-limits.ts'
import type { DocumentText } from './document-text.ts'

/**
 * Reads a document that is a ZIP archive, for what is in it: a Word document or an OpenDocument text.
 *
 * @throws StudyError as `readDocx` and `readOdt` do; `not-a-transcript` for any other archive
 */
export async function readArchivedDocument(bytes: Uint8Array, limits: DocumentLimits): Promise<DocumentText> {
  const entries = await readArchive(bytes, {
    limits: { entries: 5_000, totalBytes: Number.POSITIVE_INFINITY, entryBytes: Number.POSITIVE_INFINITY },
  })
  const has = (name: RegExp) => entries.some(each => name.test(each.name))
  if (has(/^word\/[^/]*\.xml$/i)) {
    const { readDocx } = await import('./read-docx.ts')
    return readDocx(entries, limits)
  }
  const type = entries.find(({ name }) => name === 'mimetype')
  const stated = type === undefined || type.size > 200 ? '' : new TextDecoder().decode(await type.read())
  const isText = stated === '' || /^application\/vnd\.oasis\.opendocument\.text/.test(stated)
  if (isText && (has(/^content\.xml$/) || has(/^encrypted-package$/))) {
    const { readOdt } = await import('./read-odt.ts')
    return readOdt(entries, limits)
  }
  const other =
    others.find(([name]) => has(name))?.[1] ?? 'an archive (.zip). Unpack it, and add the files in it'
  throw documentError('not-a-transcript', `The file is ${other}.`)
}

const others: readonly (readonly [name: RegExp, what: string])[] = [
  [/^xl\//i, 'a workbook (.xlsx), no transcript. Read a survey with readSurvey; save other tables as text'],
  [/^ppt\//i, 'a presentation (.pptx), no transcript. Save its text as .docx or .txt'],
  [/^project\.qde$|\.qde$/i, 'a REFI-QDA project (.qdpx), no transcript. Open it with codeerbank convert'],
  [/^content\.xml$/i, 'an OpenDocument file of another kind than text. Save it as .odt or .txt'],
  [
    /^Index(?:\.zip|\/[^/]*\.iwa)$|^index\.xml$/i,
    'a document of Pages, which is not read. Export it from Pages as Word (.docx)',
  ],
  [/^META-INF\/container\.xml$/i, 'an e-book (.epub), no transcript. Save its text as .docx or .txt'],
]
