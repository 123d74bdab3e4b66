import { describe, expect, it } from 'vitest'
import { inFolder } from '../../../tests/cli/run-codeerbank.ts'
import { runInProcess } from './run-in-process.ts'
import { twoMarkets } from './two-markets.ts'

const conditions = `conditions:
  - id: promise
    label: { nl: Belofte, en: Promise }
    given:
      north: { value: 0.8, calibration: Said by all. }
      south: { value: 0.2, calibration: Said by few. }
outcome:
  id: trust
  label: { nl: Vertrouwen, en: Trust }
  given:
    north: { value: 0.9, calibration: Felt by all. }
    south: { value: 0.3, calibration: Felt by some. }
`

/** Runs the command on the study as a folder and in a file, which give the same. */
async function run(...options: readonly string[]): Promise<string> {
  return inFolder({ ...twoMarkets, 'qca.yaml': conditions }, async folder => {
    await runInProcess('convert', folder, `${folder}/k.codeerbank`)
    const outcomes = []
    for (const study of [folder, `${folder}/k.codeerbank`])
      outcomes.push(await runInProcess('truth-table', study, `${folder}/qca.yaml`, ...options))
    expect(outcomes[1]).toEqual(outcomes[0])
    expect(outcomes[0]).toMatchObject({ code: 0, stderr: '' })
    return outcomes[0]!.stdout
  })
}

describe('codeerbank truth-table', () => {
  it('gives the cases by their memberships, with why they have these', async () => {
    expect(await run('--format', 'csv')).toBe(`case,PROMISE,TRUST,PROMISE_CALIBRATION,TRUST_CALIBRATION
North Market,0.8,0.9,Said by all.,Felt by all.
South Market,0.2,0.3,Said by few.,Felt by some.
`)
  })

  // In: (min(0.8, 0.9) + min(0.2, 0.3)) / (0.8 + 0.2) = 1; out: (min(0.2, 0.9) + min(0.8, 0.3)) / (0.2 + 0.8) = 0.5.
  it.each([
    ['en', 'Promise,Trust,Cases,Deviant,Consistency\n1,1,North Market,,1\n0,0,South Market,,0.5\n'],
    ['nl', 'Belofte,Vertrouwen,Casussen,Afwijkend,Consistentie\n1,1,Markt Noord,,1\n0,0,Markt Zuid,,0.5\n'],
  ])('gives the configurations with their consistency, in %s', async (language, csv) => {
    expect(await run('--configurations', '--format', 'csv', '--language', language)).toBe(csv)
  })

  it('is printed as Markdown where nothing else is asked for', async () => {
    expect(await run('--configurations')).toBe(`**Truth table**

| Promise | Trust | Cases | Deviant | Consistency |
| -: | -: | :- | :- | -: |
| 1 | 1 | North Market | | 1 |
| 0 | 0 | South Market | | 0.5 |
`)
  })

  it.each(['keeping', 'Keeping', 'Agreements > Keeping'])(
    'counts the code %j by its id, name or path',
    async code => {
      const counted = conditions.replace(
        /given:\n.*\n.*\n/,
        `counted: { codes: ["${code}"], crossover: 0.5, full: 1 }\n`,
      )
      await inFolder({ ...twoMarkets, 'qca.yaml': counted }, async folder => {
        const outcome = await runInProcess('truth-table', folder, `${folder}/qca.yaml`, '--format', 'csv')
        expect(outcome).toMatchObject({ code: 0, stderr: '' })
        expect(outcome.stdout).toMatch(/^North Market,1,0\.9,/m)
      })
    },
  )
})
