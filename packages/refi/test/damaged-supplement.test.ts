import { readArchive } from '@codeerbank/archive'
import type { Study } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { readQdpx, writeQdpx } from '../src/index.ts'
import { readSupplement } from '../src/read-supplement.ts'
import { supplement } from '../src/refi-names.ts'
import { makeQdpx, projectOf } from './make-qdpx.ts'
import { codingOf, smallStudy, stretch } from './small-study.ts'

describe('a line of the supplement', () => {
  it.each([
    { what: 'that names a thing', line: '["code","a"]', items: [['a', null]], damaged: 0 },
    {
      what: 'with more of it',
      line: '["code","a",{"level":"theme"}]',
      items: [['a', { level: 'theme' }]],
      damaged: 0,
    },
    { what: 'of an unknown type', line: '["zaak","a"]', items: [], damaged: 1 },
    { what: 'of a type that objects have', line: '["constructor","a"]', items: [], damaged: 1 },
    { what: 'without an id', line: '["code"]', items: [], damaged: 1 },
    {
      what: 'with an id that is too long',
      line: JSON.stringify(['code', 'x'.repeat(501)]),
      items: [],
      damaged: 1,
    },
    { what: 'with a list for its details', line: '["code","a",[1]]', items: [], damaged: 1 },
    { what: 'with null for its details', line: '["code","a",null]', items: [], damaged: 1 },
    { what: 'that is no list', line: '{"code":"a"}', items: [], damaged: 1 },
    { what: 'that is cut off', line: '["code","a",{"lev', items: [], damaged: 1 },
    { what: 'that is empty', line: '', items: [], damaged: 0 },
  ])('$what', ({ line, items, damaged }) => {
    const read = readSupplement(`${line}\n`)
    expect(read.all('code').map(({ id, rest }) => [id, rest])).toEqual(items)
    expect(read.damaged).toBe(damaged)
  })

  it('says with others in which order things stand', () => {
    const read = readSupplement('["order of","code"]\n["code","b"]\n["case","x"]\n["code","a"]\n')
    expect(read.ordered('code')).toBe(true)
    expect(read.ordered('case')).toBe(false)
    expect(read.all('code').map(({ id, rank }) => [id, rank])).toEqual([
      ['b', 0],
      ['a', 1],
    ])
  })
})

/** The small study as a project, with another supplement. */
async function withLines(study: Study, change: (lines: readonly string[]) => readonly string[]) {
  const { bytes } = await writeQdpx(study)
  const files: Record<string, Uint8Array> = {}
  for (const { name, read } of await readArchive(bytes))
    if (name !== 'project.qde') files[name] = await read()
  const path = `sources/${supplement.guid}.txt`
  const lines = Buffer.from(files[path]!).toString().trimEnd().split('\n')
  const changed = { ...files, [path]: Buffer.from(change(lines).join('\n')) }
  const { value, problems } = await readQdpx(await makeQdpx(await projectOf(bytes), changed))
  return {
    study: value.study,
    lost: value.notCarried.map(({ what, count }) => [what, count]),
    problems: problems.map(({ code }) => code),
  }
}

describe('a supplement in which something is amiss', () => {
  const study: Study = {
    ...smallStudy,
    codes: [{ ...smallStudy.codes[0]!, level: 'statement' }],
    participants: [{ id: 'r1', label: 'Bewoner', case: 'oost' }],
    segments: [stretch('s', 4, 10)],
    codings: [codingOf('k', 's', { stance: 'contradicts' })],
  }
  const told = (from: RegExp, to: string) => (lines: readonly string[]) =>
    lines.map(line => line.replace(from, to))

  it('comes back whole where nothing is', async () => {
    const found = await withLines(study, lines => lines)
    expect(found).toEqual({ study, lost: [], problems: [] })
  })

  it.each([
    { what: 'a level that there is none of', change: told(/"statement"/, '"hoogste"'), lost: 1 },
    { what: 'a field that there is none of', change: told(/"level":/, '"hoogte":1,"level":'), lost: 1 },
    { what: 'a stance that there is none of', change: told(/"contradicts"/, '"misschien"'), lost: 1 },
    {
      what: 'a line that is cut off',
      change: (lines: readonly string[]) => [...lines, '["code","bel'],
      lost: 1,
    },
    { what: 'a participant without a name', change: told(/,"label":"Bewoner"/, ''), lost: 1 },
    { what: 'a participant of a case that is gone', change: told(/"case":"oost"/, '"case":"weg"'), lost: 1 },
    {
      what: 'a judgement without anything',
      change: (lines: readonly string[]) => [...lines, '["judgement","o",{}]'],
      lost: 1,
    },
  ])('loses that and says so: $what', async ({ change, lost }) => {
    const found = await withLines(study, change)
    expect(found.lost).toEqual([['supplement-details', lost]])
    expect(found.problems).toEqual([])
    expect(found.study.codes.map(({ id, label }) => [id, label])).toEqual([['bellen', { nl: 'Bellen' }]])
    expect(found.study.codings.map(({ id, segment, code }) => [id, segment, code])).toEqual([
      ['k', 's', 'bellen'],
    ])
    expect(found.study.judgements).toEqual([])
  })

  it('says nothing against the elements: what a code lies under, who coded what', async () => {
    const change = (lines: readonly string[]) =>
      lines.map(line =>
        line.startsWith('["coding"')
          ? '["coding","k",{"code":"weg","segment":"weg","stance":"contradicts"}]'
          : line.replace('"level"', '"parent":"weg","level"'),
      )
    const found = await withLines(study, change)
    expect(found.study.codes).toEqual(study.codes)
    expect(found.study.codings).toEqual(study.codings)
  })

  it('is left aside where it is empty', async () => {
    const found = await withLines(study, () => [])
    expect(found.problems).toEqual([])
    expect(found.study.codes.map(({ label, level }) => [label.nl, level])).toEqual([['Bellen', 'theme']])
    expect(found.study.codings.map(({ stance }) => stance)).toEqual([undefined])
  })
})
