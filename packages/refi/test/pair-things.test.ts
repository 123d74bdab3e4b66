import { describe, expect, it } from 'vitest'
import { pairThings } from '../src/pair-things.ts'

const things = (...list: readonly string[]) => list.map(each => ({ id: each, name: each[0]!, size: each[1] }))
const byName = ({ name }: { readonly name: string }) => name
const bySize = ({ size }: { readonly size: string | undefined }) => size

describe('things under other ids', () => {
  it.each([
    { what: 'of one name are paired', before: ['a1'], given: ['a2'], pairs: [['a2', 'a1']] },
    {
      what: 'are passed over where there were two of a name',
      before: ['a1', 'a2'],
      given: ['a3'],
      pairs: [],
    },
    { what: 'are passed over where two of a name come', before: ['a1'], given: ['a2', 'a3'], pairs: [] },
    { what: 'are none where they share their id', before: ['a1'], given: ['a1', 'a2'], pairs: [] },
    {
      what: 'are one alone where the other of its name shares its id',
      before: ['a1', 'a2'],
      given: ['a1', 'a3'],
      pairs: [['a3', 'a2']],
    },
    { what: 'of other names stay by themselves', before: ['a1'], given: ['b1'], pairs: [] },
    { what: 'may be nothing', before: [], given: [], pairs: [] },
  ])('$what', ({ before, given, pairs }) => {
    expect([...pairThings(things(...before), things(...given), [byName])]).toEqual(pairs)
  })

  it('are paired in their order where that is asked for', () => {
    const pairs = pairThings(things('a1', 'a2'), things('a3', 'a4', 'a5'), [byName], true)
    expect([...pairs]).toEqual([
      ['a3', 'a1'],
      ['a4', 'a2'],
    ])
  })

  it('are paired by the first key that tells, and each once', () => {
    const pairs = pairThings(things('a1', 'b2', 'c3'), things('b9', 'd1', 'e3'), [byName, bySize])
    expect([...pairs]).toEqual([
      ['b9', 'b2'],
      ['d1', 'a1'],
      ['e3', 'c3'],
    ])
  })

  it('of which a key tells nothing are not paired by it', () => {
    expect(pairThings(things('a1'), things('a2'), [() => '', () => undefined]).size).toBe(0)
  })
})
