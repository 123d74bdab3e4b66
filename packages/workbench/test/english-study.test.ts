import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { inFolder } from '../../../tests/cli/run-codeerbank.ts'
import { runInProcess } from './run-in-process.ts'
import { twoMarkets } from './two-markets.ts'

/**
 * What commands print of the study, by hand: Ann marks one passage as Keeping; Bob another as Breaking, and as evidence against
 * Keeping. Both passages are said by R1 in the one interview of the north.
 */
const printed: readonly (readonly [
  command: string,
  options: readonly string[],
  lines: readonly string[],
  stderr?: string,
])[] = [
  [
    'crosstab',
    [],
    [
      'Code,Level,North Market,South Market,Total',
      'Agreements,1,3,0,3',
      'Keeping,2,2,0,2',
      'Breaking,2,1,0,1',
      'Total,,3,0,3',
    ],
    'A total counts everything once, also what stands in several cells: it is no sum.\n',
  ],
  [
    'crosstab',
    ['--language', 'nl', '--unit', 'speakers'],
    [
      'Code,Niveau,Markt Noord,Markt Zuid,Totaal',
      'Agreements,1,1,0,1',
      'Keeping,2,1,0,1',
      'Breaking,2,1,0,1',
      'Totaal,,1,0,1',
    ],
    'Een totaal telt alles één keer, ook wat in meer cellen staat: het is geen som.\n',
  ],
  [
    'crosstab',
    ['--rows', 'coders', '--columns', 'cases', '--unit', 'segments'],
    ['Coder,North Market,South Market,Total', 'ann,1,0,1', 'bob,1,0,1', 'Total,2,0,2'],
  ],
  [
    'crosstab',
    ['--rows', 'variable:size'],
    ['Size,North Market,South Market,Total', '12,3,0,3', 'Total,3,0,3'],
  ],
  [
    'crosstab',
    ['--rows', 'set:keeping', '--columns', 'sources'],
    ['Keeping by market,Talk with the market master,Total', 'Keeping,2,2', 'Total,2,2'],
  ],
  [
    'crosstab',
    ['--rows', 'turns:talk-1'],
    ['Turn,North Market,South Market,Total', '1 Interviewer,0,0,0', '2 R1,3,0,3', 'Total,3,0,3'],
  ],
  // 2 of 3 codings are of Bob: 66.7 percent; the south has none, of which there is no share.
  [
    'crosstab',
    ['--rows', 'coders', '--scale', 'column percent'],
    ['Coder,North Market,South Market', 'ann,33.3,', 'bob,66.7,'],
    'An empty cell stands in a column that counts nothing.\n',
  ],
  // Of Keeping alpha = 1 - 1 / (2/3), AC1 = (0 - 1/2) / (1/2); of Breaking alpha = 1 - 1/2 / (1/2), AC1 = (1/2 - 3/8) / (5/8).
  [
    'agreement',
    ['--depth', '1', '--code', 'keeping'],
    [
      "Code,Units,Krippendorff's alpha,95% from,95% to,Gwet's AC1,Share equal,Undefined because",
      'All codes (MASI),2,-0.5,-0.5,-0.5,,,',
      'Keeping,2,-0.5,-0.5,-0.5,-1,0,',
    ],
  ],
  [
    'search',
    ['fish'],
    [
      'In,Paragraph,Before,Words,After',
      'Talk with the market master,3,"By six all stands there, that was promised. Only the",fish,comes late.',
    ],
  ],
  [
    'search',
    ['fish', '--language', 'nl'],
    [
      'In,Alinea,Ervoor,Woorden,Erna',
      'Talk with the market master,3,"By six all stands there, that was promised. Only the",fish,comes late.',
    ],
  ],
  [
    'query',
    ['keeping and not breaking'],
    ['Case,Source,Quote,Codes', 'North Market,Talk with the market master,that was promised,Keeping'],
  ],
  [
    'query',
    ['query:kept and coder:ann'],
    ['Case,Source,Quote,Codes', 'North Market,Talk with the market master,that was promised,Keeping'],
  ],
  ['query', ['case:south'], ['Case,Source,Quote,Codes']],
  [
    'query',
    ['breaking', '--language', 'nl'],
    [
      'Casus,Bron,Citaat,Codes',
      'Markt Noord,Talk with the market master,Only the fish comes late,"Breaking',
      'Keeping"',
    ],
  ],
  [
    'tables',
    ['--table', 'claims'],
    [
      'Claim,State,Case,Voices for,Voices against,Codings for,Codings against,Codings made before the rule',
      'Promises hold.,contradicted,North Market,1,1,1,1,0',
    ],
  ],
  [
    'tables',
    ['--table', 'participants'],
    [
      'Case,Participant,Label,Organisation,Function,Interviews,Meetings,Other',
      'North Market,R1,Market master,Town,Master,1,0,0',
    ],
  ],
  // The coding that is against the statement does not carry it.
  [
    'tables',
    ['--table', '1'],
    [
      'table,row,case,state,heading,statement,codings,segments,sources,speakers,kinds',
      '1,Keeping,north,current,,Keeping,1,1,1,1,interview',
      '1,Keeping,south,empty: no sources,,,,,,,',
    ],
  ],
]

/** Lets `use` work with the study in each way in which it can be kept. */
async function inEveryForm(use: (study: string, form: string) => Promise<void>): Promise<void> {
  await inFolder(twoMarkets, async folder => {
    const at = (name: string) => `${folder}/${name}`
    await runInProcess('convert', folder, at('kept.codeerbank'))
    await runInProcess('convert', folder, at('p.qdpx'))
    await runInProcess('convert', at('p.qdpx'), at('from-refi.codeerbank'))
    await runInProcess('convert', at('from-refi.codeerbank'), at('again'))
    for (const form of ['', 'kept.codeerbank', 'from-refi.codeerbank', 'again']) await use(at(form), form)
  })
}

describe('a study in English, as a folder, in a file, and from a REFI-QDA project', () => {
  it.each(
    printed.map(([command, options, lines, stderr = '']) => [command, options, lines, stderr] as const),
  )('codeerbank %s %j', (command, options, lines, stderr) =>
    inEveryForm(async (study, form) => {
      const run = await runInProcess(command, study, ...options, '--format', 'csv')
      expect(run, form).toEqual({ code: 0, stdout: `${lines.join('\n')}\n`, stderr })
    }),
  )

  it('has nothing that is wrong, and says how much there is', () =>
    inEveryForm(async (study, form) => {
      expect(await runInProcess('check', study), form).toEqual({
        code: 0,
        stdout:
          '2 cases, 1 source, 19 words, 3 codes, 2 segments, 3 codings, 2 coders\n0 error(s), 0 warning(s)\n',
        stderr: '',
      })
    }))

  it('gives the same tables when it is built, in English or in Dutch', () =>
    inEveryForm(async (study, form) => {
      const results = `${study.replace(/\.codeerbank$/, '')}-out`
      for (const [language, title] of [
        ['en', '**Table 1. Keeping by market**'],
        ['nl', '**Tabel 1. Keeping by market**'],
      ] as const) {
        const run = await runInProcess('build', study, '--out', results, '--language', language)
        expect([run.code, run.stderr], form).toEqual([0, ''])
        expect((await readFile(`${results}/table-1.md`, 'utf8')).split('\n')[0], form).toBe(title)
        expect(await readFile(`${results}/index.html`, 'utf8')).toContain(`<html lang="${language}">`)
      }
    }))

  it('prints tables as Markdown and HTML too, in its language or in the other', () =>
    inEveryForm(async study => {
      const markdown = await runInProcess('query', study, 'keeping and not breaking')
      expect(markdown.stdout).toBe(`**1 segment: keeping and not breaking**

| Case | Source | Quote | Codes |
| :- | :- | :- | :- |
| North Market | Talk with the market master | that was promised | Keeping |
`)
      const places = await runInProcess('search', study, 'the', '--language', 'nl')
      expect(places.stdout).toContain('**2 plaatsen**')
      expect((await runInProcess('search', study, 'fish')).stdout).toContain('**1 place**')
      expect((await runInProcess('query', study, 'keeping', '--language', 'nl')).stdout).toContain(
        '**2 fragmenten: keeping**',
      )
      const html = await runInProcess('crosstab', study, '--format', 'html', '--language', 'nl')
      expect(html.stdout).toContain('<html lang="nl">')
      expect(html.stdout).toContain('Markt Noord')
    }))
})
