import { describeSegment, type Segment, type Source } from '@codeerbank/core'
import { derivedSegmentId } from './derived-ids.ts'
import { addDescribed } from './described-memo.ts'
import { uuidOf, wholeSourceGuid } from './guid.ts'
import type { RawSelection, RawSource } from './raw-project.ts'
import { readCodings } from './read-codings.ts'
import {
  byOf,
  checkedChange,
  derivedIdOf,
  placeNotes,
  type ReadContext,
  settleRest,
  timeOf,
} from './read-context.ts'
import { repeated } from './read-framework.ts'
import type { SourceReading } from './read-sources.ts'
import { plainSpace } from './selection-name.ts'

export interface Span {
  readonly start: number
  readonly end: number
}

/** A selection in its place, with its codings; one whose GUID was there before adds to that, or is given one of its own. */
export function readSelection(
  reading: SourceReading,
  source: Source,
  raw: RawSelection,
  span: Span,
  named: boolean,
): NewSegment | undefined {
  const { context, seen, made } = reading
  if (!seen.segment.add(raw.guid)) return addSelection(reading, source, raw, span, named)
  repeated(context, 'selection', raw.line)
  const first = made.segment(idOfSegment(context, raw.guid, source, span))
  const again = { ...raw, guid: uuidOf(`again:${raw.guid}:${source.id}:${span.start}-${span.end}`) }
  if (first !== undefined && isAt(first, source, span)) return addToSelection(reading, first, raw)
  if (!seen.segment.add(again.guid)) return addSelection(reading, source, again, span, named)
  const same = made.segment(idOfSegment(context, again.guid, source, span))
  return same && addToSelection(reading, same, raw)
}

function isAt(segment: NewSegment, { id }: Source, { start, end }: Span): boolean {
  return segment.source === id && segment.start === start && segment.end === end
}

/** What a selection has that comes a second time. */
export function addToSelection(reading: SourceReading, segment: NewSegment, raw: RawSelection): NewSegment {
  const { context } = reading
  const { id, comment } = segment
  if (raw.description !== undefined && raw.description !== comment)
    context.list.add('second-description', raw.line)
  placeNotes(context, raw.notes, { type: 'segment', id })
  readCodings(reading, raw.codings, id)
  return segment
}

function addSelection(
  reading: SourceReading,
  source: Source,
  raw: RawSelection,
  span: Span,
  named: boolean,
): NewSegment {
  const { context, parts } = reading
  const segment = segmentOf(context, raw, source, span)
  parts.segments.push(segment)
  placeNotes(context, raw.notes, { type: 'segment', id: segment.id })
  readCodings(reading, raw.codings, segment.id)
  // A name that is not the words of the selection is one of its own.
  if (!named && raw.name !== '' && plainSpace(raw.name) !== plainSpace(segment.quote))
    addDescribed(context, parts, 'name', raw.guid, {
      on: { type: 'segment', id: segment.id },
      title: raw.name,
      text: '',
    })
  return segment
}

export type NewSegment = Omit<Segment, 'verdict'>

function idOfSegment(
  context: ReadContext,
  guid: string,
  { id: source }: Source,
  { start, end }: Span,
): string {
  const told = context.supplement.of('segment', guid)
  return derivedIdOf(context, 'segment', guid, told, derivedSegmentId({ source, start, end }))
}

function segmentOf(
  context: ReadContext,
  raw: Pick<RawSelection, 'guid' | 'by' | 'at' | 'description'>,
  source: Source,
  { start, end }: Span,
): NewSegment {
  const { exact: quote, prefix, suffix } = describeSegment(source.text, start, end)
  const told = context.supplement.of('segment', raw.guid)
  const bare: NewSegment = {
    id: derivedIdOf(context, 'segment', raw.guid, told, derivedSegmentId({ source: source.id, start, end })),
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
export function readWhole(reading: SourceReading, source: Source, raw: RawSource): void {
  const { context, parts, seen, made } = reading
  const guid = wholeSourceGuid(raw.guid)
  if (source.text === '') {
    context.list.add('coding', raw.line, raw.codings.length)
    return
  }
  const whole = { guid, by: null, at: undefined, description: undefined }
  const span = { start: 0, end: source.text.length }
  const segment = segmentOf(context, whole, source, span)
  if (!seen.segment.add(guid)) {
    parts.segments.push(segment)
    readCodings(reading, raw.codings, segment.id)
    return
  }
  const first = made.segment(segment.id)
  if (first !== undefined && isAt(first, source, span)) readCodings(reading, raw.codings, first.id)
  else context.list.add('coding', raw.line, raw.codings.length)
}
