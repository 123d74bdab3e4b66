import { describe, expect, it } from 'vitest'
import { readQdpx, writeQdpx } from '../src/index.ts'
import { guid, makeQdpx, projectOf, projectXml } from './make-qdpx.ts'
import { schemaFaults } from './schema.ts'

const text = 'Zij bellen elkaar elke dinsdag.\nHij komt nooit.'
const codes = `<CodeBook><Codes><Code guid="${guid(1)}" name="Bellen" isCodable="true"/><Code guid="${guid(2)}" name="Komen" isCodable="true"/></Codes></CodeBook>`
const coding = (n: number, code: number) =>
  `<Coding guid="${guid(n)}"><CodeRef targetGUID="${guid(code)}"/></Coding>`
const bellen = (inner: string) =>
  `<PlainTextSelection guid="${guid(10)}" name="bellen elkaar" startPosition="4" endPosition="17">${inner}</PlainTextSelection>`
const dinsdag = (n: number, inner: string) =>
  `<PlainTextSelection guid="${guid(n)}" name="elke dinsdag" startPosition="18" endPosition="30">${inner}</PlainTextSelection>`
const source = (inner: string, path = 'a.txt', name = 'Gesprek') =>
  `<TextSource guid="${guid(3)}" name="${name}" plainTextPath="internal://${path}">${inner}</TextSource>`
const project = (sources: string) => projectXml(`${codes}<Sources>${sources}</Sources>`)
const files = { 'sources/a.txt': text, 'sources/b.txt': 'Een ander gesprek.' }

async function read(sources: string) {
  const bytes = await makeQdpx(project(sources), files)
  const { value, problems } = await readQdpx(bytes)
  const { study } = value
  const quotes = new Map(study.segments.map(({ id, quote }) => [id, quote]))
  return {
    bytes,
    study,
    lost: value.notCarried.map(({ what, count }) => [what, count]),
    problems: problems.map(({ code, severity }) => [code, severity]),
    coded: study.codings.map(each => [quotes.get(each.segment), each.code]),
  }
}

describe('a GUID that comes twice', () => {
  it.each([
    {
      what: 'selections at different places',
      sources: source(bellen(coding(20, 1)) + dinsdag(10, coding(21, 2))),
      coded: [
        ['bellen elkaar', guid(1)],
        ['elke dinsdag', guid(2)],
      ],
      problems: [['duplicate-guid', 'warning']],
    },
    {
      what: 'selections at one place, with different codes',
      sources: source(bellen(coding(20, 1)) + bellen(coding(21, 2))),
      coded: [
        ['bellen elkaar', guid(1)],
        ['bellen elkaar', guid(2)],
      ],
      problems: [['duplicate-guid', 'warning']],
    },
    {
      what: 'codings of different selections',
      sources: source(bellen(coding(20, 1)) + dinsdag(11, coding(20, 2))),
      coded: [
        ['bellen elkaar', guid(1)],
        ['elke dinsdag', guid(2)],
      ],
      problems: [['duplicate-guid', 'warning']],
    },
    {
      what: 'sources with different texts',
      sources:
        source(bellen(coding(20, 1))) +
        source(
          `<PlainTextSelection guid="${guid(12)}" name="ander" startPosition="4" endPosition="9">${coding(22, 2)}</PlainTextSelection>`,
          'b.txt',
        ),
      coded: [
        ['bellen elkaar', guid(1)],
        ['ander', guid(2)],
      ],
      problems: [['duplicate-guid', 'warning']],
    },
    {
      what: 'sources with one text',
      sources: source(bellen(coding(20, 1))) + source(dinsdag(11, coding(21, 2))),
      coded: [
        ['bellen elkaar', guid(1)],
        ['elke dinsdag', guid(2)],
      ],
      problems: [['duplicate-guid', 'warning']],
    },
  ])('loses nothing: $what', async ({ sources, coded, problems }) => {
    const found = await read(sources)
    expect(found.coded).toEqual(coded)
    expect(found.problems).toEqual(problems)
    expect(found.lost).toEqual([])
    expect(found.study.codings[0]!.id).toBe(guid(20))
  })

  it('gives the same ids again, so that a second import doubles nothing', async () => {
    const { bytes, study } = await read(
      source(bellen(coding(20, 1)) + dinsdag(10, coding(20, 2))) + source(bellen(coding(20, 1)), 'b.txt'),
    )
    const again = await readQdpx(bytes, { study })
    expect(again.value.changes).toEqual([])
    const xml = await projectOf((await writeQdpx(study)).bytes)
    expect(schemaFaults('Project.xsd', xml)).toEqual([])
  })

  it('of one source leaves one source, of two texts two', async () => {
    const one = await read(source('') + source(''))
    expect(one.study.sources.map(each => [each.id, each.text])).toEqual([[guid(3), text]])
    const two = await read(source('') + source('', 'b.txt', 'Later'))
    expect(two.study.sources.map(({ title }) => title)).toEqual(['Gesprek', 'Later'])
  })
})

describe('what has no GUID', () => {
  const bare = (xml: string) => xml.replaceAll(/ guid="000000(?:1|2)\d-[^"]*"/g, '')
  const sources = bare(source(bellen(coding(20, 1) + coding(21, 2)) + dinsdag(11, coding(22, 1))))

  it('is told apart by what it is, though it stands on one line', async () => {
    const { coded, problems, lost } = await read(sources)
    expect(coded).toEqual([
      ['bellen elkaar', guid(1)],
      ['bellen elkaar', guid(2)],
      ['elke dinsdag', guid(1)],
    ])
    expect(problems).toEqual([])
    expect(lost).toEqual([])
  })

  it('has the same id on another line', async () => {
    const { study } = await read(sources)
    const later = project(sources).replace('<Sources>', '\n\n<Sources>\n')
    const again = await readQdpx(await makeQdpx(later, files), { study })
    expect(again.value.changes).toEqual([])
  })
})
