import { describe, expect, it } from 'vitest'
import { longestRun, placeCodes } from '../src/place-codes.ts'

/** Codes under one parent. */
const under = (parent: string | null, ids: string) => Array.from(ids, id => ({ id, parent }))
const placed = (before: string, after: string) =>
  [...placeCodes(under(null, before), under(null, after))]
    .sort()
    .map(([id, next]) => `${id} ${next ?? 'end'}`)

describe('the places of codes in a new order', () => {
  it.each([
    ['abcd', 'abcd', []],
    ['abcd', 'dabc', ['d a']],
    ['abcd', 'bcda', ['a end']],
    ['abcd', 'acbd', ['c b']],
    ['abcdef', 'efabcd', ['e a', 'f a']],
    ['abc', 'axbcy', ['x b', 'y end']],
    ['abc', 'c', []],
  ])('%s to %s', (before, after, moves) => expect(placed(before, after)).toEqual(moves))

  it('are those under each parent apart, whatever lies between', () => {
    const before = [...under(null, 'pq'), ...under('p', 'ab'), ...under('q', 'cd')]
    const after = [...under(null, 'p'), ...under('p', 'abc'), ...under(null, 'q'), ...under('q', 'd')]
    expect([...placeCodes(before, after)]).toEqual([['c', null]])
  })

  it.each([
    [[], []],
    [[5], [0]],
    [
      [1, 2, 3],
      [0, 1, 2],
    ],
    [[3, 2, 1], [2]],
    [
      [9, 1, 2, 8, 3, 4],
      [1, 2, 4, 5],
    ],
  ])('leave the longest run as it is: of %j those at %j', (numbers, run) =>
    expect(longestRun(numbers)).toEqual(run),
  )

  it('are found in a list of 200,000 that was turned round, where all but one are put before it', () => {
    const many = Array.from({ length: 200_000 }, (_, i) => ({ id: String(i), parent: null }))
    expect(placeCodes(many, many.toReversed()).size).toBe(199_999)
  })
})
