import { describe, expect, it } from 'vitest'
import { readObservation } from '../src/index.ts'
import { bytesOf } from './bytes.ts'
import { faultyGrids, gridCases } from './observation-grid-cases.ts'

const read = (text: string, name = 'obs.md') => readObservation(bytesOf(text), { name })
const rowsOf = async (text: string) =>
  (await read(text)).value.grid?.indicators.map(
    ({ part, label, values }) => `${part}|${label}|${values.map(value => value ?? '·').join(',')}`,
  )
const faultsOf = async (text: string) =>
  (await read(text)).problems.map(({ code, place }) => `${code}:${place?.line}`)

describe('an observation schema', () => {
  it.each(gridCases)('is read with %s', async (_, text, actors, rows) => {
    const { value, problems } = await read(text)
    expect(problems).toEqual([])
    expect(value.grid?.actors.join(',')).toBe(actors)
    expect(await rowsOf(text)).toEqual(rows)
    expect(value.text).toBe(text)
  })

  it.each(faultyGrids)(
    'with %s says so, with the line, and is read as far as it goes',
    async (_, text, faults, rows) => {
      expect(await faultsOf(text)).toEqual(faults)
      expect(await rowsOf(text)).toEqual(rows)
    },
  )

  it.each(faultyGrids)('with %s tells the line of the file, behind front matter', async (_, text, faults) => {
    const moved = faults.map(fault => fault.replace(/\d+$/, line => String(Number(line) + 6)))
    expect(await faultsOf(`---\r\nkind: meeting-observation\r\n---\r\n\r\nKop.\r\n\r\n${text}`)).toEqual(
      moved,
    )
  })

  it('has as many values in every row as it has actors, whatever is wrong with it', async () => {
    for (const [, text] of [...gridCases, ...faultyGrids]) {
      const { grid } = (await read(text)).value
      for (const { values } of grid!.indicators) expect(values).toHaveLength(grid!.actors.length)
    }
  })

  it('is not looked for in plain text, where bars are words', async () => {
    const { value, problems } = await read('| Indicator | A |\n| - | - |\n| Toon | fel | x |', 'obs.txt')
    expect([value.grid, problems, value.text]).toEqual([
      undefined,
      [],
      '| Indicator | A |\n| - | - |\n| Toon | fel | x |',
    ])
  })

  it('that a heading promises and no table gives is missed', async () => {
    expect(await faultsOf('Verslag.\n\n## Non-verbaal\n\nNiets.')).toEqual(['no-grid:3'])
    expect(await faultsOf('Verslag.\n\n## Non-verbaal\n\n| Tijd | A |\n| - | - |\n| 10:00 | x |')).toEqual([
      'no-grid:3',
    ])
  })
})

describe('the actors of an observation', () => {
  const table = '| Indicator | H01 | H02 |\n| - | - | - |\n| Toon | fel | - |'

  it('are among the participants, if those are named', async () => {
    expect(await faultsOf(`---\nparticipants: [H01, H02, H03]\n---\n${table}`)).toEqual([])
    expect(await faultsOf(`---\nid: a\n---\n${table}`)).toEqual([])
    expect(await faultsOf(`---\nparticipants: [H02]\n---\n\n${table}`)).toEqual(['unknown-actor:5'])
    expect(await faultsOf(`---\nparticipants: []\n---\n\n${table}`)).toEqual([
      'unknown-actor:5',
      'unknown-actor:5',
    ])
  })

  it('who are not are warned of', async () => {
    const { problems } = await read(`---\nparticipants: [H02]\n---\n${table}`)
    expect(problems.map(({ severity, place }) => [severity, place])).toEqual([
      ['warning', { file: 'obs.md', line: 4 }],
    ])
    expect(problems[0]?.message).toContain('"H01"')
  })
})

describe('the general impression', () => {
  const table = '| Indicator | A |\n| - | - |\n| Toon | fel |\n\n'

  it.each([
    ['under a Dutch heading', '## Algemene indruk\n\nStroef.', 'Stroef.'],
    ['under an English heading', '## General impression of the meeting\n\nStiff.', 'Stiff.'],
    ['in several paragraphs', '## Algemene indruk\n\nStroef.\n\n- maar *goed*\n', 'Stroef.\n\n- maar *goed*'],
    ['up to the next heading', '## Algemene indruk\n\nStroef.\n\n## Slot\n\nKoffie.', 'Stroef.'],
    ['that is empty', '## Algemene indruk\n\n## Slot\n\nKoffie.', undefined],
    ['that is not there', '## Slot\n\nKoffie.', undefined],
  ])('is read %s', async (_, text, expected) => {
    expect((await read(table + text)).value.grid?.generalImpression).toBe(expected)
  })
})

describe('the text of an observation', () => {
  it('is coded as any other, the schema included', async () => {
    const { value } = await read(
      'Er is :code[koffie]{code="Sfeer" coder="anna"}.\n\n| Indicator | A |\n| - | - |\n| Toon | :code[fel]{code="Toon" coder="anna"} |',
    )
    expect(value.grid?.indicators).toEqual([{ part: 'non-verbal', label: 'Toon', values: ['fel'] }])
    expect(
      value.marks.map(({ quote, start }) => [quote, start, value.text.slice(start, start! + quote.length)]),
    ).toEqual([
      ['koffie', 6, 'koffie'],
      ['fel', 52, 'fel'],
    ])
  })

  it('has no turns', async () => {
    expect((await read('R1: Een.\n\n**R2:** Twee.')).value.turns).toEqual([])
  })
})
