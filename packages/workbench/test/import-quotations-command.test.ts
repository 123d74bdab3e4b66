import { describe, expect, it } from 'vitest'
import { inFolder, twoSquares } from '../../../tests/cli/run-codeerbank.ts'
import { runInProcess } from './run-in-process.ts'

const head = 'Document,Quotation Content,Codes,Created by\n'

async function imported(report: string, ...options: readonly string[]) {
  return inFolder({ ...twoSquares, 'r.csv': report }, async folder => {
    const [csv, kept] = [`${folder}/r.csv`, `${folder}/p.codeerbank`]
    await runInProcess('convert', folder, kept)
    const run = await runInProcess('import-quotations', kept, csv, ...options)
    const tables = await runInProcess('crosstab', kept, '--format', 'csv')
    const lines = (text: string) => text.replaceAll(`${folder}/`, '').split('\n').slice(0, -1)
    return { code: run.code, told: lines(run.stderr), sum: lines(run.stdout), counts: lines(tables.stdout) }
  })
}

describe('codeerbank import-quotations', () => {
  it('adds what has its place, and sums up what was added', async () => {
    const { code, told, sum, counts } = await imported(
      `${head}Interview wijkagent,Daar kan ik op rekenen,Elkaar opzoeken,bram\n`,
    )
    expect([code, told]).toEqual([0, []])
    expect(sum[0]).toBe('added: 1 segment, 1 coding, 0 codes, 0 coders')
    expect(sum).toHaveLength(2)
    expect(counts).toContain('Elkaar opzoeken,3,1,0,1')
  })

  it('tells what has none with its row, and adds the rest', async () => {
    const { code, told, sum } = await imported(
      `${head}Interview wijkagent,Daar kan ik op rekenen,Elkaar opzoeken,bram
Interview wijkagent,nooit gezegd,Elkaar opzoeken,bram
Interview burgemeester,Daar kan ik op rekenen,Elkaar opzoeken,bram
Interview wijkagent,dan bellen ze ook,Elkaar opzoekn,bram
`,
    )
    expect(code).toBe(1)
    expect(told.map(line => line.replace(/error: .* \(/, '('))).toEqual([
      'r.csv:3: (quote-not-found)',
      'r.csv:4: (unknown-document)',
      'r.csv:5: (unknown-code)',
    ])
    expect(told[2]).toContain('"Elkaar opzoeken"')
    expect(sum[1]).toContain('not added: what is wrong in 3 rows')
  })

  it('adds codes only where that is asked for', async () => {
    const report = `${head}Interview wijkagent,Daar kan ik op rekenen,Kramen,bram\n`
    expect((await imported(report)).told[0]).toMatch(/^r\.csv:2: error: .*"Kramen".* \(unknown-code\)$/)
    const added = await imported(report, '--add-codes')
    expect([added.code, added.told]).toEqual([0, []])
    expect(added.sum[0]).toBe('added: 1 segment, 1 coding, 1 code, 0 coders')
    expect(added.counts).toContain('Kramen,1,1,0,1')
  })

  it('gives what says no coder to the one who is named', async () => {
    const report =
      'Document,Quotation Content,Codes\nInterview wijkagent,Daar kan ik op rekenen,Elkaar opzoeken\n'
    const run = await imported(report, '--coder', 'carla')
    expect([run.code, run.sum[0]]).toEqual([0, 'added: 1 segment, 1 coding, 0 codes, 1 coder'])
  })

  it('adds nothing of what is there already', async () => {
    const report = `${head}Interview wijkagent,"als zij zeggen dat ze bellen, dan bellen ze ook",Afspraken nakomen,anna\n`
    const { code, told, sum } = await imported(report)
    expect([code, told, sum]).toEqual([0, [], ['There is nothing to add: nothing was written.']])
  })

  it('refuses what is no report', async () => {
    const { code, told, sum } = await imported('a,b\n1,2\n')
    expect([code, sum]).toEqual([1, ['There is nothing to add: nothing was written.']])
    expect(told).toEqual([
      'r.csv:1: error: No row names the columns of a quotation report: Document, Quotation Content and Codes. Export it with these columns. (not-a-quotation-report)',
    ])
  })
})
