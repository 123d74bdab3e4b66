import { createHash } from 'node:crypto'
import type { ArchiveEntry, ArchiveLimits } from '@codeerbank/archive'
import {
  applyFitting,
  type Change,
  emptyStudy,
  type Language,
  type Problem,
  type Reading,
  type Study,
  StudyError,
} from '@codeerbank/core'
import { type DetectedOffsets, ownProgram } from './detect-offsets.ts'
import { fitCharacters, fitProblems } from './fit-characters.ts'
import { type NotCarried, notCarriedList } from './not-carried.ts'
import { partsToChanges } from './parts-to-changes.ts'
import { projectFiles, projectLimits } from './project-files.ts'
import { type PositionReading, readParts } from './read-parts.ts'
import { readRawProject } from './read-raw-project.ts'
import { readTexts } from './read-texts.ts'
import { recogniseParts } from './recognise-parts.ts'
import { doubtful, enough, hopeless, understandOffsets } from './understand-offsets.ts'
import { updateChanges } from './update-changes.ts'

export interface ReadQdpxOptions {
  /** The name of the file, for problems. */
  readonly file?: string
  /** The language of the project's names, where it does not say itself; Dutch by default. */
  readonly language?: Language
  /**
   * A study to bring up to date: what has the GUID of something in it changes that, the rest is added, and nothing is removed.
   */
  readonly study?: Study
  /**
   * Files that the project does not hold itself, by their path without `internal://`, `relative:///` or `absolute:///`, in any case,
   * with or without `sources/`.
   */
  readonly files?: Readonly<Record<string, Uint8Array>>
  /** Limits on the archive and on the XML elements; by default in proportion to the size of the file. */
  readonly limits?: Partial<ArchiveLimits & { readonly elements: number }>
  /** With what the ids of the changes begin; by default the hash of the file. */
  readonly changePrefix?: string
}

/** A project that was read. */
export interface RefiProject {
  /** The study that the changes make, from nothing or from the study that was to be brought up to date. */
  readonly study: Study
  readonly changes: readonly Change[]
  /** How the project counts characters, as it was found out. */
  readonly offsets: DetectedOffsets
  readonly notCarried: readonly NotCarried[]
  /** The program that wrote it, as it says itself. */
  readonly origin?: string
}

/**
 * Reads a REFI-QDA project (`.qdpx`, or its `.qde` by itself), of any program and version, as far as it can be read.
 *
 * @param bytes the file
 * @returns the changes and the study that they make, how positions were understood, and everything that was not carried;
 *   with the problems, each with its line in `project.qde`
 * @throws StudyError as `readArchive` and `readXml` do, `refi-no-project`
 */
export async function readQdpx(
  bytes: Uint8Array,
  options: ReadQdpxOptions = {},
): Promise<Reading<RefiProject>> {
  const { study: existing } = options
  const { parts, offsets, origin, list, problems, project } = await readProject(bytes, options)
  const prefix =
    options.changePrefix ?? `refi-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`
  const idAt = (place: number) => `${prefix}-${place}`
  // This library never gives anything another GUID.
  const own = ownProgram.test(origin ?? '')
  const again = existing === undefined || own ? null : recogniseParts(existing, parts)
  if (again !== null) problems.push(renewed(again.count, project))
  const changes = Array.from(
    existing === undefined
      ? partsToChanges(parts, idAt)
      : updateChanges(existing, again?.parts ?? parts, list, idAt),
  )
  const made = fitting(existing ?? emptyStudy, changes, problems)
  return {
    value: { ...made, offsets, notCarried: list.items(), ...(origin === undefined ? {} : { origin }) },
    problems,
  }
}

/** A project, read a second time with its XML mended where the first failed on that. */
async function readProject(bytes: Uint8Array, options: ReadQdpxOptions) {
  try {
    return await readOnce(bytes, options)
  } catch (error) {
    if (!(error instanceof StudyError) || error.problems[0]?.code !== 'xml-malformed') throw error
    return readOnce(bytes, options, error)
  }
}

/**
 * Apart, so that the elements that were read are let go before a study is made of them.
 *
 * @param fault what was wrong with the XML the first time
 */
async function readOnce(bytes: Uint8Array, options: ReadQdpxOptions, fault?: StudyError) {
  const problems: Problem[] = []
  const list = notCarriedList()
  const { file, study: existing, language = existing?.language ?? 'nl', files: given } = options
  const limits = { ...projectLimits(bytes.length), ...options.limits }
  const files = await projectFiles(bytes, { file, limits, given }, problems)
  const chunks =
    fault === undefined ? files.project.chunks() : await fitChunks(files.project, problems, fault)
  const raw = await readRawProject(chunks, list, problems, {
    file: files.project.name,
    limits: { elements: limits.elements },
  })
  const texts = await readTexts(raw, files, list, problems)
  const origin = raw.attributes.origin
  const { sources, offsets } = understandOffsets(raw.sources, texts.sources, origin ?? '')
  if (sources !== texts.sources) problems.push(lineEndsGone(files.project.name))
  if (offsets.unit === 'utf-8') problems.push(inBytes(files.project.name))
  if (offsets.score < doubtful) problems.push(doubt(offsets, files.project.name))
  else if (offsets.undecided > 0) problems.push(undecided(offsets, files.project.name))
  const reading = { language, list, problems, file: files.project.name, existing }
  const positions = { encoding: offsets, halves: halvesOf(offsets, origin ?? '') }
  const parts = readParts(reading, raw, { ...texts, sources }, positions)
  return { parts, offsets, origin, list, problems, project: files.project.name }
}

/** Where many do not fit, half a word is no words that a person marked; this library wrote what stands where it was. */
function halvesOf({ score, checked }: DetectedOffsets, origin: string): PositionReading['halves'] {
  if (ownProgram.test(origin)) return 'taken'
  return score < hopeless && checked >= enough ? 'left-out' : 'said'
}

async function fitChunks({ name, read }: ArchiveEntry, problems: Problem[], fault: StudyError) {
  const fit = fitCharacters(await read())
  if (fit === null) throw fault
  problems.push(...fitProblems(fit, name))
  return [fit.bytes]
}

/** The changes that fit, and the study that they make; the others are problems. */
function fitting(base: Study, changes: readonly Change[], problems: Problem[]) {
  const { value: study, problems: found } = applyFitting(base, changes)
  if (found.length === 0) return { study, changes }
  problems.push(...found)
  const refused = new Set(found.map(({ place }) => place?.path?.[1]))
  return { study, changes: changes.filter(({ id }) => !refused.has(id)) }
}

function doubt({ score, checked }: DetectedOffsets, file: string): Problem {
  return {
    code: 'offsets-uncertain',
    severity: 'warning',
    message: `Of ${checked} selections that were looked at, ${Math.round(score * 100)}% fit their text. Look at some quotes before you use them.`,
    place: { file },
  }
}

function inBytes(file: string): Problem {
  return {
    code: 'offsets-in-bytes',
    severity: 'warning',
    message:
      'Positions count the bytes of the texts, not their characters as the standard has it, and were read so. Look at some quotes.',
    place: { file },
  }
}

function lineEndsGone(file: string): Problem {
  return {
    code: 'line-ends-changed',
    severity: 'warning',
    message:
      'Positions count the ends of lines as two characters, but the texts have one there: these were changed since. Positions were read as they were counted.',
    place: { file },
  }
}

function renewed(count: number, file: string): Problem {
  return {
    code: 'guids-renewed',
    severity: 'warning',
    message: `The project has other GUIDs for ${count} things that the study has too, as some programs give new ones each time: they were known by their names, texts and places. Look whether nothing is there twice.`,
    place: { file },
  }
}

function undecided(offsets: DetectedOffsets, file: string): Problem {
  const { undecided: count, checked, unit, lineEnd, bom, end } = offsets
  return {
    code: 'offsets-undecided',
    severity: 'warning',
    message: `Nothing in the project tells how it counts: ${count} of the ${checked} selections looked at may have other words. They were read in the way ${unit}, line end as ${lineEnd}, byte order mark ${bom}, end ${end}. Look at their quotes.`,
    place: { file },
  }
}
