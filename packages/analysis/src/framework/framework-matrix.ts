import {
  byId,
  type Citation,
  type Coding,
  type ComparisonHeading,
  type Evidence,
  positionOf,
  type Study,
  type Summary,
} from '@codeerbank/core'
import { codesUnder } from '../codes-under.ts'
import { evidenceCounter } from '../count-evidence.ts'
import { groupOf } from '../group-by-key.ts'
import { studyIndex } from '../study-index.ts'
import { unknownName } from '../unknown-name.ts'

/** What became of a coding that a summary cites. */
export type CitationChange = 'withdrawn' | 'other words' | 'older definition'

export interface StaleCitation {
  readonly coding: string
  readonly change: CitationChange
}

/** A cell: a row of the frame in a case, with what a researcher made of it and what there is to make it of. */
export interface FrameworkCell {
  readonly row: string
  readonly case: string
  readonly summary?: Summary
  /** Cited codings that are no longer what they were; a summary with any is stale. */
  readonly stale: readonly StaleCitation[]
  /** Codings in the cell that the summary does not cite, made since it was written. */
  readonly added: readonly string[]
  readonly evidence: Evidence
}

/** A framework matrix (Ritchie and Spencer 1994): cases by themes, a summary in each cell. */
export interface FrameworkMatrix {
  readonly frame: string
  readonly rows: readonly ComparisonHeading[]
  readonly cases: readonly ComparisonHeading[]
  /** By case, then by row. */
  readonly cells: readonly FrameworkCell[]
}

/**
 * Lays out the summaries of a frame with the evidence of each cell, and says which are stale.
 *
 * Source: J. Ritchie and L. Spencer (1994), Qualitative data analysis for applied policy research.
 *
 * @throws RangeError where the study has no such frame
 */
export function frameworkMatrix(study: Study, frameId: string): FrameworkMatrix {
  const frame = byId(study.frames, frameId)
  if (frame === undefined) throw unknownName('frame', frameId, study.frames)
  const index = studyIndex(study)
  const count = evidenceCounter(study, index)
  const summaries = new Map(
    study.summaries
      .filter(summary => summary.frame === frameId)
      .map(summary => [JSON.stringify([summary.case, summary.row]), summary]),
  )
  const rows = frame.rows.map(row => ({ row, codes: codesUnder(study, index, row.codes) }))
  const cells = study.cases.flatMap(({ id }, caseAt) =>
    rows.map(({ row, codes }): FrameworkCell => {
      const codings = codes.map(code =>
        groupOf(index.codingsOfCode, code).filter(coding => index.codingCase[coding] === caseAt),
      )
      const summary = summaries.get(JSON.stringify([id, row.id]))
      return {
        row: row.id,
        case: id,
        ...(summary === undefined ? {} : { summary }),
        stale: summary === undefined ? [] : staleCitations(study, summary.cites),
        added: summary === undefined ? [] : addedSince(study, summary, codings),
        evidence: count(codings),
      }
    }),
  )
  return {
    frame: frame.id,
    rows: frame.rows.map(({ id, label }) => ({ id, label })),
    cases: study.cases.map(({ id, label }) => ({ id, label })),
    cells,
  }
}

function staleCitations(study: Study, cites: readonly Citation[]): readonly StaleCitation[] {
  return cites.flatMap((cite): readonly StaleCitation[] => {
    const coding = byId(study.codings, cite.coding)
    const change = coding === undefined ? 'withdrawn' : changeOf(study, cite, coding)
    return change === undefined ? [] : [{ coding: cite.coding, change }]
  })
}

function changeOf(study: Study, cite: Citation, coding: Coding): CitationChange | undefined {
  const segment = byId(study.segments, coding.segment)
  if (segment === undefined) return 'withdrawn'
  if (segment.quote !== cite.quote || segment.verdict === 'lost') return 'other words'
  const version = study.codes[positionOf(study.codes, coding.code)]?.version ?? coding.codeVersion
  return version > cite.codeVersion ? 'older definition' : undefined
}

function addedSince(study: Study, summary: Summary, codings: readonly Uint32Array[]): readonly string[] {
  const cited = new Set(summary.cites.map(cite => cite.coding))
  const since = Date.parse(summary.at)
  return codings.flatMap(list =>
    Array.from(list, at => study.codings[at]!)
      .filter(coding => !cited.has(coding.id) && Date.parse(coding.at) > since)
      .map(coding => coding.id),
  )
}

/** The citation of a coding as it is now, for a summary that is being written. */
export function cite(study: Study, codingId: string): Citation {
  const coding = byId(study.codings, codingId)
  const segment = coding === undefined ? undefined : byId(study.segments, coding.segment)
  if (coding === undefined || segment === undefined)
    throw new RangeError(`The study has no coding "${codingId}".`)
  const version = study.codes[positionOf(study.codes, coding.code)]?.version ?? coding.codeVersion
  return { coding: codingId, quote: segment.quote, codeVersion: version }
}
