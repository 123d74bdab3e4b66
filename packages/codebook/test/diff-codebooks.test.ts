import { applyChanges, type Change, type Codebook, emptyStudy } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codebookDiffTable, diffCodebooks, readCodebook } from '../src/index.ts'
import { arbitraryCodebook } from './codebook-arbitrary.ts'

const file = `# C

## Dieren

Alle.

### Kat

Miauw.

### Hond

Waf.

## Vergelijking

- frame: v

1. **Katten**
   - code: Kat
`

const read = (text: string) => readCodebook(text).value
const said = (after: string, before = file) =>
  diffCodebooks(read(before), read(after)).map(({ kind, id, change }) => `${id} ${kind} ${change.kind}`)

/** Puts a codebook into a study. */
function studyOf({ codes, frames }: Codebook) {
  const base = { at: '2024-01-01T00:00:00Z', by: 'a' }
  return applyChanges(emptyStudy, [
    ...codes.map(
      ({ version: _, ...code }): Change => ({ ...base, id: `c${code.id}`, kind: 'add-code', code }),
    ),
    ...frames.map((frame): Change => ({ ...base, id: `f${frame.id}`, kind: 'set-frame', frame })),
  ])
}

describe('the difference between two codebooks', () => {
  it('of the same is nothing', () => {
    expect(said(file)).toEqual([])
  })

  it('knows a code that got another name by its definition, and keeps its id', () => {
    expect(said(file.replace('### Kat', '### Poes').replace('code: Kat', 'code: Poes'))).toEqual([
      'kat renamed rename-code',
    ])
  })

  it('tells additions, definitions, moves and frames', () => {
    const after = file
      .replace('Miauw.', 'Spint en krabt.')
      .replace('### Hond', '## Hond')
      .replace('## Vergelijking', '### Pup\n\nJong.\n\n## Vergelijking')
      .replace('1. **Katten**', '1. **Alle katten**')
    expect(said(after)).toEqual([
      'kat redefined redefine-code',
      'hond moved move-code',
      'pup added add-code',
      'v frame changed set-frame',
    ])
  })

  it('retires a code that is left out, and merges one that is said to be merged', () => {
    expect(said(file.replace('### Hond\n\nWaf.\n\n', ''))).toEqual(['hond retired retire-code'])
    expect(said(file.replace('Waf.\n', 'Waf.\n\n- merged into: Kat\n- retired: yes\n'))).toEqual([
      'hond merged merge-codes',
    ])
  })

  it('is a table to read', () => {
    const differences = diffCodebooks(read(file), read(file.replace('Miauw.', 'Spint.')))
    expect(codebookDiffTable(differences, 'en').rows).toEqual([['Kat', 'redefined', 'Miauw.', 'Spint.']])
  })

  it('says by their names where codes went, those of then and of now', () => {
    const after = file
      .replace('## Dieren', '## Beesten')
      .replace('### Kat\n\nMiauw.', '### Poes\n\nMiauw.\n\n- **Hond**\n\n  Waf.')
      .replace('### Hond\n\nWaf.\n\n', '')
      .replace('code: Kat', 'code: Poes')
    const rows = (one: string, other: string) => codebookDiffTable(diffCodebooks(read(one), read(other))).rows
    expect(rows(file, after)).toEqual([
      ['Dieren', 'hernoemd', 'Dieren', 'Beesten'],
      ['Kat', 'hernoemd', 'Kat', 'Poes'],
      ['Hond', 'verplaatst', 'Dieren', 'Poes'],
    ])
    const merged = file
      .replace('Waf.\n', 'Waf.\n\n- merged into: Poes\n- retired: yes\n')
      .replace('### Kat', '### Poes')
      .replace('code: Kat', 'code: Poes')
    expect(rows(file, merged)).toEqual([
      ['Kat', 'hernoemd', 'Kat', 'Poes'],
      ['Hond', 'samengevoegd', 'Hond', 'Poes'],
    ])
    expect(rows(file, file.replace('### Hond', '## Hond'))).toEqual([['Hond', 'verplaatst', 'Dieren', null]])
  })

  it('applied, leaves labels, definitions and places as the second has them', () => {
    const plain = arbitraryCodebook.map(
      (codebook): Codebook => ({
        frames: [],
        codes: codebook.codes.map(({ retired: _, mergedInto: __, ...code }) => ({ ...code, version: 1 })),
      }),
    )
    fc.assert(
      fc.property(plain, plain, (one, other) => {
        const differences = diffCodebooks(one, other)
        const base = { at: '2024-01-02T00:00:00Z', by: 'a' }
        let study = studyOf(one)
        // A move under a code that comes later in the tree may have to wait for that one's own move.
        let waiting = differences.map(({ change }, i) => ({ ...base, id: `d${i}`, ...change }) as Change)
        for (let round = 0; waiting.length > 0 && round < differences.length; round++)
          waiting = waiting.filter(change => {
            try {
              study = applyChanges(study, [change])
              return false
            } catch {
              return true
            }
          })
        if (waiting.length > 0) return
        const again = diffCodebooks(
          { codes: study.codes.filter(code => code.retired !== true), frames: [] },
          other,
        )
        expect(again).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
})
