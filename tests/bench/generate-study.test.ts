import { applyFitting, emptyStudy, replay } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { floorDifferences } from '../../bench/check-floors.ts'
import { generateChanges, type StudySize } from '../../bench/generate-study.ts'
import { median } from '../../bench/measure.ts'
import { mulberry32 } from '../../bench/mulberry32.ts'
import { numberStudy } from '../../bench/study-numbers.ts'

const small: StudySize = { sources: 100, codings: 10_000, codes: 300, cases: 20, coders: 4, seed: 7 }
const tiny: StudySize = { ...small, sources: 7, codings: 100 }

describe('mulberry32', () => {
  it('gives the published sequence of a seed', () => {
    const next = mulberry32(0)
    expect([next(), next()]).toEqual([0.26642920868471265, 0.0003297457005828619])
  })

  it('gives numbers from 0 up to 1', () => {
    const next = mulberry32(-5)
    const numbers = Array.from({ length: 10_000 }, next)
    expect(numbers.every(number => number >= 0 && number < 1)).toBe(true)
  })
})

describe('a generated study', () => {
  it('is the same for the same seed', () => {
    expect(generateChanges(tiny)).toEqual(generateChanges(tiny))
  })

  it('is another one for another seed', () => {
    expect(generateChanges({ ...tiny, seed: 8 })).not.toEqual(generateChanges(tiny))
  })

  it('replays without problems', () => {
    expect(applyFitting(emptyStudy, generateChanges(small)).problems).toEqual([])
  })

  it('has exactly the sources, codings, codes, cases and coders asked for', () => {
    const study = replay(generateChanges(small))
    const sizes = [study.sources, study.codings, study.codes, study.cases, study.coders].map(
      list => list.length,
    )
    expect(sizes).toEqual([100, 10_000, 300, 20, 4])
  })

  it('spreads codings that do not divide evenly', () => {
    expect(replay(generateChanges(tiny)).codings).toHaveLength(100)
  })

  it('has a codebook of three levels', () => {
    const { codes } = replay(generateChanges(small))
    const count = (level: string) => codes.filter(code => code.level === level).length
    expect([count('theme'), count('main code'), count('sub-code')]).toEqual([12, 48, 240])
  })

  it('gives change ids that occur once', () => {
    const changes = generateChanges(small)
    expect(new Set(changes.map(change => change.id)).size).toBe(changes.length)
  })
})

describe('the floor', () => {
  const study = replay(generateChanges(small))
  const numbers = numberStudy(study)

  it('gives the numbers of the library', () => {
    expect(floorDifferences(study, numbers)).toEqual([])
  })

  it('is told from the library where one coding has another code', () => {
    const codingCode = numbers.codingCode.slice()
    codingCode[0] = codingCode[0] === 299 ? 298 : 299
    expect(floorDifferences(study, { ...numbers, codingCode })).toEqual([
      'index',
      'codeFrequencies',
      'crosstab of codings',
      'crosstab of segments',
      'crosstab of sources',
      'compare themas',
    ])
  })
})

describe('a median', () => {
  it('is the middle value, whatever the order', () => {
    expect(median([9, 1, 10])).toBe(9)
  })
})
