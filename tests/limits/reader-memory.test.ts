import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { hostileFiles } from './hostile-files.ts'

const run = promisify(execFile)
const readOne = fileURLToPath(new URL('read-one.ts', import.meta.url))

/** In MiB. */
const most = 512

async function readOnce(file: string, reader: string): Promise<{ memory: number; codes: string[] }> {
  const { stdout } = await run(process.execPath, [readOne, file, reader])
  return JSON.parse(stdout)
}

describe('no file of up to 10 MiB takes a process over 512 MiB', () => {
  it.each(Object.entries(hostileFiles))('%s', async (_, { name, reader = 'transcript', make }) => {
    const folder = await mkdtemp(join(tmpdir(), 'codeerbank-limits-'))
    try {
      const file = join(folder, name)
      const bytes = Buffer.from(await make())
      expect(bytes.length).toBeLessThanOrEqual(10 * 1024 * 1024)
      await writeFile(file, bytes)
      let read = await readOnce(file, reader)
      // Collecting garbage runs beside the program, and lags on a machine that is busy: what a file takes is the least of three times.
      for (let time = 0; time < 2 && read.memory > most; time++) {
        const again = await readOnce(file, reader)
        if (again.memory < read.memory) read = again
      }
      expect(read.memory, read.codes.join(', ')).toBeLessThanOrEqual(most)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})
