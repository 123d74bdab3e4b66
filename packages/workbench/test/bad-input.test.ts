import { describe, expect, it } from 'vitest'
import { inFolder, twoSquares } from '../../../tests/cli/run-codeerbank.ts'
import { runInProcess } from './run-in-process.ts'

const frontMatter = (more = '') => `---\nkind: interview\n${more}---\n\n`

/** A study in which everything is wrong that a researcher gets wrong. */
const broken: Readonly<Record<string, string | Uint8Array>> = {
  ...twoSquares,
  'codebook.md': `${twoSquares['codebook.md']}
2. **Macht**
   - code: Verstandhouding

## Samenwerking

Nog eens hetzelfde thema.
`,
  'sources/oost/interview-2.md': `${frontMatter('id: interview-1\n')}**R1:** Dubbel.\n`,
  'sources/oost/leeg.md': frontMatter(),
  'sources/oost/letters.txt': Uint8Array.from([
    ...Buffer.from(frontMatter()),
    ...Buffer.from('R1: caf'),
    0x81,
    0x0a,
  ]),
  'sources/oost/doorlopend.md': `${frontMatter()}Een verhaal zonder sprekers, en verder niets.\n`,
  'sources/noord.md': `${frontMatter('case: noord\n')}**R1:** Ja.\n`,
  'sources/west/vergadering.md': `---
kind: meeting-observation
---

## Observatieschema

### Verbaal

| Indicator | W01 | W02 |
| --- | --- | --- |
| Intonatie | rustig | fel |
| Stemvolume | zacht |
`,
  'sources/west/gesprek.md': `${frontMatter()}**R1:** Ja hoor. Ja hoor.\n`,
  'codings.csv': `source,quote,code,coder
interview-1,als zij zeggen dat ze zouden bellen dan doen ze dat,Afspraken nakomen,anna
gesprek,Ja hoor.,Afspraken nakomen,anna
interview-1,Daar kan ik op rekenen,Afspraken nakommen,anna
interview-1,Daar kan ik op rekenen,Afspraken nakomen,ana
intervieuw-1,Daar kan ik op rekenen,Afspraken nakomen,anna
`,
}

const expected: readonly (readonly [file: string, line: number, code: string, remedy: string])[] = [
  ['codings.csv', 2, 'quote-not-found', 'als zij zeggen dat ze bellen, dan bellen ze ook'],
  ['codings.csv', 3, 'quote-ambiguous', 'occurrence'],
  ['codings.csv', 4, 'unknown-code', '"Afspraken nakomen"'],
  ['codings.csv', 5, 'unknown-coder', '"anna"'],
  ['codings.csv', 6, 'unknown-source', '"interview-1"'],
  ['sources/noord.md', 3, 'unknown-case', '"noord"'],
  ['sources/oost/interview-2.md', 3, 'duplicate-source', 'sources/oost/interview-1.md'],
  ['sources/oost/leeg.md', 1, 'empty-source', 'no text'],
  ['sources/oost/letters.txt', 5, 'not-utf8', 'UTF-8'],
  ['sources/oost/doorlopend.md', 5, 'no-turns', 'Interviewer:'],
  ['sources/west/vergadering.md', 12, 'uneven-grid', '"-"'],
  ['codebook.md', 28, 'unknown-code', 'Verstandhouding'],
  ['codebook.md', 30, 'duplicate-name', '"Samenwerking"'],
]

describe('a study with faults of every kind', () => {
  it('is answered with all of them at once, each with its file, its line and what to do', () =>
    inFolder(broken, async folder => {
      const { code, stdout, stderr } = await runInProcess('check', folder)
      expect(code).toBe(1)
      const lines = `${stdout}${stderr}`.split('\n')
      for (const [file, line, problem, remedy] of expected) {
        const found = lines.filter(
          each => each.includes(`${folder}/${file}:${line}:`) && each.includes(`(${problem})`),
        )
        expect(found, `${file}:${line} ${problem}`).toHaveLength(1)
        expect(found[0]).toContain(remedy)
      }
    }))

  it('is not built, and no folder is left behind', () =>
    inFolder(broken, async folder => {
      const { code } = await runInProcess('build', folder, '--out', `${folder}/results`)
      expect(code).toBe(1)
      const { readdir } = await import('node:fs/promises')
      expect((await readdir(folder)).sort()).toEqual(['codebook.md', 'codings.csv', 'sources', 'study.yaml'])
    }))

  it('tells no words of a source where its place is enough', () =>
    inFolder(broken, async folder => {
      const { stdout, stderr } = await runInProcess('check', folder)
      expect(`${stdout}${stderr}`).not.toContain('Een verhaal zonder sprekers')
    }))
})

describe('a codebook with a cycle', () => {
  it('is answered with the line of a code in it', () =>
    inFolder(
      {
        ...twoSquares,
        'codebook.md': `# Codeboek

## Een

Het eerste.

- id: een
- merged into: twee

## Twee

Het tweede.

- id: twee
- merged into: een
`,
        'codings.csv': 'source,quote,code,coder\n',
      },
      async folder => {
        const { code, stdout, stderr } = await runInProcess('check', folder)
        expect(code).toBe(1)
        expect(`${stdout}${stderr}`).toMatch(/codebook\.md:\d+: error: .*cycle/)
      },
    ))
})
