import type { Source, Study } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countWords, crosstabOf, type DimensionName, wordsOfColumns } from '../src/index.ts'
import { anyStudy } from './any-study.ts'
import { codedStudy } from './study-cases.ts'

/** Each source reads `Vraag?`, `een`, `twee`, `drie`: the first by the interviewer, the next two by anna and R2. */
const more: Readonly<Record<string, Partial<Source>>> = {
  n1: { date: '2024-03-12', values: { lang: 'kort' } },
  n2: { date: '2024-03-30', values: { lang: 'kort' } },
  z1: { date: '2024-04-01', values: {} },
}

const study: Study = {
  ...codedStudy,
  sources: codedStudy.sources.map(source => ({ ...source, ...more[source.id] })),
  variables: [
    { id: 'lang', label: { nl: 'Lengte' }, on: 'source', type: 'text' },
    { id: 'start', label: { nl: 'Begin' }, on: 'case', type: 'text' },
    { id: 'jaren', label: { nl: 'Jaren' }, on: 'participant', type: 'number' },
  ],
  cases: codedStudy.cases.map(each => (each.id === 'zuid' ? { ...each, values: { start: 'laat' } } : each)),
  participants: codedStudy.participants.map(each =>
    each.id === 'anna' ? { ...each, values: { jaren: 12 } } : each,
  ),
}

const wordsBy = (name: DimensionName, of: Study = study) => {
  const { columns } = crosstabOf(of, { rows: 'codes', columns: name, unit: 'codings' })
  const words = wordsOfColumns(of, name, columns)
  return columns.map(({ id }, i) => `${id} ${words[i]}`)
}

describe('the words of the columns of a crosstab', () => {
  it.each<[DimensionName, readonly string[]]>([
    ['cases', ['noord 8', 'zuid 4', 'leeg 0']],
    ['sources', ['n1 4', 'n2 4', 'z1 4']],
    ['times', ['2024-03 8', '2024-04 4']],
    ['speakers', ['anna 3', 'n1#R2 1']],
    [{ variable: 'lang' }, ['kort 8']],
    [{ variable: 'start' }, ['laat 4']],
    [{ variable: 'jaren' }, ['12 3']],
    [{ turnsOf: 'n1' }, ['n1#1 1', 'n1#2 1', 'n1#3 1']],
  ])('by %j', (name, words) => {
    expect(wordsBy(name)).toEqual(words)
  })

  it('by kind of source, those that there are none of too', () => {
    expect(wordsBy('kinds').filter(each => !each.endsWith(' 0'))).toEqual(['interview 8', 'fieldwork-note 4'])
  })

  it('are of the source where a source has the id of a case', () => {
    const twins = {
      ...study,
      sources: study.sources.map(source => (source.id === 'z1' ? { ...source, id: 'noord' } : source)),
    }
    expect(wordsBy('sources', twins)).toEqual(['n1 4', 'n2 4', 'noord 4'])
  })

  it('are none where text has several of the columns: codes, code sets and coders', () => {
    for (const name of ['codes', 'coders', { codeSets: 'f' }] as const)
      expect(() => wordsOfColumns(study, name, [])).toThrow(RangeError)
  })

  it('are those that are counted for each case and speaker alone, on any study', () => {
    fc.assert(
      fc.property(anyStudy, any => {
        expect(wordsOfColumns(any, 'cases', any.cases)).toEqual(
          any.cases.map(each => countWords(any, { case: each.id })),
        )
        const { columns } = crosstabOf(any, { rows: 'codes', columns: 'speakers', unit: 'codings' })
        expect(wordsOfColumns(any, 'speakers', columns)).toEqual(
          columns.map(({ id }) => countWords(any, { speaker: id })),
        )
      }),
    )
  })
})
