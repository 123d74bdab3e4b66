import { copyFileSync, readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { replay } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { BehindError, openStudy, verifyStudy } from '../src/index.ts'
import { coding, remark, rename, retitle, setUp, using, withFile } from './store-cases.ts'

const keepAlways = { create: true, snapshotAfter: 1 }

/** Makes a study that has a snapshot, and gives how the file was after each closing. */
function withSnapshot<T>(use: (file: string) => Promise<T>): Promise<T> {
  return withFile(async file => {
    await using(openStudy(file, keepAlways), async store => {
      await store.apply(setUp)
      await store.apply([coding('k1')])
      await store.apply([retitle('t1', 'Eerste')])
    })
    return use(file)
  })
}

function inDatabase<T>(file: string, work: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(file)
  try {
    return work(database)
  } finally {
    database.close()
  }
}

const all = [...setUp, coding('k1'), retitle('t1', 'Eerste')]

describe('a snapshot', () => {
  it('is left on closing after enough changes, and makes the same study', () =>
    withSnapshot(async file => {
      expect(inDatabase(file, database => database.prepare('select seq from snapshot').all())).toEqual([
        { seq: 9 },
      ])
      expect(await using(openStudy(file), store => store.study)).toEqual(replay(all))
      expect((await verifyStudy(file)).problems).toEqual([])
    }))

  it('is not left before', () =>
    withFile(async file => {
      await using(openStudy(file, { create: true }), store => store.apply(setUp))
      expect(inDatabase(file, database => database.prepare('select * from snapshot').all())).toEqual([])
    }))

  it('is left after as many entries as were asked for, also by who only opens and closes', () =>
    withFile(async file => {
      const kept = () => inDatabase(file, database => database.prepare('select seq from snapshot').all())
      await using(openStudy(file, { create: true, snapshotAfter: 8 }), store => store.apply(setUp))
      await using(openStudy(file, { snapshotAfter: 8 }), () => {})
      expect(kept()).toEqual([])
      await using(openStudy(file, { snapshotAfter: 7 }), () => {})
      expect(kept()).toEqual([{ seq: 7 }])
    }))

  it('stays as it is where what is undone came after it', () =>
    withSnapshot(async file => {
      await using(openStudy(file, { snapshotAfter: 3 }), async store => {
        await store.apply([coding('k2', 'slaap')])
        await store.undo()
      })
      expect(inDatabase(file, database => database.prepare('select seq from snapshot').all())).toEqual([
        { seq: 9 },
      ])
    }))

  it('and what came after it make the study', () =>
    withSnapshot(async file => {
      await using(openStudy(file), store => store.apply([coding('k2', 'slaap')]))
      expect(await using(openStudy(file), store => store.study)).toEqual(
        replay([...all, coding('k2', 'slaap')]),
      )
    }))

  it('does not stand in the way of undoing what came before it, and of doing it again', () =>
    withSnapshot(async file => {
      await using(openStudy(file), async store => {
        await store.undo()
        await store.undo()
      })
      expect(await using(openStudy(file), store => store.study)).toEqual(replay(setUp))
      expect(await using(openStudy(file, keepAlways), store => store.redo())).toEqual(
        replay([...setUp, coding('k1')]),
      )
      expect(await using(openStudy(file), store => store.study)).toEqual(replay([...setUp, coding('k1')]))
      expect((await verifyStudy(file)).problems).toEqual([])
    }))

  it('lies before what was done last in a long history, so that undoing that needs no more than it', () =>
    withFile(async file => {
      const long = Array.from({ length: 12_000 }, (_, i) => remark(`m${i}`, 'Veel'))
      await using(openStudy(file, keepAlways), async store => {
        await store.apply([...setUp, ...long])
        for (let i = 0; i < 20; i++) await store.apply([coding(`k${i}`)])
      })
      expect(inDatabase(file, database => database.prepare('select seq from snapshot').all())).toEqual([
        { seq: 12_007 },
      ])
      await using(openStudy(file, keepAlways), async store => {
        expect(store.study.codings).toHaveLength(20)
        for (let left = 19; left >= 0; left--) expect((await store.undo())?.codings).toHaveLength(left)
        expect((await store.redo())?.codings).toEqual(replay([...setUp, coding('k0')]).codings)
        expect(store.study.memos).toHaveLength(12_000)
      })
      expect((await verifyStudy(file)).problems).toEqual([])
    }))

  it('is made anew once more than what came after it was undone', () =>
    withSnapshot(async file => {
      await using(openStudy(file, keepAlways), store => store.undo())
      expect(inDatabase(file, database => database.prepare('select seq from snapshot').all())).toEqual([
        { seq: 10 },
      ])
      expect(await using(openStudy(file), store => store.study)).toEqual(replay([...setUp, coding('k1')]))
    }))

  it.each([
    ['a part was changed', "update snapshot_part set body = replace(body, 'kat', 'hond')"],
    ['a part is missing', 'delete from snapshot_part where part = 1'],
    ['it is of another history', "update snapshot set hash = 'x'"],
    ['another model made it', 'update snapshot set model = 0'],
    ['it says that it is of a later entry', 'update snapshot set seq = 99'],
  ])('is passed over where %s', (_, statement) =>
    withSnapshot(async file => {
      inDatabase(file, database => database.exec(statement))
      expect(await using(openStudy(file), store => store.study)).toEqual(replay(all))
    }),
  )

  it('that is whole and yet not what the history makes is found by verifying', () =>
    withSnapshot(async file => {
      const other = `${file}-other.codeerbank`
      await using(openStudy(other, keepAlways), store => store.apply([...setUp, retitle('t', 'Anders')]))
      inDatabase(file, database => {
        database.exec(`attach '${other}' as other;
          delete from snapshot_part; insert into snapshot_part select * from other.snapshot_part;
          update snapshot set last = (select last from other.snapshot)`)
      })
      expect((await verifyStudy(file)).problems.map(({ code }) => code)).toEqual(['store-damaged'])
    }))
})

describe.each([1, 2, 4])('a file of layout %i', layout => {
  const fixture = fileURLToPath(new URL(`fixtures/layout-${layout}.codeerbank`, import.meta.url))
  const kept = [...setUp, coding('k1'), coding('k2', 'slaap')]

  it('is brought up to date when it is opened to work in, with the same history', () =>
    withFile(async file => {
      copyFileSync(fixture, file)
      const head = await using(openStudy(file), async store => {
        expect(store.study).toEqual(replay(kept))
        const before = store.head
        await store.undo()
        expect((await store.redo())?.codings).toHaveLength(2)
        await store.apply([retitle('new', 'Nieuw')])
        return before
      })
      expect(inDatabase(file, database => database.prepare('pragma user_version').get())).toEqual({
        user_version: 7,
      })
      const { problems, head: after } = await verifyStudy(file)
      expect([problems, after.seq]).toEqual([[], head.seq + 3])
      expect(() => inDatabase(file, database => database.exec('delete from log'))).toThrow('append-only')
    }))

  it('is left as it is when it is only read', () =>
    withFile(async file => {
      copyFileSync(fixture, file)
      expect(await using(openStudy(file, { readOnly: true }), store => store.study)).toEqual(replay(kept))
      expect((await verifyStudy(file)).problems).toEqual([])
      expect(readFileSync(file).equals(readFileSync(fixture))).toBe(true)
    }))
})

describe('a file whose layout is no layout', () => {
  it('is damaged, and not taken for another', () =>
    withFile(async file => {
      await using(openStudy(file, { create: true }), store => store.apply(setUp))
      inDatabase(file, database => database.exec('pragma user_version = 3'))
      await expect(openStudy(file)).rejects.toMatchObject({ problems: [{ code: 'store-damaged' }] })
    }))
})

describe('what others write', () => {
  it('is heard of without asking', () =>
    withFile(file =>
      using(openStudy(file, { create: true }), async one => {
        await one.apply(setUp)
        await using(openStudy(file), async other => {
          const heard = new Promise<number>(resolve => {
            one.subscribe(study => resolve(study.codings.length))
          })
          await other.apply([coding('k1')])
          expect(await heard).toBe(1)
        })
      }),
    ))

  it('keeps back changes that were made for the study before it, and is told with them', () =>
    withFile(file =>
      using(openStudy(file, { create: true }), one =>
        using(openStudy(file), async other => {
          await one.apply(setUp)
          await other.refresh()
          const expected = other.head
          await one.apply([rename('r1', 'Poes')])
          const refused = await other
            .apply([rename('r2', 'Kater')], { expect: expected })
            .catch(error => error)
          expect(refused).toBeInstanceOf(BehindError)
          expect(refused.problems.map(({ code }: { code: string }) => code)).toEqual(['store-behind'])
          expect(refused.missing.map(({ change }: { change: { id: string } }) => change.id)).toEqual(['r1'])
          expect(other.study.codes[0]?.label.nl).toBe('Poes')
          await other.apply([rename('r2', 'Kater')], { expect: other.head })
          expect(other.study.codes[0]?.label.nl).toBe('Kater')
          await expect(other.apply([rename('r3', 'Kip')], { expect: { seq: 3, hash: 'x' } })).rejects.toThrow(
            RangeError,
          )
        }),
      ),
    ))

  it('keeps back changes that were made for an empty study, and refuses a head that there never was', () =>
    withFile(file =>
      using(openStudy(file, { create: true }), one =>
        using(openStudy(file), async other => {
          const empty = other.head
          expect(empty.seq).toBe(0)
          await one.apply(setUp)
          const refused = await other.apply([coding('k1')], { expect: empty }).catch(error => error)
          expect(refused).toBeInstanceOf(BehindError)
          expect(refused.missing).toHaveLength(7)
          for (const head of [
            { seq: 0, hash: 'x' },
            { seq: 0, hash: 'f'.repeat(64) },
            { seq: 6, hash: empty.hash },
            { seq: 8, hash: 'x' },
          ])
            await expect(other.apply([coding('k1')], { expect: head })).rejects.toThrow(RangeError)
          expect((await other.apply([coding('k1')], { expect: one.head })).seq).toBe(8)
        }),
      ),
    ))

  it('is undone and done again by others too', () =>
    withFile(file =>
      using(openStudy(file, { create: true }), one =>
        using(openStudy(file), async other => {
          await one.apply(setUp)
          await one.apply([coding('k1')])
          expect((await other.undo())?.codings).toEqual([])
          expect((await one.redo())?.codings).toHaveLength(1)
          expect((await other.undo())?.codings).toEqual([])
          expect(other.head.seq).toBe(11)
        }),
      ),
    ))
})

describe('calls of one store', () => {
  it('are carried out one after the other, also when nobody waits for them', () =>
    withFile(file =>
      using(openStudy(file, { create: true }), async store => {
        const heads = [store.apply(setUp), store.apply([coding('k1')])]
        const studies = [store.undo(), store.redo()]
        expect((await Promise.all(heads)).map(({ seq }) => seq)).toEqual([7, 8])
        expect((await Promise.all(studies)).map(study => study?.codings.length)).toEqual([0, 1])
      }),
    ))

  it('go on after one that was refused', () =>
    withFile(file =>
      using(openStudy(file, { create: true }), async store => {
        const wrong = store.apply([coding('k1')])
        const right = store.apply(setUp)
        await expect(wrong).rejects.toThrow('unknown-code')
        expect((await right).seq).toBe(7)
      }),
    ))

  it('are refused after it was closed; closing twice does nothing', () =>
    withFile(async file => {
      const store = await openStudy(file, { create: true })
      await store.close()
      await store.close()
      await expect(store.apply(setUp)).rejects.toThrow('closed')
    }))
})

describe('searching a study that is kept', () => {
  it('finds words in any form, and those of changes since', () =>
    withFile(file =>
      using(openStudy(file, { create: true }), async store => {
        await store.apply(setUp)
        expect(await store.search('katten')).toEqual([
          { type: 'source', id: 's', spans: [{ start: 3, end: 6 }] },
        ])
        const memo = { id: 'm', on: { type: 'study' as const }, text: 'Nog een kat.' }
        await store.apply([{ id: 'memo', at: '2024-03-01T09:00:00Z', by: 'anna', kind: 'write-memo', memo }])
        expect((await store.search('kat')).map(({ id }) => id)).toEqual(['s', 'm'])
        await store.undo()
        expect((await store.search('kat')).map(({ id }) => id)).toEqual(['s'])
      }),
    ))

  it('finds the same in a file that is only read, without an index', () =>
    withFile(async file => {
      await using(openStudy(file, { create: true }), store => store.apply(setUp))
      expect(await using(openStudy(file, { readOnly: true }), store => store.search('slaapt'))).toHaveLength(
        1,
      )
    }))

  it('finds the same with an index that others left at another state', () =>
    withFile(file =>
      using(openStudy(file, { create: true }), one =>
        using(openStudy(file), async other => {
          await one.apply(setUp)
          expect(await one.search('kat')).toHaveLength(1)
          await other.refresh()
          await other.apply([
            { id: 'gone', at: '2024-03-01T09:00:00Z', by: 'anna', kind: 'remove-source', source: 's' },
          ])
          expect(await other.search('kat')).toEqual([])
          await other.undo()
          expect(await one.search('kat')).toHaveLength(1)
        }),
      ),
    ))
})

it('a file whose history lost its end is found out', () =>
  withFile(async file => {
    await using(openStudy(file, { create: true }), store => store.apply(setUp))
    inDatabase(file, database =>
      database.exec('drop trigger log_append_only_delete; delete from log where seq = 7'),
    )
    await expect(openStudy(file)).rejects.toThrow('store-damaged')
    expect((await verifyStudy(file)).head.seq).toBe(6)
  }))
