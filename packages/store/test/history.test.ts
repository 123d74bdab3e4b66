import { type Change, replay } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { type HistoryQuery, openStudy } from '../src/index.ts'
import { instantOf } from '../src/instant-of.ts'
import { coding, remark, rename, setUp, withFile } from './store-cases.ts'

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
})
