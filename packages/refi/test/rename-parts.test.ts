import type { Memo } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import type { ProjectParts } from '../src/project-parts.ts'
import { renameParts } from '../src/rename-parts.ts'
import { at } from './small-study.ts'

const made = { by: 'u', at }
const memo = (id: string, on: Memo['on']): Memo => ({ id, on, text: 'Vaak.', ...made })

const parts: ProjectParts = {
  title: { nl: 'Twee pleinen' },
  language: 'nl',
  coders: [{ id: 'u', label: 'Anna' }],
  variables: [{ id: 'v', label: { nl: 'Wijk' }, on: 'case', type: 'text' }],
  cases: [{ id: 'c', label: { nl: 'Oost' }, values: { v: 'Noord' } }],
  participants: [
    { id: 'R1', label: 'R1', case: 'c' },
    { id: 'R2', label: 'R2' },
  ],
  codes: [
    { id: 'k', label: { nl: 'Bellen' }, parent: null, level: 'theme', origin: 'deductive' },
    { id: 'l', label: { nl: 'Vaak' }, parent: 'k', level: 'main code', origin: 'deductive' },
  ],
  sources: [
    {
      item: {
        id: 's',
        title: 'Gesprek',
        kind: 'interview',
        case: 'c',
        participants: ['R1'],
        text: 'Ja.',
        turns: [],
        values: { v: 'Noord' },
      },
      ...made,
    },
  ],
  textless: new Set(['s', 'leeg']),
  segments: [{ id: 'g', source: 's', start: 0, end: 2, quote: 'Ja', prefix: '', suffix: '.', ...made }],
  codings: [{ item: { id: 'd', segment: 'g', code: 'l' }, ...made }],
  frames: [
    { id: 'f', label: { nl: 'Kader' }, rows: [{ id: 'l', label: { nl: 'Vaak' }, codes: ['l', 'k'] }] },
  ],
  memos: [
    memo('m1', { type: 'study' }),
    memo('m2', { type: 'source', id: 's' }),
    memo('m3', { type: 'coding', id: 'd' }),
    memo('m4', { type: 'participant', id: 's' }),
    memo('m5', { type: 'code', id: 'k' }),
    memo('m6', { type: 'frame', id: 'f' }),
    memo('m7', { type: 'case', id: 'c' }),
    memo('m8', { type: 'segment', id: 'g' }),
  ],
  others: [],
}

const ids = (pairs: Readonly<Record<string, string>>) => new Map(Object.entries(pairs))

describe('a project with other ids', () => {
  it('has them in every place that names the thing', () => {
    const renamed = renameParts(parts, {
      coder: ids({ u: 'anna' }),
      variable: ids({ v: 'wijk' }),
      case: ids({ c: 'oost' }),
      code: ids({ k: 'bellen', l: 'vaak' }),
      source: ids({ s: 'gesprek' }),
      segment: ids({ g: 'ja' }),
      coding: ids({ d: 'een' }),
      frame: ids({ f: 'kader' }),
      memo: ids({ m1: 'dagboek' }),
    })
    const by = { by: 'anna', at }
    expect(renamed.coders).toEqual([{ id: 'anna', label: 'Anna' }])
    expect(renamed.variables.map(({ id }) => id)).toEqual(['wijk'])
    expect(renamed.cases.map(({ id, values }) => [id, values])).toEqual([['oost', { wijk: 'Noord' }]])
    expect(renamed.participants.map(each => each.case)).toEqual(['oost', undefined])
    expect(renamed.codes.map(({ id, parent }) => [id, parent])).toEqual([
      ['bellen', null],
      ['vaak', 'bellen'],
    ])
    expect(renamed.sources.map(({ item, ...own }) => [item.id, item.case, item.values, own])).toEqual([
      ['gesprek', 'oost', { wijk: 'Noord' }, by],
    ])
    expect([...renamed.textless]).toEqual(['gesprek', 'leeg'])
    expect(renamed.segments.map(each => [each.id, each.source, each.by])).toEqual([['ja', 'gesprek', 'anna']])
    expect(renamed.codings).toEqual([{ item: { id: 'een', segment: 'ja', code: 'vaak' }, ...by }])
    expect(renamed.frames.map(({ id, rows }) => [id, rows.map(row => [row.id, row.codes])])).toEqual([
      ['kader', [['vaak', ['vaak', 'bellen']]]],
    ])
    expect(renamed.memos.map(each => [each.id, each.on.type, each.on.id, each.by])).toEqual([
      ['dagboek', 'study', undefined, 'anna'],
      ['m2', 'source', 'gesprek', 'anna'],
      ['m3', 'coding', 'een', 'anna'],
      // A participant has no GUID in a project, and no other id.
      ['m4', 'participant', 's', 'anna'],
      ['m5', 'code', 'bellen', 'anna'],
      ['m6', 'frame', 'kader', 'anna'],
      ['m7', 'case', 'oost', 'anna'],
      ['m8', 'segment', 'ja', 'anna'],
    ])
  })

  it('is the same without any, and as it was before', () => {
    const before = structuredClone(parts)
    expect(renameParts(parts, {})).toEqual(parts)
    renameParts(parts, { source: ids({ s: 'anders' }) })
    expect(parts).toEqual(before)
  })
})
