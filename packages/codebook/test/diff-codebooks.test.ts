import { describe, expect, it } from 'vitest'
import { codebookDiffTable, diffCodebooks, readCodebook } from '../src/index.ts'

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
    expect(said(file.replace('### Hond\n\nWaf.\n\n', ''))).toEqual(['hond left out retire-code'])
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

  it('is where a code comes among those beside it, told by the code that it comes behind', () => {
    const animals = '# C\n\n## Dieren\n\n### Kat\n\n### Hond\n\n### Muis\n\n### Vis\n'
    const turned = '# C\n\n## Dieren\n\n### Vis\n\n### Kat\n\n### Muis\n\n### Hond\n'
    const differences = diffCodebooks(read(animals), read(turned))
    expect(differences.map(({ change }) => change)).toEqual([
      { kind: 'move-code', code: 'vis', parent: 'dieren', before: 'kat' },
      { kind: 'move-code', code: 'muis', parent: 'dieren', before: 'hond' },
    ])
    expect(codebookDiffTable(differences, 'nl').rows).toEqual([
      ['Vis', 'verplaatst onder dezelfde code', 'na Muis', 'vooraan'],
      ['Muis', 'verplaatst onder dezelfde code', 'na Hond', 'na Kat'],
    ])
    expect(codebookDiffTable(differences, 'en').rows[0]).toEqual([
      'Vis',
      'moved within its parent',
      'after Muis',
      'first',
    ])
  })

  it('puts a new code, and one from elsewhere, where the file has it', () => {
    const after = file
      .replace('### Kat', '### Vis\n\n### Kat')
      .replace('## Vergelijking', '## Planten\n\n## Vergelijking')
    expect(diffCodebooks(read(file), read(after)).map(({ change }) => change)).toMatchObject([
      { kind: 'add-code', code: { id: 'vis', parent: 'dieren' }, before: 'kat' },
      { kind: 'add-code', code: { id: 'planten', parent: null } },
    ])
    const inside = file
      .replace('### Hond\n\nWaf.\n\n', '')
      .replace('### Kat', '### Vis\n\n- **Hond**\n\n  Waf.\n\n### Kat')
    expect(diffCodebooks(read(file), read(inside)).map(({ kind, change }) => [kind, change])).toMatchObject([
      ['added', { kind: 'add-code', before: 'kat' }],
      ['moved', { kind: 'move-code', code: 'hond', parent: 'vis', before: null }],
    ])
  })

  it('shows what of a frame is otherwise: its rows with their codes, or its title', () => {
    const rows = (after: string, before = file) =>
      codebookDiffTable(diffCodebooks(read(before), read(after))).rows
    expect(rows(file.replace('   - code: Kat', '   - code: Kat\n   - code: Hond'))).toEqual([
      ['Vergelijking', 'vergelijking gewijzigd', 'Katten: kat', 'Katten: kat, hond'],
    ])
    const two = `${file}2. **Honden**\n   - code: Hond\n`
    expect(rows(two)).toEqual([['Vergelijking', 'vergelijking gewijzigd', null, 'Honden: hond']])
    const turned = two.replace(
      '1. **Katten**\n   - code: Kat\n2. **Honden**\n   - code: Hond',
      '1. **Honden**\n   - code: Hond\n2. **Katten**\n   - code: Kat',
    )
    expect(rows(turned, two)).toEqual([
      ['Vergelijking', 'vergelijking gewijzigd', 'Katten: kat; Honden: hond', 'Honden: hond; Katten: kat'],
    ])
    expect(rows(file.replace('## Vergelijking', '## Soorten'))).toEqual([
      ['Vergelijking', 'vergelijking gewijzigd', 'Vergelijking', 'Soorten'],
    ])
  })

  it('shows the other language where only that is otherwise', () => {
    const rows = (after: string, before: string) =>
      codebookDiffTable(diffCodebooks(read(before), read(after))).rows
    const english = file.replace('### Kat', '### Kat — *Cat*')
    expect(rows(english, file)).toEqual([['Kat', 'hernoemd', 'Kat', 'Kat — Cat']])
    expect(rows(english.replace('*Cat*', '*Tomcat*'), english)).toEqual([
      ['Kat', 'hernoemd', 'Kat — Cat', 'Kat — Tomcat'],
    ])
  })

  it('removes a frame that is left out', () => {
    const differences = diffCodebooks(read(file), read(file.slice(0, file.indexOf('## Vergelijking'))))
    expect(differences.map(({ change }) => change)).toEqual([{ kind: 'remove-frame', frame: 'v' }])
    expect(codebookDiffTable(differences, 'nl').rows).toEqual([
      ['Vergelijking', 'vergelijking verwijderd', 'Vergelijking', null],
    ])
  })

  const twice = '# C\n\n## A\n\nEerst.\n\n### Overig\n\nRest van A.\n\n## B\n\n### Overig\n\nRest van B.\n'

  it.each([
    [
      'when their parents change places',
      '# C\n\n## B\n\n### Overig\n\nRest van B.\n\n## A\n\nEerst.\n\n### Overig\n\nRest van A.\n',
      ['b reordered move-code'],
    ],
    [
      'when a third of that name comes before them',
      twice.replace('## A', '## Z\n\n### Overig\n\n## A'),
      ['z added add-code', 'overig-2 added add-code'],
    ],
    [
      'when the parent of one is renamed',
      twice.replace('## A', '## Aa').replace('Rest van A.', 'Rest.'),
      ['a renamed rename-code', 'overig redefined redefine-code'],
    ],
    [
      'when the first is left out',
      twice.replace('### Overig\n\nRest van A.\n\n', ''),
      ['overig left out retire-code'],
    ],
    [
      'when one goes elsewhere',
      twice.replace('### Overig\n\nRest van A.\n\n', '').concat('\n## D\n\n### Overig\n\nRest van alles.\n'),
      ['d added add-code', 'overig redefined redefine-code', 'overig moved move-code'],
    ],
  ])('knows two codes of one name apart, without ids in the file, %s', (_, after, expected) => {
    expect(
      diffCodebooks(read(twice), read(after)).map(({ kind, change }) => {
        const id = change.kind === 'add-code' ? change.code.id : 'code' in change ? change.code : ''
        return `${id} ${kind} ${change.kind}`
      }),
    ).toEqual(expected)
  })

  it('says under which code one lies where another has its name', () => {
    const after = twice.replace('### Overig\n\nRest van A.\n\n', '').replace('Rest van B.', 'Wat blijft.')
    expect(codebookDiffTable(diffCodebooks(read(twice), read(after))).rows).toEqual([
      ['B > Overig', 'anders gedefinieerd', 'Rest van B.', 'Wat blijft.'],
      ['A > Overig', 'weggelaten, dus vervallen', 'Overig', null],
    ])
  })

  it('keeps a code that was renamed in the file, and then defined anew', () => {
    const study = { ...read(file), codes: read(file).codes.map(code => ({ ...code })) }
    const renamed = {
      ...study,
      codes: study.codes.map(code => (code.id === 'kat' ? { ...code, label: { nl: 'Poes' } } : code)),
    }
    const after = read(
      file.replace('### Kat\n\nMiauw.', '### Poes\n\nSpint.').replace('code: Kat', 'code: Poes'),
    )
    expect(diffCodebooks(renamed, after).map(({ change }) => change)).toEqual([
      { kind: 'redefine-code', code: 'kat', definition: { nl: 'Spint.' } },
    ])
  })

  it('gives a new code an id of its own where another has the one that its name makes', () => {
    const study = read(file)
    const renamed = {
      ...study,
      codes: study.codes.map(code => (code.id === 'kat' ? { ...code, label: { nl: 'Poes' } } : code)),
    }
    const after = read(
      file
        .replace('### Kat', '### Poes')
        .replace('code: Kat', 'code: Poes')
        .replace('### Hond', '### Kat\n\n### Hond'),
    )
    expect(diffCodebooks(renamed, after).map(({ change }) => change)).toMatchObject([
      { kind: 'add-code', code: { id: 'kat-2', label: { nl: 'Kat' } }, before: 'hond' },
    ])
  })

  it('is no difference what a word processor makes of quotes, dashes, dots and spaces', () => {
    const before = file
      .replace('Miauw.', 'Zegt "miauw" - en \'s nachts...')
      .replace('## Vergelijking', '## De "vergelijking"')
    const after = file
      .replace('Miauw.', 'Zegt “miauw” – en ’s\u00A0nachts…')
      .replace('## Vergelijking', '## De „vergelijking”')
    expect(said(after, before)).toEqual([])
  })

  it('takes what lies under a code along to the one that it is merged into, and the rows of frames', () => {
    const before = file.replace('### Hond', '- **Poes**\n\n### Hond')
    const after = before.replace('Miauw.\n', 'Miauw.\n\n- merged into: Hond\n- retired: yes\n')
    expect(said(after, before)).toEqual(['poes moved move-code', 'kat merged merge-codes'])
  })
})
