import type { Table } from '@codeerbank/core'
import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import { tablesToXlsx, tableToCsv, tableToDocx, tableToHtml, tableToMarkdown } from '../src/index.ts'
import { shownTexts, tableOfTexts } from './plain-table-cases.ts'
import { partOf, sheetsOf } from './workbook-cases.ts'

/** What HTML shows, of what stands between its tags. */
function unescaped(html: string): string {
  return html.replace(/&(?:#x3C|#x26|lt|gt|amp|quot);/g, found => signs[found] ?? found)
}

const signs: Readonly<Record<string, string>> = {
  '&#x3C;': '<',
  '&#x26;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
}

async function documentOf(table: Table, language?: 'nl' | 'en'): Promise<string> {
  const bytes = await tableToDocx(table, language === undefined ? {} : { language })
  return (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value
}

/** A cell of GitHub Markdown as it shows: of the escapes of a table, then of those of Markdown, each sign once. */
function shownInMarkdown(cell: string): string {
  return cell
    .replaceAll('<br>', '/')
    .replaceAll('\\|', '|')
    .replace(/\\([!-/:-@[-`{-~])|&#?\w+;/g, (found, sign) => sign ?? unescaped(found))
}

describe('a text in a cell', () => {
  it.each(shownTexts)('of HTML is shown as it is: %s', (_, text, shown) => {
    const html = tableToHtml(tableOfTexts([text]))
    const cell = /<th scope="row">([^<]*)<\/th>/.exec(html)?.[1] ?? ''
    expect(unescaped(cell).replace(/\r\n|\r|\n/g, '/')).toBe(shown)
  })

  it.each(shownTexts)('of Markdown is one line, and shown as it is: %s', (_, text, shown) => {
    const lines = tableToMarkdown(tableOfTexts([text])).split('\n')
    expect(lines).toHaveLength(6)
    expect(shownInMarkdown(lines[4]!.slice(2, -2))).toBe(shown)
  })

  it.each(shownTexts)('of a document is shown as it is: %s', async (_, text, shown) => {
    const html = await documentOf(tableOfTexts([text]))
    const cell = /<tbody><tr><td><p>(.*?)<\/p><\/td>/s.exec(html)?.[1] ?? ''
    expect(unescaped(cell.replaceAll('<br />', '/'))).toBe(shown)
  })

  it.each(shownTexts)('of CSV is read back as it was: %s', async (_, text) => {
    const csv = await tableToCsv(tableOfTexts([text]), { guard: false })
    expect(csv).toBe(`"Tekst"\n"${text.replaceAll('"', '""')}"\n`)
  })
})

describe('a cell of several lines', () => {
  it('keeps them on a page, where white space is else joined', () => {
    const html = tableToHtml(tableOfTexts(['een\ntwee']))
    expect(html).toContain('<table class="plain">')
    expect(html).toMatch(/table\.plain td \{ white-space: pre-line; \}/)
  })
})

describe('an empty table', () => {
  it.each([
    ['no rows', tableOfTexts([])],
    ['an empty cell', tableOfTexts([null])],
    ['an empty text', tableOfTexts([''])],
  ])('has its head, with %s', async (_, table) => {
    const rows = table.rows.length
    expect(tableToMarkdown(table)).toBe(
      `**Teksten**\n\n| Tekst |\n| :- |\n${rows === 0 ? '\nEr is niets om te laten zien.\n' : '| |\n'}`,
    )
    expect(tableToHtml(table)).toContain(
      `<thead><tr><th scope="col">Tekst</th></tr></thead><tbody>${'<tr><th scope="row"></th></tr>'.repeat(rows)}</tbody>`,
    )
    expect(await documentOf(table)).toContain('<th><p><strong>Tekst</strong></p></th>')
    expect(await tableToCsv(table)).toMatch(/^"Tekst"\n/)
  })

  it('says that there is nothing to show, in every format that is read, where it has no rows', async () => {
    const none = tableOfTexts([])
    expect(tableToHtml(none, { language: 'en' })).toContain(
      '</table><p class="note">There is nothing to show.</p>',
    )
    expect(await documentOf(none)).toMatch(/<\/table><p>Er is niets om te laten zien\.<\/p>$/)
    expect(await tableToCsv(none)).toBe('"Tekst"\n')
    expect(tableToHtml(tableOfTexts(['x']))).not.toContain('niets om te laten zien')
  })

  it('tells an empty text from none in no format but the table itself', async () => {
    const [none, empty] = [tableOfTexts([null]), tableOfTexts([''])]
    expect(tableToHtml(none)).toBe(tableToHtml(empty))
    expect(tableToMarkdown(none)).toBe(tableToMarkdown(empty))
  })
})

describe('what is said around a table', () => {
  const table = tableOfTexts(['x'], {
    title: { nl: 'Titel <1> & *meer*', en: 'Title' },
    unit: { nl: 'fragmenten', en: 'segments' },
    note: { nl: 'Noot <2> & *meer*', en: 'Note' },
  })

  it('is escaped on a page: title, head, unit and note', () => {
    const html = tableToHtml(table)
    expect(html).toContain('<title>Titel &#x3C;1> &#x26; *meer*</title>')
    expect(html).toContain('<caption>Titel &#x3C;1> &#x26; *meer*</caption>')
    expect(html).toContain(
      '<p class="note">Eenheid: fragmenten.</p><p class="note">Noot &#x3C;2> &#x26; *meer*</p>',
    )
  })

  it('is escaped in Markdown', () => {
    expect(tableToMarkdown(table)).toBe(
      '**Titel <1> & \\*meer\\***\n\n| Tekst |\n| :- |\n| x |\n\nEenheid: fragmenten.\n\nNoot <2> & \\*meer\\*\n',
    )
  })

  it('is the same in a document', async () => {
    const html = await documentOf(table)
    expect(html).toMatch(/^<p>Titel &lt;1&gt; &amp; \*meer\*<\/p><table>/)
    expect(html).toMatch(/<\/table><p>Eenheid: fragmenten\.<\/p><p>Noot &lt;2&gt; &amp; \*meer\*<\/p>$/)
  })

  it('is in English where that is asked for, in every format', async () => {
    const language = 'en'
    expect(tableToHtml(table, { language })).toContain('<html lang="en">')
    expect(tableToHtml(table, { language })).toContain('<caption>Title</caption>')
    expect(tableToHtml(table, { language })).toContain(
      '<p class="note">Unit: segments.</p><p class="note">Note</p>',
    )
    expect(tableToMarkdown(table, { language })).toBe(
      '**Title**\n\n| Text |\n| :- |\n| x |\n\nUnit: segments.\n\nNote\n',
    )
    expect(await documentOf(table, language)).toMatch(/^<p>Title<\/p>.*<p>Unit: segments\.<\/p><p>Note<\/p>$/)
    expect(await tableToCsv(table, { language })).toBe('"Text"\n"x"\n')
  })

  it('is in the other language where a label has one alone', () => {
    const dutch = tableOfTexts([], { title: { nl: 'Alleen Nederlands' } })
    expect(tableToMarkdown(dutch, { language: 'en' })).toMatch(/^\*\*Alleen Nederlands\*\*/)
    const english = tableOfTexts([], { title: { en: 'English only' } })
    expect(tableToMarkdown(english, { language: 'nl' })).toMatch(/^\*\*English only\*\*/)
  })

  it('has what is counted below a table that is alone in a workbook, where no list says it', async () => {
    const { note: _, ...noteless } = table
    expect((await sheetsOf(await tablesToXlsx(noteless))).get('t')?.at(-1)).toEqual(['Eenheid: fragmenten.'])
    expect((await sheetsOf(await tablesToXlsx(table, { language: 'en' }))).get('t')?.at(-1)).toEqual([
      'Unit: segments. Note',
    ])
    const several = await sheetsOf(await tablesToXlsx([noteless, noteless]))
    expect(several.get('t')).toEqual([['Tekst'], ['x']])
    expect(several.get('Inhoud')?.[1]).toEqual(['t', 'Titel <1> & *meer*', 'fragmenten'])
  })
})

describe('the columns of a document', () => {
  const columns = (labels: readonly string[], types: readonly ('text' | 'number')[]) =>
    labels.map((nl, i) => ({ id: `c${i}`, label: { nl }, type: types[i] ?? 'text' }))
  const gridOf = async (table: Table) =>
    [
      ...(await partOf(await tableToDocx(table), 'word/document.xml')).matchAll(/<w:gridCol w:w="(\d+)"/g),
    ].map(([, width]) => Number(width))

  it('share the width of the page, by what stands in them', async () => {
    const table: Table = {
      id: 't',
      title: { nl: 'T' },
      columns: columns(['Naam', 'Aantal'], ['text', 'number']),
      // A longest value of 24 against a head of 6 letters and 3 for its edges.
      rows: [['a'.repeat(24), 1]],
    }
    // A4 across is 16838 twentieths of a point, less 2 x 1134 of margins: 14570. Of 24 + 9 = 33 shares.
    expect(await gridOf(table)).toEqual([10596, 3973])
  })

  it('are never so narrow that a word of their head is broken, nor wider than 40 shares', async () => {
    const table: Table = {
      id: 't',
      title: { nl: 'T' },
      columns: columns(['Overeenstemmingspercentage', 'B'], ['number', 'text']),
      rows: [[1, 'x'.repeat(500)]],
    }
    // 26 letters and 3, against 40 at most: 69 shares.
    expect(await gridOf(table)).toEqual([6123, 8446])
  })

  it('have heads that are repeated on each page, and no other row is', async () => {
    const body = await partOf(await tableToDocx(tableOfTexts(['a', 'b', 'c'])), 'word/document.xml')
    const rows = body.match(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/gs) ?? []
    expect(rows.map(row => row.includes('<w:tblHeader/>'))).toEqual([true, false, false, false])
  })
})
