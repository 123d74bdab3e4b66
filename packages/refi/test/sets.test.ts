import { describe, expect, it } from 'vitest'
import { readQdpx, writeQdpx } from '../src/index.ts'
import { guid, makeQdpx, projectOf, projectXml } from './make-qdpx.ts'
import { schemaFaults } from './schema.ts'

const code = (n: number, inner = '') =>
  `<Code guid="${guid(n)}" name="Code ${n}" isCodable="true">${inner}</Code>`
const codes = `<CodeBook><Codes>${code(1, code(2))}${code(3)}</Codes></CodeBook>`
const sources = `<Sources><TextSource guid="${guid(10)}" name="A" plainTextPath="internal://a.txt"/><TextSource guid="${guid(11)}" name="B" plainTextPath="internal://a.txt"/></Sources>`
const notes = `<Notes><Note guid="${guid(20)}"><PlainTextContent>Een.</PlainTextContent></Note></Notes>`
const set = (n: number, inner: string, name = `Set ${n}`) =>
  `<Set guid="${guid(n)}" name="${name}">${inner}</Set>`
const member = (kind: 'Code' | 'Source' | 'Note', n: number) => `<Member${kind} targetGUID="${guid(n)}"/>`

async function read(sets: string) {
  const bytes = await makeQdpx(projectXml(`${codes}${sources}${notes}<Sets>${sets}</Sets>`), {
    'sources/a.txt': 'Zij bellen.',
  })
  const { value, problems } = await readQdpx(bytes)
  const written = await projectOf((await writeQdpx(value.study)).bytes)
  expect(schemaFaults('Project.xsd', written)).toEqual([])
  expect((await readQdpx(bytes, { study: value.study })).value.changes).toEqual([])
  return {
    study: value.study,
    frames: value.study.frames.map(({ id, rows }) => [id, rows.map(row => row.id)]),
    values: value.study.sources.map(each => each.values),
    lost: value.notCarried.map(({ what, count }) => [what, count]),
    problems: problems.map(({ code: each, severity }) => [each, severity]),
  }
}

describe('a set', () => {
  it.each([
    {
      what: 'of codes is a frame, a row a code in its order',
      inner: member('Code', 3) + member('Code', 1),
      rows: [guid(3), guid(1)],
    },
    {
      what: 'of a code and one below it has a row for each',
      inner: member('Code', 1) + member('Code', 2),
      rows: [guid(1), guid(2)],
    },
    { what: 'of nothing is a frame without rows', inner: '', rows: [] },
  ])('$what', async ({ inner, rows }) => {
    const { frames, lost, problems } = await read(set(30, inner))
    expect(frames).toEqual([[guid(30), rows]])
    expect(lost).toEqual([])
    expect(problems).toEqual([])
  })

  it('of sources is a variable that is true of them', async () => {
    const { study, values, lost } = await read(set(30, member('Source', 11)))
    expect(study.variables).toEqual([
      { id: guid(30), label: { nl: 'Set 30' }, on: 'source', type: 'boolean' },
    ])
    expect(values).toEqual([undefined, { [guid(30)]: true }])
    expect(study.frames).toEqual([])
    expect(lost).toEqual([['set-as-variable', 1]])
  })

  it('of a source named twice is true of it once', async () => {
    const { values } = await read(set(30, member('Source', 10) + member('Source', 10)))
    expect(values).toEqual([{ [guid(30)]: true }, undefined])
  })

  it('of codes, sources and notes is all three', async () => {
    const { study, frames, values } = await read(
      set(30, member('Code', 1) + member('Source', 10) + member('Note', 20)),
    )
    expect(frames).toEqual([[guid(30), [guid(1)]]])
    expect(values).toEqual([{ [guid(30)]: true }, undefined])
    expect(study.memos.map(({ on, text }) => [on, text])).toEqual([[{ type: 'frame', id: guid(30) }, 'Een.']])
  })

  it('of notes only is a frame on which they stand', async () => {
    const { study, frames, lost } = await read(set(30, member('Note', 20)))
    expect(frames).toEqual([[guid(30), []]])
    expect(study.memos.map(({ on }) => on)).toEqual([{ type: 'frame', id: guid(30) }])
    expect(lost).toEqual([])
  })

  it('of sources and notes lists the notes, which are kept', async () => {
    const { study, lost } = await read(set(30, member('Source', 10) + member('Note', 20)))
    expect(study.memos.map(({ on, text }) => [on, text])).toEqual([[{ type: 'study' }, 'Een.']])
    expect(lost).toEqual([
      ['set-as-variable', 1],
      ['set-notes', 1],
    ])
  })

  it('within a set is no set of the standard, and is listed', async () => {
    const { frames, lost, problems } = await read(set(30, member('Code', 1) + set(31, member('Code', 3))))
    expect(frames).toEqual([[guid(30), [guid(1)]]])
    expect(lost).toEqual([['unknown', 1]])
    expect(problems).toEqual([])
  })

  it('that names another set as if it were a code says that there is no such code', async () => {
    const { frames, problems } = await read(
      set(30, member('Code', 1)) + set(31, member('Code', 30) + member('Code', 3)),
    )
    expect(frames).toEqual([
      [guid(30), [guid(1)]],
      [guid(31), [guid(3)]],
    ])
    expect(problems).toEqual([['unknown-code', 'warning']])
  })

  it.each([
    { what: 'of its own name', sets: set(30, member('Code', 1), 'S') + set(31, member('Code', 1), 'S') },
    { what: 'with an empty name', sets: set(30, member('Code', 1), '') + set(31, member('Code', 1), '') },
  ])('is another one than a set $what', async ({ sets }) => {
    const { frames } = await read(sets)
    expect(frames).toEqual([
      [guid(30), [guid(1)]],
      [guid(31), [guid(1)]],
    ])
  })

  it('has its description as a memo', async () => {
    const { study } = await read(set(30, `<Description>Rijen.</Description>${member('Code', 1)}`))
    expect(study.memos.map(({ on, text }) => [on, text])).toContainEqual([
      { type: 'frame', id: guid(30) },
      'Rijen.',
    ])
  })
})
