import { stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { formatProblem, hasErrors } from '@codeerbank/core'
import { loadStudyFolder } from '@codeerbank/import'
import { copyStudy, isPostgresAddress, shownAddress } from '@codeerbank/store'
import {
  type ConvertFormat,
  convertFormats,
  keptStudy,
  type Loss,
  type ReadingOptions,
} from './convert-formats.ts'
import { importQuotationsCommand } from './import-quotations-command.ts'
import { isKeptStudy } from './open-study-folder.ts'
import { summaryOf } from './summary.ts'
import { type Terminal, UsageError } from './terminal.ts'

export interface ConvertOptions extends ReadingOptions {
  /** The study whose texts the quotations of a report are of. */
  readonly documents?: string
}

/**
 * `codeerbank convert`: puts a study into another format, by what its path ends in, and says what could not be carried.
 *
 * @returns whether all was well with what was read; where not, the rest is written all the same
 */
export async function convertCommand(
  from: string,
  to: string,
  { documents, ...options }: ConvertOptions,
  terminal: Terminal,
): Promise<boolean> {
  if (documents !== undefined)
    return importQuotationsCommand(
      { study: documents, report: from, to },
      { addCodes: true, evenNothing: true },
      terminal,
    )
  const read = await readerOf(from)
  const write = writerOf(to)
  const there = await kindOf(to)
  if (there !== null) throw new UsageError(`There is a ${there} "${to}" already. Name another one.`)
  if (isKeptStudy(from) && isKeptStudy(to)) {
    const { seq } = await copyStudy(from, to, problem => terminal.stderr.write(`${formatProblem(problem)}\n`))
    terminal.stdout.write(`${seq} changes in ${shown(to)}\n`)
    return true
  }
  const converted = await read(from, options)
  for (const problem of converted.problems) terminal.stderr.write(`${formatProblem(problem)}\n`)
  const losses = await write(converted, to)
  const history = isKeptStudy(to) ? `${converted.changes?.length ?? 0} changes in ` : ''
  terminal.stdout.write(`${summaryOf(converted.study)}\n${history}${shown(to)}\n`)
  if (converted.readAs) terminal.stdout.write(`${converted.readAs}\n`)
  for (const loss of converted.losses) terminal.stdout.write(lossLine(loss))
  for (const loss of losses) terminal.stdout.write(lossLine(loss))
  const faults = (await kindOf(to)) === 'folder' ? (await loadStudyFolder(to)).problems : []
  for (const problem of faults)
    if (problem.severity === 'error') terminal.stderr.write(`${formatProblem(problem)}\n`)
  return !hasErrors(converted.problems) && !hasErrors(faults)
}

/** A loss as a line for the terminal. */
export function lossLine({ what, count, where, kept }: Loss): string {
  const some = where.length === 0 ? '' : ` (${where.join(', ')}${count > where.length ? ', ...' : ''})`
  return `${kept ? 'for Codeerbank only' : 'not carried'}: ${count} x ${what}${some}\n`
}

/** A place as it may be shown: an address without its password. */
function shown(place: string): string {
  return isPostgresAddress(place) ? shownAddress(place) : place
}

/** What is at a path; `null` for nothing, and for what only a server knows. */
export async function kindOf(path: string): Promise<'folder' | 'file' | null> {
  const found = await stat(path).catch(() => null)
  return found === null ? null : found.isDirectory() ? 'folder' : 'file'
}

/** The reader for what is at a path. Throws UsageError where there is none. */
export async function readerOf(path: string): Promise<NonNullable<ConvertFormat['read']>> {
  if (isPostgresAddress(path)) return keptStudy.read
  const kind = await kindOf(path)
  if (kind === null) throw new UsageError(`There is no folder or file "${path}".`)
  const wanted = kind === 'folder' ? '' : extname(path).toLowerCase()
  const found = convertFormats.find(({ extension, read }) => extension === wanted && read !== undefined)
  if (found?.read !== undefined) return found.read
  throw new UsageError(
    `"${path}" cannot be read. Name a study folder, or a file that ends in ${endings('read')}.`,
  )
}

/** The writer for the ending of a path. Throws UsageError where there is none. */
export function writerOf(path: string): NonNullable<ConvertFormat['write']> {
  if (isPostgresAddress(path)) return keptStudy.write
  const wanted = extname(path).toLowerCase()
  const found = convertFormats.find(({ extension, write }) => extension === wanted && write !== undefined)
  if (found?.write !== undefined) return found.write
  throw new UsageError(
    `"${path}" cannot be written. Give it the ending ${endings('write')}, or none for a study folder.`,
  )
}

function endings(way: 'read' | 'write'): string {
  const known = convertFormats.filter(format => format[way] !== undefined && format.extension !== '')
  return known.map(({ extension }) => extension).join(', ')
}
