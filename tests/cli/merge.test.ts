import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder, runCodeerbank, twoSquares } from './run-codeerbank.ts'

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
      await runCodeerbank('convert', folder, one)
      await runCodeerbank('backup', one, other)
      await runCodeerbank(
        'codebook',
        'apply',
        one,
        join(folder, 'a.md'),
        '--by',
        'anna',
        '--reason',
        'Zo heet het.',
      )
      await runCodeerbank('codebook', 'apply', other, join(folder, 'b.md'), '--by', 'bram')
      const merged = await runCodeerbank('merge', one, other)
      expect(merged.code).toBe(1)
      expect(merged.stdout).toContain('**Tegenstrijdigheden tussen codeurs')
      expect(merged.stdout).toMatch(
        /\| 1 \| code Elkaar (vinden|bellen) \| a \| code hernoemd \| Elkaar vinden \| anna \| \S+ \| Zo heet het\. \|/,
      )
      expect((await runCodeerbank('merge', one, other)).stdout).toContain('0 entries taken in')
      expect((await runCodeerbank('settle', one, '7')).code).toBe(2)
      expect((await runCodeerbank('settle', one, '1', '--keep', 'z')).code).toBe(2)
      expect(await runCodeerbank('settle', one, '1', '--keep', 'a', '--by', 'anna')).toMatchObject({
        code: 0,
        stdout: '',
      })
      expect(await runCodeerbank('conflicts', one)).toMatchObject({ code: 0, stdout: '', stderr: '' })
      const report = (await runCodeerbank('history', one, '--report')).stdout
      expect(report).toContain('# Verantwoording')
      expect(report).toMatch(/2 casussen, 1 bron, 26 woorden/)
      expect(report).toMatch(
        /\| anna \| code hernoemd \| Elkaar vinden \| Elkaar vinden \| Zo heet het\. \| \|/,
      )
      expect(report).toMatch(/\| bram \| code hernoemd \|.*\| overgenomen uit een kopie \|/)
      expect(report).toMatch(/\| anna \| tegenstrijdigheid beslist \|/)
      expect((await runCodeerbank('history', one, '--report', '--language', 'en')).stdout).toContain(
        '# Audit trail',
      )
      await runCodeerbank('merge', other, one)
      for (const file of [one, other]) {
        const back = join(folder, `terug-${file.includes('een') ? 1 : 2}`)
        await runCodeerbank('convert', file, back)
        expect(await readFile(join(back, 'codebook.md'), 'utf8')).toContain('**Elkaar vinden**')
        expect((await runCodeerbank('verify', file)).code).toBe(0)
      }
    }))

  it('code blind: a copy has the codebook and the sources, and not what the other found', () =>
    inFolder(files, async folder => {
      const [whole, blind] = [join(folder, 'alles.codeerbank'), join(folder, 'bram.codeerbank')]
      await runCodeerbank('convert', folder, whole)
      expect((await runCodeerbank('blind', whole, 'bram', blind)).stdout).toContain(
        '2 cases, 1 source, 26 words, 4 codes, 0 segments, 0 codings',
      )
      expect((await runCodeerbank('blind', whole, 'carla', join(folder, 'x.codeerbank'))).code).toBe(2)
      expect((await runCodeerbank('blind', whole, 'bram', blind)).code).toBe(2)
      expect(await runCodeerbank('merge', whole, blind)).toMatchObject({ code: 0 })
      expect((await runCodeerbank('open', whole)).stdout).toContain('1 segment, 1 coding')
    }))
})
