import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { replay } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openStudy, verifyStudy } from '../src/index.ts'
import { remark, setUp, using, withFile } from './store-cases.ts'

const closer = fileURLToPath(new URL('closer.ts', import.meta.url))
const long = process.env['CODEERBANK_LONG'] === '1'

const before = [...setUp, ...Array.from({ length: 3000 }, (_, i) => remark(`m${i}`, 'x'.repeat(1000)))]
const study = replay([...before, ...Array.from({ length: 400 }, (_, i) => remark(`n${i}`, 'Bevestigd'))])

/** Lets `use` work with the file of a study of some megabytes that has a snapshot, and a way to have it as it was again. */
function withLongStudy(use: (file: string, restore: () => void, folder: string) => Promise<void>) {
  return withFile(async (file, folder) => {
    const kept = join(folder, 'bewaard')
    await using(openStudy(kept, { create: true, snapshotAfter: 1 }), store => store.apply(before))
    await use(
      file,
      () => {
        // What a killed program left beside the file belongs to it.
        for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + end, { force: true })
        copyFileSync(kept, file)
      },
      folder,
    )
  })
}

/**
 * Whether all that was acknowledged is there. A file that was killed at the moment in which its log goes into it cannot be told from one that
 * was copied without its log: then it is told of that this may be so.
 */
async function expectStudy(file: string, mayBeTold: readonly string[] = []): Promise<void> {
  const { problems, head } = await verifyStudy(file)
  const told = problems.filter(({ code, severity }) => severity === 'error' || !mayBeTold.includes(code))
  expect([told, head.seq]).toEqual([[], 3407])
  await using(openStudy(file), store => expect(store.study).toEqual(study))
}

describe('a program that is killed', () => {
  it(
    'while it closes a file keeps what it acknowledged, with the old snapshot or the new one',
    () =>
      withLongStudy(async (file, restore) => {
        restore()
        const { stdout } = spawnSync(process.execPath, [closer, file], { encoding: 'utf8' })
        const all = Number(stdout.split('\n')[1])
        expect(all).toBeGreaterThan(6)
        for (let statement = 1; statement <= all; statement += long ? 1 : 3) {
          restore()
          const killed = spawnSync(process.execPath, [closer, file, `${statement}`], { encoding: 'utf8' })
          expect(killed.stdout).toBe('acknowledged\n')
          await expectStudy(file, ['store-left-behind'])
        }
      }),
    120_000,
  )

  it(
    'while it makes a backup leaves a whole one or none, and the study as it was',
    () =>
      withLongStudy(async (file, restore, folder) => {
        let made = 0
        await fc.assert(
          fc.asyncProperty(fc.integer({ min: 0, max: 40 }), async milliseconds => {
            restore()
            made += 1
            const copy = join(folder, `reserve-${made}.codeerbank`)
            await new Promise<void>((resolve, reject) => {
              const child = spawn(process.execPath, [closer, file, 'Infinity', copy], {
                stdio: ['ignore', 'pipe', 'inherit'],
              })
              child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), milliseconds))
              child.on('error', reject).on('close', () => resolve())
            })
            await expectStudy(file, ['store-left-behind'])
            if (existsSync(copy)) await expectStudy(copy)
          }),
          { numRuns: long ? 40 : 6 },
        )
      }),
    120_000,
  )
})
