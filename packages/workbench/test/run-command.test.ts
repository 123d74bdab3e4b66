import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { exitCodes, runCommand, version } from '../src/index.ts'
import { summaryOf } from '../src/summary.ts'

const example = fileURLToPath(new URL('../../../examples/bruggenbouwers', import.meta.url))

async function run(...args: readonly string[]) {
  let stdout = ''
  let stderr = ''
  const code = await runCommand(args, {
    stdout: {
      write: text => {
        stdout += text
      },
    },
    stderr: {
      write: text => {
        stderr += text
      },
    },
  })
  return { code, stdout, stderr }
}

describe('the command', () => {
  it('tells its version and its commands', async () => {
    expect((await run('--version')).stdout).toBe(`${version}\n`)
    const { stdout } = await run('--help')
    for (const name of [
      'check',
      'build',
      'tables',
      'query',
      'keyword',
      'crosstab',
      'agreement',
      'truth-table',
    ])
      expect(stdout).toMatch(new RegExp(`^ {2}${name} `, 'm'))
  })

  it('checks the example without a problem', async () => {
    const { code, stdout, stderr } = await run('check', example)
    expect([code, stderr]).toEqual([exitCodes.fine, ''])
    expect(stdout).toContain('3 cases, 36 sources')
  })

  it('prints one table, all comparisons, or a plain table', async () => {
    expect((await run('tables', example, '--table', '8')).stdout).toMatch(/^\*\*Tabel 8\. /)
    const all = (await run('tables', example)).stdout
    expect(all.match(/^\*\*Tabel \d/gm)).toEqual(['**Tabel 7', '**Tabel 8', '**Tabel 9'])
    expect((await run('tables', example, '--table', 'participants', '--language', 'en')).stdout).toContain(
      '| Case |',
    )
    const csv = (await run('tables', example, '--format', 'csv')).stdout
    expect(csv.match(/^table,row,case/gm)).toHaveLength(1)
  })

  it('prints one page, and says so where more are asked for', async () => {
    expect((await run('tables', example, '--table', 'table-9', '--format', 'html')).stdout).toContain(
      '<!doctype html>',
    )
    expect((await run('tables', example, '--format', 'html')).code).toBe(exitCodes.usage)
  })

  it('answers a query with the words of the example', async () => {
    const { stdout } = await run('query', example, 'set:commitment and case:hooghuizen and kind:ride-along')
    expect(stdout).toContain('**1 fragment:')
    expect(stdout).toContain('Hij vertelt dat hij elke week een kwartier moet opschrijven als surveillance')
  })
})

describe('a summary', () => {
  it('counts in the singular and the plural', async () => {
    const { emptyStudy } = await import('@codeerbank/core')
    expect(summaryOf(emptyStudy)).toBe(
      '0 cases, 0 sources, 0 words, 0 codes, 0 segments, 0 codings, 0 coders',
    )
    expect(summaryOf({ ...emptyStudy, coders: [{ id: 'a', label: 'A' }] })).toContain('1 coder')
  })
})
