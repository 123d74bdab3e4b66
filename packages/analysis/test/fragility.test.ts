import type { Study } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countMarks, type Mark } from '../src/fragility/count-marks.ts'
import { type Flip, fragility, fragilityTable, theOthers } from '../src/index.ts'
import { anyStudy } from './any-study.ts'
import { subtree } from './naive-counts.ts'
import { bareStudy, caseOf, sourceOf, withCodings } from './study-cases.ts'

const mark = (start: number, end: number, more: Partial<Mark> = {}): Mark => ({
  inCase: 0,
  source: 0,
  voice: -1,
  coder: 0,
  start,
  end,
  ...more,
})

describe('marks by case', () => {
  const marks = [mark(0, 5), mark(5, 9), mark(12, 15), mark(13, 14), mark(0, 5, { inCase: 1, source: 1 })]

  it('are counted each', () => {
    expect([...countMarks(marks, 3)]).toEqual([4, 1, 0])
  })

  it('are counted as stretches: those that touch or overlap are one, one inside another ends nothing', () => {
    expect([...countMarks(marks, 3, 'stretches')]).toEqual([2, 1, 0])
    expect([...countMarks([mark(0, 9), mark(2, 3), mark(8, 12)], 1, 'stretches')]).toEqual([1])
    expect([...countMarks([mark(8, 12), mark(0, 7)], 1, 'stretches')]).toEqual([2])
  })

  it('are counted as stretches of their own source, at the same place too', () => {
    expect([...countMarks([mark(0, 5), mark(5, 9, { source: 1 })], 1, 'stretches')]).toEqual([2])
  })

  it('are counted as voices: a speaker once in a case, and a source without speakers as one', () => {
    const voiced = [
      mark(0, 1, { voice: 3 }),
      mark(4, 5, { voice: 3, source: 1 }),
      mark(0, 1, { voice: 4 }),
      mark(0, 1, { source: 2 }),
      mark(7, 9, { source: 2 }),
      mark(0, 1, { voice: 3, inCase: 1 }),
    ]
    expect([...countMarks(voiced, 2, 'voices')]).toEqual([3, 1])
  })

  it('are none where there are none', () => {
    for (const by of ['codings', 'stretches', 'voices'] as const)
      expect([...countMarks([], 2, by)]).toEqual([0, 0])
  })
})

/** Row `r` is the code open; the cases are those of the study. */
const withRow = (study: Study, codes: readonly string[] = ['open']): Study => ({
  ...study,
  frames: [
    { id: 'f', label: { nl: 'Kader', en: 'Frame' }, rows: [{ id: 'r', label: { nl: 'Rij' }, codes }] },
  ],
})

const named = ({ test, what, becomes }: Flip) => [test, what ?? '-', becomes].join(' ')

/** Three cases with a note each, in which nobody speaks. */
const notes: Study = {
  ...bareStudy,
  cases: ['a', 'b', 'c'].map(id => caseOf(id, id.toUpperCase())),
  sources: ['a', 'b', 'c'].map(id => sourceOf(`${id}1`, id, 'fieldwork-note', { turns: [] })),
}

describe('a difference between cases', () => {
  it('is none where they count the same', () => {
    const study = withRow(withCodings(notes, ['a1 een open kim', 'b1 een open kim', 'c1 een open kim']))
    expect(fragility(study, 'f').differences).toEqual([])
    expect(fragility(withRow(notes), 'f').differences).toEqual([])
  })

  it('is between each two, then between each and the mean of the others, the higher count first', () => {
    const study = withRow(
      withCodings(notes, ['a1 een open kim', 'b1 een open kim', 'b1 twee open kim', 'b1 drie open kim']),
    )
    expect(
      fragility(study, 'f').differences.map(({ more, less, counts }) => [more, less, ...counts]),
    ).toEqual([
      ['b', 'a', 3, 1],
      ['a', 'c', 1, 0],
      ['b', 'c', 3, 0],
      [theOthers, 'a', 1.5, 1],
      ['b', theOthers, 3, 0.5],
      [theOthers, 'c', 2, 0],
    ])
  })

  it('between two cases alone knows no mean of others', () => {
    const study = withRow(withCodings({ ...notes, cases: notes.cases.slice(0, 2) }, ['a1 een open kim']))
    expect(fragility(study, 'f').differences).toHaveLength(1)
  })

  it('with the mean falls where the case that makes the mean is left out', () => {
    const study = withRow(
      withCodings(notes, ['a1 een open kim', 'b1 een open kim', 'b1 twee open kim', 'b1 drie open kim']),
    )
    const mean = fragility(study, 'f').differences.find(each => each.less === 'a' && each.more === theOthers)
    // Without b the others have 0 against 1; without c they have 3. One note is one voice: 1 against (1 + 0) / 2. Without
    // kim or without source b1 or a1: 0 to 0, 1 to 0, and still 0 to 1.5.
    expect(mean?.flips.map(named)).toEqual([
      'without case b reversed',
      'without source b1 reversed',
      'without coder kim equal',
      'voices - reversed',
    ])
  })

  it('is not made by codings that contradict, nor by those in other rows', () => {
    const study = withRow(withCodings(notes, ['a1 een open kim -', 'b1 een proces kim']))
    expect(fragility(study, 'f').differences).toEqual([])
  })

  it('is made by the codes below those of the row too, each coding once', () => {
    const study = withRow(withCodings(notes, ['a1 een open kim', 'a1 twee gesloten kim']), [
      'houding',
      'open',
    ])
    expect(fragility(study, 'f').differences[0]?.counts).toEqual([2, 0])
  })

  it('falls where segments that touch count as one', () => {
    const touching: Study = {
      ...notes,
      segments: [
        [0, 3],
        [3, 6],
      ].map(([start, end]) => ({
        ...{ id: `a:${start}`, source: 'a1', start: start!, end: end!, quote: '', prefix: '', suffix: '' },
        ...{ by: 'kim', at: '' },
      })),
    }
    const coded = withRow({
      ...touching,
      segments: [...touching.segments, { ...touching.segments[0]!, id: 'b:0', source: 'b1' }],
      codings: ['a:0', 'a:3', 'b:0'].map(segment => ({
        ...{ id: segment, segment, code: 'open', coder: 'kim', at: '', codeVersion: 1 },
      })),
    })
    const flipsOf = (study: Study) =>
      fragility(study, 'f')
        .differences.find(each => each.more === 'a' && each.less === 'b')
        ?.flips.map(named)
    expect(flipsOf(coded)).toEqual([
      'without source a1 reversed',
      'without coder kim equal',
      'touching merged - equal',
      'voices - equal',
    ])
    const lost = { ...coded, segments: coded.segments.map(each => ({ ...each, verdict: 'lost' as const })) }
    expect(flipsOf(lost), 'lost segments touch nothing').toEqual([
      'without source a1 reversed',
      'without coder kim equal',
      'voices - equal',
    ])
  })

  it('is what leaving out and counting anew gives, on any study', () => {
    fc.assert(
      fc.property(anyStudy, any => {
        const study = withRow(any, [any.codes[0]!.id])
        for (const { more, less, counts, flips } of fragility(study, 'f').differences) {
          if (more === theOthers || less === theOthers) continue
          const gap = (left: Study) => countIn(left, more) - countIn(left, less)
          expect(gap(study)).toBe(counts[0] - counts[1])
          const found = new Map(flips.map(flip => [`${flip.test} ${flip.what ?? ''}`, flip.becomes]))
          for (const source of study.sources) {
            const left = gap({
              ...study,
              codings: study.codings.filter(each => sourceOfCoding(study, each.segment) !== source.id),
            })
            expect(found.get(`without source ${source.id}`)).toBe(
              left > 0 ? undefined : left === 0 ? 'equal' : 'reversed',
            )
          }
          for (const coder of study.coders) {
            const left = gap({ ...study, codings: study.codings.filter(each => each.coder !== coder.id) })
            expect(found.get(`without coder ${coder.id}`)).toBe(
              left > 0 ? undefined : left === 0 ? 'equal' : 'reversed',
            )
          }
        }
      }),
    )
  })
})

const sourceOfCoding = (study: Study, segment: string) =>
  study.segments.find(({ id }) => id === segment)?.source

function countIn(study: Study, inCase: string): number {
  const codes = subtree(study, study.frames[0]!.rows[0]!.codes[0]!)
  return study.codings.filter(
    ({ code, segment, stance }) =>
      stance === undefined &&
      codes.has(code) &&
      study.sources.find(({ id }) => id === sourceOfCoding(study, segment))?.case === inCase,
  ).length
}

describe('the table of fragility', () => {
  const study = withRow(withCodings(notes, ['a1 een open kim', 'b1 een open kim', 'b1 twee open kim']))

  it('has a row a difference, with what makes it fall, in the language of the study', () => {
    const table = fragilityTable(study, fragility(study, 'f'))
    expect(table.title).toEqual({
      nl: 'Hoe stevig de verschillen zijn: Kader',
      en: 'How firm the differences are: Frame',
    })
    expect(table.rows[0]).toEqual([
      'Rij',
      'B',
      2,
      'A',
      1,
      3,
      'zonder bron Bron b1: keert om\nzonder codeur Kim: valt weg\nstemmen in plaats van coderingen: valt weg',
    ])
    const english = { ...study, language: 'en' as const }
    expect(fragilityTable(english, fragility(english, 'f')).rows[0]?.at(-1)).toBe(
      'without source Bron b1: turns round\nwithout coder Kim: vanishes\nvoices instead of codings: vanishes',
    )
  })

  it('names sources, speakers and coders as a reader knows them, apart where two bear the same name', () => {
    const named: Study = {
      ...notes,
      sources: [
        sourceOf('b1', 'b', 'interview', { title: 'Interview' }),
        sourceOf('b2', 'b', 'interview', { title: 'Interview' }),
        sourceOf('b3', 'b', 'fieldwork-note', { title: 'Notitie' }),
      ],
      participants: [{ id: 'anna', label: 'Wijkagent' }],
    }
    const flips = [
      { test: 'without source', what: 'b2', becomes: 'equal' },
      { test: 'without source', what: 'b3', becomes: 'equal' },
      { test: 'without speaker', what: 'anna', becomes: 'equal' },
      { test: 'without speaker', what: 'b3#R2', becomes: 'equal' },
      { test: 'without speaker', what: 'b1#R2', becomes: 'reversed' },
      { test: 'without coder', what: 'kim', becomes: 'equal' },
      { test: 'voices', becomes: 'equal' },
    ] as const
    const differences = [{ row: 'r', more: 'a', less: 'b', counts: [2, 1] as const, flips }]
    const table = fragilityTable(named, { frame: 'f', title: { nl: 'F' }, rows: [], differences })
    expect(String(table.rows[0]?.at(-1)).split('\n')).toEqual([
      'zonder bron Interview (b2): valt weg',
      'zonder bron Notitie: valt weg',
      'zonder spreker Wijkagent: valt weg',
      'zonder spreker R2 (Notitie): valt weg',
      'zonder spreker R2 (Interview (b1)): keert om',
      'zonder codeur Kim: valt weg',
      'stemmen in plaats van coderingen: valt weg',
    ])
  })

  it('names the mean of the others and the case that is left out', () => {
    const rows = fragilityTable(study, fragility(study, 'f')).rows
    const withMean = rows.find(row => row[1] === 'B' && row[3] === 'gemiddelde van de andere')
    expect(withMean?.slice(0, 5)).toEqual(['Rij', 'B', 2, 'gemiddelde van de andere', 0.5])
    const english = { ...study, language: 'en' as const }
    expect(fragilityTable(english, fragility(english, 'f')).rows.map(row => row[3])).toContain(
      'mean of the others',
    )
  })

  it('has nothing in its last column where nothing makes a difference fall', () => {
    const firm: Study = {
      ...notes,
      sources: [...notes.sources, sourceOf('a2', 'a', 'fieldwork-note', { turns: [] })],
    }
    const coded = withRow(withCodings(firm, ['a1 een open kim', 'a2 een open lex']))
    const row = fragilityTable(coded, fragility(coded, 'f')).rows[0]
    expect(row?.slice(5)).toEqual([0, null])
  })
})
