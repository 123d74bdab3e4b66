import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { inFolder, twoSquares } from '../../../tests/cli/run-codeerbank.ts'
import { runInProcess } from './run-in-process.ts'

const example = fileURLToPath(new URL('../../../examples/bruggenbouwers', import.meta.url))

describe('a study in one file', () => {
  it('gives the same tables as the folder it came from', () =>
    inFolder({}, async folder => {
      const file = join(folder, 'bruggenbouwers.codeerbank')
      const { code, stdout } = await runInProcess('convert', example, file)
      expect(code).toBe(0)
      expect(stdout).toContain('3 cases, 36 sources')
      const [kept, read] = await Promise.all([runInProcess('tables', file), runInProcess('tables', example)])
      expect(kept.stdout).toBe(read.stdout)
      expect(await runInProcess('check', file)).toMatchObject({ code: 0, stderr: '' })
      const built = await runInProcess('build', file, '--out', join(folder, 'out'))
      expect([built.code, existsSync(join(folder, 'out/table-9.html'))]).toEqual([0, true])
    }))

  it('is undone, done again, looked back into, verified and copied', () =>
    inFolder(twoSquares, async folder => {
      const file = join(folder, 'pleinen.codeerbank')
      const copy = join(folder, 'kopie.codeerbank')
      await runInProcess('convert', folder, file)
      const history = await runInProcess('history', file, '--kind', 'code-segment')
      expect(history.stdout).toMatch(
        /^\d+\t\S+Z\tanna\tcode-segment code-segment:interview-1:\d+-\d+\|afspraken-nakomen\|anna\n$/,
      )
      expect((await runInProcess('backup', file, copy)).code).toBe(0)
      // All of it came into the file at once: that is not undone by a slip.
      const refused = await runInProcess('undo', file)
      expect([refused.code, refused.stdout]).toEqual([2, ''])
      expect(refused.stderr).toContain('Add --all')
      const undone = await runInProcess('undo', file, '--all')
      expect(undone.stdout).toMatch(/^undone: 2 x case added$/m)
      expect(undone.stdout).toContain('0 cases')
      expect((await runInProcess('undo', file)).stdout).toBe('There is nothing to undo.\n')
      const again = await runInProcess('redo', file)
      expect(again.stdout).toMatch(/^done again: 2 x case added$/m)
      expect(again.stdout).toContain('2 cases')
      expect((await runInProcess('as-of', file, '2020-01-01T00:00:00Z')).stdout).toContain('0 cases')
      expect((await runInProcess('as-of', file, 'toen')).code).toBe(2)
      expect((await runInProcess('history', file, '--until', '2024-10-33')).code).toBe(2)
      expect((await runInProcess('verify', file)).stdout).toMatch(
        /^\d+ changes are sound; the last is [0-9a-f]{64}\n$/,
      )
      expect((await runInProcess('verify', copy)).code).toBe(0)
      expect((await runInProcess('backup', file, copy)).code).toBe(2)
    }))

  it('is held against what was written down of it before: a hash, or the manifest of a build', () =>
    inFolder(twoSquares, async folder => {
      const file = join(folder, 'pleinen.codeerbank')
      const out = join(folder, 'out')
      await runInProcess('convert', folder, file)
      await runInProcess('build', file, '--out', out)
      const manifest = join(out, 'manifest.json')
      const { hash } = JSON.parse(await readFile(manifest, 'utf8')).study.head
      await runInProcess('codebook', 'freeze', file, 'ronde 1')
      expect((await runInProcess('verify', file, '--head', hash)).code).toBe(0)
      expect((await runInProcess('verify', file, '--manifest', manifest)).code).toBe(0)
      const another = join(folder, 'anders.codeerbank')
      await writeFile(join(folder, 'study.yaml'), twoSquares['study.yaml']!.replace('Twee', 'Drie'))
      await runInProcess('convert', folder, another)
      const held = await runInProcess('verify', another, '--manifest', manifest)
      expect([held.code, held.stderr.includes('store-other-history')]).toEqual([1, true])
      expect((await runInProcess('verify', file, '--head', hash.slice(1))).code).toBe(2)
      expect((await runInProcess('verify', file, '--manifest', join(folder, 'codebook.md'))).code).toBe(2)
      expect((await runInProcess('verify', file, '--head', hash, '--manifest', manifest)).code).toBe(2)
    }))

  it('keeps its codings when a transcript is corrected, once that is asked for', () =>
    inFolder(
      {
        ...twoSquares,
        'beter.md': twoSquares['sources/oost/interview-1.md']!.replace('Nou ja, als zij', 'Nou, als ze'),
      },
      async folder => {
        const file = join(folder, 'pleinen.codeerbank')
        await runInProcess('convert', folder, file)
        const shown = await runInProcess('correct', file, 'interview-1', join(folder, 'beter.md'))
        expect(shown.stdout).toContain('gewijzigd')
        expect(shown.stdout).toContain('als ze zeggen dat ze bellen, dan bellen ze ook')
        expect(shown.stderr).toContain('--apply')
        expect((await runInProcess('history', file, '--kind', 'correct-source')).stdout).toBe('')
        await runInProcess(
          'correct',
          file,
          'interview-1',
          join(folder, 'beter.md'),
          '--apply',
          '--by',
          'anna',
        )
        expect((await runInProcess('history', file, '--kind', 'correct-source')).stdout).toContain('\tanna\t')
        expect((await runInProcess('verify', file)).code).toBe(0)
        const tables = await runInProcess('tables', file, '--format', 'html', '--table', '1')
        expect(tables.stdout).toContain('als ze zeggen dat ze bellen')
      },
    ))

  it('evolves its codebook by the file that was edited: shown first, then applied with a reason', () =>
    inFolder(
      {
        ...twoSquares,
        'anders.md': twoSquares['codebook.md']!.replace(
          'Wat beloofd is, gebeurt.',
          'Wie iets belooft, doet het.',
        ).replace(
          '**Elkaar opzoeken** — *Seeking each other out*',
          '**Elkaar weten te vinden** — *Seeking each other out*',
        ),
      },
      async folder => {
        const file = join(folder, 'pleinen.codeerbank')
        const edited = join(folder, 'anders.md')
        await runInProcess('convert', folder, file)
        const shown = await runInProcess('codebook', 'diff', file, edited)
        expect(shown.stdout).toContain(
          '| Afspraken nakomen | anders gedefinieerd | Wat beloofd is, gebeurt. | Wie iets belooft, doet het. |',
        )
        expect(shown.stdout).toContain(
          '| Elkaar opzoeken | hernoemd | Elkaar opzoeken | Elkaar weten te vinden |',
        )
        await runInProcess('codebook', 'apply', file, edited, '--by', 'anna', '--reason', 'Na overleg.')
        expect((await runInProcess('codebook', 'diff', file, edited)).stdout).not.toContain('hernoemd')
        const debt = await runInProcess('tables', file, '--table', 'recoding-debt', '--format', 'csv')
        expect(debt.stdout).toBe('Code,Plein Oost,Plein West\nAfspraken nakomen,1,0\n')
      },
    ))

  it('that is none is told, with 1 for the file and 2 for the words', () =>
    inFolder(
      { ...twoSquares, 'brief.codeerbank': 'Beste allemaal, dit is een brief. '.repeat(50) },
      async folder => {
        const letter = await runInProcess('verify', join(folder, 'brief.codeerbank'))
        expect(letter.code).toBe(1)
        expect(letter.stderr).toContain('(store-not-a-study)')
        expect((await runInProcess('convert', folder, join(folder, 'x.sqlite'))).code).toBe(2)
        expect((await runInProcess('check', join(folder, 'codebook.md'))).code).toBe(2)
      },
    ))
})
