import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCodebook } from '../src/index.ts'
import { arbitraryCodebook } from './codebook-arbitrary.ts'
import { codebookFaults } from './codebook-faults.ts'
import { makeCode } from './make-code.ts'

describe('checkCodebook', () => {
  test.each(codebookFaults)('reports %s', (_, codebook, expected) => {
    expect(checkCodebook(codebook).map(({ code, severity, place }) => [code, severity, place?.path])).toEqual(
      expected,
    )
  })

  test('reports everything at once', () => {
    const codes = [
      makeCode('a', 'z', { definition: {} }),
      makeCode('a', null, { label: {}, mergedInto: 'weg' }),
    ]
    const frames = [{ id: 'f', label: {}, rows: [] }]
    expect(checkCodebook({ codes, frames }).map(({ code }) => code)).toEqual([
      'duplicate-code',
      'unknown-parent',
      'no-definition',
      'empty-label',
      'unknown-merge',
      'merged-not-retired',
      'empty-label',
      'no-rows',
    ])
  })

  test('says the way round a cycle, without the middle of a long one', () => {
    const short = [makeCode('a', 'b'), makeCode('b', 'a')]
    expect(checkCodebook({ codes: short, frames: [] })[0]?.message).toContain('"a" under "b" under "a"')
    const long = Array.from({ length: 20_000 }, (_, i) => makeCode(`c${i}`, `c${(i + 1) % 20_000}`))
    const [problem] = checkCodebook({ codes: long, frames: [] })
    expect(problem).toMatchObject({ code: 'code-cycle', place: { path: ['codes', 0] } })
    expect(problem?.message).toContain('19991 more')
  })

  test('takes 50,000 codes in one chain', () => {
    const codes = Array.from({ length: 50_000 }, (_, i) => makeCode(`c${i}`, i === 0 ? null : `c${i - 1}`))
    expect(checkCodebook({ codes, frames: [] })).toEqual([])
  })

  test('never throws, and every problem leads into the codebook', () => {
    fc.assert(
      fc.property(arbitraryCodebook, codebook => {
        for (const { place } of checkCodebook(codebook)) {
          let at: unknown = codebook
          for (const key of place?.path ?? []) at = (at as Record<string | number, unknown>)[key]
          expect(at).toHaveProperty('id')
        }
      }),
      { numRuns: 200 },
    )
  })
})
