import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder, twoSquares } from '../../../tests/cli/run-codeerbank.ts'
import { runInProcess } from './run-in-process.ts'

/** All files in a folder and in those within it, by their paths from it. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

describe('codeerbank', () => {
  it('ends with 2 for a table that is not there, and names those that are', () =>
    inFolder(twoSquares, async folder => {
      const { code, stderr } = await runInProcess('tables', folder, '--table', '12')
      expect(code).toBe(2)
      expect(stderr).toContain('table-1')
    }))
})

describe('the study that the README builds up', () => {
  it('has no problems', () =>
    inFolder(twoSquares, async folder => {
      const { code, stderr } = await runInProcess('check', folder)
      expect([code, stderr]).toEqual([0, ''])
    }))

  it('gives its table as Markdown, CSV and HTML', () =>
    inFolder(twoSquares, async folder => {
      const markdown = await runInProcess('tables', folder)
      expect(markdown.stdout).toBe(
        `**Tabel 1. Vertrouwen per plein**

| | Plein Oost | Plein West |
| :- | :- | :- |
| **Vertrouwen** | • Afspraken nakomen (1; 1) | (geen bronnen) |

Tussen haakjes: het aantal coderingen en het aantal bronnen achter een bevinding.
`,
      )
      const csv = await runInProcess('tables', folder, '--table', '1', '--format', 'csv')
      expect(csv.stdout).toBe(
        `table,row,case,state,heading,statement,codings,segments,sources,speakers,kinds
1,Vertrouwen,oost,,,Afspraken nakomen,1,1,1,1,interview
1,Vertrouwen,west,empty: no sources,,,,,,,
`,
      )
      const html = await runInProcess(
        'tables',
        folder,
        '--table',
        'vertrouwen',
        '--format',
        'html',
        '--language',
        'en',
      )
      expect(html.stdout).toContain('<html lang="en">')
      expect(html.stdout).toContain('Keeping agreements')
      expect(html.stdout).toContain(
        '<blockquote>als zij zeggen dat ze bellen, dan bellen ze ook</blockquote>',
      )
    }))

  it('gives its tables for Word, a spreadsheet and LaTeX, in a new file and never on the screen', () =>
    inFolder(twoSquares, async folder => {
      const signatures = { docx: 'PK\u0003\u0004', xlsx: 'PK\u0003\u0004', latex: '% Ta' }
      for (const [format, signature] of Object.entries(signatures)) {
        const file = join(folder, `tables.${format}`)
        const { code, stdout } = await runInProcess('tables', folder, '--format', format, '--out', file)
        expect([code, stdout]).toEqual([0, `${file} is written.\n`])
        expect((await readFile(file)).subarray(0, 4).toString('latin1')).toBe(signature)
        const again = await runInProcess('tables', folder, '--format', format, '--out', file)
        expect([again.code, again.stdout]).toEqual([2, ''])
      }
      const screen = await runInProcess('tables', folder, '--format', 'docx')
      expect([screen.code, screen.stdout]).toEqual([2, ''])
      const plain = await runInProcess('tables', folder, '--table', 'census', '--format', 'latex')
      expect([plain.code, plain.stdout]).toEqual([2, ''])
    }))

  it('answers a query with its segments, and says where one with a fault goes wrong', () =>
    inFolder(twoSquares, async folder => {
      const { code, stdout } = await runInProcess(
        'query',
        folder,
        'vertrouwen/** and case:oost',
        '--format',
        'csv',
      )
      expect(code).toBe(0)
      expect(stdout).toBe(
        'Casus,Bron,Citaat,Codes\nPlein Oost,Interview wijkagent,"als zij zeggen dat ze bellen, dan bellen ze ook",Afspraken nakomen\n',
      )
      const wrong = await runInProcess('query', folder, 'case:oost and vertrouwn')
      expect(wrong.code).toBe(2)
      expect(wrong.stderr).toContain('query:1:15:')
      expect(wrong.stderr).toContain('"Vertrouwen"')
    }))

  it('is counted by any two dimensions, in proportion where that is asked for', () =>
    inFolder(twoSquares, async folder => {
      const counted = await runInProcess(
        'crosstab',
        folder,
        '--rows',
        'kinds',
        '--unit',
        'segments',
        '--format',
        'csv',
      )
      expect(counted.stdout.split('\n').slice(0, 2)).toEqual([
        'Soort bron,Plein Oost,Plein West,Totaal',
        'Interview,1,0,1',
      ])
      const share = await runInProcess(
        'crosstab',
        folder,
        '--rows',
        'kinds',
        '--scale',
        'column percent',
        '--format',
        'csv',
      )
      expect(share.stdout.split('\n').slice(0, 2)).toEqual([
        'Soort bron,Plein Oost,Plein West',
        'Interview,100,',
      ])
      expect(share.stderr).toBe('Een lege cel staat in een kolom die niets telt.\n')
      const wrong = await runInProcess('crosstab', folder, '--rows', 'variable:x')
      expect([wrong.code, wrong.stdout]).toEqual([2, ''])
    }))

  it('is counted per 1,000 words of cases, kinds and speakers, and says why a cell is empty', () =>
    inFolder(twoSquares, async folder => {
      const perWords = async (columns: string, ...more: string[]) =>
        await runInProcess(
          ...['crosstab', folder, '--rows', 'set:vertrouwen', '--columns', columns],
          ...['--scale', 'per 1,000 words', ...more],
        )
      const cases = await perWords('cases', '--language', 'en')
      expect(cases.stdout).toContain('An empty cell stands in a column without words.')
      const kinds = await perWords('kinds', '--format', 'csv')
      expect(kinds.stdout.split('\n')[1]).toMatch(/^Vertrouwen,\d+(\.\d)?,/)
      expect((await perWords('coders')).code).toBe(2)
    }))

  it('speaks the language that was asked for, in reasons and names of codes too', () =>
    inFolder(twoSquares, async folder => {
      const csv = async (...args: string[]) =>
        (await runInProcess(args[0]!, folder, ...args.slice(1), '--format', 'csv')).stdout.split('\n')[1]
      expect(await csv('agreement', '--unit', 'characters')).toBe(
        'u-alfa: waar en als wat,,minder dan twee codeurs',
      )
      expect(await csv('query', 'case:oost', '--language', 'en')).toMatch(/,Keeping agreements$/)
      expect(await csv('tables', '--table', 'codes-by-case', '--language', 'en')).toMatch(/^Collaboration,/)
      expect(await csv('tables', '--table', 'census', '--language', 'en')).toContain('Interview, individual')
      expect(await csv('tables', '--table', 'agreement', '--language', 'en')).toBe(
        'All codes (MASI),0,,,,,,fewer than two coders',
      )
    }))

  it('takes a case and a code by their names, as a query does', () =>
    inFolder(twoSquares, async folder => {
      const keyword = await runInProcess(
        ...['keyword', folder, 'bel*', '--format', 'csv'],
        ...['--case', 'plein oost', '--code', 'Samenwerking > Vertrouwen'],
      )
      expect(keyword.stdout.split('\n')).toHaveLength(4)
      const agreement = await runInProcess('agreement', folder, '--case', 'Plein Oost', '--code', 'Trust')
      expect(agreement.code).toBe(0)
    }))

  it('has no agreement between coders to speak of, and says why', () =>
    inFolder(twoSquares, async folder => {
      const segments = await runInProcess('agreement', folder, '--format', 'csv')
      expect(segments.stdout.split('\n')[1]).toBe('Alle codes (MASI),0,,,,,,minder dan twee codeurs')
      const text = await runInProcess(
        'agreement',
        folder,
        '--unit',
        'characters',
        '--language',
        'en',
        '--format',
        'csv',
      )
      expect(text.stdout.split('\n').slice(0, 2)).toEqual([
        'Coefficient,Value,Undefined because',
        'u-alpha: where and as what,,fewer than two coders',
      ])
      expect((await runInProcess('agreement', folder, '--depth', 'x')).code).toBe(2)
    }))

  it('is put in a truth table by declared conditions', () =>
    inFolder(
      {
        ...twoSquares,
        'qca.yaml': `conditions:
  - id: trust
    label: { nl: Vertrouwen, en: Trust }
    counted: { codes: [vertrouwen], crossover: 0.5, full: 1 }
outcome:
  id: success
  label: { nl: Succes, en: Success }
  given:
    oost: { value: 1, calibration: Iedereen zegt het. }
    west: { value: 0, calibration: Niemand zegt het. }
`,
        'wrong.yaml': 'conditions: []\n',
      },
      async folder => {
        const cases = await runInProcess('truth-table', folder, `${folder}/qca.yaml`, '--format', 'csv')
        expect(cases.stdout).toBe(
          'case,TRUST,SUCCESS,TRUST_CALIBRATION,SUCCESS_CALIBRATION\n' +
            'Plein Oost,1,1,"1 stem; uit bij 0, omslag bij 0,5, in bij 1",Iedereen zegt het.\n' +
            'Plein West,0,0,"0 stemmen; uit bij 0, omslag bij 0,5, in bij 1",Niemand zegt het.\n',
        )
        const rows = await runInProcess(
          'truth-table',
          folder,
          `${folder}/qca.yaml`,
          '--configurations',
          '--format',
          'csv',
        )
        expect(rows.stdout).toBe(
          'Vertrouwen,Succes,Casussen,Afwijkend,Consistentie\n1,1,Plein Oost,,1\n0,0,Plein West,,0\n',
        )
        const wrong = await runInProcess('truth-table', folder, `${folder}/wrong.yaml`)
        expect([wrong.code, wrong.stdout]).toEqual([1, ''])
        expect(wrong.stderr).toContain('wrong.yaml:1: error: "outcome" is missing')
      },
    ))

  it('shows a word in its context', () =>
    inFolder(twoSquares, async folder => {
      const { stdout } = await runInProcess('keyword', folder, 'bel*', '--format', 'csv')
      expect(stdout.split('\n').map(line => line.split(',').slice(0, 3).join())).toEqual([
        'Bron,Alinea,Spreker',
        'Interview wijkagent,3,R1',
        'Interview wijkagent,3,R1',
        '',
      ])
    }))

  it('is built into a folder, quietly in a pipe, and can be built again', () =>
    inFolder(twoSquares, async folder => {
      const out = join(folder, 'results')
      for (const _ of [1, 2]) {
        const { code, stderr } = await runInProcess('build', folder, '--out', out)
        expect([code, stderr]).toEqual([0, ''])
      }
      expect((await readdir(out)).sort()).toEqual(
        [
          '.codeerbank-output.json',
          ...[
            'table-1',
            'census',
            'cases',
            'participants',
            'codes-by-case',
            'fragility-table-1',
            'agreement',
            'disagreements',
            'co-occurrence',
            'saturation',
            'words',
            'quotes',
          ].flatMap(name => [`${name}.csv`, `${name}.docx`, `${name}.html`, `${name}.md`]),
          'table-1.xlsx',
          'table-1.tex',
          'tables.xlsx',
          'atlas-ti.xlsx',
          'annotations.jsonld',
          'segments.csv',
          'codings.csv',
          'codebook.csv',
          'codebook.md',
          'code-tree.svg',
          'codes-by-case.svg',
          'themes-by-case.svg',
          'co-occurrence.svg',
          'co-occurrence-network.svg',
          'saturation.svg',
          'agreement.svg',
          'portrait-interview-1.svg',
          'datapackage',
          'index.html',
          'manifest.json',
        ].sort(),
      )
      const index = await readFile(join(out, 'index.html'), 'utf8')
      for (const name of await filesIn(out))
        if (!name.startsWith('.') && name !== 'index.html') expect(index).toContain(`href="${name}"`)
      expect((await readdir(folder)).filter(name => name.startsWith('.'))).toEqual([])
    }))

  it('is not built into a folder that has other files, and leaves them alone', () =>
    inFolder({ ...twoSquares, 'mine/thesis.docx': 'years of work' }, async folder => {
      const { code, stderr } = await runInProcess('build', folder, '--out', join(folder, 'mine'))
      expect(code).toBe(2)
      expect(stderr).toContain('not written by codeerbank')
      expect(await readdir(join(folder, 'mine'))).toEqual(['thesis.docx'])
    }))

  it('is not built over a file that was put into a folder of an earlier build', () =>
    inFolder(twoSquares, async folder => {
      const out = join(folder, 'results')
      await runInProcess('build', folder, '--out', out)
      await writeFile(join(out, 'datapackage', 'notes.txt'), 'mine')
      const { code, stderr } = await runInProcess('build', folder, '--out', out)
      expect(code).toBe(2)
      expect(stderr).toContain('datapackage/notes.txt')
      expect(await readFile(join(out, 'datapackage', 'notes.txt'), 'utf8')).toBe('mine')
    }))

  it('is not built at all where the data has an error: an earlier build stays whole', () =>
    inFolder(twoSquares, async folder => {
      const out = join(folder, 'results')
      await runInProcess('build', folder, '--out', out)
      const before = await readFile(join(out, 'table-1.csv'), 'utf8')
      await writeFile(
        join(folder, 'codings.csv'),
        'source,quote,code,coder\ninterview-1,nooit gezegd,Afspraken nakomen,anna\n',
      )
      const { code, stderr } = await runInProcess('build', folder, '--out', out)
      expect(code).toBe(1)
      expect(stderr).toContain('codings.csv:2: error:')
      expect(stderr).toContain('(quote-not-found)')
      expect(await readFile(join(out, 'table-1.csv'), 'utf8')).toBe(before)
    }))
})
