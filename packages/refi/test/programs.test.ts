import { describe, expect, it } from 'vitest'
import { readQdpx } from '../src/index.ts'
import { guid, makeQdpx, projectXml } from './make-qdpx.ts'

const text = 'Zij bellen elkaar elke dinsdag.\nHij komt nooit.'
const codes = `<CodeBook><Codes><Code guid="${guid(1)}" name="Bellen" isCodable="true" color="#ff0000"/></Codes></CodeBook>`
const coded = (start: number, end: number, name: string, time = '') =>
  `<PlainTextSelection guid="${guid(3)}" name="${name}" startPosition="${start}" endPosition="${end}"><Coding guid="${guid(4)}"${time}><CodeRef targetGUID="${guid(1)}"/></Coding></PlainTextSelection>`
const source = (inner: string, path = 'internal://a.txt') =>
  `<TextSource guid="${guid(2)}" name="Gesprek" plainTextPath="${path}">${inner}</TextSource>`
const read = async (content: string, files: Record<string, string> = { 'sources/a.txt': text }) =>
  readQdpx(await makeQdpx(projectXml(content), files))

describe('names of selections as programs write them', () => {
  it.each([
    { what: 'the positions (MAXQDA)', start: 4, end: 17, name: '4,17', quote: 'bellen elkaar' },
    {
      what: 'the words, with a space for a line end (ATLAS.ti)',
      start: 18,
      end: 40,
      name: 'elke dinsdag. Hij komt',
      quote: 'elke dinsdag.\nHij komt',
    },
    {
      what: 'the words, with nothing for a line end',
      start: 18,
      end: 40,
      name: 'elke dinsdag.Hij komt',
      quote: 'elke dinsdag.\nHij komt',
    },
    {
      what: 'the words, cut short with three dots',
      start: 4,
      end: 31,
      name: 'bellen elk...',
      quote: 'bellen elkaar elke dinsdag.',
    },
    { what: 'nothing (NVivo)', start: 4, end: 17, name: '', quote: 'bellen elkaar' },
  ])('are none of a person: $what', async ({ start, end, name, quote }) => {
    const { value, problems } = await read(`${codes}<Sources>${source(coded(start, end, name))}</Sources>`)
    expect(problems).toEqual([])
    expect(value.study.segments.map(each => each.quote)).toEqual([quote])
    expect(value.study.codings).toHaveLength(1)
    expect(value.study.memos).toEqual([])
  })

  it('but numbers that are not the positions are a name', async () => {
    const { value } = await read(`${codes}<Sources>${source(coded(4, 17, '4,18'))}</Sources>`)
    expect(value.study.memos.map(({ title }) => title)).toEqual(['4,18'])
  })
})

describe('times', () => {
  it.each([
    { time: '2024-03-12T10:00:00.1234567Z', at: '2024-03-12T10:00:00.1234567Z', problems: [] },
    { time: '2024-03-12T10:00:00+0100', at: '2024-03-12T10:00:00+01:00', problems: [] },
    { time: '2024-03-12T10:00:00z', at: '2024-03-12T10:00:00Z', problems: [] },
    { time: '2024-03-12 10:00:00 Z', at: '2024-03-12T10:00:00Z', problems: [] },
    { time: '2024-03-12 10:00', at: '2024-03-12T10:00:00Z', problems: ['time-without-zone'] },
    { time: '2024-03-12_10:00:00', at: '2024-03-12T10:00:00Z', problems: ['time-without-zone'] },
    { time: '2024-03-12', at: '2024-03-12T00:00:00Z', problems: ['time-without-zone'] },
    { time: '3/4/2024 10:00', at: '1970-01-01T00:00:00Z', problems: ['time-malformed'] },
    { time: '2024-03-12 10:00:00', at: '2024-03-12T10:00:00Z', problems: ['time-without-zone'] },
    { time: '0001-01-01T00:00:00', at: '1970-01-01T00:00:00Z', problems: [] },
    { time: '12 maart 2024', at: '1970-01-01T00:00:00Z', problems: ['time-malformed'] },
  ])('$time is $at', async ({ time, at, problems: expected }) => {
    const selection = coded(4, 17, '', ` creationDateTime="${time}"`)
    const { value, problems } = await read(`${codes}<Sources>${source(selection)}</Sources>`)
    expect(value.study.codings.map(coding => coding.at)).toEqual([at])
    expect(problems.map(({ code }) => code)).toEqual(expected)
  })
})

describe('colours', () => {
  it.each([
    { color: '#FF3366CC', is: '#3366CC', lost: [] },
    { color: '#36c', is: '#3366cc', lost: [] },
    { color: '3366CC', is: '#3366cc', lost: [] },
    { color: 'rgb(51, 102, 204)', is: '#3366cc', lost: [] },
    { color: 'rgb(51, 102, 256)', is: undefined, lost: ['color'] },
    { color: 'rood', is: undefined, lost: ['color'] },
    { color: '#803366CC', is: undefined, lost: ['color'] },
  ])('$color is $is', async ({ color, is, lost }) => {
    const { value } = await read(codes.replace('#ff0000', color))
    expect(value.study.codes.map(code => code.color)).toEqual([is])
    expect(value.notCarried.map(({ what }) => what)).toEqual(lost)
  })
})

describe('texts are found', () => {
  it.each([
    {
      what: 'under a name with accents taken apart',
      path: 'internal://één.txt',
      file: 'Sources/e\u0301e\u0301n.txt',
    },
    { what: 'by a path with backslashes', path: 'internal://sources\\a.txt', file: 'sources/a.txt' },
    { what: 'under a name that looks encoded', path: 'internal://100%25.txt', file: 'sources/100%25.txt' },
    { what: 'under a name that was encoded', path: 'internal://100%25.txt', file: 'sources/100%.txt' },
    { what: 'without a scheme', path: 'a.txt', file: 'sources/a.txt' },
    { what: 'by a path with one slash', path: 'internal:/a.txt', file: 'sources/a.txt' },
    { what: 'by a path between spaces', path: ' INTERNAL://a.txt ', file: 'sources/a.txt' },
    { what: 'in the archive, by a relative path', path: 'relative:///a.txt', file: 'sources/a.txt' },
    { what: 'under a name that is encoded there', path: 'internal://a b.txt', file: 'sources/a%20b.txt' },
    { what: 'in another folder, where it has no namesake', path: 'internal://a.txt', file: 'Source/a.txt' },
  ])('$what', async ({ path, file }) => {
    const { value, problems } = await read(`<Sources>${source('', path)}</Sources>`, { [file]: text })
    expect(problems).toEqual([])
    expect(value.study.sources.map(each => each.text)).toEqual([text])
  })
})

describe('texts are not guessed at', () => {
  it.each([
    {
      what: 'where two files of another folder have the name',
      path: 'internal://a.txt',
      files: { 'een/a.txt': text, 'twee/a.txt': text },
    },
    {
      what: 'where the path has another folder',
      path: 'internal://een/a.txt',
      files: { 'twee/a.txt': text },
    },
    { what: 'where a Mac put the file', path: 'internal://a.txt', files: { '__MACOSX/sources/a.txt': 'x' } },
  ])('$what', async ({ path, files }) => {
    const { problems } = await read(`<Sources>${source('', path)}</Sources>`, files)
    expect(problems.map(({ code }) => code)).toEqual(['source-missing'])
  })
})

describe('what is elsewhere than the standard has it', () => {
  it('codes that stand in the codebook itself', async () => {
    const { value, problems } = await read(codes.replace(/<\/?Codes>/g, ''))
    expect(problems).toEqual([])
    expect(value.study.codes.map(({ label }) => label.nl)).toEqual(['Bellen'])
  })

  it.each(['SubCodes', 'Codes'])('codes in a list of %s within a code', async list => {
    const inner = `<Code guid="${guid(2)}" name="Vaak"/><Code guid="${guid(3)}" name="Nooit"/>`
    const within = `<Code guid="${guid(1)}" name="Bellen"><${list}>${inner}</${list}></Code>`
    const { value, problems } = await read(`<CodeBook><Codes>${within}</Codes></CodeBook>`)
    expect(problems).toEqual([])
    expect(value.study.codes.map(({ label, parent, level }) => [label.nl, parent, level])).toEqual([
      ['Bellen', null, 'theme'],
      ['Vaak', guid(1), 'main code'],
      ['Nooit', guid(1), 'main code'],
    ])
    expect(value.notCarried.map(({ what }) => what)).toEqual(['unknown'])
  })

  it.each([
    { text: 'True', is: true },
    { text: 'FALSE', is: false },
    { text: 'misschien', is: 'misschien' },
  ])('$text as a truth', async ({ text: given, is }) => {
    const { value } = await read(
      `<Variables><Variable guid="${guid(5)}" name="Lid" typeOfVariable="Boolean"/></Variables>
      <Cases><Case guid="${guid(6)}" name="Oost"><VariableValue><VariableRef>${guid(5)}</VariableRef><BooleanValue>${given}</BooleanValue></VariableValue></Case></Cases>`,
    )
    expect(value.study.cases.map(each => each.values)).toEqual([{ [guid(5)]: is }])
  })

  it('a note that is named but not there is a problem', async () => {
    const { problems } = await read(`<Sources>${source(`<NoteRef targetGUID="${guid(8)}"/>`)}</Sources>`)
    expect(problems.map(({ code }) => code)).toEqual(['unknown-note'])
  })

  it.each([
    { what: 'on which it stands', start: 18, end: 30, on: ['segment', guid(9)], lost: [] },
    {
      what: 'that may be one of its own',
      start: 0,
      end: 7,
      on: ['source', guid(2)],
      lost: ['note-selection'],
    },
    {
      what: 'that the text does not have',
      start: 40,
      end: 90,
      on: ['source', guid(2)],
      lost: ['note-selection'],
    },
  ])('a note with a stretch $what', async ({ start, end, on, lost }) => {
    const { value, problems } = await read(
      `<Sources>${source(`<NoteRef targetGUID="${guid(8)}"/>`)}</Sources>
      <Notes><Note guid="${guid(8)}"><PlainTextContent>Let op.</PlainTextContent><PlainTextSelection guid="${guid(9)}" startPosition="${start}" endPosition="${end}"/></Note></Notes>`,
    )
    expect(problems).toEqual([])
    expect(value.study.memos.map(memo => [[memo.on.type, memo.on.id], memo.text])).toEqual([[on, 'Let op.']])
    expect(value.study.segments.map(({ quote }) => quote)).toEqual(
      on[0] === 'segment' ? ['elke dinsdag'] : [],
    )
    expect(value.notCarried.map(({ what }) => what)).toEqual(lost)
  })

  it('a picture in a case is no unknown source', async () => {
    const { value, problems } = await read(
      `<Cases><Case guid="${guid(6)}" name="Oost"><SourceRef targetGUID="${guid(7)}"/></Case></Cases>
      <Sources><PictureSource guid="${guid(7)}" name="Plein" path="internal://b.jpg"/></Sources>`,
    )
    expect(problems).toEqual([])
    expect(value.notCarried.map(({ what }) => what)).toEqual(['media'])
  })
})
