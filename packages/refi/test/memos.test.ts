import type { Memo, Study } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { uuidOf } from '../src/guid.ts'
import { guid } from './make-qdpx.ts'
import { codingOf, lostStretch, memoOn, smallStudy, stretch, withText } from './small-study.ts'
import { thereAndBack } from './there-and-back.ts'

const marked: Study = {
  ...smallStudy,
  participants: [{ id: 'r1', label: 'Bewoner' }],
  segments: [stretch(guid(1), 4, 10)],
  codings: [codingOf('codering', guid(1))],
  frames: [{ id: 'kader', label: { nl: 'Kader' }, rows: [] }],
}
const named = (title: string): Memo =>
  memoOn({ type: 'segment', id: guid(1) }, '', { id: uuidOf(`name:${guid(1)}`), title })

/** Memos that must come back as they were, and what other programs see of each. */
const kept: readonly { what: string; memos: readonly Memo[]; seen: RegExp; study?: Study }[] = [
  ...(['source', 'code', 'segment', 'coding', 'frame', 'case', 'participant'] as const).map(type => {
    const id = {
      source: 'gesprek',
      code: 'bellen',
      segment: guid(1),
      coding: 'codering',
      frame: 'kader',
      case: 'oost',
      participant: 'r1',
    }[type]
    return {
      what: `a memo on a ${type}`,
      memos: [memoOn({ type, id }, 'Let op.', { title: 'Vraag' })],
      seen: /<Note guid="[^"]+" name="Vraag"[^>]*><PlainTextContent>Let op\.</,
    }
  }),
  {
    what: 'a memo on the study',
    memos: [memoOn({ type: 'study' }, 'Let op.')],
    seen: /<NoteRef targetGUID="[^"]+"\/>\n<\/Project>/,
  },
  {
    what: 'a memo of nothing but white space',
    memos: [memoOn({ type: 'study' }, ' \n\t ', { title: ' ' })],
    seen: /name=" "[^>]*><PlainTextContent> \n\t <\/PlainTextContent>/,
  },
  {
    what: 'a memo with line ends of every kind',
    memos: [memoOn({ type: 'study' }, 'a\r\nb\rc\nd')],
    seen: /<PlainTextContent>a&#13;\nb&#13;c\nd<\/PlainTextContent>/,
  },
  {
    what: 'a memo with an empty title',
    memos: [memoOn({ type: 'study' }, 'x', { title: '' })],
    seen: /<PlainTextContent>x</,
  },
  {
    what: 'a description of the study',
    memos: [memoOn({ type: 'study' }, 'Een proef.', { id: uuidOf('description:study') })],
    seen: /<Description>Een proef\.<\/Description>\n<\/Project>/,
  },
  {
    what: 'a name of a selection',
    memos: [named('de vaste dag')],
    seen: /name="de vaste dag" startPosition/,
  },
  { what: 'a name that is the very words', memos: [named('bellen')], seen: /<Note [^>]*name="bellen"/ },
  { what: 'a name that is words of elsewhere', memos: [named('elkaar')], seen: /<Note [^>]*name="elkaar"/ },
  { what: 'a name that is its positions', memos: [named('4,10')], seen: /<Note [^>]*name="4,10"/ },
  { what: 'a name that looks like positions', memos: [named('4,11')], seen: /name="4,11" startPosition="4"/ },
  {
    what: 'a second memo beside a name',
    memos: [named('de vaste dag'), memoOn({ type: 'segment', id: guid(1) }, '', { title: 'nog een' })],
    seen: /name="de vaste dag" startPosition/,
  },
]

describe('a memo comes back as it was', () => {
  it.each(kept)('$what', async ({ memos, seen }) => {
    const study = { ...marked, memos }
    const back = await thereAndBack(study)
    expect(back.xml).toMatch(seen)
    expect(back.problems).toEqual([])
    expect(back.lost).toEqual([])
    expect(back.unread).toEqual([])
    expect(back.study).toEqual(study)
    expect(back.changes).toEqual([])
  })

  it('all of them at once', async () => {
    const all = kept.flatMap(({ memos }) => memos)
    const study = { ...marked, memos: all.map((memo, i) => ({ ...memo, id: guid(100 + i) })) }
    const back = await thereAndBack(study)
    expect(back.study).toEqual(study)
    expect(back.changes).toEqual([])
  })
})

const link = (on: Memo['on'], text: string, more: Partial<Memo> = {}) => memoOn(on, text, more)
const onCode = { type: 'code', id: 'bellen' } as const

/** Memos whose words are those of a link, and whether they go out as one. */
const links: readonly { what: string; memos: readonly Memo[]; direction?: string }[] = [
  { what: 'one way', memos: [link(onCode, `→ bellen (${guid(1)})`)], direction: 'OneWay' },
  { what: 'both ways', memos: [link(onCode, `↔ bellen (${guid(1)})`)], direction: 'Bidirectional' },
  { what: 'neither way', memos: [link(onCode, `— bellen (${guid(1)})`)], direction: 'Associative' },
  {
    what: 'with a name',
    memos: [link(onCode, `→ bellen (${guid(1)})`, { title: 'hoort bij' })],
    direction: 'OneWay',
  },
  {
    what: 'to what has another name by now',
    memos: [link(onCode, `→ belden (${guid(1)})`)],
    direction: 'OneWay',
  },
  {
    what: 'from a case, a source, a frame and a selection',
    memos: (['case', 'source', 'frame', 'segment'] as const).map((type, i) =>
      link({ type, id: ['oost', 'gesprek', 'kader', guid(1)][i]! }, `→ bellen (${guid(1)})`, {
        id: guid(50 + i),
      }),
    ),
    direction: 'OneWay',
  },
  {
    what: 'to a note on the study',
    memos: [
      memoOn({ type: 'study' }, 'Een vraag.', { id: guid(60), title: 'Vraag' }),
      link(onCode, `→ Vraag (${guid(60)})`),
    ],
    direction: 'OneWay',
  },
  {
    what: 'to a note that comes later',
    memos: [
      link(onCode, `→ Een vraag. (${guid(60)})`),
      memoOn({ type: 'source', id: 'gesprek' }, 'Een vraag.', { id: guid(60) }),
    ],
    direction: 'OneWay',
  },
  {
    what: 'to a note that no element can bear',
    memos: [
      memoOn({ type: 'participant', id: 'r1' }, 'Een vraag.', { id: guid(60) }),
      link(onCode, `→ Een vraag. (${guid(60)})`),
    ],
  },
  {
    what: 'to a description',
    memos: [
      memoOn({ type: 'study' }, 'Een proef.', { id: uuidOf('description:study') }),
      link(onCode, `→ Een proef. (${uuidOf('description:study')})`),
    ],
  },
  { what: 'from a coding', memos: [link({ type: 'coding', id: 'codering' }, `→ bellen (${guid(1)})`)] },
  { what: 'from a participant', memos: [link({ type: 'participant', id: 'r1' }, `→ bellen (${guid(1)})`)] },
  { what: 'from the study', memos: [link({ type: 'study' }, `→ bellen (${guid(1)})`)] },
  { what: 'to nothing', memos: [link(onCode, `→ bellen (${guid(99)})`)] },
]

describe('a memo with the words of a link comes back as it was', () => {
  it.each(links)('$what', async ({ memos, direction }) => {
    const study = { ...marked, memos }
    const back = await thereAndBack(study)
    const found = Array.from(back.xml.matchAll(/<Link [^>]*direction="(\w+)"/g), ([, way]) => way)
    expect([...new Set(found)]).toEqual(direction === undefined ? [] : [direction])
    expect(back.problems).toEqual([])
    expect(back.unread).toEqual([])
    expect(back.study).toEqual(study)
    expect(back.changes).toEqual([])
  })

  it('also where it leads to another such memo', async () => {
    const study: Study = {
      ...marked,
      memos: [
        link(onCode, `→ bellen (${guid(1)})`, { id: guid(60) }),
        link(onCode, `→ bellen (${guid(60)})`, { id: guid(61) }),
      ],
    }
    const back = await thereAndBack(study)
    expect(back.xml.match(/<Link /g)).toHaveLength(1)
    expect(back.study).toEqual(study)
    expect(back.changes).toEqual([])
  })
})

describe('what stands on a segment that lost its words', () => {
  const lost: Study = { ...smallStudy, segments: [lostStretch(guid(1))] }
  const onSegment = { type: 'segment', id: guid(1) } as const

  it('a memo: is a memo on the study, and stays where it was in a study that has the segment', async () => {
    const study = { ...lost, memos: [memoOn(onSegment, 'Zeker weten?')] }
    const back = await thereAndBack(study)
    expect(back.lost).toEqual([
      ['segment-verdicts', 1],
      ['lost-segments', 1],
    ])
    expect(back.study.segments).toEqual([])
    expect(back.study.memos).toEqual([memoOn({ type: 'study' }, 'Zeker weten?')])
    expect(back.unread).toEqual([['note-place', 1]])
    expect(back.changes).toEqual([])
  })

  it('the memo of a coding: keeps its words, and is not doubled in a study that has the coding', async () => {
    const study = { ...lost, codings: [codingOf('codering', guid(1), { memo: 'Twijfel.' })] }
    const back = await thereAndBack(study)
    expect(back.study.codings).toEqual([])
    expect(back.study.memos.map(({ on, text }) => [on, text])).toEqual([[{ type: 'study' }, 'Twijfel.']])
    expect(back.changes).toEqual([])
  })

  it('a memo on a coding: the same', async () => {
    const study = {
      ...lost,
      codings: [codingOf('codering', guid(1))],
      memos: [memoOn({ type: 'coding', id: 'codering' }, 'Twijfel.')],
    }
    const back = await thereAndBack(study)
    expect(back.study.memos).toEqual([memoOn({ type: 'study' }, 'Twijfel.')])
    expect(back.changes).toEqual([])
  })

  it('takes nothing along that stands on another segment, or on a coding of that', async () => {
    const memos = [
      memoOn({ type: 'segment', id: guid(2) }, 'Zeker.', { id: guid(11) }),
      memoOn({ type: 'coding', id: 'ander' }, 'Vast.', { id: guid(12) }),
      memoOn(onCode, 'Altijd.', { id: guid(13) }),
    ]
    const segments = [...lost.segments, stretch(guid(2), 4, 10)]
    const back = await thereAndBack({ ...lost, segments, codings: [codingOf('ander', guid(2))], memos })
    expect(back.study.memos).toEqual(memos)
    expect(back.unread).toEqual([])
    // Other programs see where they stand too.
    const refs = Array.from(back.xml.matchAll(/<NoteRef targetGUID="([^"]+)"/g), ([, each]) => each)
    expect(refs).toEqual([guid(13), guid(12), guid(11)])
  })

  it.each([
    { what: 'from it', on: onSegment, to: guid(2) },
    { what: 'to it', on: onCode, to: guid(1) },
  ])('a link $what: keeps its words', async ({ on, to }) => {
    const study: Study = {
      ...lost,
      segments: [...lost.segments, stretch(guid(2), 4, 10)],
      memos: [memoOn(on, `→ bellen (${to})`)],
    }
    const back = await thereAndBack(study)
    expect(back.xml).not.toContain('<Link')
    expect(back.study.memos.map(({ text }) => text)).toEqual([`→ bellen (${to})`])
    expect(back.changes).toEqual([])
  })

  it('a name: the same', async () => {
    const study = { ...lost, memos: [named('de vaste dag')] }
    const back = await thereAndBack(study)
    expect(back.study.memos.map(({ title }) => title)).toEqual(['de vaste dag'])
    expect(back.changes).toEqual([])
  })
})

describe('the name that a selection goes out under', () => {
  const long = 'x'.repeat(100)

  it.each([
    { what: 'its words', text: 'Zij bellen', end: 10, name: 'Zij bellen' },
    { what: 'its words with a space for any white space', text: 'a \t\n b', end: 6, name: 'a b' },
    { what: 'its first words', text: `Zij bellen ${long}`, end: 111, name: 'Zij bellen…' },
    { what: 'no single letter', text: `I ${long}`, end: 102, name: `I ${'x'.repeat(78)}…` },
    { what: 'a letter and dots, where these are the words', text: 'a\n…', end: 3, name: 'a …' },
    { what: 'dots, where these are the words', text: '…', end: 1, name: '…' },
    { what: 'its words up to a control character', text: 'Zij\u0007 bellen', end: 11, name: 'Zij…' },
    { what: 'its words up to a noncharacter', text: 'Zij \ufdd0 bellen', end: 12, name: 'Zij…' },
    { what: 'nothing, where a control character comes at once', text: 'a\0bellen', end: 8, name: '' },
    { what: 'its words over a form feed', text: 'Zij\fbellen', end: 10, name: 'Zij bellen' },
  ])('is $what, and gives no memo', async ({ text, end, name }) => {
    const study = withText(text, [stretch(guid(1), 0, end, text)])
    const back = await thereAndBack(study)
    expect(/<PlainTextSelection [^>]*name="([^"]*)"/.exec(back.xml)?.[1]).toBe(name)
    expect(back.study).toEqual(study)
    expect(back.changes).toEqual([])
  })
})
