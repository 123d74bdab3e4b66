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

describe('no file of up to 10 MiB takes a process over 512 MiB', () => {
  it.each(Object.entries(hostileFiles))('%s', async (_, { name, reader = 'transcript', make }) => {
    const folder = await mkdtemp(join(tmpdir(), 'codeerbank-limits-'))
    try {
      const file = join(folder, name)
      const bytes = Buffer.from(await make())
      expect(bytes.length).toBeLessThanOrEqual(10 * 1024 * 1024)
      await writeFile(file, bytes)
      const { stdout } = await run(process.execPath, [readOne, file, reader])
      const { memory, codes } = JSON.parse(stdout)
      expect(memory, codes.join(', ')).toBeLessThanOrEqual(512)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})
