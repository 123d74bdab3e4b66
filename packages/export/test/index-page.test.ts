import { describe, expect, it } from 'vitest'
import { indexToHtml, type OutputGroup } from '../src/index.ts'

const tables: OutputGroup = {
  title: 'Tabellen',
  outputs: [
    { file: 'table-7.html', label: 'Tabel 7. Fase' },
    { file: 'table-7.md', label: 'Tabel 7. Fase' },
    { file: 'table-7.csv', label: 'Tabel 7. Fase' },
    { file: 'table-7.docx', label: 'Tabel 7. Fase' },
    { file: 'table-7.xlsx', label: 'Tabel 7. Fase' },
    { file: 'table-7.tex', label: 'Tabel 7. Fase' },
    { file: 'annotations.jsonld', label: 'Annotaties' },
  ],
}

function page(groups: readonly OutputGroup[], language: 'nl' | 'en' = 'nl'): string {
  return indexToHtml({ title: 'Mijn <studie>', description: '3 casussen & meer', language, groups })
}

/** The links of a page, as their address and what they say. */
function linksOf(html: string): readonly (readonly [address: string, text: string])[] {
  return [...html.matchAll(/<a [^>]*?href="([^"]*)"[^>]*>(.*?)<\/a>/g)].map(([, address, text]) => [
    address ?? '',
    (text ?? '').replace(/<[^>]*>/g, ''),
  ])
}

describe('the page that leads to all files', () => {
  it('has for each thing its title, which leads to the page to read, and a link a format', () => {
    expect(linksOf(page([tables]))).toEqual([
      ['table-7.html', 'Tabel 7. Fase'],
      ['table-7.html', 'webpagina'],
      ['table-7.md', 'Markdown'],
      ['table-7.csv', 'CSV'],
      ['table-7.docx', 'Word'],
      ['table-7.xlsx', 'Excel'],
      ['table-7.tex', 'LaTeX'],
      ['annotations.jsonld', 'JSON-LD'],
    ])
  })

  it('says its title, what the study has, and the groups, in the order in which they are given', () => {
    const html = page([tables, { title: 'Figuren & meer', outputs: [] }])
    expect(html).toContain('<title>Mijn &#x3C;studie></title>')
    expect(html).toContain('<h1>Mijn &#x3C;studie></h1><p>3 casussen &#x26; meer</p><h2>Tabellen</h2>')
    expect(html.indexOf('<h2>Figuren &#x26; meer</h2>')).toBeGreaterThan(html.indexOf('JSON-LD</a>'))
  })

  it('is in the language of the study', () => {
    const english = page([tables], 'en')
    expect(english).toContain('<html lang="en">')
    expect(linksOf(english)[1]).toEqual(['table-7.html', 'web page'])
  })

  it('gives each link a name that says of what it is the format, for who hears the page', () => {
    expect(page([tables])).toContain('<a href="table-7.csv" aria-label="Tabel 7. Fase: CSV">CSV</a>')
  })

  it('gives a thing without a page to read a title that leads nowhere', () => {
    expect(page([{ title: 'T', outputs: [{ file: 'codings.csv', label: 'Coderingen' }] }])).toContain(
      '<li><span class="title">Coderingen</span> <span class="formats"><a href="codings.csv"',
    )
  })

  it('names files of one format by their names, without the folder, and a format that it does not know by its file', () => {
    const files = ['datapackage/study.csv', 'datapackage/codes.csv', 'datapackage/x.json', 'notes.odt']
    const html = page([{ title: 'T', outputs: files.map(file => ({ file, label: 'Gegevens' })) }])
    expect(linksOf(html)).toEqual([
      ['datapackage/study.csv', 'study.csv'],
      ['datapackage/codes.csv', 'codes.csv'],
      ['datapackage/x.json', 'JSON'],
      ['notes.odt', 'notes.odt'],
    ])
  })

  it('shows a figure with its title, and leads to the figure itself', () => {
    const html = page([{ title: 'Figuren', outputs: [{ file: 'code-tree.svg', label: 'Codeboom' }] }])
    expect(html).toContain('<figcaption><span class="title">Codeboom</span>')
    expect(html).toContain(
      '<a href="code-tree.svg" title="Op ware grootte"><img src="code-tree.svg" alt="Codeboom" loading="lazy"></a>',
    )
    expect(html).not.toContain('<ul')
  })

  it('shows both figures of one title', () => {
    const outputs = ['a.svg', 'b.svg'].map(file => ({ file, label: 'Portret' }))
    expect(
      [...page([{ title: 'F', outputs }]).matchAll(/<img src="([^"]*)"/g)].map(([, src]) => src),
    ).toEqual(['a.svg', 'b.svg'])
  })

  it('does not show a picture among the formats of a table', () => {
    const outputs = ['t.html', 't.svg'].map(file => ({ file, label: 'T' }))
    const html = page([{ title: 'T', outputs }])
    expect(html).not.toContain('<img')
    expect(linksOf(html).at(-1)).toEqual(['t.svg', 'SVG'])
  })

  it('folds away a group of much, under its title', () => {
    const html = page([{ ...tables, folded: true }])
    expect(html).toContain('<details class="group"><summary><h2>Tabellen</h2></summary><ul class="outputs">')
    expect(page([{ ...tables, folded: false }])).not.toContain('<details')
  })

  it('lets in nothing from elsewhere and no script, whatever the names', () => {
    const hostile = [
      'javascript:alert(1).svg',
      '//example.org/x.svg',
      'https://example.org/x.svg',
      'a"onerror="alert(1).svg',
      '<script>.svg',
      'x?y#z.svg',
      'half \uD83D.svg',
    ].map(file => ({ file, label: '"><script>alert(1)</script><img src=x>' }))
    const html = page([{ title: '<script>alert(2)</script>', outputs: hostile }])
    expect(html).toContain(
      'content="default-src &#x27;none&#x27;; style-src &#x27;unsafe-inline&#x27;; img-src &#x27;self&#x27; file:"',
    )
    const tags = html.replace(/ [\w-]+="[^"]*"/g, '')
    expect(tags).not.toMatch(/<script|<img src=x|onerror/)
    expect([...html.matchAll(/ src="([^"]*)"/g)].map(([, src]) => src)).toEqual([
      'javascript%3Aalert(1).svg',
      './/example.org/x.svg',
      'https%3A//example.org/x.svg',
      'a%22onerror%3D%22alert(1).svg',
      '%3Cscript%3E.svg',
      'x%3Fy%23z.svg',
      'half%20%EF%BF%BD.svg',
    ])
  })
})
