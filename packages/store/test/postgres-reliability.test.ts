import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BehindError, openStudy, type StudyStore, verifyStudy } from '../src/index.ts'
import { type PostgresServer, postgresPrograms, startPostgres } from './postgres-server.ts'
import { coding, remark, retitle, setUp } from './store-cases.ts'

const long = process.env['CODEERBANK_LONG'] === '1'
const writer = fileURLToPath(new URL('postgres-writer.ts', import.meta.url))

let server: PostgresServer

async function newStudy(name: string): Promise<string> {
  const address = server.address(name)
  const store = await openStudy(address, { create: true })
  await store.apply(setUp)
  await store.close()
  return address
}

/** Lets a process write until the server is gone; gives what it was told is kept. */
function acknowledgedBy(address: string, name: string, onFirst: () => void): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [writer, address, name], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', text => {
      said += text
    })
    child.stdout.once('data', onFirst)
    child.on('error', reject)
    child.on('close', () => resolve(said.split('\n').slice(0, -1)))
  })
}

async function idsIn(address: string): Promise<readonly string[]> {
  const store = await openStudy(address, { readOnly: true })
  try {
    return (await store.history()).flatMap(({ change }) => change?.id ?? [])
  } finally {
    await store.close()
  }
}

describe.skipIf(postgresPrograms === null)('many at once, and failures, on PostgreSQL', () => {
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server.remove())

  it('32 connections that append: every acknowledged change is there once, in one order for all', async () => {
    const address = await newStudy('Samen')
    const each = long ? 100 : 10
    const stores = await Promise.all(Array.from({ length: 32 }, () => openStudy(address)))
    const acknowledged: string[] = []
    const work = async (store: StudyStore, who: number) => {
      for (let i = 0; i < each; i++) {
        await store.apply([remark(`c${who}-${i}`, `naam ${who} ${i}`)])
        acknowledged.push(`c${who}-${i}`)
      }
    }
    await Promise.all(stores.map(work))
    await Promise.all(stores.map(store => store.refresh()))
    expect(new Set(stores.map(({ head }) => head.hash)).size).toBe(1)
    for (const { study } of stores)
      expect(study.memos.map(({ id }) => id)).toEqual(stores[0]!.study.memos.map(({ id }) => id))
    await Promise.all(stores.map(store => store.close()))
    const kept = (await idsIn(address)).slice(setUp.length)
    expect(kept.toSorted()).toEqual(acknowledged.toSorted())
    expect((await verifyStudy(address)).problems).toEqual([])
    console.log(`32 connections: ${acknowledged.length} changes acknowledged, ${kept.length} kept, each once`)
  })

  it('8 connections that count on in one title: no count is lost, since who is behind is told', async () => {
    const address = await newStudy('Teller')
    const stores = await Promise.all(Array.from({ length: 8 }, () => openStudy(address)))
    const each = long ? 50 : 10
    const countIn = ({ study }: StudyStore) => Number.parseInt(study.title.nl ?? '', 10) || 0
    let behind = 0
    const countOn = async (store: StudyStore, who: number) => {
      for (let done = 0, tries = 0; done < each; tries++) {
        const next = `${countIn(store) + 1} by ${who}`
        try {
          await store.apply([retitle(`t${who}-${tries}`, next)])
          done += 1
        } catch (error) {
          if (!(error instanceof BehindError)) throw error
          behind += 1
        }
      }
    }
    await Promise.all(stores.map(countOn))
    await Promise.all(stores.map(store => store.refresh()))
    expect(stores.map(countIn)).toEqual(stores.map(() => 8 * each))
    expect(behind).toBeGreaterThan(0)
    await Promise.all(stores.map(store => store.close()))
    console.log(`8 connections counted to ${8 * each}, and were told ${behind} times that they were behind`)
  })

  it('a server that is killed loses nothing that it acknowledged, and keeps no half batch', async () => {
    const address = await newStudy('Uitval')
    const acknowledged: string[] = []
    const kills = long ? 25 : 2
    for (let kill = 0; kill < kills; kill++) {
      const delay = (kill * 37) % 211
      const stop = () => setTimeout(() => void server.kill(), delay)
      let begun = false
      const once = () => {
        if (!begun) stop()
        begun = true
      }
      const told = await Promise.all(['x', 'y'].map(name => acknowledgedBy(address, `${name}${kill}`, once)))
      acknowledged.push(...told.flat())
      await server.start()
      expect((await verifyStudy(address)).problems).toEqual([])
    }
    const kept = new Set(await idsIn(address))
    expect(acknowledged.filter(id => !kept.has(`${id}-a`) || !kept.has(`${id}-b`))).toEqual([])
    const halves = [...kept].filter(id => id.endsWith('-a') && !kept.has(id.replace(/a$/, 'b')))
    expect(halves).toEqual([])
    expect(acknowledged.length).toBeGreaterThan(kills)
    console.log(
      `${kills} kills of the server: ${acknowledged.length} batches acknowledged, 0 lost, 0 half kept`,
    )
  })

  it('a store whose connection was lost says so, and goes on when the server is there again', async () => {
    const address = await newStudy('Terug')
    const store = await openStudy(address)
    const other = await openStudy(address)
    const heard: number[] = []
    other.subscribe(study => heard.push(study.codings.length))
    await server.kill()
    await expect(store.apply([coding('k1')])).rejects.toThrow(/store-(lost|unreachable)/)
    await expect(store.apply([coding('k1')])).rejects.toThrow(/store-(lost|unreachable)/)
    await server.start()
    await store.apply([coding('k1')])
    expect(store.study.codings).toHaveLength(1)
    await expect.poll(() => heard.at(-1), { timeout: 20_000 }).toBe(1)
    await store.close()
    await other.close()
  })
})
