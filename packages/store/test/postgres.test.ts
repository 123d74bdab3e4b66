import { emptyStudy, replay, StudyError } from '@codeerbank/core'
import fc from 'fast-check'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BehindError, type HistoryQuery, openStudy, type StudyStore, verifyStudy } from '../src/index.ts'
import { type PostgresServer, postgresPrograms, startPostgres } from './postgres-server.ts'
import { at, coding, rename, retitle, setUp, using, withFile } from './store-cases.ts'

if (postgresPrograms === null) console.warn('PostgreSQL is not installed: its tests are skipped.')

let server: PostgresServer
let made = 0

/** The address of a study that is not there yet. */
function newAddress(): string {
  made += 1
  return server.address(`Studie ${made}`)
}

async function refusal(work: Promise<unknown>): Promise<readonly string[]> {
  try {
    await work
    return []
  } catch (error) {
    if (error instanceof StudyError) return error.problems.map(({ code }) => code)
    throw error
  }
}

async function inSchema(address: string, statements: string): Promise<void> {
  const client = new Client({ connectionString: address })
  await client.connect()
  try {
    const study = new URL(address).searchParams.get('study')
    await client.query(`set search_path to "codeerbank_${study}"; ${statements}`)
  } finally {
    await client.end()
  }
}

describe.skipIf(postgresPrograms === null)('a study on PostgreSQL', () => {
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server.remove())

  it('begins empty, and is the same when it is opened again', async () => {
    const address = newAddress()
    const head = await using(openStudy(address, { create: true }), async store => {
      expect(store.study).toEqual(emptyStudy)
      await store.apply(setUp)
      expect(store.study).toEqual(replay(setUp))
      return store.head
    })
    await using(openStudy(address), store => {
      expect(store.study).toEqual(replay(setUp))
      expect(store.head).toEqual(head)
    })
    expect(await verifyStudy(address)).toEqual({ head, problems: [] })
  })

  it('has the same history as a file in which the same was done', async () => {
    const work = async (store: StudyStore) => {
      await store.apply(setUp)
      await store.apply([coding('k1')])
      await store.undo()
      await store.redo()
      return store.head
    }
    const options = { create: true, by: 'bram', now: () => '2024-05-01T10:00:00Z' }
    const onServer = await using(openStudy(newAddress(), options), work)
    expect(await withFile(file => using(openStudy(file, options), work))).toEqual(onServer)
  })

  it('answers for kinds, people, codes, times and batches of its history', async () => {
    let time = '2024-05-01T10:00:00.000Z'
    await using(openStudy(newAddress(), { create: true, by: 'bram', now: () => time }), async store => {
      await store.apply([...setUp, coding('k1'), coding('s1', 'slaap')])
      time = '2024-05-02T12:00:00+02:00'
      await store.apply([{ at, by: 'carl', id: 'w1', kind: 'withdraw-coding', coding: 'k1' }])
      time = '2024-05-03T10:00:00.000Z'
      await store.undo()
      const found = async (query: HistoryQuery) => (await store.history(query)).map(({ seq }) => seq)
      expect(await found({ kind: 'code-segment' })).toEqual([8, 9])
      expect(await found({ by: 'bram' })).toEqual([11])
      expect(await found({ by: 'a\0b' })).toEqual([])
      expect(await found({ code: 'kat' })).toEqual([5, 8, 10])
      expect(await found({ code: 'k%' })).toEqual([])
      expect(await found({ from: '2024-05-02', until: '2024-05-02' })).toEqual([10])
      expect(await found({ from: '2024-05-02T10:00:00Z' })).toEqual([10, 11])
      expect(await found({ batch: 10 })).toEqual([10])
      expect((await store.asOf('2024-05-02')).codings.map(({ id }) => id)).toEqual(['s1'])
      expect((await store.asOf('2024-05-01')).codings.map(({ id }) => id)).toEqual(['k1', 's1'])
    })
  })

  it('keeps nothing of a batch in which a change does not fit, and takes a change once', async () => {
    await using(openStudy(newAddress(), { create: true }), async store => {
      await store.apply(setUp)
      const before = store.head
      expect(await refusal(store.apply([coding('k1'), coding('k2', 'vis')]))).toEqual(['unknown-code'])
      expect(await refusal(store.apply([setUp[0]!]))).toEqual(['store-behind'])
      expect([store.head, store.study.codings]).toEqual([before, []])
      await store.apply([coding('k1')])
      expect(store.study.codings).toHaveLength(1)
    })
  })

  it('agrees with a plain list of studies, for any commands, with reopening among them', async () => {
    const command = fc.constantFrom('apply', 'apply', 'undo', 'redo', 'reopen', 'snapshot')
    await fc.assert(
      fc.asyncProperty(fc.array(command, { maxLength: 15 }), async commands => {
        const address = newAddress()
        let store = await openStudy(address, { create: true })
        try {
          await store.apply(setUp)
          const past = [emptyStudy, store.study]
          let future: (typeof past)[number][] = []
          for (const [i, each] of commands.entries()) {
            if (each === 'apply') {
              await store.apply([retitle(`r${i}`, `naam ${i}`)])
              past.push(store.study)
              future = []
            } else if (each === 'undo') {
              expect(await store.undo()).toEqual(past.length === 1 ? null : past.at(-2))
              if (past.length > 1) future.push(past.pop()!)
            } else if (each === 'redo') {
              expect(await store.redo()).toEqual(future.at(-1) ?? null)
              if (future.length > 0) past.push(future.pop()!)
            } else {
              await store.close()
              store = await openStudy(address, each === 'snapshot' ? { snapshotAfter: 1 } : {})
            }
            expect(store.study).toEqual(past.at(-1))
          }
        } finally {
          await store.close()
        }
        expect((await verifyStudy(address)).problems).toEqual([])
      }),
      { numRuns: 12 },
    )
  })

  it('tells a coder of another’s codings as they are made, without being asked', async () => {
    const address = newAddress()
    await using(openStudy(address, { create: true }), async one => {
      await one.apply(setUp)
      await using(openStudy(address), async other => {
        const codings: string[][] = []
        const hears = (count: number) =>
          new Promise<void>(resolve => {
            const stop = one.subscribe(study => {
              if (study.codings.length < count) return
              codings.push(study.codings.map(({ id }) => id))
              stop()
              resolve()
            })
          })
        const stay = one.subscribe(() => {})
        // The first may be found as it begins to listen; the second is told.
        for (const [i, id] of ['k1', 'k2'].entries()) {
          const heard = hears(i + 1)
          await other.apply([coding(id)])
          await heard
        }
        stay()
        expect(codings).toEqual([['k1'], ['k1', 'k2']])
      })
    })
  })

  it('keeps back changes that were made for an older study, and gives what was missed', async () => {
    const address = newAddress()
    await using(openStudy(address, { create: true }), one =>
      using(openStudy(address), async other => {
        await one.apply(setUp)
        await other.refresh()
        const expected = other.head
        await one.apply([rename('r1', 'Poes')])
        const refused = await other.apply([rename('r2', 'Kater')], { expect: expected }).catch(error => error)
        expect(refused).toBeInstanceOf(BehindError)
        expect(refused.missing.map(({ change }: { change: { id: string } }) => change.id)).toEqual(['r1'])
        expect(other.head).toEqual(one.head)
        await other.apply([rename('r2', 'Kater')])
        await one.refresh()
        expect(one.study.codes[0]?.label.nl).toBe('Kater')
      }),
    )
  })

  it('finds words with its index as without, also after changes', async () => {
    const address = newAddress()
    const memo = { id: 'm', on: { type: 'study' as const }, text: 'Nog een kat.' }
    await using(openStudy(address, { create: true }), async store => {
      await store.apply(setUp)
      expect(await store.search('katten')).toEqual([
        { type: 'source', id: 's', spans: [{ start: 3, end: 6 }] },
      ])
      await store.apply([{ id: 'memo', at: '2024-03-01T09:00:00Z', by: 'anna', kind: 'write-memo', memo }])
      const queries = ['kat', 'nog kat', 'kat -nog', 'sla*', '"de kat"', 'hond OR slaapt', 'niets']
      await using(openStudy(address, { readOnly: true }), async plain => {
        for (const query of queries) expect(await store.search(query)).toEqual(await plain.search(query))
      })
      expect((await store.search('kat')).map(({ id }) => id)).toEqual(['s', 'm'])
      await store.undo()
      expect((await store.search('kat')).map(({ id }) => id)).toEqual(['s'])
    })
  })

  it('can be copied into a file with the same history, while someone works', async () => {
    const address = newAddress()
    await withFile(file =>
      using(openStudy(address, { create: true }), async store => {
        await store.apply(setUp)
        await store.apply([coding('k1')])
        await store.undo()
        const { head } = store
        await store.backup(file)
        await store.apply([coding('k2')])
        expect(await verifyStudy(file)).toEqual({ head, problems: [] })
        expect(await using(openStudy(file), copy => copy.redo())).toEqual(replay([...setUp, coding('k1')]))
        expect(await refusal(store.backup(file))).toEqual(['store-exists'])
      }),
    )
  })

  it('has a log that cannot be changed, and where it was all the same that is found', async () => {
    const address = newAddress()
    await using(openStudy(address, { create: true }), store => store.apply(setUp))
    for (const statement of ["update log set by = 'x'", 'delete from log', 'truncate log'])
      await expect(inSchema(address, statement)).rejects.toThrow('append-only')
    await inSchema(
      address,
      "alter table log disable trigger log_append_only; update log set body = replace(body, 'slaapt', 'waakt') where seq = 4",
    )
    expect(await refusal(openStudy(address))).toEqual(['store-damaged'])
    const { head, problems } = await verifyStudy(address)
    expect([head.seq, problems.map(({ code }) => code)]).toEqual([3, ['store-damaged']])
  })

  it('keeps studies apart, also where their names differ in little', async () => {
    const [one, other] = [server.address('A"; drop'), server.address('a')]
    expect(await refusal(openStudy(one, { create: true }))).toEqual(['store-address'])
    await using(openStudy(other, { create: true }), store => store.apply(setUp))
    expect(await refusal(openStudy(server.address('A')))).toEqual(['store-missing'])
  })

  it.each([
    ['names no study', () => server.address(''), {}, 'store-address'],
    ['has no such study', () => server.address('geen'), {}, 'store-missing'],
    [
      'has no such study, only to be read',
      () => server.address('geen'),
      { create: true, readOnly: true },
      'store-missing',
    ],
    ['has no such database', () => server.address('a').replace('/postgres?', '/niets?'), {}, 'store-missing'],
    ['has nobody who answers', () => 'postgres://anna@127.0.0.1:1/postgres?study=a', {}, 'store-unreachable'],
    ['has no such user', () => server.address('a').replace('anna:', 'piet:'), {}, 'store-refused'],
    ['cannot be read', () => 'postgres://[', {}, 'store-address'],
  ])('an address that %s is told, without its password', async (_, address, options, code) => {
    const error = await openStudy(address(), options).then(
      () => null,
      (each: unknown) => each,
    )
    expect(error).toBeInstanceOf(StudyError)
    expect((error as StudyError).problems.map(each => each.code)).toEqual([code])
    expect(String(error)).not.toContain('geheim')
  })

  it('of an older layout is brought up to date, and then takes in what was done in a copy', async () => {
    const address = newAddress()
    await using(openStudy(address, { create: true }), store => store.apply(setUp))
    // The log of layout 1 did not know of copies.
    await inSchema(
      address,
      `alter table log drop constraint log_action_check;
       alter table log add constraint log_action_check check (action in ('apply', 'undo', 'redo'));
       update layout set version = 1`,
    )
    await withFile(async copy => {
      await using(openStudy(address, { readOnly: true }), store => store.backup(copy))
      const history = await using(openStudy(copy), async store => {
        await store.apply([coding('k1')])
        return store.readHistory()
      })
      await using(openStudy(address), async store => {
        await store.apply([rename('r1', 'Poes')])
        expect(await store.merge(history)).toBe(1)
        expect([store.study.codings.length, store.study.codes[0]?.label.nl]).toEqual([1, 'Poes'])
        expect(await store.merge(history)).toBe(0)
      })
      const reopened = await using(openStudy(address), store => store.study)
      expect([reopened.codings.length, reopened.codes[0]?.label.nl]).toEqual([1, 'Poes'])
      expect((await verifyStudy(address)).problems).toEqual([])
    })
  })

  it('is not opened where a newer version wrote it, and not written to where it is only read', async () => {
    const address = newAddress()
    await using(openStudy(address, { create: true }), store => store.apply(setUp))
    await using(openStudy(address, { readOnly: true }), async store => {
      expect(await refusal(store.apply([coding('k1')]))).toEqual(['store-read-only'])
      expect(store.study).toEqual(replay(setUp))
    })
    await inSchema(address, 'update layout set version = 99')
    expect(await refusal(openStudy(address))).toEqual(['store-newer'])
  })

  it('is waited for while another writes, and no longer than was said', async () => {
    const address = newAddress()
    await using(openStudy(address, { create: true, patience: 50 }), async store => {
      await store.apply(setUp)
      const other = new Client({ connectionString: address })
      await other.connect()
      const { searchParams } = new URL(address)
      await other.query(
        `set search_path to "codeerbank_${searchParams.get('study')}"; begin; select * from head for update`,
      )
      expect(await refusal(store.apply([coding('k1')]))).toEqual(['store-locked'])
      await other.query('rollback')
      await other.end()
      await store.apply([coding('k1')])
      expect(store.study.codings).toHaveLength(1)
    })
  })
})
