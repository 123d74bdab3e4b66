import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { openStudy, verifyStudy } from '../src/index.ts'
import { setUp } from './store-cases.ts'

const writer = fileURLToPath(new URL('writer.ts', import.meta.url))

/** Lets a process write, one change after another, and kills it after so many ms; gives the changes it acknowledged. */
function killedAfter(file: string, first: number, delay: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [writer, file, String(first)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', text => {
      said += text
    })
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), delay))
    child.on('error', reject)
    child.on('close', () => resolve(said.split('\n').slice(0, -1)))
  })
}

describe('a process that is killed while it writes', () => {
  it('loses nothing that it acknowledged, leaves nothing half done, and the chain holds', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'codeerbank-killed-'))
    const file = `${folder}/proef.codeerbank`
    try {
      const store = await openStudy(file, { create: true })
      await store.apply(setUp)
      await store.close()
      const acknowledged: string[] = []
      for (const delay of [0, 3, 7, 12, 20, 31]) {
        acknowledged.push(...(await killedAfter(file, acknowledged.length * 1000, delay)))
        const { problems } = await verifyStudy(file)
        expect(problems).toEqual([])
        const again = await openStudy(file)
        const kept = new Set((await again.history()).map(entry => entry.change?.id))
        expect(acknowledged.filter(id => !kept.has(id))).toEqual([])
        await again.close()
      }
      expect(acknowledged.length).toBeGreaterThan(5)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})
