import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readArchive, writeArchive } from '@codeerbank/archive'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../src/workbook/read-workbook.ts'
import { mutate, mutation } from '../mutate.ts'

const real = () => readFile(join(import.meta.dirname, 'libreoffice.xlsx'))

describe('a workbook that was damaged at random gives rows or problems, never anything else', () => {
  const holds = async (bytes: Uint8Array) => {
    const { value, problems } = await readWorkbook(bytes)
    for (const { rows } of value.sheets)
      for (const row of rows) expect(row.at(-1) ?? 'empty').not.toBeUndefined()
    if (value.sheets.length === 0) expect(problems.length).toBeGreaterThan(0)
  }

  it('as a file', async () => {
    const bytes = await real()
    const property = fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 6 }), mutations =>
      holds(mutate(bytes, mutations)),
    )
    await fc.assert(property, { seed: 20_240_312, numRuns: 1500 })
  })

  it('in its parts', async () => {
    const entries = await readArchive(await real())
    const parts = await Promise.all(
      entries.map(async entry => ({ name: entry.name, content: await entry.read(), stored: true })),
    )
    const property = fc.asyncProperty(
      fc.nat(parts.length - 1),
      fc.array(mutation, { minLength: 1, maxLength: 4 }),
      async (at, mutations) => {
        const damaged = parts.map((part, i) =>
          i === at ? { ...part, content: mutate(part.content, mutations) } : part,
        )
        await holds(await writeArchive(damaged))
      },
    )
    await fc.assert(property, { seed: 20_240_312, numRuns: 1500 })
  })
})
