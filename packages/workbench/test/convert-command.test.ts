import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder, twoSquares } from '../../../tests/cli/run-codeerbank.ts'
import { runInProcess } from './run-in-process.ts'

describe('codeerbank convert', () => {
  it('takes a study to a REFI-QDA project and back, and says what other programs will not see', () =>
    inFolder(twoSquares, async folder => {
      const project = join(folder, 'pleinen.qdpx')
      const file = join(folder, 'pleinen.codeerbank')
      const out = await runInProcess('convert', folder, project)
      expect(out).toMatchObject({ code: 0, stderr: '' })
      expect(out.stdout).toMatch(/^for Codeerbank only: \d+ x readable ids$/m)
      const back = await runInProcess('convert', project, file)
      expect(back).toMatchObject({ code: 0, stderr: '' })
      expect(back.stdout).toContain('2 cases')
      const [before, after] = await Promise.all([
        runInProcess('tables', folder),
        runInProcess('tables', file),
      ])
      expect(after.stdout).toBe(before.stdout)
      const again = join(folder, 'nog-eens.qdpx')
      await runInProcess('convert', file, again)
      expect(await readFile(again)).toEqual(await readFile(project))
    }))

  it('takes a study through every format that holds it whole, back to a folder with the same tables', () =>
    inFolder(twoSquares, async folder => {
      const at = (name: string) => join(folder, name)
      const steps = [
        folder,
        at('een.codeerbank'),
        at('twee.qdpx'),
        at('drie'),
        at('vier.codeerbank'),
        at('vijf'),
      ]
      for (const [i, to] of steps.slice(1).entries())
        expect(await runInProcess('convert', steps[i]!, to)).toMatchObject({ code: 0, stderr: '' })
      const [before, after] = await Promise.all([
        runInProcess('tables', folder),
        runInProcess('tables', at('vijf')),
      ])
      expect(after.stdout).toBe(before.stdout)
      expect(await readFile(at('vijf/sources/oost/interview-1.md'), 'utf8')).toContain(
        '**R1:** Nou ja, als zij zeggen dat ze bellen, dan bellen ze ook. Daar kan ik op rekenen.',
      )
    }))

  it('says of a file with a history that this stays there', () =>
    inFolder(twoSquares, async folder => {
      const file = join(folder, 'pleinen.codeerbank')
      await runInProcess('convert', folder, file)
      const { stdout } = await runInProcess('convert', file, join(folder, 'weer'))
      expect(stdout).toMatch(/^not carried: \d+ x entries of the history: .* stays in pleinen\.codeerbank$/m)
      const again = await runInProcess('convert', file, join(folder, 'weer'))
      expect(again).toMatchObject({ code: 2 })
      expect(again.stderr).toContain('already')
    }))

  it('writes a codebook as the beginning of a folder, and says what this still needs', () =>
    inFolder(twoSquares, async folder => {
      const codebook = join(folder, 'codeboek.qdc')
      await runInProcess('convert', folder, codebook)
      const { code, stderr } = await runInProcess('convert', codebook, join(folder, 'nieuw'))
      expect(code).toBe(1)
      expect(stderr).toContain('no-cases')
      expect(await readFile(join(folder, 'nieuw', 'codebook.md'), 'utf8')).toContain('Afspraken nakomen')
    }))

  it('takes a codebook to .qdc and back, and says what is not carried', () =>
    inFolder(twoSquares, async folder => {
      const codebook = join(folder, 'codeboek.qdc')
      const out = await runInProcess('convert', folder, codebook)
      expect(out.code).toBe(0)
      expect(out.stdout).toMatch(/^not carried: \d+ x sources, segments and codings: it is a codebook$/m)
      expect(out.stdout).toMatch(/^not carried: \d+ x readable ids of codes and frames$/m)
      expect(await readFile(codebook, 'utf8')).toContain('name="Afspraken nakomen"')
      const back = await runInProcess('convert', codebook, join(folder, 'codeboek.codeerbank'))
      expect(back).toMatchObject({ code: 0, stderr: '' })
    }))

  it.each([
    { what: 'an ending that it does not know', from: '', to: 'a.doc', says: '.qdpx' },
    { what: 'a file that it cannot read', from: 'study.yaml', to: 'a.qdpx', says: '.codeerbank' },
    { what: 'a file that is not there', from: 'niets.qdpx', to: 'a.codeerbank', says: 'niets.qdpx' },
    { what: 'a file that is there', from: '', to: 'codings.csv', says: 'codings.csv' },
  ])('refuses $what, with 2', ({ from, to, says }) =>
    inFolder(twoSquares, async folder => {
      const { code, stderr } = await runInProcess('convert', join(folder, from), join(folder, to))
      expect(code).toBe(2)
      expect(stderr).toContain(says)
    }),
  )

  it('says with 1 what is no project', () =>
    inFolder({}, async folder => {
      const file = join(folder, 'a.qdpx')
      await writeFile(file, 'Geen project.')
      const { code, stderr } = await runInProcess('convert', file, join(folder, 'a.codeerbank'))
      expect(code).toBe(1)
      expect(stderr).toContain('archive-truncated')
    }))
})
