import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder, twoSquares } from '../../../tests/cli/run-codeerbank.ts'
import { runInProcess } from './run-in-process.ts'

const interview = 'sources/oost/interview-1.md'
const files = {
  ...twoSquares,
  [interview]: twoSquares[interview]!.replace('Daar kan', 'Ze komen. Ze komen. Daar kan'),
  'codings.csv': `source,quote,code,coder
interview-1,"als zij zeggen dat ze bellen, dan bellen ze ook",Afspraken nakomen,anna
interview-1,Daar kan ik op rekenen.,Afspraken nakomen,anna
`,
}

/** Lets `use` work with a study of which one segment was changed and one lost; gives their ids. */
function corrected(
  use: (study: string, ids: { readonly changed: string; readonly lost: string }) => Promise<void>,
): Promise<void> {
  return inFolder(files, async folder => {
    const study = join(folder, 'pleinen.codeerbank')
    await runInProcess('convert', folder, study)
    const text = await readFile(join(folder, interview), 'utf8')
    const better = join(folder, 'beter.md')
    await writeFile(
      better,
      text
        .replace('als zij zeggen', 'als zij beloven')
        .replace('Daar kan ik op rekenen.', 'Zo gaat het hier altijd al jaren.'),
    )
    expect((await runInProcess('correct', study, 'interview-1', better, '--apply')).code).toBe(0)
    const { stdout } = await runInProcess('segments', 'list', study)
    const idOf = (verdict: string) =>
      new RegExp(`^\\| (\\S+) \\| interview-1 \\| ${verdict} `, 'm').exec(stdout)![1]!.replaceAll('\\', '')
    await use(study, { changed: idOf('gewijzigd'), lost: idOf('verloren') })
  })
}

describe('segments that a corrected transcript left in doubt', () => {
  it('are listed with their words, and make the command end with 1', () =>
    corrected(async study => {
      const { code, stdout } = await runInProcess('segments', 'list', study)
      expect(code).toBe(1)
      expect(stdout).toContain(
        '| gewijzigd | als zij beloven dat ze bellen, dan bellen ze ook | Afspraken nakomen (anna) |',
      )
      expect(stdout).toContain('| verloren | Daar kan ik op rekenen. | Afspraken nakomen (anna) |')
      const checked = await runInProcess('check', study)
      expect(checked.stdout).toContain('1 segment has other words')
    }))

  it('are accepted, placed by their words, and then wait no more', () =>
    corrected(async (study, { changed, lost }) => {
      const accepted = await runInProcess('segments', 'accept', study, changed, '--by', 'anna')
      expect([accepted.code, accepted.stdout]).toEqual([0, '1 segment waits still.\n'])
      const placed = await runInProcess(
        ...[
          'segments',
          'place',
          study,
          lost,
          'Zo gaat het hier altijd',
          '--by',
          'anna',
          '--reason',
          'Zelfde strekking.',
        ],
      )
      expect([placed.code, placed.stdout]).toEqual([0, 'No segment waits any more.\n'])
      expect((await runInProcess('segments', 'list', study)).code).toBe(0)
      expect((await runInProcess('query', study, 'afspraken-nakomen')).stdout).toContain(
        'Zo gaat het hier altijd',
      )
      expect((await runInProcess('verify', study)).code).toBe(0)
    }))

  it('are a conflict where two coders decide otherwise about one, until it is settled', () =>
    corrected(async (study, { changed, lost }) => {
      const other = join(study, '..', 'kopie.codeerbank')
      await runInProcess('backup', study, other)
      const place = (file: string, segment: string, words: string, by: string) =>
        runInProcess('segments', 'place', file, segment, words, '--by', by)
      await place(study, lost, 'Zo gaat het hier', 'anna')
      await place(other, lost, 'altijd al jaren', 'bram')
      await runInProcess('segments', 'accept', study, changed, '--by', 'anna')
      await place(other, changed, 'als zij beloven', 'bram')
      const merged = await runInProcess('merge', study, other)
      expect(merged.code).toBe(1)
      expect(merged.stdout).toMatch(
        /\| a \| woorden van fragment aanvaard \| als zij beloven dat ze bellen, dan bellen ze ook \| anna \|/,
      )
      expect(merged.stdout).toMatch(/\| b \| fragment geplaatst \| als zij beloven \| bram \|/)
      expect(merged.stdout).toMatch(/\| a \| fragment geplaatst \| Zo gaat het hier \| anna \|/)
      expect(merged.stdout).toMatch(/\| b \| fragment geplaatst \| altijd al jaren \| bram \|/)
      const number = /\| (\d) \|[^|]*\| a \| woorden van fragment aanvaard/.exec(merged.stdout)![1]!
      await runInProcess('settle', study, number, '--keep', 'a', '--by', 'anna')
      expect((await runInProcess('settle', study, '1', '--keep', 'b', '--by', 'anna')).code).toBe(0)
      const { stdout } = await runInProcess('query', study, 'afspraken-nakomen')
      expect([stdout.includes('dan bellen ze ook'), stdout.includes('altijd al jaren')]).toEqual([true, true])
      expect([stdout.includes('| als zij beloven |'), stdout.includes('Zo gaat')]).toEqual([false, false])
    }))

  it('are told of below everything in which their codings count, and beside a CSV', () =>
    corrected(async (study, { changed }) => {
      const note =
        'Nog te bekijken na een verbetering van de bron: 1 codering met gewijzigde woorden, die hier meetelt, en 1 codering zonder plaats in de tekst, die hier'
      const crosstab = ['crosstab', study, '--rows', 'codes', '--columns', 'cases']
      for (const given of [['tables', study], ['query', study, 'afspraken-nakomen'], crosstab])
        expect((await runInProcess(...given)).stdout).toContain(`${note} meetelt.`)
      for (const scaled of ['row percent', 'per 1,000 words'])
        expect((await runInProcess(...crosstab, '--scale', scaled)).stdout).toContain(`${note} meetelt.`)
      for (const table of ['agreement', 'co-occurrence', 'codes-by-case'])
        expect((await runInProcess('tables', study, '--table', table)).stdout).toContain(note)
      const html = ['tables', study, '--table', 'vertrouwen', '--format', 'html']
      expect((await runInProcess(...html)).stdout).toContain(`${note} meetelt.`)
      const csv = await runInProcess(...crosstab, '--format', 'csv')
      expect([csv.stdout.includes('Nog te bekijken'), csv.stderr]).toEqual([
        false,
        `Een totaal telt alles één keer, ook wat in meer cellen staat: het is geen som. ${note} meetelt.\n`,
      ])
      const table = await runInProcess('tables', study, '--format', 'csv')
      expect(table.stdout).not.toContain('Nog te bekijken')
      expect(table.stderr.split('\n')[0]).toBe(`${note} meetelt.`)
      const built = join(study, '..', 'gebouwd')
      await runInProcess('build', study, '--out', built)
      const manifest = await readFile(join(built, 'manifest.json'), 'utf8')
      expect(manifest).toMatch(/"waiting": \{\s+"changed": 1,\s+"lost": 1\s+\}/)
      await runInProcess('segments', 'accept', study, changed)
      expect((await runInProcess(...crosstab)).stdout).toContain(
        'Nog te bekijken na een verbetering van de bron: 1 codering zonder plaats in de tekst, die hier meetelt.',
      )
    }))

  it('are accepted once', () =>
    corrected(async (study, { changed }) => {
      expect((await runInProcess('segments', 'accept', study, changed)).code).toBe(0)
      const again = await runInProcess('segments', 'accept', study, changed)
      expect([again.code, again.stderr.includes('waits for nobody')]).toEqual([2, true])
    }))

  it('are placed at one of several places only where it is said which', () =>
    corrected(async (study, { lost }) => {
      const asked = await runInProcess('segments', 'place', study, lost, 'Ze komen.')
      expect(asked.code).toBe(2)
      expect(asked.stderr).toContain('These words stand 2 times in source "interview-1"')
      expect(asked.stderr).toContain('--occurrence')
      expect(
        (await runInProcess('segments', 'place', study, lost, 'Ze komen.', '--occurrence', '3')).code,
      ).toBe(2)
      expect(
        (await runInProcess('segments', 'place', study, lost, 'Ze komen.', '--occurrence', '2')).code,
      ).toBe(0)
    }))

  it('are removed with their codings, which undoing brings back', () =>
    corrected(async (study, { lost }) => {
      const removed = await runInProcess('segments', 'remove', study, lost, '--reason', 'Niet gezegd.')
      expect([removed.code, removed.stdout]).toEqual([0, '1 segment waits still.\n'])
      expect((await runInProcess('open', study)).stdout).toContain('1 segment, 1 coding')
      await runInProcess('undo', study)
      expect((await runInProcess('open', study)).stdout).toContain('2 segments, 2 codings')
    }))

  it('are told of where a name or words are wrong, and nothing is changed', () =>
    corrected(async (study, { lost }) => {
      const before = (await runInProcess('open', study)).stdout
      const unknown = await runInProcess('segments', 'accept', study, `${lost}x`, 'geen')
      expect(unknown.code).toBe(2)
      expect(unknown.stderr).toContain(`Is "${lost}" meant?`)
      expect(unknown.stderr).toContain('"geen"')
      const notThere = await runInProcess('segments', 'accept', study, lost)
      expect([notThere.code, notThere.stderr.includes('is lost')]).toEqual([2, true])
      const words = await runInProcess('segments', 'place', study, lost, 'Dit zei niemand.')
      expect([words.code, words.stderr.includes('are not in source')]).toEqual([2, true])
      expect((await runInProcess('open', study)).stdout).toBe(before)
    }))
})
