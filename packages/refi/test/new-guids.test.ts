import type { Study } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { readQdpx, writeQdpx } from '../src/index.ts'
import { guid, makeQdpx, projectOf, projectXml } from './make-qdpx.ts'
import { codingOf, memoOn, smallStudy, stretch, words } from './small-study.ts'

const talk = 'Zij bellen elkaar elke dinsdag.\nHij komt nooit.'

interface Given {
  /** What is added to every GUID of this export. */
  readonly from?: number
  readonly title?: string
  readonly text?: string
  readonly code?: string
  readonly coder?: string
  readonly selections?: readonly (readonly [start: number, end: number, code?: 'Bellen' | 'Dag'])[]
  readonly more?: (at: (n: number) => string) => string
}

const first: NonNullable<Given['selections']> = [
  [4, 17, 'Bellen'],
  [18, 30, 'Dag'],
]

/** A project as a program exports it that gives everything new GUIDs each time. */
function exported({
  from = 0,
  title = 'Gesprek',
  text = talk,
  code = 'Bellen',
  coder = 'Anna',
  selections = first,
  more = () => '',
}: Given) {
  const at = (n: number) => guid(from + n)
  const codes = { Bellen: at(2), Dag: at(3) }
  const marks = selections.map(
    ([start, end, of = 'Bellen'], i) =>
      `<PlainTextSelection guid="${at(30 + i)}" startPosition="${start}" endPosition="${end}"><Coding guid="${at(50 + i)}" creatingUser="${at(1)}"><CodeRef targetGUID="${codes[of]}"/></Coding></PlainTextSelection>`,
  )
  const xml = projectXml(
    `<Users><User guid="${at(1)}" name="${coder}"/></Users>
    <CodeBook><Codes><Code guid="${at(2)}" name="${code}" isCodable="true"><Code guid="${at(3)}" name="Dag" isCodable="true"/></Code></Codes></CodeBook>
    <Variables><Variable guid="${at(4)}" name="Wijk" typeOfVariable="Text"/></Variables>
    <Cases><Case guid="${at(5)}" name="Oost"><VariableValue><VariableRef targetGUID="${at(4)}"/><TextValue>Noord</TextValue></VariableValue><SourceRef targetGUID="${at(6)}"/></Case></Cases>
    <Sources><TextSource guid="${at(6)}" name="${title}" plainTextPath="internal://a.txt">${marks.join('')}</TextSource></Sources>${more(at)}`,
    'origin="QualCoder 3.5"',
  )
  return makeQdpx(xml, { 'Sources/a.txt': text })
}

async function twice(second: Given, before: Given = {}) {
  const { study } = (await readQdpx(await exported(before))).value
  const { value, problems } = await readQdpx(await exported({ from: 100, ...second }), { study })
  return { value, kinds: value.changes.map(({ kind }) => kind), codes: problems.map(({ code }) => code) }
}

const sizes = ({ coders, codes, variables, cases, sources, segments, codings }: Study) =>
  [coders, codes, variables, cases, sources, segments, codings].map(({ length }) => length)

describe('a project that is exported again, with new GUIDs for everything', () => {
  it('is the same, and that is said', async () => {
    const { value, kinds, codes } = await twice({})
    expect(kinds).toEqual([])
    expect(codes).toEqual(['guids-renewed'])
    expect(sizes(value.study)).toEqual([1, 2, 1, 1, 1, 2, 2])
    expect(value.study.sources[0]?.id).toBe(guid(6))
  })

  it('brings a new coding on known words, and one on new words', async () => {
    const { value, kinds } = await twice({ selections: [...first, [4, 17, 'Dag'], [32, 35, 'Bellen']] })
    expect(kinds).toEqual(['add-segment', 'add-segment', 'code-segment', 'code-segment'])
    expect(value.study.codings.map(({ segment, code }) => [segment, code])).toEqual([
      [guid(30), guid(2)],
      [guid(31), guid(3)],
      [guid(132), guid(3)],
      [guid(133), guid(2)],
    ])
  })

  it('has a selection for each coding of the same words, in whatever order', async () => {
    const before: NonNullable<Given['selections']> = [
      [4, 17, 'Bellen'],
      [4, 17, 'Dag'],
    ]
    const { kinds } = await twice({ selections: before.toReversed() }, { selections: before })
    expect(kinds).toEqual([])
  })

  it('brings a text that was corrected, where another text tells what the project is', async () => {
    const other = (words: string) => (at: (n: number) => string) =>
      `<Sources><TextSource guid="${at(7)}" name="Verslag"><PlainTextContent>${words}</PlainTextContent></TextSource></Sources>`
    const { value, kinds } = await twice(
      { more: other('Wij komen altijd terug.') },
      { more: other('Wij komen nooit terug.') },
    )
    expect(kinds).toEqual(['correct-source'])
    expect(value.study.sources.map(({ text }) => text)).toEqual([talk, 'Wij komen altijd terug.'])
  })

  it('brings a new name of a code as a code, since nothing says which it was', async () => {
    const { value } = await twice({ code: 'Telefoneren' })
    expect(value.study.codes.map(({ label, parent }) => [label.nl, parent])).toEqual([
      ['Bellen', null],
      ['Dag', guid(2)],
      ['Telefoneren', null],
      ['Dag', guid(102)],
    ])
  })

  it('brings the codings of another coder beside those that there are', async () => {
    const { value } = await twice({ coder: 'Bram' })
    expect(value.study.coders.map(({ label }) => label)).toEqual(['Anna', 'Bram'])
    expect(value.study.sources).toHaveLength(1)
    expect(value.study.segments).toHaveLength(2)
    expect(value.study.codings.map(({ segment, coder }) => [segment, coder])).toEqual([
      [guid(30), guid(1)],
      [guid(31), guid(1)],
      [guid(30), guid(101)],
      [guid(31), guid(101)],
    ])
  })

  it('has its frames, memos, links and values under the ids that they had', async () => {
    const more = (at: (n: number) => string) =>
      `<Notes><Note guid="${at(70)}" name="Dagboek"><PlainTextContent>Begonnen.</PlainTextContent></Note></Notes>
      <Links><Link guid="${at(71)}" direction="OneWay" originGUID="${at(2)}" targetGUID="${at(6)}"/></Links>
      <Sets><Set guid="${at(72)}" name="Kader"><MemberCode targetGUID="${at(3)}"/></Set></Sets>`
    const { value, kinds } = await twice({ more }, { more })
    expect(kinds).toEqual([])
    expect(value.study.memos.map(({ id }) => id)).toEqual([guid(71), guid(70)])
    expect(value.study.frames.map(({ id, rows }) => [id, rows.map(row => row.codes)])).toEqual([
      [guid(72), [[guid(3)]]],
    ])
    expect(value.study.cases.map(({ values }) => values)).toEqual([{ [guid(4)]: 'Noord' }])
  })

  it('brings what was written anew in a memo of a known title', async () => {
    const note = (words: string) => (at: (n: number) => string) =>
      `<Notes><Note guid="${at(70)}" name="Dagboek"><PlainTextContent>${words}</PlainTextContent></Note></Notes>`
    const { value, kinds } = await twice({ more: note('Klaar.') }, { more: note('Begonnen.') })
    expect(kinds).toEqual(['write-memo'])
    expect(value.study.memos.map(({ id, text }) => [id, text])).toEqual([[guid(70), 'Klaar.']])
  })
})

describe('a study that was exported here, and comes back from a program that gives everything new GUIDs', () => {
  const study: Study = {
    ...smallStudy,
    segments: [stretch('gesprek:4-10', 4, 10), stretch('gesprek:18-30', 18, 30)],
    codings: [codingOf('een', 'gesprek:4-10', { memo: 'Vaak.' }), codingOf('twee', 'gesprek:18-30')],
    memos: [memoOn({ type: 'source', id: 'gesprek' }, 'Aan de keukentafel.', { title: 'Waar' })],
  }
  /** The same project with each digit 1 of its GUIDs as 2, and without the note that this library reads back. */
  const returned = async (change: (xml: string) => string = xml => xml) => {
    const { bytes } = await writeQdpx(study, { origin: 'QualCoder 3.5' })
    const xml = (await projectOf(bytes)).replace(/<Note [^>]*name="Codeerbank".*?<\/Note>/s, '')
    const renewed = xml.replace(/(?<=(?:guid|GUID|User)=")[^"]*/g, each => each.replace(/[0-8]/g, next))
    const path = /internal:\/\/([^"]*)/.exec(xml)![1]!
    return makeQdpx(change(renewed), { [`sources/${path}`]: words })
  }
  const next = (digit: string) => String(Number(digit) + 1)

  it('is as it was', async () => {
    const { value, problems } = await readQdpx(await returned(), { study })
    expect(value.changes).toEqual([])
    expect(problems.map(({ code }) => code)).toEqual(['guids-renewed'])
  })

  it('has what was coded meanwhile', async () => {
    const more = await returned(xml =>
      xml.replace(
        '</TextSource>',
        `<PlainTextSelection guid="${guid(1)}" startPosition="0" endPosition="3"/></TextSource>`,
      ),
    )
    const { value } = await readQdpx(more, { study })
    expect(value.changes.map(({ kind }) => kind)).toEqual(['add-segment'])
    expect(value.study.segments.map(({ quote }) => quote)).toEqual(['bellen', 'elke dinsdag', 'Zij'])
  })
})

describe('another project', () => {
  it.each([
    { what: 'of the same title with another text', second: { text: `${talk} Klaar.` } },
    { what: 'of the same text with another title', second: { title: 'Verslag' } },
    { what: 'without a text', second: { text: '' }, before: { text: '', selections: [] } },
  ])('is added with all its codes, also those of known names: $what', async ({ second, before = {} }) => {
    const { value, codes } = await twice({ selections: [], ...second }, before)
    expect(codes).not.toContain('guids-renewed')
    expect(value.study.codes.map(({ label }) => label.nl)).toEqual(['Bellen', 'Dag', 'Bellen', 'Dag'])
    expect(value.study.sources).toHaveLength(2)
  })
})
