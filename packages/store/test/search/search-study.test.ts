import { DatabaseSync } from 'node:sqlite'
import { emptyStudy, type Memo, type Source, type Study } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchStudy } from '../../src/search/search-study.ts'
import { searchTables, sqliteSearchIndex } from '../../src/search/sqlite-search-index.ts'
import { searchCases } from './search-cases.ts'

function source(id: string, text: string, language: 'nl' | 'en' = 'nl'): Source {
  return { id, title: id, kind: 'interview', case: 'oost', participants: [], text, turns: [], language }
}

function memo(id: string, text: string, title?: string): Memo {
  const about: Memo = { id, on: { type: 'study' }, text, by: 'anna', at: '2024-05-01T10:00:00Z' }
  return title === undefined ? about : { ...about, title }
}

function newIndex() {
  const database = new DatabaseSync(':memory:')
  database.exec(searchTables)
  return sqliteSearchIndex(database, 'proef.codeerbank', work => work())
}

const words = ['wijk', 'wijken', 'Agent', 'één', 'dé', 'שלום', '👋🏽', 'straße', 'ǆ', '𐐷𐐷', 'q9u1', "foto's"]

describe('a search in a study', () => {
  const study: Study = {
    ...emptyStudy,
    sources: [
      source('s1', 'De agent kent de wijk.'),
      source('s2', 'Two meetings.', 'en'),
      source('s3', 'Wijken.'),
    ],
    memos: [memo('m1', 'Vraag de wijkagent.', 'Over de wijk'), memo('m2', 'De wijk')],
  }

  it('gives sources and memos in order, with where the words are', async () => {
    const hits = [
      { type: 'source', id: 's1', spans: [{ start: 17, end: 21 }] },
      { type: 'source', id: 's3', spans: [{ start: 0, end: 6 }] },
      { type: 'memo', id: 'm1', spans: [], titleSpans: [{ start: 8, end: 12 }] },
      { type: 'memo', id: 'm2', spans: [{ start: 3, end: 7 }] },
    ]
    expect(await searchStudy(study, 'wijk', newIndex())).toEqual(hits)
    expect(await searchStudy(study, 'wijk')).toEqual(hits)
  })

  it('finds a phrase over the title and the text of a memo in the title', async () => {
    const memos = [memo('m', 'wijk en buurt', 'Over de')]
    expect(await searchStudy({ ...emptyStudy, memos }, '"de wijk"')).toEqual([
      { type: 'memo', id: 'm', spans: [], titleSpans: [{ start: 5, end: 7 }] },
    ])
  })

  it('reads English sources as English', async () => {
    expect((await searchStudy(study, 'meeting', newIndex())).map(({ id }) => id)).toEqual(['s2'])
  })

  it('follows texts that come, change and go', async () => {
    const index = newIndex()
    const found = async (texts: Readonly<Record<string, string>>) => {
      const sources = Object.entries(texts).map(([id, text]) => source(id, text))
      return (await searchStudy({ ...emptyStudy, sources }, 'wijk', index)).map(({ id }) => id)
    }
    expect(await found({ a: 'wijk', b: 'buurt' })).toEqual(['a'])
    expect(await found({ a: 'buurt', b: 'wijk' })).toEqual(['b'])
    expect(await found({ b: 'wijk', c: 'de wijk' })).toEqual(['b', 'c'])
    expect(await found({})).toEqual([])
    expect(await found({ a: 'wijk' })).toEqual(['a'])
  })

  it.each(searchCases)('finds %s with an index as without', async (_, query, language, text) => {
    const of: Study = { ...emptyStudy, sources: [source('a', text, language), source('b', 'iets anders')] }
    expect(await searchStudy(of, query, newIndex())).toEqual(await searchStudy(of, query))
  })

  it('finds with an index what it finds without, in any texts', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.constantFrom(...words), { maxLength: 8 }), { maxLength: 6 }),
        fc.array(fc.constantFrom(...words.filter(word => /\p{L}/u.test(word))), {
          minLength: 1,
          maxLength: 2,
        }),
        fc.constantFrom('', '*'),
        async (texts, asked, end) => {
          const sources = texts.map((text, i) => source(`s${i}`, text.join(' ')))
          const of = { ...emptyStudy, sources }
          const query = `${asked.join(' ')}${end}`
          expect(await searchStudy(of, query, newIndex())).toEqual(await searchStudy(of, query))
        },
      ),
      { numRuns: 300 },
    ))
})
