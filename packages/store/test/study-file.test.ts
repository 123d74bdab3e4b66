import { spawnSync } from 'node:child_process'
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
import { fileURLToPath } from 'node:url'
import { replay } from '@codeerbank/core'
import { describe, expect, it, vi } from 'vitest'
import { copyStudy, openStudy, verifyStudy } from '../src/index.ts'
import { madeWhole } from '../src/made-whole.ts'
import { startWriter } from './start-writer.ts'
import { coding, remark, setUp, using, withFile } from './store-cases.ts'
import { inDatabase, refusal, withStudy } from './with-study.ts'

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

  it('is not suspected of it where two ended their work at once', () =>
    withStudy(async file => {
      const store = await openStudy(file)
      await store.apply([remark('a', 'Bewaard')])
      const other = new DatabaseSync(file)
      other.prepare('select seq from head').get()
      const { close } = DatabaseSync.prototype
      // The other one ends when this one has seen that it is still at work.
      const closing = vi.spyOn(DatabaseSync.prototype, 'close').mockImplementationOnce(function (
        this: DatabaseSync,
      ) {
        close.call(other)
        close.call(this)
      })
      await store.close()
      closing.mockRestore()
      expect((await verifyStudy(file)).problems).toEqual([])
      await using(openStudy(file), ({ problems, study }) =>
        expect([problems, study.memos.map(({ id }) => id)]).toEqual([[], ['a']]),
      )
    }))

  it.skipIf(process.platform === 'win32')(
    'is not suspected of it where a disk failed as work in it began',
    () =>
      withStudy(async file => {
        const opener = fileURLToPath(new URL('migrator.ts', import.meta.url))
        // No file may have more than 20 KiB from here on, which is what SQLite sees as a disk that fails.
        const command = `ulimit -f 20; exec '${process.execPath}' '${opener}' '${file}'`
        const { stdout, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' })
        expect([stdout, stderr.includes('store-io')]).toEqual(['begun\n', true])
        expect((await verifyStudy(file)).problems).toEqual([])
      }),
  )

  it('is not suspected of it where a program ended without closing it', () =>
    withStudy(async file => {
      const forgetful = `import { openStudy } from ${JSON.stringify(new URL('../src/index.ts', import.meta.url).href)}
        const store = await openStudy(process.argv[1])
        await store.apply([${JSON.stringify(remark('a', 'Bewaard'))}])`
      for (const [i, end] of ['', 'process.exit(0)'].entries()) {
        const script = `${forgetful.replaceAll('"a"', `"a${i}"`)}\n${end}`
        spawnSync(process.execPath, ['--input-type=module', '-e', script, file], { stdio: 'inherit' })
        const { problems, head } = await verifyStudy(file)
        expect([problems, head.seq]).toEqual([[], 9 + i])
      }
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

  it('of no characters, and the address of a file, are told as that', async () => {
    for (const create of [false, true])
      expect(await refusal(() => openStudy('', { create }))).toEqual(['store-missing'])
    expect(await refusal(() => openStudy('file:///tmp/x.codeerbank'))).toEqual(['store-address'])
  })

  it('may be long, and is refused with the reason where it is too long for SQLite', () =>
    withFile(async (_, folder) => {
      const within = (length: number) => {
        const path = join(folder, 'm'.repeat(150), 'n'.repeat(150), 'o'.repeat(length - folder.length - 305))
        mkdirSync(path, { recursive: true })
        return join(path, 'x')
      }
      const fits = within(490)
      expect(fits).toHaveLength(490)
      await using(openStudy(fits, { create: true }), store => store.apply(setUp))
      const refused = await openStudy(within(560), { create: true }).catch(error => error)
      expect(refused.problems[0].message).toContain('490 bytes')
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

describe('a store', () => {
  it('takes turns with another one of the same process', () =>
    withStudy(async file =>
      using(openStudy(file, { patience: 50 }), one =>
        using(openStudy(file, { patience: 50 }), async other => {
          await Promise.all([
            one.apply([remark('a', 'Een'), remark('b', 'Twee')]),
            other.apply([remark('c', 'Drie')]),
            one.search('drie'),
            other.search('een'),
          ])
          const left = await Promise.all([one.undo(), other.undo(), one.redo()])
          expect(left.map(study => study?.memos.map(({ id }) => id))).toEqual([['a', 'b'], [], ['a', 'b']])
          await other.refresh()
          expect(other.head).toEqual(one.head)
        }),
      ),
    ))

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
