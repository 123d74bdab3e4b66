import { describe, expect, it } from 'vitest'
import { offsetsLine } from '../src/offsets-line.ts'

const standard = { unit: 'code-point', lineEnd: 'two', bom: 'skipped', end: 'exclusive' } as const
const offsets = { ...standard, score: 1, checked: 12, undecided: 0, expected: standard }

describe('how the positions of a project were read', () => {
  it('is told with the share that fits', () => {
    expect(offsetsLine(offsets)).toBe(
      'positions read in characters, a line end of two characters as two, a byte order mark skipped, the end exclusive: of 12 selections looked at 100% fit the text',
    )
    expect(
      offsetsLine({
        ...offsets,
        unit: 'utf-16',
        lineEnd: 'one',
        bom: 'counted',
        end: 'inclusive',
        score: 0.5,
      }),
    ).toBe(
      'positions read in UTF-16 units, a line end of two characters as one, a byte order mark counted, the end inclusive: of 12 selections looked at 50% fit the text',
    )
    expect(offsetsLine({ ...offsets, unit: 'utf-8', score: 0 })).toMatch(
      /^positions read in bytes, .*: of 12 selections looked at 0% fit/,
    )
  })

  it('is never told as all where one does not fit', () => {
    expect(offsetsLine({ ...offsets, score: 0.9999, checked: 4000 })).toMatch(
      /: of 4000 selections looked at 99% fit/,
    )
  })

  it('is not told where nothing was looked at, and of one in the singular', () => {
    expect(offsetsLine({ ...offsets, checked: 0 })).toBeNull()
    expect(offsetsLine({ ...offsets, checked: 1 })).toMatch(/: of 1 selection looked at 100% fit the text$/)
  })
})
