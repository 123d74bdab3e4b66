import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { isKeptStudy } from './open-study-folder.ts'
import type { StudyOutput } from './study-outputs.ts'
import { UsageError } from './terminal.ts'
import { version } from './version.ts'
import { whenInterrupted } from './when-interrupted.ts'

/** The file by which the program knows a folder that it wrote. */
export const markerFile = '.codeerbank-output.json'

/**
 * Makes sure that a folder may be replaced: it does not exist, is empty, or holds only what this program wrote.
 *
 * @throws UsageError that names what stands in the way
 */
export async function checkOutputFolder(folder: string): Promise<void> {
  if (folder.trim() === '') throw new UsageError('The name of the folder is empty. Name one with --out.')
  if (isKeptStudy(folder))
    throw new UsageError(
      `"${folder}" is the name of a study, and not of a folder. Name another one with --out.`,
    )
  const found = await lstat(resolve(folder)).catch(() => undefined)
  if (found === undefined) return
  if (!found.isDirectory()) throw new UsageError(`"${folder}" is no folder. Name another one with --out.`)
  const names = await readdir(folder)
  if (names.length === 0) return
  const written = await markedFiles(folder)
  if (written === undefined)
    throw new UsageError(
      `The folder "${folder}" is not empty and was not written by codeerbank. Name another one with --out, or empty it.`,
    )
  const strange = (await filesIn(folder)).filter(name => name !== markerFile && !written.has(name))
  if (strange.length > 0)
    throw new UsageError(
      `The folder "${folder}" holds files that codeerbank did not write (${strange.slice(0, 5).join(', ')}). Move them away, or name another folder with --out.`,
    )
}

/** All files in a folder and in those within it, by their paths from it with `/`; an empty folder by its own. */
async function filesIn(folder: string, path = ''): Promise<readonly string[]> {
  const entries = await readdir(join(folder, path), { withFileTypes: true })
  const lists = await Promise.all(
    entries.map(async entry => {
      const own = path === '' ? entry.name : `${path}/${entry.name}`
      if (!entry.isDirectory()) return [own]
      const within = await filesIn(folder, own)
      return within.length === 0 ? [own] : within
    }),
  )
  return lists.flat()
}

async function markedFiles(folder: string): Promise<Set<string> | undefined> {
  try {
    const marker: unknown = JSON.parse(await readFile(join(folder, markerFile), 'utf8'))
    if (typeof marker !== 'object' || marker === null || !('files' in marker) || !Array.isArray(marker.files))
      return undefined
    return new Set(marker.files.filter(name => typeof name === 'string'))
  } catch {
    return undefined
  }
}

/**
 * Writes files into a folder, all or none: they are made in a folder beside it, which then takes its place.
 *
 * @param folder the folder, as `checkOutputFolder` allows it
 * @param files each file's path in the folder, with `/`, and how to make its content, in order
 * @param onFile called before each file is made
 * @throws UsageError where the folder may not be replaced; RangeError for a file that is not within it, or for two in one place;
 *   whatever a file's `make` throws, with nothing written
 */
export async function writeOutputFolder(
  folder: string,
  files: readonly Pick<StudyOutput, 'file' | 'make'>[],
  onFile: (file: string, at: number) => void = () => {},
): Promise<void> {
  checkPlaces(files.map(({ file }) => file))
  await checkOutputFolder(folder)
  const target = resolve(folder)
  const beside = (suffix: string) => join(dirname(target), `.${basename(target)}.${process.pid}.${suffix}`)
  const fresh = beside('new')
  const old = beside('old')
  await mkdir(dirname(target), { recursive: true })
  const putRight = () => {
    if (!existsSync(target) && existsSync(old)) renameSync(old, target)
    for (const left of [fresh, old]) rmSync(left, { recursive: true, force: true, maxRetries: 5 })
  }
  await whenInterrupted(putRight, async () => {
    // At once, here and below: a folder that is still being made when the work is stopped would come back after it was put right.
    mkdirSync(fresh)
    try {
      for (const [at, { file, make }] of files.entries()) {
        onFile(file, at)
        mkdirSync(dirname(join(fresh, file)), { recursive: true })
        await writeFile(join(fresh, file), await make())
      }
      const marker = { program: 'codeerbank', version, files: files.map(({ file }) => file) }
      await writeFile(join(fresh, markerFile), `${JSON.stringify(marker, null, 2)}\n`)
      const replaces = (await lstat(target).catch(() => undefined)) !== undefined
      if (replaces) await rename(target, old)
      try {
        await rename(fresh, target)
      } catch (error) {
        if (replaces) await rename(old, target)
        throw error
      }
      await rm(old, { recursive: true, force: true })
    } catch (error) {
      await rm(fresh, { recursive: true, force: true })
      throw error
    }
  })
}

/** Makes sure that every file has a place of its own in the folder, also where letters of either case are the same. */
function checkPlaces(files: readonly string[]): void {
  const places = new Set<string>()
  for (const file of files) {
    const steps = file.split(/[/\\]/)
    if (steps.some(step => step === '' || /^\.+$/.test(step)) || /[:\0]/.test(file))
      throw new RangeError(`The file "${file}" does not lie in the folder that is written.`)
    const place = file.normalize('NFC').toLowerCase()
    if (places.has(place)) throw new RangeError(`There are two files "${file}" to write.`)
    places.add(place)
  }
}
