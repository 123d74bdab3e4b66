import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { archiveError, asArchiveError, encrypted } from './archive-error.ts'
import { type ArchiveLimits, archiveLimits } from './archive-limits.ts'

/** One file of an archive. */
export interface ArchiveEntry {
  /** Its path within the archive, with `/` between folders: never absolute, never out of the archive. */
  readonly name: string
  /** How large it is unpacked, in bytes. */
  readonly size: number
  /** Unpacks it whole. Throws StudyError where it is damaged. */
  read(): Promise<Uint8Array>
  /** Unpacks it piece by piece. Throws StudyError where it is damaged. */
  chunks(): AsyncIterable<Uint8Array>
}

export interface ReadArchiveOptions {
  /** The name of the file, for problems. */
  readonly file?: string
  readonly limits?: Partial<ArchiveLimits>
}

/** How an OLE file begins: an old Office document, or a new one that is protected with a password. */
const ole = [0xd0, 0xcf, 0x11, 0xe0]

/**
 * Lists the files of a ZIP archive, and unpacks each when it is asked for. Folders are left out.
 *
 * @returns the files in the order in which the archive lists them
 * @throws StudyError: `archive-unreadable`, `archive-truncated`, `archive-encrypted`, `archive-too-large` (a limit is passed, by
 *   the sizes that the archive states; unpacking holds it to them), `archive-unsafe-name` (an absolute path or one with `..`),
 *   `archive-duplicate-name`
 */
export async function readArchive(
  bytes: Uint8Array,
  { file, limits }: ReadArchiveOptions = {},
): Promise<readonly ArchiveEntry[]> {
  if (ole.every((byte, i) => bytes[i] === byte)) throw encrypted(file)
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const zip = await yauzl.fromBufferPromise(buffer)
    return await listEntries(zip, { ...archiveLimits, ...limits }, file)
  } catch (error) {
    throw asArchiveError(error, file)
  }
}

async function listEntries(
  zip: ZipFile,
  limits: ArchiveLimits,
  file: string | undefined,
): Promise<readonly ArchiveEntry[]> {
  const entries: ArchiveEntry[] = []
  const names = new Set<string>()
  let total = 0
  let listed = 0
  for await (const entry of zip.eachEntry()) {
    listed += 1
    total += entry.uncompressedSize
    if (listed > limits.entries || entry.uncompressedSize > limits.entryBytes || total > limits.totalBytes)
      throw tooLarge(limits, file)
    if (entry.fileName.endsWith('/')) continue
    if (entry.isEncrypted()) throw encrypted(file)
    if (names.has(entry.fileName)) throw twice(file)
    names.add(entry.fileName)
    entries.push(entryOf(zip, entry, file))
  }
  return entries
}

function entryOf(zip: ZipFile, entry: Entry, file: string | undefined): ArchiveEntry {
  const { fileName: name, uncompressedSize: size } = entry
  async function* chunks(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of await zip.openReadStreamPromise(entry)) yield chunk
    } catch (error) {
      throw asArchiveError(error, file)
    }
  }
  return {
    name,
    size,
    chunks,
    async read() {
      const parts: Uint8Array[] = []
      for await (const chunk of chunks()) parts.push(chunk)
      return Buffer.concat(parts)
    },
  }
}

function tooLarge({ entries, entryBytes, totalBytes }: ArchiveLimits, file: string | undefined): Error {
  const mebibytes = (size: number) => Math.floor(size / (1024 * 1024))
  return archiveError({
    code: 'archive-too-large',
    message: `The archive holds more than is read: at most ${entries} files, ${mebibytes(entryBytes)} MiB a file, ${mebibytes(totalBytes)} MiB in all. Divide it.`,
    file,
  })
}

function twice(file: string | undefined): Error {
  return archiveError({
    code: 'archive-duplicate-name',
    message:
      'The archive holds two files of one name, and is not read. Make it again with the program it came from.',
    file,
  })
}
