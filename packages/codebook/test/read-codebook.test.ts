import { describe, expect, test } from 'vitest'
import { readCodebook } from '../src/index.ts'

const small = `# Codeboek — *Codebook*

Een inleiding, met een lijst:

- die geen code is

## Groepsdynamica — *Group dynamics*

Hoe de groep werkt.
*How the group works.*

### Probleemdefinitie — *Problem definition*

Wat het probleem is.

- qualifier: inhoudelijk — *substantive*
- literature: issue-frame
- literature: Williams 2012

- **Overlap** — *Overlap*

  Zelfde probleem.
  *Same problem.*

  - **Zegt hetzelfde**

    In dezelfde woorden.

### Forming

- level: frame row

- **Om hete brij draaien** — *Beating about the bush*

## Fasen — *Phases*

- frame: phases
- table: 7
- judged: yes

1. **Forming**

   - code: Forming
   - hint: begin — *start*
`

const codesOf = (markdown: string) => readCodebook(markdown).value.codes
const codesAndLines = (markdown: string) =>
  readCodebook(markdown).problems.map(({ code, place }) => [code, place?.line])
/** What was found apart from missing definitions, which most of these short files have. */
const found = (markdown: string) => codesAndLines(markdown).filter(([code]) => code !== 'no-definition')

describe('readCodebook', () => {
  const { value, problems } = readCodebook(small, { file: 'codebook.md' })

  test('reads the title in two languages', () => {
    expect(value.title).toEqual({ nl: 'Codeboek', en: 'Codebook' })
  })

  test('reads headings and list items as a tree of codes, in their order', () => {
    expect(value.codes).toEqual([
      {
        id: 'groepsdynamica',
        label: { nl: 'Groepsdynamica', en: 'Group dynamics' },
        parent: null,
        level: 'theme',
        origin: 'deductive',
        definition: { nl: 'Hoe de groep werkt.', en: 'How the group works.' },
        version: 1,
      },
      {
        id: 'probleemdefinitie',
        label: { nl: 'Probleemdefinitie', en: 'Problem definition' },
        parent: 'groepsdynamica',
        level: 'main code',
        origin: 'deductive',
        definition: { nl: 'Wat het probleem is.' },
        qualifier: { nl: 'inhoudelijk', en: 'substantive' },
        literature: ['issue-frame', 'Williams 2012'],
        version: 1,
      },
      {
        id: 'overlap',
        label: { nl: 'Overlap', en: 'Overlap' },
        parent: 'probleemdefinitie',
        level: 'sub-code',
        origin: 'deductive',
        definition: { nl: 'Zelfde probleem.', en: 'Same problem.' },
        version: 1,
      },
      {
        id: 'zegt-hetzelfde',
        label: { nl: 'Zegt hetzelfde' },
        parent: 'overlap',
        level: 'statement',
        origin: 'inductive',
        definition: { nl: 'In dezelfde woorden.' },
        version: 1,
      },
      {
        id: 'forming',
        label: { nl: 'Forming' },
        parent: 'groepsdynamica',
        level: 'frame row',
        origin: 'frame',
        version: 1,
      },
      {
        id: 'om-hete-brij-draaien',
        label: { nl: 'Om hete brij draaien', en: 'Beating about the bush' },
        parent: 'forming',
        level: 'statement',
        origin: 'inductive',
        version: 1,
      },
    ])
  })

  test('reads a heading with a field "frame" as a comparison with its rows', () => {
    expect(value.frames).toEqual([
      {
        id: 'phases',
        label: { nl: 'Fasen', en: 'Phases' },
        table: 7,
        judged: true,
        rows: [
          {
            id: 'forming',
            label: { nl: 'Forming' },
            codes: ['forming'],
            hints: [{ nl: 'begin', en: 'start' }],
          },
        ],
      },
    ])
  })

  test('reports codes without a definition as warnings with file and line', () => {
    expect(problems.map(({ code, severity, place }) => [code, severity, place])).toEqual([
      ['no-definition', 'warning', { file: 'codebook.md', line: 29 }],
      ['no-definition', 'warning', { file: 'codebook.md', line: 33 }],
    ])
  })

  test('reads the same with a byte order mark and with CRLF line ends', () => {
    const windows = `\uFEFF${small.replaceAll('\n', '\r\n')}`
    expect(readCodebook(windows, { file: 'codebook.md' })).toEqual({ value, problems })
  })

  test('reads the same with lone CR line ends', () => {
    expect(readCodebook(small.replaceAll('\n', '\r')).value).toEqual(value)
  })
})

describe('a label', () => {
  test.each([
    ['## Visie', { nl: 'Visie' }],
    ['## *Vision*', { en: 'Vision' }],
    ['## Visie — *Vision*', { nl: 'Visie', en: 'Vision' }],
    ['## Visie - *Vision*', { nl: 'Visie', en: 'Vision' }],
    ['## Visie – _Vision_', { nl: 'Visie', en: 'Vision' }],
    ['## **Visie** — *Vision*', { nl: 'Visie', en: 'Vision' }],
    ['Visie — *Vision*\n---', { nl: 'Visie', en: 'Vision' }],
    ['## Een *heel* ander beeld', { nl: 'Een heel ander beeld' }],
    ['## Een beeld van de *ander*', { nl: 'Een beeld van de ander' }],
    ['## Gedrag / houding', { nl: 'Gedrag / houding' }],
    ['## Moeite balans; van vaag naar té nauw', { nl: 'Moeite balans; van vaag naar té nauw' }],
    ['## Regels/afspraken + excuses: (1) & "2"', { nl: 'Regels/afspraken + excuses: (1) & "2"' }],
    ['## [informatie]-monopolie', { nl: '[informatie]-monopolie' }],
    ['## een\\*ster &amp; `code` <b>vet</b>', { nl: 'een*ster & code <b>vet</b>' }],
    ['## twee<br>regels', { nl: 'twee\nregels' }],
  ])('is read from %j', (markdown, label) => {
    expect(codesOf(markdown)[0]?.label).toEqual(label)
  })

  test.each([
    ['- **Meegaand**', { nl: 'Meegaand' }],
    ['- *Accommodating*', { en: 'Accommodating' }],
    ['- **Meegaand** — *Accommodating*', { nl: 'Meegaand', en: 'Accommodating' }],
    ['- **Meegaand** *Accommodating*', { nl: 'Meegaand', en: 'Accommodating' }],
    ['* __Meegaand__ - _Accommodating_', { nl: 'Meegaand', en: 'Accommodating' }],
    ['1. **Meegaand: ja** — *Accommodating*', { nl: 'Meegaand: ja', en: 'Accommodating' }],
  ])('of a list item is read from %j', (item, label) => {
    expect(codesOf(`## Thema\n\n${item}`)[1]?.label).toEqual(label)
  })
})

describe('a definition', () => {
  test.each([
    ['Nederlands.\n*English.*', { nl: 'Nederlands.', en: 'English.' }],
    ['Nederlands. — *English.*', { nl: 'Nederlands.', en: 'English.' }],
    ['Nederlands.\\\n*English.*', { nl: 'Nederlands.', en: 'English.' }],
    ['Nederlands.\n\n*English.*', { nl: 'Nederlands.', en: 'English.' }],
    ['*English.*', { en: 'English.' }],
    ['Over twee\nregels.\n*On two\nlines.*', { nl: 'Over twee regels.', en: 'On two lines.' }],
    ['Twee.\n\nAlinea’s.', { nl: 'Twee.\n\nAlinea’s.' }],
    ['Een.<br>Twee.', { nl: 'Een.\nTwee.' }],
  ])('is read from %j', (paragraphs, definition) => {
    expect(codesOf(`## Thema\n\n${paragraphs}`)[0]?.definition).toEqual(definition)
  })

  test.each([
    ['- **Naam**: Nederlands.', { nl: 'Nederlands.' }],
    ['- **Naam** — *Name*: Nederlands.', { nl: 'Nederlands.' }],
    ['- **Naam** — *Name*\n  Nederlands.\n  *English.*', { nl: 'Nederlands.', en: 'English.' }],
    ['- **Naam**\n  *English.*', { en: 'English.' }],
    ['- **Naam**\\\n  Nederlands.', { nl: 'Nederlands.' }],
  ])('may stand in the same paragraph as a name in bold: %j', (item, definition) => {
    expect(codesOf(`## Thema\n\n${item}`)[1]?.definition).toEqual(definition)
  })
})

describe('fields', () => {
  test('of a code are read in English', () => {
    const fields = `- id: t1
- level: sub-code
- origin: inductive
- color: #C04000
- version: 3
- retired: yes
- merged into: Ander`
    expect(codesOf(`## Thema\n\n${fields}\n\n## Ander`)[0]).toEqual({
      id: 't1',
      label: { nl: 'Thema' },
      parent: null,
      level: 'sub-code',
      origin: 'inductive',
      color: '#C04000',
      version: 3,
      retired: true,
      mergedInto: 'ander',
    })
  })

  test('of a code are read in Dutch', () => {
    const fields = `- Niveau: hoofdcode
- Herkomst: inductive
- Kleur: #c04000
- Vervallen: nee
- Literatuur: Vroemen 2012
- Aanduiding: procesmatig`
    expect(codesOf(`## Thema\n\n${fields}`)[0]).toMatchObject({
      level: 'main code',
      origin: 'inductive',
      color: '#c04000',
      retired: false,
      literature: ['Vroemen 2012'],
      qualifier: { nl: 'procesmatig' },
    })
  })

  test('keep colons, quotes and brackets in their values', () => {
    const [theme] = codesOf('## Thema\n\n- literature: Vroemen: "teams" [2012] (3e druk)')
    expect(theme?.literature).toEqual(['Vroemen: "teams" [2012] (3e druk)'])
  })
})

describe('an id', () => {
  test('that the file states goes before the slug', () => {
    expect(codesOf('## Kennis van de wijk\n\n- id: kennis').map(({ id }) => id)).toEqual(['kennis'])
  })

  test('has its parent before it where another code has the slug', () => {
    const markdown = '## A\n\n- **Belangen**\n\n## B\n\n- **Belangen**'
    expect(codesOf(markdown).map(({ id }) => id)).toEqual(['a', 'belangen', 'b', 'b/belangen'])
  })
})

describe('headings', () => {
  test('may go deeper than two levels, and lists go on below them', () => {
    const codes = codesOf('## A\n\n### B\n\n#### C\n\n- **D**\n\n  - **E**\n\n### F')
    expect(codes.map(({ id, parent, level }) => [id, parent, level])).toEqual([
      ['a', null, 'theme'],
      ['b', 'a', 'main code'],
      ['c', 'b', 'sub-code'],
      ['d', 'c', 'statement'],
      ['e', 'd', 'statement'],
      ['f', 'a', 'main code'],
    ])
  })

  test('that skip a level are read under the nearest one above', () => {
    const markdown = '## A\n\n#### B'
    expect(codesOf(markdown)[1]?.parent).toBe('a')
    expect(found(markdown)).toEqual([['skipped-level', 3]])
  })
})

describe('a comparison', () => {
  const theme = '## Visie\n\nDoel.\n\n## Kaart\n\nKaart.\n\n'

  test('may have rows of several codes, named by label, id or path', () => {
    const markdown = `${theme}### Visie\n\nDoel.\n\n## Tabel\n\n- frame: t\n\n1. **Rij**\n   - code: Kaart\n   - code: kaart/visie\n   - code: Kaart > Visie`
    expect(readCodebook(markdown).value.frames[0]?.rows[0]?.codes).toEqual([
      'kaart',
      'kaart/visie',
      'kaart/visie',
    ])
  })

  test('may have hints and topics in its rows, in Dutch too', () => {
    const fields =
      '   - code: Visie\n   - hint: doel — *aim*\n   - aanwijzing: koers\n   - topic: 3\n   - onderwerp: Tot slot'
    const markdown = `${theme}## Tabel\n\n- kader: t\n- tabel: 4\n- beoordeeld: ja\n\n1. **Rij**\n\n${fields}`
    expect(readCodebook(markdown)).toEqual({
      value: expect.objectContaining({
        frames: [
          {
            id: 't',
            label: { nl: 'Tabel' },
            table: 4,
            judged: true,
            rows: [
              {
                id: 'rij',
                label: { nl: 'Rij' },
                codes: ['visie'],
                hints: [{ nl: 'doel', en: 'aim' }, { nl: 'koers' }],
                topics: ['3', 'Tot slot'],
              },
            ],
          },
        ],
      }),
      problems: [],
    })
  })

  test('may name its rows by bullets, and give them ids', () => {
    const markdown = `${theme}## Tabel\n\n- frame: t\n- **Rij een**\n  - id: r1\n  - code: Visie\n- **Rij twee**\n  - code: Kaart`
    expect(readCodebook(markdown).value.frames[0]?.rows.map(({ id }) => id)).toEqual(['r1', 'rij-twee'])
    expect(readCodebook(markdown).problems).toEqual([])
  })

  test('with a row that names a missing code reports its line and the nearest code', () => {
    const markdown = `${theme}## Tabel\n\n- frame: t\n\n1. **Rij**\n   - code: Viise\n   - code: Kaart`
    const { value, problems } = readCodebook(markdown, { file: 'c.md' })
    expect(value.frames[0]?.rows[0]?.codes).toEqual(['kaart'])
    expect(problems).toMatchObject([
      { code: 'unknown-code', severity: 'error', place: { file: 'c.md', line: 14 } },
    ])
    expect(problems[0]?.message).toContain('"Visie"')
  })
})

describe('a faulty file is read as far as it goes, and reports', () => {
  test.each<[string, string, readonly [string, number][]]>([
    ['nothing at all', '', [['no-codes', 1]]],
    ['no heading of level 2', '# Titel\n\n- **Code**', [['no-codes', 1]]],
    ['a second title', '# A\n\n## B\n\n# C', [['second-title', 5]]],
    ['a heading without text', '## A\n\n###', [['empty-label', 3]]],
    ['siblings of one name', '## A\n\n- **B**\n- **b**', [['duplicate-name', 4]]],
    ['themes of one English name', '## A — *X*\n\n## B — *X*', [['duplicate-name', 3]]],
    ['one id twice', '## A\n\n- id: x\n\n## B\n\n- id: x', [['duplicate-code', 5]]],
    ['a list item that is not bold', '## A\n\n- gewoon', [['plain-code', 3]]],
    ['a misspelt field', '## A\n\n- literatur: X', [['unknown-field', 3]]],
    ['a field that does not belong there', '## A\n\n- hint: X', [['misplaced-field', 3]]],
    ['a field that stands twice', '## A\n\n- version: 1\n- version: 2', [['duplicate-field', 4]]],
    ['a level that there is not', '## A\n\n- level: constructor', [['wrong-value', 3]]],
    ['an origin that there is not', '## A\n\n- origin: divine', [['wrong-value', 3]]],
    ['a colour that is none', '## A\n\n- color: red', [['wrong-value', 3]]],
    ['a version that is none', '## A\n\n- version: 0', [['wrong-value', 3]]],
    ['neither yes nor no', '## A\n\n- retired: maybe', [['wrong-value', 3]]],
    ['fenced code', '## A\n\n```\nx\n```', [['unread-text', 3]]],
    ['a quotation', '## A\n\n> x', [['unread-text', 3]]],
    ['HTML', '## A\n\n<div>\nx\n</div>', [['unread-text', 3]]],
    ['text under a field', '## A\n\n- qualifier: x\n\n  meer', [['unread-text', 5]]],
    ['a list item without a name', '## A\n\n- > x', [['unread-text', 3]]],
    ['an unknown successor', '## A\n\n- retired: yes\n- merged into: Z', [['unknown-merge', 1]]],
    [
      'a frame without rows, with a definition',
      '## A\n\n## F\n\nX.\n\n- frame: f',
      [
        ['unread-text', 3],
        ['no-rows', 3],
      ],
    ],
    [
      'a row with codes under it and none named',
      '## A\n\n## F\n\n- frame: f\n- **R**\n  - **A**',
      [
        ['row-without-codes', 6],
        ['unread-text', 7],
      ],
    ],
    [
      'frames and rows that stand twice',
      '## A\n\n## F\n\n- frame: f\n- **R**\n  - id: r\n  - code: A\n- **R2**\n  - id: r\n  - code: A\n\n## G\n\n- frame: f\n- **R**\n  - code: A',
      [
        ['duplicate-row', 9],
        ['duplicate-frame', 13],
      ],
    ],
  ])('%s', (_, markdown, expected) => {
    expect(found(markdown)).toEqual(expected)
  })

  test('everything at once, in the order of the file', () => {
    const markdown = '## A\n\n- color: rood\n- literatur: X\n- **B**\n- **B**\n\n## A'
    expect(found(markdown)).toEqual([
      ['wrong-value', 3],
      ['unknown-field', 4],
      ['duplicate-name', 6],
      ['duplicate-name', 8],
    ])
  })

  test('comments and rules are passed over', () => {
    expect(found('## A\n\n<!-- straks -->\n\n---\n')).toEqual([])
  })

  test('lists a thousand levels deep', () => {
    const deep = Array.from({ length: 1000 }, (_, i) => `${'  '.repeat(i)}- **c${i}**`).join('\n')
    const markdown = `## A\n\n${deep}\n\n## Z`
    expect(found(markdown)).toEqual([
      ['too-deep', 52],
      ['too-deep', 103],
    ])
    const codes = codesOf(markdown)
    expect(codes).toHaveLength(51)
    expect(codes.at(-1)?.id).toBe('z')
  })

  test.each(['- '.repeat(100_000), '>'.repeat(100_000), '1. '.repeat(100_000), ' '.repeat(100_000)])(
    'a line with a hundred thousand marks',
    marks => {
      expect(found(`## A\n\n${marks}**x**`)).toEqual([['too-deep', 3]])
    },
  )

  test('a paragraph with a hundred thousand marks of emphasis, on one line or many', () => {
    expect(found(`## A\n\n${'a*b'.repeat(100_000)}\n\n## B`)).toEqual([['too-many-marks', 3]])
    const lines = 'a*b\n'.repeat(100_000)
    expect(found(`## A\n\n${lines}\n## B`)).toEqual([['too-many-marks', 503]])
    expect(codesOf(`## A\n\n${lines}\n## B`).map(({ id }) => id)).toEqual(['a', 'b'])
  })

  test('a thousand list items in bold, or stars behind a backslash, without complaint', () => {
    const items = Array.from({ length: 1000 }, (_, i) => `- **c${i}** — *d${i}*`).join('\n')
    expect(codesOf(`## A\n\n${items}`)).toHaveLength(1001)
    expect(found(`## A\n\n${items}`)).toEqual([])
    expect(found(`## A\n\n${'a\\*b'.repeat(1000)}`)).toEqual([])
  })

  test('an empty line of a thousand spaces without complaint', () => {
    expect(found(`## A\n${' '.repeat(1000)}\nTekst.\n`)).toEqual([])
  })
})
