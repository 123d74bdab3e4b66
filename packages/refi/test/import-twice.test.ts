import { type Study, stableJson } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readQdpx, writeQdpx } from '../src/index.ts'
import { anyStudy } from './any-study.ts'
import { codingOf, smallStudy, stretch } from './small-study.ts'

const kinds = ['coders', 'cases', 'codes', 'sources', 'segments', 'codings', 'frames', 'memos'] as const

/** A study of which the things of each kind are counted, so that it shares its ids with any other. */
function counted(study: Study): Study {
  let text = JSON.stringify(study)
  for (const kind of [...kinds, 'variables', 'participants'] as const)
    study[kind].forEach(({ id }, i) => {
      if (kind !== 'coders') text = text.replaceAll(JSON.stringify(id), JSON.stringify(`${kind}-${i}`))
    })
  return JSON.parse(text) as Study
}

const pair = fc.oneof(fc.tuple(anyStudy, anyStudy), fc.tuple(anyStudy.map(counted), anyStudy.map(counted)))

describe('a project that is read into another study', () => {
  it('brings all that it has, takes nothing away, and brings nothing the second time', async () => {
    await fc.assert(
      fc.asyncProperty(pair, async ([study, other]) => {
        const { bytes } = await writeQdpx(other)
        const first = (await readQdpx(bytes, { study })).value.study
        for (const kind of kinds) {
          const ids = new Set(first[kind].map(({ id }) => id))
          for (const { id } of study[kind]) expect(ids).toContain(id)
          expect(ids.size).toBe(first[kind].length)
        }
        const second = (await readQdpx(bytes, { study: first })).value
        expect(second.changes).toEqual([])
        expect(stableJson(second.study)).toBe(stableJson(first))
      }),
      { numRuns: 150 },
    )
  })
})

describe('a coding that another program changed', () => {
  const coded: Study = { ...smallStudy, segments: [stretch('s', 4, 10)], codings: [codingOf('a', 's')] }
  const changed: Study = { ...coded, codings: [codingOf('a', 's', { memo: 'Vaak.' })] }
  const retired = [{ ...smallStudy.codes[0]!, retired: true }]

  it('is made anew', async () => {
    const { value } = await readQdpx((await writeQdpx(changed)).bytes, { study: coded })
    expect(value.changes.map(({ kind }) => kind)).toEqual(['withdraw-coding', 'code-segment'])
    expect(value.study.codings).toEqual(changed.codings)
  })

  it('stays as it was where its code is retired and takes no new one, and that is listed', async () => {
    const study = { ...coded, codes: retired }
    const { value, problems } = await readQdpx((await writeQdpx({ ...changed, codes: retired })).bytes, {
      study,
    })
    expect(problems).toEqual([])
    expect(value.changes).toEqual([])
    expect(value.study.codings).toEqual(coded.codings)
    expect(value.notCarried.map(({ what, where }) => [what, where])).toEqual([['changed-details', ['a']]])
  })
})

describe('the title of a project', () => {
  it.each([
    { before: { nl: 'Pleinen' }, after: { nl: 'Pleinen' }, is: { nl: 'Pleinen' }, changes: 0 },
    { before: { nl: 'Pleinen' }, after: { nl: 'Markten' }, is: { nl: 'Markten' }, changes: 1 },
    {
      before: { nl: 'Pleinen', en: 'Squares' },
      after: { nl: 'Markten' },
      is: { nl: 'Markten', en: 'Squares' },
      changes: 1,
    },
    {
      before: { nl: 'Pleinen' },
      after: { nl: 'Pleinen', en: 'Squares' },
      is: { nl: 'Pleinen', en: 'Squares' },
      changes: 1,
    },
    { before: { en: 'Squares' }, after: { nl: 'Squares' }, is: { en: 'Squares' }, changes: 0 },
  ])('$after changes $before once', async ({ before, after, is, changes }) => {
    const { bytes } = await writeQdpx({ ...smallStudy, title: after })
    const first = (await readQdpx(bytes, { study: { ...smallStudy, title: before } })).value
    expect(first.study.title).toEqual(is)
    expect(first.changes).toHaveLength(changes)
    expect((await readQdpx(bytes, { study: first.study })).value.changes).toEqual([])
  })
})
