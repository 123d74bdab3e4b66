import { writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { inFolder, twoSquares } from '../../../tests/cli/run-codeerbank.ts'
import { runInProcess } from './run-in-process.ts'

/** A study in which two codes lie on overlapping words, and a third on none. */
const study = {
  ...twoSquares,
  'codings.csv': `source,quote,code,coder
interview-1,"als zij zeggen dat ze bellen, dan bellen ze ook",Afspraken nakomen,anna
interview-1,dan bellen ze ook. Daar kan ik op rekenen,Elkaar opzoeken,bram
`,
}

async function compared(csv: string, files: Readonly<Record<string, string>> = study) {
  return inFolder({ ...files, 'co.csv': csv }, async folder => {
    const run = await runInProcess('compare-co-occurrence', folder, `${folder}/co.csv`)
    await runInProcess('convert', folder, `${folder}/p.codeerbank`)
    const kept = await runInProcess('compare-co-occurrence', `${folder}/p.codeerbank`, `${folder}/co.csv`)
    expect(kept).toEqual(run)
    return { ...run, stderr: run.stderr.replaceAll(folder, '.') }
  })
}

/** A table of so many codes that no study has, before those that are given. */
function strange(count: number, ...known: readonly string[]): string {
  const names = [...Array.from({ length: count }, (_, i) => `Vreemd nummer ${i + 1}`), ...known]
  return [['', ...names], ...names.map(name => [name, ...names.map(() => '0')])]
    .map(row => row.join(','))
    .join('\n')
}

describe('codeerbank compare-co-occurrence', () => {
  it('says of a table that is of the study that there is no difference', async () => {
    const csv =
      ',Afspraken nakomen Gr=1,Elkaar opzoeken Gr=1\nAfspraken nakomen Gr=1,,1 - 1.00\nElkaar opzoeken Gr=1,1 - 1.00,\n'
    expect(await compared(csv)).toEqual({ code: 0, stdout: 'There is no difference.\n', stderr: '' })
  })

  it('prints what differs, and ends with 1', async () => {
    const csv =
      ',Afspraken nakomen Gr=2,Elkaar opzoeken Gr=1\nAfspraken nakomen Gr=2,,3 - 0.50\nElkaar opzoeken Gr=1,3 - 0.50,\n'
    const { code, stdout, stderr } = await compared(csv)
    expect([code, stderr]).toEqual([1, ''])
    expect(stdout).toBe(`**Verschillen met de tabel van ATLAS.ti**

| Code A | Code B | Aantal (ATLAS.ti) | Aantal | c (ATLAS.ti) | c |
| :- | :- | -: | -: | -: | -: |
| Afspraken nakomen | | 2 | 1 | | |
| Afspraken nakomen | Elkaar opzoeken | 3 | 1 | 0,5 | 1 |
`)
  })

  it('names the nearest of a few codes that the study does not have, and compares the others', async () => {
    const csv = ',Afspraken nakomn,Elkaar opzoeken,Afspraken nakomen\nElkaar opzoeken,0,,1\n'
    expect(await compared(csv)).toEqual({
      code: 1,
      stdout: '',
      stderr:
        './co.csv: error: The codebook has no code "Afspraken nakomn". Is "Afspraken nakomen" meant? (unknown-code)\n',
    })
  })

  it('says once that a table has many other codes, and how many', async () => {
    expect(await compared(strange(6, 'Elkaar opzoeken'))).toEqual({
      code: 1,
      stdout: '',
      stderr:
        './co.csv: error: 6 of the 7 codes of the table are not in the codebook of the study: "Vreemd nummer 1", "Vreemd nummer 2", "Vreemd nummer 3", "Vreemd nummer 4", "Vreemd nummer 5", and 1 more. Is it a table of another study, or of other codes? (unknown-code)\n',
    })
    expect((await compared(strange(5, 'Elkaar opzoeken'))).stderr.split('\n')).toHaveLength(6)
  })

  it('says once of a table of another study that nothing of it is in this one', async () => {
    expect(await compared(strange(120))).toEqual({
      code: 1,
      stdout: '',
      stderr:
        './co.csv: error: None of the 120 codes of the table is in the codebook of the study: "Vreemd nummer 1", "Vreemd nummer 2", "Vreemd nummer 3", "Vreemd nummer 4", "Vreemd nummer 5", and 115 more. Is it a table of another study, or of other codes? (unknown-code)\n',
    })
  })

  it('says once of a workbook with a table of codes and documents that these are no codes', () =>
    inFolder(study, async folder => {
      await runInProcess('convert', folder, `${folder}/report.xlsx`)
      const run = await runInProcess('compare-co-occurrence', folder, `${folder}/report.xlsx`)
      expect([run.code, run.stdout]).toEqual([1, ''])
      expect(run.stderr.split('\n')).toHaveLength(2)
      expect(run.stderr).toContain('The codebook has no code "Interview wijkagent".')
    }))

  it('tells a few cells without a count one by one, with their row', async () => {
    const csv = ',Afspraken nakomen,Elkaar opzoeken\nAfspraken nakomen,1,veel\nElkaar opzoeken,soms,\n'
    expect(await compared(csv)).toEqual({
      code: 1,
      stdout: '',
      stderr: [2, 3]
        .map(
          row =>
            `./co.csv:${row}: error: A cell of the row holds no count. Correct it, or empty it. (unread-count)\n`,
        )
        .join(''),
    })
  })

  it('refuses what is no table', () =>
    inFolder({ ...study, 'co.csv': 'Beste Anna\n' }, async folder => {
      await writeFile(`${folder}/co.xlsx`, 'PK\u0003\u0004 en verder niets')
      for (const [file, code] of [
        ['co.csv', 'not-a-cross-table'],
        ['co.xlsx', 'archive-'],
      ]) {
        const run = await runInProcess('compare-co-occurrence', folder, `${folder}/${file}`)
        expect([run.code, run.stdout]).toEqual([1, ''])
        expect(run.stderr).toContain(`(${code}`)
      }
    }))
})
