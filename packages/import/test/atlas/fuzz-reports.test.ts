import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { applyChanges } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readQuotations } from '../../src/atlas/read-quotations.ts'
import { mutate, mutation } from '../mutate.ts'
import { reportStudy } from './report-study.ts'

const report = (name: string) => readFile(join(import.meta.dirname, name))

describe('a report that was damaged at random gives changes that fit the study, and problems', () => {
  it.each(['quotations.csv', 'quotations.xlsx'])('%s', async name => {
    const bytes = await report(name)
    const whole = await readQuotations(bytes, reportStudy)
    expect(whole.problems).toEqual([])
    expect(whole.value.filter(change => change.kind === 'code-segment')).toHaveLength(5)
    const property = fc.asyncProperty(
      fc.array(mutation, { minLength: 1, maxLength: 5 }),
      fc.boolean(),
      async (mutations, addCodes) => {
        const { value } = await readQuotations(mutate(bytes, mutations), reportStudy, { addCodes })
        applyChanges(reportStudy, value)
      },
    )
    await fc.assert(property, { seed: 20_240_312, numRuns: 1500 })
  })
})
