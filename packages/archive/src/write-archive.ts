import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** A file to be put in an archive; text, also in parts, is written as UTF-8. */
export interface ArchiveFile {
  /** Its path within the archive, with `/` between folders. */
  readonly name: string
  readonly content: string | Uint8Array | Iterable<string>
  /** Whether it is stored as it is, as formats ask of some files; compressed by default. */
  readonly stored?: boolean
}

/** The time that every file bears: an archive says nothing of when or where it was made, so that its bytes are the same. */
function noTime(): Date {
  return new Date(1980, 0, 3)
}

/**
 * Writes a ZIP archive. The same files give the same bytes, in any time zone and on any day.
 *
 * @param files in the order in which the archive lists them
 * @throws Error where a name is absolute or leads out of the archive
 */
export async function writeArchive(files: Iterable<ArchiveFile>): Promise<Uint8Array> {
  const zip = new ZipFile()
  for (const { name, content, stored = false } of files)
    zip.addBuffer(bytesOf(content), name, {
      mtime: noTime(),
      mode: 0o100644,
      forceDosTimestamp: true,
      compress: !stored,
    })
  zip.end()
  return buffer(zip.outputStream)
}

function bytesOf(content: ArchiveFile['content']): Buffer {
  if (typeof content === 'string') return Buffer.from(content)
  if (content instanceof Uint8Array)
    return Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  return Buffer.concat(Array.from(content, part => Buffer.from(part)))
}
