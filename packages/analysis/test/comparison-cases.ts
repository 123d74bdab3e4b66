import type { Code, Comparison, Frame, Judgement, Study } from '@codeerbank/core'
import { unknownTime } from '@codeerbank/core'
import { bareStudy, codeOf, withCodings } from './study-cases.ts'

const statement = (id: string, parent: string): Code =>
  codeOf(id, parent, { level: 'statement', origin: 'inductive' })

/** Four phases, each a code with the statements found under it, as Table 7 has them. */
export const phases: Frame = {
  id: 'phases',
  label: { nl: 'Fasen', en: 'Phases' },
  table: 7,
  judged: true,
  rows: ['forming', 'storming', 'norming', 'performing'].map(id => ({ id, label: { nl: id }, codes: [id] })),
}

export const phaseCodes: readonly Code[] = [
  codeOf('forming'),
  statement('verkennen', 'forming'),
  statement('vermijden', 'forming'),
  codeOf('storming'),
  statement('onenigheid', 'storming'),
  codeOf('norming'),
  statement('uitwisselen', 'norming'),
  codeOf('performing'),
  statement('samen-doen', 'performing'),
]

export function judge(of: string, rows: readonly string[], more: Partial<Judgement> = {}): Judgement {
  return {
    id: `${of}:${rows.join('+')}`,
    frame: 'phases',
    case: of,
    rows,
    state: 'not reached',
    by: 'kim',
    at: unknownTime,
    ...more,
  }
}

/** What `phaseStudy` is judged, with nothing left out and nothing contradicted. */
export const phaseJudgements: readonly Judgement[] = [
  judge('noord', ['forming', 'storming'], {
    state: 'current',
    heading: { nl: 'Afwisseling tussen forming/storming' },
    reasons: 'Zij wisselen per bijeenkomst.',
  }),
  judge('noord', ['norming']),
  judge('noord', ['performing']),
  judge('zuid', ['forming'], { state: 'completed' }),
  judge('zuid', ['storming'], { state: 'completed' }),
  judge('zuid', ['norming', 'performing'], { state: 'current', heading: { nl: 'Schakelen' } }),
  judge('leeg', ['forming']),
  judge('leeg', ['storming']),
  judge('leeg', ['norming']),
  judge('leeg', ['performing']),
]

/** Three cases in four phases: two go to and fro between neighbouring phases, one has no sources. */
export const phaseStudy: Study = withCodings(
  { ...bareStudy, codes: phaseCodes, frames: [phases], judgements: phaseJudgements },
  [
    'n2 een onenigheid kim',
    'n2 een verkennen kim',
    'n1 een verkennen kim',
    'n1 twee verkennen lex',
    'n1 een vermijden kim -',
    'z1 een samen-doen lex',
    'z1 twee uitwisselen lex',
  ],
)

/** A comparison as a person reads it: per cell its case, rows, state, heading, statements and empty reason. */
export function read({ cells }: Comparison) {
  return cells.map(cell => ({
    in: `${cell.case}: ${cell.rows.join(' + ')}`,
    ...(cell.state === undefined ? {} : { state: cell.state }),
    ...(cell.heading === undefined ? {} : { heading: cell.heading.nl }),
    ...(cell.statements.length === 0 ? {} : { statements: cell.statements.map(each => each.code) }),
    ...(cell.empty === undefined ? {} : { empty: cell.empty }),
  }))
}
