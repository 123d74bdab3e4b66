import { segmentsInDoubt, segmentsInDoubtTable } from '@codeerbank/analysis'
import { nearestName } from '@codeerbank/codebook'
import {
  byId,
  type Change,
  findQuote,
  indexText,
  lineColumnAt,
  type Segment,
  type Span,
  type Study,
} from '@codeerbank/core'
import { tableToMarkdown } from '@codeerbank/export'
import { acceptSegments, placeSegment } from '@codeerbank/import'
import { openStudy, type StudyStore } from '@codeerbank/store'
import type { DecisionOptions } from './codebook-commands.ts'
import { type Terminal, UsageError } from './terminal.ts'
import { usingStudy } from './using-study.ts'

/** `codeerbank segments list`: what waits for a person since a transcript was corrected. */
export async function listSegmentsCommand(file: string, terminal: Terminal): Promise<boolean> {
  return usingStudy(openStudy(file, { readOnly: true }), terminal, ({ study }) =>
    showWaiting(study, terminal),
  )
}

export interface PlaceOptions extends DecisionOptions {
  readonly occurrence?: string
}

/** `codeerbank segments place`: puts a segment on other words of its source. */
export async function placeSegmentCommand(
  file: string,
  { segment: id, words }: { readonly segment: string; readonly words: string },
  { occurrence, ...options }: PlaceOptions,
  terminal: Terminal,
): Promise<boolean> {
  return usingStudy(openStudy(file), terminal, store => {
    const [segment] = segmentsNamed(store.study, [id])
    const span = placeOfWords(store.study, segment!, words, occurrence)
    return keep(store, placeSegment(store.study, id, span, decided(options)), terminal)
  })
}

/** `codeerbank segments accept`: segments hold with the words that they have now. */
export async function acceptSegmentsCommand(
  file: string,
  ids: readonly string[],
  options: DecisionOptions,
  terminal: Terminal,
): Promise<boolean> {
  return usingStudy(openStudy(file), terminal, store => {
    const { study } = store
    const named = segmentsNamed(study, ids)
    const faults = named.flatMap(({ id, verdict }) => {
      if (verdict === 'changed') return []
      return verdict === 'lost'
        ? `Segment "${id}" is lost, and has no words to accept. Place it, or remove it.`
        : `Segment "${id}" waits for nobody. "codeerbank segments list" shows those that do.`
    })
    if (faults.length > 0) throw new UsageError(faults.join('\n'))
    return keep(store, acceptSegments(study, ids, decided(options)), terminal)
  })
}

/** `codeerbank segments remove`: takes segments away, with the codings that rest on them. */
export async function removeSegmentsCommand(
  file: string,
  ids: readonly string[],
  options: DecisionOptions,
  terminal: Terminal,
): Promise<boolean> {
  return usingStudy(openStudy(file), terminal, store => {
    const { at, ...told } = decided(options)
    const changes = segmentsNamed(store.study, ids).map(
      ({ id: segment }): Change => ({
        id: `remove-segment:${segment}:${at}`.slice(0, 500),
        ...{ at, kind: 'remove-segment', segment, ...told },
      }),
    )
    return keep(store, changes, terminal)
  })
}

function decided({ by, reason }: DecisionOptions) {
  return { by, at: new Date().toISOString(), ...(reason === undefined ? {} : { reason }) }
}

async function keep(store: StudyStore, changes: readonly Change[], terminal: Terminal): Promise<boolean> {
  await store.apply(changes)
  const left = segmentsInDoubt(store.study).length
  terminal.stdout.write(
    left === 0
      ? 'No segment waits any more.\n'
      : `${left} ${left === 1 ? 'segment waits' : 'segments wait'} still.\n`,
  )
  return true
}

function showWaiting(study: Study, terminal: Terminal): boolean {
  const table = segmentsInDoubtTable(study)
  terminal.stdout.write(tableToMarkdown(table, study))
  return table.rows.length === 0
}

/** The segments with these ids; what is no id of any is told at once, with the nearest of those that wait. */
function segmentsNamed(study: Study, ids: readonly string[]): readonly Segment[] {
  const waiting = segmentsInDoubt(study).map(({ id }) => id)
  const faults: string[] = []
  const found = [...new Set(ids)].flatMap(id => {
    const segment = byId(study.segments, id)
    if (segment !== undefined) return [segment]
    const near = nearestName(id, waiting)
    faults.push(`The study has no segment "${id}".${near === undefined ? '' : ` Is "${near}" meant?`}`)
    return []
  })
  if (faults.length > 0) throw new UsageError(faults.join('\n'))
  return found
}

/** Where words stand in the source of a segment, in one place only. */
function placeOfWords(study: Study, segment: Segment, words: string, occurrence: string | undefined): Span {
  const { text } = byId(study.sources, segment.source)!
  const spans = findQuote(text, words, 10_000)
  if (spans.length === 0)
    throw new UsageError(
      `These words are not in source "${segment.source}". Copy them from it exactly, with their line ends.`,
    )
  if (occurrence === undefined && spans.length === 1) return spans[0]!
  const index = indexText(text)
  const lines = spans.slice(0, 10).map(({ start }) => lineColumnAt(index, start).line)
  const span = occurrence === undefined ? undefined : spans[Number(occurrence) - 1]
  if (span !== undefined) return span
  throw new UsageError(
    `These words stand ${spans.length === 1 ? 'once' : `${spans.length} times`} in source "${segment.source}" (lines ${lines.join(', ')}${spans.length > 10 ? ', ...' : ''} of its text). Say which with --occurrence, 1 for the first.`,
  )
}
