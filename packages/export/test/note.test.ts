import type { Table } from '@codeerbank/core'
import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import {
  comparisonToDocx,
  comparisonToHtml,
  comparisonToLatex,
  comparisonToMarkdown,
  comparisonToXlsx,
  tablesToXlsx,
  tableToDocx,
  tableToHtml,
  tableToMarkdown,
} from '../src/index.ts'
import { comparison } from './comparison-cases.ts'
import { partOf } from './workbook-cases.ts'

const note = { nl: 'Codeboek: ronde 1.', en: 'Codebook: round 1.' }
const table: Table = {
  id: 't',
  title: { nl: 'T' },
  columns: [{ id: 'a', label: { nl: 'A' }, type: 'text' }],
  rows: [['x']],
}

const wordsOf = async (bytes: Uint8Array) =>
  (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value
const cellsOf = async (bytes: Uint8Array) => partOf(bytes, 'xl/sharedStrings.xml')

const writers: Readonly<Record<string, (noted: boolean, language: 'nl' | 'en') => string | Promise<string>>> =
  {
    'a comparison as Markdown': (noted, language) =>
      comparisonToMarkdown(withNote(comparison, noted), { language }),
    'a comparison as HTML': (noted, language) => comparisonToHtml(withNote(comparison, noted), { language }),
    'a comparison as LaTeX': (noted, language) =>
      comparisonToLatex(withNote(comparison, noted), { language }),
    'a comparison as DOCX': async (noted, language) =>
      wordsOf(await comparisonToDocx(withNote(comparison, noted), { language })),
    'a comparison as XLSX': async (noted, language) =>
      cellsOf(await comparisonToXlsx(withNote(comparison, noted), { language })),
    'a table as Markdown': (noted, language) => tableToMarkdown(withNote(table, noted), { language }),
    'a table as HTML': (noted, language) => tableToHtml(withNote(table, noted), { language }),
    'a table as DOCX': async (noted, language) =>
      wordsOf(await tableToDocx(withNote(table, noted), { language })),
    'a table as XLSX': async (noted, language) =>
      cellsOf(await tablesToXlsx(withNote(table, noted), { language })),
  }

function withNote<T extends object>(of: T, noted: boolean): T {
  return noted ? { ...of, note } : of
}

describe('a note below', () => {
  it.each(Object.entries(writers))('%s is written in the language asked for, once', async (_, write) => {
    for (const language of ['nl', 'en'] as const) {
      expect((await write(true, language)).split(note[language])).toHaveLength(2)
      expect(await write(false, language)).not.toContain(note[language])
    }
  })
})
