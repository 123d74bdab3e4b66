import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { nearestName } from '@codeerbank/codebook'
import {
  byId,
  decodeText,
  type Problem,
  placed,
  positionOf,
  type SourceKind,
  type Study,
} from '@codeerbank/core'
import { foldName } from './atlas/code-names.ts'
import type { CodingRow } from './coding-row.ts'
import type { ListedTurns } from './folder/read-turns.ts'
import type { ListedFile } from './list-folder.ts'
import { readFieldnote } from './read-fieldnote.ts'
import { type FrontMatter, readFrontMatter } from './read-front-matter.ts'
import { readObservation } from './read-observation.ts'
import type { ReadSource } from './read-source.ts'
import type { ListedSource } from './read-source-list.ts'
import { strangeValues } from './read-study-file.ts'
import { readTranscript } from './read-transcript.ts'
import { largestFile, type ReadSourceOptions } from './source-text.ts'
import type { StudyFile } from './study-file.ts'
import { addChanges, type FolderDraft, reader, type WrittenChange } from './study-folder-draft.ts'
import { toSource } from './to-source.ts'

/** Where sources stand in a study folder, and what is said of them outside their own files. */
export interface SourceFiles {
  readonly folder: string
  readonly files: readonly ListedFile[]
  readonly list: ReadonlyMap<string, ListedSource>
  readonly study: StudyFile
  readonly turns: ListedTurns
}

/** Reads every file under `sources/` into the draft, and gives the codings that were marked in them. */
export async function readSources(draft: FolderDraft, given: SourceFiles): Promise<readonly CodingRow[]> {
  const changes: WrittenChange[] = []
  const marks: CodingRow[] = []
  const taken = new Map<string, string>()
  const place = ({ path }: ListedFile) =>
    given.list.get(path.slice('sources/'.length))?.order ?? Number.POSITIVE_INFINITY
  for (const { path } of given.files.toSorted((a, b) =>
    place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0,
  )) {
    const inner = path.slice('sources/'.length)
    const file = join(given.folder, path)
    const metadata = { ...given.list.get(inner)?.metadata }
    const folderCase = inner.includes('/') ? caseOfFolder(draft.study, inner.split('/')[0]!) : undefined
    const bytes = await readFile(file)
    const front = frontMatterOf(bytes)
    const { value: read, problems } = await readByKind(
      bytes,
      front.metadata.kind ?? metadata.kind,
      { name: path, metadata: { ...(folderCase === undefined ? {} : { case: folderCase }), ...metadata } },
      front.metadata.verbatim === true ? given.turns : undefined,
    )
    const report = (code: string, severity: Problem['severity'], message: string) =>
      draft.problems.push({ code, severity, message, place: { file, line: front.lineOf('id') } })
    draft.problems.push(...problems.map(problem => ({ ...problem, place: { ...problem.place, file } })))
    const { id = inner } = read.metadata
    const inCase =
      read.metadata.case ?? (draft.study.cases.length === 1 ? draft.study.cases[0]!.id : undefined)
    const other = taken.get(id)
    if (other !== undefined) {
      report(
        'duplicate-source',
        'error',
        `The source "${id}" is in ${other} already. Give this one another "id:".`,
      )
      continue
    }
    taken.set(id, path)
    if (read.metadata.kind === undefined && read.text.trim() !== '')
      report(
        'kind-assumed',
        'warning',
        `It is not said what the source is; it is read as ${read.turns.length > 0 ? 'an interview, for it has turns' : 'a fieldwork note, for it has no turns'}. Add "kind:" to its front matter, or to its row in sources.csv.`,
      )
    if (inCase === undefined)
      report(
        'case-missing',
        'error',
        `It is not said to which case the source belongs. Add "case:" to its front matter or to its row in sources.csv, or put it in a folder sources/<case>/. There are: ${idsOf(draft.study.cases)}.`,
      )
    draft.problems.push(
      ...unknownNames(draft.study, read, inCase, front).map(problem => placed(problem, { file })),
    )
    draft.problems.push(
      ...strangeValues(given.study, read.metadata.values ?? {}, 'source', front.lineOf('values'), file),
    )
    const isEmpty = read.text.trim() === '' && read.metadata.verbatim !== true
    if (isEmpty || inCase === undefined || positionOf(draft.study.cases, inCase) === -1) continue
    const source = toSource(knownOnly(draft.study, read), { case: inCase })
    changes.push({
      change: { id: `add-source:${source.id}`, at: draft.at, by: reader, kind: 'add-source', source },
      place: { file, line: 1 },
    })
    for (const mark of read.marks) marks.push({ ...mark, place: { ...mark.place, file } })
  }
  addChanges(draft, changes)
  return marks
}

/** The case that a folder is named for: by its id, or by a name that no other case has. */
function caseOfFolder({ cases }: Study, folder: string): string | undefined {
  const known = byId(cases, folder)
  if (known !== undefined) return known.id
  const [only, ...others] = cases.filter(({ label }) =>
    Object.values(label).some(name => foldName(name) === foldName(folder)),
  )
  return others.length === 0 ? only?.id : undefined
}

/**
 * A source of a kind that is not given is read as a transcript, if it has turns.
 *
 * @param verbatim the listed turns, for a text that is taken as it is
 */
export async function readByKind(
  bytes: Uint8Array,
  kind: SourceKind | undefined,
  options: ReadSourceOptions,
  verbatim?: ListedTurns,
): ReturnType<typeof readTranscript> {
  if (verbatim !== undefined) {
    const { value, problems } = await readFieldnote(bytes, options)
    const { id = '', grid } = value.metadata
    const turns = verbatim.get(id) ?? []
    return { value: { ...value, turns, ...(grid === undefined ? {} : { grid }) }, problems }
  }
  if (kind === 'meeting-observation') return readObservation(bytes, options)
  if (kind === 'interview' || kind === 'street-conversation') return readTranscript(bytes, options)
  if (kind !== undefined) return readFieldnote(bytes, options)
  const read = await readTranscript(bytes, options)
  return read.value.turns.length > 0 ? read : readFieldnote(bytes, options)
}

/** The front matter alone, for what must be known before the text is read, and for the lines of its keys. */
function frontMatterOf(bytes: Uint8Array): FrontMatter {
  return readFrontMatter(bytes.length > largestFile ? '' : (decodeText(bytes, { legacy: true }).text ?? ''))
}

/** Names of cases and participants that the study does not have. */
function unknownNames(
  study: Study,
  { metadata }: ReadSource,
  inCase: string | undefined,
  front: FrontMatter,
): readonly Problem[] {
  const problems: Problem[] = []
  if (inCase !== undefined && positionOf(study.cases, inCase) === -1)
    problems.push({
      code: 'unknown-case',
      severity: 'error',
      message: `The study has no case "${inCase}".${meant(inCase, study.cases)} Correct "case:", or add the case to study.yaml.`,
      place: { line: front.lineOf('case') },
    })
  const speakers = Object.values(metadata.speakers ?? {}).filter(
    id => id !== 'interviewer' && id !== 'unknown',
  )
  for (const id of new Set([...(metadata.participants ?? []), ...speakers]))
    if (positionOf(study.participants, id) === -1)
      problems.push({
        code: 'unknown-participant',
        severity: 'error',
        message: `The study has no participant "${id}".${meant(id, study.participants)} Add them to participants.csv, or correct the id.`,
        place: { line: front.lineOf(metadata.participants?.includes(id) ? 'participants' : 'speakers') },
      })
  return problems
}

function meant(name: string, known: readonly { readonly id: string }[]): string {
  const near = nearestName(
    name,
    known.map(({ id }) => id),
  )
  return near === undefined ? '' : ` Is "${near}" meant?`
}

function idsOf(items: readonly { readonly id: string }[]): string {
  return items.map(({ id }) => id).join(', ') || 'none'
}

/** A reading without participants that the study does not have: those are reported, and the rest is still read. */
function knownOnly(study: Study, read: ReadSource): ReadSource {
  const known = (id: string) => positionOf(study.participants, id) !== -1
  const { participants } = read.metadata
  return {
    ...read,
    metadata: { ...read.metadata, ...(participants ? { participants: participants.filter(known) } : {}) },
    turns: read.turns.map(turn => {
      if (turn.participant === undefined || known(turn.participant)) return turn
      const { participant: _, ...rest } = turn
      return rest
    }),
  }
}
