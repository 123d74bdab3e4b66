import { describe, expect, it } from 'vitest'
import { type Code, codeLineage, formatPlace, formatProblem, type Place, StudyError } from '../src/index.ts'

const code = (id: string, parent: string | null): Code => ({
  id,
  label: { nl: id },
  parent,
  level: 'sub-code',
  origin: 'inductive',
  version: 1,
})

const lineage = (codes: readonly Code[], of: string) =>
  codeLineage(codes, codes.find(({ id }) => id === of)!).map(({ id }) => id)

describe('the lineage of a code', () => {
  it.each([
    ['a code at the top', [code('a', null)], ['a']],
    ['a child that stands before its parent', [code('a', 'b'), code('b', null)], ['b', 'a']],
    ['a code under itself', [code('a', 'a')], ['a']],
    ['a circle of three', [code('a', 'b'), code('b', 'c'), code('c', 'a')], ['c', 'b', 'a']],
    ['a code under a circle', [code('a', 'b'), code('b', 'c'), code('c', 'b')], ['c', 'b', 'a']],
    ['a parent that is gone', [code('a', 'b'), code('b', 'gone')], ['b', 'a']],
    [
      'ids that objects have already',
      [code('a', '__proto__'), code('__proto__', 'constructor')],
      ['__proto__', 'a'],
    ],
  ])('goes from the top down: %s', (_, codes, expected) => {
    expect(lineage(codes, 'a')).toEqual(expected)
  })

  it('of a code that is not in the list is found through its parent', () => {
    expect(codeLineage([code('b', null)], code('new', 'b')).map(({ id }) => id)).toEqual(['b', 'new'])
  })

  it('is found 200,000 codes deep', () => {
    const codes = Array.from({ length: 200_000 }, (_, i) => code(`c${i}`, i === 0 ? null : `c${i - 1}`))
    const all = codeLineage(codes, codes.at(-1)!)
    expect([all.length, all[0]?.id, all.at(-1)?.id]).toEqual([200_000, 'c0', 'c199999'])
  })
})

describe('a place', () => {
  const cases: readonly (readonly [Place | undefined, string])[] = [
    [undefined, ''],
    [{}, ''],
    [{ path: [] }, ''],
    [{ line: 3 }, '3'],
    [{ column: 3 }, ''],
    [{ file: 'a.md', column: 3 }, 'a.md'],
    [{ file: 'a.md', line: 1, column: 3 }, 'a.md:1:3'],
    [{ source: 's', line: 2 }, 's:2'],
    [{ file: 'a.md', source: 's' }, 'a.md'],
    [{ path: ['changes', 0, 'code'] }, 'at changes.0.code'],
    [{ file: 'a.yaml', line: 4, path: ['codes'] }, 'a.yaml:4 at codes'],
  ]

  it.each(cases)('%j is written "%s"', (place, written) => {
    expect(formatPlace(place)).toBe(written)
  })

  it('that is not known is left out of the line of a problem', () => {
    expect(formatProblem({ code: 'x', severity: 'warning', message: 'Fout.', place: {} })).toBe(
      'warning: Fout. (x)',
    )
  })
})

describe('an error of a study', () => {
  const problem = { code: 'x', severity: 'error' as const, message: 'Fout.' }

  it.each([
    [[], 'The study cannot be used.'],
    [[problem], 'error: Fout. (x)'],
    [[problem, problem, problem], 'error: Fout. (x) (and 2 more)'],
  ])('of %j says "%s"', (problems, message) => {
    const error = new StudyError(problems)
    expect([error.message, error.problems, error instanceof Error]).toEqual([message, problems, true])
  })

  it('keeps the error underneath', () => {
    const cause = new Error('disk')
    expect(new StudyError([problem], { cause }).cause).toBe(cause)
  })
})
