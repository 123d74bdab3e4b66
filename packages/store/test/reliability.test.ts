import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { replay, StudyError } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openStudy, verifyStudy } from '../src/index.ts'
import { startWriter } from './start-writer.ts'
import { coding, setUp, withFile } from './store-cases.ts'

const long = process.env['CODEERBANK_LONG'] === '1'

/** The same numbers in every run (Lehmer's generator). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

async function makeStudy(file: string): Promise<void> {
  const store = await openStudy(file, { create: true })
  await store.apply(setUp)
  await store.close()
}

/** The ids of all changes that a file has, in order, once it was found sound. A batch that was cut off under way may be told of. */
async function idsIn(file: string): Promise<readonly string[]> {
  const { problems } = await verifyStudy(file)
  expect(problems.filter(({ code }) => code !== 'store-torn')).toEqual([])
  const store = await openStudy(file, { readOnly: true })
  try {
    return (await store.history()).flatMap(({ change }) => change?.id ?? [])
  } finally {
    await store.close()
  }
}

/** The batches of two that are in a file; a half one is a fault. */
async function batchesIn(file: string): Promise<readonly string[]> {
  const ids = await idsIn(file)
  const first = ids.filter(id => id.endsWith('-a')).map(id => id.slice(0, -2))
  const second = ids.filter(id => id.endsWith('-b')).map(id => id.slice(0, -2))
  expect(second).toEqual(first)
  return first
}

function canMount(): boolean {
  try {
    execFileSync('unshare', ['-Urm', 'sh', '-c', 'mount -t tmpfs none /mnt'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe('a process that is killed while it writes', () => {
  it('loses nothing that it acknowledged, leaves no half batch, and the chain holds', async () => {
    const kills = long ? 500 : 20
    const random = seeded(20_241_118)
    let acknowledged = 0
    let more = 0
    for (let done = 0; done < kills; done += 20)
      await withFile(async file => {
        await makeStudy(file)
        const kept = new Set<string>()
        for (let i = 0; i < Math.min(20, kills - done); i++) {
          const killAfter = Math.floor(random() * 40)
          const told = (await startWriter(file, { name: `w${i}`, killAfter })).acknowledged
          const found = await batchesIn(file)
          expect(told.filter(name => !found.includes(name))).toEqual([])
          expect([...kept].filter(name => !found.includes(name))).toEqual([])
          acknowledged += told.length
          more += found.length - kept.size - told.length
          for (const name of found) kept.add(name)
        }
      })
    expect(acknowledged).toBeGreaterThan(kills)
    console.log(
      `${kills} kills: ${acknowledged} batches acknowledged, 0 lost, 0 half; ${more} written and not yet acknowledged`,
    )
  }, 900_000)
})

function canTrace(): boolean {
  try {
    execFileSync('strace', ['-f', '-o', '/dev/null', 'true'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe.skipIf(!canTrace())('a change that is acknowledged', () => {
  it('was written to the log beside the file and synced to the disk before (as the system saw it)', () =>
    withFile(async (file, folder) => {
      await makeStudy(file)
      const trace = join(folder, 'trace')
      const within = (command: string) =>
        [
          'bash',
          '-c',
          `exec strace -f -y -s 64 -e trace=write,pwrite64,fsync,fdatasync -o ${trace} ${command}`,
        ] as const
      const { acknowledged } = await startWriter(file, { name: 'w', count: 20, within })
      expect(acknowledged).toHaveLength(20)
      /** What was done to the log since the last acknowledgement. */
      let done: string[] = []
      const before: string[][] = []
      for (const line of readFileSync(trace, 'utf8').split('\n')) {
        const [, call, path = ''] = /\b(write|pwrite64|fsync|fdatasync)\(\d+<([^>]*)>/.exec(line) ?? []
        if (call?.endsWith('sync') && path.endsWith('-wal')) done.push('sync')
        else if (call === 'pwrite64' && path.endsWith('-wal')) done.push('write')
        else if (call === 'write' && /"w-\d+\\n"/.test(line)) {
          before.push(done.filter((each, i) => each !== done[i - 1]))
          done = []
        }
      }
      expect(before).toHaveLength(20)
      for (const each of before) expect(each.slice(-2)).toEqual(['write', 'sync'])
      console.log(`${before.length} acknowledgements, each after a sync of what was written`)
    }))
})

describe('a disk that fails', () => {
  it('(EIO) keeps what was acknowledged, refuses the rest, and the file opens again', () =>
    withFile(async file => {
      await makeStudy(file)
      const within = (command: string) => ['bash', '-c', `ulimit -f 600; exec ${command}`] as const
      const { acknowledged, refused } = await startWriter(file, { name: 'w', size: 1500, within })
      expect(refused).toBe('store-io')
      expect(acknowledged.length).toBeGreaterThan(5)
      expect(await batchesIn(file)).toEqual(acknowledged)
      const { acknowledged: after } = await startWriter(file, { name: 'v', count: 2 })
      expect(await batchesIn(file)).toEqual([...acknowledged, ...after])
    }))

  it.skipIf(!canMount())(
    '(full) keeps what was acknowledged, refuses the rest, and the file opens again',
    () =>
      withFile(async (file, folder) => {
        await makeStudy(file)
        const small = join(folder, 'klein')
        mkdirSync(small)
        const saved = join(folder, 'daarna.codeerbank')
        // The small disk is there for the writer alone: what is on it is taken away before that ends.
        const within = (command: string) =>
          [
            'unshare',
            '-Urm',
            'sh',
            '-c',
            `mount -t tmpfs -o size=700k none ${small} && cp ${file} ${small}/proef.codeerbank &&
           ${command.replace(`'${file}'`, `${small}/proef.codeerbank`)}; cp ${small}/proef.codeerbank ${saved}; cp ${small}/proef.codeerbank-wal ${saved}-wal 2>/dev/null || true`,
          ] as const
        const { acknowledged, refused } = await startWriter(file, { name: 'w', size: 1500, within })
        expect(refused).toBe('store-full')
        expect(acknowledged.length).toBeGreaterThan(5)
        expect(await batchesIn(saved)).toEqual(acknowledged)
      }),
  )
})

describe.skipIf(!canMount())('a full disk', () => {
  it('refuses copies and new studies, by their names, and leaves nothing of them', () =>
    withFile(async (file, folder) => {
      await makeStudy(file)
      const small = join(folder, 'klein')
      mkdirSync(small)
      const copier = fileURLToPath(new URL('copier.ts', import.meta.url))
      const said = execFileSync(
        'unshare',
        [
          '-Urm',
          'sh',
          '-c',
          `mount -t tmpfs -o size=24k none ${small} && ${process.execPath} ${copier} ${file} ${small}`,
        ],
        { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
      )
      expect(said.trim().split('\n')).toEqual(Array.from({ length: 3 }, () => 'store-full true 0'))
    }))
})

describe('8 processes that append to one file', () => {
  it('have every acknowledged change in it once, in one order for all', () =>
    withFile(async file => {
      await makeStudy(file)
      const each = long ? 200 : 20
      const names = Array.from({ length: 8 }, (_, i) => `p${i}`)
      const written = await Promise.all(names.map(name => startWriter(file, { name, count: each })))
      expect(written.map(({ refused }) => refused)).toEqual(names.map(() => null))
      const found = await batchesIn(file)
      expect(new Set(found).size).toBe(found.length)
      names.forEach((name, i) => {
        expect(written[i]!.acknowledged).toHaveLength(each)
        expect(found.filter(batch => batch.startsWith(`${name}-`))).toEqual(written[i]!.acknowledged)
      })
      expect(found).toHaveLength(8 * each)
      console.log(
        `8 processes: ${found.length} batches acknowledged, each there once, each process’s own in their order`,
      )
    }))
})

describe('a bit that flips, in a file with a snapshot and an index for searching', () => {
  it(
    'is found by verifying, or the study still reads the same',
    () =>
      withFile(async file => {
        const changes = [...setUp, coding('k1'), coding('k2', 'slaap')]
        const store = await openStudy(file, { create: true, snapshotAfter: 1 })
        await store.apply(changes)
        expect(await store.search('slaapt')).toHaveLength(1)
        await store.close()
        const good = readFileSync(file)
        const study = replay(changes)
        const counts = { refused: 0, told: 0, same: 0 }
        await fc.assert(
          fc.asyncProperty(fc.nat(good.length * 8 - 1), async bit => {
            const bad = Buffer.from(good)
            bad[bit >> 3]! ^= 1 << (bit & 7)
            writeFileSync(file, bad)
            let told: boolean
            let read: unknown
            try {
              told = (await verifyStudy(file)).problems.length > 0
              const opened = await openStudy(file, { readOnly: true })
              read = opened.study
              await opened.close()
            } catch (error) {
              expect(error).toBeInstanceOf(StudyError)
              counts.refused += 1
              return
            }
            counts[told ? 'told' : 'same'] += 1
            // Also where it is told of: opening never gives another study.
            expect(read).toEqual(study)
          }),
          { numRuns: 1000 },
        )
        expect(counts.refused).toBeGreaterThan(0)
        expect(counts.told).toBeGreaterThan(0)
        console.log(
          `1000 flipped bits: ${counts.refused} refused, ${counts.told} found by verifying, ${counts.same} without effect; 0 wrong studies`,
        )
      }),
    300_000,
  )
})
