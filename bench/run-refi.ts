import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { replay } from '@codeerbank/core'
import { readQdpx, writeQdpx } from '@codeerbank/refi'
import { floorRead, floorWrite, readTrees } from './floor-refi.ts'
import { generateChanges } from './generate-study.ts'
import { collectGarbage, median } from './measure.ts'

/**
 * Times reading and writing a REFI-QDA project beside zip and XML alone, in turn in the same run, and measures the memory that
 * each takes in a process of its own. `--small` takes a small study, to see that it all runs.
 */
const small = process.argv.includes('--small')
const rounds = small ? 5 : 3
const size = {
  ...(small ? { sources: 60, codings: 10_000 } : { sources: 3_000, codings: 500_000 }),
  ...{ codes: 300, cases: 20, coders: 4, seed: 20_240_108 },
}

const folder = mkdtempSync(join(tmpdir(), 'codeerbank-bench-'))

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  collectGarbage()
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function measure(operation: string, run: () => Promise<unknown>, floor: () => Promise<unknown>) {
  const times: number[] = []
  const floors: number[] = []
  for (let round = 0; round < rounds; round++) {
    floors.push(await millisecondsOf(floor))
    times.push(await millisecondsOf(run))
  }
  const [time, least] = [median(times), median(floors)]
  const numbers = [time.toFixed(0), least.toFixed(0), `${(time / least).toFixed(2)}x`]
  console.log([operation.padEnd(36), ...numbers.map(each => each.padStart(11))].join(' '))
}

function peak(what: 'read' | 'write', file: string): string {
  const script = fileURLToPath(new URL('peak-refi.ts', import.meta.url))
  return execFileSync(process.execPath, [script, what, file], { encoding: 'utf8' }).trim()
}

async function run(): Promise<void> {
  const file = join(folder, 'project.qdpx')
  const { bytes } = await writeQdpx(replay(generateChanges(size)))
  writeFileSync(file, bytes)
  console.log(
    `REFI-QDA: ${size.codings} codings with ${size.codes} codes in ${size.sources} sources, ${(bytes.length / 2 ** 20).toFixed(0)} MiB; ms, each the median of ${rounds}`,
  )
  console.log('The floor is zip and XML alone: unpacking and parsing, or elements made XML and packed.\n')
  console.log(
    ['operation'.padEnd(36), ...['ms', 'floor ms', 'ratio'].map(each => each.padStart(11))].join(' '),
  )
  await measure(
    'read a project',
    () => readQdpx(bytes),
    () => floorRead(bytes),
  )
  const { study } = (await readQdpx(bytes)).value
  const trees = await readTrees(bytes)
  await measure(
    'write a project',
    () => writeQdpx(study),
    () => floorWrite(trees),
  )
  console.log(
    `\npeak memory: ${peak('read', file)} MiB to read, ${peak('write', file)} MiB to read and write again`,
  )
}

try {
  await run()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
