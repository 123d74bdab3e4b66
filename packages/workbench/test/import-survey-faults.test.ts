import { describe, expect, it } from 'vitest'
import { inFolder, twoSquares } from '../../../tests/cli/run-codeerbank.ts'
import { runInProcess } from './run-in-process.ts'

const mapping = `respondent: Nr
case: { column: Plein, values: { Oost: oost, West: west } }
date: Dag
variables: [{ column: Lengte, type: number }]
answers: [{ column: Wat gaat goed? }]
`

const head = 'Nr;Plein;Dag;Lengte;Wat gaat goed?\n'

/** Imports a table twice: from the folder into a file, and once more into that file. */
async function imported(table: string, map = mapping) {
  return inFolder({ ...twoSquares, 'e.csv': table, 'e.yaml': map }, async folder => {
    const at = (name: string) => `${folder}/${name}`
    const once = await runInProcess('import-survey', folder, at('e.csv'), at('e.yaml'), at('p.codeerbank'))
    const twice = await runInProcess('import-survey', at('p.codeerbank'), at('e.csv'), at('e.yaml'))
    const lines = (text: string) => text.replaceAll(`${folder}/`, '').split('\n').slice(0, -1)
    return {
      ...once,
      told: lines(once.stderr),
      sum: lines(once.stdout),
      again: { ...twice, told: lines(twice.stderr) },
    }
  })
}

describe('a survey with faults', () => {
  it('tells each with its row and column, and sums up what was added and what was not', async () => {
    const { code, told, sum } = await imported(
      `${head}1;Oost;3-10-2024;12;De buren.
2;West;gisteren;lang;Het groen.
;Oost;;4;Niets.
2;Oost;;4;Weer ik.
4;Noord;;1;De bomen.
5;;;1;De bomen.
6;Oost;;1;
`,
    )
    expect(code).toBe(1)
    expect(told).toEqual([
      'e.csv:3: error: The cell in the column "Lengte" is not read: write a number without points or commas between thousands, such as 1000 or 3,5. (bad-value)',
      'e.csv:3: error: The cell in the column "Dag" is not read: write a date such as 2024-03-12 or 12-3-2024. (bad-value)',
      'e.csv:4: error: The row does not say who answers, and is not read. Fill in the column "Nr", or remove the row. (missing-respondent)',
      'e.csv:5: error: A row above is of the same respondent, and this one is not read. Give each respondent one row. (duplicate-respondent)',
      'e.csv:6: error: The mapping does not say which case is meant in the column "Plein", and the row is not read. Add what stands there to "values" of the case. (unknown-case)',
      'e.csv:7: error: The row does not say to which case it belongs, and is not read. Fill in the column "Plein". (case-missing)',
      'e.csv:8: warning: The respondent answers no open question, and has no document. (no-answers)',
    ])
    expect(sum.slice(0, 2)).toEqual([
      'added: 3 participants, 2 sources, 1 variable',
      'not added: what is wrong in 5 rows, told above; to have it too, correct it and import the whole into the study as it was',
    ])
  })

  it('without faults is summed up in one line, and ends with 0', async () => {
    const { code, told, sum } = await imported(`${head}1;Oost;3-10-2024;12;De buren.\n`)
    expect([code, told]).toEqual([0, []])
    expect(sum).toEqual([
      'added: 1 participant, 1 source, 1 variable',
      expect.stringMatching(/^2 cases, 2 sources, \d+ words, /),
    ])
  })

  it('that is in the study already tells five of its respondents, and how many more there are', async () => {
    const rows = Array.from({ length: 7 }, (_, i) => `${i + 1};Oost;;;Niets.\n`).join('')
    const { again } = await imported(head + rows)
    expect([again.code, again.stdout]).toEqual([1, 'It does not fit the study: nothing was written.\n'])
    expect(again.told).toEqual([
      ...[1, 2, 3, 4, 5].map(
        id =>
          `e.csv: error: The study already has a participant "${id}". Give it another id. (duplicate-participant)`,
      ),
      'e.csv: error: and 2 more of these (duplicate-participant)',
      ...[1, 2, 3, 4, 5].map(
        id =>
          `e.csv: error: The study already has a source "e-${id}". Give it another id. (duplicate-source)`,
      ),
      'e.csv: error: and 2 more of these (duplicate-source)',
    ])
  })

  it('of which the mapping names no column of the table tells what could be meant', async () => {
    const { code, told, sum } = await imported('Nr;Pleinen;Dag;Lengte;Opmerking\n1;Oost;;;Niets.\n')
    expect(code).toBe(1)
    expect(told).toEqual([
      'e.csv:1: error: The table has no column "Plein". Is "Pleinen" meant? Write it in the mapping as the head of the table has it. (missing-column)',
      'e.csv:1: error: The table has no column "Wat gaat goed?". Correct it in the mapping, as the head of the table has it: Nr, Pleinen, Dag, Lengte, Opmerking. (missing-column)',
    ])
    expect(sum).toEqual(['There is nothing to add: nothing was written.'])
  })

  it('whose mapping names cases of another study tells each case once', async () => {
    const other = mapping.replace('Oost: oost, West: west', 'Oost: oostt, West: markt')
    const { code, told, sum } = await imported(`${head}1;Oost;;;Ja.\n2;Oost;;;Ja.\n3;West;;;Ja.\n`, other)
    expect(code).toBe(1)
    expect(told).toEqual([
      'e.yaml: error: The study has no case "oostt". Is "oost" meant? Correct it under "case:" of the mapping, or in the table. (unknown-case)',
      'e.yaml: error: The study has no case "markt". It has: oost, west. Correct it under "case:" of the mapping, or in the table. (unknown-case)',
    ])
    expect(sum).toEqual(['There is nothing to add: nothing was written.'])
  })

  it('that cannot be read tells only that', async () => {
    const { code, told } = await imported('PK\u0003\u0004 stuk')
    expect(code).toBe(1)
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(/^e\.csv:? .*\(archive-truncated\)$/)
  })

  it('whose mapping has faults of shape tells all of them', async () => {
    const { code, told, sum } = await imported(head, 'respondent: 3\ncase: oost\nanswer: x\n')
    expect([code, sum]).toEqual([1, []])
    expect(told).toEqual([
      'e.yaml:1: error: "respondent" is 3: it should be a text. Put it in quotes: "3". (unfit-value)',
      'e.yaml:1: error: "answers" is missing: it should be a list. Add it. (unfit-value)',
      'e.yaml:2: error: "case" is "oost": it should be keys with values: { is: ..., column: ..., values: ... }. Correct it. (unfit-value)',
      'e.yaml:3: error: There is no key "answer". Is "answers" meant? Its keys are sheet, headRows, respondent, case, date, participant, missing, kind, language, prefix, variables, answers. (unknown-key)',
    ])
  })
})
