import { describe, expect, it } from 'vitest'
import { inFolder, twoSquares } from '../../../tests/cli/run-codeerbank.ts'
import { runInProcess } from './run-in-process.ts'

const quote = '"als zij zeggen dat ze bellen, dan bellen ze ook"'

/** What commands print of the study, by hand: Anna marks one passage of the one interview of Plein Oost, as Afspraken nakomen. */
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
      'Code,Niveau,Plein Oost,Plein West,Totaal',
      'Samenwerking,1,1,0,1',
      'Vertrouwen,2,1,0,1',
      'Afspraken nakomen,3,1,0,1',
      'Elkaar opzoeken,3,0,0,0',
      'Totaal,,1,0,1',
    ],
    'Een totaal telt alles één keer, ook wat in meer cellen staat: het is geen som.\n',
  ],
  [
    'crosstab',
    ['--rows', 'coders', '--columns', 'sources', '--language', 'en'],
    ['Coder,Interview wijkagent,Total', 'anna,1,1', 'bram,0,0', 'Total,1,1'],
  ],
  [
    'query',
    ['vertrouwen/**'],
    ['Casus,Bron,Citaat,Codes', `Plein Oost,Interview wijkagent,${quote},Afspraken nakomen`],
  ],
  [
    'query',
    ['vertrouwen/**', '--language', 'en'],
    ['Case,Source,Quote,Codes', `Plein Oost,Interview wijkagent,${quote},Keeping agreements`],
  ],
  ['query', ['"Elkaar opzoeken"'], ['Casus,Bron,Citaat,Codes']],
  [
    'tables',
    ['--table', '1'],
    [
      'table,row,case,state,heading,statement,codings,segments,sources,speakers,kinds',
      '1,Vertrouwen,oost,,,Afspraken nakomen,1,1,1,1,interview',
      '1,Vertrouwen,west,empty: no sources,,,,,,,',
    ],
  ],
]

describe('a study in Dutch, as a folder, in a file, and from a REFI-QDA project', () => {
  it.each(printed.map(([command, options, lines, stderr = '']) => ({ command, options, lines, stderr })))(
    'codeerbank $command $options',
    ({ command, options, lines, stderr }) =>
      inFolder(twoSquares, async folder => {
        const at = (name: string) => `${folder}/${name}`
        await runInProcess('convert', folder, at('kept.codeerbank'))
        await runInProcess('convert', folder, at('p.qdpx'))
        await runInProcess('convert', at('p.qdpx'), at('from-refi.codeerbank'))
        await runInProcess('convert', at('from-refi.codeerbank'), at('again'))
        for (const form of ['', 'kept.codeerbank', 'from-refi.codeerbank', 'again'])
          expect(await runInProcess(command, at(form), ...options, '--format', 'csv'), form).toEqual({
            code: 0,
            stdout: `${lines.join('\n')}\n`,
            stderr,
          })
      }),
  )
})
