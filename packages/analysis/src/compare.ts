import { frozenNote } from '@codeerbank/codebook'
import {
  byId,
  type Comparison,
  type ComparisonCell,
  type ComparisonStatement,
  type Frame,
  type FrameRow,
  type Judgement,
  notesBelow,
  type Study,
} from '@codeerbank/core'
import { codesUnder } from './codes-under.ts'
import { evidenceCounter } from './count-evidence.ts'
import { emptyReasons } from './empty-reason.ts'
import { groupOf } from './group-by-key.ts'
import { quoterOf } from './quote-codings.ts'
import { type StudyIndex, studyIndex } from './study-index.ts'
import { unknownName } from './unknown-name.ts'
import { waitingInFrame } from './waiting-note.ts'

export interface CompareOptions {
  /** `quotes` (default): every coding with its words; `counts`: the numbers alone, for very large studies. */
  readonly evidence?: 'quotes' | 'counts'
}

/**
 * Compares the cases of a study by the rows of a frame. A cell holds, in the order of the codebook, every code under
 * its row that was found in its case, with the codings behind it; or a judgement; or the reason why it is empty. A
 * judgement over several rows makes one cell that spans them, and holds what lies under each in turn.
 *
 * @param study the study
 * @param frame the id of a frame of the study
 * @returns a value that writers need nothing else for
 * @throws RangeError where the study has no such frame
 */
export function compare(study: Study, frame: string, options: CompareOptions = {}): Comparison {
  const found = byId(study.frames, frame)
  if (found === undefined) throw unknownName('frame', frame, study.frames)
  const comparer = comparerOf(study, found, options.evidence ?? 'quotes')
  return {
    frame: found.id,
    ...(found.table === undefined ? {} : { table: found.table }),
    title: found.label,
    language: study.language,
    rows: found.rows.map(({ id, label }) => ({ id, label })),
    cases: study.cases.map(({ id, label }) => ({ id, label })),
    cells: study.cases.flatMap((_, at) => comparer.cellsOfCase(at)),
    ...notesBelow(frozenNote(study), waitingInFrame(study, found.rows)),
  }
}

/** One comparison being made: what is looked up again and again, once. */
interface Comparer {
  cellsOfCase(caseAt: number): ComparisonCell[]
}

function comparerOf(study: Study, frame: Frame, detail: 'quotes' | 'counts'): Comparer {
  const index = studyIndex(study)
  const codesOfRow = new Map(frame.rows.map(row => [row, codesUnder(study, index, row.codes)]))
  const quotes = quoterOf(study, index)
  const count = evidenceCounter(study, index)
  const whyEmpty = emptyReasons(study)
  const judgementsOf = Map.groupBy(
    study.judgements.filter(each => each.frame === frame.id),
    each => each.case,
  )

  const cell = (
    caseAt: number,
    rows: readonly FrameRow[],
    judgement: Judgement | undefined,
  ): ComparisonCell => {
    const codes = new Set(rows.flatMap(row => codesOfRow.get(row)!))
    const statements: ComparisonStatement[] = []
    const all: Uint32Array[] = []
    for (const code of codes) {
      const codings = codingsIn(index, code, caseAt)
      if (codings.length === 0) continue
      all.push(codings)
      statements.push({
        code: study.codes[code]!.id,
        label: study.codes[code]!.label,
        evidence: count([codings]),
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
      evidence: count(all),
      ...(empty ? { empty: whyEmpty(study.cases[caseAt]!.id, rows) } : {}),
    }
  }

  return {
    cellsOfCase(caseAt) {
      const judgements = judgementsOf.get(study.cases[caseAt]!.id) ?? []
      const cells: ComparisonCell[] = []
      for (let at = 0; at < frame.rows.length; ) {
        const judgement = judgements.find(each => coversRows(frame, each, at))
        const span = judgement?.rows.length ?? 1
        cells.push(cell(caseAt, frame.rows.slice(at, at + span), judgement))
        at += span
      }
      return cells
    },
  }
}

/** Whether a judgement is on exactly the rows that stand there: a frame can have got other rows since it was made. */
function coversRows(frame: Frame, { rows }: Judgement, at: number): boolean {
  return rows.length > 0 && rows.every((row, i) => frame.rows[at + i]?.id === row)
}

/** The codings of a code in a case: in `codingsOfCode` they stand together, by case. */
function codingsIn(index: StudyIndex, code: number, caseAt: number): Uint32Array {
  const codings = groupOf(index.codingsOfCode, code)
  const firstFrom = (wanted: number) => {
    let low = 0
    let high = codings.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (index.codingCase[codings[middle]!]! < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
  return codings.subarray(firstFrom(caseAt), firstFrom(caseAt + 1))
}
