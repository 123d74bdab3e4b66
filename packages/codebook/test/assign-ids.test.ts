import { describe, expect, test } from 'vitest'
import { assignIds } from '../src/assign-ids.ts'

const item = (nl: string, parent: number | null = null, id?: string) => ({
  label: { nl },
  parent,
  ...(id === undefined ? {} : { id }),
})

describe('assignIds', () => {
  test('gives the slug of the Dutch label', () => {
    expect(assignIds([{ label: { nl: 'Visie', en: 'Vision' }, parent: null }])).toEqual(['visie'])
  })

  test('gives the slug of the English label where there is no Dutch one', () => {
    expect(assignIds([{ label: { en: 'Clear vision' }, parent: null }])).toEqual(['clear-vision'])
  })

  test('puts the id of the parent before a slug that is taken', () => {
    expect(assignIds([item('Kennis'), item('Belangen', 0), item('Gedrag'), item('Belangen', 2)])).toEqual([
      'kennis',
      'belangen',
      'gedrag',
      'gedrag/belangen',
    ])
  })

  test('numbers what is taken under the parent too', () => {
    expect(assignIds([item('A'), item('b'), item('B', 0), item('b', 0), item('b', 0)])).toEqual([
      'a',
      'b',
      'a/b',
      'b-2',
      'b-3',
    ])
  })

  test('keeps the ids that are stated, also against codes that come earlier', () => {
    expect(assignIds([item('Visie'), item('Iets', null, 'visie')])).toEqual(['visie-2', 'visie'])
  })

  test('uses the stated id of a parent in the id of a child', () => {
    expect(assignIds([item('x'), item('Thema', null, 't1'), item('x', 1)])).toEqual(['x', 't1', 't1/x'])
  })

  test('keeps ids short in a deep chain of one name', () => {
    const chain = Array.from({ length: 500 }, (_, i) => item('naam', i === 0 ? null : i - 1))
    const ids = assignIds(chain)
    expect(new Set(ids).size).toBe(500)
    expect(Math.max(...ids.map(id => id.length))).toBeLessThanOrEqual(200)
  })

  test('gives 20,000 codes of one name different ids', () => {
    const ids = assignIds(Array.from({ length: 20_000 }, () => item('naam')))
    expect(new Set(ids).size).toBe(20_000)
    expect(ids[19_999]).toBe('naam-20000')
  })
})
