import { StudyError } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../src/query/parse-query.ts'
import { type Proximity, proximities, type Query, querySchema } from '../../src/query/query.ts'
import { runQuery } from '../../src/query/run-query.ts'
import { type Span, spansStudy } from './spans-study.ts'

/** The ids of the segments that answer a query in its text form. */
function answer(spans: readonly Span[], text: string): readonly string[] {
  const study = spansStudy(spans)
  return runQuery(study, parseQuery(text, study)).map(segment => segment.id)
}

function problemsOf(run: () => unknown): readonly string[] {
  try {
    run()
  } catch (error) {
    if (error instanceof StudyError) return error.problems.map(problem => problem.code)
    throw error
  }
  return []
}

describe('a code as an operand', () => {
  const spans: Span[] = [
    ['top', 's1', 0, 5],
    ['one', 's1', 10, 15],
    ['deep', 's1', 20, 25],
    ['two', 's1', 30, 35],
    ['a', 's1', 40, 45],
  ]
  it.each([
    ['one', ['s1:10-15']],
    ['one/**', ['s1:10-15', 's1:20-25']],
    ['top/**', ['s1:0-5', 's1:10-15', 's1:20-25', 's1:30-35']],
    ['deep/^', ['s1:0-5', 's1:10-15', 's1:20-25']],
    ['one/=', ['s1:10-15', 's1:30-35']],
    ['set:row-top', ['s1:10-15', 's1:20-25']],
    ['set:frame', ['s1:10-15', 's1:20-25', 's1:40-45']],
    ['"ONE"', ['s1:10-15']],
  ])('%s gives %j', (text, expected) => {
    expect(answer(spans, text)).toEqual(expected)
  })
})

describe('sets of segments', () => {
  const spans: Span[] = [
    ['a', 's1', 0, 5],
    ['b', 's1', 0, 5],
    ['a', 's1', 10, 15],
    ['b', 's1', 20, 25],
    ['c', 's2', 0, 5],
  ]
  it.each([
    ['a or b', ['s1:0-5', 's1:10-15', 's1:20-25']],
    ['a and b', ['s1:0-5']],
    ['one of (a, b)', ['s1:10-15', 's1:20-25']],
    ['one of (a, b, c)', ['s1:10-15', 's1:20-25', 's2:0-5']],
    ['not a', ['s1:20-25', 's2:0-5']],
    ['not (a or b)', ['s2:0-5']],
    ['a and not b', ['s1:10-15']],
    ['a or b and c', ['s1:0-5', 's1:10-15']],
  ])('%s gives %j', (text, expected) => {
    expect(answer(spans, text)).toEqual(expected)
  })
})

describe('proximity gives segments of the left operand', () => {
  const cases: readonly [
    name: string,
    a: [number, number],
    b: [number, number],
    holding: readonly Proximity[],
  ][] = [
    ['the same span', [10, 20], [10, 20], ['within', 'encloses', 'co-occurs']],
    ['inside', [12, 18], [10, 20], ['within', 'co-occurs']],
    ['inside, with the same start', [10, 15], [10, 20], ['within', 'co-occurs']],
    ['around', [10, 20], [12, 18], ['encloses', 'co-occurs']],
    ['starting first and ending inside', [5, 15], [10, 20], ['overlapped-by', 'co-occurs']],
    ['starting inside and ending after', [15, 25], [10, 20], ['overlaps', 'co-occurs']],
    ['touching before', [5, 10], [10, 20], ['precedes']],
    ['touching after', [20, 25], [10, 20], ['follows']],
    ['far before', [0, 5], [10, 20], ['precedes']],
    ['far after', [40, 45], [10, 20], ['follows']],
  ]
  it.each(cases)('%s: %j to %j', (_, [aStart, aEnd], [bStart, bEnd], holding) => {
    const study = spansStudy([
      ['a', 's1', aStart, aEnd],
      ['b', 's1', bStart, bEnd],
    ])
    const holds = proximities.filter(op => {
      const query: Query = { op, left: { op: 'code', code: 'a' }, right: { op: 'code', code: 'b' } }
      return runQuery(study, query).some(segment => segment.id === `s1:${aStart}-${aEnd}`)
    })
    expect(holds).toEqual(proximities.filter(op => holding.includes(op)))
  })

  it('never goes across sources', () => {
    expect(
      answer(
        [
          ['a', 's1', 12, 18],
          ['b', 's2', 10, 20],
        ],
        'a within b',
      ),
    ).toEqual([])
    expect(
      answer(
        [
          ['a', 's1', 12, 18],
          ['b', 's2', 30, 40],
        ],
        'a precedes b',
      ),
    ).toEqual([])
  })

  it('can be limited in characters, turns and paragraphs', () => {
    const spans: Span[] = [
      ['a', 's1', 35, 40],
      ['b', 's1', 20, 29],
    ]
    expect(answer(spans, 'a follows at most 5 characters b')).toEqual([])
    expect(answer(spans, 'a follows at most 6 characters b')).toEqual(['s1:35-40'])
    expect(answer(spans, 'a follows at most 0 turns b')).toEqual([])
    expect(answer(spans, 'a follows at most 1 turn b')).toEqual(['s1:35-40'])
    expect(answer(spans, 'a follows at most 0 paragraphs b')).toEqual([])
    expect(answer(spans, 'b precedes at most 1 paragraph a')).toEqual(['s1:20-29'])
  })
})

describe('filters', () => {
  const spans: Span[] = [
    ['a', 's1', 0, 5, 'kim', '2024-03-01T10:00:00Z'],
    ['a', 's1', 30, 35, 'lex', '2024-04-01T10:00:00Z'],
    ['a', 's2', 62, 65, 'kim', '2024-05-01T10:00:00Z'],
    ['a', 's3', 0, 9, 'lex', '2024-06-01T10:00:00Z'],
    ['b', 's3', 0, 9, 'kim', '2024-06-02T10:00:00Z'],
  ]
  it.each([
    ['a and case:noord', ['s1:0-5', 's1:30-35', 's2:62-65']],
    ['a and case:"wijk zuid"', ['s3:0-9']],
    ['a and kind:observation', ['s2:62-65']],
    ['a and kind:fieldwork-note', ['s3:0-9']],
    ['a and source:s1', ['s1:0-5', 's1:30-35']],
    ['a and speaker:p1', ['s1:0-5', 's3:0-9']],
    ['a and speaker:r2', ['s2:62-65']],
    ['a and organisation:politie', ['s1:0-5', 's3:0-9']],
    ['a and coder:kim', ['s1:0-5', 's2:62-65']],
    ['a and from:2024-04', ['s1:30-35', 's2:62-65', 's3:0-9']],
    ['a and until:2024-04-01', ['s1:0-5', 's1:30-35']],
    ['a and from:2024-04 and coder:kim', ['s2:62-65']],
    ['a and text:DEF', ['s3:0-9']],
    ['a and variable.size:groot', ['s1:0-5', 's1:30-35', 's2:62-65']],
    ['a and variable.years:12', ['s1:0-5', 's3:0-9']],
    ['coder:kim', ['s1:0-5', 's2:62-65', 's3:0-9']],
  ])('%s gives %j', (text, expected) => {
    expect(answer(spans, text)).toEqual(expected)
  })
})

describe('saved queries', () => {
  const study = spansStudy([
    ['a', 's1', 0, 5],
    ['b', 's1', 10, 15],
  ])
  it('stand as operands and are computed anew for every study', () => {
    const saved = { mine: parseQuery('a or b', study) }
    const query = parseQuery('query:mine and not a', study)
    expect(runQuery(study, query, saved).map(each => each.id)).toEqual(['s1:10-15'])
    const later = spansStudy([['b', 's2', 0, 5]])
    expect(runQuery(later, query, saved).map(each => each.id)).toEqual(['s2:0-5'])
  })
  it('may not use each other in a circle', () => {
    const saved: Record<string, Query> = {
      x: { op: 'saved', name: 'y' },
      y: { op: 'not', of: { op: 'saved', name: 'x' } },
    }
    expect(problemsOf(() => runQuery(study, { op: 'saved', name: 'x' }, saved))).toEqual(['query-cycle'])
  })
  it('are faults where they do not exist', () => {
    expect(problemsOf(() => runQuery(study, { op: 'saved', name: 'toString' }))).toEqual(['unknown-query'])
  })
})

describe('the text form', () => {
  const study = spansStudy([])
  it('reads the example of the documentation with proximity first, then and', () => {
    expect(parseQuery('one/** within top and kind:observation and case:noord', study)).toEqual({
      op: 'and',
      of: [
        {
          op: 'within',
          left: { op: 'code', code: 'one', scope: 'down' },
          right: { op: 'code', code: 'top' },
        },
        { op: 'filter', field: 'kind', value: 'observation' },
        { op: 'filter', field: 'case', value: 'noord' },
      ],
    })
  })

  it.each([
    ['', 1, 'query-syntax'],
    ['a and', 6, 'query-syntax'],
    ['a b', 3, 'query-syntax'],
    ['(a or b', 8, 'query-syntax'],
    ['a overlapped b', 14, 'query-syntax'],
    ['one a', 5, 'query-syntax'],
    ['a follows at most x b', 19, 'query-syntax'],
    ['"a', 1, 'query-syntax'],
    ['a and wat:noord', 7, 'query-filter'],
    ['a and twoo', 7, 'unknown-code'],
    ['within a', 1, 'query-syntax'],
  ])('says of %j that there is a fault in column %i (%s)', (text, column, code) => {
    try {
      parseQuery(text, study)
      expect.unreachable()
    } catch (error) {
      const [problem] = (error as StudyError).problems
      expect(problem).toMatchObject({ code, place: { line: 1, column } })
    }
  })

  it('names every unknown code at once, with the nearest that there is', () => {
    try {
      parseQuery('deap and\ntopp', study)
      expect.unreachable()
    } catch (error) {
      const { problems } = error as StudyError
      expect(problems.map(({ code, place }) => [code, place])).toEqual([
        ['unknown-code', { line: 1, column: 1 }],
        ['unknown-code', { line: 2, column: 1 }],
      ])
      expect(problems[0]?.message).toContain('DEEP')
      expect(problems[1]?.message).toContain('TOP')
    }
  })

  it('says once of a name whose spaces lost their quotes that it stands in quotes, and reads on', () => {
    const spaced = { ...study, codes: [{ ...study.codes[0]!, label: { nl: 'Elkaar buiten opzoeken' } }] }
    try {
      parseQuery('elkaar buiten opzoeken/** and twoo', spaced)
      expect.unreachable()
    } catch (error) {
      const { problems } = error as StudyError
      expect(problems.map(({ code, place }) => [code, place?.column])).toEqual([
        ['unknown-code', 1],
        ['unknown-code', 31],
      ])
      expect(problems[0]?.message).toBe(
        'The name "elkaar buiten opzoeken" has spaces. Put it in double quotes, and the whole query in single ones.',
      )
    }
  })

  it('refuses to nest without end, and says so', () => {
    const deep = `${'('.repeat(5000)}a${')'.repeat(5000)}`
    expect(problemsOf(() => parseQuery(deep, study))).toEqual(['query-syntax'])
    expect(problemsOf(() => parseQuery(`${'not '.repeat(5000)}a`, study))).toEqual(['query-syntax'])
  })

  it('gives what the schema of a query allows', () => {
    const query = parseQuery(
      'one of (a, not b) follows at most 3 turns c or set:frame and variable.size:x',
      study,
    )
    expect(querySchema.parse(query)).toEqual(query)
  })
})

describe('for any spans', () => {
  const span = fc
    .tuple(fc.constantFrom('a', 'b'), fc.constantFrom('s1', 's2'), fc.nat(20), fc.integer({ min: 1, max: 8 }))
    .map(([code, source, start, length]): Span => [code, source, start, start + length])
  const spans = fc.array(span, { maxLength: 24 })
  const holds: Readonly<Record<Proximity, (a: Span, b: Span) => boolean>> = {
    within: ([, , s, e], [, , rs, re]) => rs <= s && e <= re,
    encloses: ([, , s, e], [, , rs, re]) => s <= rs && re <= e,
    'overlapped-by': ([, , s, e], [, , rs, re]) => s < rs && rs < e && e < re,
    overlaps: ([, , s, e], [, , rs, re]) => rs < s && s < re && re < e,
    follows: ([, , s], [, , , re]) => s >= re,
    precedes: ([, , , e], [, , rs]) => e <= rs,
    'co-occurs': ([, , s, e], [, , rs, re]) => s < re && rs < e,
  }

  it.each(proximities)('%s is what comparing every pair would say', op => {
    fc.assert(
      fc.property(spans, all => {
        const expected = new Set(
          all
            .filter(a => a[0] === 'a' && all.some(b => b[0] === 'b' && b[1] === a[1] && holds[op](a, b)))
            .map(([, source, start, end]) => `${source}:${start}-${end}`),
        )
        const query: Query = { op, left: { op: 'code', code: 'a' }, right: { op: 'code', code: 'b' } }
        expect(new Set(runQuery(spansStudy(all), query).map(each => each.id))).toEqual(expected)
      }),
    )
  })

  it('a lies within some b exactly where some b encloses an a', () => {
    fc.assert(
      fc.property(spans, all => {
        const study = spansStudy(all)
        const left: Query = { op: 'code', code: 'a' }
        const right: Query = { op: 'code', code: 'b' }
        const within = runQuery(study, { op: 'within', left, right })
        const encloses = runQuery(study, { op: 'encloses', left: right, right: left })
        expect(within.length > 0).toBe(encloses.length > 0)
      }),
    )
  })
})
