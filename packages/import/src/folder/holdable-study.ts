import { isDeepStrictEqual } from 'node:util'
import { readCodebook, writeCodebook } from '@codeerbank/codebook'
import {
  byId,
  type Code,
  type Codebook,
  describeSegment,
  type Frame,
  type MemoTarget,
  type Segment,
  type Source,
  type Study,
} from '@codeerbank/core'
import { type FolderNotCarried, folderLosses } from './folder-not-carried.ts'

/** A study as a folder can hold it: its codebook as Markdown, the rest, and what had to be left behind. */
export interface HoldableStudy {
  readonly study: Study
  readonly codebook: string
  readonly notCarried: readonly FolderNotCarried[]
}

/** Takes from a study what a study folder has no place for. */
export function holdableStudy(given: Study): HoldableStudy {
  const named = withHoldableIds(given)
  const codebook = writeCodebook({ codes: named.codes, frames: named.frames }, { language: named.language })
  const back = readCodebook(codebook).value
  const sources = named.sources.map(withHoldableText)
  const lost = new Set(named.segments.filter(segment => isLost(named, segment)).map(({ id }) => id))
  const segments = named.segments
    .filter(({ id }) => !lost.has(id))
    .map(segment => holdableSegment(segment, byId(sources, segment.source)!))
  const codings = named.codings.filter(({ segment }) => !lost.has(segment))
  const isKept = ({ type, id = '' }: MemoTarget) =>
    type === 'segment'
      ? !lost.has(id)
      : type !== 'coding' || !lost.has(byId(named.codings, id)?.segment ?? '')
  const study: Study = {
    ...named,
    codes: back.codes,
    frames: back.frames,
    sources,
    segments,
    codings,
    memos: lost.size === 0 ? named.memos : named.memos.filter(({ on }) => isKept(on)),
    summaries: named.summaries.map(summary => ({
      ...summary,
      cites: summary.cites.filter(({ coding }) => isKept({ type: 'coding', id: coding })),
    })),
  }
  const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id)
  const notCarried = folderLosses({
    'definition-versions': [
      ...ids(named.codes.filter(({ version }) => version > 1)),
      ...ids(named.codings.filter(({ codeVersion }) => codeVersion !== 1)),
      ...ids(named.screenings.filter(({ codeVersion }) => codeVersion !== 1)),
      ...ids(named.summaries.filter(({ cites }) => cites.some(({ codeVersion }) => codeVersion !== 1))),
    ],
    'code-order': ids(named.codes.filter(({ id }, i) => id !== back.codes[i]?.id)),
    'codebook-texts': [...unlike(given, named), ...unlike(named, back)],
    'text-characters': ids(sources.filter((source, i) => source.text !== named.sources[i]!.text)),
    origins: ids(sources.filter(({ origin }) => origin !== undefined)),
    'segment-verdicts': ids(segments.filter(({ id }) => byId(named.segments, id)?.verdict !== undefined)),
    'segment-surroundings': ids(
      segments.filter(segment => !sameSurroundings(segment, byId(named.segments, segment.id)!)),
    ),
    'lost-segments': [...lost],
  })
  return { study, codebook, notCarried }
}

/** The ids of codes and frames that are not the same in two codebooks, their order and versions apart. */
function unlike(one: Codebook, other: Codebook): readonly string[] {
  const versionless = ({ version: _, ...code }: Code) => code
  const codes = new Map(other.codes.map(code => [code.id, versionless(code)]))
  const frames = new Map(other.frames.map(frame => [frame.id, frame]))
  return [
    ...one.codes.filter(code => !isDeepStrictEqual(versionless(code), codes.get(code.id))),
    ...one.frames.filter(frame => !isDeepStrictEqual(frame, frames.get(frame.id))),
  ].map(({ id }) => id)
}

/** A text of the codebook without what Markdown cannot carry. */
function holdable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD').replaceAll('\v', '\n')
}

/** Ids of codes, frames and rows stand in the codebook, so wherever they are named they are what it can hold. */
function withHoldableIds(study: Study): Study {
  const taken = new Set([...study.codes, ...study.frames].map(({ id }) => id))
  const renamed = new Map<string, string>()
  const rowIds = study.frames.flatMap(({ rows }) => rows.map(({ id }) => id))
  for (const id of new Set([
    ...study.codes.map(code => code.id),
    ...study.frames.map(each => each.id),
    ...rowIds,
  ])) {
    if (holdable(id) === id) continue
    let next = holdable(id)
    while (taken.has(next)) next += '-'
    taken.add(next)
    renamed.set(id, next)
  }
  if (renamed.size === 0) return study
  const name = (id: string) => renamed.get(id) ?? id
  return {
    ...study,
    codes: study.codes.map(code => ({
      ...code,
      id: name(code.id),
      parent: code.parent === null ? null : name(code.parent),
      ...(code.mergedInto === undefined ? {} : { mergedInto: name(code.mergedInto) }),
    })),
    frames: study.frames.map(
      (frame): Frame => ({
        ...frame,
        id: name(frame.id),
        rows: frame.rows.map(row => ({ ...row, id: name(row.id), codes: row.codes.map(name) })),
      }),
    ),
    codings: study.codings.map(coding => ({ ...coding, code: name(coding.code) })),
    screenings: study.screenings.map(screening => ({ ...screening, code: name(screening.code) })),
    judgements: study.judgements.map(each => ({
      ...each,
      frame: name(each.frame),
      rows: each.rows.map(name),
    })),
    summaries: study.summaries.map(each => ({ ...each, frame: name(each.frame), row: name(each.row) })),
    memos: study.memos.map(memo => {
      const { type, id } = memo.on
      return id !== undefined && (type === 'code' || type === 'frame')
        ? { ...memo, on: { type, id: name(id) } }
        : memo
    }),
  }
}

/** A text in which what a text file would not give back is replaced, one unit by one, so that every place stays. */
function withHoldableText(source: Source): Source {
  const text = source.text.toWellFormed().replaceAll('\0', '\uFFFD').replaceAll('\r', '\n')
  return text === source.text ? source : { ...source, text }
}

function isLost({ sources }: Study, { source, start, end, quote, verdict }: Segment): boolean {
  const text = byId(sources, source)?.text
  return verdict === 'lost' || text === undefined || start >= end || text.slice(start, end) !== quote
}

function holdableSegment({ verdict: _, ...segment }: Segment, { text }: Source): Segment {
  const { exact: quote, prefix, suffix } = describeSegment(text, segment.start, segment.end)
  return { ...segment, quote, prefix, suffix }
}

function sameSurroundings(one: Segment, other: Segment): boolean {
  return one.prefix === other.prefix && one.suffix === other.suffix
}
