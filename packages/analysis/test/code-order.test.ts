import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderCodes } from '../src/code-order.ts'
import { codeOf } from './study-cases.ts'

/** Codes as `id` or `id<parent`; in order as indented lines. */
function indented(names: readonly string[]): readonly string[] {
  const codes = names.map(name => {
    const [id = '', parent] = name.split('<')
    return codeOf(id, parent ?? null)
  })
  const { order, depth } = orderCodes(codes)
  return Array.from(order, code => '.'.repeat(depth[code]!) + codes[code]!.id)
}

describe('orderCodes', () => {
  it('orders nothing as nothing', () => {
    expect(indented([])).toEqual([])
  })

  it('puts each code before those below it, and siblings as declared', () => {
    expect(indented(['z', 'y<z', 'a', 'x<z', 'b<a', 'w<y'])).toEqual(['z', '.y', '..w', '.x', 'a', '.b'])
  })

  it('does not need a parent to be declared before its children', () => {
    expect(indented(['leaf<branch', 'branch<root', 'root'])).toEqual(['root', '.branch', '..leaf'])
  })

  it('takes a code whose parent is missing for a top, in its declared place', () => {
    expect(indented(['a', 'b<gone', 'c', 'd<b'])).toEqual(['a', 'b', '.d', 'c'])
  })

  it('takes a code that is its own parent for a top', () => {
    expect(indented(['a<a', 'b<a', 'c'])).toEqual(['c', 'a', '.b'])
  })

  it('breaks a cycle at the first declared code in it', () => {
    expect(indented(['a<c', 'b<a', 'c<b', 'd'])).toEqual(['d', 'a', '.b', '..c'])
  })

  it('leaves a code that hangs below a cycle where it is, though declared first', () => {
    expect(indented(['tail<b', 'a<b', 'b<a'])).toEqual(['a', '.b', '..tail'])
  })

  it('says which codes lie below each code', () => {
    const codes = [codeOf('a'), codeOf('b', 'a'), codeOf('c'), codeOf('d', 'b'), codeOf('e', 'a')]
    const { order, rank, last, parent } = orderCodes(codes)
    expect([...order]).toEqual([0, 1, 3, 4, 2])
    expect([...rank]).toEqual([0, 1, 4, 2, 3])
    expect([...last]).toEqual([3, 2, 2, 3, 4])
    expect([...parent]).toEqual([-1, 0, -1, 1, 0])
  })

  it('orders a tree of 100,000 levels', () => {
    const codes = Array.from({ length: 100_000 }, (_, i) => codeOf(`c${i}`, i === 0 ? null : `c${i - 1}`))
    const { order, depth, last } = orderCodes(codes)
    expect(order[99_999]).toBe(99_999)
    expect(depth[99_999]).toBe(99_999)
    expect(last[0]).toBe(99_999)
  })

  it('leaves no code out and has no way up that goes round, whatever the parents are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1, max: 9 }), { maxLength: 10 }), parents => {
        const codes = parents.map((parent, i) => codeOf(`c${i}`, parent < 0 ? null : `c${parent}`))
        const { order, parent, depth } = orderCodes(codes)
        expect([...order].sort((a, b) => a - b)).toEqual(codes.map((_, i) => i))
        codes.forEach((_, i) => {
          expect(depth[i]).toBe(parent[i] === -1 ? 0 : depth[parent[i]!]! + 1)
        })
      }),
    )
  })
})
