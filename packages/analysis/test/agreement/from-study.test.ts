import { applyChanges, type Study } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  agreementTable,
  binaryUnitizingAlpha,
  bootstrapInterval,
  codeSetKey,
  codingUnitizingAlpha,
  disagreements,
  krippendorffAlpha,
  krippendorffAlphaBy,
  markedDocuments,
  masiDistance,
  ratingsOfCode,
  reliabilityFromStudy,
  settle,
  unitizingAlpha,
  valueUnitizingAlpha,
} from '../../src/index.ts'
import { anySpans, spanStudy } from '../span-study.ts'

const sets = (study: Study, options: Parameters<typeof reliabilityFromStudy>[1]) =>
  reliabilityFromStudy(study, options).table.map(row =>
    row.map(set => (set === null ? null : [...set].sort().join('+'))),
  )

const both = spanStudy([
  's1 0-5 kat kim',
  's1 0-5 kat lex',
  's1 10-15 hond kim',
  's1 12-18 eten lex',
  's2 0-5 kat kim',
])

describe('a reliability table of a study', () => {
  it('compares coders on the sources that two of them worked on, segment by segment', () => {
    expect(reliabilityFromStudy(both, { unit: 'segments' }).units).toEqual([
      { source: 's1', start: 0, end: 5 },
      { source: 's1', start: 10, end: 15 },
      { source: 's1', start: 12, end: 18 },
    ])
    expect(sets(both, { unit: 'segments' })).toEqual([
      ['kat', 'hond', 'hond'],
      ['kat', 'eten', 'eten'],
    ])
  })

  it('takes turns, paragraphs or words as units, empty ones too', () => {
    expect(sets(both, { unit: 'turns' })).toEqual([
      ['kat', 'hond', '', ''],
      ['kat', 'eten', '', ''],
    ])
    expect(sets(both, { unit: 'paragraphs' })).toEqual([['hond+kat'], ['eten+kat']])
    expect(sets(both, { unit: 'words' })[1]).toEqual(['kat', 'eten', '', ''])
  })

  it('takes codes at a level of the codebook, or a part of it', () => {
    expect(sets(both, { unit: 'turns', depth: 0 })[0]).toEqual(['dieren', 'dieren', '', ''])
    expect(sets(both, { unit: 'turns', codes: ['eten'] })).toEqual([
      ['', '', '', ''],
      ['', 'eten', '', ''],
    ])
  })

  it('counts a source as read by a coder who screened it without coding', () => {
    const screened = {
      ...both,
      screenings: [{ id: 'x', source: 's2', code: 'kat', by: 'lex', at: '', codeVersion: 1 }],
    }
    expect(sets(screened, { unit: 'segments' })[1]).toEqual(['kat', 'eten', 'eten', ''])
  })

  it('says why there is nothing to compare', () => {
    const none = spanStudy(['s1 0-5 kat kim', 's2 0-5 kat lex'])
    expect(reliabilityFromStudy(none, { unit: 'segments' }).problems.map(({ code }) => code)).toEqual([
      'no-common-source',
    ])
    expect(
      reliabilityFromStudy(both, { unit: 'segments', coders: ['kim'] }).problems.map(({ code }) => code),
    ).toEqual(['one-coder'])
    expect(agreementTable(none, { unit: 'segments' }).rows).toEqual([
      ['Alle codes (MASI)', 0, null, null, null, null, null, 'minder dan twee codeurs'],
    ])
    expect(() => reliabilityFromStudy(both, { unit: 'segments', coders: ['x', 'kim'] })).toThrow(RangeError)
  })

  it('gives the same alpha when coders are renamed and documents come in another order', () => {
    fc.assert(
      fc.property(anySpans, lines => {
        const alpha = (study: Study) =>
          krippendorffAlphaBy(reliabilityFromStudy(study, { unit: 'turns' }).table, masiDistance, codeSetKey)
            .value
        const study = spanStudy(lines)
        const swapped = spanStudy(
          lines.map(line => (line.endsWith('kim') ? line.replace('kim', 'lex') : line.replace('lex', 'kim'))),
        )
        const turned = { ...study, sources: study.sources.toReversed() }
        const value = alpha(study)
        for (const other of [alpha(swapped), alpha(turned)])
          if (value === null) expect(other).toBeNull()
          else expect(other).toBeCloseTo(value, 10)
      }),
    )
  })
})

describe('disagreements', () => {
  it('are listed the largest first, each with its text and what each coder made of it', () => {
    const study = spanStudy(['s1 0-5 kat kim', 's1 0-5 eten kim', 's1 0-5 kat lex', 's1 20-24 hond kim'])
    expect(disagreements(study, reliabilityFromStudy(study, { unit: 'segments' }))).toEqual([
      { source: 's1', start: 20, end: 24, text: 'abcd', ratings: { kim: ['hond'], lex: [] }, distance: 1 },
      // Jaccard 1/2, one set inside the other: 1 - 1/2 * 2/3.
      {
        source: 's1',
        start: 0,
        end: 5,
        text: 'abcde',
        ratings: { kim: ['eten', 'kat'], lex: ['kat'] },
        distance: expect.closeTo(2 / 3, 10),
      },
    ])
  })

  it('are settled by changes that say who decided and why', () => {
    const study = spanStudy(['s1 0-5 kat kim', 's1 0-5 eten lex'])
    const at = '2024-05-01T10:00:00+02:00'
    const changes = settle(
      study,
      { source: 's1', start: 0, end: 5 },
      { codes: ['kat'], by: 'lex', at, reason: 'Het gaat over de kat.' },
    )
    const settled = applyChanges(study, changes)
    expect(settled.codings.map(({ code, coder, memo }) => [code, coder, memo])).toEqual([
      ['kat', 'kim', undefined],
      ['kat', 'lex', 'Het gaat over de kat.'],
    ])
    expect(disagreements(settled, reliabilityFromStudy(settled, { unit: 'segments' }))).toEqual([])
    expect(() =>
      settle(study, { source: 's1', start: 0, end: 5 }, { codes: [], by: 'lex', at, reason: ' ' }),
    ).toThrow(RangeError)
  })
})

describe('a disagreement about words where another segment was lost', () => {
  it('is settled on a segment of its own', () => {
    const before = spanStudy(['s1 0-5 kat kim'])
    const [{ id, source }] = before.segments as [(typeof before.segments)[0]]
    const { text, turns } = before.sources.find(each => each.id === source)!
    const at = '2024-05-01T10:00:00+02:00'
    const study = applyChanges(before, [
      {
        ...{ id: 'beter', at, by: 'kim', kind: 'correct-source', source, text, turns },
        moves: [{ segment: id, start: 0, end: 5, verdict: 'lost' }],
      },
    ])
    const changes = settle(
      study,
      { source: 's1', start: 0, end: 5 },
      { codes: ['eten'], by: 'lex', at, reason: 'Zo is het.' },
    )
    const settled = applyChanges(study, changes)
    expect(settled.segments.map(each => [each.id, each.verdict])).toEqual([
      [id, 'lost'],
      ['s1:0-5/2', undefined],
    ])
    expect(settled.codings.map(({ segment, code }) => [segment, code])).toEqual([
      [id, 'kat'],
      ['s1:0-5/2', 'eten'],
    ])
  })
})

describe('a bootstrap interval', () => {
  const table = ratingsOfCode(reliabilityFromStudy(both, { unit: 'turns' }), 'kat')

  it('is the same for the same seed, and holds the coefficient', () => {
    const once = bootstrapInterval(table, krippendorffAlpha, { seed: 7, samples: 200 })
    expect(bootstrapInterval(table, krippendorffAlpha, { seed: 7, samples: 200 })).toEqual(once)
    expect(once.low).toBe(1)
    expect(once.high).toBe(1)
    expect(once.undefinedSamples).toBeGreaterThan(0)
  })

  it('is empty where the coefficient is never defined', () => {
    expect(bootstrapInterval([[1, 1]], krippendorffAlpha, { samples: 5 })).toMatchObject({
      low: null,
      high: null,
      undefinedSamples: 5,
    })
    expect(() => bootstrapInterval(table, krippendorffAlpha, { confidence: 1 })).toThrow(RangeError)
  })
})

describe('agreement on the text itself', () => {
  const unit = (start: number, end: number, value = 'a') => ({ start, end, value })

  /** Krippendorff (2019), figure 12.11; Krippendorff et al. (2016): Alex, Paul and Suzan, a continuum of 60. */
  const book = [
    {
      length: 60,
      coders: [
        [
          unit(0, 7, '1'),
          unit(7, 13, '2'),
          unit(30, 32, '5'),
          unit(32, 37, '6'),
          unit(37, 44, '6'),
          unit(44, 60, '7'),
        ],
        [unit(0, 7, '1'), unit(7, 13, '3'), unit(13, 21, '5'), unit(32, 44, '6')],
        [
          unit(0, 7, '1'),
          unit(7, 13, '4'),
          unit(13, 21, '5'),
          unit(32, 37, '6'),
          unit(37, 41, '6'),
          unit(41, 44, '6'),
        ],
      ],
    },
  ]

  it('has the published values: u-alpha .510, binary .413, cu-alpha .724', () => {
    expect(unitizingAlpha(book).value).toBeCloseTo(0.51, 3)
    // Exactly 0.41360: the publication cuts it off.
    expect(Math.floor(binaryUnitizingAlpha(book).value! * 1000) / 1000).toBe(0.413)
    expect(codingUnitizingAlpha(book).value).toBeCloseTo(0.724, 3)
  })

  it('has the published values of single values, and what part of each they rest on', () => {
    const values = ['1', '2', '3', '4', '5', '6', '7'].map(value => valueUnitizingAlpha(book, value))
    expect(values.map(({ value }) => (value === null ? null : Math.round(value * 1e9) / 1e9 + 0))).toEqual([
      1,
      0,
      0,
      0,
      1,
      1,
      null,
    ])
    expect(values[4]?.coverage).toBeCloseTo(8 / 18, 10)
    expect([values[6]?.coverage, values[6]?.reason]).toEqual([0, 'no unit rated by two coders'])
  })

  it('is unchanged when coders change places and documents come in another order', () => {
    fc.assert(
      fc.property(anySpans, lines => {
        const documents = markedDocuments(spanStudy(lines))
        const turned = documents
          .toReversed()
          .map(document => ({ ...document, coders: document.coders.toReversed() }))
        for (const coefficient of [unitizingAlpha, binaryUnitizingAlpha, codingUnitizingAlpha]) {
          const { value } = coefficient(documents)
          const other = coefficient(turned).value
          if (value === null) expect(other).toBeNull()
          else expect(other).toBeCloseTo(value, 9)
        }
      }),
    )
  })

  it('is not perfect where documents agree nowhere, even if offsets are the same in different documents', () => {
    const documents = [
      { length: 100, coders: [[unit(10, 20)], []] },
      { length: 100, coders: [[], [unit(10, 20)]] },
    ]
    expect(binaryUnitizingAlpha(documents).value).toBeLessThan(0)
  })

  it('is undefined, with the reason, for one coder and for text that nobody marked', () => {
    expect(binaryUnitizingAlpha([{ length: 9, coders: [[unit(0, 3)], null] }])).toMatchObject({
      value: null,
      reason: 'fewer than two coders',
    })
    expect(binaryUnitizingAlpha([{ length: 9, coders: [[], []] }])).toMatchObject({
      value: null,
      reason: 'no variation',
    })
    expect(codingUnitizingAlpha([{ length: 9, coders: [[unit(0, 3)], [unit(4, 6)]] }])).toMatchObject({
      value: null,
      reason: 'no unit rated by two coders',
    })
  })

  it('of what text was marked as looks only where both marked it', () => {
    const documents = [
      {
        length: 20,
        coders: [
          [unit(0, 4, 'a'), unit(4, 8, 'b')],
          [unit(0, 4, 'a'), unit(4, 12, 'b')],
        ],
      },
    ]
    expect(codingUnitizingAlpha(documents).value).toBe(1)
    expect(binaryUnitizingAlpha(documents).value).toBeLessThan(1)
  })

  it('takes no longer for longer text', () => {
    const length = 100_000_000
    const documents = [{ length, coders: [[unit(0, length / 2)], [unit(0, length / 2)]] }]
    expect(binaryUnitizingAlpha(documents).value).toBe(1)
  })

  it('refuses a unit that does not lie in its document', () => {
    expect(() => binaryUnitizingAlpha([{ length: 5, coders: [[unit(3, 9)], []] }])).toThrow(RangeError)
  })
})
