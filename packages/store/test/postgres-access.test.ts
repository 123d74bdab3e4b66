import { StudyError } from '@codeerbank/core'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isPostgresAddress, openStudy, shownAddress, verifyStudy } from '../src/index.ts'
import { parsePostgresAddress } from '../src/postgres/postgres-address.ts'
import { asConnectError } from '../src/postgres/postgres-error.ts'
import { type PostgresServer, postgresPrograms, startPostgres } from './postgres-server.ts'
import { remark, setUp, using } from './store-cases.ts'

/** The codes of the problems for which work is refused; none of them, nor where they come from, tells the password. */
async function refusal(work: Promise<unknown>): Promise<readonly string[]> {
  try {
    await work
    return []
  } catch (error) {
    if (!(error instanceof StudyError)) throw error
    expect(JSON.stringify([error.problems, error.message, String(error.cause)])).not.toContain('geheim')
    return error.problems.map(({ code }) => code)
  }
}

const base = 'postgres://anna:geheim@server/teams'

describe('the address of a study', () => {
  it.each([
    [`${base}?study=Wijk+4`, 'postgres://anna@server/teams?study=Wijk+4'],
    ['postgres://server/t?user=anna&password=geheim&study=x', 'postgres://server/t?user=anna&study=x'],
    ['POSTGRESQL://anna:geheim@server/t?study=x', 'postgresql://anna@server/t?study=x'],
  ])('%s is shown without its password', (address, shown) => {
    expect(shownAddress(address)).toBe(shown)
  })

  it.each([
    ['with a study that is no name', `${base}?study=a%22b`],
    ['with a study of more than 48 bytes', `${base}?study=${'é'.repeat(25)}`],
    ['without a study', base],
    ['with an sslmode that is none', `${base}?study=x&sslmode=misschien`],
    ['of another kind of server', 'postgress://anna:geheim@server/teams?study=x'],
    ['that is no address', 'postgres://anna:geheim@server:99999/teams?study=x'],
  ])('%s is refused', async (_, address) => {
    expect(isPostgresAddress(address)).toBe(true)
    expect(await refusal(openStudy(address))).toEqual(['store-address'])
  })

  it('asks for who the server is wherever it asks for encryption, unless it says no-verify', () => {
    const asked = (mode: string) =>
      new URL(parsePostgresAddress(`${base}?study=x&sslmode=${mode}`).url).searchParams.get('sslmode')
    expect(['prefer', 'require', 'verify-ca', 'verify-full'].map(asked)).toEqual(
      Array.from({ length: 4 }, () => 'verify-full'),
    )
    expect(['no-verify', 'disable'].map(asked)).toEqual(['no-verify', 'disable'])
  })

  it.each(['C:\\map\\x.codeerbank', '/map/x.codeerbank', 'map/x.codeerbank', 'file:x.codeerbank'])(
    'is not %s, which is a file',
    path => expect(isPostgresAddress(path)).toBe(false),
  )

  it.each([
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'store-refused'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'store-refused'],
    ['ETIMEDOUT', 'store-unreachable'],
    ['28P01', 'store-refused'],
  ])('whose server answers %s is told as %s', (code, problem) => {
    const told = asConnectError(Object.assign(new Error('x'), { code }), 'x')
    expect((told as StudyError).problems.map(each => each.code)).toEqual([problem])
  })
})

describe.skipIf(postgresPrograms === null)('a server that does not do all that is asked', () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres()
    await using(openStudy(server.address('proef'), { create: true }), store => store.apply(setUp))
  })
  afterAll(() => server.remove())

  async function asked(...statements: readonly string[]): Promise<void> {
    const client = new Client({ connectionString: server.address('proef') })
    await client.connect()
    try {
      for (const statement of statements) await client.query(statement)
    } finally {
      await client.end()
    }
  }
  const address = () => server.address('proef')

  it.each<readonly [string, (address: string) => string, string]>([
    ['has no such database', given => given.replace('/postgres?', '/geen?'), 'store-missing'],
    ['does not know who asks', given => given.replace('anna', 'niemand'), 'store-refused'],
    ['is not there', given => given.replace(/:\d+\//, ':1/'), 'store-unreachable'],
    ['offers no encryption', given => `${given}&sslmode=require`, 'store-refused'],
    [
      'would have to prove itself by a file that is not there',
      given => `${given}&sslmode=verify-full&sslrootcert=/nergens.pem`,
      'store-address',
    ],
  ])('says that it %s', async (_, change, code) => {
    expect(await refusal(openStudy(change(address())))).toEqual([code])
  })

  it('lets nobody read or make what they have no right to', async () => {
    await asked('create role bram login')
    const bram = (given: string) => given.replace('anna', 'bram')
    expect(await refusal(openStudy(bram(address()), { readOnly: true }))).toEqual(['store-refused'])
    expect(await refusal(openStudy(bram(server.address('nieuw')), { create: true }))).toEqual([
      'store-read-only',
    ])
    expect(await refusal(openStudy(server.address('nieuw')))).toEqual(['store-missing'])
  })

  it('lets read who may only read, and search too', async () => {
    await asked(
      'create role lezer login',
      'grant usage on schema codeerbank_proef to lezer',
      'grant select on all tables in schema codeerbank_proef to lezer',
    )
    await using(openStudy(address().replace('anna', 'lezer')), async store => {
      expect(store.head.seq).toBe(7)
      expect(await store.search('katten')).toHaveLength(1)
      expect(await refusal(store.apply([remark('a', 'Nee')]))).toEqual(['store-read-only'])
    })
  })

  it('takes what two write at the same time, however it keeps transactions apart by default', async () => {
    await asked("alter role anna set default_transaction_isolation to 'repeatable read'")
    try {
      await using(openStudy(server.address('samen'), { create: true }), one =>
        using(openStudy(server.address('samen')), async other => {
          await Promise.all(
            [one, other].flatMap((store, who) =>
              Array.from({ length: 10 }, (_, i) => store.apply([remark(`${who}-${i}`, 'x')])),
            ),
          )
          await one.refresh()
          expect(one.study.memos).toHaveLength(20)
        }),
      )
    } finally {
      await asked('alter role anna reset default_transaction_isolation')
    }
  })

  it('that ends what takes long kept nothing of it', async () => {
    await asked("alter role anna set statement_timeout to '50ms'")
    const other = new Client({ connectionString: address() })
    await other.connect()
    try {
      await other.query('begin; select * from codeerbank_proef.head for update')
      await using(openStudy(address()), async store => {
        expect(await refusal(store.apply([remark('a', 'Te laat')]))).toEqual(['store-timeout'])
        await other.query('rollback')
        await store.apply([remark('b', 'Op tijd')])
        expect(store.study.memos.map(({ id }) => id)).toEqual(['b'])
        await store.undo()
      })
    } finally {
      await other.end()
      await asked('alter role anna reset statement_timeout')
    }
  })

  it('keeps no study where texts are not UTF-8', async () => {
    await asked("create database latijn encoding 'LATIN1' template template0 lc_collate 'C' lc_ctype 'C'")
    const latin = address().replace('/postgres?', '/latijn?')
    expect(await refusal(openStudy(latin, { create: true }))).toEqual(['store-refused'])
    expect(await refusal(openStudy(latin))).toEqual(['store-missing'])
  })

  it('has something else of that name', async () => {
    await asked('create schema codeerbank_anders', 'create table codeerbank_anders.layout (x integer)')
    expect(await refusal(openStudy(server.address('anders'), { create: true }))).toEqual([
      'store-not-a-study',
    ])
  })

  it('has lost the study while it was open', async () => {
    await using(openStudy(server.address('weg'), { create: true }), async store => {
      await asked('drop schema codeerbank_weg cascade')
      expect(await refusal(store.apply([remark('a', 'Nergens')]))).toEqual(['store-damaged'])
    })
  })

  it.each(['snapshot', 'snapshot_part', 'search_state', 'search_document', 'search_lexemes'])(
    'has lost the cache "%s", which is made again',
    async table => {
      const own = server.address(`zonder ${table}`)
      await using(openStudy(own, { create: true, snapshotAfter: 1 }), async store => {
        await store.apply(setUp)
        await store.search('kat')
      })
      await asked(`drop table "codeerbank_zonder ${table}".${table}`)
      expect((await verifyStudy(own)).problems).toEqual([])
      await using(openStudy(own), async store => {
        expect(store.study.sources).toHaveLength(1)
        expect(await store.search('kat')).toHaveLength(1)
      })
    },
  )

  it.each(['log', 'head'])('has lost the table "%s", without which there is no study', async table => {
    const own = server.address(`zonder ${table}`)
    await using(openStudy(own, { create: true }), store => store.apply(setUp))
    await asked(`drop table "codeerbank_zonder ${table}".${table} cascade`)
    expect(await refusal(openStudy(own))).toEqual(['store-damaged'])
    expect((await verifyStudy(own)).problems.map(({ code }) => code)).toEqual(['store-damaged'])
  })

  it('does not write to its disk before it acknowledges, which is said', async () => {
    await asked('alter system set fsync = off', 'select pg_reload_conf()')
    try {
      await expect
        .poll(async () => using(openStudy(address()), ({ problems }) => problems))
        .toMatchObject([{ code: 'store-not-durable', severity: 'warning' }])
    } finally {
      await asked('alter system reset fsync', 'select pg_reload_conf()')
    }
  })
})
