import { guid } from './make-qdpx.ts'
import { project, selection, source, text } from './wild-project.ts'

/** What is wrong in a project, and which problem and loss it gives; the rest is read. */
export const faultCases: readonly {
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
    what: 'an ampersand by itself',
    xml: project().replace('Bellen', 'R & D'),
    problems: ['xml-slips'],
  },
  {
    what: 'an end tag with a slip (QualCoder)',
    xml: project(
      `${source()}<AudioSource guid="${guid(8)}" path="internal://a.mp3"><AudioSelection guid="${guid(9)}" begin="0" end="9"></Audio'Selection></AudioSource>`,
    ),
    problems: ['xml-slips'],
    lost: { media: 1, 'media-selection': 1 },
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
    xml: project(
      source(
        selection(),
        'internal://a.txt',
        'creationDateTime="2023-01-01T00:00:00Z" modifiedDateTime="2024-01-01T00:00:00Z"',
      ),
    ),
    problems: [],
    lost: { modified: 1 },
  },
]
