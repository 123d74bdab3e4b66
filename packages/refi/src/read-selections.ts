import { describeSegment, type Segment, type Source } from '@codeerbank/core'
import { derivedSegmentId } from './derived-ids.ts'
import { addDescribed } from './described-memo.ts'
import { nameEvidence } from './detect-offsets.ts'
import { uuidOf, wholeSourceGuid } from './guid.ts'
import { isMisplaced } from './misplaced.ts'
import { type OffsetReader, offsetReader } from './offset-encoding.ts'
import type { ProjectText } from './project-text.ts'
import { furtherCodings } from './raw-marks.ts'
import type { RawSelection, RawSource } from './raw-project.ts'
import { readCodings } from './read-codings.ts'
import {
  byOf,
  checkedChange,
  derivedIdOf,
  placeNotes,
  problem,
  type ReadContext,
  settleRest,
  timeOf,
} from './read-context.ts'
import { repeated } from './read-framework.ts'
import type { SourceReading } from './read-sources.ts'
import { wordsFinder } from './words-finder.ts'

interface Span {
  readonly start: number
  readonly end: number
}

/** The selections of a source, each where its positions are. */
export function readSelections(
  reading: SourceReading,
  source: Source,
  raw: RawSource,
  text: ProjectText,
): void {
  const { context, encoding } = reading
  if (text.text === '') {
    leaveAllOut(context, raw, text)
    return
  }
  const exact = offsetReader(text, encoding)
  const synced = offsetReader(text, { ...encoding, end: 'exclusive' })
  let plain: string | undefined
  const plainText = () => (plain ??= text.text.replace(/\s+/gu, ' '))
  const marks = raw.selections.some(({ words }) => words !== undefined)
    ? markReader(reading, source)
    : undefined
  for (const selection of raw.selections) {
    if (selection.words !== undefined) {
      marks?.read(selection, selection.words)
      continue
    }
    const read = selection.synced ? synced : exact
    const span = read(selection.start, selection.end) ?? toTheEnd(context, text.text, selection, read)
    if (span === null) {
      leaveOut(context, selection, 'selection-outside-text', outside)
      continue
    }
    const { name } = selection
    const named = nameEvidence(text.text.slice(span.start, span.end), name) > 0
    if (!named && !selection.synced && isMisplaced(text.text, plainText, span, name))
      leaveOut(context, selection, 'selection-misplaced', elsewhere)
    else {
      const segment = readSelection(reading, source, selection, span, named)
      if (segment !== undefined) marks?.keep(selection, segment)
    }
  }
}

/**
 * Up to the end of the text, for a selection that ends just after it: some programs count a last line end that their text does
 * not have.
 */
function toTheEnd(
  context: ReadContext,
  text: string,
  { start, end, line }: RawSelection,
  read: OffsetReader,
): Span | null {
  const span = read(start, end - 1) ?? read(start, end - 2)
  if (span?.end !== text.length) return null
  problem(context, 'selection-past-end', pastEnd, line, 'warning')
  return span
}

const pastEnd =
  'The selection ends one or two characters after its text and is read up to the end of that. Look at its quote.'

/** Reads marks on the pages of a source by the words that they cover. */
function markReader(reading: SourceReading, source: Source) {
  const { context, lookedThrough } = reading
  const find = wordsFinder(source.text, lookedThrough)
  const byName = new Map<string, { readonly raw: RawSelection; readonly segment: NewSegment }[]>()
  return {
    /** Keeps a selection of the text: what goes on to another page is marked there under the same name. */
    keep(raw: RawSelection, segment: NewSegment): void {
      const others = byName.get(raw.name)
      if (others === undefined) byName.set(raw.name, [{ raw, segment }])
      else others.push({ raw, segment })
    },
    read(raw: RawSelection, words: string): void {
      const span = find(words)
      if (typeof span === 'string') {
        problem(context, 'selection-unplaced', unplaced[span], raw.line, 'warning')
        context.list.add('pdf-selection', raw.line)
        context.list.add('coding', raw.line, raw.codings.length)
        context.list.add('note-place', raw.line, raw.notes.length)
        return
      }
      const whole = (raw.name === '' ? undefined : byName.get(raw.name))?.find(
        ({ segment }) => segment.start <= span.start && span.end <= segment.end,
      )
      const named = nameEvidence(source.text.slice(span.start, span.end), raw.name) > 0
      if (whole === undefined) readSelection(reading, source, raw, span, named)
      else
        addToSelection(reading, whole.segment, {
          ...raw,
          codings: furtherCodings(whole.raw.codings, raw.codings),
        })
    },
  }
}

const unplaced = {
  nowhere:
    'The words that are marked on the page do not stand so in the text of the PDF: the mark is left out with its codings. Make it in the text.',
  several:
    'The words that are marked on the page stand in several places of the text: the mark is left out with its codings. Make it in the text.',
} as const

const outside = 'The selection has no place in its text and is left out with its codings. Make it again.'
const elsewhere =
  'The words that the selection is named for stand elsewhere in its text: it is left out with its codings. Make it again.'

function leaveOut(context: ReadContext, selection: RawSelection, code: string, message: string): void {
  problem(context, code, message, selection.line)
  listLost(context, selection)
}

function listLost({ list }: ReadContext, { line, codings, notes }: RawSelection): void {
  list.add('text-selection', line)
  list.add('coding', line, codings.length)
  list.add('note-place', line, notes.length)
}

/** Without a text no selection has a place; that the text is missing was said already. */
function leaveAllOut(context: ReadContext, { selections, line }: RawSource, { missing }: ProjectText): void {
  for (const selection of selections) listLost(context, selection)
  if (selections.length > 0 && missing !== true)
    problem(
      context,
      'selection-outside-text',
      `The text of the source is empty: its ${selections.length} selections are left out with their codings. Export the project again.`,
      line,
    )
}

function readSelection(
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
function addToSelection(reading: SourceReading, segment: NewSegment, raw: RawSelection): NewSegment {
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
  if (!named && raw.name !== '' && raw.name.trim() !== segment.quote.trim())
    addDescribed(context, parts, 'name', raw.guid, {
      on: { type: 'segment', id: segment.id },
      title: raw.name,
      text: '',
    })
  return segment
}

type NewSegment = Omit<Segment, 'verdict'>

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

/**
 * The stretches of a source on which its notes stand.
 *
 * @returns the notes that stand on no stretch of it
 */
export function readStretches(
  reading: SourceReading,
  source: Source,
  { notes }: RawSource,
  text: ProjectText,
): readonly string[] {
  const { context, encoding } = reading
  if (notes.length === 0) return notes
  const exact = offsetReader(text, encoding)
  return notes.filter(guid => {
    const stretch = context.notes.get(guid)?.stretch
    const span = stretch && !context.placedNotes.has(guid) ? exact(stretch.start, stretch.end) : null
    if (stretch === undefined || span === null) return true
    context.placedNotes.add(guid)
    readSelection(reading, source, stretch, span, false)
    return false
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
