import { describe, expect, it } from 'vitest'
import { readCodebook, writeCodebook } from '../src/index.ts'
import { typedMarks } from '../src/typed-marks.ts'

const nbsp = '\u00A0'

describe('marks as word processors make them', () => {
  it.each([
    ['a bullet before a name', '• **Kat**', '- **Kat**'],
    ['a bullet before a field, indented', '  ▪ id: kat', '  - id: kat'],
    ['a dash before a name', '– **Kat**', '- **Kat**'],
    ['a space that does not break behind the mark', `-${nbsp}**Kat**`, '- **Kat**'],
    ['such spaces before it', `${nbsp}${nbsp}* merged${nbsp}into: Hond`, `  * merged${nbsp}into: Hond`],
    ['a number with such a space', `1.${nbsp}**Kat**`, '1. **Kat**'],
    ['a heading with such a space', `##${nbsp}Dieren`, '## Dieren'],
    ['a bullet within a definition', '• met een vacht', '• met een vacht'],
    ['a dash within a definition', '– met een vacht', '– met een vacht'],
    ['a list as it should be', '- **Kat**', '- **Kat**'],
    ['a number sign before a word', '#wijk', '#wijk'],
    ['number signs that are escaped', '\\##wijk', '\\##wijk'],
  ])('%s', (_, typed, read) => expect(typedMarks(typed)).toEqual({ text: read, problems: [] }))

  it.each([
    '– id: kat',
    '• Code: geel',
    `—${nbsp}merged into : x`,
    '· literatuur: geen',
    '– met een vacht',
    '-\u00A0id: kat',
    '##kat',
  ])('are none in a definition that the program wrote: %s', nl => {
    const code = {
      id: 'kat',
      label: { nl: 'Kat' },
      parent: null,
      level: 'theme',
      origin: 'deductive',
      version: 1,
    } as const
    const written = writeCodebook({ codes: [{ ...code, definition: { nl } }], frames: [] })
    expect(readCodebook(written).value.codes).toEqual([{ ...code, definition: { nl } }])
  })

  it('that make a heading without a space are told, with the line', () => {
    const { value, problems } = readCodebook('# C\n\n## Dieren\n\nAlle.\n\n###Kat\n\nMiauw.\n', {
      file: 'c.md',
    })
    expect(value.codes.map(({ id, parent }) => [id, parent])).toEqual([
      ['dieren', null],
      ['kat', 'dieren'],
    ])
    expect(problems.map(({ code, message, place }) => [code, message, place])).toEqual([
      [
        'heading-without-space',
        'A heading has a space after its number signs. It was read as if it had: write "### ", or a backslash before the first if it is no heading.',
        { file: 'c.md', line: 7 },
      ],
    ])
  })

  it('leave a definition that lost its indentation to the code above, which is told with the line', () => {
    const { value, problems } = readCodebook('# C\n\n## Dieren\n\nAlle.\n\n- **Kat**\n\nMiauw.\n')
    expect(value.codes.map(({ id, definition }) => [id, definition?.nl])).toEqual([
      ['dieren', 'Alle.\n\nMiauw.'],
      ['kat', undefined],
    ])
    expect(problems.map(({ code, place }) => [code, place?.line])).toEqual([
      ['no-definition', 7],
      ['definition-after-list', 9],
    ])
    expect(problems[1]?.message).toBe(
      'This paragraph is read as part of the definition of "Dieren", since it stands below its list. If it defines the code above it, indent it as far as the name of that code.',
    )
  })
})
