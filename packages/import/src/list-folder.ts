import { readdir, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { Problem } from '@codeerbank/core'

/** A file of a folder: its path in the folder, with `/`, and its size in bytes. */
export interface ListedFile {
  readonly path: string
  readonly size: number
}

export interface FolderListing {
  readonly files: readonly ListedFile[]
  /** The names of the folders in it that are not listed. */
  readonly others: readonly string[]
  readonly problems: readonly Problem[]
}

/** Folders in folders are followed this far. */
const deepest = 16

/** What programs leave among the files of people: hidden files, locks and rests of Office, pictures and notes of the file manager. */
function isLeftBehind(name: string): boolean {
  return /^(?:\..*|~\$.*|~WRL\d+\.tmp|Thumbs\.db|desktop\.ini|Icon\r|__MACOSX|.*:Zone\.Identifier)$/is.test(
    name,
  )
}

/**
 * Lists the files of a folder and of some folders in it, by name, those passed over that are hidden or that programs left there. A link that leads
 * out of the folder is not followed (`link-outside`, a warning), nor one that leads nowhere; what can be reached in
 * two ways is listed once, where it lies if that is among what is listed.
 *
 * @param folder path of the folder
 * @param inner the names of the folders in it that are listed, with everything below them
 */
export async function listFolder(folder: string, inner: readonly string[]): Promise<FolderListing> {
  const root = await realpath(folder)
  const files: ListedFile[] = []
  const others: string[] = []
  const problems: Problem[] = []
  const visited = new Set<string>()
  const links: { readonly path: string; readonly depth: number }[] = []
  await walk('', 0)
  for (const { path, depth } of links) await walk(path, depth)
  const order = (path: string) => path.replaceAll('/', '\0')
  files.sort((a, b) => (order(a.path) < order(b.path) ? -1 : 1))
  return { files, others, problems }

  async function walk(path: string, depth: number): Promise<void> {
    const real = await realpath(join(folder, path))
    if (visited.has(real)) return
    visited.add(real)
    const entries = await readdir(real, { withFileTypes: true })
    entries.sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const entry of entries) {
      if (isLeftBehind(entry.name)) continue
      const below = path === '' ? entry.name : `${path}/${entry.name}`
      if (entry.isSymbolicLink() && !(await staysInside(below))) continue
      const found = await stat(join(folder, below)).catch(() => undefined)
      if (found?.isFile()) files.push({ path: below, size: found.size })
      if (!found?.isDirectory() || depth >= deepest) continue
      if (path === '' && !inner.includes(entry.name)) {
        others.push(entry.name)
        continue
      }
      if (entry.isSymbolicLink()) links.push({ path: below, depth: depth + 1 })
      else await walk(below, depth + 1)
    }
  }

  async function staysInside(path: string): Promise<boolean> {
    const target = await realpath(join(folder, path)).catch(() => undefined)
    const inside = target?.startsWith(root + sep) === true
    if (!inside)
      problems.push({
        code: 'link-outside',
        severity: 'warning',
        message:
          'The link leads out of the study folder, or nowhere, and is not read. Copy the file into the folder.',
        place: { file: path },
      })
    return inside
  }
}
