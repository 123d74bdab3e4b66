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
  readonly problems: readonly Problem[]
}

/** Folders in folders are followed this far. */
const deepest = 16

/**
 * Lists the files of a folder and of the folders in it, by name, those that are hidden passed over. A link that leads
 * out of the folder is not followed (`link-outside`, a warning), nor one that leads nowhere.
 */
export async function listFolder(folder: string): Promise<FolderListing> {
  const root = await realpath(folder)
  const files: ListedFile[] = []
  const problems: Problem[] = []
  const visited = new Set<string>()
  await walk('', 0)
  return { files, problems }

  async function walk(path: string, depth: number): Promise<void> {
    const real = await realpath(join(folder, path))
    if (visited.has(real)) return
    visited.add(real)
    const entries = await readdir(real, { withFileTypes: true })
    entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue
      const inner = path === '' ? entry.name : `${path}/${entry.name}`
      if (entry.isSymbolicLink() && !(await staysInside(inner))) continue
      const found = await stat(join(folder, inner)).catch(() => undefined)
      if (found?.isDirectory() && depth < deepest) await walk(inner, depth + 1)
      else if (found?.isFile()) files.push({ path: inner, size: found.size })
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
