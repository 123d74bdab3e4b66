import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { type Change, replay } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openStudy, verifyStudy } from '../src/index.ts'
import { hashEntry } from '../src/log-entry.ts'
import { coding, remark, setUp, using, withFile } from './store-cases.ts'

const migrator = fileURLToPath(new URL('migrator.ts', import.meta.url))
const kept = [...setUp, coding('k1'), coding('k2', 'slaap')]

const fixture = (layout: number) =>
  fileURLToPath(new URL(`fixtures/layout-${layout}.codeerbank`, import.meta.url))

/** Opens a file in a process of its own that is killed before a statement; gives what it said. */
function killedBefore(statement: number, file: string): string {
  return spawnSync(process.execPath, [migrator, file, String(statement)], { encoding: 'utf8' }).stdout
}

/** Does the same, and is killed so many ms after it began. */
function killedAfter(milliseconds: number, file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [migrator, file], { stdio: ['ignore', 'pipe', 'inherit'] })
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), milliseconds))
    child.on('error', reject).on('close', () => resolve())
  })
}

/** Gives a file of an older layout more entries than SQLite keeps in memory, as a program of that time would have. */
function lengthened(file: string, layout: number): readonly Change[] {
  const changes = Array.from({ length: 4000 }, (_, i) => remark(`m${i}`, 'x'.repeat(1000)))
  const database = new DatabaseSync(file)
  let { seq, hash } = database.prepare('select seq, hash from log order by seq desc limit 1').get() as {
    seq: number
    hash: string
  }
  const insert = database.prepare(
    "insert into log (seq, batch, action, body, change_id, kind, by, recorded, hash) values (?, ?, 'apply', ?, ?, ?, ?, ?, ?)",
  )
  database.exec('begin')
  const batch = seq + 1
  for (const change of changes) {
    seq += 1
    const row = { seq, batch, action: 'apply' as const, body: JSON.stringify(change) }
    const rest = { by: 'anna', recorded: '2024-05-01T10:00:00.000Z' }
    hash = hashEntry(hash, { ...row, ...rest })
    insert.run(seq, batch, row.body, change.id, change.kind, rest.by, rest.recorded, hash)
  }
  if (layout > 1) database.prepare('update head set seq = ?, hash = ?').run(seq, hash)
  database.exec('commit')
  database.close()
  return changes
}

/** Whether a file is of one layout or the other, whole, and the study in it is the one that was. */
async function expectWhole(file: string, layout: number, changes: readonly Change[]): Promise<number> {
  // As `open`, `history` and `verify` do: without the right to write.
  const { problems } = await verifyStudy(file)
  const database = new DatabaseSync(file, { readOnly: true })
  const { user_version: found } = database.prepare('pragma user_version').get() as { user_version: number }
  database.close()
  expect([layout, 7]).toContain(found)
  // Ended just as the work in it began, the file cannot be told from one that was copied without its log; nothing else is in doubt.
  const inDoubt = problems.map(({ code }) => code)
  expect([[], ...(found === 7 ? [['store-left-behind']] : [])]).toContainEqual(inDoubt)
  await using(openStudy(file), async store => {
    expect(store.study).toEqual(replay(changes))
    await store.apply([remark('daarna', 'Het gaat verder')])
  })
  expect((await verifyStudy(file)).problems).toEqual([])
  return found
}

describe.each([1, 2, 4])(
  'a file of layout %i whose program is killed while it is brought up to date',
  layout => {
    it(
      'is the old one or the new one, before whichever statement that was',
      () =>
        withFile(async file => {
          copyFileSync(fixture(layout), file)
          const all = Number(killedBefore(Number.POSITIVE_INFINITY, file).split('\n')[1])
          expect(all).toBeGreaterThan(5)
          const found = new Set<number>()
          const every = process.env['CODEERBANK_LONG'] === '1' ? 3 : 20
          const between = Array.from({ length: all }, (_, i) => i + 1).filter(each => each % every === 0)
          for (const statement of new Set([1, ...between, all])) {
            copyFileSync(fixture(layout), file)
            expect(killedBefore(statement, file)).toBe('begun\n')
            found.add(await expectWhole(file, layout, kept))
          }
          expect([...found].sort()).toEqual([layout, 7])
        }),
      240_000,
    )

    it('is the old one or the new one, whenever that was while a long history was copied', async () => {
      const runs = process.env['CODEERBANK_LONG'] === '1' ? 15 : 2
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 0, max: 250 }), milliseconds =>
          withFile(async file => {
            copyFileSync(fixture(layout), file)
            const more = lengthened(file, layout)
            await killedAfter(milliseconds, file)
            await expectWhole(file, layout, [...kept, ...more])
          }),
        ),
        { numRuns: runs, endOnFailure: true },
      )
    }, 240_000)
  },
)
