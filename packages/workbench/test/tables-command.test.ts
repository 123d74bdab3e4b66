import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { inFolder } from '../../../tests/cli/run-codeerbank.ts'
import { runInProcess } from './run-in-process.ts'
import { twoMarkets } from './two-markets.ts'

/** The tables of a study with one frame and one claim, and nothing that waits for a review. */
const names = [
  ...['cases', 'census', 'participants', 'codes-by-case', 'fragility-table-1', 'claims', 'agreement'],
  ...['disagreements', 'co-occurrence', 'saturation', 'words', 'quotes'],
]

/** What stands below a table in other forms, and is told beside it as CSV. */
const notes: Readonly<Record<string, string>> = {
  'codes-by-case': 'A total counts everything once, also what stands in several cells: it is no sum.\n',
  'co-occurrence':
    'Counted over all coders together, as ATLAS.ti and co-occurs in a query do. A code and one above it are no pair.\n',
}

describe('codeerbank tables', () => {
  it('lists every table that there is where one is asked for that is not', () =>
    inFolder(twoMarkets, async folder => {
      const { code, stdout, stderr } = await runInProcess('tables', folder, '--table', '?')
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toBe(`error: There is no table "?". There are: table-1, ${names.join(', ')}.\n`)
    }))

  it.each(names)('prints %s as Markdown, CSV and HTML, and writes it for Word and a spreadsheet', name =>
    inFolder(twoMarkets, async folder => {
      const run = (...options: readonly string[]) =>
        runInProcess('tables', folder, '--table', name, ...options)
      const [markdown, csv, html] = [
        await run(),
        await run('--format', 'csv'),
        await run('--format', 'html', '--language', 'nl'),
      ]
      for (const each of [markdown, html]) expect(each).toMatchObject({ code: 0, stderr: '' })
      expect(csv).toMatchObject({ code: 0, stderr: notes[name] ?? '' })
      expect(markdown.stdout).toMatch(/^\*\*.+\*\*\n\n\| .* \|\n\| (?::-|-:)/)
      // As many columns in the one as in the other.
      const columns = markdown.stdout.split('\n')[3]!.split('|').length - 2
      expect(csv.stdout.split('\n')[0]!.split(',')).toHaveLength(columns)
      expect(html.stdout).toContain('<html lang="nl">')
      for (const format of ['docx', 'xlsx']) {
        const out = `${folder}/t.${format}`
        expect(await run('--format', format, '--out', out)).toEqual({
          code: 0,
          stdout: `${out} is written.\n`,
          stderr: '',
        })
        expect((await readFile(out)).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
      }
      const latex = await run('--format', 'latex')
      expect([latex.code, latex.stderr]).toEqual([
        2,
        'error: Only comparisons are written as LaTeX. Choose one, such as --table 8.\n',
      ])
    }),
  )

  it.each(['1', 'table-1', 'keeping'])('knows a comparison by its number, its name and its id: %s', name =>
    inFolder(twoMarkets, async folder => {
      const { code, stdout } = await runInProcess('tables', folder, '--table', name)
      expect([code, stdout.split('\n')[0]]).toEqual([0, '**Table 1. Keeping by market**'])
    }),
  )

  it('says so where a codebook has no comparisons', () =>
    inFolder(
      {
        ...twoMarkets,
        'codebook.md': twoMarkets['codebook.md']!.replace(/## Keeping by market[\s\S]*$/, ''),
        'study.yaml': twoMarkets['study.yaml']!.replace(/judgements:\n.*\n/, ''),
      },
      async folder => {
        expect(await runInProcess('tables', folder)).toEqual({
          code: 2,
          stdout: '',
          stderr: 'error: The codebook has no frames to compare by.\n',
        })
        expect((await runInProcess('tables', folder, '--table', 'census')).code).toBe(0)
      },
    ))

  it('writes what it prints, byte for byte', () =>
    inFolder(twoMarkets, async folder => {
      for (const format of ['markdown', 'csv', 'html', 'latex']) {
        const out = `${folder}/t.${format}`
        const options = ['--table', '1', '--format', format]
        const { stdout } = await runInProcess('tables', folder, ...options)
        await runInProcess('tables', folder, ...options, '--out', out)
        expect(await readFile(out, 'utf8')).toBe(stdout)
        expect(stdout.length).toBeGreaterThan(50)
      }
    }))
})
