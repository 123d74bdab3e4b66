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

  it('of selections at one place keeps the first description, and lists another one', async () => {
    const described = (words: string) => bellen(`<Description>${words}</Description>`)
    const same = await read(source(described('Vaak.') + described('Vaak.')))
    expect(same.lost).toEqual([])
    const other = await read(source(described('Vaak.') + described('Soms.')))
    expect(other.lost).toEqual([['second-description', 1]])
    expect(other.study.segments.map(({ quote, comment }) => [quote, comment])).toEqual([
      ['bellen elkaar', 'Vaak.'],
    ])
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

describe('things beside the sources', () => {
  const set = (n: number, name: string, members: string) =>
    `<Set guid="${guid(n)}" name="${name}">${members}</Set>`
  const code = (n: number) => `<MemberCode targetGUID="${guid(n)}"/>`
  const note = (words: string) =>
    `<Note guid="${guid(40)}"><PlainTextContent>${words}</PlainTextContent></Note>`
  const link = (from: number, to: number) =>
    `<Link guid="${guid(50)}" originGUID="${guid(from)}" targetGUID="${guid(to)}"/>`
  const readMore = async (more: string) => {
    const bytes = await makeQdpx(projectXml(`${codes}<Sources>${source('')}</Sources>${more}`), files)
    const { value, problems } = await readQdpx(bytes)
    expect((await readQdpx(bytes, { study: value.study })).value.changes).toEqual([])
    return {
      study: value.study,
      lost: value.notCarried.map(({ what, count }) => [what, count]),
      problems: problems.map(each => [each.code, each.severity]),
    }
  }

  it('are kept where they share a GUID: sets, notes and links', async () => {
    const { study, problems } = await readMore(
      `<Notes>${note('Een.')}${note('Twee.')}</Notes><Links>${link(1, 2)}${link(2, 1)}</Links><Sets>${set(60, 'S', code(1))}${set(60, 'T', code(2))}</Sets>`,
    )
    expect(study.frames.map(({ label }) => label.nl)).toEqual(['S', 'T'])
    expect(study.memos.map(({ text: words }) => words)).toEqual([
      `— Komen (${guid(2)})`,
      `— Bellen (${guid(1)})`,
      'Een.',
      'Twee.',
    ])
    expect(problems).toEqual([
      ['duplicate-guid', 'warning'],
      ['duplicate-guid', 'warning'],
      ['duplicate-guid', 'warning'],
    ])
  })

  it('have a row once for a code that a set names twice', async () => {
    const { study } = await readMore(`<Sets>${set(60, 'S', code(1) + code(1))}</Sets>`)
    expect(study.frames.map(({ rows }) => rows.map(({ id }) => id))).toEqual([[guid(1)]])
  })

  it('tell of a source that the project does not have', async () => {
    const { study, problems } = await readMore(
      `<Sets>${set(60, 'S', `<MemberSource targetGUID="${guid(3)}"/><MemberSource targetGUID="${guid(99)}"/>`)}</Sets>`,
    )
    expect(study.sources.map(({ values }) => values)).toEqual([{ [guid(60)]: true }])
    expect(problems).toEqual([['unknown-source', 'warning']])
  })

  it('list a second value of one variable', async () => {
    const value = (words: string) =>
      `<VariableValue><VariableRef targetGUID="${guid(70)}"/><TextValue>${words}</TextValue></VariableValue>`
    const { study, lost } = await readMore(
      `<Variables><Variable guid="${guid(70)}" name="Rol" typeOfVariable="Text"/></Variables><Cases><Case guid="${guid(80)}" name="Oost">${value('buur')}${value('lid')}${value('buur')}</Case></Cases>`,
    )
    expect(study.cases[0]!.values).toEqual({ [guid(70)]: 'buur' })
    expect(lost).toEqual([['second-value', 1]])
  })
})
