import { mkdirSync, rmSync } from 'node:fs'
import { lstat, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { FolderFile } from '@codeerbank/import'
import { UsageError } from './terminal.ts'
import { whenInterrupted } from './when-interrupted.ts'

/**
 * Writes files into a folder that is not there yet, all or none: they are made in a folder beside it, which then takes
 * its name.
 *
 * @throws UsageError where there is something by that name
 */
export async function writeNewFolder(folder: string, files: readonly FolderFile[]): Promise<void> {
  const target = resolve(folder)
  await refuseExisting(target, folder)
  const fresh = join(dirname(target), `.${basename(target)}.${process.pid}.new`)
  await mkdir(dirname(target), { recursive: true })
  const putRight = () => rmSync(fresh, { recursive: true, force: true, maxRetries: 5 })
  await whenInterrupted(putRight, async () => {
    // At once, here and below: a folder that is still being made when the work is stopped would come back after it was put right.
    mkdirSync(fresh)
    try {
      for (const { path, text } of files) {
        mkdirSync(dirname(join(fresh, path)), { recursive: true })
        // Two files of one name would be one file less: that is never what is meant.
        await writeFile(join(fresh, path), text, { flag: 'wx' })
      }
      await refuseExisting(target, folder)
      await rename(fresh, target)
    } catch (error) {
      await rm(fresh, { recursive: true, force: true })
      throw error
    }
  })
}

async function refuseExisting(target: string, named: string): Promise<void> {
  if ((await lstat(target).catch(() => undefined)) !== undefined)
    throw new UsageError(`There is a file or folder "${named}" already. Name another one.`)
}
