import { describe, expect, it } from 'vitest'
import { inFolder } from '../../../tests/cli/run-codeerbank.ts'
import { runInProcess } from './run-in-process.ts'
import { twoMarkets } from './two-markets.ts'

const whole = '2 cases, 1 source, 19 words, 3 codes, 2 segments, 3 codings, 2 coders'
const codebookOnly = '0 cases, 0 sources, 0 words, 3 codes, 0 segments, 0 codings, 0 coders'
const disputed = 'talk-1:90-114|keeping|bob'

/** What a format has no place for of the study: a thing of each kind, and all that is in it of that kind. */
const reports = [
  'not carried: 1 x texts of documents (talk-1)',
  'not carried: 2 x cases, but for their names (north, south)',
  'not carried: 1 x participants (R1)',
  `not carried: 1 x codings against a code (${disputed})`,
  `not carried: 1 x notes on codings (${disputed})`,
  'not carried: 1 x variables (size)',
  'not carried: 1 x frames, but for the codes in them (keeping)',
  'not carried: 1 x judgements (keeping|north|keeping)',
  'not carried: 1 x screenings (talk-1|keeping|ann)',
  'not carried: 1 x queries (kept)',
  'not carried: 1 x claims (firm)',
]
const losses: Readonly<Record<string, readonly string[]>> = {
  '.codeerbank': [],
  '': ['not carried: 1 x files that texts were read from before (talk-1)'],
  '.qdpx': [
    'for Codeerbank only: 6 x readable ids',
    'for Codeerbank only: 1 x language and title in two languages',
    'for Codeerbank only: 2 x names of cases in two languages (north, south)',
    'for Codeerbank only: 1 x what a variable is of (size)',
    'for Codeerbank only: 3 x level, origin and second language of codes (agreements, keeping, breaking)',
    'for Codeerbank only: 1 x turns, grids and who spoke (talk-1)',
    `for Codeerbank only: 1 x codings that contradict a code (${disputed})`,
    'for Codeerbank only: 1 x rows of frames (keeping)',
    'for Codeerbank only: 1 x participants (R1)',
    'for Codeerbank only: 1 x judgements (keeping|north|keeping)',
    'for Codeerbank only: 1 x screenings (talk-1|keeping|ann)',
    'for Codeerbank only: 1 x saved queries (kept)',
    'for Codeerbank only: 1 x claims (firm)',
  ],
  '.qdc': [
    'not carried: 6 x sources, segments and codings: it is a codebook',
    'not carried: 4 x readable ids of codes and frames',
    'not carried: 3 x level, origin and second language of codes (agreements, keeping, breaking)',
    'not carried: 1 x rows of frames (keeping)',
  ],
  '.xlsx': [
    'not carried: 3 x names of codes in a second language (agreements, keeping, breaking)',
    ...reports,
  ],
  '.csv': ['not carried: 3 x codes, but for their names', ...reports],
}
const endings = Object.keys(losses)

/** Describing the study, 2 coders, a variable, 2 cases, a participant, 3 codes, a frame, a source, 2 segments, 3 codings, and 4 of the inquiry. */
const entries = 21

describe('a study on its way from one format to another', () => {
  it.each(['', '.codeerbank', '.qdpx'])(
    'says of each format what it does not carry, and keeps its tables in those that hold it whole: from "%s"',
    from =>
      inFolder(twoMarkets, async folder => {
        const start = from === '' ? folder : `${folder}/from${from}`
        if (from !== '') await runInProcess('convert', folder, start)
        const tables = await runInProcess('tables', folder)
        for (const to of endings) {
          const target = `${folder}/to${to}`
          const { code, stdout, stderr } = await runInProcess('convert', start, target)
          expect([code, stderr], to).toEqual([0, ''])
          const lines = stdout.split('\n').slice(0, -1)
          if (from === '.codeerbank' && to === '.codeerbank') {
            expect(lines).toEqual([`${entries} changes in ${target}`])
            continue
          }
          const history = `not carried: ${entries} x entries of the history: what holds goes along, who did what when stays in from.codeerbank`
          expect(lines, to).toEqual([
            whole,
            to === '.codeerbank' ? `${entries} changes in ${target}` : target,
            ...(from === '.codeerbank' ? [history] : []),
            ...losses[to]!,
          ])
          if (to === '' || to === '.codeerbank')
            expect(await runInProcess('tables', target), to).toEqual(tables)
          if (to === '.qdpx') {
            await runInProcess('convert', target, `${folder}/back.codeerbank`)
            expect(await runInProcess('tables', `${folder}/back.codeerbank`)).toEqual(tables)
          }
        }
      }),
  )

  it.each([
    ['.qdc', '.codeerbank', []],
    ['.qdc', '.qdpx', []],
    ['.qdc', '.qdc', []],
    ['.qdc', '.xlsx', []],
    ['.qdc', '.csv', ['not carried: 3 x codes, but for their names']],
    [
      '.xlsx',
      '.codeerbank',
      ['not carried: 2 x quotations: their texts are not in it, add --documents <study>'],
    ],
    ['.xlsx', '.qdpx', ['not carried: 2 x quotations: their texts are not in it, add --documents <study>']],
    ['.xlsx', '.qdc', ['not carried: 2 x quotations: their texts are not in it, add --documents <study>']],
    ['.xlsx', '.xlsx', ['not carried: 2 x quotations: their texts are not in it, add --documents <study>']],
    [
      '.xlsx',
      '.csv',
      [
        'not carried: 2 x quotations: their texts are not in it, add --documents <study>',
        'not carried: 3 x codes, but for their names',
      ],
    ],
  ])('takes the codebook alone from %s to %s', (from, to, lost) =>
    inFolder(twoMarkets, async folder => {
      await runInProcess('convert', folder, `${folder}/from${from}`)
      const { code, stdout, stderr } = await runInProcess(
        'convert',
        `${folder}/from${from}`,
        `${folder}/to${to}`,
      )
      expect([code, stderr]).toEqual([0, ''])
      const lines = stdout.split('\n').slice(0, -1)
      expect(lines[0]).toBe(codebookOnly)
      expect(lines).toEqual(expect.arrayContaining([...lost]))
      expect(lines.filter(line => line.includes('quotations'))).toHaveLength(from === '.xlsx' ? 1 : 0)
    }),
  )

  it.each(['.qdc', '.xlsx'])('begins a folder with a codebook from %s, and says what it still needs', from =>
    inFolder(twoMarkets, async folder => {
      await runInProcess('convert', folder, `${folder}/from${from}`)
      const { code, stderr } = await runInProcess('convert', `${folder}/from${from}`, `${folder}/to`)
      expect(code).toBe(1)
      expect(stderr).toBe(
        `${folder}/to/study.yaml:1: error: The study names no cases. List them under "cases:". (no-cases)\n`,
      )
      const diff = await runInProcess('codebook', 'diff', `${folder}/codebook.md`, `${folder}/to/codebook.md`)
      expect(diff.stdout).not.toMatch(/removed|verwijderd|vervallen|anders gedefinieerd/)
    }),
  )

  it.each(endings)('refuses quotations without their documents, whatever they are to become: "%s"', to =>
    inFolder(twoMarkets, async folder => {
      await runInProcess('convert', folder, `${folder}/from.csv`)
      const target = `${folder}/to${to}`
      const refused = await runInProcess('convert', `${folder}/from.csv`, target)
      expect([refused.code, refused.stdout]).toEqual([2, ''])
      expect(refused.stderr).toContain(`codeerbank convert ${folder}/from.csv <to> --documents <study>`)
      expect((await runInProcess('check', target)).code).toBe(2)
    }),
  )

  it.each(['.codeerbank', '.qdpx', ''])(
    'gives quotations their documents again, and the same counts: "%s"',
    to =>
      inFolder(
        { ...twoMarkets, 'codings.csv': twoMarkets['codings.csv']!.replace('contradicts', '') },
        async folder => {
          const counts = await runInProcess('crosstab', folder, '--unit', 'codings')
          await runInProcess('convert', folder, `${folder}/from.csv`)
          await inFolder({ ...twoMarkets, 'codings.csv': 'source,quote,code,coder\n' }, async bare => {
            const target = `${folder}/to${to}`
            const made = await runInProcess('convert', `${folder}/from.csv`, target, '--documents', bare)
            expect([made.code, made.stderr]).toEqual([0, ''])
            expect(made.stdout).toContain('added: 2 segments, 3 codings, 0 codes, 0 coders\n')
            const read = to === '.qdpx' ? `${folder}/read.codeerbank` : target
            if (to === '.qdpx') await runInProcess('convert', target, read)
            expect(await runInProcess('crosstab', read, '--unit', 'codings')).toEqual(counts)
          })
        },
      ),
  )
})
