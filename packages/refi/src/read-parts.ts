import {
  type CodebookFreeze,
  emptyStudy,
  type Label,
  type Language,
  labelSchema,
  type Memo,
  type Problem,
  type Study,
} from '@codeerbank/core'
import { addDescribed } from './described-memo.ts'
import { descriptionOf } from './element-parts.ts'
import { guidOf, normaliseGuid, uuidOf } from './guid.ts'
import { guidSet } from './guid-set.ts'
import { knownGuids } from './known-guids.ts'
import type { NotCarriedList } from './not-carried.ts'
import type { ProjectParts } from './project-parts.ts'
import type { RawProject } from './raw-project.ts'
import { noteRefs } from './raw-selection.ts'
import { checkedChange, inOrder, placeNotes, problem, type ReadContext } from './read-context.ts'
import { readCases, readPeopleAndCodes, readVariables, repeated, unknownReference } from './read-framework.ts'
import { readLinks } from './read-links.ts'
import { memosOfNotes, type ReadNote, readNote, settleMemo } from './read-notes.ts'
import { readOthers, readParticipants } from './read-others.ts'
import { readSets } from './read-sets.ts'
import { readSource, type SourceReading } from './read-sources.ts'
import { readSupplement, type Supplement } from './read-supplement.ts'
import type { ProjectTexts } from './read-texts.ts'
import { caseless, supplement as supplementNote } from './refi-names.ts'
import { madeSoFar } from './repeated.ts'
import { mostLookedThrough } from './words-finder.ts'
import { codingNote } from './write-sources.ts'

/** What it takes to read a project into the terms of a study. */
export interface PartsReading {
  readonly language: Language
  readonly list: NotCarriedList
  readonly problems: Problem[]
  readonly file: string | undefined
  /** The study that is brought up to date, if there is one. */
  readonly existing: Study | undefined
}

/** How positions are read. */
export type PositionReading = Pick<SourceReading, 'encoding' | 'halves'>

/** What a project holds, in the terms of a study. */
export function readParts(
  reading: PartsReading,
  raw: RawProject,
  texts: ProjectTexts,
  { encoding, halves }: PositionReading,
): ProjectParts {
  const context = contextOf(reading, raw, texts)
  const parts = emptyParts(context, raw)
  readPeopleAndCodes(context, raw, parts)
  const variables = readVariables(context, raw, parts)
  const { caseOf, cases, descriptions } = readCases(context, raw, variables, parts)
  readParticipants(context, parts)
  for (const { guid, id, text } of descriptions)
    addDescribed(context, parts, 'description', guid, { on: { type: 'case', id }, text })
  readSources(context, raw, texts, { parts, variables, caseOf, cases, encoding, halves })
  readSets(context, raw, parts)
  placeOwnNotes(context, raw)
  readLinks(context, raw, parts)
  readMemos(context, raw, parts, reading.existing)
  readOthers(context, parts)
  if (context.halfWords.length > 0)
    problem(context, 'selection-half-word', halfWords(context.halfWords), context.halfWords[0], 'warning')
  if (context.zoneless > 0)
    problem(context, 'time-without-zone', zoneless(context.zoneless), undefined, 'warning')
  if (context.malformedTimes > 0)
    problem(context, 'time-malformed', malformed(context.malformedTimes), undefined, 'warning')
  return {
    ...parts,
    segments: inOrder(context, 'segment', parts.segments, ({ id }) => id),
    codings: inOrder(context, 'coding', parts.codings, ({ item }) => item.id),
    memos: inOrder(context, 'memo', parts.memos, ({ id }) => id),
  }
}

function contextOf(reading: PartsReading, raw: RawProject, texts: ProjectTexts): ReadContext {
  const notes = new Map<string, ReadNote>()
  const again = new Map<ReadNote, number>()
  const seen = new Map<string, number>()
  for (const element of raw.notes) {
    const note = readNote(element, texts.notes)
    const before = seen.get(note.guid) ?? 0
    seen.set(note.guid, before + 1)
    if (before === 0) notes.set(note.guid, note)
    else again.set(note, before)
  }
  const supplement = readSupplement(notes.get(supplementNote.guid)?.text ?? '')
  notes.delete(supplementNote.guid)
  reading.list.add('supplement-details', undefined, supplement.damaged)
  const { existing } = reading
  const context: ReadContext = {
    ...reading,
    language: languageOf(supplement) ?? reading.language,
    supplement,
    known: existing === undefined ? () => undefined : knownGuids(existing),
    notes,
    notePlaces: new Map(),
    usedNotes: new Set(),
    placedNotes: new Set(),
    coders: new Map(),
    times: new Map(),
    halfWords: [],
    zoneless: 0,
    malformedTimes: 0,
  }
  for (const [note, before] of again) {
    const guid = uuidOf(`again:${note.guid}:${before}`)
    notes.set(guid, { ...note, guid })
    repeated(context, 'note', note.line)
  }
  return context
}

function languageOf(supplement: Supplement): Language | undefined {
  const language = supplement.all('study')[0]?.rest?.language
  return language === 'nl' || language === 'en' ? language : undefined
}

/** The round of coding that the codebook was frozen for. */
function frozenOf(supplement: Supplement): CodebookFreeze | undefined {
  const told = supplement.all('study')[0]?.rest?.frozen
  if (typeof told !== 'object' || told === null) return undefined
  const change = checkedChange('freeze-codebook', told)
  return change === null ? undefined : { round: change.round, by: change.by, at: change.at }
}

function emptyParts(context: ReadContext, raw: RawProject): ProjectParts {
  const { language, supplement } = context
  const told = labelSchema.safeParse(supplement.all('study')[0]?.rest?.title)
  const { name = '' } = raw.attributes
  const title: Label = told.success ? told.data : name === '' ? {} : { [language]: name }
  const parts = {
    coders: [],
    variables: [],
    cases: [],
    participants: [],
    codes: [],
    sources: [],
    textless: new Set<string>(),
    segments: [],
  }
  const frozen = frozenOf(supplement)
  const whole = { title, language, ...parts, codings: [], frames: [], memos: [], others: [] }
  return frozen === undefined ? whole : { ...whole, frozen }
}

function readSources(
  context: ReadContext,
  raw: RawProject,
  texts: ProjectTexts,
  {
    parts,
    variables,
    caseOf,
    cases,
    encoding,
    halves,
  }: Pick<SourceReading, 'parts' | 'variables' | 'caseOf' | 'cases' | 'encoding' | 'halves'>,
): void {
  const codes = new Set(parts.codes.map(({ id }) => id))
  const seen = { source: guidSet(), segment: guidSet(), coding: guidSet() }
  const without = raw.sources.some(({ guid }) => !caseOf.has(guid))
  if (without && !parts.cases.some(({ id }) => id === caseless.id)) parts.cases.push(caseless)
  const made = {
    source: madeSoFar(parts.sources, ({ item }) => item.id),
    segment: madeSoFar(parts.segments, ({ id }) => id),
    coding: madeSoFar(parts.codings, ({ item }) => item.id),
  }
  const lookedThrough = { left: mostLookedThrough }
  const reading = {
    context,
    parts,
    variables,
    caseOf,
    cases,
    encoding,
    halves,
    codes,
    codeIds: new Map(),
    seen,
    made,
    lookedThrough,
  }
  raw.sources.forEach((source, i) => {
    readSource(reading, source, texts.sources[i]!)
  })
  const sources = new Set(raw.sources.map(({ guid }) => guid))
  for (const guid of caseOf.keys())
    if (!sources.has(guid) && !raw.standIns.has(guid)) unknownReference(context, 'source', 1, 'warning')
}

/** The notes on the project itself. */
function placeOwnNotes(context: ReadContext, { own }: RawProject): void {
  for (const element of own)
    if (element.name === 'NoteRef')
      placeNotes(context, noteRefs({ ...element, children: [element] }), { type: 'study' })
}

/** @param existing the study to be updated: what it has stays, also what the project has no longer */
function readMemos(
  context: ReadContext,
  raw: RawProject,
  parts: ProjectParts,
  existing: Study = emptyStudy,
): void {
  const lists = {
    case: [parts.cases, existing.cases],
    participant: [parts.participants, existing.participants],
    source: [parts.sources.map(({ item }) => item), existing.sources],
    code: [parts.codes, existing.codes],
    segment: [parts.segments, existing.segments],
    coding: [parts.codings.map(({ item }) => item), existing.codings],
    frame: [parts.frames, existing.frames],
  }
  const known = new Map<string, ReadonlySet<string>>()
  const exists = ({ type, id }: Memo['on']) => {
    if (type === 'study') return true
    const ids = known.get(type) ?? new Set(lists[type].flatMap(list => list.map(each => each.id)))
    known.set(type, ids)
    return ids.has(id ?? '')
  }
  for (const element of raw.own) {
    const text = descriptionOf({ ...element, children: [element] })
    if (text !== undefined)
      addDescribed(context, parts, 'description', 'study', { on: { type: 'study' }, text })
  }
  // Their ids may be readable, or those of a study to be updated: the supplement knows them by what they go out as.
  const described = parts.memos.map(memo =>
    settleMemo(context, normaliseGuid(guidOf('memo', memo.id)) ?? memo.id, memo, exists),
  )
  for (const { id, memo } of existing.codings)
    if (memo) context.usedNotes.add(codingNote(guidOf('coding', id)))
  parts.memos.splice(0, parts.memos.length, ...described, ...memosOfNotes(context, raw.notes, exists))
}

/** @param lines where the selections are; the first few are named */
function halfWords(lines: readonly number[]): string {
  const some = [...new Set(lines)].slice(0, 5).join(', ')
  const [count, more] = [lines.length, new Set(lines).size > 5 ? ', ...' : '']
  return count === 1
    ? 'A selection begins or ends within a word. Look whether its quote is right.'
    : `${count} selections begin or end within a word (lines ${some}${more}). Look whether their quotes are right.`
}

function zoneless(count: number): string {
  return `${count} times have no zone and were taken as UTC. Look at them where the hour matters.`
}

function malformed(count: number): string {
  return `${count} times are no times of the form 2024-03-12T10:00:00Z and are left out. Export the project again where they matter.`
}
