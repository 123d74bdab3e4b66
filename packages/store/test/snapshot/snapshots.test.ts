import { emptyStudy, type Study } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { openDriver } from '../../src/open-driver.ts'
import { findSnapshot, readSnapshot, writeSnapshot } from '../../src/snapshot/snapshots.ts'
import { withFile } from '../store-cases.ts'

/** Of two thousand coders a part is made, and one more of what is no list. */
function studyOf(parts: number): Study {
  const coders = Array.from({ length: (parts - 1) * 2_000 }, (_, i) => ({ id: `c${i}`, label: 'C' }))
  return { ...emptyStudy, coders }
}

describe('a snapshot that is kept', () => {
  it.each([1, 2, 15, 16, 17, 32, 33])('in %i parts is the study that it was', parts =>
    withFile(async file => {
      const driver = await openDriver(file, { create: true, readOnly: false, patience: 0 })
      try {
        const study = studyOf(parts)
        await writeSnapshot(driver, study, { seq: 3, hash: 'abc' })
        const [row] = await driver.all('select count(*) as count from snapshot_part')
        expect(row).toEqual({ count: parts })
        const snapshot = await findSnapshot(driver)
        expect(snapshot?.at).toEqual({ seq: 3, hash: 'abc' })
        expect(await readSnapshot(driver, snapshot!)).toEqual(study)
      } finally {
        await driver.close()
      }
    }),
  )

  it('is the only one: another one takes its place', () =>
    withFile(async file => {
      const driver = await openDriver(file, { create: true, readOnly: false, patience: 0 })
      try {
        await writeSnapshot(driver, studyOf(17), { seq: 3, hash: 'abc' })
        const before = await findSnapshot(driver)
        await writeSnapshot(driver, studyOf(2), { seq: 4, hash: 'def' })
        const snapshot = await findSnapshot(driver)
        expect(snapshot?.at).toEqual({ seq: 4, hash: 'def' })
        expect(await readSnapshot(driver, snapshot!)).toEqual(studyOf(2))
        expect(await readSnapshot(driver, before!)).toBeNull()
      } finally {
        await driver.close()
      }
    }))
})
