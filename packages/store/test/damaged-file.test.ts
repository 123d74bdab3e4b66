import { DatabaseSync } from 'node:sqlite'
import { replay } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { openStudy, verifyStudy } from '../src/index.ts'
import { hashEntry } from '../src/log-entry.ts'
import type { LogHead } from '../src/read-log.ts'
import { at, coding, remark, setUp, using, withFile } from './store-cases.ts'
import { inDatabase, refusal, withStudy } from './with-study.ts'

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

  it('is made again where a version made it that read words otherwise, though nothing was changed since', () =>
    withStudy(async file => {
      inDatabase(
        file,
        `delete from search_index where rowid in (select doc from search_document);
         insert into search_index (rowid, lexemes) select doc, 'sanders' from search_document;
         update search_document set hash = 'of an older version';
         update search_state set state = (select hash from head)`,
      )
      await using(openStudy(file), async store => expect(await store.search('kat')).toHaveLength(1))
    }))

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

describe('a history that was written anew, with hashes that fit', () => {
  /** A file of another past, with as many changes. */
  const forged = (folder: string) =>
    using(openStudy(`${folder}/anew.codeerbank`, { create: true }), async store => {
      const [first, ...others] = setUp
      await store.apply([{ ...first!, by: 'bram' }, ...others, coding('k1')])
      return store.location
    })

  it('is sound in itself, and found out by a hash that was written down before', () =>
    withStudy(async (file, folder) => {
      const { head } = await verifyStudy(file)
      const other = await forged(folder)
      expect((await verifyStudy(other)).problems).toEqual([])
      expect((await verifyStudy(other, { has: head.hash })).problems.map(({ code }) => code)).toEqual([
        'store-other-history',
      ])
    }))

  it('is not what a study that went on since is taken for', () =>
    withStudy(async file => {
      const { head } = await verifyStudy(file)
      await using(openStudy(file), store => store.apply([coding('k2')]))
      expect((await verifyStudy(file, { has: head.hash })).problems).toEqual([])
      expect((await verifyStudy(file, { has: '0'.repeat(64) })).problems).toEqual([])
    }))
})

describe('an entry that somebody made, with a hash that fits', () => {
  /** Puts one more at the end of a history, and gives its hash. */
  const append = (file: string, { seq, hash: before }: LogHead, change: object) => {
    const body = JSON.stringify(change)
    const entry = { seq, batch: seq, action: 'apply' as const, body, by: 'anna', recorded: at }
    const hash = hashEntry(before, entry)
    inDatabase(
      file,
      `insert into log select ${seq}, ${seq}, 'apply', '${body}', 'x', 'k', 'anna', '${at}', '${hash}', study from head;
       update head set seq = ${seq}, hash = '${hash}'`,
    )
    return hash
  }

  it('is told of by verifying where it does not fit, such as a segment that has other words than its text', () =>
    withStudy(async file => {
      const { head } = await verifyStudy(file)
      const segment = { id: 'f', source: 's', start: 10, end: 16, quote: 'waakte', prefix: '', suffix: '' }
      const change = { id: 'x', at, by: 'anna', kind: 'add-segment', segment }
      const hash = append(file, { seq: 9, hash: head.hash }, change)
      const verified = await verifyStudy(file)
      expect(verified.head).toEqual({ seq: 9, hash })
      expect(verified.problems).toMatchObject([{ code: 'quote-differs', severity: 'error', place: { file } }])
    }))

  it('is damage where it is no change', () =>
    withFile(async file => {
      await using(openStudy(file, { create: true }), () => {})
      append(file, { seq: 1, hash: '0'.repeat(64) }, { id: 'x', at, by: 'anna', kind: 'add-coder' })
      expect(await refusal(() => openStudy(file))).toEqual(['store-damaged'])
    }))
})

describe('a history that is sound up to a fault', () => {
  it('is not taken for another one because of a hash that may stand behind the fault', () =>
    withStudy(async file => {
      const { head } = await verifyStudy(file)
      inDatabase(
        file,
        "drop trigger log_append_only_update; update log set recorded = '2020-01-01T00:00:00Z' where seq = 3",
      )
      const { problems } = await verifyStudy(file, { has: head.hash })
      expect(problems.map(({ code }) => code)).toEqual(['store-damaged', 'store-damaged'])
      expect(problems[1]!.message).toContain(`Whether it had the entry with the hash ${head.hash}`)
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
    [
      'in what was done, to what there is not',
      `${free} pragma ignore_check_constraints = on; update log set action = 'guess' where seq = 3`,
      2,
    ],
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
