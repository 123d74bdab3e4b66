import { describe, expect, it } from 'vitest'
import {
  compare,
  coOccurrences,
  crosstabOf,
  fragility,
  frameworkMatrix,
  keywordInContext,
  nameAdvice,
  reliabilityFromStudy,
  saturation,
  splitByRule,
  truthTable,
  unitizingTable,
  wordList,
} from '../src/index.ts'
import { unknownName } from '../src/unknown-name.ts'
import { codedStudy } from './study-cases.ts'

const study = {
  ...codedStudy,
  frames: [{ id: 'rollen', label: { nl: 'Rollen' }, rows: [] }],
  variables: [{ id: 'omvang', label: { nl: 'Omvang' }, on: 'case' as const, type: 'text' as const }],
}

const segments = { unit: 'segments' as const }

const everyCase = Object.fromEntries(study.cases.map(({ id }) => [id, { value: 1, calibration: 'gegeven' }]))

describe('a name that the study does not have', () => {
  it.each([
    ['a case of agreement', () => reliabilityFromStudy(study, { ...segments, case: 'noort' }), 'noord'],
    ['a code of agreement', () => reliabilityFromStudy(study, { ...segments, codes: ['opn'] }), 'open'],
    ['a coder of agreement', () => reliabilityFromStudy(study, { ...segments, coders: ['lx'] }), 'lex'],
    ['a case of marked text', () => unitizingTable(study, 'zuit'), 'zuid'],
    ['a case of keywords', () => keywordInContext(study, 'een', { case: 'zuit' }), 'zuid'],
    ['a code of keywords', () => keywordInContext(study, 'een', { code: 'statis' }), 'status'],
    ['a speaker of words', () => wordList(study, { speaker: 'ana' }), 'anna'],
    ['a label of speakers', () => wordList(study, { speaker: 'Intervewer' }), 'Interviewer'],
    ['a source of words', () => wordList(study, { source: 'n11' }), 'n1'],
    ['a code that co-occurs', () => coOccurrences(study, { codes: ['gedrg'] }), 'gedrag'],
    ['a code of saturation', () => saturation(study, ['gedrg']), 'gedrag'],
    ['a code that is split', () => splitByRule(study, 'gedrg', []), 'gedrag'],
    ['a frame of a comparison', () => compare(study, 'rolen'), 'rollen'],
    ['a frame of fragility', () => fragility(study, 'rolen'), 'rollen'],
    ['a frame of summaries', () => frameworkMatrix(study, 'rolen'), 'rollen'],
    [
      'a frame of a crosstab',
      () => crosstabOf(study, { rows: { codeSets: 'rolen' }, columns: 'cases', unit: 'codings' }),
      'rollen',
    ],
    [
      'a variable of a crosstab',
      () => crosstabOf(study, { rows: 'codes', columns: { variable: 'omvng' }, unit: 'codings' }),
      'omvang',
    ],
    [
      'a source of a crosstab',
      () => crosstabOf(study, { rows: 'codes', columns: { turnsOf: 'n11' }, unit: 'codings' }),
      'n1',
    ],
    [
      'a code of a condition',
      () =>
        truthTable(study, [{ id: 'c', label: {}, given: everyCase }], {
          id: 'o',
          label: {},
          counted: { codes: ['gedrg'], crossover: 1, full: 2 },
        }),
      'gedrag',
    ],
  ])('is refused with the nearest: %s', (_, call, nearest) => {
    expect(call).toThrow(RangeError)
    expect(call).toThrow(`Is "${nearest}" meant?`)
  })

  it('is answered with the id of what bears a label like it, where no id is near', () => {
    const cases = [
      { id: 'k1', label: { nl: 'Bloemenbuurt', en: 'Flower quarter' } },
      { id: 'k2', label: { nl: 'Havenkwartier' } },
    ]
    expect(unknownName('case', 'bloemenbuur', cases).message).toBe(
      'The study has no case "bloemenbuur". Is "k1" meant?',
    )
    expect(unknownName('case', 'flower quarters', cases).message).toContain('Is "k1" meant?')
    expect(unknownName('coder', 'Annemiek', [{ id: 'c1', label: 'Annemieke' }]).message).toContain('"c1"')
    expect(unknownName('source', 'Interview 8', [{ id: 'x', title: 'Interview 7' }]).message).toContain('"x"')
  })

  it('is answered with all names where none is near and they are few, and with none where they are many', () => {
    expect(nameAdvice('qqqqqq', ['noord', '', 'zuid', 'noord'])).toBe('There are: noord, zuid.')
    expect(nameAdvice('qqqqqq', [])).toBe('There are: none.')
    const names = Array.from({ length: 13 }, (_, i) => `plein-${i}`)
    expect(nameAdvice('qqqqqq', names)).toBe('Correct the name.')
    expect(nameAdvice('qqqqqq', names.slice(1))).toContain('plein-12.')
  })
})
