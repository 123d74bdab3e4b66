import { writeArchive } from '@codeerbank/archive'

const mebi = 1024 * 1024

/** As much as fits into 10 MiB, or other bytes. */
function fill(unit: string, bytes = 10 * mebi): string {
  return unit.repeat(Math.floor(bytes / Buffer.byteLength(unit)))
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>'
const office = 'http://schemas.openxmlformats.org'

function contentTypes(part: string, type: string): string {
  return `${declaration}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`
}

function relation(type: string, target: string): string {
  return `${declaration}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`
}

function docx(body: string): Promise<Uint8Array> {
  return writeArchive([
    {
      name: '[Content_Types].xml',
      content: contentTypes('word/document.xml', 'wordprocessingml.document'),
    },
    { name: '_rels/.rels', content: relation('officeDocument', 'word/document.xml') },
    {
      name: 'word/document.xml',
      content: `${declaration}<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    },
  ])
}

function xlsx(rows: string): Promise<Uint8Array> {
  const names = `xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"`
  return writeArchive([
    { name: '[Content_Types].xml', content: contentTypes('xl/workbook.xml', 'spreadsheetml.sheet') },
    { name: '_rels/.rels', content: relation('officeDocument', 'xl/workbook.xml') },
    {
      name: 'xl/workbook.xml',
      content: `<workbook ${names}><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: relation('worksheet', 'worksheets/sheet1.xml') },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet ${names}><sheetData>${rows}</sheetData></worksheet>`,
    },
  ])
}

function odt(body: string): Promise<Uint8Array> {
  const names =
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
  return writeArchive([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
    {
      name: 'META-INF/manifest.xml',
      content: '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    },
    {
      name: 'content.xml',
      content: `${declaration}<office:document-content ${names}><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    },
  ])
}

function guid(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`
}

function qdpx(content: string): Promise<Uint8Array> {
  return writeArchive([
    {
      name: 'project.qde',
      content: `${declaration}<Project xmlns="urn:QDA-XML:project:1.0" name="x">${content}</Project>`,
    },
  ])
}

function codes(count: number): string {
  return Array.from(
    { length: count },
    (_, i) => `<Code guid="${guid(i)}" name="c${i}" isCodable="true"/>`,
  ).join('')
}

function selections(count: number): string {
  const all = Array.from(
    { length: count },
    (_, i) => `<PlainTextSelection guid="${guid(i + 9)}" startPosition="${i}" endPosition="${i + 4}"/>`,
  )
  return `<Sources><TextSource guid="${guid(1)}"><PlainTextContent>${fill('woord ', mebi)}</PlainTextContent>${all.join('')}</TextSource></Sources>`
}

/** A file of at most 10 MiB that was made to take as much memory as can be. */
export interface HostileFile {
  readonly name: string
  /** `transcript` where it is left out. */
  readonly reader?: 'workbook' | 'codings' | 'codebook' | 'quotations' | 'cross-table' | 'qdc' | 'qdpx'
  readonly make: () => string | Uint8Array | Promise<Uint8Array>
}

const head = 'source,quote,code,coder\n'
const turns = 'R1: Dat is zo gegroeid in de wijk.\n\nInterviewer: Hoe dan?\n\n'

export const hostileFiles: Readonly<Record<string, HostileFile>> = {
  'Markdown of turns': { name: 'a.md', make: () => fill(turns) },
  'Markdown of headings': { name: 'a.md', make: () => fill('# *h\n') },
  'Markdown of quotations in each other': { name: 'a.md', make: () => fill('>') },
  'Markdown of links in each other': { name: 'a.md', make: () => fill('[a](') },
  'Markdown of lists': { name: 'a.md', make: () => fill('- a\n  - b\n') },
  'Markdown of a table': { name: 'a.md', make: () => `|a|\n|-|\n${fill('|b|\n', 9 * mebi)}` },
  'Markdown of marks': { name: 'a.md', make: () => fill(':code[woord]{code="X" coder="a"}\n\n') },
  'Markdown of marks left open': { name: 'a.md', make: () => fill(':code[') },
  'front matter of aliases': {
    name: 'a.md',
    make: () => `---\n${fill('a: &a [*a,*a]\n', 9 * mebi)}---\nR1: x`,
  },
  'text with times': { name: 'a.txt', make: () => fill('woord #00:01:02-5#\n\n') },
  'text with times in brackets': { name: 'a.txt', make: () => `I: ${fill('ja [00:01:02] ', 9 * mebi)}` },
  'text of times alone': { name: 'a.txt', make: () => `I: x\n${fill('0:05\n', 9 * mebi)}` },
  'text of empty lines': { name: 'a.txt', make: () => `I: x${fill('\n', 9 * mebi)}R1: y` },
  'captions of one cue with many voices': {
    name: 'a.vtt',
    make: () => `WEBVTT\n\n0:01.000 --> 0:02.000\n${fill('<v A>a<v B>b', 9 * mebi)}`,
  },
  'captions of few bytes': { name: 'a.srt', make: () => fill('0:01 --> 0:02\na\n') },
  'text with names above': { name: 'a.txt', make: () => fill('Jan  0:03\nja\n\n') },
  captions: {
    name: 'a.vtt',
    make: () => `WEBVTT\n\n${fill('00:00:01.000 --> 00:00:02.000\n<v Jan>ja\n\n', 9 * mebi)}`,
  },
  'JSON in itself': { name: 'a.json', make: () => fill('[') },
  'JSON of a text deep in itself': {
    name: 'a.json',
    make: () => `{"segments":${fill('[{"text":', 9 * mebi)}`,
  },
  'JSON of many pieces': {
    name: 'a.json',
    make: () => `{"segments":[${fill('{"start":1,"text":"a"},', 9 * mebi)}{}]}`,
  },
  'captions of a word': { name: 'a.srt', make: () => fill('1\n0:00:00,0 --> 0:00:01,0\nI: a\n') },
  'captions that roll': {
    name: 'a.vtt',
    make: () => `WEBVTT\n\n${fill('0:00.000 --> 0:01.000\na<0:00.500>\n\n', 9 * mebi)}`,
  },
  'a table of who and what': { name: 'a.txt', make: () => fill('R1\ta\n') },
  'oTranscribe in itself': {
    name: 'a.otr',
    make: () => JSON.stringify({ text: fill('<div>', 9 * mebi), media: '', 'media-time': 0 }),
  },
  'a document of paragraphs': {
    name: 'a.docx',
    make: () => docx(fill('<w:p><w:r><w:t>R1: ja</w:t></w:r></w:p>', 45 * mebi)),
  },
  'a document of parts in each other': {
    name: 'a.docx',
    make: () => docx(fill('<w:sdt><w:sdtContent>', 5 * mebi)),
  },
  'an OpenDocument of spaces': {
    name: 'a.odt',
    make: () => odt(`<text:p>${fill('<text:s text:c="999999999"/>', mebi)}</text:p>`),
  },
  'a PDF of anything': { name: 'a.pdf', make: () => `%PDF-1.4\n${fill('1 0 obj<</Length 9>>', 9 * mebi)}` },
  'a workbook of numbers': {
    name: 'a.xlsx',
    reader: 'workbook',
    make: () => xlsx(fill('<row><c><v>1</v></c><c><v>2</v></c></row>', 30 * mebi)),
  },
  'a workbook of texts': {
    name: 'a.xlsx',
    reader: 'workbook',
    make: () => xlsx(fill('<row><c t="inlineStr"><is><t>abcdefghij</t></is></c></row>', 38 * mebi)),
  },
  'CSV of commas': { name: 'a.csv', reader: 'codings', make: () => head + fill(',', 9 * mebi) },
  'CSV of short rows': { name: 'a.csv', reader: 'codings', make: () => head + fill('a,b,c,d\n', 9 * mebi) },
  'CSV of rows of one cell': { name: 'a.csv', reader: 'codings', make: () => head + fill('a\n', 9 * mebi) },
  'a quotation report of rows of one cell': {
    name: 'a.csv',
    reader: 'quotations',
    make: () => fill('a\n', 9 * mebi),
  },
  'CSV of line ends': { name: 'a.csv', reader: 'codings', make: () => head + fill('\n', 9 * mebi) },
  'CSV of quotes': { name: 'a.csv', reader: 'codings', make: () => `${head}"${fill('""', 9 * mebi)}` },
  'a quotation report of short rows with times': {
    name: 'a.csv',
    reader: 'quotations',
    make: () =>
      `Document,Quotation Content,Codes,Created,Modified\n${fill('a,b,c,3/4/2024,3/5/2024\n', 9 * mebi)}`,
  },
  'a cross table with a head much wider than its rows': {
    name: 'a.csv',
    reader: 'cross-table',
    make: () => `,${fill('a,', 39_998)}b\n${fill(`x,${fill('1,', 2000)}1\n`, 3 * mebi)}`,
  },
  'a codebook of codes': { name: 'a.qdc', reader: 'qdc', make: () => codebookFile(codes(90_000)) },
  'a codebook of codes in each other': {
    name: 'a.qdc',
    reader: 'qdc',
    make: () => codebookFile(fill('<Code name="a">', 9 * mebi)),
  },
  'a project of selections': { name: 'a.qdpx', reader: 'qdpx', make: () => qdpx(selections(200_000)) },
  'a project of more selections': { name: 'a.qdpx', reader: 'qdpx', make: () => qdpx(selections(220_000)) },
  'a project that unpacks to 200 MiB': {
    name: 'a.qdpx',
    reader: 'qdpx',
    make: () => qdpx(fill('<Note/>', 200 * mebi)),
  },
}

function codebookFile(content: string): string {
  return `${declaration}<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>${content}</Codes></CodeBook>`
}
