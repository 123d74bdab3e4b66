import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type PostgresServer,
  postgresPrograms,
  startPostgres,
} from '../../packages/store/test/postgres-server.ts'
import { inFolder, runCodeerbank, twoSquares } from './run-codeerbank.ts'

let server: PostgresServer

describe.skipIf(postgresPrograms === null)('a study on a server, by the command', () => {
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server.remove())

  it('comes from a folder, gives the same tables, and tells nobody the password', () =>
    inFolder(twoSquares, async folder => {
      const address = server.address('pleinen')
      const made = await runCodeerbank('convert', folder, address)
      expect(made).toMatchObject({ code: 0, stderr: '' })
      expect(made.stdout).toMatch(/\d+ changes in postgres:\/\/anna@127/)
      expect((await runCodeerbank('tables', address)).stdout).toBe(
        (await runCodeerbank('tables', folder)).stdout,
      )
      expect((await runCodeerbank('undo', address, '--all')).stdout).toContain('0 cases')
      expect((await runCodeerbank('redo', address)).stdout).toContain('2 cases')
      expect((await runCodeerbank('verify', address)).stdout).toMatch(/^\d+ changes are sound/)
      const again = await runCodeerbank('convert', folder, address)
      expect(again.code).toBe(2)
      expect(made.stdout + again.stdout + again.stderr).not.toContain('geheim')
    }))

  it('goes to a file and on to another server with its whole history', () =>
    inFolder(twoSquares, async folder => {
      const [first, second] = [server.address('een'), server.address('twee')]
      const file = join(folder, 'pleinen.codeerbank')
      const copy = join(folder, 'kopie.codeerbank')
      await runCodeerbank('convert', folder, first)
      await runCodeerbank('undo', first, '--all')
      expect((await runCodeerbank('convert', first, file)).code).toBe(0)
      expect((await runCodeerbank('convert', file, second)).code).toBe(0)
      expect((await runCodeerbank('backup', second, copy)).code).toBe(0)
      const histories = await Promise.all(
        [first, file, second, copy].map(place => runCodeerbank('history', place)),
      )
      expect(new Set(histories.map(({ stdout }) => stdout)).size).toBe(1)
      expect(histories[0]?.stdout).toContain('undo of batch 1')
      expect((await runCodeerbank('convert', file, first)).stderr).toContain('(store-exists)')
    }))

  it('that is not there, or whose address names none, is told', async () => {
    const missing = await runCodeerbank('check', server.address('geen'))
    expect([missing.code, missing.stderr.includes('(store-missing)')]).toEqual([1, true])
    const nameless = await runCodeerbank('check', 'postgres://anna:geheim@127.0.0.1/postgres')
    expect([nameless.code, nameless.stderr.includes('(store-address)')]).toEqual([1, true])
    expect(nameless.stderr).not.toContain('geheim')
  })
})
