import type { Study } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Condition, truthTable, truthTableData } from '../src/index.ts'
import { bareStudy, caseOf, codedStudy, sourceOf, withCodings } from './study-cases.ts'

/** So many cases, k0 and on. */
const cases = (count: number): Study => ({
  ...bareStudy,
  cases: Array.from({ length: count }, (_, i) => caseOf(`k${i}`, `K${i}`)),
  sources: [],
})

const given = (id: string, values: readonly number[]): Condition => ({
  id,
  label: { nl: id },
  given: Object.fromEntries(values.map((value, i) => [`k${i}`, { value, calibration: `want ${value}` }])),
})

describe('a truth table', () => {
  it('puts cases in rows by the side of one half on which they stand', () => {
    const { rows } = truthTable(
      cases(4),
      [given('a', [1, 0.51, 0.49, 0]), given('b', [0.9, 0.6, 0.9, 0.1])],
      given('o', [1, 1, 0, 0]),
    )
    expect(rows.map(({ configuration, cases: own }) => [configuration.join(''), own.join(' ')])).toEqual([
      ['11', 'k0 k1'],
      ['01', 'k2'],
      ['00', 'k3'],
    ])
  })

  it('gives a row the outcome of most of its cases, and names those that deviate', () => {
    const { rows } = truthTable(cases(3), [given('a', [1, 1, 1])], given('o', [1, 0.2, 0.8]))
    expect(rows[0]).toMatchObject({ outcome: 1, deviant: ['k1'] })
    const other = truthTable(cases(3), [given('a', [1, 1, 1])], given('o', [0, 0.2, 0.8]))
    expect(other.rows[0]).toMatchObject({ outcome: 0, deviant: ['k2'] })
  })

  it('gives a row that contradicts itself no outcome, and names all of its cases', () => {
    const { rows } = truthTable(cases(2), [given('a', [1, 1])], given('o', [1, 0]))
    expect(rows[0]).toMatchObject({ outcome: null, deviant: ['k0', 'k1'] })
  })

  it('measures consistency over all cases, as Ragin (2008) does: sum(min(x, y)) / sum(x)', () => {
    // Membership in the configuration a and not b is min(a, 1 - b): 0.8, 0.3, 0.1; outcome 0.7, 0.4, 0.
    const { rows } = truthTable(
      cases(3),
      [given('a', [0.8, 0.6, 0.1]), given('b', [0.1, 0.7, 0.2])],
      given('o', [0.7, 0.4, 0]),
    )
    const row = rows.find(({ configuration }) => configuration.join('') === '10')
    expect(row?.consistency).toBeCloseTo((0.7 + 0.3 + 0) / (0.8 + 0.3 + 0.1), 12)
  })

  it('is without rows for a study without cases', () => {
    expect(truthTable(cases(0), [given('a', [])], given('o', [])).rows).toEqual([])
  })

  it('has every case in exactly one row, and consistency between 0 and 1, for any memberships', () => {
    const value = fc.double({ min: 0, max: 1, noNaN: true }).filter(each => each !== 0.5)
    const memberships = fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(memberships, all => {
        const { rows, cases: placed } = truthTable(
          cases(all.length),
          [
            given(
              'a',
              all.map(each => each[0]),
            ),
            given(
              'b',
              all.map(each => each[1]),
            ),
          ],
          given(
            'o',
            all.map(each => each[2]),
          ),
        )
        expect(rows.flatMap(row => row.cases).sort()).toEqual(placed.map(({ id }) => id).sort())
        for (const { consistency } of rows) {
          expect(consistency).toBeGreaterThanOrEqual(0)
          expect(consistency).toBeLessThanOrEqual(1 + 1e-12)
        }
      }),
    )
  })
})

describe('membership that is counted', () => {
  const counted = (crossover: number, full: number, codes = ['houding']): Condition => ({
    ...{ id: 'v', label: { nl: 'Stem', en: 'Voice' } },
    counted: { codes, crossover, full },
  })
  /** A case with so many notes in which nobody speaks, each coded. */
  const notes = (count: number): Study =>
    withCodings(
      {
        ...cases(1),
        sources: Array.from({ length: count }, (_, i) =>
          sourceOf(`s${i}`, 'k0', 'fieldwork-note', { turns: [], participants: [] }),
        ),
      },
      Array.from({ length: count }, (_, i) => `s${i} een open kim`),
    )
  const membershipOf = (study: Study, condition: Condition) =>
    truthTable(study, [condition], given('o', [1])).cases[0]!.memberships[0]!

  it.each([
    [0, 1.5, 4, 0],
    [1, 2.5, 4, 0.2],
    [2, 1.5, 2, 1],
    [3, 2, 4, 0.75],
    [4, 2, 4, 1],
    [9, 2, 4, 1],
  ])('of %i voices, crossover at %d and full at %d, is %d', (voices, crossover, full, value) => {
    expect(membershipOf(notes(voices), counted(crossover, full)).value).toBeCloseTo(value, 12)
  })

  it('says how it came about in the language of the study, with its decimals', () => {
    expect(membershipOf(notes(1), counted(1.5, 4)).calibration).toBe(
      '1 stem; uit bij 0, omslag bij 1,5, in bij 4',
    )
    expect(membershipOf({ ...notes(3), language: 'en' }, counted(1.5, 4)).calibration).toBe(
      '3 voices; out at 0, crossover at 1.5, in at 4',
    )
    expect(membershipOf({ ...notes(1), language: 'en' }, counted(1.5, 4)).calibration).toMatch(/^1 voice;/)
  })

  it('counts speakers rather than sources, of the codes below too, and no codings against', () => {
    const conditions = [counted(0.5, 4)]
    const valueIn = (study: Study) =>
      truthTable(study, conditions, {
        ...given('o', []),
        given: Object.fromEntries(study.cases.map(({ id }) => [id, { value: 1, calibration: 'x' }])),
      }).cases.map(({ memberships }) => memberships[0]!.calibration.slice(0, 1))
    // Anna and R2 in noord; the interviewer's own words in zuid are nobody's voice, so that the source counts.
    expect(valueIn(codedStudy)).toEqual(['2', '1', '0'])
    const against = {
      ...codedStudy,
      codings: codedStudy.codings.map(each => ({ ...each, stance: 'contradicts' as const })),
    }
    expect(valueIn(against)).toEqual(['0', '0', '0'])
  })

  it('gives way to membership by hand', () => {
    const both = { ...counted(1, 2), given: { k0: { value: 0.1, calibration: 'met de hand' } } }
    expect(membershipOf(notes(5), both)).toEqual({ value: 0.1, calibration: 'met de hand' })
  })

  it.each([
    ['a crossover of 0', counted(0, 2)],
    ['a crossover that is full', counted(2, 2)],
    ['no number', counted(Number.NaN, 2)],
    ['exactly one half', counted(1, 2)],
    ['an unknown code', counted(1, 2, ['x'])],
  ])('is refused for %s', (_, condition) => {
    expect(() => membershipOf(notes(1), condition)).toThrow(RangeError)
  })
})

describe('a truth table that cannot be', () => {
  it.each([
    ['without conditions', [], [1]],
    ['with a membership above 1', [given('a', [1.1])], [1]],
    ['with a membership below 0', [given('a', [-0.1])], [1]],
    ['with a membership that is no number', [given('a', [Number.NaN])], [1]],
    ['with a membership of one half', [given('a', [0.5])], [1]],
    ['with a membership missing', [given('a', [])], [1]],
    ['without an outcome', [given('a', [1])], []],
  ] as const)('is refused: %s', (_, conditions, outcome) => {
    expect(() => truthTable(cases(1), conditions, given('o', outcome))).toThrow(RangeError)
  })
})

describe('the data of a truth table', () => {
  it('have names that packages for qualitative comparative analysis take, with the reasons behind the numbers', () => {
    const conditions = [given('mandaat-formeel', [0.12345]), given('één', [1]), given('2e kans', [0])]
    const table = truthTable(cases(1), conditions, given('o', [1]))
    const { columns, rows } = truthTableData(table, cases(1))
    expect(columns.map(({ label }) => label.nl)).toEqual([
      'case',
      'MANDAAT_FORMEEL',
      'EEN',
      'C_2E_KANS',
      'O',
      'MANDAAT_FORMEEL_CALIBRATION',
      'EEN_CALIBRATION',
      'C_2E_KANS_CALIBRATION',
      'O_CALIBRATION',
    ])
    expect(rows).toEqual([['K0', 0.123, 1, 0, 1, 'want 0.12345', 'want 1', 'want 0', 'want 1']])
  })
})
