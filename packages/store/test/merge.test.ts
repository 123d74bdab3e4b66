import { copyFileSync } from 'node:fs'
import { blindHistory, type Change, type Study } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { openStudy, type StudyStore, verifyStudy } from '../src/index.ts'
import { coding, rename, setUp, withFile } from './store-cases.ts'

/** Two files that began as one, each with a coder at work. */
function withCopies(
  use: (one: StudyStore, other: StudyStore, paths: readonly [string, string]) => Promise<void>,
) {
  return withFile(async (file, folder) => {
    const copy = `${folder}/kopie.codeerbank`
    const first = await openStudy(file, { create: true })
    await first.apply(setUp)
    await first.close()
    copyFileSync(file, copy)
    const [one, other] = [await openStudy(file), await openStudy(copy)]
    try {
      await use(one, other, [file, copy])
    } finally {
      await one.close()
      await other.close()
    }
  })
}

const byBram = (change: Change): Change => ({ ...change, by: 'bram' })
const base = { at: '2024-03-01T09:00:00+01:00', by: 'anna' }
const bram: Change = { ...base, id: 'b', kind: 'add-coder', coder: { id: 'bram', label: 'Bram' } }

async function reopened(path: string): Promise<Study> {
  const store = await openStudy(path)
  try {
    return store.study
  } finally {
    await store.close()
  }
}

describe('two files of one study', () => {
  it('give the same study whichever takes in the other, and taking in again changes nothing', () =>
    withCopies(async (one, other, paths) => {
      await one.apply([coding('k1')])
      await one.apply([rename('r1', 'Poes')])
      await one.undo()
      await other.apply([coding('k2', 'slaap')])
      await other.apply([rename('r2', 'Kater')])
      const [ofOne, ofOther] = [await one.readHistory(), await other.readHistory()]
      expect(await one.merge(ofOther)).toBeGreaterThan(0)
      expect(await other.merge(ofOne)).toBeGreaterThan(0)
      expect(one.study).toEqual(other.study)
      expect(one.study.codings.map(({ id }) => id).sort()).toEqual(['k1', 'k2'])
      expect(one.study.codes[0]?.label.nl).toBe('Kater')
      const head = one.head
      expect([await one.merge(ofOther), await one.merge(await other.readHistory()), one.head]).toEqual([
        0,
        0,
        head,
      ])
      for (const path of paths) {
        expect(await reopened(path)).toEqual(one.study)
        expect((await verifyStudy(path)).problems).toEqual([])
      }
    }))

  it('list what cannot both hold, until it is settled; then what was kept holds, also after reopening', () =>
    withCopies(async (one, other, [path]) => {
      await one.apply([rename('r1', 'Poes')])
      await other.apply([rename('r2', 'Kater')])
      await one.merge(await other.readHistory())
      const { open } = await one.conflicts()
      expect(open.map(({ about, changes }) => [about, changes.map(({ id }) => id)])).toEqual([
        ['code:kat label', ['r1', 'r2']],
      ])
      await one.apply([
        {
          id: 'besluit',
          at: '2024-03-02T09:00:00+01:00',
          by: 'anna',
          kind: 'settle-conflict',
          about: 'code:kat label',
          changes: ['r1', 'r2'],
          keep: 'r1',
        },
      ])
      expect([one.study.codes[0]?.label.nl, (await one.conflicts()).open]).toEqual(['Poes', []])
      expect((await reopened(path)).codes[0]?.label.nl).toBe('Poes')
      await other.merge(await one.readHistory())
      expect([other.study.codes[0]?.label.nl, (await other.conflicts()).open]).toEqual(['Poes', []])
      await one.undo()
      expect([one.study.codes[0]?.label.nl, (await one.conflicts()).open.length]).toEqual(['Kater', 1])
      expect((await reopened(path)).codes[0]?.label.nl).toBe('Kater')
      expect((await one.redo())?.codes[0]?.label.nl).toBe('Poes')
      expect((await reopened(path)).codes[0]?.label.nl).toBe('Poes')
      await one.apply([coding('k1')])
      expect((await one.undo())?.codes[0]?.label.nl).toBe('Poes')
      expect((await one.undo())?.codes[0]?.label.nl).toBe('Kater')
    }))

  it('go on after it: what comes next is undone and done again, what was taken in is not', () =>
    withCopies(async (one, other, [path]) => {
      await one.apply([coding('k1')])
      await other.apply([coding('k2', 'slaap')])
      await one.merge(await other.readHistory())
      expect(await one.undo()).toBeNull()
      await one.apply([rename('r1', 'Poes')])
      expect((await one.undo())?.codes[0]?.label.nl).toBe('kat')
      expect((await one.redo())?.codes[0]?.label.nl).toBe('Poes')
      await expect(one.apply([coding('k2', 'slaap')])).rejects.toThrow(/duplicate|behind/)
      expect(await reopened(path)).toEqual(one.study)
      expect((await one.asOf('2020-01-01T00:00:00Z')).codings).toEqual([])
    }))

  it('that were both written to while open hear of what was taken in', () =>
    withCopies(async (one, other, [path]) => {
      const second = await openStudy(path)
      await other.apply([coding('k2', 'slaap')])
      await one.merge(await other.readHistory())
      await second.apply([coding('k3', 'slaap')])
      expect(second.study.codings.map(({ id }) => id)).toEqual(['k2', 'k3'])
      await one.refresh()
      expect(one.study).toEqual(second.study)
      await second.close()
    }))

  it('tell which changes have no place beside the others', () =>
    withCopies(async (one, other) => {
      await one.apply([{ ...base, id: 'weg', kind: 'retire-code', code: 'kat' }])
      await other.apply([rename('r0', 'Poes')])
      await other.apply([coding('k2', 'kat')])
      await one.merge(await other.readHistory())
      const { open, left } = await one.conflicts()
      expect(open.map(({ about }) => about)).toEqual(['code:kat end'])
      expect(left.map(({ code, place }) => [code, place?.path])).toEqual([
        ['retired-code', ['changes', 'add-k2']],
      ])
    }))
})

describe('coding blind', () => {
  it('happens in a copy without the others’ codings, which come together again afterwards', () =>
    withFile(async (file, folder) => {
      const whole = await openStudy(file, { create: true })
      const blind = await openStudy(`${folder}/bram.codeerbank`, { create: true })
      await whole.apply([...setUp, bram])
      await whole.apply([coding('k1')])
      await whole.apply([
        { ...base, id: 'anders', kind: 'redefine-code', code: 'kat', definition: { nl: 'Spint.' } },
      ])
      await blind.merge(blindHistory(await whole.readHistory(), 'bram'))
      expect([blind.study.segments, blind.study.codings]).toEqual([[], []])
      expect(blind.study.sources).toEqual(whole.study.sources)
      expect(blind.study.codes).toEqual(whole.study.codes)
      await blind.apply([
        byBram({
          ...setUp.at(-1)!,
          id: 'seg-b',
          segment: { id: 'gb', source: 's', start: 3, end: 6, quote: 'kat', prefix: '', suffix: '' },
        } as Change),
        byBram({ ...coding('kb'), id: 'add-kb', coding: { id: 'kb', segment: 'gb', code: 'kat' } } as Change),
      ])
      await whole.merge(await blind.readHistory())
      expect(whole.study.codings.map(({ id, coder, codeVersion }) => [id, coder, codeVersion])).toEqual([
        ['k1', 'anna', 1],
        ['kb', 'bram', 2],
      ])
      expect((await whole.conflicts()).open).toEqual([])
      await whole.close()
      await blind.close()
    }))

  it('gives nothing back of a correction that it has but a part of, so that undo still works', () =>
    withFile(async (file, folder) => {
      const whole = await openStudy(file, { create: true })
      const blind = await openStudy(`${folder}/bram.codeerbank`, { create: true })
      const segment = { id: 'a', source: 's', start: 10, end: 16, quote: 'slaapt', prefix: '', suffix: '' }
      await whole.apply([...setUp, bram, { ...base, id: 'seg-a', kind: 'add-segment', segment }])
      await whole.apply([coding('k1')])
      await whole.apply([
        {
          ...base,
          id: 'beter',
          kind: 'correct-source',
          source: 's',
          text: 'Die kat 😀 slaapt.',
          turns: [],
          moves: [
            { segment: 'g', start: 4, end: 10, verdict: 'moved' },
            { segment: 'a', start: 11, end: 17, verdict: 'moved' },
          ],
        },
      ])
      await blind.merge(blindHistory(await whole.readHistory(), 'bram'))
      expect(await whole.merge(await blind.readHistory())).toBe(0)
      expect((await whole.undo())?.sources[0]?.text).toBe('De kat 😀 slaapt.')
      await whole.close()
      await blind.close()
    }))
})
