import { applyChanges, type Study } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  agreementTable,
  bootstrapInterval,
  cohenKappa,
  disagreements,
  disagreementTable,
  holsti,
  krippendorffAlpha,
  markedDocuments,
  percentAgreement,
  ratingsOfCode,
  reliabilityFromStudy,
  scottPi,
  settle,
  unitizingTable,
} from '../../src/index.ts'
import { anySpans, spanStudy } from '../span-study.ts'

const english = (study: Study): Study => ({ ...study, language: 'en' })

/** Both coders on four stretches: kat twice alike, hond against eten, and what only kim marked. */
const study = spanStudy([
  's1 0-5 kat kim',
  's1 0-5 kat lex',
  's1 10-15 kat kim',
  's1 10-15 kat lex',
  's1 20-25 hond kim',
  's1 20-25 eten lex',
  's1 30-35 eten kim',
])

describe('the table of agreement', () => {
  it('has all codes together, then each code that was used, in the order of the codebook', () => {
    const { rows, unit, columns } = agreementTable(study, { unit: 'segments' })
    expect(rows.map(row => row[0])).toEqual(['Alle codes (MASI)', 'kat', 'hond', 'eten'])
    expect(rows.map(row => row[1])).toEqual([4, 4, 4, 4])
    expect(unit).toEqual({ nl: 'fragmenten', en: 'segments' })
    expect(columns.map(({ label }) => label.en)).toEqual([
      'Code',
      'Units',
      "Krippendorff's alpha",
      '95% from',
      '95% to',
      "Gwet's AC1",
      'Share equal',
      'Undefined because',
    ])
  })

  it('says how many codings lie in none of the units, and nothing where each lies in one', () => {
    expect(agreementTable(study, { unit: 'turns' }).note).toBeUndefined()
    const unspoken = { ...study, sources: study.sources.map(source => ({ ...source, turns: [] })) }
    expect(agreementTable(unspoken, { unit: 'segments' }).note).toBeUndefined()
    expect(agreementTable(unspoken, { unit: 'turns' }).note).toEqual({
      nl: '7 coderingen liggen buiten alle beurten en tellen hier niet mee.',
      en: '7 codings lie outside all turns and do not count here.',
    })
  })

  it('names its coefficients in Dutch as the figure does', () => {
    const { columns } = agreementTable(study, { unit: 'segments' })
    expect([columns[2]?.label.nl, columns[5]?.label.nl]).toEqual(['Krippendorffs alfa', 'Gwets AC1'])
  })

  it('has the coefficients worked out by hand', () => {
    const rows = new Map(agreementTable(study, { unit: 'segments' }).rows.map(row => [row[0], row]))
    // kat: 1 1 0 0 by both. Alpha is 1, AC1 is 1, all equal.
    expect(rows.get('kat')?.slice(2, 3).concat(rows.get('kat')!.slice(5))).toEqual([1, 1, 1, null])
    // hond: 0 0 1 0 and 0 0 0 0. Of 8 ratings one is 1: observed 2 * 1 / 8, expected 2 * 1 * 7 / 56, so that alpha is 0.
    // AC1: observed 3/4; shares 1/8 and 7/8, chance 2 * 7/64: (3/4 - 14/64) / (50/64) = 34/50.
    expect(rows.get('hond')?.slice(2, 3).concat(rows.get('hond')!.slice(5))).toEqual([0, 0.68, 0.75, null])
    // eten: 0 0 0 1 and 0 0 1 0. Two of 8 are 1: observed 4/8, expected 2 * 2 * 6 / 56: 1 - 7/6.
    // AC1: observed 1/2; shares 1/4 and 3/4, chance 2 * 3/16: (1/2 - 3/8) / (5/8) = 1/5.
    expect(rows.get('eten')?.slice(2, 3).concat(rows.get('eten')!.slice(5))).toEqual([-0.167, 0.2, 0.5, null])
    // Sets: kat kat, kat kat, hond eten, eten nothing. Observed disagreement: (0 + 0 + 2 + 2) / 8. Of 8 ratings 4 kat,
    // 1 hond, 2 eten, 1 empty, all at distance 1: 1 - (16 + 1 + 4 + 1 - 8) / 56 = 42 / 56. Alpha: 1 - (1/2) / (3/4).
    expect(rows.get('Alle codes (MASI)')?.[2]).toBe(0.333)
  })

  it('has an interval that holds its coefficient and is the same for the same seed', () => {
    const intervals = (seed: number) =>
      agreementTable(study, { unit: 'turns', seed, samples: 200 }).rows.map(row => [row[3], row[2], row[4]])
    for (const [low, value, high] of intervals(1)) {
      expect(Number(low)).toBeLessThanOrEqual(Number(value))
      expect(Number(value)).toBeLessThanOrEqual(Number(high))
    }
    expect(intervals(1)).toEqual(intervals(1))
  })

  it.each([
    [['s1 0-5 kat kim'], 'geen eenheid', 'minder dan twee codeurs', 'fewer than two coders'],
    [['s1 0-5 kat kim', 's1 0-5 kat lex'], 'één soort', 'geen variatie', 'no variation'],
  ])('says in both languages why a coefficient is undefined: %j', (lines, _, nl, en) => {
    const of = spanStudy(lines)
    const reason = (each: Study) => agreementTable(each, { unit: 'segments' }).rows[0]
    expect(reason(of)?.[0]).toBe('Alle codes (MASI)')
    expect(reason(of)?.at(-1)).toBe(nl)
    expect(reason(english(of))?.[0]).toBe('All codes (MASI)')
    expect(reason(english(of))?.at(-1)).toBe(en)
  })

  it.each([
    ['segments', 'fragmenten'],
    ['turns', 'beurten'],
    ['paragraphs', 'alinea’s'],
    ['words', 'woorden'],
  ] as const)('says that it compares %s', (unit, nl) => {
    expect(agreementTable(study, { unit }).unit).toEqual({ nl, en: unit })
  })

  it('is refused for a depth below 0 or between two', () => {
    for (const depth of [-1, 0.5, Number.NaN])
      expect(() => agreementTable(study, { unit: 'segments', depth })).toThrow(RangeError)
  })

  it('takes a code that lies less deep than is asked as it is', () => {
    const rows = agreementTable(study, { unit: 'segments', depth: 9 }).rows
    expect(rows.map(row => row[0])).toEqual(['Alle codes (MASI)', 'kat', 'hond', 'eten'])
    const tops = agreementTable(study, { unit: 'segments', depth: 0 }).rows
    expect(tops.map(row => row[0])).toEqual(['Alle codes (MASI)', 'dieren', 'eten'])
  })
})

describe('the table of agreement on the text itself', () => {
  it('says of each coefficient why it has no value, in both languages', () => {
    const one = spanStudy(['s1 0-5 kat kim'])
    expect(unitizingTable(one).rows).toEqual([
      ['u-alfa: waar en als wat', null, 'minder dan twee codeurs'],
      ['binair: waar', null, 'minder dan twee codeurs'],
      ['cu-alfa: als wat', null, 'minder dan twee codeurs'],
    ])
    expect(unitizingTable(english(one)).rows).toEqual([
      ['u-alpha: where and as what', null, 'fewer than two coders'],
      ['binary: where', null, 'fewer than two coders'],
      ['cu-alpha: as what', null, 'fewer than two coders'],
    ])
    const apart = spanStudy(['s1 0-5 kat kim', 's1 10-15 kat lex'])
    expect(unitizingTable(apart).rows[2]).toEqual([
      'cu-alfa: als wat',
      null,
      'geen eenheid door twee codeurs beoordeeld',
    ])
    const same = spanStudy(['s1 0-5 kat kim', 's1 0-5 kat lex'])
    expect(unitizingTable(same).rows[2]).toEqual(['cu-alfa: als wat', null, 'geen variatie'])
  })

  it('is 1 where coders marked the same words as the same, and of one case where that is asked', () => {
    const both = spanStudy(['s1 0-5 kat kim', 's1 0-5 kat lex', 's3 0-5 kat kim', 's3 20-30 kat lex'])
    expect(unitizingTable(both, 'noord').rows[1]).toEqual(['binair: waar', 1, null])
    expect(Number(unitizingTable(both, 'zuid').rows[1]?.[1])).toBeLessThan(0)
    expect(Number(unitizingTable(both).rows[1]?.[1])).toBeLessThan(1)
  })
})

describe('the documents of a study as marked text', () => {
  it('have what each coder marked, nothing of one who only screened, and null of one who did not read', () => {
    const screened = {
      ...spanStudy(['s1 0-5 kat kim', 's2 3-9 hond lex']),
      screenings: [{ id: 'x', source: 's1', code: 'kat', by: 'lex', at: '', codeVersion: 1 }],
    }
    expect(markedDocuments(screened)).toEqual([
      { length: 40, coders: [[{ start: 0, end: 5, value: 'kat' }], []] },
      { length: 40, coders: [null, [{ start: 3, end: 9, value: 'hond' }]] },
      { length: 40, coders: [null, null] },
    ])
  })

  it('go by the name that a code is given, and leave out one that has none; its coder did read', () => {
    const name = (code: string) => (code === 'eten' ? undefined : 'dieren')
    const [document] = markedDocuments(spanStudy(['s1 0-5 kat kim', 's1 3-9 eten lex']), name)
    expect(document?.coders).toEqual([[{ start: 0, end: 5, value: 'dieren' }], []])
  })

  it('have no lost segments', () => {
    const segments = study.segments.map(each => ({ ...each, verdict: 'lost' as const }))
    expect(markedDocuments({ ...study, segments })[0]?.coders).toEqual([null, null])
  })
})

describe('the table of disagreements', () => {
  it('has what each coder put on a stretch, empty where nothing, and its text', () => {
    const { rows, columns } = disagreementTable(study, reliabilityFromStudy(study, { unit: 'segments' }))
    expect(columns.map(({ label }) => label.nl)).toEqual([
      'Bron',
      'Begin',
      'Einde',
      'Afstand (MASI)',
      'kim',
      'lex',
      'Tekst',
    ])
    expect(rows).toEqual([
      ['s1', 20, 25, 1, 'hond', 'eten', 'abcde'],
      ['s1', 30, 35, 1, 'eten', '', 'abcde'],
    ])
  })

  it('has no rows where coders agree', () => {
    const same = spanStudy(['s1 0-5 kat kim', 's1 0-5 kat lex'])
    expect(disagreementTable(same, reliabilityFromStudy(same, { unit: 'segments' })).rows).toEqual([])
  })
})

describe('settling', () => {
  const at = '2024-05-01T10:00:00+02:00'
  const place = { source: 's1', start: 20, end: 25 }
  const decide = (of: Study, codes: readonly string[], more = {}) =>
    settle(of, place, { codes, by: 'kim', at, reason: 'Zo afgesproken.', ...more })

  it('withdraws what was decided against, with the reason, and codes what was decided for', () => {
    expect(
      decide(study, ['eten']).map(change => [change.kind, 'reason' in change ? change.reason : null]),
    ).toEqual([
      ['withdraw-coding', 'Zo afgesproken.'],
      ['code-segment', null],
    ])
  })

  it('withdraws everything where nothing is decided for, and codes nothing twice', () => {
    expect(applyChanges(study, decide(study, [])).codings.map(({ segment }) => segment)).not.toContain(
      's1:20-25',
    )
    expect(decide(study, ['hond']).map(({ kind }) => kind)).toEqual(['withdraw-coding'])
  })

  it('adds a segment where none has just these words, with what stands around it', () => {
    const changes = settle(
      study,
      { source: 's2', start: 0, end: 9 },
      { codes: ['kat'], by: 'lex', at, reason: 'Toch.' },
    )
    const settled = applyChanges(study, changes)
    expect(settled.segments.at(-1)).toMatchObject({ id: 's2:0-9', quote: 'abcdefghi', prefix: '' })
    expect(settled.codings.at(-1)).toMatchObject({ code: 'kat', coder: 'lex', memo: 'Toch.' })
  })

  it('can be done again, later and otherwise, by changes of their own', () => {
    const first = decide(study, ['eten'])
    const second = decide(applyChanges(study, first), ['hond'], { at: '2024-06-01T10:00:00Z' })
    const third = decide(applyChanges(study, [...first, ...second]), ['eten'], { at: '2024-07-01T10:00:00Z' })
    const ids = [...first, ...second, ...third].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const settled = applyChanges(study, [...first, ...second, ...third])
    expect(settled.codings.filter(({ segment }) => segment === 's1:20-25').map(({ code }) => code)).toEqual([
      'eten',
    ])
  })

  it('leaves no disagreement on the unit, on any study and unit', () => {
    fc.assert(
      fc.property(anySpans, lines => {
        const any = spanStudy(lines)
        const found = disagreements(any, reliabilityFromStudy(any, { unit: 'segments' }))
        for (const each of found.slice(0, 2)) {
          const settled = applyChanges(any, settle(any, each, { codes: ['kat'], by: 'kim', at, reason: 'x' }))
          const own = settled.segments.filter(
            ({ source, start, end }) => source === each.source && start === each.start && end === each.end,
          )
          const left = settled.codings.filter(coding => own.some(({ id }) => id === coding.segment))
          expect(new Set(left.map(({ code }) => code))).toEqual(new Set(['kat']))
        }
      }),
    )
  })
})

describe('disagreements of any study', () => {
  it('are the units whose coders who read them differ, each once, the largest first', () => {
    fc.assert(
      fc.property(anySpans, fc.constantFrom('segments', 'turns', 'paragraphs'), (lines, unit) => {
        const any = spanStudy(lines)
        const reliability = reliabilityFromStudy(any, { unit })
        const found = disagreements(any, reliability)
        const differing = reliability.units.filter((_, at) => {
          const [one, other] = reliability.table.map(row => row[at])
          if (!one || !other) return false
          return one.size !== other.size || [...one].some(code => !other.has(code))
        })
        expect(found).toHaveLength(differing.length)
        found.reduce((before, { distance }) => {
          expect(distance).toBeGreaterThan(0)
          expect(distance).toBeLessThanOrEqual(before)
          return distance
        }, 1)
      }),
    )
  })
})

describe('the ratings of one code', () => {
  it('are 1, 0, or null where the unit was not read, and their share the percent agreement by hand', () => {
    const reliability = reliabilityFromStudy(study, { unit: 'segments' })
    expect(ratingsOfCode(reliability, 'eten')).toEqual([
      [0, 0, 0, 1],
      [0, 0, 1, 0],
    ])
    expect(percentAgreement(ratingsOfCode(reliability, 'eten')).value).toBe(0.5)
  })
})

describe('a coder without a single rating', () => {
  const table = [
    ['a', 'b'],
    [null, null],
  ]
  it.each([
    ['kappa', cohenKappa],
    ['pi', scottPi],
    ['Holsti', holsti],
    ['percent agreement', percentAgreement],
    ['alpha', krippendorffAlpha],
  ])('is none for %s', (_, coefficient) => {
    expect(coefficient(table)).toMatchObject({ value: null, reason: 'fewer than two coders', coders: 1 })
  })
})

describe('a bootstrap interval of units drawn again', () => {
  /** The share of ones in the first row: a coefficient whose interval can be told beforehand. */
  const share = (table: readonly (readonly (number | null)[])[]) => {
    const row = table[0]!.filter(each => each !== null)
    return {
      value: row.length === 0 ? null : row.reduce((a, b) => a + b, 0) / row.length,
      coders: 2,
      units: 1,
    }
  }

  it('is a point where every unit is the same', () => {
    expect(bootstrapInterval([[1, 1, 1]], share)).toMatchObject({ low: 1, high: 1, undefinedSamples: 0 })
  })

  it('is near that of the binomial: 50 of 100 between 0.40 and 0.60 at 95%', () => {
    const row = Array.from({ length: 100 }, (_, i) => i % 2)
    const { low, high } = bootstrapInterval([row], share, { samples: 2000, seed: 7 })
    expect(low).toBeGreaterThan(0.385)
    expect(low).toBeLessThan(0.415)
    expect(high).toBeGreaterThan(0.585)
    expect(high).toBeLessThan(0.615)
  })

  it('is narrower for less confidence, and of another seed another one', () => {
    const row = Array.from({ length: 40 }, (_, i) => i % 3)
    const width = (confidence: number) => {
      const { low, high } = bootstrapInterval([row], share, { confidence })
      return high! - low!
    }
    expect(width(0.5)).toBeLessThan(width(0.95))
    const draws = [1, 2].map(seed => bootstrapInterval([row], share, { seed, samples: 37 }))
    expect(draws[0]).not.toEqual({ ...draws[1], seed: 1 })
  })

  it('counts the samples in which there was nothing to measure, and leaves them out', () => {
    const { low, undefinedSamples, samples } = bootstrapInterval([[1, null]], share, { samples: 400 })
    expect(low).toBe(1)
    expect(undefinedSamples).toBeGreaterThan(60)
    expect(undefinedSamples).toBeLessThan(140)
    expect(samples).toBe(400)
    expect(bootstrapInterval([[]], share, { samples: 3 })).toMatchObject({
      low: null,
      high: null,
      undefinedSamples: 3,
    })
  })

  it.each([{ confidence: 0 }, { confidence: 1 }, { confidence: Number.NaN }, { samples: 0 }])(
    'is refused with %j',
    options => {
      expect(() => bootstrapInterval([[1]], share, options)).toThrow(RangeError)
    },
  )
})
