import { writeArchive } from '@codeerbank/archive'
import { describe, expect, it } from 'vitest'
import { documentLimits } from '../../src/document/document-limits.ts'
import { readDocument } from '../../src/document/read-document.ts'
import { docx, odt, p } from './document-parts.ts'

async function codesOf(bytes: Uint8Array, limits = {}) {
  const { document, problems } = await readDocument(bytes, 'a', { ...documentLimits, ...limits })
  return [...problems, ...(document?.problems ?? [])].map(({ code }) => code)
}

describe('a document past a limit is refused', () => {
  it.each([
    ['a Word document of many paragraphs', () => docx(p('a').repeat(10)), { wordElements: 21 }],
    ['an OpenDocument text of many paragraphs', () => odt('<text:p/>'.repeat(10)), { elements: 12 }],
    ['a Word document of many words', () => docx(p('aaaaaaaaaa')), { text: 9 }],
    ['an OpenDocument text of many words', () => odt('<text:p>aaaaaaaaaa</text:p>'), { text: 9 }],
    [
      'an OpenDocument text of many spaces',
      () => odt('<text:p>a<text:s text:c="10"/></text:p>'),
      { text: 9 },
    ],
    ['a Word document of many signs that are dear', () => docx(p('&lt;&amp;')), { text: 19 }],
    ['a Word document with large parts', () => docx(' '.repeat(2000)), { bytes: 2000 }],
    ['an OpenDocument text with large content', () => odt(' '.repeat(2000)), { bytes: 2000 }],
  ] as const)('%s', async (_, file, limits) => {
    expect(await codesOf(await file(), limits)).toEqual(['document-too-large'])
    const [limit, most] = Object.entries(limits)[0]!
    expect(await codesOf(await file(), { [limit]: most * 2 })).not.toContain('document-too-large')
  })

  it('where its elements lie too deep in each other', async () => {
    const deep = (name: string) => `<${name}>`.repeat(300) + `</${name}>`.repeat(300)
    expect(await codesOf(await docx(deep('w:sdt')))).toEqual(['xml-too-large'])
    expect(await codesOf(await odt(deep('text:span')))).toEqual(['xml-too-large'])
  })

  it('where its XML has a great many references', async () => {
    const file = [await docx(p('&lt;'.repeat(9))), await odt(`<text:p>${'&lt;'.repeat(9)}</text:p>`)]
    for (const each of file) {
      expect(await codesOf(each, { references: 8 })).toEqual(['xml-too-large'])
      expect(await codesOf(each, { references: 9 })).toEqual([])
    }
  })

  it('where the archive holds a great many files', async () => {
    const files = Array.from({ length: 5001 }, (_, i) => ({ name: `word/${i}.xml`, content: '' }))
    expect(await codesOf(await writeArchive(files))).toEqual(['archive-too-large'])
  })

  it('where the list of what is in it is large', async () => {
    const large = ' '.repeat(8 * 1024 * 1024)
    const files = [
      [
        { name: '[Content_Types].xml', content: `${large} ` },
        { name: 'word/document.xml', content: '<d/>' },
      ],
      [
        { name: 'META-INF/manifest.xml', content: `${large} ` },
        { name: 'content.xml', content: '<d/>' },
      ],
    ]
    for (const each of files) expect(await codesOf(await writeArchive(each))).toEqual(['document-too-large'])
  })

  it('and entities of its own are not expanded', async () => {
    const content = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b SYSTEM "file:///etc/hostname">]><d xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><text:p>&a;&b;</text:p></d>`
    const file = await writeArchive([
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
      { name: 'content.xml', content },
    ])
    expect(await codesOf(file)).toEqual(['xml-malformed'])
  })
})
