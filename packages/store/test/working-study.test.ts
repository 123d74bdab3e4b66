import { emptyStudy, StudyError } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { workingStudy } from '../src/working-study.ts'
import { coding, remark } from './store-cases.ts'

const memosOf = ({ study }: ReturnType<typeof workingStudy>) => study.memos.map(({ id }) => id)

/** A study on which batches of one were put, numbered by their entries from 1, and looked at after each. */
function lookedAt(count: number) {
  const working = workingStudy({ study: emptyStudy, end: 0 })
  for (let batch = 1; batch <= count; batch++) {
    working.apply(batch, [remark(`m${batch}`, 'Een')], batch)
    expect(working.study.memos).toHaveLength(batch)
  }
  return working
}

describe('a study that is worked on', () => {
  it('gives back a hundred batches one after the other, though it keeps sixteen states', () => {
    const working = lookedAt(100)
    for (let batch = 100; batch > 0; batch--) {
      expect(working.takeBack(batch)).toBe(true)
      expect(working.study.memos).toHaveLength(batch - 1)
    }
    expect(working.takeBack(0)).toBe(false)
    expect(working.study).toEqual(emptyStudy)
  })

  it('gives back only the last batch', () => {
    const working = lookedAt(3)
    expect(working.takeBack(2)).toBe(false)
    expect(memosOf(working)).toEqual(['m1', 'm2', 'm3'])
  })

  it('goes on from where batches were given back', () => {
    const working = lookedAt(40)
    for (let batch = 40; batch > 30; batch--) working.takeBack(batch)
    working.apply(41, [remark('anders', 'Anders')], 41)
    expect(memosOf(working).slice(-2)).toEqual(['m30', 'anders'])
    expect(working.takeBack(41)).toBe(true)
    expect(working.takeBack(30)).toBe(true)
    expect(memosOf(working).at(-1)).toBe('m29')
  })

  it('gives back a batch of many changes whole, and what was before it', () => {
    const working = workingStudy({ study: emptyStudy, end: 0 })
    working.apply(1, [remark('eerst', 'Een')], 1)
    working.apply(
      2,
      Array.from({ length: 12_000 }, (_, i) => remark(`v${i}`, 'Veel')),
      12_001,
    )
    working.apply(12_002, [remark('laatst', 'Twee')], 12_002)
    for (const [batch, left] of [
      [12_002, 12_001],
      [2, 1],
      [1, 0],
    ] as const) {
      expect(working.takeBack(batch)).toBe(true)
      expect(working.study.memos).toHaveLength(left)
    }
  })

  it('is as it was where a change of a batch does not fit', () => {
    const working = lookedAt(2)
    expect(() => working.apply(3, [remark('m3', 'Drie'), coding('k')], 4)).toThrow(StudyError)
    expect(memosOf(working)).toEqual(['m1', 'm2'])
    expect(working.takeBack(2)).toBe(true)
  })

  it('says which states it has by the entries after which they stood', () => {
    const working = lookedAt(5)
    expect(working.stateUpTo(3)).toMatchObject({ end: 3, study: { memos: { length: 3 } } })
    expect(working.stateFrom(4)).toMatchObject({ end: 4, study: { memos: { length: 4 } } })
    expect([working.stateUpTo(-1), working.stateFrom(6)]).toEqual([null, null])
  })
})
