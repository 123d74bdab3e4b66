import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { writeArchive } from '@codeerbank/archive'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readFieldnote, readObservation } from '../../src/index.ts'
import { readTurnsOf } from '../read-turns-of.ts'
import { docx, odt, p } from './document-parts.ts'
import { docxCases } from './docx-cases.ts'
import { interviewText, interviewTurns, partsText, partsTurns } from './interview.ts'
import { odtCases } from './odt-cases.ts'

const fixture = (name: string) => readFile(join(import.meta.dirname, name))
const codes = (problems: readonly string[]) => problems.map(each => each.replace(/:1$/, ''))

beforeEach(() => {
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) vi.spyOn(console, method)
})

afterEach(() => {
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
    expect(console[method]).not.toHaveBeenCalled()
  vi.restoreAllMocks()
})

describe('a Word document', () => {
  it.each(
    docxCases.map(([what, body, text, problems = [], parts = {}]) => ({ what, body, text, problems, parts })),
  )('with $what', async ({ body, text, problems, parts }) => {
    const found = await readTurnsOf(await docx(body, parts), 'gesprek.docx')
    expect(found.text).toBe(text)
    expect(codes(found.problems).filter(code => code !== 'no-turns')).toEqual(problems)
    expect(found.format).toBe('docx')
  })

  it('has turns as any transcript does: labels with a space before the colon, times, headings between', async () => {
    const heading = `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Deel twee</w:t></w:r></w:p>`
    const body = `${p('Researcher 1 : Waarom?')}${p('Anna: [00:00:05] Daarom.')}${heading}${p('Anna: En dus. #00:00:09-0#')}`
    const found = await readTurnsOf(await docx(body), 'gesprek.docx')
    expect(found.turns).toEqual(['Researcher 1|-|Waarom?', 'Anna|5-|Daarom.', 'Anna|-9|En dus.'])
    expect(found.problems).toEqual([])
  })

  it('of Teams or Otter has names and times above the words', async () => {
    const line = (name: string, words: string) =>
      `<w:p><w:r><w:t>${name}</w:t><w:br/><w:t>${words}</w:t></w:r></w:p>`
    const body = `${line('Jansen, Piet   0:03', 'Dag.')}${line('Ans de Wit   0:05', 'Dag Piet.')}`
    expect((await readTurnsOf(await docx(body), 'a.docx')).turns).toEqual([
      'Jansen, Piet|3-|Dag.',
      'Ans de Wit|5-|Dag Piet.',
    ])
  })

  it('has foot notes that nobody says, below its last turn', async () => {
    const found = await readTurnsOf(
      await docx(p('R1: Een', '<w:r><w:footnoteReference w:id="2"/></w:r>'), {
        footnotes: `<w:footnote w:id="2">${p('Over een.')}</w:footnote>`,
      }),
      'a.docx',
    )
    expect(found.turns).toEqual(['R1|-|Een[1]'])
  })
})

describe('an OpenDocument text', () => {
  it.each(odtCases.map(([what, body, text, problems = []]) => ({ what, body, text, problems })))(
    'with $what',
    async ({ body, text, problems }) => {
      const found = await readTurnsOf(await odt(body), 'gesprek.odt')
      expect(found.text).toBe(text)
      expect(codes(found.problems).filter(code => code !== 'no-turns')).toEqual(problems)
      expect(found.format).toBe('odt')
    },
  )
})

describe('a document that LibreOffice wrote', () => {
  it.each(['interview.docx', 'interview.odt'])('%s has the text and turns that were put in', async name => {
    const found = await readTurnsOf(await fixture(name), name)
    expect(found.text).toBe(interviewText)
    expect(found.turns).toEqual(interviewTurns)
    expect(found.problems).toEqual([])
  })

  it.each(['parts.docx', 'parts.odt'])(
    '%s has its notes, table and list, and not what was deleted',
    async name => {
      const found = await readTurnsOf(await fixture(name), name)
      expect(found.text).toBe(partsText)
      expect(found.turns).toEqual(partsTurns)
      expect(found.problems).toEqual(['left-out:1', 'left-out:1'])
    },
  )

  it('is also read as a note or an observation', async () => {
    const bytes = await fixture('interview.docx')
    for (const read of [readFieldnote, readObservation]) {
      const { value, problems } = await read(bytes, { name: 'a.docx', metadata: { title: 'Op het plein' } })
      expect([value.text, value.turns, value.metadata, problems]).toEqual([
        interviewText,
        [],
        { id: 'a', title: 'Op het plein' },
        [],
      ])
    }
  })
})

describe('a file', () => {
  const pdfLike = new TextEncoder().encode('Zie de %PDF-1.7 van gisteren.\nR1: Ja.')

  it.each([
    ['a Word document called .txt', 'docx', 'a.txt', ['renamed-file:1'], ['R1|-|Een.']],
    ['a Word document called .odt', 'docx', 'a.odt', ['renamed-file:1'], ['R1|-|Een.']],
    ['an OpenDocument text called .docx', 'odt', 'a.docx', ['renamed-file:1'], ['R1|-|Een.']],
    ['a Word document without an ending', 'docx', 'a', [], ['R1|-|Een.']],
    ['a Word document called .DOCX', 'docx', 'a.DOCX', [], ['R1|-|Een.']],
    ['text called .docx', 'text', 'a.docx', ['renamed-file:1'], ['R1|-|Een.']],
    ['text that speaks of PDF', 'pdf-like', 'a.txt', [], ['R1|-|Ja.']],
  ] as const)('that is %s is known by what it holds', async (_, kind, name, problems, turns) => {
    const files = {
      docx: await docx(p('R1: Een.')),
      odt: await odt('<text:p>R1: Een.</text:p>'),
      text: new TextEncoder().encode('R1: Een.'),
      'pdf-like': pdfLike,
    }
    const found = await readTurnsOf(files[kind], name)
    expect(found.problems).toEqual(problems)
    expect(found.turns).toEqual(turns)
  })

  const utf16 = (text: string) => Buffer.from(text, 'utf16le')
  const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  const zip = (...names: readonly string[]) => writeArchive(names.map(name => ({ name, content: 'x' })))

  it.each([
    [
      'a Word document behind a password',
      'archive-encrypted',
      async () => Buffer.concat([ole, utf16('EncryptedPackage')]),
    ],
    ['an old Word document', 'old-document', async () => Buffer.concat([ole, utf16('WordDocument')])],
    [
      'an OpenDocument text behind a password',
      'archive-encrypted',
      () => odt('', '<m:file-entry><m:encryption-data/></m:file-entry>'),
    ],
    [
      'an OpenDocument text behind a password, as newer programs keep it',
      'archive-encrypted',
      () =>
        writeArchive([
          { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
          { name: 'encrypted-package', content: 'x' },
        ]),
    ],
    [
      'a Word document that is cut off',
      'archive-truncated',
      async () => (await docx(p('R1: Een.'))).subarray(0, 400),
    ],
    ['a Word document without a document', 'document-unreadable', () => zip('word/settings.xml')],
    ['a Word document whose XML is damaged', 'xml-malformed', () => docx('<w:p>')],
    ['an OpenDocument text without its content', 'not-a-transcript', () => zip('mimetype', 'styles.xml')],
    ['a workbook', 'not-a-transcript', () => zip('xl/workbook.xml')],
    ['a presentation', 'not-a-transcript', () => zip('ppt/presentation.xml')],
    ['a project', 'not-a-transcript', () => zip('project.qde')],
    ['an e-book', 'not-a-transcript', () => zip('META-INF/container.xml')],
    ['some archive', 'not-a-transcript', () => zip('a.txt')],
    ['an empty archive', 'not-a-transcript', () => zip()],
    ['a file in RTF', 'not-a-transcript', async () => Buffer.from('{\\rtf1\\ansi R1: Een.}')],
    [
      'a web page',
      'not-a-transcript',
      async () => Buffer.from('<!DOCTYPE html>\n<html><p>R1: Een.</p></html>'),
    ],
    [
      'a web page of Word',
      'not-a-transcript',
      async () => Buffer.from('<html xmlns:w="x"><p>R1: Een.</p></html>'),
    ],
    ['XML', 'not-a-transcript', async () => Buffer.from('<?xml version="1.0"?>\n<office:document/>')],
    ['something that is no document', 'document-unreadable', async () => new Uint8Array(200)],
    ['a picture', 'not-a-transcript', async () => Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['a picture of a telephone', 'not-a-transcript', async () => Buffer.from('\0\0\0\x18ftypheic', 'latin1')],
    [
      'a picture of a web page',
      'not-a-transcript',
      async () => Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1'),
    ],
    ['a packed file', 'not-a-transcript', async () => gzipSync('R1: Een.')],
    ['an archive of 7-Zip', 'not-a-transcript', async () => Buffer.from("7z\xbc\xaf'\x1c\0\x04", 'latin1')],
    ['a document of Pages', 'not-a-transcript', () => zip('Index/Document.iwa', 'preview.jpg')],
    ['a recording', 'not-a-transcript', async () => Buffer.from('ID3\x03\0\0', 'latin1')],
    ['a film', 'not-a-transcript', async () => Buffer.from('\0\0\0\x20ftypisom', 'latin1')],
  ] as const)('that is %s has a problem of its own (%s)', async (_, code, file) => {
    const found = await readTurnsOf(await file(), 'a.docx')
    expect(found.problems).toEqual([`${code}:1`])
    expect([found.text, found.turns]).toEqual(['', []])
  })
})
