import { copyFile, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openStudy, verifyStudy } from '../src/index.ts'
import { walFault } from '../src/wal-fault.ts'
import { startWriter } from './start-writer.ts'
import { setUp, using, withFile } from './store-cases.ts'
import { refusal } from './with-study.ts'

interface LeftBehind {
  /** The file of a study whose writer was killed: what it did last is in the log beside it. */
  readonly file: string
  readonly log: string
  readonly bytes: Buffer
  /** How many entries were acknowledged, and how many the file has at most. */
  readonly acknowledged: number
  /** Puts the log back as it was but for one bit, and nothing else that SQLite left. */
  flip(bit: number): Promise<void>
}

function killed(use: (left: LeftBehind) => Promise<void>): Promise<void> {
  return withFile(async file => {
    await using(openStudy(file, { create: true }), store => store.apply(setUp))
    const written = await startWriter(file, { name: 'w', killAfter: 60 })
    const log = `${file}-wal`
    const bytes = await readFile(log)
    const kept = join(dirname(file), 'kept')
    await copyFile(file, kept)
    await use({
      ...{ file, log, bytes },
      acknowledged: setUp.length + 2 * written.acknowledged.length,
      async flip(bit) {
        const bad = Buffer.from(bytes)
        bad[bit >> 3]! ^= 1 << (bit & 7)
        await copyFile(kept, file)
        await rm(`${file}-shm`, { force: true })
        await writeFile(log, bad)
      },
    })
  })
}

const pageSize = 8192

/** Where the frames of a log begin. */
const frameAt = (frame: number) => 32 + frame * (24 + pageSize)

describe('a log that a killed program left beside a file', () => {
  it('is as it was written, and nothing of it is lost', () =>
    killed(async ({ file, log, acknowledged }) => {
      expect(walFault(log)).toBe('none')
      await using(openStudy(file), async store => {
        expect(store.problems).toEqual([])
        expect(store.head.seq).toBeGreaterThanOrEqual(acknowledged)
      })
    }))

  it.each([
    ['the mark of its format', 0, 3],
    ['its version', 6, 0],
    ['the size of a page', 10, 4],
    ['its first salt', 17, 5],
    ['its second salt', 21, 2],
    ['the checksum of its head', 26, 1],
    ['the number of a page', frameAt(1) + 3, 0],
    ['the salt of a frame', frameAt(1) + 9, 6],
    ['the checksum of a frame', frameAt(1) + 17, 7],
    ['a page', frameAt(1) + 2000, 3],
  ])('that has another bit in %s is told of, and nobody writes in it', (_, byte, bit) =>
    killed(async ({ file, log, flip }) => {
      await flip(byte * 8 + bit)
      expect(walFault(log)).toBe('damaged')
      const before = (await stat(log)).size
      expect(await refusal(() => openStudy(file))).toEqual(['store-damaged'])
      expect((await stat(log)).size).toBe(before)
      expect((await verifyStudy(file)).problems.map(({ code }) => code)).toContain('store-damaged')
      await using(openStudy(file, { readOnly: true }), async store =>
        expect(store.problems.map(({ code }) => code)).toEqual(['store-damaged']),
      )
    }),
  )

  it('gives the study of all that was acknowledged, or a word, whatever bit flips', () =>
    killed(async ({ file, log, bytes, acknowledged, flip }) => {
      const counts = { told: 0, whole: 0 }
      await fc.assert(
        fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async bit => {
          await flip(bit)
          if (walFault(log) !== 'none') counts.told += 1
          else
            await using(openStudy(file, { readOnly: true }), async store => {
              expect(store.head.seq).toBeGreaterThanOrEqual(acknowledged)
              counts.whole += 1
            })
        }),
        { numRuns: 200 },
      )
      console.log(`200 flipped bits in a log: ${counts.told} told of, ${counts.whole} without effect`)
    }))

  it('is no worse for a last batch that was not written to its end', () =>
    killed(async ({ file, log, bytes }) => {
      // Of the last frame only half is there: that was never acknowledged.
      const frames = Math.floor((bytes.length - 32) / (24 + pageSize))
      await truncate(log, frameAt(frames) - 2000)
      expect(walFault(log)).toBe('none')
      await using(openStudy(file), async store => expect(store.problems).toEqual([]))
    }))

  it('of which the last batch alone does not hold is opened with a warning', () =>
    killed(async ({ file, log, bytes, flip }) => {
      let last = Math.floor((bytes.length - 32) / (24 + pageSize)) - 1
      const salt = bytes.readUInt32BE(16)
      while (bytes.readUInt32BE(frameAt(last) + 8) !== salt || bytes.readUInt32BE(frameAt(last) + 4) === 0)
        last -= 1
      await flip((frameAt(last) + 3000) * 8)
      expect(walFault(log)).toBe('torn')
      await using(openStudy(file), async store =>
        expect(store.problems.map(({ code, severity }) => [code, severity])).toEqual([
          ['store-torn', 'warning'],
        ]),
      )
    }))
})

describe('a log', () => {
  it.each([
    ['that is not there', null],
    ['of no bytes', ''],
    ['of a head alone', 'x'.repeat(32)],
    ['of other words', Array.from({ length: 5000 }, (_, i) => i * 7919).join(' ')],
  ])('%s has no fault', (_, content) =>
    withFile(async (_file, folder) => {
      const log = join(folder, 'a-wal')
      if (content !== null) await writeFile(log, content)
      expect(walFault(log)).toBe('none')
    }),
  )
})
