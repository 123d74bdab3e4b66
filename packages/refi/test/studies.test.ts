import { readArchive } from '@codeerbank/archive'
import { replay, type Study } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { readQdc, readQdpx, writeQdc, writeQdpx } from '../src/index.ts'
import { guid, makeQdpx, projectOf } from './make-qdpx.ts'
import { schemaFaults } from './schema.ts'
import { codingOf, lostStretch, smallStudy, stretch, withText, words } from './small-study.ts'
import { bellen, codes, wholeStudies } from './study-cases.ts'
import { thereAndBack } from './there-and-back.ts'

describe('a study comes back as it was', () => {
  it.each(wholeStudies)('$what', async ({ study }) => {
    const back = await thereAndBack(study)
    expect(back.problems).toEqual([])
    expect(back.lost).toEqual([])
    expect(back.unread).toEqual([])
    expect(back.study).toEqual(study)
    expect(back.changes).toEqual([])
  })

  it.each(wholeStudies)('by changes that make it from nothing: $what', async ({ study }) => {
    const { value } = await readQdpx((await writeQdpx(study)).bytes)
    expect(new Set(value.changes.map(({ id }) => id)).size).toBe(value.changes.length)
    expect(replay(value.changes)).toEqual(value.study)
  })
})

describe('what is lost of a study is said, and the rest comes back', () => {
  it.each([
    {
      what: 'earlier versions of a definition',
      study: {
        ...codes({ version: 4 }),
        segments: [stretch('s', 4, 10)],
        codings: [codingOf('a', 's', { codeVersion: 3 })],
      },
      lost: [['definition-versions', 2]],
      back: { codes: codes({}).codes, segments: [stretch('s', 4, 10)], codings: [codingOf('a', 's')] },
    },
    {
      what: 'what a correction changed',
      study: { ...smallStudy, segments: [{ ...stretch('s', 4, 10), verdict: 'changed' }] },
      lost: [['segment-verdicts', 1]],
      back: { segments: [stretch('s', 4, 10)] },
    },
    {
      what: 'a segment that lost its words, with its codings',
      study: {
        ...smallStudy,
        segments: [lostStretch('l'), stretch('s', 4, 10)],
        codings: [codingOf('a', 'l'), codingOf('b', 's')],
      },
      lost: [
        ['segment-verdicts', 1],
        ['lost-segments', 1],
      ],
      back: { segments: [stretch('s', 4, 10)], codings: [codingOf('b', 's')] },
    },
    {
      what: 'half a character',
      study: withText('a\ud83d b 😀 c', [stretch('s', 5, 7, 'a\ud83d b 😀 c')]),
      lost: [['unpaired-surrogates', 1]],
      back: withText('a\ufffd b 😀 c', [stretch('s', 5, 7, 'a\ufffd b 😀 c')]),
    },
    {
      what: 'a byte order mark, with what stands on it',
      study: withText('\ufeffZij bellen', [
        stretch('m', 0, 4, '\ufeffZij bellen'),
        stretch('s', 1, 4, '\ufeffZij bellen'),
      ]),
      lost: [
        ['lost-segments', 1],
        ['byte-order-marks', 1],
      ],
      back: withText('Zij bellen', [stretch('s', 0, 3, 'Zij bellen')]),
    },
  ] as const)('$what', async ({ study, lost, back: expected }) => {
    const given = study as unknown as Study
    const back = await thereAndBack(given)
    expect(back.lost).toEqual(lost)
    expect(back.problems).toEqual([])
    expect(back.unread).toEqual([])
    expect(back.study).toEqual({ ...given, ...expected })
  })
})

describe('a tree of a thousand codes, each below the one before', () => {
  const deep: Study = {
    ...smallStudy,
    codes: Array.from({ length: 1000 }, (_, i) => ({
      ...bellen,
      id: guid(i),
      label: { nl: `Code ${i}` },
      parent: i === 0 ? null : guid(i - 1),
      level: (['theme', 'main code', 'sub-code', 'statement'] as const)[Math.min(i, 3)]!,
    })),
  }

  it('comes back from a project, in which no more than two hundred lie within each other', async () => {
    const back = await thereAndBack(deep)
    expect(back.xml.match(/<Code /g)).toHaveLength(1000)
    expect(/(?:<\/Code>)+/.exec(back.xml)?.[0]).toBe('</Code>'.repeat(199))
    expect(back.study.codes).toEqual(deep.codes)
    expect(back.problems).toEqual([])
    expect(back.lost).toEqual([])
    expect(back.changes).toEqual([])
  })

  it('comes back flatter from a codebook, which says so', async () => {
    const { text, notCarried } = writeQdc(deep)
    expect(notCarried.map(({ what, count }) => [what, count])).toEqual([['qdc-code-details', 800]])
    expect(schemaFaults('Codebook.xsd', text)).toEqual([])
    const { codes: read } = (await readQdc(Buffer.from(text))).value.codebook
    expect(read.map(({ id }) => id)).toEqual(deep.codes.map(({ id }) => id))
    expect(read.slice(198, 202).map(({ parent }) => parent)).toEqual([
      guid(197),
      guid(198),
      guid(198),
      guid(198),
    ])
  })

  it('keeps what another program did to it', async () => {
    const { bytes } = await writeQdpx(deep)
    const xml = await projectOf(bytes)
    const files: Record<string, Uint8Array> = {}
    for (const { name, read } of await readArchive(bytes))
      if (name !== 'project.qde') files[name] = await read()
    // The last code goes to the top.
    const last = /<Code [^>]*name="Code 999"[^>]*\/>/.exec(xml)![0]
    const moved = xml.replace(last, '').replace('</Codes>', `${last}</Codes>`)
    const { value } = await readQdpx(await makeQdpx(moved, files), { study: deep })
    expect(value.changes).toMatchObject([{ kind: 'move-code', code: guid(999), parent: null }])
  })
})

describe('a second import into the study', () => {
  it('of a project that was written in between doubles nothing, whatever was changed', async () => {
    const study = { ...smallStudy, segments: [stretch('s', 4, 10)], codings: [codingOf('a', 's')] }
    const bytes = (await writeQdpx(study)).bytes
    const first = await readQdpx(bytes)
    const second = await readQdpx((await writeQdpx(first.value.study)).bytes, { study: first.value.study })
    const third = await readQdpx(bytes, { study: second.value.study })
    expect(second.value.changes).toEqual([])
    expect(third.value.changes).toEqual([])
    expect(third.value.study).toEqual(study)
  })

  it('of a project of another study adds all of it beside what is there', async () => {
    const other: Study = {
      ...smallStudy,
      cases: [{ id: 'west', label: { nl: 'West' }, values: {} }],
      sources: [{ ...smallStudy.sources[0]!, id: 'tweede', case: 'west', text: words }],
    }
    const { value } = await readQdpx((await writeQdpx(other)).bytes, { study: smallStudy })
    expect(value.changes.map(({ kind }) => kind)).toEqual(['add-case', 'add-source'])
    expect(value.study.sources.map(({ id }) => id)).toEqual(['gesprek', 'tweede'])
  })
})
