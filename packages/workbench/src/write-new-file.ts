import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { link, lstat, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { UsageError } from './terminal.ts'
import { whenInterrupted } from './when-interrupted.ts'

/**
 * Writes a file that is not there yet, whole or not at all: it is made beside its place, and then takes its name.
 *
 * @throws UsageError where there is something by that name
 */
export async function writeNewFile(path: string, content: Uint8Array | string): Promise<void> {
  const fresh = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.new`)
  await whenInterrupted(
    () => rmSync(fresh, { force: true }),
    async () => {
      try {
        await writeFile(fresh, content, { flag: 'wx' })
        await takeName(fresh, path)
      } catch (error) {
        // The person named that one, and knows of no other.
        throw error instanceof Error && 'syscall' in error ? Object.assign(error, { path }) : error
      } finally {
        await rm(fresh, { force: true })
      }
    },
  )
}

/** A second name for a file is refused where there is one of that name; some discs have none, and rename over what is there. */
async function takeName(fresh: string, path: string): Promise<void> {
  if ((await lstat(path).catch(() => undefined)) !== undefined) throw thereIs(path)
  try {
    await link(fresh, path)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw thereIs(path)
    if (!linkless.has(codeOf(error))) throw error
    await rename(fresh, path)
  }
}

const linkless: ReadonlySet<unknown> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'])

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

function thereIs(path: string): UsageError {
  return new UsageError(`There is a file or folder "${path}" already. Name another one.`)
}
