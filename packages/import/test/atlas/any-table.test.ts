import { applyChanges } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCodebookTable } from '../../src/atlas/read-codebook-table.ts'
import { readCrossTable } from '../../src/atlas/read-cross-table.ts'
import { readQuotations } from '../../src/atlas/read-quotations.ts'
import { workbookOfSheets } from '../workbook/workbook-parts.ts'
import { reportStudy } from './report-study.ts'

/** What may stand in a cell of a report, in the wrong place too. */
const cell = fc.constantFrom<string | number | null>(
  ...['Document', 'Quotation Content', 'Codes', 'Number of Codes', 'Density', 'Code', 'Comment', 'Groups'],
  ...['Code Group 1', 'Number of Groups', 'Absolute', 'Coefficient', 'Totals', 'ID', 'Created', 'Reference'],
  ...['Gesprek mevrouw Zant', 'Ze bellen terug', '● Bellen', 'Bellen, Vertrouwen, wederzijds', 'Zorg: thuis'],
  ...['  Zorg', 'Rust\nGr=4', '1 (0,20)', '0.5', '33%', '3 - 4', '12 mrt 2024', '3/4/24', '1:1', '…', '-'],
  ...[null, null, 0, 1, 2, 0.5, -1, '', ' ', '\n', 'sep=;', '?'],
)
const rows = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 })
const sheets = fc.array(rows, { minLength: 1, maxLength: 3 })

const bookOf = (drawn: readonly (readonly (readonly (string | number | null)[])[])[]) =>
  workbookOfSheets(drawn.map((each, i) => [`Blad ${i + 1}`, each]))

describe('whatever stands in a workbook', () => {
  it('quotations fit the study, and every problem has a row', async () => {
    const property = fc.asyncProperty(sheets, fc.boolean(), async (drawn, addCodes) => {
      const { value, problems } = await readQuotations(await bookOf(drawn), reportStudy, { addCodes })
      applyChanges(reportStudy, value)
      for (const { place } of problems) expect(place?.line).toBeGreaterThan(0)
    })
    await fc.assert(property, { seed: 20_240_312, numRuns: 150 })
  })

  it('a codebook is a tree, and every problem has a row', async () => {
    const property = fc.asyncProperty(sheets, async drawn => {
      const { value, problems } = await readCodebookTable(await bookOf(drawn))
      const before = new Set<string>()
      for (const { id, parent } of value.codes) {
        expect(before.has(id)).toBe(false)
        if (parent !== null) expect(before.has(parent)).toBe(true)
        before.add(id)
      }
      for (const { place } of problems) expect(place?.line).toBeGreaterThan(0)
    })
    await fc.assert(property, { seed: 20_240_312, numRuns: 150 })
  })

  it('a cross table is as wide and as high as its names, and every problem has a row', async () => {
    const property = fc.asyncProperty(sheets, async drawn => {
      const { value, problems } = await readCrossTable(await bookOf(drawn))
      expect(value.cells).toHaveLength(value.rows.length)
      for (const row of value.cells) {
        expect(row).toHaveLength(value.columns.length)
        for (const each of row) if (each !== null) expect(Number.isInteger(each.count)).toBe(true)
      }
      for (const { place } of problems) expect(place?.line).toBeGreaterThan(0)
    })
    await fc.assert(property, { seed: 20_240_312, numRuns: 150 })
  })
})
