import { describe, expect, it } from 'vitest'
import { readQdpx, writeQdpx } from '../src/index.ts'
import { guid, makeQdpx, projectXml } from './make-qdpx.ts'

const text = 'Zij bellen elkaar elke dinsdag.\nHij komt nooit.'
const code = (n: number, name: string) => `<Code guid="${guid(n)}" name="${name}" isCodable="true"/>`
const coding = (n: number, to: number) =>
  `<Coding guid="${guid(n)}"><CodeRef targetGUID="${guid(to)}"/></Coding>`
const marked = (n: number, start: number, end: number, inner: string) =>
  `<PlainTextSelection guid="${guid(n)}" name="" startPosition="${start}" endPosition="${end}">${inner}</PlainTextSelection>`
const source = (inner: string, name = 'name="Gesprek"') =>
  `<TextSource guid="${guid(3)}" ${name} plainTextPath="internal://a.txt">${inner}</TextSource>`

async function read(cases: string, sources: string, codes = code(1, 'Bellen')) {
  const xml = projectXml(
    `<Users><User guid="${guid(90)}" name="Anna"/><User guid="${guid(91)}"/></Users><CodeBook><Codes>${codes}</Codes></CodeBook><Cases>${cases}</Cases><Sources>${sources}</Sources>`,
  )
  const { value, problems } = await readQdpx(await makeQdpx(xml, { 'sources/a.txt': text }))
  return {
    study: value.study,
    lost: Object.fromEntries(value.notCarried.map(({ what, count }) => [what, count])),
    problems: problems.map(each => each.code),
  }
}

describe('a source that no case names', () => {
  const anna = `<Case guid="${guid(60)}" name="Anna"/>`
  const bart = `<Case guid="${guid(61)}" name="Bart"/>`

  it('is of the case whose GUID it is coded with, as NVivo has it', async () => {
    const { study, problems, lost } = await read(anna, source(marked(10, 0, 47, coding(20, 60))))
    expect(study.sources.map(each => each.case)).toEqual([guid(60)])
    expect(study.codings).toEqual([])
    expect(problems).toEqual([])
    expect(lost).toEqual({ 'case-reference': 1 })
  })

  it('is so too where the case is among the codes, and keeps the coding', async () => {
    const { study, problems, lost } = await read(
      anna,
      source(marked(10, 0, 47, coding(20, 60))),
      code(1, 'Bellen') + code(60, 'Anna'),
    )
    expect(study.sources.map(each => each.case)).toEqual([guid(60)])
    expect(study.codings.map(each => each.code)).toEqual([guid(60)])
    expect(problems).toEqual([])
    expect(lost).toEqual({})
  })

  it('is of the case that names one of its selections', async () => {
    const naming = `<Case guid="${guid(60)}" name="Anna"><SelectionRef targetGUID="${guid(10)}"/></Case>`
    const { study } = await read(naming, source(marked(10, 4, 17, coding(20, 1))))
    expect(study.sources.map(each => each.case)).toEqual([guid(60)])
  })

  it('is of none where it is coded with two', async () => {
    const { study, lost } = await read(
      anna + bart,
      source(marked(10, 0, 31, coding(20, 60)) + marked(11, 32, 47, coding(21, 61))),
    )
    expect(study.sources.map(each => each.case)).toEqual(['zonder-casus'])
    expect(lost).toEqual({ 'case-reference': 2 })
  })
})

describe('what has no name', () => {
  it('is named for what it is of: a case for its source, a source for its file', async () => {
    const { study, problems } = await read(
      `<Case guid="${guid(60)}"><SourceRef targetGUID="${guid(3)}"/></Case>`,
      source('', ''),
    )
    expect(study.cases.map(({ label }) => label)).toEqual([{ nl: 'a.txt' }])
    expect(study.sources.map(({ title }) => title)).toEqual(['a.txt'])
    expect(study.coders.map(({ label }) => label)).toEqual(['Anna', guid(91)])
    expect(problems).toEqual([])
    const again = await readQdpx((await writeQdpx(study)).bytes, { study })
    expect(again.value.changes).toEqual([])
  })
})

describe('a coding that names nobody', () => {
  const byAnna = (xml: string) => xml.replace('name=""', `name="" creatingUser="${guid(90)}"`)

  it('is by who made its selection', async () => {
    const { study } = await read('', source(byAnna(marked(10, 4, 17, coding(20, 1)))))
    expect(study.codings.map(({ coder }) => coder)).toEqual([guid(90)])
  })

  it('is by nobody known where the selection names nobody either', async () => {
    const { study } = await read('', source(marked(10, 4, 17, coding(20, 1))))
    expect(study.codings.map(({ coder }) => coder)).toEqual(['onbekend'])
  })

  it('is named for the file of its text where the pages have none', async () => {
    const { study } = await read(
      '',
      `<PDFSource guid="${guid(3)}"><Representation guid="${guid(4)}" plainTextPath="internal://a.txt"/></PDFSource>`,
    )
    expect(study.sources.map(({ title, text: of }) => [title, of])).toEqual([['a.txt', text]])
  })
})
