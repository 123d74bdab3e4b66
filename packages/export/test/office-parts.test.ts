import { readArchive } from '@codeerbank/archive'
import { applyChanges, type Comparison, type Study } from '@codeerbank/core'
import { XmlDocument } from 'libxml2-wasm'
import { describe, expect, it } from 'vitest'
import { comparisonToDocx, comparisonToXlsx, studyToXlsx, tablesToXlsx, tableToDocx } from '../src/index.ts'
import { comparison } from './comparison-cases.ts'
import { awkwardStudy } from './export-cases.ts'
import { tableOfTexts } from './plain-table-cases.ts'

/** What XML and its serialisers stumble over. */
const hardTexts = [
  '<b>&amp;</b> ]]> "x" \'y\'',
  'bel\u0007 \0 \u001F',
  'half \uD83D. \uDC00',
  'niet \uFFFE \uFFFF',
  '\u0085 \u2028 \uFEFF',
  '=HYPERLINK("http://example.org")',
  '_x0007_ $& $1 %s',
  '',
] as const

/** A comparison that says a text wherever it says something. */
function comparisonOf(text: string): Comparison {
  const label = { nl: text, en: text }
  return {
    ...comparison,
    frame: text,
    title: label,
    note: label,
    rows: comparison.rows.map(row => ({ ...row, label })),
    cases: comparison.cases.map(each => ({ ...each, label })),
    cells: comparison.cells.map(cell => ({
      ...cell,
      heading: label,
      statements: cell.statements.map(statement => ({ ...statement, label })),
    })),
  }
}

function studyOf(text: string): Study {
  const [source] = awkwardStudy.sources
  return {
    ...applyChanges(awkwardStudy, []),
    sources: [{ ...source!, title: text }],
    segments: awkwardStudy.segments.map(segment => ({ ...segment, quote: text, comment: text })),
    coders: awkwardStudy.coders.map(coder => ({ ...coder, label: text })),
    codes: awkwardStudy.codes.map(code => ({ ...code, label: { nl: text }, definition: { nl: text } })),
  }
}

const writers: Readonly<Record<string, (text: string) => Promise<Uint8Array>>> = {
  'a table as a document': text => tableToDocx(tableOf(text)),
  'a comparison as a document': text => comparisonToDocx(comparisonOf(text)),
  'a table as a workbook': text => tablesToXlsx(tableOf(text)),
  'several tables as a workbook': text => tablesToXlsx([tableOf(text), tableOf(text)]),
  'a comparison as a workbook': text => comparisonToXlsx(comparisonOf(text)),
  'an unnumbered comparison as a workbook': text => {
    const { table: _, ...unnumbered } = comparisonOf(text)
    return comparisonToXlsx(unnumbered)
  },
  'a study as a workbook': text => studyToXlsx(studyOf(text)),
}

function tableOf(text: string) {
  const label = { nl: text, en: text }
  const columns = [{ id: 'a', label, type: 'text' as const }]
  return tableOfTexts([text], { id: text, title: label, unit: label, note: label, columns })
}

/** The parts of a file of XML that are none. */
async function faultsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const faults: string[] = []
  for (const { name, read } of await readArchive(bytes)) {
    if (!/\.(?:xml|rels)$/.test(name)) continue
    try {
      XmlDocument.fromBuffer(await read()).dispose()
    } catch (error) {
      faults.push(`${name}: ${error}`)
    }
  }
  return faults
}

describe.each(Object.entries(writers))('%s', (_, write) => {
  it.each(hardTexts.map(text => [JSON.stringify(text), text]))(
    'is XML in all its parts, with %s',
    async (_, text) => {
      expect(await faultsOf(await write(text))).toEqual([])
    },
  )

  it('has no formula, no macro and no link to elsewhere', async () => {
    for (const { name, read } of await readArchive(await write(hardTexts[5]))) {
      expect(name).not.toMatch(/vba|externalLink|embeddings/i)
      const xml = new TextDecoder().decode(await read())
      expect(xml).not.toMatch(/<f[ >/]|TargetMode="External"|<w:instrText|<w:fldSimple/)
    }
  })

  it('is the same bytes each time', async () => {
    expect(Buffer.compare(await write('Zelfde'), await write('Zelfde'))).toBe(0)
  })

  it('has no time of day and no name of a person in its properties', async () => {
    for (const { name, read } of await readArchive(await write('x'))) {
      if (!name.startsWith('docProps/')) continue
      expect(new TextDecoder().decode(await read())).not.toMatch(/\d{4}-\d\d-\d\dT|Un-named/)
    }
  })
})
