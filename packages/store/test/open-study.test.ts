import { readFileSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { emptyStudy, replay, StudyError } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openStudy, type StudyStore, verifyStudy } from '../src/index.ts'
import { coding, rename, retitle, setUp, withFile } from './store-cases.ts'

/** The codes of the problems that an action is refused with. */
async function refusal(action: () => Promise<unknown>): Promise<readonly string[]> {
  try {
    await action()
  } catch (error) {
    if (error instanceof StudyError) return error.problems.map(({ code }) => code)
    throw error
  }
  return []
}

async function using(opening: Promise<StudyStore>, use: (store: StudyStore) => unknown): Promise<void> {
  const store = await opening
  try {
    await use(store)
  } finally {
    await await store.close()
  }
}

describe('a study in a file', () => {
  it('begins empty, and is the same when it is opened again', () =>
    withFile(async file => {
      await using(openStudy(file, { create: true }), async store => {
        expect(store.study).toEqual(emptyStudy)
        await store.apply(setUp)
        expect(store.study).toEqual(replay(setUp))
      })
      await using(openStudy(file), async store => {
        expect(store.study).toEqual(replay(setUp))
        expect(store.head.seq).toBe(7)
      })
    }))

  it('keeps nothing of a batch in which a change does not fit, or has no right shape', () =>
    withFile(async file =>
      using(openStudy(file, { create: true }), async store => {
        await store.apply(setUp)
        const before = store.head
        expect(await refusal(() => store.apply([coding('k1'), coding('k2', 'vis')]))).toEqual([
          'unknown-code',
        ])
        expect(await refusal(() => store.apply([{ id: 'x' } as never]))).not.toEqual([])
        expect(store.head).toEqual(before)
        expect(store.study.codings).toEqual([])
        expect(await store.history()).toHaveLength(7)
      }),
    ))

  it('takes a change once', () =>
    withFile(async file =>
      using(openStudy(file, { create: true }), async store => {
        await store.apply(setUp)
        expect(await refusal(() => store.apply([setUp[0]!]))).toEqual(['store-behind'])
        expect(await refusal(() => store.apply([coding('k1'), coding('k1')]))).toEqual(['store-behind'])
        expect(await store.apply([])).toEqual(store.head)
      }),
    ))

  it('tells listeners of every change until they stop listening', () =>
    withFile(async file =>
      using(openStudy(file, { create: true }), async store => {
        const heard: number[] = []
        const stop = store.subscribe(study => heard.push(study.codings.length))
        await store.apply(setUp)
        await store.apply([coding('k1')])
        await store.undo()
        stop()
        await store.redo()
        expect(heard).toEqual([0, 1, 0])
      }),
    ))

  it('says on opening how far it is', () =>
    withFile(async file => {
      await using(openStudy(file, { create: true }), store => store.apply(setUp))
      const told: string[] = []
      await using(openStudy(file, { onProgress: (read, total) => told.push(`${read}/${total}`) }), () => {})
      expect(told).toEqual(['7/7'])
    }))
})

describe('undoing', () => {
  it('goes back batch by batch, forward again, and not over a new change', () =>
    withFile(async file => {
      await using(openStudy(file, { create: true }), async store => {
        await store.apply(setUp)
        await store.apply([coding('k1'), coding('k2', 'slaap')])
        await store.apply([rename('r1', 'Poes')])
        const names = () => [store.study.codes[0]?.label.nl, store.study.codings.length]
        await store.undo()
        expect(names()).toEqual(['kat', 2])
        await store.undo()
        expect(names()).toEqual(['kat', 0])
        await store.redo()
        expect(names()).toEqual(['kat', 2])
        await store.apply([rename('r2', 'Kater')])
        expect(await store.redo()).toBeNull()
        expect(names()).toEqual(['Kater', 2])
      })
      await using(openStudy(file), async store => {
        expect(store.study.codes[0]?.label.nl).toBe('Kater')
        expect(
          (await store.history())
            .map(({ action, target }) => (target === undefined ? action : `${action} ${target}`))
            .slice(7),
        ).toEqual(['apply', 'apply', 'apply', 'undo 10', 'undo 8', 'redo 8', 'apply'])
      })
    }))

  it('of nothing is nothing', () =>
    withFile(async file =>
      using(openStudy(file, { create: true }), async store => {
        expect([await store.undo(), await store.redo(), store.head.seq]).toEqual([null, null, 0])
      }),
    ))

  it('and all else agrees with a plain list of studies, for any commands, with reopening among them', async () => {
    const command = fc.constantFrom('apply', 'apply', 'undo', 'redo', 'reopen')
    await fc.assert(
      fc.asyncProperty(fc.array(command, { maxLength: 25 }), commands =>
        withFile(async file => {
          let store = await openStudy(file, { create: true })
          try {
            await store.apply(setUp)
            let past = [replay([]), replay(setUp)]
            let future: typeof past = []
            for (const [i, each] of commands.entries()) {
              if (each === 'apply') {
                await store.apply([retitle(`r${i}`, `naam ${i}`)])
                past = [...past, store.study]
                future = []
              } else if (each === 'undo') {
                const result = await store.undo()
                if (past.length === 1) expect(result).toBeNull()
                else future = [...future, past.pop()!]
              } else if (each === 'redo') {
                const result = await store.redo()
                if (future.length === 0) expect(result).toBeNull()
                else past = [...past, future.pop()!]
              } else {
                await store.close()
                store = await openStudy(file)
              }
              expect(store.study).toEqual(past.at(-1))
            }
          } finally {
            await store.close()
          }
          expect((await verifyStudy(file)).problems).toEqual([])
        }),
      ),
      { numRuns: 25 },
    )
  })
})

describe('the history', () => {
  const clock = () => {
    let minute = 0
    return () => `2024-05-01T10:${String(minute++).padStart(2, '0')}:00Z`
  }

  it('says what was done, by whom and when, and can be searched', () =>
    withFile(async file =>
      using(openStudy(file, { create: true, now: clock(), by: 'bram' }), async store => {
        await store.apply(setUp)
        await store.apply([coding('k1')])
        await store.undo()
        expect(
          (await store.history({ kind: 'code-segment' })).map(({ by, recorded }) => [by, recorded]),
        ).toEqual([['anna', '2024-05-01T10:01:00Z']])
        expect((await store.history({ by: 'bram' })).map(({ action, target }) => [action, target])).toEqual([
          ['undo', 8],
        ])
        expect(
          await store.history({ from: '2024-05-01T10:01:00Z', until: '2024-05-01T10:01:30Z' }),
        ).toHaveLength(1)
      }),
    ))

  it('gives the study as it stood at a time', () =>
    withFile(async file =>
      using(openStudy(file, { create: true, now: clock() }), async store => {
        await store.apply(setUp)
        await store.apply([coding('k1')])
        await store.undo()
        expect(await store.asOf('2024-05-01T09:59:00Z')).toEqual(emptyStudy)
        expect((await store.asOf('2024-05-01T12:01:00+02:00')).codings).toHaveLength(1)
        expect((await store.asOf('2024-05-01T10:02:00Z')).codings).toEqual([])
        await expect(store.asOf('gisteren')).rejects.toThrow(RangeError)
      }),
    ))

  it('cannot be changed, not even by hand', () =>
    withFile(async file => {
      await using(openStudy(file, { create: true }), store => store.apply(setUp))
      const database = new DatabaseSync(file)
      expect(() => database.exec("update log set by = 'x'")).toThrow('append-only')
      expect(() => database.exec('delete from log')).toThrow('append-only')
      database.close()
    }))
})

describe('a history that was changed all the same', () => {
  const tamper = (statements: string) =>
    withFile(async file => {
      await using(openStudy(file, { create: true }), store => store.apply(setUp))
      const database = new DatabaseSync(file)
      database.exec(`drop trigger log_append_only_update; drop trigger log_append_only_delete; ${statements}`)
      database.close()
      const { head, problems } = await verifyStudy(file)
      return {
        opened: await refusal(() => using(openStudy(file), () => {})),
        sound: head.seq,
        found: problems.map(({ code }) => code),
      }
    })

  it.each([
    ['a change', "update log set body = replace(body, 'slaapt', 'waakt') where seq = 4", 3],
    ['who made it', "update log set by = 'x' where seq = 2", 1],
    ['when', "update log set recorded = '2020-01-01T00:00:00Z' where seq = 7", 6],
    ['a missing entry', 'delete from log where seq = 5', 4],
    ['an entry out of its place', 'update log set seq = 99 where seq = 6', 5],
  ])(
    'in %s is found on opening and by verifying, with what is sound before it',
    async (_, statement, sound) => {
      const found = await tamper(statement)
      expect(found.opened).toEqual(['store-damaged'])
      expect(found.found).toContain('store-damaged')
      expect(found.sound).toBe(sound)
    },
  )
})

describe('two writers of one file', () => {
  it('take in what the other wrote before they write, so that nothing is lost', () =>
    withFile(async file =>
      using(
        openStudy(file, { create: true }),
        async one =>
          await using(openStudy(file), async other => {
            await one.apply(setUp)
            await other.apply([coding('k1')])
            await one.apply([coding('k2', 'slaap')])
            expect(one.study.codings.map(({ id }) => id)).toEqual(['k1', 'k2'])
            expect(other.study.codings.map(({ id }) => id)).toEqual(['k1'])
            const heard: number[] = []
            other.subscribe(study => heard.push(study.codings.length))
            expect([await other.refresh(), await other.refresh()]).toEqual([true, false])
            expect(heard).toEqual([2])
            expect(other.head).toEqual(one.head)
          }),
      ),
    ))

  it('are told that what they write no longer fits, with what the other did', () =>
    withFile(async file =>
      using(
        openStudy(file, { create: true }),
        async one =>
          await using(openStudy(file), async other => {
            await one.apply(setUp)
            await other.refresh()
            await one.apply([
              { id: 'gone', at: '2024-03-01T09:00:00Z', by: 'anna', kind: 'retire-code', code: 'kat' },
            ])
            expect(await refusal(() => other.apply([coding('k1')]))).toEqual(['store-behind'])
            expect(other.head).toEqual(one.head)
          }),
      ),
    ))

  it('wait for each other, and say so when that takes too long', () =>
    withFile(async file => {
      const blocker = await openStudy(file, { create: true })
      await blocker.apply(setUp)
      const database = new DatabaseSync(file)
      database.exec('begin immediate')
      const store = await openStudy(file, { patience: 10 })
      expect(await refusal(() => store.apply([coding('k1')]))).toEqual(['store-locked'])
      database.exec('rollback')
      await store.apply([coding('k1')])
      expect(store.study.codings).toHaveLength(1)
      database.close()
      await store.close()
      await blocker.close()
    }))
})

describe('a file that is none of ours', () => {
  it.each([
    ['that is not there', () => {}, 'store-missing'],
    [
      'of text',
      (file: string) => writeFileSync(file, 'Dit is een brief, en geen studie. '.repeat(40)),
      'store-not-a-study',
    ],
    [
      'of another program’s database',
      (file: string) => {
        const database = new DatabaseSync(file)
        database.exec('create table x (y)')
        database.close()
      },
      'store-not-a-study',
    ],
    [
      'of a newer version',
      async (file: string) => {
        await using(openStudy(file, { create: true }), () => {})
        const database = new DatabaseSync(file)
        database.exec('pragma user_version = 99')
        database.close()
      },
      'store-newer',
    ],
  ])('%s is told, and nothing is changed', (_, make, code) =>
    withFile(async file => {
      await make(file)
      const before = code === 'store-missing' ? undefined : readFileSync(file)
      expect(await refusal(() => openStudy(file))).toEqual([code])
      if (before !== undefined) expect(readFileSync(file).equals(before)).toBe(true)
    }),
  )

  it('can be read without being written to', () =>
    withFile(async file => {
      await using(openStudy(file, { create: true }), store => store.apply(setUp))
      await using(openStudy(file, { readOnly: true }), async store => {
        expect(store.study).toEqual(replay(setUp))
        expect(await refusal(() => store.apply([coding('k1')]))).toEqual(['store-read-only'])
      })
    }))
})

describe('a backup', () => {
  it('is a copy with the same history, made while someone works, and never over another file', () =>
    withFile(
      async (file, folder) =>
        await using(openStudy(file, { create: true }), async store => {
          await store.apply(setUp)
          const copy = `${folder}/kopie.codeerbank`
          await store.backup(copy)
          await store.apply([coding('k1')])
          expect(await verifyStudy(copy)).toMatchObject({ problems: [], head: { seq: 7 } })
          await using(openStudy(copy), other => expect(other.study).toEqual(replay(setUp)))
          await expect(store.backup(copy)).rejects.toThrow()
        }),
    ))
})
