import { describe, expect, it } from 'vitest'
import { readQdpx, writeQdpx } from '../src/index.ts'
import { guid, makeQdpx } from './make-qdpx.ts'
import { type ProgramProject, programProjects } from './program-projects.ts'

const talk = 'Anna: Wij bellen 😀 elke dag.\nBram: Dat klopt, één keer.\n'
const quotes = ['elke', 'Dat klopt', 'één keer', 'dag.\nBram']
const time = '2024-03-12T10:00:00Z'

function archive({
  origin,
  guid: of,
  text,
  name,
  marks,
  attributes = {},
  nested,
  more = '',
}: ProgramProject) {
  const at = (n: number) => of(guid(n))
  const code = (n: number, label: string, within = '') =>
    `<Code guid="${at(n)}" name="${label}" isCodable="true" color="#2364a2">${within}</Code>`
  const codes = nested
    ? code(2, 'Samenwerking', code(3, 'Bellen'))
    : `${code(2, 'Samenwerking')}${code(3, 'Bellen')}`
  const selections = marks.map(
    ([start, end, words], i) =>
      `<PlainTextSelection guid="${at(10 + i)}" ${words === undefined ? '' : `name="${words}"`} startPosition="${start}" endPosition="${end}" creatingUser="${at(1)}" creationDateTime="${time}" ${attributes.selection ?? ''}><Coding guid="${at(20 + i)}" creatingUser="${at(1)}" creationDateTime="${time}"><CodeRef targetGUID="${at(3)}"/></Coding></PlainTextSelection>`,
  )
  const file = `${of(guid(5))}.txt`
  const xml = `<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="Twee pleinen" origin="${origin}"><Users><User guid="${at(1)}" name="Anna"/></Users><CodeBook><Codes>${codes}</Codes></CodeBook><Sources><TextSource guid="${at(4)}" name="Gesprek" plainTextPath="internal://${file}" ${attributes.source ?? ''}>${selections.join('')}</TextSource></Sources>${more}</Project>`
  const content = `${text.mark ? '\ufeff' : ''}${text.crlf ? talk.replaceAll('\n', '\r\n') : talk}`
  return makeQdpx(xml, { [`${text.folder}/${file}`]: content }, name)
}

describe.each(programProjects)('a project of $program', project => {
  it('has the words that were marked, by whom and when, with their codes and ids', async () => {
    const { value, problems } = await readQdpx(await archive(project))
    const { study, offsets, notCarried, origin } = value
    expect(problems).toEqual([])
    expect(origin).toBe(project.origin)
    expect(study.sources.map(({ id, title, text }) => [id, title, text])).toEqual([
      [guid(4), 'Gesprek', talk],
    ])
    expect(study.segments.map(({ id, quote }) => [id, quote])).toEqual(
      quotes.map((quote, i) => [guid(10 + i), quote]),
    )
    expect(study.codings.map(({ id, segment, code, coder, at }) => [id, segment, code, coder, at])).toEqual(
      quotes.map((_, i) => [guid(20 + i), guid(10 + i), guid(3), guid(1), time]),
    )
    expect(study.codes.map(({ id, label, parent }) => [id, label.nl, parent])).toEqual([
      [guid(2), 'Samenwerking', null],
      [guid(3), 'Bellen', project.nested ? guid(2) : null],
    ])
    const { unit, lineEnd, bom, end, score } = offsets
    expect([unit, lineEnd, bom, end, score]).toEqual([...project.counts, 1])
    expect(notCarried.map(({ what }) => what)).toEqual(project.notCarried)
  })

  it('brings nothing the second time, nor after it was written here', async () => {
    const bytes = await archive(project)
    const { study } = (await readQdpx(bytes)).value
    expect((await readQdpx(bytes, { study })).value.changes).toEqual([])
    expect((await readQdpx((await writeQdpx(study)).bytes)).value.study).toEqual(study)
  })
})
