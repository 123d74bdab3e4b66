import type { Code } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeFinder, codePath } from '../src/index.ts'
import { arbitraryCodebook } from './codebook-arbitrary.ts'
import { makeCode } from './make-code.ts'

const codes = [
  makeCode('kennis', null, { label: { nl: 'Kennis', en: 'Knowledge' } }),
  makeCode('belangen', 'kennis', { label: { nl: 'Belangen', en: 'Interests' } }),
  makeCode('gedrag-houding', null, { label: { nl: 'Gedrag / houding', en: 'Behaviour / attitude' } }),
  makeCode('sfeer', 'gedrag-houding', { label: { nl: 'Open, veilige ‘sfeer’' } }),
  makeCode('gedrag-houding/belangen', 'gedrag-houding', { label: { nl: 'Belangen', en: 'Stakes' } }),
  makeCode('diep', 'gedrag-houding/belangen', { label: { nl: 'Per organisatie' } }),
  makeCode('visie', null, { label: { nl: 'Sfeer' } }),
]

/** The id of the code found, or the code of the problem. */
function outcome(list: readonly Code[], name: string): string {
  const found = codeFinder(list)(name)
  return 'severity' in found ? `problem ${found.code}` : found.id
}

test('codeFinder takes as long as a name is, also with very much space in it', () => {
  expect(outcome(codes, `Kennis${' '.repeat(400_000)}> Belangen`)).toBe('belangen')
  expect(outcome(codes, `Kennis${' '.repeat(400_000)}x`)).toBe('problem unknown-code')
})

describe('codeFinder finds a code', () => {
  test.each([
    ['its id', 'gedrag-houding/belangen', 'gedrag-houding/belangen'],
    ['its Dutch label', 'Kennis', 'kennis'],
    ['its English label', 'Knowledge', 'kennis'],
    ['a label that has a slash in it', 'Gedrag / houding', 'gedrag-houding'],
    ['an English label that only one of two namesakes has', 'Stakes', 'gedrag-houding/belangen'],
    ['its path', 'Kennis > Belangen', 'belangen'],
    ['its path with slashes', 'Kennis/Belangen', 'belangen'],
    [
      'its path through a label that has a slash in it',
      'Gedrag / houding > Belangen',
      'gedrag-houding/belangen',
    ],
    ['the same with slashes only', 'Gedrag / houding / Belangen', 'gedrag-houding/belangen'],
    ['its path in English', 'Behaviour / attitude > Stakes', 'gedrag-houding/belangen'],
    ['its path in both languages', 'Knowledge > Belangen', 'belangen'],
    ['its whole path', 'Gedrag / houding > Belangen > Per organisatie', 'diep'],
    ['the end of its path', 'Belangen > Per organisatie', 'diep'],
    ['an id and a label', 'kennis > Belangen', 'belangen'],
  ])('by %s: %s', (_, name, id) => {
    expect(outcome(codes, name)).toBe(id)
  })

  test.each([
    ['another case', 'KENNIS', 'kennis'],
    ['space around it', '  Kennis ', 'kennis'],
    ['straight quotes for curly ones', "Open, veilige 'sfeer'", 'sfeer'],
    ['wide space', 'Gedrag  /\u00A0houding', 'gedrag-houding'],
    ['no space', 'gedrag/houding', 'gedrag-houding'],
    ['a combining accent', 'Coo\u0308rdineren', 'coordineren'],
    ['another case in a path', 'gedrag/houding>BELANGEN', 'gedrag-houding/belangen'],
  ])('by a name with %s: %j', (_, name, id) => {
    expect(outcome([...codes, makeCode('coordineren', null, { label: { nl: 'Coördineren' } })], name)).toBe(
      id,
    )
  })

  test('by the exact name before one in another case', () => {
    const list = [
      makeCode('a', null, { label: { nl: 'VISIE' } }),
      makeCode('b', null, { label: { nl: 'Visie' } }),
    ]
    expect(outcome(list, 'Visie')).toBe('b')
    expect(outcome(list, 'VISIE')).toBe('a')
    expect(outcome(list, 'visie')).toBe('problem ambiguous-code')
  })

  test('by its id before one with that label', () => {
    const list = [makeCode('x', null, { label: { nl: 'y' } }), makeCode('y', null, { label: { nl: 'x' } })]
    expect(outcome(list, 'y')).toBe('y')
  })

  test('by its whole label before one whose path the name is', () => {
    const list = [makeCode('a'), makeCode('b', 'a'), makeCode('c', null, { label: { nl: 'a/b' } })]
    expect(outcome(list, 'a/b')).toBe('c')
    expect(outcome(list, 'a > b')).toBe('b')
  })

  test('in use before a retired one of the same name', () => {
    const label = { nl: 'Visie' }
    const list = [makeCode('oud', null, { label, retired: true }), makeCode('nieuw', null, { label })]
    expect(outcome(list, 'Visie')).toBe('nieuw')
    expect(outcome(list.slice(0, 1), 'Visie')).toBe('oud')
  })

  test('by its id and by its whole path, whatever the labels', () => {
    fc.assert(
      fc.property(arbitraryCodebook, ({ codes: list }) => {
        const find = codeFinder(list)
        for (const code of list) {
          expect(find(code.id)).toBe(code)
          const found = find(codePath(list, code, 'nl').join(' > '))
          if ('severity' in found) expect(found.code).toBe('ambiguous-code')
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('codeFinder gives a problem', () => {
  test('for a name of several codes, with the path and the id of each', () => {
    expect(codeFinder(codes)('Belangen')).toEqual({
      code: 'ambiguous-code',
      severity: 'error',
      message:
        '"Belangen" is the name of 2 codes: "Kennis > Belangen" (id "belangen"), "Gedrag / houding > Belangen" (id "gedrag-houding/belangen"). Write the path or the id of the one that is meant.',
    })
  })

  test('that lists ten of a thousand namesakes, and says how many more there are', () => {
    const found = codeFinder(
      Array.from({ length: 1000 }, (_, i) => makeCode(`${i}`, null, { label: { nl: 'A' } })),
    )('A')
    expect(found).toMatchObject({ code: 'ambiguous-code' })
    expect('message' in found && found.message).toContain('1000 codes: "A" (id "0"), ')
    expect('message' in found && found.message).toContain('(id "9"), and 990 more. ')
  })

  test.each([
    ['Kenis', '"Kennis"'],
    ['Knowlegde', '"Knowledge"'],
    ['Gedrag en houding', '"Gedrag / houding"'],
  ])('for the unknown name %s, with the nearest label %s', (name, nearest) => {
    const found = codeFinder(codes)(name)
    expect(found).toMatchObject({ code: 'unknown-code', severity: 'error' })
    expect('message' in found && found.message).toContain(`Is ${nearest} meant?`)
  })

  test.each([
    'Iets heel anders',
    '',
    '>',
    '/',
    ' > Belangen',
    'Sfeer > Belangen',
    'Weg > Sfeer',
    'Belangen > Kennis',
  ])('for %j, which is nothing', name => {
    expect(outcome(codes, name)).toBe('problem unknown-code')
  })

  test('for any name where there are no codes', () => {
    expect(outcome([], 'Visie')).toBe('problem unknown-code')
  })
})

describe('codeFinder takes', () => {
  test('codes in a cycle, or without their parent', () => {
    const list = [makeCode('a', 'b'), makeCode('b', 'a'), makeCode('los', 'weg')]
    expect(outcome(list, 'b > a > b > a')).toBe('a')
    expect(outcome(list, 'weg > los')).toBe('problem unknown-code')
  })

  test('a name of a hundred thousand parts, against a chain of 2,000 codes of one name', () => {
    const label = { nl: 'a' }
    const list = Array.from({ length: 2000 }, (_, i) =>
      makeCode(`c${i}`, i === 0 ? null : `c${i - 1}`, { label }),
    )
    expect(outcome(list, 'a/'.repeat(100_000))).toBe('problem unknown-code')
    expect(outcome(list, `${'a > '.repeat(40)}a`)).toBe('problem ambiguous-code')
    expect(outcome(list, 'c0 > a > a')).toBe('c2')
  })

  test('20,000 codes and 20,000 names', () => {
    const list = Array.from({ length: 20_000 }, (_, i) =>
      makeCode(`c${i}`, null, { label: { nl: `Code ${i}` } }),
    )
    const find = codeFinder(list)
    expect(list.every((code, i) => find(`code ${i}`) === code)).toBe(true)
  })
})
