import type { Codebook } from '@codeerbank/core'
import { describe, expect, test } from 'vitest'
import { readCodebook, writeCodebook } from '../src/index.ts'
import { makeCode } from './make-code.ts'

const codebook: Codebook = {
  title: { nl: 'Codeboek', en: 'Codebook' },
  codes: [
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
      id: 'forming',
      label: { nl: 'Forming' },
      parent: 'groepsdynamica',
      level: 'frame row',
      origin: 'frame',
      literature: ['Tuckman 1965', 'Vroemen 2012'],
      qualifier: { nl: 'begin', en: 'start' },
      version: 2,
    },
    {
      id: 'brij',
      label: { nl: 'Om hete brij draaien', en: 'Beating about the bush' },
      parent: 'forming',
      level: 'statement',
      origin: 'inductive',
      definition: { en: 'Evading the subject.' },
      color: '#c04000',
      retired: true,
      mergedInto: 'groepsdynamica',
      version: 1,
    },
    {
      id: 'dieper',
      label: { en: 'Deeper' },
      parent: 'brij',
      level: 'sub-code',
      origin: 'deductive',
      version: 1,
    },
  ],
  frames: [
    {
      id: 'phases',
      label: { nl: 'Fasen', en: 'Phases' },
      table: 7,
      judged: true,
      rows: [
        { id: 'forming', label: { nl: 'Forming' }, codes: ['forming', 'brij'], hints: [{ nl: 'begin' }] },
        { id: 'later', label: { nl: 'Storming' }, codes: [] },
      ],
    },
  ],
}

const afterIntroduction = (markdown: string) => markdown.slice(markdown.indexOf('\n## ') + 1)

describe('writeCodebook', () => {
  test('writes the two upper levels as headings and the rest as lists', () => {
    expect(afterIntroduction(writeCodebook(codebook))).toBe(`## Groepsdynamica — *Group dynamics*

Hoe de groep werkt.
*How the group works.*

### Forming

- level: frame row
- qualifier: begin — *start*
- literature: Tuckman 1965
- literature: Vroemen 2012
- version: 2

- **Om hete brij draaien** — *Beating about the bush*

  *Evading the subject.*

  - id: brij
  - color: #c04000
  - retired: yes
  - merged into: Groepsdynamica

  - *Deeper*

    - id: dieper
    - level: sub-code

## Fasen — *Phases*

- frame: phases
- table: 7
- judged: yes

1. **Forming**

   - code: Forming
   - code: Om hete brij draaien
   - hint: begin

2. **Storming**

   - id: later
`)
  })

  test('begins with the title and an explanation of the format', () => {
    const lines = writeCodebook(codebook).split('\n')
    expect(lines[0]).toBe('# Codeboek — *Codebook*')
    expect(lines[2]).toMatch(/^A heading or a list item in \*\*bold\*\* is a code/)
  })

  test('explains the format in Dutch where that is asked for, and is read the same', () => {
    const dutch = writeCodebook(codebook, { language: 'nl' })
    expect(dutch.split('\n')[2]).toMatch(/^Een kop of een lijstitem in \*\*vet\*\* is een code/)
    expect(readCodebook(dutch).value).toEqual(codebook)
  })

  test('and reading gives the same codebook', () => {
    expect(readCodebook(writeCodebook(codebook)).value).toEqual(codebook)
  })

  test('and reading gives an empty codebook back too', () => {
    const empty = { codes: [], frames: [] }
    expect(readCodebook(writeCodebook(empty)).value).toEqual(empty)
  })

  test('leaves the written file as it is when it is read and written again', () => {
    const markdown = writeCodebook(codebook)
    expect(writeCodebook(readCodebook(markdown).value)).toBe(markdown)
  })

  test.each([
    'Gedrag / houding',
    'Moeite balans abstract-concreet; van vaag naar té nauw',
    'Regels/afspraken niet verbreken + excuses',
    'Direct, persoonlijke contact stimuleren (bellen i.p.v. mailen)',
    'een nieuw ‘verhaal’, een "oud" verhaal',
    'R1: **ik** _weet_ het `niet` [x](y) <b>',
  ])('writes %s so that it comes back', nl => {
    const code = makeCode('c', null, { label: { nl, en: nl }, definition: { nl, en: nl } })
    expect(readCodebook(writeCodebook({ codes: [code], frames: [] })).value.codes).toEqual([code])
  })

  test('leaves ordinary punctuation of labels without backslashes', () => {
    const nl = 'Gedrag / houding; (bellen, i.p.v. mailen) + \'excuses\' – "2024": & zo'
    const markdown = writeCodebook({ codes: [makeCode('c', null, { label: { nl } })], frames: [] })
    expect(markdown).toContain(`\n## ${nl}\n`)
  })

  test('names a code by its id where its label is that of another code too', () => {
    const codes = [
      makeCode('a', null, { label: { nl: 'Visie' } }),
      makeCode('b', 'a', { label: { nl: 'Visie' } }),
    ]
    const frames = [{ id: 'f', label: { nl: 'F' }, rows: [{ id: 'r', label: { nl: 'R' }, codes: ['b'] }] }]
    expect(writeCodebook({ codes, frames })).toContain('- code: b\n')
    expect(readCodebook(writeCodebook({ codes, frames })).value.frames).toEqual(frames)
  })

  test('states only the ids that reading would not give', () => {
    const codes = [
      makeCode('kennis', null, { label: { nl: 'Kennis' } }),
      makeCode('x', 'kennis', { label: { nl: 'Belangen' } }),
    ]
    const markdown = writeCodebook({ codes, frames: [] })
    expect(markdown.match(/- id: .*/g)).toEqual(['- id: x'])
  })

  test('puts each parent before its children, siblings in their order', () => {
    const codes = [
      makeCode('a'),
      makeCode('b'),
      makeCode('a2', 'a'),
      makeCode('b1', 'b'),
      makeCode('a1', 'a'),
    ]
    const { value } = readCodebook(writeCodebook({ codes, frames: [] }))
    expect(value.codes.map(({ id }) => id)).toEqual(['a', 'a2', 'a1', 'b', 'b1'])
  })

  test('loses no code of a cycle or with a missing parent', () => {
    const codes = [makeCode('los', 'weg'), makeCode('a', 'b'), makeCode('b', 'a'), makeCode('zelf', 'zelf')]
    const { value } = readCodebook(writeCodebook({ codes, frames: [] }))
    expect(value.codes.map(({ id, parent }) => [id, parent])).toEqual([
      ['los', null],
      ['a', null],
      ['b', 'a'],
      ['zelf', null],
    ])
  })

  test('writes and reads 10,000 codes', () => {
    const codes = Array.from({ length: 10_000 }, (_, i) =>
      makeCode(`code-${i}`, i % 100 === 0 ? null : `code-${i - (i % 100)}`),
    )
    expect(readCodebook(writeCodebook({ codes, frames: [] })).value.codes).toEqual(codes)
  })
})
