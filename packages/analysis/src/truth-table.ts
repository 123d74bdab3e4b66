import { byId, type ComparisonHeading, type Label, labelText, type Study, type Table } from '@codeerbank/core'
import { codesUnder } from './codes-under.ts'
import { evidenceCounter } from './count-evidence.ts'
import { groupOf } from './group-by-key.ts'
import { studyIndex } from './study-index.ts'
import { unknownName } from './unknown-name.ts'

/** Membership of a case in a condition, from 0 (out) to 1 (in); exactly 0.5 says neither. */
export interface Membership {
  readonly value: number
  /** Why: what in the case puts it there. It is kept in the cell. */
  readonly calibration: string
}

/** A condition, or the outcome: membership given by hand, or counted from voices by declared thresholds. */
export interface Condition {
  readonly id: string
  readonly label: Label
  /** By case id. */
  readonly given?: Readonly<Record<string, Membership>>
  /**
   * Independent voices (sources, where nobody speaks) for these codes: none is fully out, `full` or more fully in, and
   * between them the share, with `crossover` at 0.5 (Ragin's direct method, made piecewise linear).
   */
  readonly counted?: {
    readonly codes: readonly string[]
    readonly crossover: number
    readonly full: number
  }
}

export interface TruthTableRow {
  /** 1 or 0 for each condition. */
  readonly configuration: readonly (0 | 1)[]
  readonly cases: readonly string[]
  /** The outcome that most of the row's cases have; `null` where as many have it as not. */
  readonly outcome: 0 | 1 | null
  /** Cases whose outcome is not that of the row; all of them where the row contradicts itself. */
  readonly deviant: readonly string[]
  /** How consistently membership in the configuration goes with the outcome: sum(min(x, y)) / sum(x). */
  readonly consistency: number | null
}

/** Cases by conditions, with membership and its reasons in each cell, and the configurations they make. */
export interface TruthTable {
  readonly conditions: readonly ComparisonHeading[]
  readonly outcome: ComparisonHeading
  readonly cases: readonly {
    readonly id: string
    readonly label: Label
    /** As long as the conditions; then the outcome's. */
    readonly memberships: readonly Membership[]
    readonly outcome: Membership
  }[]
  readonly rows: readonly TruthTableRow[]
}

/**
 * Makes a truth table of a few cases: which configurations of conditions the cases show, with which outcome, and which
 * cases deviate. Configurations that no case shows are left out.
 *
 * Source: C. Ragin (2008), Redesigning Social Inquiry, ch. 5 (calibration), 7 (truth table), 3 (consistency).
 *
 * @throws RangeError without conditions, for a membership that is missing, not from 0 to 1, or exactly 0.5 (which is in no row), and for
 *   thresholds that are not 0 < crossover < full
 */
export function truthTable(study: Study, conditions: readonly Condition[], outcome: Condition): TruthTable {
  if (conditions.length === 0) throw new RangeError('A truth table has one condition at least.')
  const members = membersOf(study)
  const cases = study.cases.map(({ id, label }) => ({
    id,
    label,
    memberships: conditions.map(condition => members(condition, id)),
    outcome: members(outcome, id),
  }))
  const groups = Map.groupBy(cases, each =>
    each.memberships.map(({ value }) => (value > 0.5 ? 1 : 0)).join(''),
  )
  const rows = [...groups].map(([, own]): TruthTableRow => {
    const configuration = own[0]!.memberships.map(({ value }): 0 | 1 => (value > 0.5 ? 1 : 0))
    const having = own.filter(each => each.outcome.value > 0.5).length
    const result = having * 2 === own.length ? null : having * 2 > own.length ? 1 : 0
    const x = (each: (typeof cases)[number]) =>
      Math.min(...each.memberships.map(({ value }, i) => (configuration[i] === 1 ? value : 1 - value)))
    const sum = cases.reduce((total, each) => total + x(each), 0)
    const both = cases.reduce((total, each) => total + Math.min(x(each), each.outcome.value), 0)
    return {
      configuration,
      cases: own.map(({ id }) => id),
      outcome: result,
      deviant: own.filter(each => (each.outcome.value > 0.5 ? 1 : 0) !== result).map(({ id }) => id),
      consistency: sum === 0 ? null : both / sum,
    }
  })
  const heading = ({ id, label }: Condition) => ({ id, label })
  return { conditions: conditions.map(heading), outcome: heading(outcome), cases, rows }
}

function membersOf(study: Study): (condition: Condition, inCase: string) => Membership {
  const index = studyIndex(study)
  const count = evidenceCounter(study, index)
  return ({ id, given, counted }, inCase) => {
    const membership = given?.[inCase] ?? countedMembership(inCase)
    if (membership === undefined)
      throw new RangeError(`The condition "${id}" says nothing of the case "${inCase}".`)
    const { value } = membership
    if (!(value >= 0 && value <= 1) || value === 0.5)
      throw new RangeError(
        `The membership of "${inCase}" in "${id}" is ${value}: it lies from 0 to 1 and is not 0.5, for then the case is in no row.`,
      )
    return membership

    function countedMembership(caseId: string): Membership | undefined {
      if (counted === undefined) return undefined
      const { codes, crossover, full } = counted
      if (!(crossover > 0 && crossover < full))
        throw new RangeError(`The thresholds of "${id}" are not 0 < crossover < full.`)
      for (const code of codes)
        if (byId(study.codes, code) === undefined) throw unknownName('code', code, study.codes)
      const at = study.cases.findIndex(each => each.id === caseId)
      const { speakers, sources } = count(
        codesUnder(study, index, codes).map(code =>
          groupOf(index.codingsOfCode, code).filter(coding => index.codingCase[coding] === at),
        ),
      )
      const voices = speakers > 0 ? speakers : sources
      const value =
        voices <= crossover
          ? (0.5 * voices) / crossover
          : Math.min(1, 0.5 + (0.5 * (voices - crossover)) / (full - crossover))
      return {
        value,
        calibration: labelText(countedCalibration(voices, crossover, full), study.language),
      }
    }
  }
}

function countedCalibration(voices: number, crossover: number, full: number): Label {
  const comma = (threshold: number) => String(threshold).replace('.', ',')
  return {
    nl: `${voices} ${voices === 1 ? 'stem' : 'stemmen'}; uit bij 0, omslag bij ${comma(crossover)}, in bij ${comma(full)}`,
    en: `${voices} ${voices === 1 ? 'voice' : 'voices'}; out at 0, crossover at ${crossover}, in at ${full}`,
  }
}

/**
 * A truth table as the packages for qualitative comparative analysis read one (R `QCA`, fsQCA): a row a case, a column a
 * condition with its membership, then the outcome; the calibration of each stands in a column after those.
 */
export function truthTableData(table: TruthTable, study: Study): Table {
  const all = [...table.conditions, table.outcome]
  return {
    id: 'truth-table',
    title: { nl: 'Waarheidstabel: lidmaatschap per casus', en: 'Truth table: membership by case' },
    columns: [
      { id: 'case', label: { nl: 'case', en: 'case' }, type: 'text' },
      ...all.map(({ id }) => ({ id, label: { nl: name(id), en: name(id) }, type: 'number' as const })),
      ...all.map(({ id }) => ({
        id: `${id}-calibration`,
        label: { nl: `${name(id)}_CALIBRATION`, en: `${name(id)}_CALIBRATION` },
        type: 'text' as const,
      })),
    ],
    rows: table.cases.map(each => {
      const members = [...each.memberships, each.outcome]
      return [
        labelText(each.label, study.language),
        ...members.map(({ value }) => Math.round(value * 1000) / 1000),
        ...members.map(({ calibration }) => calibration),
      ]
    }),
  }
}

/** Names that those packages take: capitals, digits and underscores, beginning with a letter. */
function name(id: string): string {
  const plain = id
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
  return /^[A-Z]/.test(plain) ? plain : `C_${plain}`
}
