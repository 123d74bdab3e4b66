import { describe, expect, it } from 'vitest'
import { readQdpx } from '../src/index.ts'
import { guid, makeQdpx, projectXml } from './make-qdpx.ts'

const text = 'Zij bellen elkaar elke dinsdag.\nHij komt nooit.'
const codes = `<CodeBook><Codes><Code guid="${guid(1)}" name="Bellen" isCodable="true"/></Codes></CodeBook>`
const selection = (n = 3) =>
  `<PlainTextSelection guid="${guid(n)}" name="bellen elkaar" startPosition="4" endPosition="17"><Coding guid="${guid(n + 1)}"><CodeRef targetGUID="${guid(1)}"/></Coding></PlainTextSelection>`
const source = (inner = selection(), path = 'internal://a.txt', attributes = '') =>
  `<TextSource guid="${guid(2)}" name="Gesprek" plainTextPath="${path}" ${attributes}>${inner}</TextSource>`
const project = (sources = source(), more = '') => projectXml(`${codes}<Sources>${sources}</Sources>${more}`)
const files = { 'sources/a.txt': text }

/** Every way in which the project above comes, and is to be read as the same. */
const sameProject: readonly { what: string; make: () => Promise<Uint8Array> }[] = [
  { what: 'as the standard has it', make: () => makeQdpx(project(), files) },
  { what: 'Project.qde with a capital', make: () => makeQdpx(project(), files, 'Project.qde') },
  {
    what: 'a project file with a name of its own',
    make: () => makeQdpx(project(), files, 'Twee pleinen.QDE'),
  },
  { what: 'Sources with a capital', make: () => makeQdpx(project(), { 'Sources/A.TXT': text }) },
  {
    what: 'all in a folder',
    make: () => makeQdpx(project(), { 'export/sources/a.txt': text }, 'export/project.qde'),
  },
  {
    what: 'a path with its folder',
    make: () => makeQdpx(project(source(selection(), 'internal:///sources/a.txt')), files),
  },
  {
    what: 'a path with an encoded space',
    make: () => makeQdpx(project(source(selection(), 'internal://a%20b.txt')), { 'sources/a b.txt': text }),
  },
  { what: 'GUIDs in braces', make: () => makeQdpx(project().replace(/="(\d{8}-[^"]+)"/g, '="{$1}"'), files) },
  {
    what: 'GUIDs in upper case',
    make: () =>
      makeQdpx(
        project().replace(/="(\d{8}-[^"]+)"/g, (_, id: string) => `="${id.toUpperCase()}"`),
        files,
      ),
  },
  { what: 'an older namespace', make: () => makeQdpx(project().replace(':1.0"', ':1:0"'), files) },
  { what: 'the oldest namespace', make: () => makeQdpx(project().replace(':1.0"', ':0:10"'), files) },
  {
    what: 'a prefix for the namespace',
    make: () =>
      makeQdpx(
        project()
          .replaceAll(/<(\/?)(?=[A-Z])/g, '<$1q:')
          .replace('xmlns=', 'xmlns:q='),
        files,
      ),
  },
  {
    what: 'empty containers',
    make: () =>
      makeQdpx(
        projectXml(`<Users/>${codes}<Cases/><Sources>${source()}</Sources><Notes/><Links/><Sets/><Graphs/>`),
        files,
      ),
  },
  {
    what: 'UTF-16',
    make: () => makeQdpx(Buffer.from(`\ufeff${project().replace('utf-8', 'utf-16')}`, 'utf16le'), files),
  },
  { what: 'a byte order mark before the XML', make: () => makeQdpx(`\ufeff${project()}`, files) },
  {
    what: 'a text with a byte order mark and CRLF',
    make: () => makeQdpx(project(), { 'sources/a.txt': `\ufeff${text.replace('\n', '\r\n')}` }),
  },
  {
    what: 'a text in UTF-16',
    make: () => makeQdpx(project(), { 'sources/a.txt': Buffer.from(`\ufeff${text}`, 'utf16le') }),
  },
  {
    what: 'the text within the project',
    make: () =>
      makeQdpx(
        projectXml(
          `${codes}<Sources><TextSource guid="${guid(2)}" name="Gesprek"><PlainTextContent>${text}</PlainTextContent>${selection()}</TextSource></Sources>`,
        ),
      ),
  },
]

describe('a project is read the same', () => {
  it.each(sameProject)('with $what', async ({ make }) => {
    const { value, problems } = await readQdpx(await make())
    expect(problems).toEqual([])
    expect(value.notCarried).toEqual([])
    const { study } = value
    expect(study.title).toEqual({ nl: 'Twee pleinen' })
    expect(study.codes.map(({ id, label }) => [id, label.nl])).toEqual([[guid(1), 'Bellen']])
    expect(study.sources.map(each => [each.id, each.title, each.case, each.text])).toEqual([
      [guid(2), 'Gesprek', 'zonder-casus', text],
    ])
    expect(study.segments).toEqual([
      {
        id: guid(3),
        source: guid(2),
        start: 4,
        end: 17,
        quote: 'bellen elkaar',
        prefix: 'Zij ',
        suffix: ' elke dinsdag.\nHij komt nooit.',
        by: 'refi-qda',
        at: '1970-01-01T00:00:00Z',
      },
    ])
    expect(study.codings).toEqual([
      {
        id: guid(4),
        segment: guid(3),
        code: guid(1),
        coder: 'onbekend',
        at: '1970-01-01T00:00:00Z',
        codeVersion: 1,
      },
    ])
  })
})

describe('a project file by itself, out of its archive', () => {
  const inline = projectXml(
    `${codes}<Sources><TextSource guid="${guid(2)}" name="Gesprek"><PlainTextContent>${text}</PlainTextContent>${selection()}</TextSource></Sources>`,
  )

  it.each([
    { what: 'in UTF-8', bytes: Buffer.from(inline) },
    { what: 'with a byte order mark', bytes: Buffer.from(`\ufeff${inline}`) },
    {
      what: 'in UTF-16',
      bytes: Buffer.from(`\ufeff${inline.replace('utf-8', 'utf-16')}`, 'utf16le'),
    },
    { what: 'after an empty line', bytes: Buffer.from(`\n${inline.replace(/^<\?.*\?>/, '')}`) },
  ])('is read: $what', async ({ bytes }) => {
    const { value, problems } = await readQdpx(bytes)
    expect(problems).toEqual([])
    expect(value.study.segments.map(({ quote }) => quote)).toEqual(['bellen elkaar'])
  })

  it('has its texts missing, or given', async () => {
    const alone = await readQdpx(Buffer.from(project()))
    expect(alone.problems.map(({ code }) => code)).toEqual(['source-missing'])
    const given = await readQdpx(Buffer.from(project()), { files: { 'a.txt': Buffer.from(text) } })
    expect(given.problems).toEqual([])
    expect(given.value.study.codings.map(({ id }) => id)).toEqual([guid(4)])
  })

  it('is told from a codebook', async () => {
    await expect(readQdpx(Buffer.from('<CodeBook/>'))).rejects.toMatchObject({
      problems: [{ code: 'refi-no-project', message: expect.stringContaining('codebook') }],
    })
  })
})

/** What is wrong in a project, and which problem and loss it gives; the rest is read. */
const faults: readonly {
  what: string
  xml: string
  files?: Record<string, string | Uint8Array>
  problems: readonly string[]
  lost?: Readonly<Record<string, number>>
}[] = [
  {
    what: 'a text that is missing',
    xml: project(),
    files: {},
    problems: ['source-missing'],
    lost: { 'text-selection': 1, coding: 1 },
  },
  {
    what: 'a source without any text',
    xml: project(`<TextSource guid="${guid(2)}" richTextPath="internal://a.docx"/>`),
    problems: ['source-missing'],
    lost: { 'rich-text': 1 },
  },
  {
    what: 'rich text beside plain text',
    xml: project(source(selection(), 'internal://a.txt', 'richTextPath="internal://a.docx"')),
    problems: [],
    lost: { 'rich-text': 1 },
  },
  {
    what: 'a character that XML cannot hold',
    xml: project().replace('Bellen', 'Bel\u000blen'),
    problems: ['xml-characters'],
  },
  {
    what: 'a reference to such a character',
    xml: project().replace('Bellen', 'Bel&#x1;len'),
    problems: ['xml-characters'],
  },
  {
    what: 'NULs after its end',
    xml: `${project()}\0\0`,
    problems: ['xml-characters'],
  },
  {
    what: 'one text in a file and another within',
    xml: project(source(`<PlainTextContent>Heel iets anders.</PlainTextContent>${selection()}`)),
    problems: ['source-two-texts'],
  },
  {
    what: 'the same text in a file and within',
    xml: project(source(`<PlainTextContent>${text}\n</PlainTextContent>${selection()}`)),
    problems: [],
  },
  {
    what: 'a note that has no file',
    xml: project(
      source(),
      `<Notes><Note guid="${guid(9)}" name="Memo" plainTextPath="internal://m.txt"/></Notes>`,
    ),
    problems: ['note-missing'],
  },
  {
    what: 'a note in rich text only',
    xml: project(
      source(),
      `<Notes><Note guid="${guid(9)}" name="Memo" richTextPath="internal://m.docx"/></Notes>`,
    ),
    problems: ['note-missing'],
    lost: { 'rich-text': 1 },
  },
  {
    what: 'a path out of the project',
    xml: project(source('', 'absolute:///C:/boeken/a.txt')),
    problems: ['source-missing'],
    lost: { 'external-file': 1 },
  },
  {
    what: 'a relative path',
    xml: project(source('', 'relative:///../../a.txt')),
    problems: ['source-missing'],
    lost: { 'external-file': 1 },
  },
  {
    what: 'a path that climbs',
    xml: project(source('', 'internal://../../etc/passwd')),
    problems: ['source-missing'],
  },
  {
    what: 'a text in Windows-1252',
    xml: project(source('')),
    files: { 'sources/a.txt': Buffer.from('Eén plein', 'latin1') },
    problems: ['not-utf8'],
  },
  {
    what: 'a coding of an unknown code',
    xml: project(source(selection().replace(guid(1), guid(77)))),
    problems: ['unknown-code'],
    lost: { coding: 1 },
  },
  {
    what: 'a coding by an unknown user',
    xml: project(source(selection().replace('<Coding ', `<Coding creatingUser="${guid(66)}" `))),
    problems: ['unknown-user'],
  },
  {
    what: 'two selections of one GUID',
    xml: project(source(selection() + selection())),
    problems: ['duplicate-guid', 'duplicate-guid'],
  },
  {
    what: 'a selection that ends just after its text',
    xml: project(source(selection().replace('name="bellen elkaar"', '').replace('"17"', '"49"'))),
    problems: ['selection-past-end', 'offsets-uncertain'],
  },
  {
    what: 'a selection that ends well after its text',
    xml: project(source(selection().replace('name="bellen elkaar"', '').replace('"17"', '"50"'))),
    problems: ['selection-outside-text', 'offsets-uncertain'],
    lost: { 'text-selection': 1, coding: 1 },
  },
  {
    what: 'a Word document where plain text should be',
    xml: project(),
    files: { 'sources/a.txt': Buffer.from('PK\u0003\u0004 Zij bellen elkaar elke dinsdag.') },
    problems: ['source-missing'],
    lost: { 'text-selection': 1, coding: 1, 'rich-text': 1 },
  },
  {
    what: 'a coding of two codes',
    xml: project(source(selection().replace('<CodeRef', `<CodeRef targetGUID="${guid(1)}"/><CodeRef`))),
    problems: [],
    lost: { coding: 1 },
  },
  {
    what: 'positions with a decimal point',
    xml: project(source(selection().replace('"4"', '"4.0"').replace('"17"', '"17.0"'))),
    problems: [],
  },
  {
    what: 'an empty text with selections',
    xml: project(),
    files: { 'sources/a.txt': '' },
    problems: ['selection-outside-text'],
    lost: { 'text-selection': 1, coding: 1 },
  },
  { what: 'two sources of one GUID', xml: project(source('') + source('')), problems: ['duplicate-guid'] },
  {
    what: 'two codes of one GUID',
    xml: project().replace('</Codes>', `<Code guid="${guid(1)}" name="B"/></Codes>`),
    problems: ['duplicate-guid'],
  },
  {
    what: 'a time without zone',
    xml: project(source(selection().replace('<Coding ', '<Coding creationDateTime="2018-10-04T22:56:11" '))),
    problems: ['time-without-zone'],
  },
  {
    what: 'a namespace of another world',
    xml: project().replace('urn:QDA-XML:project:1.0', 'urn:iets-anders'),
    problems: ['refi-namespace'],
  },
  {
    what: 'a code that is not for coding',
    xml: project().replace('isCodable="true"', 'isCodable="false"'),
    problems: [],
    lost: { 'not-codable': 1 },
  },
  {
    what: 'a graph',
    xml: project(source(), `<Graphs><Graph guid="${guid(8)}"/></Graphs>`),
    problems: [],
    lost: { graph: 1 },
  },
  {
    what: 'a link to what is not carried',
    xml: project(
      source(),
      `<Links><Link guid="${guid(8)}" originGUID="${guid(1)}" targetGUID="${guid(88)}"/></Links>`,
    ),
    problems: [],
    lost: { link: 1 },
  },
  {
    what: 'a picture',
    xml: project(
      `${source()}<PictureSource guid="${guid(8)}"><PictureSelection guid="${guid(9)}"><Coding guid="${guid(10)}"/></PictureSelection></PictureSource>`,
    ),
    problems: [],
    lost: { media: 1, 'media-selection': 1, coding: 1 },
  },
  {
    what: 'an element of no version of the standard',
    xml: project(source(), `<Zaken><Zaak/></Zaken>`),
    problems: [],
    lost: { unknown: 1 },
  },
  {
    what: 'elements of no version of the standard within others',
    xml: project(source(`<Emotie/>${selection().replace('<CodeRef', '<Weging><Punt/></Weging><CodeRef')}`)),
    problems: [],
    lost: { unknown: 2 },
  },
  {
    what: 'who changed something',
    xml: project(source(selection(), 'internal://a.txt', 'modifiedDateTime="2024-01-01T00:00:00Z"')),
    problems: [],
    lost: { modified: 1 },
  },
]

describe('what is named by an id that is no GUID', () => {
  const xml = projectXml(
    `<Users><User guid="anna" name="Anna"/></Users>
    <CodeBook><Codes><Code guid="code 7" name="Bellen" isCodable="true"><NoteRef targetGUID="note_1"/></Code></Codes></CodeBook>
    <Variables><Variable guid="v-1" name="Inwoners" typeOfVariable="Integer"/></Variables>
    <Cases><Case guid="c-1" name="Oost"><VariableValue><VariableRef targetGUID="v-1"/><IntegerValue>1200</IntegerValue></VariableValue><SourceRef targetGUID="doc"/></Case></Cases>
    <Sources><TextSource guid="doc" name="Gesprek" plainTextPath="a.txt"><PlainTextSelection guid="s" name="" startPosition="4" endPosition="17"><Coding guid="k" creatingUser="anna"><CodeRef targetGUID="code 7"/></Coding></PlainTextSelection></TextSource></Sources>
    <Notes><Note guid="note_1" name="Memo"><PlainTextContent>Vaak.</PlainTextContent></Note></Notes>
    <Sets><Set guid="kader" name="Kader"><MemberCode targetGUID="code 7"/></Set></Sets>`,
  )

  it('is found all the same, and the ids are listed as not carried', async () => {
    const { value, problems } = await readQdpx(await makeQdpx(xml, files))
    const { study } = value
    expect(problems).toEqual([])
    expect(value.notCarried).toEqual([expect.objectContaining({ what: 'own-ids', count: 9 })])
    const code = study.codes[0]!.id
    expect(code).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5/)
    expect(study.codings.map(each => [each.code, each.coder, each.segment])).toEqual([
      [code, study.coders[0]!.id, study.segments[0]!.id],
    ])
    expect(study.coders.map(({ label }) => label)).toEqual(['Anna'])
    expect(study.segments.map(({ quote }) => quote)).toEqual(['bellen elkaar'])
    expect(study.sources[0]!.case).toBe(study.cases[0]!.id)
    expect(Object.values(study.cases[0]!.values)).toEqual([1200])
    expect(study.memos.map(({ on, text }) => [on.id, text])).toEqual([[code, 'Vaak.']])
    expect(study.frames.map(({ rows }) => rows.map(({ id }) => id))).toEqual([[code]])
  })

  it('has the same id in the next export', async () => {
    const first = (await readQdpx(await makeQdpx(xml, files))).value.study
    const longer = xml.replace('<Users>', '<Description>Later.</Description>\n\n<Users>')
    const { study } = (await readQdpx(await makeQdpx(longer, files), { study: first })).value
    expect(study.codings).toEqual(first.codings)
    expect(study.sources.map(({ id }) => id)).toEqual(first.sources.map(({ id }) => id))
  })

  it.each([
    { what: 'in parentheses', write: (id: string) => `(${id})` },
    { what: 'without hyphens', write: (id: string) => id.replaceAll('-', '').toUpperCase() },
  ])('but a GUID $what is one', async ({ write }) => {
    const written = project().replace(/="(\d{8}-[^"]+)"/g, (_, id: string) => `="${write(id)}"`)
    const { value } = await readQdpx(await makeQdpx(written, files))
    expect(value.notCarried).toEqual([])
    expect(value.study.codings.map(({ id, code }) => [id, code])).toEqual([[guid(4), guid(1)]])
  })
})

describe('a project is read as far as it can be', () => {
  it.each(faults)('with $what', async ({ xml, files: given = files, problems: expected, lost = {} }) => {
    const { value, problems } = await readQdpx(await makeQdpx(xml, given))
    expect(problems.map(({ code }) => code).sort()).toEqual([...expected].sort())
    expect(Object.fromEntries(value.notCarried.map(({ what, count }) => [what, count]))).toEqual(lost)
    expect(value.study.sources.map(({ id }) => id)).toEqual([guid(2)])
  })

  it('shows a character that XML cannot hold as what it is not', async () => {
    const xml = project().replace('Bellen', 'Één\u000b&#9;keer &#31;&amp;&#x1F600;')
    const { value } = await readQdpx(await makeQdpx(xml, files))
    expect(value.study.codes.map(({ label }) => label.nl)).toEqual(['Één\ufffd\tkeer \ufffd&😀'])
    expect(value.study.codings).toHaveLength(1)
  })

  it('takes a file from outside where it is given', async () => {
    const xml = project(source(selection(), 'relative:///gesprekken/a.txt'))
    const { value, problems } = await readQdpx(await makeQdpx(xml), {
      files: { 'gesprekken/a.txt': Buffer.from(text) },
    })
    expect(problems).toEqual([])
    expect(value.study.segments).toHaveLength(1)
  })

  it.each([
    { what: 'no project in it', make: () => makeQdpx('x', {}, 'lees-mij.txt'), code: 'refi-no-project' },
    { what: 'other XML in it', make: () => makeQdpx('<Boek/>'), code: 'refi-no-project' },
    { what: 'broken XML in it', make: () => makeQdpx(project().slice(0, 300), files), code: 'xml-malformed' },
    {
      what: 'entities that grow',
      make: () =>
        makeQdpx(
          `<!DOCTYPE P [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${project()
            .replace(/^<\?.*\?>/, '')
            .replace('Bellen', '&b;')}`,
          files,
        ),
      code: 'xml-malformed',
    },
    {
      what: 'more elements than its size can bear',
      make: () => makeQdpx(projectXml(`<Users>${'<U/>'.repeat(400_000)}</Users>`)),
      code: 'xml-too-large',
    },
    {
      what: 'more bytes than its size can bear',
      make: () => makeQdpx(project(), { 'sources/b.txt': new Uint8Array(80 * 1024 * 1024) }),
      code: 'archive-too-large',
    },
    {
      what: 'nothing but words',
      make: async () => Buffer.from('Geachte heer, mevrouw'),
      code: 'archive-truncated',
    },
  ])('but not with $what', async ({ make, code }) => {
    await expect(readQdpx(await make())).rejects.toMatchObject({ problems: [{ code }] })
  })
})
