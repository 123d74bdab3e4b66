import { readdir, stat } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { inFolder, twoSquares } from '../../../tests/cli/run-codeerbank.ts'
import { runInProcess } from './run-in-process.ts'
import { twoMarkets } from './two-markets.ts'

const whole = '2 cases, 1 source, 19 words, 3 codes, 2 segments, 3 codings, 2 coders'
const byAnn = 'talk-1:71-88|keeping|ann'
const byBob = 'talk-1:90-114|keeping|bob'

/** Lets `use` work with the study in a file, beside a codebook in which Keeping is defined anew. */
function kept(use: (study: string, at: (name: string) => string) => Promise<void>): Promise<void> {
  const redefined = twoMarkets['codebook.md']!.replace(
    'What was promised, happens.',
    'What was said, is done.',
  )
  return inFolder({ ...twoMarkets, 'anew.md': redefined }, async folder => {
    const at = (name: string) => `${folder}/${name}`
    await runInProcess('convert', folder, at('k.codeerbank'))
    await use(at('k.codeerbank'), at)
  })
}

const headOf = async (study: string) => /[0-9a-f]{64}/.exec((await runInProcess('open', study)).stdout)?.[0]

describe('a kept study in English', () => {
  it('is opened, and says what is in it and where its history stands', () =>
    kept(async study => {
      const { code, stdout, stderr } = await runInProcess('open', study)
      expect([code, stderr]).toEqual([0, ''])
      expect(stdout).toMatch(new RegExp(`^${whole}\\n21 changes; the last is [0-9a-f]{64}\\n$`))
    }))

  it('has a history, in which what was done is found by kind, person and code', () =>
    kept(async study => {
      const found = async (...options: readonly string[]) =>
        (await runInProcess('history', study, ...options)).stdout
          .split('\n')
          .slice(0, -1)
          .map(line => line.split('\t').slice(2).join(' '))
      expect(await found('--kind', 'code-segment')).toEqual([
        `ann code-segment code-segment:${byAnn}`,
        'bob code-segment code-segment:talk-1:90-114|breaking|bob',
        `bob code-segment code-segment:${byBob}`,
      ])
      expect(await found('--code', 'breaking')).toEqual([
        'codeerbank add-code add-code:breaking',
        'bob code-segment code-segment:talk-1:90-114|breaking|bob',
      ])
      expect(await found('--by', 'bob', '--kind', 'code-segment', '--code', 'keeping')).toEqual([
        `bob code-segment code-segment:${byBob}`,
      ])
      expect(await found()).toHaveLength(21)
    }))

  it('is not undone into nothing unless that is meant, and is done again', () =>
    kept(async study => {
      const refused = await runInProcess('undo', study)
      expect([refused.code, refused.stdout]).toEqual([2, ''])
      expect(refused.stderr).toContain('Add --all if that is meant.')
      const undone = await runInProcess('undo', study, '--all')
      expect(undone.code).toBe(0)
      expect(undone.stdout).toContain('undone: 3 x segment coded\n')
      expect(undone.stdout).toContain(
        '\n0 cases, 0 sources, 0 words, 0 codes, 0 segments, 0 codings, 0 coders\n',
      )
      expect((await runInProcess('undo', study, '--all')).stdout).toBe('There is nothing to undo.\n')
      const again = await runInProcess('redo', study)
      expect(again.stdout).toContain('done again: 3 x segment coded\n')
      expect(again.stdout.endsWith(`\n${whole}\n`)).toBe(true)
      expect((await runInProcess('redo', study)).stdout).toBe('There is nothing to redo.\n')
    }))

  it('has a codebook that is frozen for a round, and then changes in nothing', () =>
    kept(async (study, at) => {
      const frozen = await runInProcess('codebook', 'freeze', study, 'round 1', '--by', 'ann')
      expect(frozen).toEqual({ code: 0, stdout: 'The codebook is frozen for "round 1".\n', stderr: '' })
      for (const args of [
        ['freeze', study, 'round 2'],
        ['apply', study, at('anew.md')],
      ]) {
        const refused = await runInProcess('codebook', ...args)
        expect(refused.code).toBe(1)
        expect(refused.stderr).toBe(
          'error: The codebook is frozen for "round 1". Thaw it first, or wait until that round of coding is done. (codebook-frozen)\n1 problem(s). Nothing was written.\n',
        )
      }
      expect((await runInProcess('history', study, '--kind', 'redefine-code')).stdout).toBe('')
      expect((await runInProcess('tables', study, '--table', 'census')).stdout).toContain('round 1')
      expect((await runInProcess('codebook', 'thaw', study)).stdout).toBe('The codebook may change again.\n')
      expect((await runInProcess('tables', study, '--table', 'census')).stdout).not.toContain('round 1')
    }))

  it('lists the codings that were made under an older definition, until each was looked at', () =>
    kept(async (study, at) => {
      expect((await runInProcess('review', study)).code).toBe(0)
      const applied = await runInProcess('codebook', 'apply', study, at('anew.md'), '--by', 'ann')
      expect(applied.stdout).toContain(
        '| Keeping | redefined | What was promised, happens. | What was said, is done. |\n',
      )
      expect(applied.stdout).toContain('| Keeping | 2 | 0 |\n')
      const waiting = await runInProcess('review', study)
      expect(waiting.code).toBe(1)
      expect(waiting.stdout.match(/^\| talk-1/gm)).toHaveLength(2)
      const unknown = await runInProcess('review', study, 'talk-1:71-88|keeping|an', byBob)
      expect([unknown.code, unknown.stderr]).toEqual([
        2,
        `error: The study has no coding "talk-1:71-88|keeping|an". Is "${byAnn}" meant?\n`,
      ])
      expect((await runInProcess('review', study, byAnn, '--by', 'ann')).code).toBe(1)
      expect((await runInProcess('review', study, byBob, '--by', 'bob')).code).toBe(0)
      expect((await runInProcess('undo', study)).stdout).toContain('undone: 1 x ')
      expect((await runInProcess('review', study)).stdout.match(/^\| talk-1/gm)).toHaveLength(1)
    }))

  it('is verified against a hash that was written down, in letters of either case', () =>
    kept(async study => {
      const head = (await headOf(study))!
      for (const hash of [head, head.toUpperCase()])
        expect(await runInProcess('verify', study, '--head', hash)).toMatchObject({
          code: 0,
          stdout: `21 changes are sound; the last is ${head}\n`,
          stderr: '',
        })
      expect((await runInProcess('verify', study, '--head', 'f'.repeat(64))).code).toBe(1)
      expect((await runInProcess('verify', study, '--head', 'f'.repeat(63))).code).toBe(2)
      await runInProcess('codebook', 'freeze', study, 'r')
      expect((await runInProcess('verify', study, '--head', head)).code).toBe(0)
    }))

  it('is copied whole, and never over what is there', () =>
    kept(async (study, at) => {
      const copied = await runInProcess('backup', study, at('b.codeerbank'))
      expect(copied).toEqual({ code: 0, stdout: `${at('b.codeerbank')}\n`, stderr: '' })
      expect(await headOf(at('b.codeerbank'))).toBe(await headOf(study))
      const { size } = await stat(at('anew.md'))
      expect((await runInProcess('backup', study, at('anew.md'))).code).toBe(2)
      expect((await stat(at('anew.md'))).size).toBe(size)
    }))

  it.each([
    ['reserve', 'ends in .codeerbank'],
    ['reserve.codeerbank.bak', 'ends in .codeerbank'],
    ['postgres://anna:geheim@server/teams?study=b', 'codeerbank convert'],
  ])('is not copied to %s, for no command would take that for a study of one file', (name, said) =>
    kept(async (study, at) => {
      const before = await readdir(at('.'))
      const copied = await runInProcess('backup', study, name.includes('://') ? name : at(name))
      expect([copied.code, copied.stdout]).toEqual([2, ''])
      expect(copied.stderr).toContain(said)
      expect(copied.stderr).not.toContain('geheim')
      expect(await readdir(at('.'))).toEqual(before)
    }),
  )

  it('is copied for a coder without what the other found, and not over an earlier copy', () =>
    kept(async (study, at) => {
      const made = await runInProcess('blind', study, 'ann', at('ann.codeerbank'))
      expect([made.code, made.stdout.split('\n')[0]]).toEqual([
        0,
        '2 cases, 1 source, 19 words, 3 codes, 1 segment, 1 coding, 2 coders',
      ])
      const before = await headOf(at('ann.codeerbank'))
      const again = await runInProcess('blind', study, 'bob', at('ann.codeerbank'))
      expect([again.code, again.stdout]).toEqual([2, ''])
      expect(await headOf(at('ann.codeerbank'))).toBe(before)
      expect((await runInProcess('query', at('ann.codeerbank'), 'coder:bob', '--format', 'csv')).stdout).toBe(
        'Case,Source,Quote,Codes\n',
      )
    }))

  it('takes in no study that is no copy of it, unless that is meant', () =>
    kept((study, at) =>
      inFolder(twoSquares, async folder => {
        await runInProcess('convert', folder, at('squares.codeerbank'))
        const before = await headOf(study)
        const refused = await runInProcess('merge', study, at('squares.codeerbank'))
        expect([refused.code, refused.stdout]).toEqual([2, ''])
        expect(refused.stderr).toContain('has nothing in common with the study, and is no copy of it.')
        expect(await headOf(study)).toBe(before)
        const taken = await runInProcess('merge', study, at('squares.codeerbank'), '--unrelated')
        expect(taken.stdout).toContain(
          '\n4 cases, 2 sources, 45 words, 7 codes, 3 segments, 4 codings, 4 coders\n',
        )
      }),
    ))
})
