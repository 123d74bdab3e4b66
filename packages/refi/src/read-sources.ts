import {
  describeSegment,
  type InterviewForm,
  type Segment,
  type Source,
  sourceKinds,
  type Turn,
  type Value,
} from '@codeerbank/core'
import { derivedSegmentId } from './derived-ids.ts'
import { addDescribed } from './described-memo.ts'
import { nameEvidence } from './detect-offsets.ts'
import { wholeSourceGuid } from './guid.ts'
import type { GuidSet } from './guid-set.ts'
import { isMisplaced } from './misplaced.ts'
import { type OffsetEncoding, offsetReader } from './offset-encoding.ts'
import type { ProjectParts } from './project-parts.ts'
import type { ProjectText } from './project-text.ts'
import type { RawSelection, RawSource } from './raw-project.ts'
import { readCodings } from './read-codings.ts'
import {
  byOf,
  checkedChange,
  derivedIdOf,
  idOf,
  placeNotes,
  problem,
  type ReadContext,
  settle,
  settleRest,
  timeOf,
} from './read-context.ts'
import { duplicate, type ReadVariables, unknownReference } from './read-framework.ts'
import { readValue } from './read-values.ts'
import { caseless, isDay, isInterviewForm } from './refi-names.ts'
import { textHash } from './write-sources.ts'

export interface SourceReading {
  readonly context: ReadContext
  readonly parts: ProjectParts
  readonly variables: ReadVariables
  readonly caseOf: ReadonlyMap<string, string>
  readonly encoding: OffsetEncoding
  readonly codes: ReadonlySet<string>
  /** The ids of the codes named so far, by GUID; `null` for a code that the project does not have. */
  readonly codeIds: Map<string, string | null>
  readonly seen: { readonly source: GuidSet; readonly segment: GuidSet; readonly coding: GuidSet }
}

/** A source with its selections and codings. */
export function readSource(reading: SourceReading, raw: RawSource, text: ProjectText): void {
  const { context, parts, seen, caseOf, encoding } = reading
  if (seen.source.add(raw.guid)) {
    duplicate(context, 'source', raw.line)
    context.list.add('text-selection', raw.line, raw.selections.length)
    return
  }
  const source = sourceOf(reading, raw, text, caseOf.get(raw.guid) ?? caseless.id)
  const by = byOf(context, raw.by)
  const at = timeOf(context, raw.at)
  parts.sources.push({ item: source, by, at })
  placeNotes(context, raw.notes, { type: 'source', id: source.id })
  if (raw.description !== undefined)
    addDescribed(context, parts, 'description', raw.guid, {
      on: { type: 'source', id: source.id },
      text: raw.description,
    })
  const exact = offsetReader(text, encoding)
  const synced = offsetReader(text, { ...encoding, end: 'exclusive' })
  let plain: string | undefined
  const plainText = () => (plain ??= text.text.replace(/\s+/gu, ' '))
  for (const selection of raw.selections) {
    const span = (selection.synced ? synced : exact)(selection.start, selection.end)
    if (span === null) {
      leaveOut(context, selection, 'selection-outside-text', outside)
      continue
    }
    const { name } = selection
    const named = nameEvidence(text.text.slice(span.start, span.end), name) > 0
    if (!named && !selection.synced && isMisplaced(text.text, plainText, span, name))
      leaveOut(context, selection, 'selection-misplaced', elsewhere)
    else readSelection(reading, source, selection, span, named)
  }
  if (raw.codings.length > 0) readWhole(reading, source, raw)
}

const outside = 'The selection has no place in its text and is left out with its codings. Make it again.'
const elsewhere =
  'The words that the selection is named for stand elsewhere in its text: it is left out with its codings. Make it again.'

function leaveOut(context: ReadContext, selection: RawSelection, code: string, message: string): void {
  problem(context, code, message, selection.line)
  context.list.add('text-selection', selection.line)
  context.list.add('coding', selection.line, selection.codings.length)
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
    else if (read !== null && variable !== undefined) values[variable] = read.value
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
  else if (field === 'activities' && /^[1-9]\d{0,8}$/.test(text)) fields.activities = Number(text)
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

function readSelection(
  reading: SourceReading,
  source: Source,
  raw: RawSelection,
  span: { readonly start: number; readonly end: number },
  named: boolean,
): void {
  const { context, parts, seen } = reading
  if (seen.segment.add(raw.guid)) {
    duplicate(context, 'selection', raw.line)
    context.list.add('text-selection', raw.line)
    context.list.add('coding', raw.line, raw.codings.length)
    return
  }
  const segment = segmentOf(context, raw, source, span)
  parts.segments.push(segment)
  placeNotes(context, raw.notes, { type: 'segment', id: segment.id })
  readCodings(reading, raw.codings, segment.id)
  // A name that is not the words of the selection is one of its own.
  if (!named && raw.name !== '' && raw.name.trim() !== segment.quote.trim())
    addDescribed(context, parts, 'name', raw.guid, {
      on: { type: 'segment', id: segment.id },
      title: raw.name,
      text: '',
    })
}

type NewSegment = Omit<Segment, 'verdict'>

function segmentOf(
  context: ReadContext,
  raw: Pick<RawSelection, 'guid' | 'by' | 'at' | 'description'>,
  source: Source,
  { start, end }: { readonly start: number; readonly end: number },
): NewSegment {
  const { exact: quote, prefix, suffix } = describeSegment(source.text, start, end)
  const told = context.supplement.of('segment', raw.guid)
  const derived = derivedSegmentId({ source: source.id, start, end })
  const bare: NewSegment = {
    id: derivedIdOf(context, 'segment', raw.guid, told, derived),
    source: source.id,
    start,
    end,
    quote,
    prefix,
    suffix,
    by: byOf(context, raw.by),
    at: timeOf(context, raw.at),
  }
  const plain = raw.description === undefined ? bare : { ...bare, comment: raw.description }
  if (told === undefined || told.rest === null) return plain
  return settleRest(context, raw.guid, plain, told.rest, ({ by, at, comment }) => {
    const { by: _, at: _at, comment: _comment, ...segment } = plain
    const whole = comment === undefined ? segment : { ...segment, comment }
    const change = checkedChange('add-segment', { segment: whole, by, at })
    return change && { ...change.segment, by: change.by, at: change.at }
  })
}

/** Codings of a source as a whole stand on a segment that is all of its text. */
function readWhole(reading: SourceReading, source: Source, raw: RawSource): void {
  const { context, parts, seen } = reading
  const guid = wholeSourceGuid(raw.guid)
  if (source.text === '' || seen.segment.add(guid)) {
    context.list.add('coding', raw.line, raw.codings.length)
    return
  }
  const whole = { guid, by: null, at: undefined, description: undefined }
  const segment = segmentOf(context, whole, source, { start: 0, end: source.text.length })
  parts.segments.push(segment)
  readCodings(reading, raw.codings, segment.id)
}
