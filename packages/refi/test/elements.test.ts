import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readQdpx, writeQdpx } from '../src/index.ts'
import { guid, makeQdpx, projectOf, projectXml } from './make-qdpx.ts'
import { refiFolder, schemaFaults } from './schema.ts'

const user = `<Users><User guid="${guid(1)}" name="Anna"/></Users>`
const codes = `<CodeBook><Codes><Code guid="${guid(2)}" name="Samenwerking" isCodable="true" color="#abc"><Description>Wat partners samen doen.</Description><NoteRef targetGUID="${guid(40)}"/><Code guid="${guid(3)}" name="Bellen" isCodable="true" color="#F00082"/></Code></Codes></CodeBook>`
const variables = `<Variables><Variable guid="${guid(4)}" name="Inwoners" typeOfVariable="Integer"/><Variable guid="${guid(5)}" name="Datum" typeOfVariable="Date"/><Variable guid="${guid(6)}" name="Beide" typeOfVariable="Boolean"/></Variables>`
const value = (n: number, inner: string) =>
  `<VariableValue><VariableRef targetGUID="${guid(n)}"/>${inner}</VariableValue>`
const cases = `<Cases><Case guid="${guid(7)}" name="Oost"><Description>Een plein.</Description>${value(4, '<IntegerValue>1200</IntegerValue>')}${value(6, '<BooleanValue>true</BooleanValue>')}<SourceRef targetGUID="${guid(8)}"/><SourceRef targetGUID="${guid(12)}"/></Case></Cases>`
const by = `creatingUser="${guid(1)}" creationDateTime="2024-03-12T10:00:00+01:00"`
const sources = `<Sources>
<TextSource guid="${guid(8)}" name="Gesprek" plainTextPath="internal://a.txt" ${by}><Description>Bij de bakker.</Description>
<PlainTextSelection guid="${guid(9)}" name="bellen elkaar" startPosition="4" endPosition="17" ${by}><Description>Vaak.</Description><Coding guid="${guid(10)}" ${by}><CodeRef targetGUID="${guid(3)}"/><NoteRef targetGUID="${guid(41)}"/></Coding><NoteRef targetGUID="${guid(42)}"/></PlainTextSelection>
<Coding guid="${guid(11)}" ${by}><CodeRef targetGUID="${guid(2)}"/></Coding>
${value(5, '<DateValue>2024-03-12</DateValue>')}${value(6, '<BooleanValue>0</BooleanValue>')}
</TextSource>
<VideoSource guid="${guid(12)}" name="Film"><Transcript guid="${guid(13)}" plainTextPath="internal://b.txt"><SyncPoint guid="${guid(14)}" position="0" timeStamp="0"/><SyncPoint guid="${guid(15)}" position="13" timeStamp="4500"/><TranscriptSelection guid="${guid(16)}" name="Clip" fromSyncPoint="${guid(14)}" toSyncPoint="${guid(15)}"/></Transcript><VideoSelection guid="${guid(17)}" begin="0" end="9"/></VideoSource>
<PDFSource guid="${guid(18)}" name="Krant"><PDFSelection guid="${guid(19)}" page="0"/><PDFSelection guid="${guid(20)}" page="1"><Coding guid="${guid(21)}"/></PDFSelection><Representation guid="${guid(22)}"><PlainTextContent>Het plein is klaar.</PlainTextContent><PlainTextSelection guid="${guid(19)}" name="plein" startPosition="4" endPosition="9"/></Representation></PDFSource>
</Sources>`
const notes = `<Notes>${[40, 41, 42, 43, 44].map(n => `<Note guid="${guid(n)}" name="Notitie ${n}" ${by}><PlainTextContent>Tekst ${n}</PlainTextContent></Note>`).join('')}</Notes>`
const links = `<Links><Link guid="${guid(50)}" name="hoort bij" direction="OneWay" originGUID="${guid(3)}" targetGUID="${guid(9)}"/><Link guid="${guid(51)}" originGUID="${guid(44)}" targetGUID="${guid(8)}"/></Links>`
const sets = `<Sets><Set guid="${guid(60)}" name="Kader"><Description>Rijen.</Description><MemberCode targetGUID="${guid(3)}"/><MemberCode targetGUID="${guid(2)}"/></Set><Set guid="${guid(61)}" name="Ochtend"><MemberSource targetGUID="${guid(8)}"/></Set></Sets>`
const own = `<Description>Een proef.</Description><NoteRef targetGUID="${guid(43)}"/>`
const whole = projectXml(user + codes + variables + cases + sources + notes + links + sets + own)
const bytes = makeQdpx(whole, {
  'sources/a.txt': 'Zij bellen elkaar elke dinsdag.',
  'sources/b.txt': 'Goede morgen.\nDag.',
})

describe('every element of a project', () => {
  const read = bytes.then(given => readQdpx(given))

  it('is read without a problem', async () => {
    expect((await read).problems).toEqual([])
  })

  it.each([
    { what: 'users', of: 'coders', is: [{ id: guid(1), label: 'Anna' }] },
    {
      what: 'codes as a tree, with colours',
      of: 'codes',
      is: [
        {
          id: guid(2),
          parent: null,
          level: 'theme',
          color: '#aabbcc',
          definition: { nl: 'Wat partners samen doen.' },
        },
        { id: guid(3), parent: guid(2), level: 'main code', color: '#F00082' },
      ],
    },
    {
      what: 'variables, one of cases and sources as two, a set of sources as one',
      of: 'variables',
      is: [
        { id: guid(4), on: 'case', type: 'number' },
        { id: guid(5), on: 'source', type: 'date' },
        { id: guid(6), on: 'case', type: 'boolean' },
        { label: { nl: 'Beide' }, on: 'source', type: 'boolean' },
        { id: guid(61), label: { nl: 'Ochtend' }, on: 'source', type: 'boolean' },
      ],
    },
    {
      what: 'cases with their values',
      of: 'cases',
      is: [
        { id: guid(7), label: { nl: 'Oost' }, values: { [guid(4)]: 1200, [guid(6)]: true } },
        { id: 'zonder-casus' },
      ],
    },
    {
      what: 'texts, transcripts with their times, and the text of a PDF',
      of: 'sources',
      is: [
        { id: guid(8), title: 'Gesprek', case: guid(7), turns: [] },
        {
          id: guid(13),
          title: 'Film',
          case: guid(7),
          turns: [
            { start: 0, end: 13, speaker: '', role: 'unknown', time: 0 },
            { start: 14, end: 18, speaker: '', role: 'unknown', time: 4.5 },
          ],
        },
        { id: guid(18), title: 'Krant', case: 'zonder-casus', text: 'Het plein is klaar.' },
      ],
    },
    {
      what: 'selections, the source as a whole and a stretch between two times',
      of: 'segments',
      is: [
        {
          id: guid(9),
          quote: 'bellen elkaar',
          comment: 'Vaak.',
          by: guid(1),
          at: '2024-03-12T10:00:00+01:00',
        },
        { quote: 'Zij bellen elkaar elke dinsdag.' },
        { id: guid(16), quote: 'Goede morgen.' },
        { id: guid(19), quote: 'plein' },
      ],
    },
    {
      what: 'codings by user and time',
      of: 'codings',
      is: [
        { id: guid(10), segment: guid(9), code: guid(3), coder: guid(1), at: '2024-03-12T10:00:00+01:00' },
        { id: guid(11), code: guid(2), coder: guid(1) },
      ],
    },
    {
      what: 'sets of codes as frames',
      of: 'frames',
      is: [
        {
          id: guid(60),
          rows: [
            { id: guid(3), codes: [guid(3)] },
            { id: guid(2), codes: [guid(2)] },
          ],
        },
      ],
    },
  ] as const)('$what', async ({ of, is }) => {
    const { value: project } = await read
    expect(project.study[of]).toHaveLength(is.length)
    expect(project.study[of]).toMatchObject(is)
  })

  it('notes and descriptions stand on what they are about, links on what they lead from', async () => {
    const { value: project } = await read
    expect(project.study.memos.map(({ on, text }) => [on.type, on.id, text])).toEqual([
      ['case', guid(7), 'Een plein.'],
      ['source', guid(8), 'Bij de bakker.'],
      ['segment', guid(16), ''],
      ['frame', guid(60), 'Rijen.'],
      ['code', guid(3), `→ bellen elkaar (${guid(9)})`],
      ['study', undefined, 'Een proef.'],
      ['code', guid(2), 'Tekst 40'],
      ['coding', guid(10), 'Tekst 41'],
      ['segment', guid(9), 'Tekst 42'],
      ['study', undefined, 'Tekst 43'],
      ['source', guid(8), 'Tekst 44'],
    ])
  })

  it('what is not carried is listed', async () => {
    const { value: project } = await read
    expect(Object.fromEntries(project.notCarried.map(({ what, count }) => [what, count]))).toEqual({
      media: 1,
      'media-selection': 1,
      'pdf-page': 1,
      'pdf-selection': 1,
      coding: 1,
      'set-as-variable': 1,
    })
  })

  it('goes out under the GUID it came in with', async () => {
    const { value: project } = await read
    const xml = await projectOf((await writeQdpx(project.study)).bytes)
    expect(schemaFaults('Project.xsd', xml)).toEqual([])
    const gone = [12, 14, 15, 17, 20, 21, 22, 51]
    const came = Array.from(whole.matchAll(/ guid="([^"]+)"/g), ([, id]) => id!)
    const lost = came.filter(id => !xml.includes(` guid="${id}"`))
    expect(lost).toEqual(gone.map(guid))
    const again = await readQdpx((await writeQdpx(project.study)).bytes)
    expect(again.problems).toEqual([])
    expect(again.value.study).toEqual(project.study)
  })
})

describe('the sample project of the standard (Annex A.2, skipped where ../shared/refi is absent)', () => {
  it.skipIf(refiFolder === null)('is read, and all that is not carried is listed', async () => {
    const xml = readFileSync(`${refiFolder}annexA2-project.qde`)
    const { value: project, problems } = await readQdpx(await makeQdpx(xml))
    // The sample comes without its texts.
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['source-missing']))
    expect(project.study.coders.map(({ label }) => label)).toEqual([
      'ATLAS.ti',
      'Friedrich Markgraf',
      'Sebastian Petrausch',
    ])
    expect(project.study.codes).toHaveLength(14)
    expect(project.origin).toMatch(/^ATLAS\.ti 8/)
    expect(project.notCarried.find(({ what }) => what === 'graph')?.count).toBe(1)
    expect(schemaFaults('Project.xsd', await projectOf((await writeQdpx(project.study)).bytes))).toEqual([])
  })
})
