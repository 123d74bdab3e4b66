import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** The `.qde` of a folder that a REFI-QDA project was unpacked into; `null` where there is none, or more than one. */
export async function unpackedProject(folder: string): Promise<string | null> {
  const [only, second] = (await readdir(folder)).filter(name => /^[^.].*\.qde$/i.test(name))
  return only === undefined || second !== undefined ? null : join(folder, only)
}

/**
 * The plain texts of a project that was unpacked, by their paths as the project has them: those in its `sources`, and those beside it that
 * it names.
 *
 * @param path of the `.qde`
 * @param project its bytes
 */
export async function unpackedTexts(
  path: string,
  project: Uint8Array,
): Promise<Readonly<Record<string, Uint8Array>>> {
  const folder = dirname(path)
  const entries = await readdir(folder, { withFileTypes: true })
  const named = Buffer.from(project).toString('utf8').normalize('NFC').toLowerCase()
  const beside = entries.flatMap(entry =>
    entry.isFile() && isText(entry.name) && named.includes(entry.name.normalize('NFC').toLowerCase())
      ? [entry.name]
      : [],
  )
  const sources = entries.find(entry => entry.isDirectory() && entry.name.toLowerCase() === 'sources')
  const within = sources === undefined ? [] : await textsIn(join(folder, sources.name))
  const files = [
    ...beside.map(name => ({ name, file: join(folder, name) })),
    ...within.map(name => ({ name, file: join(folder, sources!.name, name) })),
  ]
  const read = await Promise.all(files.map(async ({ name, file }) => [name, await readFile(file)] as const))
  return Object.fromEntries(read)
}

/** The texts in a folder and those in it, by their paths within it. */
async function textsIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries
    .filter(entry => entry.isFile() && isText(entry.name))
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
}

/** What the standard has plain texts end in. */
function isText(name: string): boolean {
  return /\.txt$/i.test(basename(name)) && !name.startsWith('.')
}
