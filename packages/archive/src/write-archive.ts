import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { finished } from 'node:stream/promises'
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
 * Writes a ZIP archive. The same files give the same bytes, in any time zone and on any day. The files are taken one at a time,
 * each once the one before is packed, so that only packed bytes are kept.
 *
 * @param files in the order in which the archive lists them
 * @throws Error where a name is absolute or leads out of the archive
 */
export async function writeArchive(files: Iterable<ArchiveFile>): Promise<Uint8Array> {
  const zip = new ZipFile()
  // What goes wrong with a file is told by the stream that it is read from.
  zip.on('error', () => {})
  const [packed] = await Promise.all([buffer(zip.outputStream), addFiles(zip, files)])
  return packed
}

async function addFiles(zip: ZipFile, files: Iterable<ArchiveFile>): Promise<void> {
  for (const { name, content, stored = false } of files) {
    const options = { mtime: noTime(), mode: 0o100644, forceDosTimestamp: true, compress: !stored }
    if (stored) zip.addBuffer(bytesOf(content), name, options)
    else {
      const stream = Readable.from(blocks(content))
      zip.addReadStream(stream, name, options)
      await finished(stream)
    }
  }
  zip.end()
}

function bytesOf(content: ArchiveFile['content']): Buffer {
  return Buffer.concat([...blocks(content)])
}

/** Of how many characters a block is made: so few that none is large, so many that a file of small parts has few of them. */
const blockSize = 2 ** 15

/** A file in blocks: as many buffers as it has parts would take more than the file itself. */
function* blocks(content: ArchiveFile['content']): Generator<Buffer> {
  if (content instanceof Uint8Array) {
    yield Buffer.from(content.buffer, content.byteOffset, content.byteLength)
    return
  }
  let block = ''
  for (const part of typeof content === 'string' ? [content] : content) {
    block += part
    if (block.length < blockSize) continue
    // A part may end in half a character, of which the next has the other half.
    const end = isHighSurrogate(block.charCodeAt(block.length - 1)) ? block.length - 1 : block.length
    yield Buffer.from(block.slice(0, end))
    block = block.slice(end)
  }
  if (block !== '') yield Buffer.from(block)
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}
