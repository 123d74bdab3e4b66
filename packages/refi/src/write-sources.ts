import { hash } from 'node:crypto'
import {
  type Coding,
  indexText,
  positionOf,
  type Segment,
  type Source,
  type TextIndex,
  toCodePoints,
  unknownTime,
} from '@codeerbank/core'
import type { Element } from 'xast'
import { derivedCodingId, derivedSegmentId } from './derived-ids.ts'
import { guidOf, normaliseGuid, uuidOf, wholeSourceGuid } from './guid.ts'
import { fileText } from './lost-segments.ts'
import {
  importerId,
  isActivities,
  isDay,
  isInterviewForm,
  sourceFieldNames,
  sourceFields,
  timeAttribute,
} from './refi-names.ts'
import { remainderOf } from './remainder.ts'
import { creation, memoKey, readableBy, type WriteContext } from './write-context.ts'
import { variableValue, writeValues } from './write-values.ts'
import { writtenName } from './written-name.ts'
import { carriable, piece, wide } from './xml-piece.ts'

/** The path within a project of the file with the text of a source. */
export function textFile(guid: string): string {
  return `${normaliseGuid(guid) ?? guid}.txt`
}

/**
 * The sources (REFI-QDA `TextSource`) with their selections and codings, as XML in pieces.
 */
export function* writeSources(context: WriteContext): Generator<string> {
  const { study, list } = context
  const segments = Map.groupBy(study.segments, segment => segment.source)
  const codings = Map.groupBy(study.codings, coding => coding.segment)
  keepOrders(context, segments, codings)
  if (study.sources.length > 0) yield '<Sources>\n'
  for (const source of study.sources) {
    const guid = guidOf('source', source.id)
    const path = `internal://${textFile(guid)}`
    const element = piece('TextSource', { guid, name: source.title, plainTextPath: path })
    yield* wide(element, writeSource(context, source, segments.get(source.id) ?? [], codings))
  }
  if (study.sources.length > 0) yield '</Sources>\n'
  for (const { verdict } of study.segments) if (verdict !== undefined) list.add('segment-verdicts')
}

/** Says where the order of the elements is not that of the study. */
function keepOrders(
  { study, lines }: WriteContext,
  segments: ReadonlyMap<string, readonly Segment[]>,
  codings: ReadonlyMap<string, readonly Coding[]>,
): void {
  const written = study.sources.flatMap(({ id }) => segments.get(id) ?? [])
  if (written.some((segment, i) => segment !== study.segments[i])) lines.keepOrder('segment')
  let at = 0
  for (const { id } of written)
    for (const coding of codings.get(id) ?? []) if (coding === study.codings[at]) at += 1
  if (at < study.codings.length) lines.keepOrder('coding')
}

/** What a source holds, in the order that the schema asks for. */
function* writeSource(
  context: WriteContext,
  source: Source,
  segments: readonly Segment[],
  codings: ReadonlyMap<string, readonly Coding[]>,
): Generator<Element> {
  const { list, memos, lines, lost } = context
  const guid = guidOf('source', source.id)
  const bare = normaliseGuid(guid) ?? guid
  const text = fileText(source)
  if (text !== source.text) list.add('byte-order-marks', source.id)
  if (!text.isWellFormed()) list.add('unpaired-surrogates', source.id)
  const placed = memos.get(memoKey({ type: 'source', id: source.id }))
  if (placed?.description !== undefined) yield piece('Description', {}, placed.description)
  const whole: Element[] = []
  const index = indexText(text)
  const skipped = source.text.length - text.length
  for (const segment of segments) {
    const own = codings.get(segment.id) ?? []
    if (lost.has(segment.id)) {
      list.add('lost-segments', segment.id)
      continue
    }
    const onWhole =
      own.length > 0 &&
      isWhole(segment, bare, source) &&
      !memos.has(memoKey({ type: 'segment', id: segment.id }))
    const selected = onWhole ? unknownTime : (timeAttribute(segment.at) ?? unknownTime)
    const pieces = own.map(coding => writeCoding(context, coding, selected))
    if (onWhole) {
      noteSegment(context, segment, importerId, unknownTime)
      whole.push(...pieces)
    } else yield writeSelection(context, segment, index, skipped, pieces)
  }
  const { pieces: values, plain } = writeValues(context, source.values ?? {})
  lines.add('source', source.id, guid, sourceRest(source, plain, bare))
  yield* whole
  for (const targetGUID of placed?.notes ?? []) yield piece('NoteRef', { targetGUID })
  yield* values
  yield* writeFields(source)
}

/** Whether a segment stands for codings of the source as a whole. */
function isWhole({ id, start, end, comment }: Segment, guid: string, { text }: Source): boolean {
  return id === wholeSourceGuid(guid) && start === 0 && end === text.length && comment === undefined
}

function writeFields(source: Source): readonly Element[] {
  return sourceFieldNames.flatMap(field => {
    const value = source[field]
    if (value === undefined || (field === 'date' && !isDay(String(value)))) return []
    const element = { Text: 'TextValue', Date: 'DateValue', Integer: 'IntegerValue' }[
      sourceFields[field].type
    ]
    return [variableValue(sourceFields[field].guid, element, String(value))]
  })
}

function sourceRest(source: Source, values: NonNullable<Source['values']>, guid: string) {
  const { text, ...full } = source
  const { id, title, kind, form, case: of, date, activities, language } = source
  const rest = remainderOf(full, {
    id,
    title: carriable(title),
    kind,
    ...(form !== undefined && isInterviewForm(form) ? { form } : {}),
    case: of,
    ...(date !== undefined && isDay(date) ? { date } : {}),
    ...(activities !== undefined && isActivities(String(activities)) ? { activities } : {}),
    participants: [],
    ...(language === undefined ? {} : { language }),
    turns: [],
    ...(Object.keys(values).length === 0 ? {} : { values }),
  })
  // Turns hold for this very text only.
  return rest === null || source.turns.length === 0 ? rest : { ...rest, turnsOf: textHash(text, guid) }
}

/** By what a text is known again. */
export function textHash(text: string, guid: string): string {
  return hash('sha1', `${guid}\n${text}`).slice(0, 16)
}

function writeSelection(
  context: WriteContext,
  segment: Segment,
  index: TextIndex,
  skipped: number,
  codings: readonly Element[],
): Element {
  const { memos, list } = context
  const { id, by, at, comment = '', quote } = segment
  const placed = memos.get(memoKey({ type: 'segment', id }))
  const time = timeAttribute(at) ?? unknownTime
  noteSegment(context, segment, readableBy(context, by), time)
  if (splits(index.text, segment.start - skipped) || splits(index.text, segment.end - skipped))
    list.add('split-characters', id)
  return piece(
    'PlainTextSelection',
    {
      guid: guidOf('segment', id),
      name: placed?.name ?? writtenName(quote),
      startPosition: toCodePoints(index, segment.start - skipped),
      endPosition: toCodePoints(index, segment.end - skipped),
      ...creation(context, by, at),
    },
    ...(comment === '' ? [] : [piece('Description', {}, comment)]),
    ...codings,
    ...(placed?.notes ?? []).map(targetGUID => piece('NoteRef', { targetGUID })),
  )
}

function splits(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}

/** Keeps what the elements of a segment do not tell. */
function noteSegment({ study, lines }: WriteContext, segment: Segment, by: string, at: string): void {
  const { comment } = segment
  const full = { by: segment.by, at: segment.at, ...(comment === undefined ? {} : { comment }) }
  const plain = { by, at, ...(comment ? { comment: carriable(comment) } : {}) }
  lines.add('segment', segment.id, guidOf('segment', segment.id), remainderOf(full, plain), {
    derived: derivedSegmentId(segment),
    at: () => positionOf(study.segments, segment.id),
  })
}

/** @param selected what is read as the time of the coding where it has none: that of its selection */
function writeCoding(context: WriteContext, coding: Coding, selected: string): Element {
  const { study, lines, memos, list } = context
  const guid = guidOf('coding', coding.id)
  const { segment: _, code: _code, codeVersion, id, ...full } = coding
  if (codeVersion !== 1) list.add('definition-versions')
  const notes = [...(memos.get(memoKey({ type: 'coding', id }))?.notes ?? [])]
  if (coding.memo) notes.unshift(codingNote(guid))
  const memo = coding.memo ? { memo: carriable(coding.memo) } : {}
  const plain = { coder: coding.coder, at: timeAttribute(coding.at) ?? selected, ...memo }
  lines.add('coding', id, guid, remainderOf(full, plain), {
    derived: derivedCodingId(coding),
    at: () => positionOf(study.codings, id),
  })
  return piece(
    'Coding',
    { guid, ...creation(context, coding.coder, coding.at) },
    piece('CodeRef', { targetGUID: guidOf('code', coding.code) }),
    ...notes.map(targetGUID => piece('NoteRef', { targetGUID })),
  )
}

/** The GUID of the note that carries the memo of a coding. */
export function codingNote(coding: string): string {
  return uuidOf(`coding-memo:${normaliseGuid(coding)}`)
}
