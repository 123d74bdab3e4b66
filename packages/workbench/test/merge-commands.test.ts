import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder, twoSquares } from '../../../tests/cli/run-codeerbank.ts'
import { runInProcess } from './run-in-process.ts'

const label = '**Elkaar opzoeken** — *Seeking each other out*'
const files = {
  ...twoSquares,
  'a.md': twoSquares['codebook.md']!.replace(label, '**Elkaar vinden** — *Seeking each other out*'),
  'b.md': twoSquares['codebook.md']!.replace(label, '**Elkaar bellen** — *Seeking each other out*'),
}

describe('two coders', () => {
  it('work on copies, which are joined; what cannot both hold is listed until it is settled', () =>
    inFolder(files, async folder => {
      const [one, other] = [join(folder, 'een.codeerbank'), join(folder, 'twee.codeerbank')]
      await runInProcess('convert', folder, one)
      await runInProcess('backup', one, other)
      await runInProcess(
        'codebook',
        'apply',
        one,
        join(folder, 'a.md'),
        '--by',
        'anna',
        '--reason',
        'Zo heet het.',
      )
      await runInProcess('codebook', 'apply', other, join(folder, 'b.md'), '--by', 'bram')
      const merged = await runInProcess('merge', one, other)
      expect(merged.code).toBe(1)
      expect(merged.stdout).toContain('**Tegenstrijdigheden tussen codeurs')
      expect(merged.stdout).toMatch(
        /\| 1 \| code Elkaar (vinden|bellen) \| a \| code hernoemd \| Elkaar vinden \| anna \| \S+ \| Zo heet het\. \|/,
      )
      expect((await runInProcess('merge', one, other)).stdout).toContain('0 entries taken in')
      const checked = await runInProcess('check', one)
      expect(checked.code).toBe(0)
      expect(checked.stdout).toContain(`settle it with "codeerbank settle ${one} 1 --keep a"`)
      expect((await runInProcess('check', other)).stdout).not.toContain('open-conflict')
      expect((await runInProcess('settle', one, '7')).code).toBe(2)
      expect((await runInProcess('settle', one, '1', '--keep', 'z')).code).toBe(2)
      expect(await runInProcess('settle', one, '1', '--keep', 'a', '--by', 'anna')).toMatchObject({
        code: 0,
        stdout: 'No conflict waits to be settled.\n',
      })
      expect((await runInProcess('check', one)).stdout).not.toContain('open-conflict')
      expect(await runInProcess('conflicts', one)).toMatchObject({
        ...{ code: 0, stdout: 'No conflict waits to be settled.\n', stderr: '' },
      })
      const report = (await runInProcess('history', one, '--report')).stdout
      expect(report).toContain('# Verantwoording')
      expect(report).toMatch(/2 casussen, 1 bron, 26 woorden/)
      expect(report).toMatch(
        /\| anna \| code hernoemd \| Elkaar vinden \| Elkaar vinden \| Zo heet het\. \| \|/,
      )
      expect(report).toMatch(/\| bram \| code hernoemd \|.*\| overgenomen uit een kopie \|/)
      expect(report).toMatch(/\| anna \| tegenstrijdigheid beslist \|/)
      expect((await runInProcess('history', one, '--report', '--language', 'en')).stdout).toContain(
        '# Audit trail',
      )
      await runInProcess('merge', other, one)
      for (const file of [one, other]) {
        const back = join(folder, `terug-${file.includes('een') ? 1 : 2}`)
        await runInProcess('convert', file, back)
        expect(await readFile(join(back, 'codebook.md'), 'utf8')).toContain('**Elkaar vinden**')
        expect((await runInProcess('verify', file)).code).toBe(0)
      }
    }))

  it('may each make a file of a copy of the folder: what both have is there once', () =>
    inFolder(files, async folder => {
      const [one, other] = [join(folder, 'anna.codeerbank'), join(folder, 'bram.codeerbank')]
      await runInProcess('convert', folder, one)
      const list = join(folder, 'codings.csv')
      const [head, row] = (await readFile(list, 'utf8')).trimEnd().split('\n')
      // Bram marks the same words as Anna.
      await writeFile(list, `${head}\n${row}\n${row!.replace(/anna$/, 'bram')}\n`)
      await runInProcess('convert', folder, other)
      for (const more of ['1 entry', '0 entries']) {
        const merged = await runInProcess('merge', one, other)
        expect(merged).toMatchObject({ code: 0, stderr: '' })
        expect(merged.stdout).toContain(more)
        expect(merged.stdout).toContain('1 segment, 2 codings')
      }
      expect((await runInProcess('undo', one)).stdout).toBe(
        'There is nothing to undo since copies were joined, which is not undone: a backup has what was before.\n',
      )
    }))

  it('code blind: a copy has the codebook and the sources, and not what the other found', () =>
    inFolder(files, async folder => {
      const [whole, blind] = [join(folder, 'alles.codeerbank'), join(folder, 'bram.codeerbank')]
      await runInProcess('convert', folder, whole)
      expect((await runInProcess('blind', whole, 'bram', blind)).stdout).toContain(
        '2 cases, 1 source, 26 words, 4 codes, 0 segments, 0 codings',
      )
      expect((await runInProcess('blind', whole, 'carla', join(folder, 'x.codeerbank'))).code).toBe(2)
      expect((await runInProcess('blind', whole, 'bram', blind)).code).toBe(2)
      expect(await runInProcess('merge', whole, blind)).toMatchObject({ code: 0 })
      expect((await runInProcess('open', whole)).stdout).toContain('1 segment, 1 coding')
    }))

  it('read in the history what was undone in a copy', () =>
    inFolder(files, async folder => {
      const [one, other] = [join(folder, 'een.codeerbank'), join(folder, 'twee.codeerbank')]
      await runInProcess('convert', folder, one)
      await runInProcess('backup', one, other)
      const apply = ['codebook', 'apply', other, join(folder, 'a.md'), '--by', 'bram']
      await runInProcess(...apply)
      await runInProcess('undo', other)
      await runInProcess('merge', one, other)
      const lines = (await runInProcess('history', one)).stdout.trimEnd().split('\n')
      expect(lines.at(-1)?.split('\t')[3]).toMatch(/^undo in a copy: codebook:[^ ,]+:1$/)
    }))

  it('code a blind copy in plain files, and join a file made of these with the whole', () =>
    inFolder(files, async folder => {
      const at = (name: string) => join(folder, name)
      await runInProcess('convert', folder, at('alles.codeerbank'))
      await runInProcess('blind', at('alles.codeerbank'), 'bram', at('bram.codeerbank'))
      await runInProcess('convert', at('bram.codeerbank'), at('bram'))
      await writeFile(
        at('bram/codings.csv'),
        'source,quote,code,coder\ninterview-1,dan bellen ze ook,Afspraken nakomen,bram\n',
      )
      await runInProcess('convert', at('bram'), at('terug.codeerbank'))
      const merged = await runInProcess('merge', at('alles.codeerbank'), at('terug.codeerbank'))
      expect(merged).toMatchObject({ code: 0, stderr: '' })
      expect(merged.stdout).toContain('1 source, 26 words, 4 codes, 2 segments, 2 codings')
    }))
})
