import { type Code, emptyStudy, type Segment, type Study } from '@codeerbank/core'
import { readCrossTable } from '@codeerbank/import'
import { describe, expect, it } from 'vitest'
import { coOccurrenceDifferences } from '../src/co-occurrence-differences.ts'

const at = '2024-03-12T10:15:00Z'
const text = 'Het plein is rustig. Er is ruimte genoeg. Er is ook zorg.'

function segment(start: number, end: number): Segment {
  const id = `s:${start}-${end}`
  return { id, source: 's', start, end, quote: text.slice(start, end), prefix: '', suffix: '', by: 'kim', at }
}

function code(id: string, nl: string): Code {
  return { id, label: { nl }, parent: null, level: 'theme', origin: 'deductive', version: 1 }
}

const codings = [
  ['s:0-20', 'rust'],
  ['s:21-41', 'rust'],
  ['s:10-30', 'ruimte'],
  ['s:42-57', 'zorg'],
] as const

/** Two segments of rest that each overlap the one of room: 2 pairs, c = 2 / (2 + 1 - 2) = 2; care stands alone. */
const study: Study = {
  ...emptyStudy,
  coders: [{ id: 'kim', label: 'Kim' }],
  cases: [{ id: 'a', label: { nl: 'A' }, values: {} }],
  sources: [{ id: 's', title: 'S', kind: 'interview', case: 'a', participants: [], text, turns: [] }],
  codes: [code('rust', 'Rust'), code('ruimte', 'Ruimte, vrije'), code('zorg', 'Zorg')],
  segments: [segment(0, 20), segment(21, 41), segment(10, 30), segment(42, 57)],
  codings: codings.map(([on, of]) => ({
    id: `${on}|${of}|kim`,
    segment: on,
    code: of,
    coder: 'kim',
    at,
    codeVersion: 1,
  })),
}

async function differences(csv: string) {
  const { value } = await readCrossTable(csv)
  const { value: table, problems } = coOccurrenceDifferences(study, value)
  return { rows: table.rows, problems: problems.map(problem => problem.code) }
}

describe('a co-occurrence table of ATLAS.ti', () => {
  it('that is of the study has no differences', async () => {
    const csv =
      ',Rust Gr=2,"Ruimte, vrije Gr=1",Zorg Gr=1\nRust Gr=2,,2 - 2.00,0\n"Ruimte, vrije Gr=1",2 - 2.00,,0\nZorg Gr=1,0,0,\n'
    expect(await differences(csv)).toEqual({ rows: [], problems: [] })
  })

  it('of which only the half below the diagonal is filled has no differences', async () => {
    const csv =
      ',"● Rust\nGr=2","● Ruimte, vrije\nGr=1","● Zorg\nGr=1"\n"● Rust\nGr=2",,,\n"● Ruimte, vrije\nGr=1",2 (2.00),,\n"● Zorg\nGr=1",0,0,\n'
    expect(await differences(csv)).toEqual({ rows: [], problems: [] })
  })

  it('differs in the number of quotations, in counts and in coefficients, each pair once', async () => {
    const csv =
      ',Rust Gr=3,"Ruimte, vrije Gr=1",Zorg Gr=1\nRust Gr=3,,2 - 0.50,1\n"Ruimte, vrije Gr=1",2 - 0.50,,0\nZorg Gr=1,1,0,\n'
    expect(await differences(csv)).toEqual({
      rows: [
        ['Rust', null, 3, 2, null, null],
        ['Rust', 'Ruimte, vrije', 2, 2, 0.5, 2],
        ['Rust', 'Zorg', 1, 0, null, 0],
      ],
      problems: [],
    })
  })

  it('names a code that the study does not have, once', async () => {
    const csv = ',Rust,Lucht\nRust,,1\nLucht,1,\n'
    expect(await differences(csv)).toEqual({ rows: [], problems: ['unknown-code'] })
  })
})
