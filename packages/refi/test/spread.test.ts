import { describe, expect, it } from 'vitest'
import { spread } from '../src/detect-offsets.ts'

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i)

describe('a sample of selections', () => {
  it('is all of them where there are no more than asked for', () => {
    expect(spread(numbers(3), 3)).toEqual([0, 1, 2])
    expect(spread([], 3)).toEqual([])
  })

  it('has one of each stretch of the list, in its order', () => {
    const found = spread(numbers(1000), 10)
    expect(found.map(each => Math.floor(each / 100))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  it.each([2, 3, 7, 20, 100])('has no more of what comes every %i times than its share', step => {
    const found = spread(numbers(100_000), 1000)
    const share = found.filter(each => each % step === 0).length / found.length
    expect(Math.abs(share - 1 / step)).toBeLessThan(0.02)
  })

  it('is the same each time', () => {
    expect(spread(numbers(5000), 700)).toEqual(spread(numbers(5000), 700))
  })
})
