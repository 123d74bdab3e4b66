import { describe, expect, it } from 'vitest'
import { readQdpx } from '../src/index.ts'
import { wordsFinder } from '../src/words-finder.ts'
import { guid, makeQdpx, projectXml } from './make-qdpx.ts'

const text = 'Het plein is klaar.\nDe buurt helpt mee,\nzegt de wethouder. De buurt wacht.'
const codes = `<CodeBook><Codes><Code guid="${guid(1)}" name="Samen" isCodable="true"/><Code guid="${guid(2)}" name="Tempo" isCodable="true"/></Codes></CodeBook>`
const coding = (n: number, code: number) =>
  `<Coding guid="${guid(n)}"><CodeRef targetGUID="${guid(code)}"/></Coding>`
const page = (n: number, words: string, inner: string, name = '') =>
  `<PDFSelection guid="${guid(n)}" name="${name}" page="0" firstX="1" firstY="1" secondX="9" secondY="9"><Representation guid="${guid(n + 500)}"><PlainTextContent>${words}</PlainTextContent></Representation>${inner}</PDFSelection>`
const marked = (n: number, start: number, end: number, inner: string, name = '') =>
  `<PlainTextSelection guid="${guid(n)}" name="${name}" startPosition="${start}" endPosition="${end}">${inner}</PlainTextSelection>`
const pdf = (pages: string, inText = '') =>
  `<PDFSource guid="${guid(3)}" name="Krant.pdf" path="internal://k.pdf">${pages}<Representation guid="${guid(4)}" plainTextPath="internal://k.txt">${inText}</Representation></PDFSource>`

async function read(sources: string) {
  const xml = projectXml(`${codes}<Sources>${sources}</Sources>`)
  const { value, problems } = await readQdpx(await makeQdpx(xml, { 'sources/k.txt': text }))
  const { study } = value
  const quotes = new Map(study.segments.map(({ id, quote }) => [id, quote]))
  return {
    study,
    lost: Object.fromEntries(value.notCarried.map(({ what, count }) => [what, count])),
    problems: problems.map(({ code }) => code),
    coded: study.codings.map(each => [each.id, quotes.get(each.segment), each.code]),
  }
}

describe('a mark on a page', () => {
  it.each([
    { what: 'as they stand', words: 'plein is klaar', quote: 'plein is klaar' },
    {
      what: 'with nothing for a line end',
      words: 'helpt mee,zegt de wethouder.',
      quote: 'helpt mee,\nzegt de wethouder.',
    },
    {
      what: 'with line ends of its own',
      words: ' De buurt\n wacht.\n',
      quote: 'De buurt wacht.',
    },
  ])('is found in the text by its words, $what', async ({ words, quote }) => {
    const { coded, problems, lost } = await read(pdf(page(10, words, coding(20, 1))))
    expect(coded).toEqual([[guid(20), quote, guid(1)]])
    expect(problems).toEqual([])
    expect(lost).toEqual({ 'pdf-page': 1 })
  })

  it.each([
    { what: 'that stand twice in the text', words: 'De buurt' },
    { what: 'that are nowhere in the text', words: 'De gemeente' },
    { what: 'that are a part of a word only', words: 'lei' },
  ])('is a problem and no quote, with words $what', async ({ words }) => {
    const { study, problems, lost } = await read(pdf(page(10, words, coding(20, 1))))
    expect(study.segments).toEqual([])
    expect(problems).toEqual(['selection-unplaced'])
    expect(lost).toEqual({ 'pdf-page': 1, 'pdf-selection': 1, coding: 1 })
  })

  it('is the selection of the text that has its GUID; a coding told twice is one, a further one is added', async () => {
    const { coded, problems, lost } = await read(
      pdf(page(10, 'plein', coding(21, 1) + coding(22, 2)), marked(10, 4, 9, coding(20, 1))),
    )
    expect(coded).toEqual([
      [guid(20), 'plein', guid(1)],
      [guid(22), 'plein', guid(2)],
    ])
    expect(problems).toEqual([])
    expect(lost).toEqual({ 'pdf-page': 1 })
  })

  it('goes on with the selection of the same name that its words are a part of', async () => {
    const name = 'Het plein is klaar. De buurt…'
    const { study, coded, lost } = await read(
      pdf(
        page(10, 'Het plein is klaar.', coding(21, 1), name) +
          page(11, 'De buurt helpt', coding(22, 1), name),
        marked(10, 0, 34, coding(20, 1), name),
      ),
    )
    expect(coded).toEqual([[guid(20), 'Het plein is klaar.\nDe buurt helpt', guid(1)]])
    expect(study.memos).toEqual([])
    expect(lost).toEqual({ 'pdf-page': 1 })
  })

  it('without words is not carried, and listed', async () => {
    const { study, lost } = await read(
      pdf(`<PDFSelection guid="${guid(10)}" page="0">${coding(20, 1)}</PDFSelection>`),
    )
    expect(study.segments).toEqual([])
    expect(lost).toEqual({ 'pdf-page': 1, 'pdf-selection': 1, coding: 1 })
  })

  it('without words loses no coding that stands in the text too', async () => {
    const onPage = `<PDFSelection guid="${guid(10)}" page="0">${coding(20, 1)}${coding(21, 2)}</PDFSelection>`
    const { coded, lost } = await read(pdf(onPage, marked(11, 4, 9, coding(20, 1))))
    expect(coded).toEqual([[guid(20), 'plein', guid(1)]])
    expect(lost).toEqual({ 'pdf-page': 1, 'pdf-selection': 1, coding: 1 })
  })
})

describe('words are found in a text', () => {
  it.each([
    { text: '  \n De brug.', words: 'De brug', is: { start: 4, end: 11 } },
    { text: 'De\tbrug\n\nis af', words: 'brug is', is: { start: 3, end: 11 } },
    { text: 'De brug', words: ' ', is: 'nowhere' },
    { text: '', words: 'brug', is: 'nowhere' },
    { text: 'brug, brug', words: 'brug', is: 'several' },
    { text: 'bruggen, brug', words: 'brug', is: { start: 9, end: 13 } },
  ])('"$words" in "$text"', ({ text: given, words, is }) => {
    expect(wordsFinder(given, { left: 1000 })(words)).toEqual(is)
  })

  it('until so much was looked through', () => {
    const budget = { left: 12 }
    const find = wordsFinder('De brug', budget)
    expect([find('brug'), find('brug'), budget.left]).toEqual([{ start: 3, end: 7 }, { start: 3, end: 7 }, 0])
    expect(find('brug')).toBe('unsearched')
  })
})

describe('a PDF', () => {
  it('that names its text itself has that text', async () => {
    const { study, coded } = await read(
      `<PDFSource guid="${guid(3)}" name="Krant.pdf" path="internal://k.pdf" plainTextPath="internal://k.txt">${marked(10, 4, 9, coding(20, 1))}</PDFSource>`,
    )
    expect(study.sources.map(({ id, title }) => [id, title])).toEqual([[guid(3), 'Krant.pdf']])
    expect(coded).toEqual([[guid(20), 'plein', guid(1)]])
  })
})

describe('a mark in a recording', () => {
  it('is the stretch of the transcript that has its GUID, once', async () => {
    const sync = (n: number, position: number, time: number) =>
      `<SyncPoint guid="${guid(n)}" position="${position}" timeStamp="${time}"/>`
    const { coded, lost } = await read(
      `<AudioSource guid="${guid(3)}" name="Opname" path="internal://k.m4a"><Transcript guid="${guid(4)}" plainTextPath="internal://k.txt">${sync(5, 0, 0)}${sync(6, 19, 5000)}<TranscriptSelection guid="${guid(10)}" fromSyncPoint="${guid(5)}" toSyncPoint="${guid(6)}">${coding(20, 1)}</TranscriptSelection></Transcript><AudioSelection guid="${guid(10)}" begin="0" end="5000">${coding(21, 1)}${coding(22, 2)}</AudioSelection><AudioSelection guid="${guid(11)}" begin="5000" end="9000">${coding(23, 2)}</AudioSelection></AudioSource>`,
    )
    expect(coded).toEqual([
      [guid(20), 'Het plein is klaar.', guid(1)],
      [guid(22), 'Het plein is klaar.', guid(2)],
    ])
    expect(lost).toEqual({ media: 1, 'media-selection': 1, coding: 1 })
  })

  it('needs the places of its points in the transcript, not their times', async () => {
    const { coded, lost } = await read(
      `<AudioSource guid="${guid(3)}" name="Opname" path="internal://k.m4a"><Transcript guid="${guid(4)}" plainTextPath="internal://k.txt"><SyncPoint guid="${guid(5)}" position="0"/><SyncPoint guid="${guid(6)}" position="19" timeStamp="5000"/><TranscriptSelection guid="${guid(10)}" fromSyncPoint="${guid(5)}" toSyncPoint="${guid(6)}">${coding(20, 1)}</TranscriptSelection></Transcript></AudioSource>`,
    )
    expect(coded).toEqual([[guid(20), 'Het plein is klaar.', guid(1)]])
    expect(lost).toEqual({ media: 1, 'sync-point': 1 })
  })
})
