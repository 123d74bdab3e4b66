import { type Change, emptyStudy, replay } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { historyFilter } from '../src/history-filter.ts'
import { type HistoryQuery, openStudy } from '../src/index.ts'
import { instantOf } from '../src/instant-of.ts'
import { at, coding, remark, rename, setUp, using, withFile } from './store-cases.ts'
import { inDatabase, refusal, withStudy } from './with-study.ts'

describe('a time', () => {
  it.each([
    ['2024-10-03T10:15:00+02:00', '2024-10-03T08:15:00.000Z'],
    ['2024-10-03T10:15Z', '2024-10-03T10:15:00.000Z'],
    ['2024-10-03T10:15:00.250Z', '2024-10-03T10:15:00.250Z'],
    ['2024-02-29T23:30:00-01:00', '2024-03-01T00:30:00.000Z'],
  ])('%s is the same at either edge', (text, meant) => {
    expect(new Date(instantOf(text, 'begin')).toISOString()).toBe(meant)
    expect(new Date(instantOf(text, 'end')).toISOString()).toBe(meant)
  })

  it('that is a date is the whole day, in UTC', () => {
    expect(new Date(instantOf('2024-10-03', 'begin')).toISOString()).toBe('2024-10-03T00:00:00.000Z')
    expect(new Date(instantOf('2024-10-03', 'end')).toISOString()).toBe('2024-10-03T23:59:59.999Z')
  })

  it.each([
    ...['', 'gisteren', '1', '2024', '2024-10', '3 Oct 2024', '2024-10-03T10:15', '2024-10-03 10:15:00Z'],
    ...['2024-13-01', '2024-02-31T00:00:00Z', '2023-02-29', '2024-10-03T25:00:00Z', '03-10-2024'],
  ])('%j is none', text => expect(() => instantOf(text, 'end')).toThrow(RangeError))
})

const base = { at: '2024-03-01T09:00:00+01:00', by: 'bram' }
/** What is done after the study was set up, and when it is appended. */
const steps: readonly (readonly [string, Change])[] = [
  ['2024-05-01T22:00:00Z', coding('k1')],
  ['2024-05-02T08:00:00Z', coding('s1', 'slaap')],
  ['2024-05-02T23:59:59Z', rename('r1', 'Kater')],
  ['2024-05-03T00:00:00Z', { ...base, id: 'w1', kind: 'withdraw-coding', coding: 'k1' }],
  ['2024-05-03T01:00:00Z', { ...base, id: 'w2', kind: 'withdraw-coding', coding: 's1' }],
  [
    '2024-05-03T02:00:00Z',
    {
      ...base,
      id: 'm1',
      kind: 'write-memo',
      memo: { id: 'm1', on: { type: 'code', id: 'kat' }, text: 'Ook poezen?' },
    },
  ],
  ['2024-05-04T00:00:00Z', remark('m2', 'Terzijde')],
  ['2024-05-05T00:00:00Z', { ...base, id: 'mc', kind: 'merge-codes', codes: ['slaap'], into: 'kat' }],
]

describe('the history of a study', () => {
  it.each<readonly [string, HistoryQuery, readonly string[]]>([
    ['a code', { code: 'kat' }, ['code-kat', 'add-k1', 'r1', 'w1', 'm1', 'mc']],
    ['another code', { code: 'slaap' }, ['code-slaap', 'add-s1', 'w2', 'mc']],
    ['a code that there never was', { code: 'hond' }, []],
    ['a code and a person', { code: 'kat', by: 'bram' }, ['w1', 'm1', 'mc']],
    ['a day', { from: '2024-05-02', until: '2024-05-02' }, ['add-s1', 'r1']],
    ['a time on', { from: '2024-05-04T02:00:00+02:00' }, ['m2', 'mc']],
    ['a kind up to a day', { kind: 'withdraw-coding', until: '2024-05-03' }, ['w1', 'w2']],
    ['what was appended together', { batch: 9 }, ['add-s1']],
    ['a kind that there is not', { kind: '%' as Change['kind'] }, []],
    ['a person that there is not', { by: 'a\0b' }, []],
  ])('answers for %s', (_, query, ids) =>
    withFile(async file => {
      let time = '2024-05-01T00:00:00Z'
      const store = await openStudy(file, { create: true, now: () => time })
      await store.apply(setUp)
      for (const [when, change] of steps) {
        time = when
        await store.apply([change])
      }
      expect((await store.history(query)).map(({ change }) => change?.id)).toEqual(ids)
      await store.close()
    }),
  )

  it('of a code has all that can be done to it and with it, and of what came of it its own', () =>
    withFile(file =>
      using(openStudy(file, { create: true }), async store => {
        const own = { at, by: 'anna' }
        const theme = (id: string) => ({
          ...{ id, label: { nl: id }, parent: null },
          ...{ level: 'theme' as const, origin: 'inductive' as const },
        })
        await store.apply([
          ...setUp,
          coding('k1'),
          coding('s1', 'slaap'),
          rename('r1', 'Kater'),
          { ...own, id: 'rd', kind: 'redefine-code', code: 'kat', definition: { nl: 'Ook poezen.' } },
          { ...own, id: 'rv', kind: 'review-coding', coding: 'k1', codeVersion: 2 },
          { ...own, id: 'rs', kind: 'review-coding', coding: 's1', codeVersion: 1 },
          { ...own, id: 'sk', kind: 'record-screening', screening: { id: 'x1', source: 's', code: 'kat' } },
          { ...own, id: 'ss', kind: 'record-screening', screening: { id: 'x2', source: 's', code: 'slaap' } },
          { ...own, id: 'wk', kind: 'withdraw-screening', screening: 'x1' },
          { ...own, id: 'ws', kind: 'withdraw-screening', screening: 'x2' },
          { ...own, id: 'mv', kind: 'move-code', code: 'kat', parent: null, before: 'slaap' },
          {
            ...{ ...own, id: 'sp', kind: 'split-code', code: 'kat', into: [theme('poes'), theme('kater')] },
            assign: [{ coding: 'k1', code: 'poes' }],
          },
          { ...own, id: 'wp', kind: 'withdraw-coding', coding: 'k1' },
          { ...own, id: 'rt', kind: 'retire-code', code: 'kater' },
          {
            ...{ ...own, id: 'mk', kind: 'write-memo' },
            memo: { id: 'mk', on: { type: 'case', id: 'oost' }, text: 'kat' },
          },
        ])
        const about = async (code: string) =>
          (await store.history({ code })).map(({ change }) => change?.id).join(' ')
        expect(await about('kat')).toBe('code-kat add-k1 r1 rd rv sk wk mv sp wp')
        expect(await about('slaap')).toBe('code-slaap add-s1 rs ss ws')
        expect(await about('poes')).toBe('sp wp')
        expect(await about('kater')).toBe('sp rt')
      }),
    ))

  it('is told as it was at the end of a day, and refuses what is no time', () =>
    withFile(async file => {
      let time = '2024-05-01T23:59:59.999Z'
      const store = await openStudy(file, { create: true, now: () => time })
      await store.apply(setUp)
      time = '2024-05-02T00:00:00Z'
      await store.apply([coding('k1')])
      expect(await store.asOf('2024-05-01')).toEqual(replay(setUp))
      expect(await store.asOf('2024-05-02')).toEqual(replay([...setUp, coding('k1')]))
      for (const wrong of ['2024-05-02T10:00', '1'])
        await expect(store.asOf(wrong)).rejects.toThrow(RangeError)
      await expect(store.history({ from: 'gisteren' })).rejects.toThrow(RangeError)
      await expect(store.history({ until: '2024-02-30' })).rejects.toThrow(RangeError)
      await store.close()
    }))

  it('answers as the whole log does that is picked through, whatever is asked', () =>
    withFile(async file => {
      const times = [
        ...['2024-05-02T10:00:00.000Z', '2024-05-02T12:00:00+02:00', '2024-05-02T09:59:59.9995Z'],
        ...['2024-05-01T23:59:59.999-01:00', '2024-05-03T00:00:00.000Z', '0001-01-01T00:00:00.000Z'],
      ]
      const odd = ['%', 'a_b', 'wat!', '"kind":"rename-code"', '\\']
      let turn = 0
      const now = () => times[turn++ % times.length]!
      await using(openStudy(file, { create: true, now, by: 'bram' }), async store => {
        await store.apply(setUp)
        for (const id of odd)
          await store.apply([
            {
              ...{ id: `code-${id}`, at, by: id, kind: 'add-code' },
              code: { id, label: { nl: id }, parent: null, level: 'theme', origin: 'inductive' },
            },
            coding(`op ${id}`, id),
          ])
        await store.apply([{ ...base, id: 'w', kind: 'withdraw-coding', coding: 'op a_b' }])
        await store.undo()
        await store.apply([remark('m', 'Over "kat" en %')])
        const all = await store.history()
        const one = <T>(...values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined })
        const query = fc.record({
          kind: one<Change['kind']>('add-code', 'code-segment', 'withdraw-coding', 'rename-code'),
          by: one('anna', 'bram', ...odd),
          code: one('kat', 'axb', ...odd),
          from: one('2024-05-02', '0000-01-01', '9999-12-31', ...times.slice(0, 5)),
          until: one('2024-05-02', '0000-01-01', '9999-12-31T23:59:59-01:00', ...times.slice(0, 5)),
          batch: one(1, 8, 18),
        })
        await fc.assert(
          fc.asyncProperty(query, async asked => {
            const given: HistoryQuery = JSON.parse(JSON.stringify(asked))
            expect(await store.history(given)).toEqual(historyFilter(given)(all))
          }),
          { numRuns: 300 },
        )
      })
    }))

  it('answers with all of many entries, which are read some at a time', () =>
    withFile(file =>
      using(openStudy(file, { create: true }), async store => {
        await store.apply([...setUp, ...Array.from({ length: 5_001 }, (_, i) => remark(`m${i + 1}`, 'Een'))])
        const found = await store.history({ kind: 'write-memo' })
        expect([found.length, found[0]?.change?.id, found.at(-1)?.change?.id]).toEqual([5_001, 'm1', 'm5001'])
      }),
    ))

  it('that is picked through is checked against its hashes', () =>
    withStudy(file =>
      using(openStudy(file), async store => {
        inDatabase(
          file,
          `drop trigger log_append_only_update;
           update log set body = replace(body, '"code":"kat"', '"code":"slaap"') where seq = 8`,
        )
        expect(await refusal(() => store.history({ kind: 'code-segment' }))).toEqual(['store-damaged'])
      }),
    ))

  it('gives the study after the last entry by a time, also where the clock was set back', () =>
    withFile(async file => {
      let time = '2024-05-02T00:00:00Z'
      await using(openStudy(file, { create: true, now: () => time }), async store => {
        await store.apply(setUp)
        time = '2024-05-01T00:00:00Z'
        await store.apply([coding('k1')])
        time = '2024-05-03T00:00:00Z'
        await store.undo()
        expect(await store.asOf('2024-05-01')).toEqual(replay([...setUp, coding('k1')]))
        expect(await store.asOf('2024-04-30')).toEqual(emptyStudy)
        expect(await store.asOf('2024-05-03')).toEqual(replay(setUp))
        expect(await store.asOf(new Date('2024-05-02T23:59:59Z'))).toEqual(replay([...setUp, coding('k1')]))
        await expect(store.asOf(new Date('toen'))).rejects.toThrow(RangeError)
      })
    }))

  it('takes no time of appending that is none', () =>
    withFile(async file => {
      let time = '2024-05-02T00:00:00Z'
      await using(openStudy(file, { create: true, now: () => time }), async store => {
        await store.apply(setUp)
        for (time of ['gisteren', '2024-02-31T00:00:00Z', '2024-05-02T10:00'])
          await expect(store.apply([coding('k1')])).rejects.toThrow(RangeError)
        expect(store.head.seq).toBe(7)
        expect(store.study.codings).toEqual([])
      })
    }))
})
