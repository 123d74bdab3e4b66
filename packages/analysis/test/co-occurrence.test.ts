import type { Segment, Study } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CoOccurrenceOptions,
  coOccurrenceCrosstab,
  coOccurrences,
  coOccurrenceTable,
  runQuery,
} from '../src/index.ts'
import { anySpans, spanStudy } from './span-study.ts'

const pairOf = (study: Study, a: string, b: string, options = {}) =>
  coOccurrences(study, options).pairs.find(pair => pair.a === a && pair.b === b)

describe('codes that occur together', () => {
  it('are counted by every unit', () => {
    const study = spanStudy(['s1 0-15 kat kim', 's1 5-8 eten kim', 's1 12-20 eten kim', 's2 0-4 eten kim'])
    expect(pairOf(study, 'kat', 'eten')).toEqual({
      a: 'kat',
      b: 'eten',
      pairs: 2,
      segmentsA: 1,
      segmentsB: 2,
      stretches: 2,
      characters: 6,
      turns: 2,
      sources: 1,
      cases: 1,
      // 2 / (1 + 3 - 2): two pairs of one segment of kat and three of eten.
      c: 1,
      // 6 of 15 + 15 - 6 characters.
      jaccard: 0.25,
      flagged: true,
    })
  })

  it('do not where segments only touch', () => {
    expect(coOccurrences(spanStudy(['s1 0-5 kat kim', 's1 5-9 eten kim'])).pairs).toEqual([])
  })

  it('do on one segment, which is a pair with itself', () => {
    const pair = pairOf(spanStudy(['s1 0-5 kat kim', 's1 0-5 eten kim']), 'kat', 'eten')
    expect([pair?.pairs, pair?.c, pair?.jaccard, pair?.flagged]).toEqual([1, 1, 1, false])
  })

  it('do where one coder gave the one and another the other, unless within each coder is asked', () => {
    const study = spanStudy(['s1 0-5 kat kim', 's1 0-5 eten lex'])
    expect(pairOf(study, 'kat', 'eten')).toMatchObject({ pairs: 1, characters: 5, c: 1, jaccard: 1 })
    expect(coOccurrences(study, { acrossCoders: false }).pairs).toEqual([])
  })

  it('do where the coder is not among those of the study', () => {
    const study = spanStudy(['s1 0-5 kat max', 's1 3-9 eten kim'])
    expect(pairOf(study, 'kat', 'eten')).toMatchObject({ pairs: 1, characters: 2 })
  })

  it('do not on a segment that a correction lost: other words stand there now', () => {
    const study = spanStudy(['s1 0-5 kat kim', 's1 3-9 eten kim'])
    const segments = study.segments.map(each =>
      each.start === 0 ? { ...each, verdict: 'lost' as const } : each,
    )
    expect(coOccurrences({ ...study, segments }).pairs).toEqual([])
    expect(coOccurrences({ ...study, segments }).segments).toEqual([0, 1])
  })

  it('say below their table what was counted, in both languages', () => {
    const study = spanStudy(['s1 0-5 kat kim', 's1 0-5 eten lex'])
    const noteOf = (options: CoOccurrenceOptions) =>
      coOccurrenceTable(study, coOccurrences(study, options)).note
    expect(noteOf({})).toEqual({
      nl: 'Geteld over alle codeurs samen, zoals ATLAS.ti en co-occurs in een zoekvraag. Een code en een code daarboven zijn geen paar.',
      en: 'Counted over all coders together, as ATLAS.ti and co-occurs in a query do. A code and one above it are no pair.',
    })
    expect(noteOf({ acrossCoders: false, related: true })).toEqual({
      nl: 'Geteld binnen elke codeur: wat de een markeerde is niet vergeleken met wat een ander markeerde.',
      en: 'Counted within each coder: what one marked is not compared with what another did.',
    })
  })

  it('have as many segments of each as the operator co-occurs of a query gives, on any study', () => {
    fc.assert(
      fc.property(anySpans, lines => {
        const study = spanStudy(lines)
        const segmentsOf = (left: string, right: string) =>
          runQuery(study, {
            op: 'co-occurs',
            left: { op: 'code', code: left },
            right: { op: 'code', code: right },
          }).length
        for (const { a, b, segmentsA, segmentsB } of coOccurrences(study, { related: true }).pairs)
          expect([segmentsA, segmentsB]).toEqual([segmentsOf(a, b), segmentsOf(b, a)])
      }),
    )
  })

  it('are not a code and one above it, unless that is asked', () => {
    const study = spanStudy(['s1 0-5 dieren kim', 's1 0-5 kat kim', 's1 0-5 hond kim'])
    expect(coOccurrences(study).pairs.map(({ a, b }) => `${a} ${b}`)).toEqual(['kat hond'])
    expect(coOccurrences(study, { related: true }).pairs).toHaveLength(3)
  })

  it('are counted with all below them where that is asked', () => {
    const study = spanStudy(['s1 0-5 kat kim', 's1 3-9 eten kim', 's1 4-8 hond kim'])
    expect(pairOf(study, 'dieren', 'eten', { codes: ['dieren', 'eten'], rollUp: true })).toMatchObject({
      pairs: 2,
      segmentsA: 2,
      segmentsB: 1,
      stretches: 1,
      characters: 5,
    })
  })

  it('go on as one stretch where one segment takes over from the other', () => {
    const study = spanStudy(['s1 0-5 kat kim', 's1 5-10 kat kim', 's1 2-9 eten kim'])
    expect(pairOf(study, 'kat', 'eten')).toMatchObject({ pairs: 2, stretches: 1, characters: 7 })
  })

  it('are refused for a code that is not there, and none for an empty study', () => {
    expect(() => coOccurrences(spanStudy([]), { codes: ['vis'] })).toThrow(RangeError)
    expect(coOccurrences(spanStudy([]))).toMatchObject({ codes: [], segments: [], pairs: [] })
    expect(coOccurrenceTable(spanStudy([]), coOccurrences(spanStudy([]))).rows).toEqual([])
  })

  it('are laid out as a square of segments, the codes with the most pairs only', () => {
    const study = spanStudy([
      's1 0-15 kat kim',
      's1 5-8 eten kim',
      's1 12-20 eten kim',
      's2 0-4 hond kim',
      's2 1-3 eten kim',
    ])
    const tab = coOccurrenceCrosstab(study, coOccurrences(study))
    expect(tab.rows.map(({ label }) => label.nl)).toEqual(['1 kat', '2 hond', '3 eten'])
    expect(tab.columns.map(({ label }) => label.nl)).toEqual(['1', '2', '3'])
    expect(tab.counts).toEqual([
      [0, 0, 1],
      [0, 0, 1],
      [2, 1, 0],
    ])
    expect([tab.rowTotals, tab.total]).toEqual([[1, 1, 3], 5])
    expect(tab.totalLabel).toEqual({ nl: 'Fragmenten met de code', en: 'Segments with the code' })
    expect(tab.title.en).toBe('Codes that occur together, over all coders')
    const within = coOccurrenceCrosstab(study, coOccurrences(study, { acrossCoders: false }))
    expect(within.title.nl).toBe('Codes die samen voorkomen, binnen elke codeur')
    expect(coOccurrenceCrosstab(study, coOccurrences(study), 2).rows).toHaveLength(2)
  })

  it('are what a count of all pairs gives, on any study', () => {
    fc.assert(
      fc.property(anySpans, fc.boolean(), (lines, acrossCoders) => {
        const study = spanStudy(lines)
        const found = coOccurrences(study, { related: true, acrossCoders })
        const naive = naiveCount(study, acrossCoders)
        expect(
          Object.fromEntries(
            found.pairs.map(({ a, b, pairs, segmentsA, segmentsB, characters }) => [
              `${a} ${b}`,
              [pairs, segmentsA, segmentsB, characters],
            ]),
          ),
        ).toEqual(naive)
        for (const { jaccard, stretches, sources } of found.pairs) {
          expect(jaccard).toBeGreaterThan(0)
          expect(jaccard).toBeLessThanOrEqual(1)
          expect(stretches).toBeGreaterThanOrEqual(sources)
        }
      }),
    )
  })
})

/** Every pair of segments looked at, and every character. */
function naiveCount(study: Study, acrossCoders: boolean): Record<string, readonly number[]> {
  const ids = study.codes.map(({ id }) => id).filter(id => study.codings.some(coding => coding.code === id))
  const codersOf = (segment: Segment, code: string) =>
    study.codings.filter(each => each.segment === segment.id && each.code === code).map(each => each.coder)
  const together = (one: readonly string[], other: readonly string[]) =>
    one.length > 0 && other.length > 0 && (acrossCoders || one.some(coder => other.includes(coder)))
  const result: Record<string, readonly number[]> = {}
  ids.forEach((a, i) => {
    for (const b of ids.slice(i + 1)) {
      let pairs = 0
      const ofA = new Set<string>()
      const ofB = new Set<string>()
      for (const one of study.segments)
        for (const other of study.segments) {
          if (one.source !== other.source || one.start >= other.end || other.start >= one.end) continue
          if (!together(codersOf(one, a), codersOf(other, b))) continue
          pairs++
          ofA.add(one.id)
          ofB.add(other.id)
        }
      let characters = 0
      for (const source of study.sources)
        for (let at = 0; at < source.text.length; at++) {
          const here = study.segments.filter(
            each => each.source === source.id && each.start <= at && at < each.end,
          )
          if (
            together(
              here.flatMap(each => codersOf(each, a)),
              here.flatMap(each => codersOf(each, b)),
            )
          )
            characters++
        }
      if (pairs > 0) result[`${a} ${b}`] = [pairs, ofA.size, ofB.size, characters]
    }
  })
  return result
}

describe('the square of codes that occur together', () => {
  const study = spanStudy(['s1 0-9 kat kim', 's1 5-15 eten lex', 's1 20-25 hond kim', 's2 0-5 eten kim'])
  const losing = (id: string): Study => ({
    ...study,
    segments: study.segments.map(each => (each.id === id ? { ...each, verdict: 'lost' as const } : each)),
  })

  it('has as its whole the distinct segments of the codes it shows, without lost ones', () => {
    const square = (of: Study) => coOccurrenceCrosstab(of, coOccurrences(of))
    expect([square(study).rowTotals, square(study).total]).toEqual([[1, 2], 3])
    expect([square(losing('s2:0-5')).rowTotals, square(losing('s2:0-5')).total]).toEqual([[1, 1], 2])
  })

  it('takes in the codes below, where those were counted', () => {
    const found = coOccurrences(study, { codes: ['dieren', 'eten'], rollUp: true })
    const { counts, rowTotals, total } = coOccurrenceCrosstab(study, found)
    expect([rowTotals, total]).toEqual([[2, 2], 4])
    expect(counts).toEqual([
      [0, 1],
      [1, 0],
    ])
  })

  it('is empty where nothing occurs together', () => {
    const alone = spanStudy(['s1 0-5 kat kim'])
    const { rows, total } = coOccurrenceCrosstab(alone, coOccurrences(alone))
    expect([rows, total]).toEqual([[], 0])
  })
})

describe('codes that occur together within each coder', () => {
  it.each([
    ['k0', 'k31', 0],
    ['k30', 'k61', 0],
    ['k0', 'k62', 0],
    ['k62', 'k62', 1],
    ['k69', 'k69', 1],
  ])('are told apart beyond 31 coders, as many as fit a number: %s and %s', (one, other, pairs) => {
    const coders = Array.from({ length: 70 }, (_, i) => ({ id: `k${i}`, label: `K${i}` }))
    const study = { ...spanStudy([`s1 0-5 kat ${one}`, `s1 0-5 eten ${other}`]), coders }
    expect(pairOf(study, 'kat', 'eten', { acrossCoders: false })?.pairs ?? 0).toBe(pairs)
    expect(pairOf(study, 'kat', 'eten')?.pairs).toBe(1)
  })

  it('are no more than over all coders together, on any study', () => {
    fc.assert(
      fc.property(anySpans, lines => {
        const study = spanStudy(lines)
        for (const { a, b, pairs, characters, stretches } of coOccurrences(study, { acrossCoders: false })
          .pairs) {
          const all = pairOf(study, a, b)!
          expect(pairs).toBeLessThanOrEqual(all.pairs)
          expect(characters).toBeLessThanOrEqual(all.characters)
          expect(stretches).toBeGreaterThan(0)
        }
      }),
    )
  })
})

describe('the table of codes that occur together', () => {
  it('has a row a pair, names in the language of the study, and a word where c is no proportion', () => {
    const study = spanStudy(['s1 0-15 kat kim', 's1 5-8 eten kim', 's1 12-20 eten kim'])
    const named = {
      ...study,
      codes: study.codes.map(code =>
        code.id === 'kat' ? { ...code, label: { nl: 'Kat', en: 'Cat' } } : code,
      ),
    }
    // Two pairs of one segment with two: 2 / (1 + 2 - 2). The cat covers 15, food 3 + 8, both 3 + 3: 6 / 20.
    const row = ['Kat', 'eten', 2, 1, 2, 2, 6, 2, 1, 1, 2, 0.3, 'meer paren dan fragmenten']
    expect(coOccurrenceTable(named, coOccurrences(named)).rows).toEqual([row])
    const english = { ...named, language: 'en' as const }
    expect(coOccurrenceTable(english, coOccurrences(english)).rows).toEqual([
      ['Cat', ...row.slice(1, -1), 'more pairs than segments'],
    ])
  })
})
