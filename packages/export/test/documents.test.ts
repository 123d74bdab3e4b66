import { emptyStudy, type Table } from '@codeerbank/core'
import fc from 'fast-check'
import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import { comparisonToDocx, tableToDocx } from '../src/index.ts'
import { comparison } from './comparison-cases.ts'
import { partOf } from './workbook-cases.ts'

/** A document as another library reads it. */
async function htmlOf(bytes: Uint8Array): Promise<string> {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
  return value
}

/** A text as HTML shows it, once what XML cannot carry has become U+FFFD. */
function shownInHtml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\r\n|\r|\n/g, '<br />')
}

function titled(nl: string) {
  const [cell, ...others] = comparison.cells
  const [statement] = cell!.statements
  return { ...comparison, cells: [{ ...cell!, statements: [{ ...statement!, label: { nl } }] }, ...others] }
}

describe('a comparison as a document', () => {
  it('has a caption with the number, heads, a cell over two rows, lists with the number of sources raised, and a note', async () => {
    expect(await htmlOf(await comparisonToDocx(comparison))).toBe(
      '<p>Tabel 7. Fase &amp; meer</p>' +
        '<table><thead><tr><th></th><th><p><strong>Oost</strong></p></th><th><p><strong>West</strong></p></th></tr></thead>' +
        '<tbody><tr><td><p><strong>Forming</strong></p></td>' +
        '<td rowspan="2"><p><strong>Heen | weer</strong></p><ul><li>*Ruzie*, soms<sup>2</sup></li><li>=Stil<sup>1</sup></li></ul></td>' +
        '<td><p><strong>(Nog) niet bereikt</strong></p></td></tr>' +
        '<tr><td><p><strong>Storming</strong></p></td><td><p><em>(gezocht en niet gevonden)</em></p></td></tr></tbody></table>' +
        '<p><sup>n</sup> Verhoogd: het aantal bronnen achter een bevinding.</p>',
    )
  })

  it('lies across the page, repeats its heads, and says its language', async () => {
    const bytes = await comparisonToDocx(comparison, { language: 'en' })
    const body = await partOf(bytes, 'word/document.xml')
    expect(body).toMatch(/<w:pgSz [^>]*w:orient="landscape"/)
    expect(body).toMatch(/<w:pgSz [^>]*w:w="16838"/)
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(await partOf(bytes, 'word/styles.xml')).toContain('<w:lang w:val="en-GB"/>')
    expect(await htmlOf(bytes)).toContain('Quarrel<sup>2</sup>')
  })

  it('says nothing of when it was made, and is the same each time', async () => {
    const bytes = await comparisonToDocx(comparison)
    expect(await partOf(bytes, 'docProps/core.xml')).not.toMatch(/dcterms:|20\d\d-/)
    expect(Buffer.compare(bytes, await comparisonToDocx(comparison))).toBe(0)
  })

  it('is one of several on pages of their own', async () => {
    const body = await partOf(await comparisonToDocx([comparison, comparison]), 'word/document.xml')
    expect(body.match(/<w:pageBreakBefore\/>/g)).toHaveLength(1)
    expect(body.match(/<w:tbl>/g)).toHaveLength(2)
  })

  it.each([
    ['markup', '<w:t>&amp;</w:t> ]]>', '&lt;w:t&gt;&amp;amp;&lt;/w:t&gt; ]]&gt;'],
    ['emoji', 'mooi 👩‍👩‍👧 zo 😀', 'mooi 👩‍👩‍👧 zo 😀'],
    ['a line end', 'een\r\ntwee\nzo', 'een<br />twee<br />zo'],
    ['space at the ends', ' wit ', ' wit '],
    ['a control character, which shows that something stood there', 'bel\u0007', 'bel\uFFFD'],
    ['half a pair', 'half \uD83D.', 'half \uFFFD.'],
    ['a formula, which is none here', '=1+1', '=1+1'],
  ])('shows %s', async (_, text, shown) => {
    expect(await htmlOf(await comparisonToDocx(titled(text)))).toContain(`<li>${shown}<sup>2</sup></li>`)
  })

  it('read back has the same statements, whatever they say', async () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 6 }), async texts => {
        const [cell, ...others] = comparison.cells
        const [statement] = cell!.statements
        const statements = texts.map(nl => ({ ...statement!, label: { nl } }))
        const bytes = await comparisonToDocx({ ...comparison, cells: [{ ...cell!, statements }, ...others] })
        const read = [...(await htmlOf(bytes)).matchAll(/<li>(.*?)<sup>2<\/sup><\/li>/gs)].map(
          ([, each]) => each,
        )
        expect(read).toEqual(texts.map(shownInHtml))
      }),
      { numRuns: 40 },
    )
  })

  it('has text from right to left as that', async () => {
    const body = await partOf(await comparisonToDocx(titled('שלום (עולם)')), 'word/document.xml')
    expect(body).toMatch(/<w:bidi\/>.*<w:rtl\/>.*שלום \(עולם\)/)
    expect(await partOf(await comparisonToDocx(comparison), 'word/document.xml')).not.toContain('<w:rtl/>')
  })

  it('is a document also where there is nothing to compare', async () => {
    const { title, language } = emptyStudy
    const nothing = { frame: 'f', title, language, rows: [], cases: [], cells: [] }
    expect(await htmlOf(await comparisonToDocx(nothing))).toContain('Naamloze studie')
    expect(await htmlOf(await comparisonToDocx([]))).toBe('')
  })
})

const census: Table = {
  id: 'census',
  title: { nl: 'Bronnen', en: 'Sources' },
  unit: { nl: 'bronnen', en: 'sources' },
  columns: [
    { id: 'kind', label: { nl: 'Soort', en: 'Kind' }, type: 'text' },
    { id: 'n', label: { nl: 'Aantal', en: 'Count' }, type: 'number' },
  ],
  rows: [
    ['Interview', 4],
    ['=1+1', null],
  ],
}

describe('a plain table as a document', () => {
  it('has its title, its heads, its rows, and what it counts', async () => {
    expect(await htmlOf(await tableToDocx(census))).toBe(
      '<p>Bronnen</p><table><thead><tr><th><p><strong>Soort</strong></p></th><th><p><strong>Aantal</strong></p></th></tr></thead>' +
        '<tbody><tr><td><p>Interview</p></td><td><p>4</p></td></tr><tr><td><p>=1+1</p></td><td></td></tr></tbody></table>' +
        '<p>Eenheid: bronnen.</p>',
    )
  })

  it('has numbers to the right, and heads also where it has no rows', async () => {
    const body = await partOf(await tableToDocx({ ...census, rows: [['a', 1]] }), 'word/document.xml')
    expect(body.match(/<w:jc w:val="right"\/>/g)).toHaveLength(1)
    const empty = await htmlOf(await tableToDocx({ ...census, rows: [] }, { language: 'en' }))
    expect(empty).toContain('Kind')
  })
})
