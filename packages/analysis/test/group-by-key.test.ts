import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupByKey, groupOf } from '../src/group-by-key.ts'

describe('groupByKey', () => {
  it('puts positions together by their key, in order', () => {
    const groups = groupByKey(Int32Array.of(2, 0, 2, 1, 0), 3)
    expect([...groups.starts]).toEqual([0, 2, 3, 5])
    expect([...groups.items]).toEqual([1, 4, 3, 0, 2])
    expect([...groupOf(groups, 2)]).toEqual([0, 2])
  })

  it('leaves out positions with the key -1', () => {
    const groups = groupByKey(Int32Array.of(-1, 1, -1, 0), 2)
    expect([...groupOf(groups, 0)]).toEqual([3])
    expect([...groupOf(groups, 1)]).toEqual([1])
    expect(groups.items).toHaveLength(2)
  })

  it('gives an empty group for a key that nothing has', () => {
    const groups = groupByKey(Int32Array.of(0, 2), 4)
    expect([0, 1, 2, 3].map(key => [...groupOf(groups, key)])).toEqual([[0], [], [1], []])
  })

  it('groups nothing into no groups', () => {
    expect([...groupByKey(new Int32Array(0), 0).starts]).toEqual([0])
  })

  it('gives what filtering by each key would give', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1, max: 6 })), keys => {
        const groups = groupByKey(Int32Array.from(keys), 7)
        for (let key = 0; key < 7; key++) {
          const expected = keys.flatMap((each, at) => (each === key ? [at] : []))
          expect([...groupOf(groups, key)]).toEqual(expected)
        }
      }),
    )
  })
})
