import { readFile, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import {
  applyFitting,
  type Change,
  emptyStudy,
  hasErrors,
  labelText,
  type Problem,
  type Study,
  StudyError,
} from '@codeerbank/core'
import { folderNotCarried, loadStudyFolder, writeStudyFolder } from '@codeerbank/import'
import { type NotCarried, readQdc, readQdpx, refiNotCarried, writeQdc, writeQdpx } from '@codeerbank/refi'
import { isPostgresAddress, openStudy } from '@codeerbank/store'
import { readCodebookSheet, writeReports, writeSegmentList } from './atlas-formats.ts'
import { offsetsLine } from './offsets-line.ts'
import { UsageError } from './terminal.ts'
import { unpackedProject, unpackedTexts } from './unpacked-project.ts'
import { writeNewFile } from './write-new-file.ts'
import { writeNewFolder } from './write-new-folder.ts'

/** A study on its way from one format to another. */
export interface ConvertedStudy {
  readonly study: Study
  /** The changes that make the study, where the format tells them or they could be made of it. */
  readonly changes: readonly Change[] | null
  /** What is wrong, and did not keep the rest from being read. */
  readonly problems: readonly Problem[]
  readonly losses: readonly Loss[]
  /** How what could be read in several ways was read, as a line. */
  readonly readAs?: string | null
}

/** What a format did not carry, in words. */
export interface Loss {
  readonly what: string
  readonly count: number
  readonly where: readonly (string | number)[]
  /** Whether it is in the file all the same, for Codeerbank to read back. */
  readonly kept: boolean
}

export interface ReadingOptions {
  /** Whether a project may take as much memory as it needs. */
  readonly large?: boolean
}

/** A format of `codeerbank convert`: a reader, a writer or both. */
export interface ConvertFormat {
  /** What the path ends in, in lower case; `''` for a folder. */
  readonly extension: string
  readonly read?: (path: string, options?: ReadingOptions) => Promise<ConvertedStudy>
  /** Gives what was not carried. */
  readonly write?: (converted: ConvertedStudy, path: string) => Promise<readonly Loss[]>
}

/** A study with its history, in a file or on a server. */
export const keptStudy = { read: readStore, write: writeStore }

/** Every format, by the ending of its path. A further one is a further line. */
export const convertFormats: readonly ConvertFormat[] = [
  { extension: '', read: readFolder, write: writeFolder },
  { extension: '.codeerbank', ...keptStudy },
  { extension: '.qdpx', read: readProject, write: writeProject },
  { extension: '.qde', read: readUnpacked },
  { extension: '.qdc', read: readCodebookFile, write: writeCodebookFile },
  { extension: '.xlsx', read: readCodebookSheet, write: writeReports },
  { extension: '.csv', read: readCodebookSheet, write: writeSegmentList },
]

/** A study folder; one that has no `study.yaml` may be a project that was unpacked. */
async function readFolder(path: string, options?: ReadingOptions): Promise<ConvertedStudy> {
  const own = await stat(join(path, 'study.yaml')).catch(() => null)
  const project = own === null ? await unpackedProject(path) : null
  if (project !== null) return readUnpacked(project, options)
  const { study, changes, problems } = await loadStudyFolder(path)
  if (hasErrors(problems)) throw new StudyError(problems)
  return { study, changes, problems, losses: [] }
}

async function writeFolder({ study }: ConvertedStudy, path: string): Promise<readonly Loss[]> {
  const { files, notCarried } = await writeStudyFolder(study)
  await writeNewFolder(path, files)
  return notCarried.map(({ what, ...loss }) => ({
    what: labelText(folderNotCarried[what], 'en'),
    ...loss,
    kept: false,
  }))
}

async function readStore(path: string): Promise<ConvertedStudy> {
  const store = await openStudy(path, { readOnly: true })
  try {
    const { length: count } = await store.history()
    const what = `entries of the history: what holds goes along, who did what when stays in ${basename(store.location)}`
    const losses = count === 0 ? [] : [{ what, count, where: [], kept: false }]
    return { study: store.study, changes: null, problems: store.problems, losses }
  } finally {
    await store.close()
  }
}

async function writeStore({ changes }: ConvertedStudy, path: string): Promise<readonly Loss[]> {
  if (changes === null) throw new TypeError('A study that is kept is copied with copyStudy.')
  const fresh = !isPostgresAddress(path) && (await stat(path).catch(() => null)) === null
  try {
    const store = await openStudy(path, { create: true })
    try {
      if (store.head.seq > 0)
        throw new UsageError(`There is a study "${store.location}" already. Give another name.`)
      await store.apply(changes)
    } finally {
      await store.close()
    }
  } catch (error) {
    // A file with nothing in it would be in the way the next time.
    if (fresh && !(error instanceof UsageError))
      for (const part of ['', '-wal', '-shm']) await rm(path + part, { force: true })
    throw error
  }
  return []
}

/** For a project that a person trusts: only what would take the machine down is refused. */
const largeLimits = { elements: 50_000_000, entryBytes: 2 ** 32, totalBytes: 2 ** 33 }

function readProject(path: string, options?: ReadingOptions): Promise<ConvertedStudy> {
  return readProjectWith(path, options, async () => undefined)
}

/** A project file out of its archive, with the texts that lie beside it. */
function readUnpacked(path: string, options?: ReadingOptions): Promise<ConvertedStudy> {
  return readProjectWith(path, options, bytes => unpackedTexts(path, bytes))
}

async function readProjectWith(
  path: string,
  { large = false }: ReadingOptions = {},
  textsOf: (bytes: Uint8Array) => Promise<Readonly<Record<string, Uint8Array>> | undefined>,
): Promise<ConvertedStudy> {
  const bytes = await readFile(path)
  const files = await textsOf(bytes)
  const limits = large ? { limits: largeLimits } : {}
  const options = { file: path, ...limits, ...(files === undefined ? {} : { files }) }
  const { value, problems } = await readQdpx(bytes, options)
  const { study, changes, notCarried, offsets, origin = '' } = value
  const readAs = /codeerbank/i.test(origin) ? null : offsetsLine(offsets)
  return { study, changes, problems, losses: notCarried.map(lossOf), readAs }
}

async function writeProject({ study }: ConvertedStudy, path: string): Promise<readonly Loss[]> {
  const { bytes, notCarried } = await writeQdpx(study)
  await writeNewFile(path, bytes)
  return notCarried.map(lossOf)
}

async function readCodebookFile(path: string): Promise<ConvertedStudy> {
  const { value, problems } = await readQdc(await readFile(path), { file: path })
  const { value: study } = applyFitting(emptyStudy, value.changes)
  return { study, changes: value.changes, problems, losses: value.notCarried.map(lossOf) }
}

async function writeCodebookFile({ study }: ConvertedStudy, path: string): Promise<readonly Loss[]> {
  if (study.codes.length === 0) throw new UsageError('The study has no codes, and a codebook file needs one.')
  const { text, notCarried } = writeQdc(study, { language: study.language })
  await writeNewFile(path, text)
  const left = { what: 'sources, segments and codings: it is a codebook', where: [], kept: false }
  const count = study.sources.length + study.segments.length + study.codings.length
  return [...(count > 0 ? [{ ...left, count }] : []), ...notCarried.map(lossOf)]
}

function lossOf({ what, count, where, kept }: NotCarried): Loss {
  return { what: labelText(refiNotCarried[what].label, 'en'), count, where, kept }
}
