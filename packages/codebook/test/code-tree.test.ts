import { type CodeFrequency, StudyError } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codePath, codeTree } from '../src/index.ts'
import { arbitraryCodebook } from './codebook-arbitrary.ts'
import { makeCode } from './make-code.ts'

const codes = [
  makeCode('dieren'),
  makeCode('hond', 'dieren'),
  makeCode('eten'),
  makeCode('kat', 'dieren'),
  makeCode('siamees', 'kat'),
]

function problemsOf(act: () => unknown): readonly (readonly [string, string])[] {
  try {
    act()
  } catch (error) {
    if (error instanceof StudyError) return error.problems.map(({ code, severity }) => [code, severity])
    throw error
  }
  return []
}

describe('codeTree', () => {
  test('puts all codes under one root that is no code, siblings in declared order', () => {
    const tree = codeTree(codes)
    expect(tree.data.code).toBeUndefined()
    expect(tree.descendants().map(({ data, depth, height }) => [data.code?.id, depth, height])).toEqual([
      [undefined, 0, 3],
      ['dieren', 1, 2],
      ['eten', 1, 0],
      ['hond', 2, 0],
      ['kat', 2, 1],
      ['siamees', 3, 0],
    ])
  })

  test('gives a root alone for no codes', () => {
    expect(codeTree([]).descendants()).toHaveLength(1)
  })

  test('carries the counts that are given, without summing them, and nought for other codes', () => {
    const counts = (n: number) => ({ codings: n, segments: n, sources: n, speakers: n })
    const frequencies: readonly CodeFrequency[] = [
      { code: 'dieren', own: counts(1), rolledUp: counts(3) },
      { code: 'kat', own: counts(2), rolledUp: counts(2) },
    ]
    const tree = codeTree(codes, frequencies)
    expect(tree.value).toBeUndefined()
    expect(
      tree
        .descendants()
        .slice(1)
        .map(({ data }) => [data.code?.id, data.frequency?.own.codings, data.frequency?.rolledUp.codings]),
    ).toEqual([
      ['dieren', 1, 3],
      ['eten', 0, 0],
      ['hond', 0, 0],
      ['kat', 2, 2],
      ['siamees', 0, 0],
    ])
  })

  test('carries no counts where none are given', () => {
    expect(
      codeTree(codes)
        .descendants()
        .every(({ data }) => data.frequency === undefined),
    ).toBe(true)
  })

  test('takes children before their parents, and siblings of one name', () => {
    const tree = codeTree([
      makeCode('a1', 'a'),
      makeCode('a', null),
      makeCode('b', null, { label: { nl: 'a' } }),
    ])
    expect(tree.children?.map(({ data }) => data.code?.id)).toEqual(['a', 'b'])
    expect(tree.leaves().map(({ data }) => data.code?.id)).toEqual(['a1', 'b'])
  })

  test('throws all faults of a list that is no tree', () => {
    expect(
      problemsOf(() => codeTree([makeCode('a', 'z'), makeCode('b', 'b'), makeCode('a'), makeCode('')])),
    ).toEqual([
      ['duplicate-code', 'error'],
      ['empty-id', 'error'],
      ['unknown-parent', 'error'],
      ['code-cycle', 'error'],
    ])
  })

  test('takes a chain of 20,000 codes', () => {
    const chain = Array.from({ length: 20_000 }, (_, i) => makeCode(`c${i}`, i === 0 ? null : `c${i - 1}`))
    expect(codeTree(chain).height).toBe(20_000)
  })

  test('has every code once, at the depth of its path', () => {
    fc.assert(
      fc.property(arbitraryCodebook, ({ codes: list }) => {
        const nodes = codeTree(list).descendants().slice(1)
        expect(new Set(nodes.map(({ data }) => data.code))).toEqual(new Set(list))
        expect(nodes).toHaveLength(list.length)
        for (const { data, depth } of nodes) expect(codePath(list, data.code!, 'nl')).toHaveLength(depth)
      }),
      { numRuns: 200 },
    )
  })
})

describe('codePath', () => {
  const list = [
    makeCode('a', null, { label: { nl: 'Dieren', en: 'Animals' } }),
    makeCode('b', 'a', { label: { nl: 'Kat' } }),
    makeCode('c', 'b', { label: { en: 'Siamese' } }),
  ]

  test('gives the labels from the top down in one language, or in the other where there is none', () => {
    expect(codePath(list, list[2]!, 'nl')).toEqual(['Dieren', 'Kat', 'Siamese'])
    expect(codePath(list, list[2]!, 'en')).toEqual(['Animals', 'Kat', 'Siamese'])
    expect(codePath(list, list[0]!, 'nl')).toEqual(['Dieren'])
  })

  test('ends at a missing parent, and goes round a cycle once', () => {
    const broken = [makeCode('los', 'weg'), makeCode('x', 'y'), makeCode('y', 'x')]
    expect(codePath(broken, broken[0]!, 'nl')).toEqual(['los'])
    expect(codePath(broken, broken[1]!, 'nl')).toEqual(['y', 'x'])
  })
})
