import {
  byId,
  type CodedQuote,
  type Comparison,
  type ComparisonCell,
  type ComparisonStatement,
  type Evidence,
  type Frame,
  type FrameRow,
  indexText,
  type Judgement,
  paragraphAt,
  positionOf,
  type SourceKind,
  type Study,
  sourceKinds,
  type TextIndex,
} from '@codeerbank/core'
import { codesUnder } from './codes-under.ts'
import { type Groups, groupByKey, groupOf } from './group-by-key.ts'
import { type StudyIndex, studyIndex } from './study-index.ts'

export interface CompareOptions {
  /** `quotes` (default): every coding with its words; `counts`: the numbers alone, for very large studies. */
  readonly evidence?: 'quotes' | 'counts'
}

/**
 * Compares the cases of a study by the rows of a frame. A cell holds, in the order of the codebook, every code under
 * its row that was found in its case, with the codings behind it; or a judgement; or the reason why it is empty. A
 * judgement over several rows makes one cell that spans them.
 *
 * @param study the study
 * @param frame the id of a frame of the study
 * @returns a value that writers need nothing else for
 * @throws RangeError where the study has no such frame
 */
export function compare(study: Study, frame: string, options: CompareOptions = {}): Comparison {
  const found = byId(study.frames, frame)
  if (found === undefined) {
    const names = study.frames.map(({ id }) => id).join(', ')
    throw new RangeError(`The study has no frame "${frame}". It has: ${names === '' ? 'none' : names}.`)
  }
  const comparer = comparerOf(study, found, options.evidence ?? 'quotes')
  return {
    frame: found.id,
    ...(found.table === undefined ? {} : { table: found.table }),
    title: found.label,
    language: study.language,
    rows: found.rows.map(({ id, label }) => ({ id, label })),
    cases: study.cases.map(({ id, label }) => ({ id, label })),
    cells: study.cases.flatMap((_, at) => comparer.cellsOfCase(at)),
  }
}

/** One comparison being made: what is looked up again and again, once. */
interface Comparer {
  cellsOfCase(caseAt: number): ComparisonCell[]
}

function comparerOf(study: Study, frame: Frame, detail: 'quotes' | 'counts'): Comparer {
  const index = studyIndex(study)
  const rowCodes = new Map(frame.rows.map(row => [row.id, codesUnder(study, index, row.codes)]))
  const byCase = new Map<number, Groups>()
  const codingsIn = (code: number, caseAt: number): Uint32Array => {
    let groups = byCase.get(code)
    if (groups === undefined) {
      const codings = groupOf(index.codingsOfCode, code)
      const keys = Int32Array.from(codings, coding => index.codingCase[coding]!)
      const local = groupByKey(keys, study.cases.length)
      groups = { starts: local.starts, items: local.items.map(i => codings[i]!) }
      byCase.set(code, groups)
    }
    return groupOf(groups, caseAt)
  }
  const quotes = quoterOf(study, index)
  const sourceCounts = new Int32Array(study.cases.length)
  for (const source of study.sources) {
    const at = positionOf(study.cases, source.case)
    if (at !== -1) sourceCounts[at]!++
  }

  const cell = (
    caseAt: number,
    rows: readonly FrameRow[],
    judgement: Judgement | undefined,
  ): ComparisonCell => {
    const codes = [...new Set(rows.flatMap(row => rowCodes.get(row.id)!))]
    const statements: ComparisonStatement[] = []
    const all: Uint32Array[] = []
    for (const code of codes) {
      const codings = codingsIn(code, caseAt)
      if (codings.length === 0) continue
      all.push(codings)
      statements.push({
        code: study.codes[code]!.id,
        label: study.codes[code]!.label,
        evidence: evidenceOf(study, index, [codings]),
        quotes: detail === 'quotes' ? quotes(codings) : [],
      })
    }
    const empty = statements.length === 0 && judgement === undefined
    return {
      case: study.cases[caseAt]!.id,
      rows: rows.map(row => row.id),
      ...(judgement === undefined ? {} : { state: judgement.state }),
      ...(judgement?.heading === undefined ? {} : { heading: judgement.heading }),
      ...(judgement?.reasons === undefined ? {} : { reasons: judgement.reasons }),
      statements,
      evidence: evidenceOf(study, index, all),
      ...(empty
        ? { empty: sourceCounts[caseAt] === 0 ? ('no sources' as const) : ('no codings' as const) }
        : {}),
    }
  }

  return {
    cellsOfCase(caseAt) {
      const { id } = study.cases[caseAt]!
      const judgements = study.judgements.filter(each => each.frame === frame.id && each.case === id)
      const cells: ComparisonCell[] = []
      for (let at = 0; at < frame.rows.length; ) {
        const row = frame.rows[at]!
        const judgement = judgements.find(each => each.rows[0] === row.id)
        const span = judgement?.rows.length ?? 1
        cells.push(cell(caseAt, frame.rows.slice(at, at + span), judgement))
        at += span
      }
      return cells
    },
  }
}

/** Counts the distinct things behind some codings. Contrary codings are no evidence for a statement. */
function evidenceOf(study: Study, index: StudyIndex, lists: readonly Uint32Array[]): Evidence {
  const segments = new Set<number>()
  const sources = new Set<number>()
  const speakers = new Set<number>()
  const kinds = new Set<SourceKind>()
  let codings = 0
  for (const list of lists)
    for (const coding of list) {
      if (study.codings[coding]!.stance === 'contradicts') continue
      codings++
      segments.add(index.codingSegment[coding]!)
      sources.add(index.codingSource[coding]!)
      const voice = index.codingVoice[coding]!
      if (voice >= 0) speakers.add(voice)
    }
  for (const source of sources) kinds.add(study.sources[source]!.kind)
  return {
    codings,
    segments: segments.size,
    sources: sources.size,
    speakers: speakers.size,
    kinds: sourceKinds.filter(kind => kinds.has(kind)),
  }
}

/** Gives codings with their words, in the order of the study's sources and then of the text. */
function quoterOf(study: Study, index: StudyIndex): (codings: Uint32Array) => readonly CodedQuote[] {
  const texts = new Map<number, TextIndex>()
  const textOf = (source: number) => {
    const known = texts.get(source)
    if (known !== undefined) return known
    const made = indexText(study.sources[source]!.text)
    texts.set(source, made)
    return made
  }
  const startOf = (coding: number) => study.segments[index.codingSegment[coding]!]!.start
  return codings =>
    Array.from(codings)
      .sort((a, b) => index.codingSource[a]! - index.codingSource[b]! || startOf(a) - startOf(b) || a - b)
      .map((at): CodedQuote => {
        const coding = study.codings[at]!
        const segment = study.segments[index.codingSegment[at]!]!
        const sourceAt = index.codingSource[at]!
        const source = study.sources[sourceAt]!
        const speaker = index.voiceLabels[index.codingVoice[at]!]
        return {
          coding: coding.id,
          segment: segment.id,
          source: source.id,
          sourceTitle: source.title,
          kind: source.kind,
          ...(speaker === undefined ? {} : { speaker }),
          coder: coding.coder,
          quote: segment.quote,
          paragraph: paragraphAt(textOf(sourceAt), segment.start),
          ...(coding.stance === undefined ? {} : { stance: coding.stance }),
          ...(coding.memo === undefined ? {} : { memo: coding.memo }),
        }
      })
}
