import { byId, type Source, type Study, type Turn, voiceOf } from '@codeerbank/core'
import { codesUnder } from '../codes-under.ts'
import { groupOf } from '../group-by-key.ts'
import { studyIndex } from '../study-index.ts'
import { type Named, unknownName } from '../unknown-name.ts'

/** Which text is meant: all of it, or that of a case, a source, a speaker, a code; where several are given, of all. */
export interface TextScope {
  readonly case?: string
  readonly source?: string
  /**
   * A participant's id, or `source#label` for a speaker who is none (`voiceOf`); where no voice has that key, the label of a
   * participant or of turns, such as `R1` or `Interviewer`.
   */
  readonly speaker?: string
  /** The segments of a code and of all codes below it. */
  readonly code?: string
}

/** Stretches of one source: in order, apart from each other. */
export interface ScopedText {
  readonly source: Source
  readonly spans: readonly { readonly start: number; readonly end: number }[]
}

type Spans = ScopedText['spans']

/**
 * The text that a scope means, by source in the order of the study, without the labels that say who speaks; of overlapping segments
 * a stretch comes once.
 *
 * @throws RangeError for a case, source, speaker or code that the study does not have
 */
export function scopedText(study: Study, scope: TextScope = {}): readonly ScopedText[] {
  for (const [what, id, items] of [
    ['case', scope.case, study.cases],
    ['source', scope.source, study.sources],
    ['code', scope.code, study.codes],
  ] as const)
    if (id !== undefined && byId<Named>(items, id) === undefined) throw unknownName(what, id, items)
  const coded = scope.code === undefined ? undefined : codedSpans(study, scope.code)
  const speaks = scope.speaker === undefined ? undefined : speakerTest(study, scope.speaker)
  const texts: ScopedText[] = []
  for (const source of study.sources) {
    if (scope.case !== undefined && source.case !== scope.case) continue
    if (scope.source !== undefined && source.id !== scope.source) continue
    let spans = saidSpans(source)
    if (speaks !== undefined) spans = source.turns.filter(turn => speaks(source, turn))
    if (coded !== undefined) spans = intersection(spans, coded.get(source.id) ?? [])
    if (spans.length > 0) texts.push({ source, spans })
  }
  return texts
}

type SpeakerTest = (source: Source, turn: Turn) => boolean

/** Whether a turn is of a speaker: by the key of a voice, else by what people call one. */
function speakerTest(study: Study, name: string): SpeakerTest {
  const plain = (text: string | undefined) => text?.normalize('NFC').toLowerCase()
  const said = study.sources.flatMap(source => source.turns.map(turn => ({ source, turn })))
  const byVoice: SpeakerTest = (source, turn) => voiceOf(source, turn) === name
  const byLabel: SpeakerTest = (_, { speaker, participant }) =>
    [speaker, participant === undefined ? undefined : byId(study.participants, participant)?.label].some(
      label => plain(label) === plain(name),
    )
  for (const test of [byVoice, byLabel]) if (said.some(({ source, turn }) => test(source, turn))) return test
  if (study.participants.some(({ id, label }) => id === name || plain(label) === plain(name))) return byVoice
  const labels = new Set(said.map(({ turn }) => turn.speaker))
  throw unknownName('speaker', name, [...study.participants, ...Array.from(labels, id => ({ id }))])
}

/** A text without what stands before its turns to say who speaks, and when. */
function saidSpans({ text, turns }: Source): Spans {
  const spans: { start: number; end: number }[] = []
  let from = 0
  let after = 0
  for (const { start, end, speaker } of turns) {
    const label = text.slice(after, start).lastIndexOf(speaker)
    if (label !== -1) {
      const end = Math.max(after, text.lastIndexOf('\n', after + label) + 1)
      if (end > from) spans.push({ start: from, end })
      from = start
    }
    after = end
  }
  return [...spans, { start: from, end: text.length }]
}

function codedSpans(study: Study, code: string): ReadonlyMap<string, Spans> {
  const index = studyIndex(study)
  const spans = new Map<string, { start: number; end: number }[]>()
  const segments = new Set<number>()
  for (const at of codesUnder(study, index, [code]))
    for (const coding of groupOf(index.codingsOfCode, at)) segments.add(index.codingSegment[coding]!)
  for (const at of segments) {
    const segment = study.segments[at]
    if (segment === undefined || segment.verdict === 'lost') continue
    const list = spans.get(segment.source) ?? []
    list.push({ start: segment.start, end: segment.end })
    spans.set(segment.source, list)
  }
  return new Map([...spans].map(([source, list]) => [source, merged(list)]))
}

/** Spans in order, those that overlap or touch as one. */
export function merged(spans: readonly { readonly start: number; readonly end: number }[]): Spans {
  const result: { start: number; end: number }[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
    else result.push({ start, end })
  }
  return result
}

function intersection(one: Spans, other: Spans): Spans {
  const result: { start: number; end: number }[] = []
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const start = Math.max(one[i]!.start, other[j]!.start)
    const end = Math.min(one[i]!.end, other[j]!.end)
    if (start < end) result.push({ start, end })
    if (one[i]!.end < other[j]!.end) i++
    else j++
  }
  return result
}
