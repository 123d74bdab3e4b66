import { mkdir, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { inFolder } from '../../../tests/cli/run-codeerbank.ts'
import { runInProcess } from './run-in-process.ts'
import { twoMarkets } from './two-markets.ts'

const talk = twoMarkets['sources/north/talk-1.md']!
const note = '---\nkind: fieldwork-note\n---\n\nThe square was empty, but for the fish.\n'

async function corrected(
  content: string | Uint8Array,
  { name = 'better.md', source = 'talk-1', options = [] as readonly string[] } = {},
) {
  return inFolder({ ...twoMarkets, 'sources/north/note-1.md': note }, async folder => {
    const at = (path: string) => `${folder}/${path}`
    await runInProcess('convert', folder, at('k.codeerbank'))
    await writeFile(at(name), content)
    const run = await runInProcess('correct', at('k.codeerbank'), source, at(name), ...options)
    const history = await runInProcess('history', at('k.codeerbank'), '--kind', 'correct-source')
    return {
      code: run.code,
      rows: run.stdout.split('\n').filter(line => line.startsWith('| talk-1')),
      told: run.stderr.replaceAll(`${folder}/`, '').split('\n').slice(0, -1),
      kept: history.stdout.split('\n').length - 1,
    }
  })
}

const shownOnly = 'Nothing was changed. Add --apply to keep this correction.'

describe('codeerbank correct', () => {
  it('shows what a correction does to each segment, and keeps nothing of it', async () => {
    const run = await corrected(talk.replace('Only the fish', 'Just the fish').replace('By six', 'By seven'))
    expect(run).toMatchObject({ code: 0, told: [shownOnly], kept: 0 })
    expect(run.rows).toHaveLength(2)
    // What a person has to look at comes first: four of its five words are left.
    expect(run.rows[0]).toBe(
      '| talk-1:90-114 | changed | 0.8 | Only the fish comes late | Just the fish comes late |',
    )
    expect(run.rows[1]).toMatch(/\| that was promised \| that was promised \|$/)
  })

  it('keeps it where that is asked for, by whom and why', async () => {
    const options = ['--apply', '--by', 'ann', '--reason', 'Heard again.']
    expect(await corrected(talk.replace('By six', 'By seven'), { options })).toMatchObject({
      code: 0,
      told: [],
      kept: 1,
    })
  })

  it('keeps nothing of a text that the source has already', async () => {
    expect(await corrected(talk, { options: ['--apply'] })).toMatchObject({
      code: 0,
      told: ['"talk-1" has this text already: there is nothing to correct.'],
      kept: 0,
    })
  })

  it('says what waits for somebody to look once a correction is kept', () =>
    inFolder({ ...twoMarkets, 'better.md': talk.replace('Only the fish', 'Just the fish') }, async folder => {
      await runInProcess('convert', folder, `${folder}/k.codeerbank`)
      const words = ['correct', `${folder}/k.codeerbank`, 'talk-1', `${folder}/better.md`, '--apply']
      expect((await runInProcess(...words)).stdout).toContain(
        '\n1 segment waits for somebody to look: "codeerbank segments list" shows what.\n',
      )
    }))

  it.each([
    ['a broken document', 'PK\u0003\u0004 broken', 'better.docx', 'archive-truncated'],
    ['a broken workbook', 'PK\u0003\u0004 broken', 'better.xlsx', 'archive-truncated'],
    [
      'an old Word document',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      'better.doc',
      'old-document',
    ],
    ['a recording', 'ID3 and then sound', 'better.md', 'not-a-transcript'],
    ['a broken PDF', '%PDF-1.7 and no more', 'better.pdf', 'pdf-'],
    ['bytes that are no text', Uint8Array.of(0x52, 0x31, 0x3a, 0x20, 0xe9, 0x81), 'better.txt', 'not-utf8'],
    ['nothing', '', 'better.md', 'empty-source'],
    ['a text in which nobody speaks', 'A letter to the mayor.\n', 'better.txt', 'no-turns'],
    ['a table of codings', twoMarkets['codings.csv']!, 'codings.csv', 'no-turns'],
  ])('refuses %s with what its reader says, also where it is to be kept', async (_, content, name, code) => {
    const run = await corrected(content, { name, options: ['--apply'] })
    expect(run).toMatchObject({ code: 1, rows: [], kept: 0 })
    expect(run.told.at(-1)).toMatch(/^\d+ problem\(s\)\. Nothing was written\.$/)
    expect(run.told.some(line => line.startsWith(`${name}:1: error: `) && line.includes(`(${code}`))).toBe(
      true,
    )
  })

  it('refuses a workbook of the study, which is no transcript', () =>
    inFolder(twoMarkets, async folder => {
      await runInProcess('convert', folder, `${folder}/k.codeerbank`)
      await runInProcess('convert', folder, `${folder}/k.xlsx`)
      const run = await runInProcess(
        'correct',
        `${folder}/k.codeerbank`,
        'talk-1',
        `${folder}/k.xlsx`,
        '--apply',
      )
      expect([run.code, run.stdout]).toEqual([1, ''])
      expect(run.stderr).toContain('(not-a-transcript)')
    }))

  it('warns where nothing of what was coded is in the text, and brings back what was', () =>
    inFolder({ ...twoMarkets, 'other.md': '**R1:** Something else altogether.\n' }, async folder => {
      const [study, other] = [`${folder}/k.codeerbank`, `${folder}/other.md`]
      await runInProcess('convert', folder, study)
      const doubt = `${other}: warning: None of the 2 segments of "talk-1" is found in it. Is it the text of that source?`
      expect((await runInProcess('correct', study, 'talk-1', other)).stderr).toBe(
        `${doubt} (all-lost)\n${shownOnly}\n`,
      )
      expect((await runInProcess('correct', study, 'talk-1', other, '--apply')).stderr).toBe(
        `${doubt} "codeerbank undo" brings back what was. (all-lost)\n`,
      )
      expect((await runInProcess('segments', 'list', study)).code).toBe(1)
      await runInProcess('undo', study)
      expect((await runInProcess('segments', 'list', study)).code).toBe(0)
    }))

  it('asks for no speakers in a note that never had them', async () => {
    const run = await corrected(note.replace('empty', 'full'), { source: 'note-1', options: ['--apply'] })
    expect(run).toMatchObject({ code: 0, told: [], kept: 1 })
  })

  it('says of a file by another name than it holds what it is read as', async () => {
    const run = await corrected(talk.replace('By six', 'By seven'), { name: 'better.docx' })
    expect(run.code).toBe(0)
    expect(run.told).toEqual([
      'better.docx:1: warning: By what it holds the file is plain text, and is read as that. Name it .txt. (renamed-file)',
      shownOnly,
    ])
  })

  it('refuses a folder, a file that is not there, and a source that the study does not have', () =>
    inFolder(twoMarkets, async folder => {
      await runInProcess('convert', folder, `${folder}/k.codeerbank`)
      await mkdir(`${folder}/empty`)
      for (const [source, file, says] of [
        ['talk-1', 'empty', 'is a folder. Name a file in it.'],
        ['talk-1', 'none.md', 'There is no file'],
        ['talk-2', 'sources/north/talk-1.md', 'The study has no source "talk-2". Is "talk-1" meant?'],
        ['x', 'sources/north/talk-1.md', 'The study has no source "x". It has: talk-1.'],
      ] as const) {
        const run = await runInProcess('correct', `${folder}/k.codeerbank`, source, `${folder}/${file}`)
        expect([run.code, run.stdout]).toEqual([2, ''])
        expect(run.stderr).toContain(says)
      }
    }))
})
