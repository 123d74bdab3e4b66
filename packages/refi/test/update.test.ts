import { applyChanges, emptyStudy, type Study } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { type ReadQdpxOptions, readQdpx } from '../src/index.ts'
import { guid, makeQdpx, projectXml } from './make-qdpx.ts'
import { at } from './small-study.ts'

const text = 'Zij bellen elkaar elke dinsdag.\nHij komt nooit.'
const xml = projectXml(
  `<CodeBook><Codes><Code guid="${guid(1)}" name="Bellen" isCodable="true"/></Codes></CodeBook>
  <Variables><Variable guid="${guid(6)}" name="Wijk" typeOfVariable="Text"/></Variables>
  <Sources><TextSource guid="${guid(2)}" name="Gesprek" plainTextPath="internal://a.txt"><PlainTextSelection guid="${guid(3)}" name="bellen elkaar" startPosition="4" endPosition="17"><Coding guid="${guid(4)}"><CodeRef targetGUID="${guid(1)}"/></Coding></PlainTextSelection></TextSource></Sources>`,
)
const files = { 'sources/a.txt': text }

/** What a second import makes of the study of the first. */
async function updated(later: string, given: Record<string, string> = files) {
  const { study } = (await readQdpx(await makeQdpx(xml, files))).value
  const { value, problems } = await readQdpx(await makeQdpx(later, given), { study })
  return {
    study: value.study,
    kinds: value.changes.map(({ kind }) => kind),
    lost: value.notCarried.map(({ what, where }) => [what, where]),
    problems: problems.map(({ code }) => code),
  }
}

describe('a second import of a project', () => {
  it('without the text of a source leaves the text and the codings that the study has', async () => {
    const { study, kinds, problems } = await updated(xml, {})
    expect(kinds).toEqual([])
    expect(problems).toEqual(['source-missing'])
    expect(study.sources.map(source => source.text)).toEqual([text])
    expect(study.segments.map(({ quote, verdict }) => [quote, verdict])).toEqual([
      ['bellen elkaar', undefined],
    ])
    expect(study.codings).toHaveLength(1)
  })

  it('with a text that was emptied loses its words', async () => {
    const { study, kinds } = await updated(xml, { 'sources/a.txt': '' })
    expect(kinds).toEqual(['correct-source'])
    expect(study.segments.map(({ verdict }) => verdict)).toEqual(['lost'])
  })

  it.each([
    {
      what: 'the colour of a code',
      from: 'isCodable="true"',
      to: 'isCodable="true" color="#00ff00"',
      lost: [['changed-details', [guid(1)]]],
    },
    {
      what: 'a comment on a selection',
      from: '<Coding ',
      to: '<Description>Vaak.</Description><Coding ',
      lost: [['changed-details', [guid(3)]]],
    },
    {
      what: 'the name of a variable',
      from: 'name="Wijk"',
      to: 'name="Buurt"',
      lost: [['changed-names', [guid(6)]]],
    },
  ])('lists what is new and has no place in the history: $what', async ({ from, to, lost }) => {
    const found = await updated(xml.replace(from, to))
    expect(found.kinds).toEqual([])
    expect(found.problems).toEqual([])
    expect(found.lost).toEqual(lost)
  })

  it('moves a selection, and adds one', async () => {
    const { study, kinds, problems } = await updated(
      xml
        .replace(
          '"bellen elkaar" startPosition="4" endPosition="17"',
          '"elke dinsdag" startPosition="18" endPosition="30"',
        )
        .replace(
          '</TextSource>',
          `<PlainTextSelection guid="${guid(8)}" name="Hij" startPosition="32" endPosition="35"/></TextSource>`,
        ),
    )
    expect(kinds).toEqual(['correct-source', 'add-segment'])
    expect(problems).toEqual([])
    expect(study.segments.map(({ quote }) => quote)).toEqual(['elke dinsdag', 'Hij'])
  })

  it('leaves out what does not fit the study, and says so: a code, where the codebook was frozen', async () => {
    const { study } = (await readQdpx(await makeQdpx(xml, files))).value
    const frozen = applyChanges(study, [{ id: 'f', at, by: 'anna', kind: 'freeze-codebook', round: 'een' }])
    const later = xml
      .replace('</Codes>', `<Code guid="${guid(9)}" name="Komen" isCodable="true"/></Codes>`)
      .replace(
        '</TextSource>',
        `<PlainTextSelection guid="${guid(8)}" name="Hij komt" startPosition="32" endPosition="40"><Coding guid="${guid(10)}"><CodeRef targetGUID="${guid(9)}"/></Coding></PlainTextSelection></TextSource>`,
      )
    const { value, problems } = await readQdpx(await makeQdpx(later, files), { study: frozen })
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
      ['codebook-frozen', 'error'],
      ['unknown-code', 'error'],
    ])
    expect(value.changes.map(({ kind }) => kind)).toEqual(['add-segment'])
    expect(value.study).toEqual(applyChanges(frozen, value.changes))
  })

  it('is read in the language of the study, unless another one is asked for', async () => {
    const bytes = await makeQdpx(xml, files)
    const labels = async (options: ReadQdpxOptions) =>
      (await readQdpx(bytes, options)).value.study.codes.map(({ label }) => label)
    const study: Study = { ...emptyStudy, language: 'en' }
    expect(await labels({ study })).toEqual([{ en: 'Bellen' }])
    expect(await labels({ study, language: 'nl' })).toEqual([{ nl: 'Bellen' }])
    expect(await labels({})).toEqual([{ nl: 'Bellen' }])
  })
})
