import type { Coding, Segment, Study } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Distance, type Proximity, proximities, type Query, runQuery } from '../../src/index.ts'
import { subtree } from '../naive-counts.ts'
import { codes, type Span, spansStudy } from './spans-study.ts'

const holds: Readonly<Record<Proximity, (a: Segment, b: Segment) => boolean>> = {
  within: (a, b) => b.start <= a.start && a.end <= b.end,
  encloses: (a, b) => a.start <= b.start && b.end <= a.end,
  'overlapped-by': (a, b) => a.start < b.start && b.start < a.end && a.end < b.end,
  overlaps: (a, b) => b.start < a.start && a.start < b.end && b.end < a.end,
  follows: (a, b) => a.start >= b.end,
  precedes: (a, b) => a.end <= b.start,
  'co-occurs': (a, b) => a.start < b.end && b.start < a.end,
}

/** Paragraphs are 10 characters long; turns begin at 0, 30 and 60. */
const unitAt: Readonly<Record<Distance['unit'], (offset: number) => number>> = {
  characters: offset => offset,
  paragraphs: offset => Math.floor(offset / 10),
  turns: offset => [0, 30, 60].filter(start => start <= offset).length,
}

function apart(earlier: Segment, later: Segment, unit: Distance['unit']): number {
  if (unit === 'characters') return later.start - earlier.end
  return unitAt[unit](later.start) - unitAt[unit](earlier.end - 1)
}

/** What a query means, read aloud: for each segment by itself, with nothing prepared. */
function answers(study: Study, query: Query, segment: Segment, kept: (coding: Coding) => boolean): boolean {
  const codings = study.codings.filter(each => each.segment === segment.id && kept(each))
  const asks = (part: Query) => answers(study, part, segment, kept)
  switch (query.op) {
    case 'code': {
      const wanted = query.scope === 'down' ? subtree(study, query.code) : new Set([query.code])
      return codings.some(({ code }) => wanted.has(code))
    }
    case 'or':
      return query.of.some(asks)
    case 'one-of':
      return query.of.filter(asks).length === 1
    case 'and': {
      const coders = query.of.flatMap(each =>
        each.op === 'filter' && each.field === 'coder' ? [each.value] : [],
      )
      const narrowed = (coding: Coding) => kept(coding) && coders.every(coder => coding.coder === coder)
      return query.of.every(each => answers(study, each, segment, narrowed))
    }
    case 'not':
      return !asks(query.of)
    case 'filter': {
      if (query.field === 'coder') return codings.some(({ coder }) => coder === query.value)
      const source = study.sources.find(({ id }) => id === segment.source)!
      return query.field === 'case' ? source.case === query.value : source.id === query.value
    }
    case 'set':
    case 'saved':
    case 'variable':
      throw new Error('is not asked here')
    default: {
      const { op, distance } = query
      if (!answers(study, query.left, segment, kept)) return false
      return study.segments.some(other => {
        if (other.source !== segment.source || !holds[op](segment, other)) return false
        if (!answers(study, query.right, other, kept)) return false
        if (distance === undefined) return true
        const [earlier, later] = op === 'precedes' ? [segment, other] : [other, segment]
        return apart(earlier, later, distance.unit) <= distance.most
      })
    }
  }
}

const span = fc
  .tuple(
    fc.constantFrom(...codes.map(({ id }) => id)),
    fc.constantFrom('s1', 's2', 's3'),
    fc.nat(16).map(start => start * 5),
    fc.integer({ min: 1, max: 3 }).map(length => length * 5),
    fc.constantFrom('kim', 'lex'),
  )
  .map(([code, source, start, length, coder]): Span => [code, source, start, start + length, coder])

const anyQuery: fc.Arbitrary<Query> = fc.letrec<{ query: Query }>(tie => ({
  query: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(...codes.map(({ id }) => id)).map((code): Query => ({ op: 'code', code })),
    fc.constantFrom('top', 'one').map((code): Query => ({ op: 'code', code, scope: 'down' })),
    fc.constantFrom('kim', 'lex').map((value): Query => ({ op: 'filter', field: 'coder', value })),
    fc.constantFrom('noord', 'zuid').map((value): Query => ({ op: 'filter', field: 'case', value })),
    fc
      .tuple(fc.constantFrom('or', 'and', 'one-of'), fc.array(tie('query'), { minLength: 1, maxLength: 3 }))
      .map(([op, of]): Query => ({ op, of })),
    tie('query').map((of): Query => ({ op: 'not', of })),
    fc
      .tuple(fc.constantFrom(...proximities), tie('query'), tie('query'))
      .map(([op, left, right]): Query => ({ op, left, right })),
    fc
      .tuple(
        fc.constantFrom('follows', 'precedes'),
        tie('query'),
        tie('query'),
        fc.record({ most: fc.nat(12), unit: fc.constantFrom('characters', 'turns', 'paragraphs') }),
      )
      .map(([op, left, right, distance]): Query => ({ op, left, right, distance })),
  ),
})).query

describe('the answer to any query', () => {
  it('is every segment of which the query holds, read word by word', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 20 }), anyQuery, (spans, query) => {
        const study = spansStudy(spans)
        const expected = study.segments.filter(each => answers(study, query, each, () => true))
        expect(new Set(runQuery(study, query).map(({ id }) => id))).toEqual(
          new Set(expected.map(({ id }) => id)),
        )
      }),
      { numRuns: 400 },
    )
  })

  it('is in the order of the sources, then of the text, each segment once', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 20 }), spans => {
        const study = spansStudy(spans)
        const found = runQuery(study, { op: 'not', of: { op: 'code', code: 'a' } })
        const places = found.map(({ source, start }) => Number(source.slice(1)) * 1000 + start)
        expect(places).toEqual(places.toSorted((a, b) => a - b))
        expect(new Set(found).size).toBe(found.length)
      }),
    )
  })
})
