import {
  type Comparison,
  type ComparisonCell,
  type Judgement,
  labelText,
  type Problem,
  type Study,
} from '@codeerbank/core'
import { compare } from './compare.ts'

/**
 * Holds the researchers' judgements against the codings: a row that is judged not reached but has codings, a current
 * row without any, and, in a frame where every cell is judged, a cell that has no judgement. Also those that have no
 * place in the comparison, because the frame has no such rows side by side.
 *
 * @returns all such contradictions, by frame, case and row; behind them, by frame, the judgements without a place
 */
export function checkJudgements(study: Study): readonly Problem[] {
  return study.frames.flatMap(frame => {
    const comparison = compare(study, frame.id, { evidence: 'counts' })
    return [
      ...comparison.cells.flatMap(cell => problemsOf(study, comparison, cell, frame.judged === true)),
      ...study.judgements.flatMap(judgement =>
        judgement.frame === frame.id && !hasPlace(comparison, judgement) ? [withoutPlace(judgement)] : [],
      ),
    ]
  })
}

function hasPlace({ cells }: Comparison, judgement: Judgement): boolean {
  return cells.some(
    cell =>
      cell.case === judgement.case &&
      cell.state !== undefined &&
      cell.rows.length === judgement.rows.length &&
      cell.rows.every((row, i) => row === judgement.rows[i]),
  )
}

function withoutPlace({ frame, case: of, rows }: Judgement): Problem {
  return {
    code: 'judgement-without-place',
    severity: 'error',
    message: `The judgement of case "${of}" on ${rows.join(', ')} stands nowhere: frame "${frame}" has no such rows side by side, or another judgement has them. Withdraw it, and judge the rows that there are.`,
    place: { path: ['judgements', frame, of, ...rows] },
  }
}

function problemsOf(study: Study, comparison: Comparison, cell: ComparisonCell, judged: boolean): Problem[] {
  const { language } = study
  const rows = comparison.rows
    .filter(row => cell.rows.includes(row.id))
    .map(row => labelText(row.label, language))
  const name = labelText(comparison.cases.find(each => each.id === cell.case)!.label, language)
  const where = `${labelText(comparison.title, language)}: ${rows.join(' + ')}, ${name}`
  const place = { path: ['judgements', comparison.frame, cell.case, ...cell.rows] }
  const count = cell.evidence.codings
  if (cell.state === 'not reached' && count > 0)
    return [
      {
        code: 'judgement-contradicted',
        severity: 'error',
        message: `${where}: judged "not reached", but ${count} coding${count === 1 ? '' : 's'} say otherwise (${cell.statements
          .filter(statement => statement.evidence.codings > 0)
          .map(statement => labelText(statement.label, language))
          .join('; ')}). Change the judgement, or withdraw the codings.`,
        place,
      },
    ]
  if (cell.state === 'current' && count === 0)
    return [
      {
        code: 'judgement-unsupported',
        severity: 'error',
        message: `${where}: judged "current", but no coding carries it. Code what shows it, or change the judgement.`,
        place,
      },
    ]
  if (judged && cell.state === undefined)
    return [
      {
        code: 'judgement-missing',
        severity: 'warning',
        message: `${where}: no judgement. Record whether the row is completed, current or not reached.`,
        place,
      },
    ]
  return []
}
