import { type Study, StudyError } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkQuery, parseQuery, runQuery, savedQueries } from '../../src/index.ts'
import { queryTokens } from '../../src/query/query-tokens.ts'
import { rangeExtreme } from '../../src/query/range-extreme.ts'
import { unitsBetween } from '../../src/query/units-between.ts'
import { spansStudy } from './spans-study.ts'

const answer = (study: Study, text: string) =>
  runQuery(study, parseQuery(text, study), savedQueries(study)).map(({ id }) => id)

describe('a segment that a correction lost', () => {
  const whole = spansStudy([
    ['a', 's1', 0, 9],
    ['b', 's1', 5, 20],
    ['c', 's1', 62, 65],
  ])
  const study: Study = {
    ...whole,
    segments: whole.segments.map(each => (each.id === 's1:0-9' ? { ...each, verdict: 'lost' } : each)),
  }

  it('still answers to its code, its case, its coder and its words', () => {
    for (const text of ['a', 'a and case:noord', 'a and coder:kim', 'a and text:abc', 'a and kind:interview'])
      expect(answer(study, text), text).toEqual(['s1:0-9'])
  })

  it('lies nowhere: no proximity finds it, on either side', () => {
    expect(answer(whole, 'a co-occurs b')).toEqual(['s1:0-9'])
    for (const text of ['a co-occurs b', 'a precedes c', 'b co-occurs a', 'c follows a', 'a within a'])
      expect(answer(study, text), text).toEqual([])
    expect(answer(study, 'c follows (a or b)')).toEqual(['s1:62-65'])
  })

  it('is said by nobody', () => {
    for (const filter of ['speaker:p1', 'speaker:R1', 'organisation:politie', 'variable.years:12']) {
      expect(answer(whole, `a and ${filter}`), filter).toEqual(['s1:0-9'])
      expect(answer(study, `a and ${filter}`), filter).toEqual([])
    }
  })

  it('is among those without a speaker, as words of the interviewer are not', () => {
    expect(answer(study, 'a and not speaker:p1')).toEqual(['s1:0-9'])
  })
})

describe('a filter by coder beside a code', () => {
  const study = spansStudy([
    ['a', 's1', 0, 9, 'kim'],
    ['b', 's1', 0, 9, 'lex'],
  ])

  it.each([
    ['a and coder:kim', 1],
    ['a and coder:lex', 0],
    ['a and b and coder:kim', 0],
    ['(a and coder:kim) and (b and coder:lex)', 1],
    ['a and not coder:kim', 0],
    ['a and not (b and coder:kim)', 1],
    ['coder:kim and coder:lex', 0],
    ['coder:kim and not b', 1],
    ['coder:lex and not b', 0],
    ['coder:KIM', 1],
    ['coder:Lex and b', 1],
  ])('%s finds %i', (text, count) => {
    expect(answer(study, text)).toHaveLength(count)
  })
})

describe('the check of times in a query', () => {
  const study = spansStudy([])

  it.each(['2024', '2024-03', '2024-03-12', '2024-03-12T10', '2024-03-12T10:30', '2024-03-12T10:30:00Z'])(
    'takes %s',
    time => {
      expect(checkQuery(study, parseQuery(`a and from:"${time}"`, study))).toEqual([])
    },
  )

  it.each(['gisteren', '12-03-2024', '2024-3', '2024-03-12 10:30', '24', ''])('warns of "%s"', time => {
    const query = { op: 'filter', field: 'until', value: time } as const
    expect(checkQuery(study, query)).toEqual([
      {
        code: 'no-time',
        severity: 'warning',
        message: `"until:${time}" is no time: write a date such as until:2024-03-12, or its beginning.`,
      },
    ])
  })
})

describe('the pieces of a query', () => {
  const pieces = (text: string) =>
    queryTokens(text).tokens.map(each => `${each.type}:${each.text}@${each.at}`)

  it.each([
    ['', ['end:@0']],
    ['  a ', ['word:a@2', 'end:@4']],
    ['a/**', ['word:a@0', 'mark:/**@1', 'end:@4']],
    ['a/b', ['word:a/b@0', 'end:@3']],
    ['a/^ b/=', ['word:a@0', 'mark:/^@1', 'word:b@4', 'mark:/=@5', 'end:@7']],
    ['case:x', ['word:case@0', 'mark::@4', 'word:x@5', 'end:@6']],
    ['(a,b)', ['mark:(@0', 'word:a@1', 'mark:,@2', 'word:b@3', 'mark:)@4', 'end:@5']],
    ['"a (b)"', ['quoted:a (b)@0', 'end:@7']],
    ['"a \\"b\\" \\\\"', ['quoted:a "b" \\@0', 'end:@12']],
    ['""', ['quoted:@0', 'end:@2']],
    ['één\n🙂', ['word:één@0', 'word:🙂@4', 'end:@6']],
  ])('%j are %j', (text, expected) => {
    expect(pieces(text)).toEqual(expected)
  })

  it('end where a quote opens and does not close, with its place', () => {
    expect(queryTokens('a "b').faults.map(({ at }) => at)).toEqual([2])
    expect(queryTokens('a "b\\"').faults.map(({ at }) => at)).toEqual([2])
  })

  it('leave out nothing but space, for any text without quotes', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab/*^=(),: \n') }), text => {
        const { tokens, faults } = queryTokens(text)
        expect(faults).toEqual([])
        expect(tokens.map(each => each.text).join('')).toBe(text.replace(/\s/g, ''))
        for (const each of tokens) expect(text.startsWith(each.text, each.at)).toBe(true)
      }),
    )
  })
})

describe('the extreme of a stretch', () => {
  it('is that of the numbers in it, for any list', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { minLength: 1, maxLength: 40 }),
        fc.nat(),
        fc.nat(),
        (values, a, b) => {
          const [from, to] = [a % values.length, (b % values.length) + 1]
          const part = values.slice(from, to)
          const [most, least] = [rangeExtreme(values, Math.max), rangeExtreme(values, Math.min)]
          expect(most(from, to)).toBe(part.length === 0 ? undefined : Math.max(...part))
          expect(least(from, to)).toBe(part.length === 0 ? undefined : Math.min(...part))
        },
      ),
    )
  })

  it('is none of an empty list', () => {
    expect(rangeExtreme([], Math.max)(0, 0)).toBeUndefined()
  })
})

describe('how far a later stretch is from an earlier one', () => {
  const [source] = spansStudy([]).sources

  it.each([
    ['characters', 5, 12, 7],
    ['characters', 5, 5, 0],
    ['paragraphs', 9, 9, 0],
    ['paragraphs', 9, 10, 1],
    ['paragraphs', 10, 10, 1],
    ['paragraphs', 5, 95, 9],
    ['turns', 29, 29, 0],
    ['turns', 30, 30, 1],
    ['turns', 31, 59, 0],
    ['turns', 5, 60, 2],
  ] as const)('in %s, from an end at %i to a start at %i, is %i', (unit, end, start, distance) => {
    expect(unitsBetween(source!, unit)(end, start)).toBe(distance)
  })
})

describe('a distance in turns', () => {
  it('is kept by nothing in a source without turns', () => {
    const whole = spansStudy([
      ['a', 's1', 62, 65],
      ['b', 's1', 66, 70],
    ])
    const mute = { ...whole, sources: whole.sources.map(each => ({ ...each, turns: [] })) }
    expect(answer(whole, 'b follows at most 0 turns a')).toEqual(['s1:66-70'])
    expect(answer(mute, 'b follows at most 99 turns a')).toEqual([])
    expect(answer(mute, 'b follows a')).toEqual(['s1:66-70'])
    expect(answer(mute, 'b follows at most 0 paragraphs a')).toEqual(['s1:66-70'])
  })
})

describe('the saved queries of a study', () => {
  const query = (id: string, text: string) => ({ id, label: {}, text, by: 'kim', at: '2024-01-01T00:00:00Z' })

  it('stand by their id', () => {
    const study = {
      ...spansStudy([['a', 's1', 0, 5]]),
      queries: [query('een', 'a'), query('twee', 'query:een')],
    }
    expect(Object.keys(savedQueries(study))).toEqual(['een', 'twee'])
    expect(answer(study, 'query:twee')).toEqual(['s1:0-5'])
  })

  it('are faults where one of them cannot be read', () => {
    const study = { ...spansStudy([]), queries: [query('een', 'a and')] }
    expect(() => savedQueries(study)).toThrow(StudyError)
  })

  it('go by no name that every object has', () => {
    const study = spansStudy([])
    expect(() => answer(study, 'query:constructor')).toThrow(StudyError)
  })
})
