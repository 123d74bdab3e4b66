import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { replay } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { copyStudy, openStudy, verifyStudy } from '../src/index.ts'
import { madeWhole } from '../src/made-whole.ts'
import { startWriter } from './start-writer.ts'
import { coding, remark, setUp, using, withFile } from './store-cases.ts'

/** The codes of the problems for which work is refused. */
async function refusal(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work()
    return 'done'
  } catch (error) {
    return (error as { problems?: { code: string }[] }).problems?.map(({ code }) => code) ?? error
  }
}

/** Lets `use` work with the file of a study that has a snapshot and an index for searching. */
function withStudy<T>(use: (file: string, folder: string) => T | Promise<T>): Promise<T> {
  return withFile(async (file, folder) => {
    await using(openStudy(file, { create: true, snapshotAfter: 1 }), async store => {
      await store.apply([...setUp, coding('k1')])
      await store.search('kat')
    })
    return use(file, folder)
  })
}

function inDatabase(file: string, sql: string): void {
  const database = new DatabaseSync(file)
  database.exec(sql)
  database.close()
}

describe('a file that is moved, replaced or removed while it is open', () => {
  it.each<readonly [string, (file: string) => void, (file: string) => void]>([
    ['moved', file => renameSync(file, `${file}-weg`), file => renameSync(`${file}-weg`, file)],
    [
      'replaced, as programs do that keep folders alike',
      file => {
        renameSync(file, `${file}-weg`)
        copyFileSync(`${file}-weg`, file)
      },
      file => renameSync(`${file}-weg`, file),
    ],
    [
      'without its log',
      file => renameSync(`${file}-wal`, `${file}-weg`),
      file => renameSync(`${file}-weg`, `${file}-wal`),
    ],
  ])('takes nothing more when it was %s, and lost nothing once it is put back', (_, move, putBack) =>
    withStudy(async file => {
      await using(openStudy(file), async store => {
        await store.apply([remark('a', 'Bewaard')])
        move(file)
        expect(await refusal(() => store.apply([remark('b', 'Nergens')]))).toEqual(['store-moved'])
        expect(store.study.memos.map(({ id }) => id)).toEqual(['a'])
        putBack(file)
        await store.apply([remark('c', 'Weer bewaard')])
      })
      await using(openStudy(file), ({ study }) => {
        expect(study.memos.map(({ id }) => id)).toEqual(['a', 'c'])
      })
    }),
  )

  it('keeps what was acknowledged in its log when it is closed before it is put back', () =>
    withStudy(async file => {
      const store = await openStudy(file)
      await store.apply([remark('a', 'Bewaard')])
      renameSync(file, `${file}-weg`)
      await store.close()
      renameSync(`${file}-weg`, file)
      await using(openStudy(file), ({ study }) => expect(study.memos).toHaveLength(1))
    }))

  it('can still be copied when it was removed', () =>
    withStudy(async (file, folder) => {
      await using(openStudy(file), async store => {
        await store.apply([remark('a', 'Bewaard')])
        rmSync(file)
        expect(await refusal(() => store.apply([remark('b', 'Nergens')]))).toEqual(['store-moved'])
        await store.backup(join(folder, 'gered.codeerbank'))
      })
      await using(openStudy(join(folder, 'gered.codeerbank')), ({ study }) =>
        expect(study.memos.map(({ id }) => id)).toEqual(['a']),
      )
    }))

  it('is one file by whatever link it is opened', () =>
    withStudy(async (file, folder) => {
      const link = join(folder, 'link.codeerbank')
      symlinkSync(file, link)
      await using(openStudy(file), one =>
        using(openStudy(link), async other => {
          await one.apply([remark('a', 'Een')])
          await other.apply([remark('b', 'Twee')])
          expect(other.study.memos.map(({ id }) => id)).toEqual(['a', 'b'])
        }),
      )
      expect(readdirSync(folder).sort()).toEqual(['link.codeerbank', 'proef.codeerbank'])
    }))
})

describe('a file that was copied while it was worked in, without its log', () => {
  const leftBehind = [{ code: 'store-left-behind', severity: 'warning' }]

  it('is told of by opening and by verifying', () =>
    withStudy(async (file, folder) => {
      const copy = join(folder, 'kopie.codeerbank')
      await using(openStudy(file), async store => {
        await store.apply([remark('a', 'Nog niet in het bestand zelf')])
        copyFileSync(file, copy)
      })
      expect(await verifyStudy(copy)).toMatchObject({ head: { seq: 8 }, problems: leftBehind })
      const told: unknown[] = []
      await copyStudy(copy, join(folder, 'nieuw.codeerbank'), problem => told.push(problem))
      expect(told).toMatchObject(leftBehind)
      await using(openStudy(copy), ({ problems }) => expect(problems).toMatchObject(leftBehind))
    }))

  it('is told of where its writer was killed', () =>
    withStudy(async (file, folder) => {
      await startWriter(file, { name: 'w', killAfter: 20 })
      const copy = join(folder, 'kopie.codeerbank')
      copyFileSync(file, copy)
      expect((await verifyStudy(copy)).problems).toMatchObject(leftBehind)
      // Beside its log the file is whole.
      expect((await verifyStudy(file)).problems).toEqual([])
    }))

  it('is not suspected of it while others work, nor once it was closed, nor as a backup', () =>
    withStudy(async (file, folder) => {
      await using(openStudy(file), async store => {
        await using(openStudy(file), other => expect(other.problems).toEqual([]))
        expect((await verifyStudy(file)).problems).toEqual([])
        await store.backup(join(folder, 'reserve.codeerbank'))
      })
      copyFileSync(file, join(folder, 'kopie.codeerbank'))
      for (const name of ['proef', 'reserve', 'kopie'])
        expect((await verifyStudy(join(folder, `${name}.codeerbank`))).problems).toEqual([])
      expect(readdirSync(folder).sort()).toEqual([
        'kopie.codeerbank',
        'proef.codeerbank',
        'reserve.codeerbank',
      ])
    }))
})

/** Does work without the rights of who runs the tests, where these are those of root. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return work()
  process.setegid!(65_534)
  process.seteuid!(65_534)
  try {
    return await work()
  } finally {
    process.seteuid!(0)
    process.setegid!(0)
  }
}

describe.skipIf(process.platform === 'win32')('a place where nothing can be written', () => {
  it.each([
    ['a folder', 0o555, 0o666],
    ['a file', 0o777, 0o444],
  ])('(%s) is read, and refused to who wants to write', (_, folderMode, fileMode) =>
    withStudy(async (file, folder) => {
      chmodSync(folder, folderMode)
      chmodSync(file, fileMode)
      const before = readFileSync(file)
      try {
        await asNobody(async () => {
          await using(openStudy(file, { readOnly: true }), ({ study }) =>
            expect(study).toEqual(replay([...setUp, coding('k1')])),
          )
          expect((await verifyStudy(file)).problems).toEqual([])
          expect(await refusal(() => openStudy(file))).toEqual(['store-read-only'])
        })
        expect(readFileSync(file).equals(before)).toBe(true)
        expect(readdirSync(folder)).toEqual(['proef.codeerbank'])
      } finally {
        chmodSync(folder, 0o700)
      }
    }),
  )

  it('makes no new file', () =>
    withFile(async (file, folder) => {
      chmodSync(folder, 0o555)
      try {
        await asNobody(async () =>
          expect(await refusal(() => openStudy(file, { create: true }))).toEqual(['store-read-only']),
        )
        expect(readdirSync(folder)).toEqual([])
      } finally {
        chmodSync(folder, 0o700)
      }
    }))
})

describe('a name', () => {
  it.each(['a b.codeerbank', 'één😀.codeerbank', 'wat?.codeerbank', 'a#b.codeerbank', '100%.codeerbank'])(
    'may be %s',
    name =>
      withFile(async (_, folder) => {
        await using(openStudy(join(folder, name), { create: true }), store => store.apply(setUp))
        expect(readdirSync(folder)).toEqual([name])
      }),
  )

  it('that SQLite would take for an address is that of a file all the same', () =>
    withFile(async (_, folder) => {
      const was = process.cwd()
      process.chdir(folder)
      try {
        for (const name of ['file:x.codeerbank', ':memory:']) {
          await using(openStudy(name, { create: true }), async store => {
            await store.apply(setUp)
            await store.backup(`${name}-reserve`)
          })
          expect((await verifyStudy(`${name}-reserve`)).head.seq).toBe(7)
        }
        expect(readdirSync('.').sort()).toEqual([
          ':memory:',
          ':memory:-reserve',
          'file:x.codeerbank',
          'file:x.codeerbank-reserve',
        ])
      } finally {
        process.chdir(was)
      }
    }))

  it('of a folder, or in a folder that is not there, is told as that', () =>
    withFile(async (file, folder) => {
      expect(await refusal(() => openStudy(folder))).toEqual(['store-not-a-study'])
      expect(await refusal(() => openStudy(folder, { create: true }))).toEqual(['store-not-a-study'])
      const lost = join(folder, 'nergens', 'x.codeerbank')
      expect(await refusal(() => openStudy(lost, { create: true }))).toEqual(['store-missing'])
      await using(openStudy(file, { create: true }), async store => {
        expect(await refusal(() => store.backup(lost))).toEqual(['store-missing'])
        expect(await refusal(() => store.backup(file))).toEqual(['store-exists'])
      })
      expect(await refusal(() => copyStudy(file, lost))).toEqual(['store-missing'])
      expect(readdirSync(folder)).toEqual(['proef.codeerbank'])
    }))

  it('of an empty file, as another one begins a study, is a study for who may make one', () =>
    withFile(async file => {
      writeFileSync(file, '')
      expect(await refusal(() => openStudy(file))).toEqual(['store-not-a-study'])
      expect(readFileSync(file)).toHaveLength(0)
      await using(openStudy(file, { create: true }), store => store.apply(setUp))
      expect((await verifyStudy(file)).head.seq).toBe(7)
    }))
})

describe('what is only a cache', () => {
  it.each([
    ['the snapshot', 'drop table snapshot; drop table snapshot_part'],
    ['the parts of the snapshot', 'drop table snapshot_part'],
    ['where the index stands', 'drop table search_state'],
    ['what the index has', 'drop table search_document'],
    ['the index', 'drop table search_index'],
    ['what is in the index', 'delete from search_index'],
    ['all but the name of the index', 'drop table search_index; create table search_index (lexemes)'],
  ])('is made again where %s is gone', (_, sql) =>
    withStudy(async file => {
      inDatabase(file, sql)
      const study = replay([...setUp, coding('k1')])
      await using(openStudy(file, { readOnly: true }), async store => {
        expect(store.study).toEqual(study)
        expect(await store.search('kat')).toHaveLength(1)
      })
      expect((await verifyStudy(file)).problems).toEqual([])
      for (let time = 0; time < 2; time++)
        await using(openStudy(file, { snapshotAfter: 0 }), async store => {
          expect(store.study).toEqual(study)
          expect(await store.search('kat')).toHaveLength(1)
        })
    }),
  )

  it('is asked for no more than it takes, of a phrase of many words', () =>
    withFile(file =>
      using(openStudy(file, { create: true }), async store => {
        const words = Array.from({ length: 400 }, (_, i) => `woord${i}`).join(' ')
        await store.apply([...setUp, remark('lang', `Vooraf. ${words}.`)])
        expect(await store.search(`"${words}"`)).toEqual([
          { type: 'memo', id: 'lang', spans: [{ start: 8, end: 8 + words.length }] },
        ])
        expect(await store.search(`"${words} nog"`)).toEqual([])
      }),
    ))

  it('does not keep words from being found while another one writes', () =>
    withStudy(async file => {
      await using(openStudy(file, { patience: 10 }), async store => {
        await store.apply([remark('a', 'Een hond')])
        const other = new DatabaseSync(file)
        other.exec('begin immediate')
        expect(await store.search('hond')).toHaveLength(1)
        other.close()
      })
    }))
})

describe('a history that was changed by hand', () => {
  const free = 'drop trigger log_append_only_update; drop trigger log_append_only_delete;'
  it.each([
    [
      'in what a change says',
      `${free} update log set body = replace(body, 'Proef', 'Vals') where seq = 1`,
      0,
    ],
    ['in who made a change', `${free} update log set by = 'bram' where seq = 3`, 2],
    ['in when it was appended', `${free} update log set recorded = '2020-01-01T00:00:00Z' where seq = 3`, 2],
    ['in which changes belong together', `${free} update log set batch = 5 where seq >= 5`, 4],
    ['by taking the last entry', `${free} delete from log where seq = 8`, 7],
    ['by taking one from the middle', `${free} delete from log where seq = 4`, 3],
    [
      'by swapping two entries',
      `${free} update log set seq = -1 where seq = 2; update log set seq = 2 where seq = 3; update log set seq = 3 where seq = -1`,
      1,
    ],
    [
      'by putting one more at the end',
      `insert into log select 9, 9, action, body, 'x', kind, by, recorded, hash, study from log where seq = 8`,
      8,
    ],
    ['at its head', "update head set hash = 'x'", 8],
    ['in where its head is', 'update head set seq = 7', 7],
    ['by taking its head', 'delete from head', 0],
  ])('%s is not opened, and what stands before is told', (_, sql, sound) =>
    withStudy(async file => {
      inDatabase(file, sql)
      expect(await refusal(() => openStudy(file))).toEqual(['store-damaged'])
      const { head, problems } = await verifyStudy(file)
      expect([head.seq, problems.map(({ code }) => code)]).toEqual([sound, ['store-damaged']])
    }),
  )

  it.each(['log', 'head'])('by taking away its table "%s" is damaged', table =>
    withStudy(async file => {
      inDatabase(file, `drop table ${table}`)
      expect(await refusal(() => openStudy(file))).toEqual(['store-damaged'])
      expect((await verifyStudy(file)).problems.map(({ code }) => code)).toContain('store-damaged')
    }),
  )
})

describe('a store', () => {
  it('whose file is damaged while it listens goes on, and says so when it is asked for something', () =>
    withStudy(async file => {
      const store = await openStudy(file)
      store.subscribe(() => {})
      inDatabase(file, 'pragma user_version = 7; pragma wal_checkpoint(truncate)')
      truncateSync(file, 0)
      await pause(600)
      expect(await refusal(() => store.history())).toEqual(['store-not-a-study'])
      await store.close()
    }))

  it('that is closed gives no study and takes no listener', () =>
    withStudy(async file => {
      const store = await openStudy(file)
      await store.close()
      expect(() => store.study).toThrow(TypeError)
      expect(() => store.subscribe(() => {})).toThrow(TypeError)
      expect(store.head.seq).toBe(8)
    }))

  it.each(['', '\ud800', 'a\0b'])('does not undo for somebody called %j', by =>
    withStudy(async file => {
      await expect(openStudy(file, { by })).rejects.toThrow(TypeError)
      expect((await verifyStudy(file)).problems).toEqual([])
    }),
  )
})

describe('a file that is made', () => {
  it('is there whole or not at all', () =>
    withFile(async (file, folder) => {
      const failing = madeWhole(file, async part => {
        writeFileSync(part, 'half')
        expect(existsSync(file)).toBe(false)
        throw new Error('vol')
      })
      await expect(failing).rejects.toThrow('vol')
      expect(readdirSync(folder)).toEqual([])
      await madeWhole(file, async part => writeFileSync(part, 'heel'))
      expect(readFileSync(file, 'utf8')).toBe('heel')
      mkdirSync(join(folder, 'map'))
      expect(await refusal(() => madeWhole(join(folder, 'map'), async () => {}))).toEqual(['store-exists'])
    }))
})
