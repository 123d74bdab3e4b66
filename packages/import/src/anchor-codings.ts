import { codeFinder, nearestName } from '@codeerbank/codebook'
import {
  byId,
  type Change,
  type Coder,
  describeSegment,
  type Problem,
  type Reading,
  type Segment,
  type Source,
  type Span,
  type Study,
  unknownTime,
} from '@codeerbank/core'
import { anchorQuote } from './anchor-quote.ts'
import { foldName } from './atlas/code-names.ts'
import { sourceFinder } from './atlas/source-finder.ts'
import type { CodingRow } from './coding-row.ts'

/** A segment as a change adds it. */
type NewSegment = Omit<Segment, 'by' | 'at' | 'verdict'>

/** The part of a study that codings are anchored to. */
export type AnchorStudy = Pick<Study, 'sources' | 'codes' | 'coders' | 'segments' | 'codings'>

/** The id of the segment at a stretch of a source: the same stretch is the same segment, whoever codes it. */
export function segmentId(source: string, start: number, end: number): string {
  return `${source}:${start}-${end}`
}

/**
 * The id for a new segment at a stretch: that of the stretch, or that with a number where a segment has it that stood there before its
 * source was corrected.
 */
export function freeSegmentId(stretch: string, taken: { has(id: string): boolean }): string {
  if (!taken.has(stretch)) return stretch
  for (let n = 2; ; n++) if (!taken.has(`${stretch}/${n}`)) return `${stretch}/${n}`
}

/**
 * Turns listed codings into changes: each quote is found in its source, each code by its name in the codebook. Sources and coders go
 * by id, or else by the title or file of a source and the name of a coder.
 *
 * @param study the study with its sources, codes and coders
 * @param rows the codings, in order
 * @returns the changes that add the segments and the codings, for all rows that fit; and a problem for each that does
 *   not: `unknown-source`, `ambiguous-source`, `unknown-code`, `ambiguous-code`, `retired-code`, `unknown-coder`, `quote-not-found`,
 *   `quote-ambiguous`, `segment-differs`; and the warning `duplicate-coding`, for a coding that is already there
 */
export function anchorCodings(study: AnchorStudy, rows: readonly CodingRow[]): Reading<readonly Change[]> {
  const findCode = codeFinder(study.codes)
  const findSource = sourceFinder(study.sources)
  const findCoder = coderByName(study.coders)
  const changes: Change[] = []
  const problems: Problem[] = []
  const segments = new Map<string, string>()
  const spans = new Map<string, string>()
  for (const { id, source, start, end, verdict } of study.segments) {
    // A lost segment stands nowhere; what it says of its place is of a text that is no more.
    if (verdict !== 'lost') segments.set(segmentId(source, start, end), id)
    spans.set(id, verdict === 'lost' ? '' : segmentId(source, start, end))
  }
  const codings = new Set(study.codings.map(coding => coding.id))
  for (const row of rows) {
    const place = row.place === undefined ? {} : { place: row.place }
    const before = problems.length
    const report = (code: string, severity: Problem['severity'], message: string) =>
      problems.push({ code, severity, message, ...place })
    const found = byId(study.sources, row.source) ?? findSource(row.source)
    const source = found === 'ambiguous' ? undefined : found
    if (found === 'ambiguous')
      report(
        'ambiguous-source',
        'error',
        `Several sources go by "${row.source}". Write the id of the one that is meant.`,
      )
    else if (source === undefined)
      report(
        'unknown-source',
        'error',
        `There is no source "${row.source}".${advice(row.source, study.sources)}`,
      )
    const code = findCode(row.code)
    if ('severity' in code) problems.push({ ...code, ...place })
    else if (code.retired === true && row.retired !== true)
      report('retired-code', 'error', `The code "${row.code}" is no longer used. Choose another.`)
    const coder = findCoder(row.coder)
    if (coder === undefined)
      report('unknown-coder', 'error', `There is no coder "${row.coder}".${advice(row.coder, study.coders)}`)
    if (source === undefined) continue
    const span = anchorQuote(source, row)
    if ('severity' in span) problems.push(span)
    if (problems.length > before || coder === undefined || 'severity' in span || 'severity' in code) continue

    const key = segmentId(source.id, span.start, span.end)
    const at = row.at ?? unknownTime
    const segment = row.segment ?? segments.get(key) ?? freeSegmentId(key, spans)
    const stands = spans.get(segment)
    if (stands === undefined) {
      if (!segments.has(key)) segments.set(key, segment)
      spans.set(segment, key)
      const added = segmentAt(source, segment, span)
      changes.push({ id: `add-segment:${segment}`, at, by: coder, kind: 'add-segment', segment: added })
    } else if (stands !== key) {
      report(
        'segment-differs',
        'error',
        `The segment "${segment}" has other words, or the same elsewhere. Correct its id or the quote, or leave the id out.`,
      )
      continue
    }
    const id = row.coding ?? `${segment}|${code.id}|${coder}`
    if (codings.has(id)) {
      report(
        'duplicate-coding',
        'warning',
        `The coding is listed already: the same words, code and coder. Remove the row.`,
      )
      continue
    }
    codings.add(id)
    const { memo, stance } = row
    changes.push({
      id: `code-segment:${id}`,
      at,
      by: coder,
      kind: 'code-segment',
      coding: {
        id,
        segment,
        code: code.id,
        ...(stance ? { stance } : {}),
        ...(memo === undefined ? {} : { memo }),
      },
    })
  }
  return { value: changes, problems }
}

/** The segment at a stretch of a source, with its words and their surroundings. */
export function segmentAt({ id: source, text }: Source, id: string, { start, end }: Span): NewSegment {
  const { exact: quote, prefix, suffix } = describeSegment(text, start, end)
  return { id, source, start, end, quote, prefix, suffix }
}

/** Finds the id of a coder by that, or by a name that no other coder has. */
function coderByName(coders: readonly Coder[]): (name: string) => string | undefined {
  const named = Map.groupBy(coders, ({ label }) => foldName(label))
  return name => {
    const coder = byId(coders, name)
    if (coder !== undefined) return coder.id
    const [only, ...others] = named.get(foldName(name)) ?? []
    return others.length === 0 ? only?.id : undefined
  }
}

function advice(name: string, known: readonly { readonly id: string }[]): string {
  const near = nearestName(
    name,
    known.map(each => each.id),
  )
  if (near !== undefined) return ` Is "${near}" meant?`
  if (known.length === 0) return ' The study has none yet: add it first.'
  return known.length > 12 ? ' Correct the id.' : ` There are: ${known.map(each => each.id).join(', ')}.`
}
