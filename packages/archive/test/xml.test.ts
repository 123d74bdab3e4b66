import { describe, expect, it } from 'vitest'
import { readXml, readXmlTree, xmlText } from '../src/index.ts'
import { faultOf } from './fault-of.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('XML', () => {
  it('is read as elements, with their namespace, attributes and line', async () => {
    const root = await readXmlTree(
      bytesOf('<a:p xmlns:a="urn:a"\n x="1" a:x="2" a:y="3">Dag &amp; <b/><![CDATA[<x>]]>&#x1F44B;</a:p>'),
    )
    expect(root).toEqual({
      name: 'p',
      uri: 'urn:a',
      attributes: { x: '1', y: '3' },
      line: 2,
      children: ['Dag & ', { name: 'b', uri: '', attributes: {}, line: 2, children: [] }, '<x>👋'],
    })
    expect(xmlText(root)).toBe('Dag & <x>👋')
  })

  it('has no attribute for the namespace that it is in', async () => {
    expect(await readXmlTree(bytesOf('<a xmlns="urn:a" xmlns:b="urn:b" b:c="1" d="2"/>'))).toEqual({
      ...{ name: 'a', uri: 'urn:a', line: 1, children: [] },
      attributes: { c: '1', d: '2' },
    })
  })

  it('takes text in the order of the document', async () => {
    expect(xmlText(await readXmlTree(bytesOf('<a>1<b>2<c>3</c>4</b>5<d>6</d></a>')))).toBe('123456')
  })

  it('is the same however it is cut into pieces', async () => {
    const bytes = bytesOf('<a><b c="é">👋🏽 &lt;</b></a>')
    for (let cut = 1; cut < bytes.length; cut++) {
      const seen: string[] = []
      await readXml([bytes.subarray(0, cut), bytes.subarray(cut)], {
        open: ({ name, attributes }) => seen.push(`+${name}${attributes.c ?? ''}`),
        close: name => seen.push(`-${name}`),
        text: text => seen.push(text),
      })
      expect(seen.join('')).toBe('+a+bé👋🏽 <-b-a')
    }
  })

  it.each([
    ['UTF-8 with a byte order mark', Buffer.from('\uFEFF<?xml version="1.0" encoding="utf-8"?><a>é</a>')],
    ['UTF-16', Buffer.from('\uFEFF<?xml version="1.0" encoding="UTF-16"?><a>é</a>', 'utf16le')],
    ['UTF-16 without a mark', Buffer.from('<a>é</a>', 'utf16le')],
    ['UTF-16 with the high bytes first', Buffer.from('\uFEFF<a>é</a>', 'utf16le').swap16()],
    ['UTF-16 with the high bytes first and no mark', Buffer.from('<a>é</a>', 'utf16le').swap16()],
    ['UTF-8 that says it is UTF-16', Buffer.from('<?xml version="1.0" encoding="UTF-16"?><a>é</a>')],
    ['UTF-8 where an attribute is called encoding', Buffer.from('<a encoding="latin1">é</a>')],
    [
      'another encoding that it states',
      Buffer.from('<?xml version="1.0" encoding="windows-1252"?><a>é</a>', 'latin1'),
    ],
  ])('is read in %s', async (_, bytes) => {
    expect(xmlText(await readXmlTree(bytes))).toBe('é')
  })
})

describe('XML that cannot be read', () => {
  it.each([
    ['ends too soon', '<a>\n<b></b>', 2],
    ['closes another element', '<a>\n<b></a>', 2],
    ['has no element', '\n', 2],
    ['expands an entity of its own', '<!DOCTYPE a [<!ENTITY b "c">]>\n<a>&b;</a>', 2],
    ['reads a file elsewhere', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hosts">]>\n\n<a>&b;</a>', 3],
  ])('because it %s says on which line', async (_, text, line) => {
    expect(await faultOf(readXmlTree(bytesOf(text), { file: 'a.xml' }))).toMatchObject({
      code: 'xml-malformed',
      place: { file: 'a.xml', line },
    })
  })

  it.each([
    ['<a b=c/>', 'c', 6],
    ['<a>&b;</a>', ';', 6],
    ['<a>\n<b></a>', 'the last >', 7],
    ['<a>\n<b></b>', 'the last >', 7],
    ['<a>😀<b c=d/></a>', 'd, after one character of two UTF-16 units', 11],
    ['\n', 'the beginning of a line', 1],
  ])('such as %j says in which column: that of %s', async (text, _, column) => {
    expect(await faultOf(readXmlTree(bytesOf(text)))).toMatchObject({ place: { column } })
  })

  it('says that it is not in the encoding that it states', async () => {
    for (const bytes of [
      Buffer.from('<a>\xe9</a>', 'latin1'),
      Buffer.from('<?xml version="1.0" encoding="klingon"?><a/>'),
    ])
      expect((await faultOf(readXmlTree(bytes)))?.code).toBe('xml-encoding')
  })

  it('holds to its limits of depth, of elements and of references', async () => {
    const limits = { depth: 3, elements: 4, references: 2 }
    const codeOf = async (text: string) => (await faultOf(readXmlTree(bytesOf(text), { limits })))?.code
    expect(await codeOf('<a><b><c/><c/></b></a>')).toBeUndefined()
    expect(await codeOf('<a><b><c><d/></c></b></a>')).toBe('xml-too-large')
    expect(await codeOf('<a><b/><b/><b/><b/></a>')).toBe('xml-too-large')
    expect(await codeOf('<a>&lt;<b c="&#33;"/></a>')).toBeUndefined()
    expect(await codeOf('<a>&lt;<b c="&#33;"/>&gt;</a>')).toBe('xml-too-large')
    expect((await faultOf(readXmlTree(bytesOf('<a>'.repeat(100_000)))))?.code).toBe('xml-too-large')
  })

  it('says no words of the document', async () => {
    expect((await faultOf(readXmlTree(bytesOf('<a><geheim></a>'))))?.message).not.toContain('geheim')
  })
})
