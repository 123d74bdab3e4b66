import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Change } from '@codeerbank/core'
import { openStudy, type StudyStore, verifyStudy } from '@codeerbank/store'
import {
  floorDatabase,
  floorIndexTexts,
  floorInsert,
  floorRead,
  floorRows,
  floorSearch,
  floorVerify,
} from './floor-store.ts'
import { generateChanges, type StudySize } from './generate-study.ts'
import { collectGarbage, median } from './measure.ts'

/**
 * Times the store beside bare `node:sqlite` in the same run: one change more, a study of many changes at once, opening,
 * searching. `--small` takes a small study, to see that it all runs.
 */
const small = process.argv.includes('--small')
const common = { codes: 300, cases: 20, coders: 4, seed: 20_240_108 }
const size: StudySize = small
  ? { ...common, sources: 100, codings: 10_000 }
  : { ...common, sources: 10_000, codings: 1_000_000 }
const singles = small ? 20 : 200

const folder = mkdtempSync(join(tmpdir(), 'codeerbank-bench-'))

async function millisecondsOf(work: () => unknown): Promise<number> {
  collectGarbage()
  const start = performance.now()
  await work()
  return performance.now() - start
}

function print(operation: string, time: number, floor: number): void {
  const numbers = [time.toFixed(1), floor.toFixed(1), `${(time / floor).toFixed(2)}x`]
  console.log([operation.padEnd(48), ...numbers.map(each => each.padStart(11))].join(' '))
}

/** One coding more, each on disk before the next. */
async function appendSingly(
  store: StudyStore,
  write: (row: Change) => void,
): Promise<readonly [number, number]> {
  const { codings, coders } = store.study
  const { segment, code } = codings[0]!
  const by = coders[0]!.id
  const times: number[] = []
  const floors: number[] = []
  for (let i = 0; i < singles; i++) {
    const id = `one-more-${i}`
    const change: Change = {
      ...{ kind: 'code-segment', id, at: '2025-01-01T00:00:00Z', by },
      coding: { id, segment, code },
    }
    const start = performance.now()
    await store.apply([change])
    const middle = performance.now()
    write(change)
    times.push(middle - start)
    floors.push(performance.now() - middle)
  }
  return [median(times.slice(1)), median(floors.slice(1))]
}

/** Inserts changes as rows that were made before, and gives how long that took. */
function insertBare(file: string, changes: readonly Change[]): number {
  const bare = floorDatabase(file)
  const rows = floorRows(changes)
  collectGarbage()
  const start = performance.now()
  floorInsert(bare, rows)
  const taken = performance.now() - start
  bare.close()
  return taken
}

async function run(): Promise<void> {
  const file = join(folder, 'study.codeerbank')
  let changes = generateChanges(size)
  console.log(
    `${changes.length} changes, ${size.codings} codings in ${size.sources} sources; ms, the floor is bare node:sqlite\n`,
  )
  console.log(
    ['operation'.padEnd(48), ...['ms', 'floor ms', 'ratio'].map(each => each.padStart(11))].join(' '),
  )

  // The disk is slower after much was written: each goes first once, and what the two took is added up.
  const bareFile = join(folder, 'bare.sqlite')
  const inserted = [insertBare(join(folder, 'bare-before.sqlite'), changes)]
  const first = await openStudy(join(folder, 'first.codeerbank'), { create: true, snapshotAfter: Infinity })
  const appended = [await millisecondsOf(() => first.apply(changes))]
  await first.close()
  let store = await openStudy(file, { create: true })
  appended.push(await millisecondsOf(() => store.apply(changes)))
  inserted.push(insertBare(bareFile, changes))
  changes = []
  print('append all at once', appended[0]! + appended[1]!, inserted[0]! + inserted[1]!)
  const bare = new DatabaseSync(bareFile)
  bare.exec('pragma synchronous = full')

  const insert = bare.prepare(
    "insert into log values (null, 1, 'apply', ?, ?, ?, ?, '2025-01-01T00:00:00Z', ?, '')",
  )
  const [one, oneBare] = await appendSingly(store, change =>
    insert.run(JSON.stringify(change), change.id, change.kind, change.by, '0'.repeat(64)),
  )
  print('append one change', one, oneBare)

  const looked = await millisecondsOf(() => floorVerify(bare))
  const read = await millisecondsOf(() => floorRead(bare))
  const closing = await millisecondsOf(() => store.close())
  console.log(
    `closing, with a snapshot: ${closing.toFixed(0)} ms; the file has ${(statSync(file).size / 2 ** 20).toFixed(0)} MiB`,
  )
  print('open, with a snapshot', await millisecondsOf(async () => (store = await openStudy(file))), read)
  console.log(`memory after opening: ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MiB`)

  const texts = store.study.sources.map(({ text }) => text)
  const word = /\p{L}{6,}/u.exec(texts[0]!)![0].toLowerCase()
  const indexed = await millisecondsOf(() => floorIndexTexts(bare, texts))
  print('first search, making the index', await millisecondsOf(() => store.search(word)), indexed)
  let hits = 0
  const found = await millisecondsOf(async () => (hits = (await store.search(word)).length))
  print(`search (${hits} sources)`, found, await millisecondsOf(() => floorSearch(bare, word)))
  const undone = await millisecondsOf(() => store.undo())
  const again = await millisecondsOf(() => store.redo())
  console.log(`undo of what was done before opening: ${undone.toFixed(0)} ms; redo: ${again.toFixed(0)} ms`)
  await store.close()
  bare.close()

  print('verify', await millisecondsOf(() => verifyStudy(file)), looked)
}

try {
  await run()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
