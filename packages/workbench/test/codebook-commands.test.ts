import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder, twoSquares } from '../../../tests/cli/run-codeerbank.ts'
import { runInProcess } from './run-in-process.ts'

const files = {
  ...twoSquares,
  'splits.yaml': `code: afspraken-nakomen
reason: Twee dingen door elkaar.
into:
  - { label: Bellen, when: "case:oost" }
  - { label: Overig }
`,
  'naam.yaml': 'code: Afspraken nakomen\ninto: [{ label: Bellen, when: "case:oost" }, { label: Overig }]\n',
  'fout.yaml': 'code: afspraken-nakomen\ninto: [{ naam: Bellen }]\n',
  'anders.md': twoSquares['codebook.md']!.replace('Wat beloofd is, gebeurt.', 'Wie iets belooft, doet het.'),
}

describe('a codebook that evolves', () => {
  it('is frozen for a round of coding: nothing of it changes, and outputs say so', () =>
    inFolder(files, async folder => {
      const file = join(folder, 'pleinen.codeerbank')
      await runInProcess('convert', folder, file)
      expect((await runInProcess('codebook', 'freeze', file, 'ronde 1', '--by', 'anna')).code).toBe(0)
      const refused = await runInProcess('codebook', 'apply', file, join(folder, 'anders.md'))
      expect([refused.code, refused.stderr.includes('(codebook-frozen)')]).toEqual([1, true])
      const tables = await runInProcess('tables', file)
      expect(tables.stdout).toMatch(/Codeboek: ronde 1, vastgezet op \d{4}-\d\d-\d\d, versie [0-9a-f]{12}\./)
      const out = join(folder, 'out')
      await runInProcess('build', file, '--out', out)
      const manifest = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8'))
      expect(manifest.codebook).toEqual({
        version: expect.stringMatching(/^[0-9a-f]{12}$/),
        round: 'ronde 1',
      })
      for (const name of [
        'index.html',
        'table-1.html',
        'table-1.md',
        'table-1.tex',
        'census.md',
        'code-tree.svg',
        'codebook.md',
        'datapackage/datapackage.json',
      ])
        expect(await readFile(join(out, name), 'utf8')).toContain(manifest.codebook.version)
      const built = await runInProcess('codebook', 'diff', file, join(out, 'codebook.md'))
      expect(built).toMatchObject({ code: 0, stderr: 'The codebooks are the same.\n' })
      for (const given of [
        ['query', file, 'afspraken-nakomen'],
        ['crosstab', file, '--rows', 'codes', '--columns', 'cases'],
        ['agreement', file],
        ['keyword', file, 'bellen'],
        ['search', file, 'bellen'],
      ]) {
        expect((await runInProcess(...given)).stdout).toContain(`versie ${manifest.codebook.version}.`)
        const csv = await runInProcess(...given, '--format', 'csv')
        expect(csv.stdout).not.toContain(manifest.codebook.version)
        expect(csv.stderr).toContain(`versie ${manifest.codebook.version}.`)
      }
      expect((await runInProcess('codebook', 'thaw', file)).code).toBe(0)
      expect((await runInProcess('codebook', 'thaw', file)).code).toBe(2)
      expect((await runInProcess('codebook', 'apply', file, join(folder, 'anders.md'))).code).toBe(0)
    }))

  it('that is frozen in a folder is told of beside a CSV too, as below every other table', () =>
    inFolder(
      {
        ...files,
        'study.yaml': `${twoSquares['study.yaml']}frozen: { round: ronde 1, by: anna, at: 2024-03-01T09:00:00Z }\n`,
      },
      async folder => {
        const note = /^Codeboek: ronde 1, vastgezet op 2024-03-01, versie [0-9a-f]{12}\.$/m
        expect((await runInProcess('tables', folder)).stdout).toMatch(note)
        for (const table of [[], ['--table', 'cases']]) {
          const csv = await runInProcess('tables', folder, '--format', 'csv', ...table)
          expect([csv.code, note.test(csv.stdout), note.test(csv.stderr)]).toEqual([0, false, true])
        }
      },
    ))

  it('is not applied where a code in use may have been left out or renamed by mistake, unless that is asked for', () =>
    inFolder(files, async folder => {
      const [file, book] = [join(folder, 'pleinen.codeerbank'), join(folder, 'nieuw.md')]
      await runInProcess('convert', folder, file)
      const whole = twoSquares['codebook.md']!
      const apply = async (text: string | Uint8Array, ...options: readonly string[]) => {
        await writeFile(book, text)
        return runInProcess('codebook', 'apply', file, book, '--by', 'anna', ...options)
      }
      const line = whole.split('\n').findIndex(each => each.startsWith('- **Afspraken nakomen**')) + 1
      const item = /- \*\*Afspraken nakomen\*\*[\s\S]*?(?=- \*\*Elkaar)/
      const left = await apply(whole.replace(item, ''))
      expect(left.code).toBe(1)
      expect(left.stdout).toContain('| Afspraken nakomen | weggelaten, dus vervallen | Afspraken nakomen | |')
      expect(left.stderr).toBe(
        `${book} at codes.afspraken-nakomen: warning: "Afspraken nakomen" is left out of the codebook, and is retired: 1 coding stands with it. Write it back; or, to retire it, write it back with "- retired: yes", or with "- merged into: ...". (left-out-in-use)
Nothing was changed. Correct the file, or add --anyway to apply it as it is.
`,
      )
      const renamed = await apply(whole.replace(item, '- **Woord houden**\n\n  Doen wat is gezegd.\n\n'))
      expect(renamed.code).toBe(1)
      expect(renamed.stderr).toBe(
        `${book}:${line} at codes.afspraken-nakomen: warning: "Afspraken nakomen" is retired, and "Woord houden" is new in its place. If they are one code, write "- id: afspraken-nakomen" under "Woord houden", so that its codings stay with it. (perhaps-renamed)
Nothing was changed. Correct the file, or add --anyway to apply it as it is.
`,
      )
      // As Notepad saves it: UTF-16 with a byte order mark, lines that end in CR and LF.
      const windows = Buffer.from(`\uFEFF${whole.replaceAll('\n', '\r\n')}`, 'utf16le')
      expect(await apply(windows)).toMatchObject({ code: 0, stderr: 'The codebooks are the same.\n' })
      const kept = whole.replace(
        item,
        '- **Woord houden**\n\n  Doen wat is gezegd.\n\n  - id: afspraken-nakomen\n\n',
      )
      expect((await apply(kept)).code).toBe(0)
      expect((await runInProcess('review', file)).stdout).toMatch(/\| Woord houden \| oost \|/)
      expect(
        (await apply(kept.replace(/- \*\*Woord houden\*\*[\s\S]*?(?=- \*\*Elkaar)/, ''), '--anyway')).code,
      ).toBe(0)
      expect((await runInProcess('history', file, '--kind', 'retire-code')).stdout).toContain(
        '\tanna\tretire-code',
      )
    }))

  it('is not applied where definitions went to the code above since they are not indented', () =>
    inFolder(files, async folder => {
      const [file, book] = [join(folder, 'pleinen.codeerbank'), join(folder, 'nieuw.md')]
      await runInProcess('convert', folder, file)
      await writeFile(
        book,
        twoSquares['codebook.md']!.replace('  Wat beloofd is, gebeurt.', 'Wat beloofd is, gebeurt.'),
      )
      const { code, stderr } = await runInProcess('codebook', 'apply', file, book)
      expect([
        code,
        stderr.includes('(definition-after-list)'),
        stderr.includes('Nothing was changed.'),
      ]).toEqual([1, true, true])
      expect((await runInProcess('review', file)).code).toBe(0)
    }))

  it('leaves codings to look at again, which are listed until they were', () =>
    inFolder(files, async folder => {
      const file = join(folder, 'pleinen.codeerbank')
      await runInProcess('convert', folder, file)
      await runInProcess('codebook', 'apply', file, join(folder, 'anders.md'))
      const checked = await runInProcess('check', file)
      expect([checked.code, checked.stdout.includes('(recoding-debt)')]).toEqual([0, true])
      const listed = await runInProcess('review', file)
      expect(listed.code).toBe(1)
      expect(listed.stdout).toContain('als zij zeggen dat ze bellen, dan bellen ze ook')
      const coding = /^\| (\S+) \| Afspraken/m.exec(listed.stdout)![1]!.replaceAll('\\', '')
      expect((await runInProcess('review', file, 'geen')).code).toBe(2)
      expect((await runInProcess('review', file, coding, '--by', 'anna', '--reason', 'Past nog.')).code).toBe(
        0,
      )
      expect((await runInProcess('check', file)).stdout).not.toContain('recoding-debt')
    }))

  it('leaves codings that are noted as looked at by their code and case, and no others', () =>
    inFolder(
      {
        ...files,
        'sources/west/interview-2.md':
          '---\ntitle: Interview bakker\nkind: interview\ndate: 2024-03-13\n---\n\n**R2:** Zij bellen nooit.\n',
        'codings.csv': `${twoSquares['codings.csv']}interview-2,Zij bellen nooit,Afspraken nakomen,anna\ninterview-2,Zij bellen,Elkaar opzoeken,anna\n`,
        'anders.md': files['anders.md'].replace('Partners zoeken elkaar ook', 'Zij zoeken elkaar ook'),
      },
      async folder => {
        const file = join(folder, 'pleinen.codeerbank')
        await runInProcess('convert', folder, file)
        const applied = await runInProcess('codebook', 'apply', file, join(folder, 'anders.md'))
        expect(applied.stdout).toContain('| Afspraken nakomen | 1 | 1 |')
        expect(applied.stdout).toContain('| Elkaar opzoeken | 0 | 1 |')
        expect((await runInProcess('review', file, '--case', 'west')).code).toBe(2)
        expect((await runInProcess('review', file, '--code', 'Afspraken')).code).toBe(2)
        const some = await runInProcess(
          'review',
          file,
          '--code',
          'Afspraken nakomen',
          '--case',
          'Plein West',
          '--by',
          'anna',
        )
        expect([some.code, some.stdout.match(/^\| interview-/gm)?.length]).toEqual([1, 2])
        expect(some.stdout).not.toContain('Zij bellen nooit')
        const all = await runInProcess('review', file, '--code', 'Afspraken nakomen', '--reason', 'Past nog.')
        expect(all.stdout).toMatch(/\| Zij bellen \|/)
        expect(all.stdout).not.toContain('dan bellen ze ook')
        expect((await runInProcess('review', file, '--code', 'elkaar-opzoeken')).code).toBe(0)
      },
    ))

  it('is compared between two files, two studies, and two times of one study', () =>
    inFolder(files, async folder => {
      const file = join(folder, 'pleinen.codeerbank')
      const [book, other] = [join(folder, 'codebook.md'), join(folder, 'anders.md')]
      const difference =
        '| Afspraken nakomen | anders gedefinieerd | Wat beloofd is, gebeurt. | Wie iets belooft, doet het. |'
      expect((await runInProcess('codebook', 'diff', book, other)).stdout).toContain(difference)
      expect((await runInProcess('codebook', 'diff', folder, other)).stdout).toContain(difference)
      expect(await runInProcess('codebook', 'diff', book, folder)).toMatchObject({
        code: 0,
        stderr: 'The codebooks are the same.\n',
      })
      await runInProcess('convert', folder, file)
      const between = new Date().toISOString()
      const applied = await runInProcess('codebook', 'apply', file, other)
      expect(applied.stdout).toContain('| Afspraken nakomen | 1 | 0 |')
      expect((await runInProcess('codebook', 'diff', file, '--from', between)).stdout).toContain(difference)
      expect((await runInProcess('codebook', 'diff', book, file, '--until', between)).stdout).not.toContain(
        'Afspraken',
      )
      expect((await runInProcess('codebook', 'diff', file)).code).toBe(2)
      expect((await runInProcess('codebook', 'diff', book, other, '--from', between)).code).toBe(2)
      expect((await runInProcess('codebook', 'diff', file, '--from', 'toen')).code).toBe(2)
    }))

  it('is split by rules: shown first, then done', () =>
    inFolder(files, async folder => {
      const file = join(folder, 'pleinen.codeerbank')
      await runInProcess('convert', folder, file)
      const rules = join(folder, 'splits.yaml')
      const shown = await runInProcess('codebook', 'split', file, rules)
      expect(shown.stdout).toMatch(/\| als zij zeggen dat ze bellen, dan bellen ze ook \| Bellen \|/)
      expect(shown.stderr).toContain('--apply')
      expect((await runInProcess('open', file)).stdout).toContain('4 codes')
      // The code goes by its name, as everywhere.
      expect((await runInProcess('codebook', 'split', file, join(folder, 'naam.yaml'))).stdout).toBe(
        shown.stdout,
      )
      await runInProcess('codebook', 'split', file, rules, '--apply', '--by', 'anna')
      expect((await runInProcess('history', file, '--kind', 'split-code')).stdout).toContain(
        '\tanna\tsplit-code',
      )
      expect((await runInProcess('query', file, 'bellen')).stdout).toContain('dan bellen ze ook')
      const wrong = await runInProcess('codebook', 'split', file, join(folder, 'fout.yaml'))
      expect(wrong.code).toBe(1)
      expect(wrong.stderr).toContain('of item 1 of "into"')
    }))
})
