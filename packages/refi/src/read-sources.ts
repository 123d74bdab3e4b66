import { type InterviewForm, type Source, sourceKinds, type Turn, type Value } from '@codeerbank/core'
import { addDescribed } from './described-memo.ts'
import { uuidOf } from './guid.ts'
import type { GuidSet } from './guid-set.ts'
import { type OffsetEncoding, offsetReader } from './offset-encoding.ts'
import type { ProjectParts } from './project-parts.ts'
import type { ProjectText } from './project-text.ts'
import type { RawSource } from './raw-project.ts'
import { byOf, checkedChange, idOf, placeNotes, type ReadContext, settle, timeOf } from './read-context.ts'
import { addValue, type ReadVariables, repeated, unknownReference } from './read-framework.ts'
import { readWhole } from './read-segment.ts'
import { readSelections, readStretches } from './read-selections.ts'
import { readValue } from './read-values.ts'
import { caseless, isActivities, isDay, isInterviewForm } from './refi-names.ts'
import type { MadeSoFar } from './repeated.ts'
import { textHash } from './write-sources.ts'

export interface SourceReading {
  readonly context: ReadContext
  readonly parts: ProjectParts
  readonly variables: ReadVariables
  readonly caseOf: ReadonlyMap<string, string>
  /** The ids of the cases by their GUID. */
  readonly cases: ReadonlyMap<string, string>
  readonly encoding: OffsetEncoding
  /** What becomes of selections that begin within a word, and do not bear their words as a name. */
  readonly halves: 'taken' | 'said' | 'left-out'
  readonly codes: ReadonlySet<string>
  /** The ids of the codes named so far, by GUID; `null` for a code that the project does not have. */
  readonly codeIds: Map<string, string | null>
  readonly seen: { readonly source: GuidSet; readonly segment: GuidSet; readonly coding: GuidSet }
  /** How many characters of texts may still be looked through for words that are marked on pages. */
  readonly lookedThrough: { left: number }
  /** What was made so far, to be asked where a GUID comes twice. */
  readonly made: {
    readonly source: MadeSoFar<ProjectParts['sources'][number]>
    readonly segment: MadeSoFar<ProjectParts['segments'][number]>
    readonly coding: MadeSoFar<ProjectParts['codings'][number]>
  }
}

/** A source with its selections and codings. */
export function readSource(reading: SourceReading, raw: RawSource, text: ProjectText): void {
  const { context, seen, made } = reading
  if (!seen.source.add(raw.guid)) {
    addSource(reading, raw, text)
    return
  }
  repeated(context, 'source', raw.line)
  const first = made.source(idOf(context, 'source', raw.guid))?.item
  if (first?.text === text.text) readInto(reading, first, raw, text)
  else {
    const guid = uuidOf(`again:${raw.guid}:${textHash(text.text, raw.guid)}`)
    const again = { ...raw, guid }
    const same = seen.source.add(guid) ? made.source(idOf(context, 'source', guid))?.item : undefined
    if (same === undefined) addSource(reading, again, text, raw.guid)
    else readInto(reading, same, again, text)
  }
}

/** @param of the GUID that cases name the source by */
function addSource(reading: SourceReading, raw: RawSource, text: ProjectText, of = raw.guid): void {
  const { context, parts, caseOf } = reading
  const source = sourceOf(reading, raw, text, caseOf.get(of) ?? caseless.id)
  const by = byOf(context, raw.by)
  const at = timeOf(context, raw.at)
  parts.sources.push({ item: source, by, at })
  if (text.missing) parts.textless.add(source.id)
  readInto(reading, source, raw, text)
}

/** What stands on a source. */
function readInto(reading: SourceReading, source: Source, raw: RawSource, text: ProjectText): void {
  const { context, parts } = reading
  placeNotes(context, readStretches(reading, source, raw, text), { type: 'source', id: source.id })
  if (raw.description !== undefined)
    addDescribed(context, parts, 'description', raw.guid, {
      on: { type: 'source', id: source.id },
      text: raw.description,
    })
  readSelections(reading, source, raw, text)
  if (raw.codings.length > 0) readWhole(reading, source, raw)
}

function sourceOf(reading: SourceReading, raw: RawSource, decoded: ProjectText, of: string): Source {
  const { text } = decoded
  const { context, variables, parts } = reading
  const id = idOf(context, 'source', raw.guid)
  const values: Record<string, Value> = {}
  const fields: Fields = {}
  for (const element of raw.values) {
    const read = readValue(element)
    const field = read === null ? undefined : variables.field(read.variable)
    const variable = read === null ? undefined : variables.id(read.variable, 'source')
    if (read !== null && field !== undefined) takeField(fields, field, read.value)
    else if (read !== null && variable !== undefined)
      addValue(context, values, variable, read.value, element.line)
    else unknownReference(context, 'variable', element.line)
  }
  const plain: Source = {
    id,
    title: raw.title,
    kind: 'interview',
    case: of,
    ...fields,
    participants: [],
    text,
    turns: turnsOf(reading, raw, decoded),
    ...(Object.keys(values).length === 0 ? {} : { values }),
  }
  const known = new Set(parts.participants.map(each => each.id))
  return settle(context, 'source', raw.guid, plain, ({ turnsOf: hash, ...whole }) => {
    const fits = hash === undefined || hash === textHash(text, raw.guid)
    if (!fits) context.list.add('supplement-details', id)
    const source = checkedChange('add-source', {
      source: { ...whole, ...(fits ? {} : { turns: plain.turns }), id, text, case: of },
    })?.source
    return source && withKnown(source, known)
  })
}

/** A source of which no participant is named that the study does not have. */
function withKnown(source: Source, known: ReadonlySet<string>): Source {
  const turns = source.turns.map(turn => {
    if (turn.participant === undefined || known.has(turn.participant)) return turn
    const { participant: _, ...rest } = turn
    return rest
  })
  return { ...source, turns, participants: source.participants.filter(id => known.has(id)) }
}

type Fields = { -readonly [K in 'kind' | 'form' | 'date' | 'activities' | 'language']?: Source[K] }

function takeField(fields: Fields, field: keyof Fields, value: Value): void {
  const text = String(value ?? '')
  if (field === 'kind') fields.kind = sourceKinds.find(kind => kind === text) ?? 'interview'
  else if (field === 'form' && isInterviewForm(text)) fields.form = text satisfies InterviewForm
  else if (field === 'date' && isDay(text)) fields.date = text
  else if (field === 'activities' && isActivities(text)) fields.activities = Number(text)
  else if (field === 'language' && (text === 'nl' || text === 'en')) fields.language = text
}

/** The stretches between the synchronisation points of a transcript, with their times. */
function turnsOf({ encoding }: SourceReading, { syncPoints }: RawSource, text: ProjectText): readonly Turn[] {
  if (syncPoints.length === 0) return []
  const read = offsetReader(text, { ...encoding, end: 'exclusive' })
  const starts = syncPoints.flatMap(({ position, time }) => {
    const start = position === 0 ? 0 : read(0, position)?.end
    return start === undefined || time < 0 ? [] : [{ start, time: time / 1000 }]
  })
  const sorted = starts.sort((a, b) => a.start - b.start)
  return sorted.flatMap(({ start, time }, i): readonly Turn[] => {
    const stretch = text.text.slice(start, sorted[i + 1]?.start ?? text.text.length)
    const words = stretch.trim()
    const from = start + stretch.indexOf(words)
    return words === '' ? [] : [{ start: from, end: from + words.length, speaker: '', role: 'unknown', time }]
  })
}
