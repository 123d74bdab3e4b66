import { applyChanges, type Change, type Study } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkClaims,
  cite,
  compare,
  fragility,
  frameworkMatrix,
  saturation,
  testClaims,
  theOthers,
  truthTable,
  truthTableData,
} from '../src/index.ts'
import { anyStudy } from './any-study.ts'
import { codedStudy } from './study-cases.ts'

const at = '2024-05-01T10:00:00+02:00'
const frame = {
  id: 'f',
  label: { nl: 'F' },
  rows: [
    { id: 'r1', label: { nl: 'Houding' }, codes: ['houding'] },
    { id: 'r2', label: { nl: 'Proces' }, codes: ['proces'], topics: ['slot'] },
  ],
}
const framed: Study = { ...codedStudy, frames: [frame] }

function withChanges(study: Study, ...changes: readonly Record<string, unknown>[]): Study {
  return applyChanges(
    study,
    changes.map((change, i) => ({ id: `x${i}`, at, by: 'kim', ...change }) as unknown as Change),
  )
}

const emptyOf = (study: Study, row: string, of: string) =>
  compare(study, 'f').cells.find(cell => cell.case === of && cell.rows.includes(row))?.empty

describe('an empty cell', () => {
  const screen = (source: string, code: string) => ({
    kind: 'record-screening',
    screening: { id: `${source}|${code}`, source, code },
  })

  it('says that the case has no sources, or only that nothing was coded', () => {
    expect(emptyOf(framed, 'r2', 'leeg')).toBe('no sources')
    expect(emptyOf(framed, 'r2', 'zuid')).toBe('no codings')
  })

  it('says that it was not asked where no source of the case had the topic', () => {
    const asked = (topics: readonly string[]): Study => ({
      ...framed,
      sources: framed.sources.map(source => (source.id === 'z1' ? { ...source, topics } : source)),
    })
    expect(emptyOf(asked(['begin']), 'r2', 'zuid')).toBe('not asked')
    expect(emptyOf(asked(['begin', 'slot']), 'r2', 'zuid')).toBe('no codings')
  })

  it('says that sources were not yet read, or that it was looked for and is absent', () => {
    const part = withChanges(framed, screen('n1', 'proces'))
    expect(emptyOf(part, 'r2', 'noord')).toBe('not yet read')
    expect(emptyOf(withChanges(part, screen('n2', 'proces')), 'r2', 'noord')).toBe('looked for and absent')
  })

  it('says that it was looked for under an older definition', () => {
    const read = withChanges(framed, screen('z1', 'proces'), {
      kind: 'redefine-code',
      code: 'proces',
      definition: { nl: 'Anders' },
    })
    expect(emptyOf(read, 'r2', 'zuid')).toBe('coded under an older definition')
    expect(emptyOf(withChanges(read, screen('z1', 'proces')), 'r2', 'zuid')).toBe('looked for and absent')
  })
})

describe('a claim', () => {
  const claim = (rules: readonly Record<string, string>[], more: Record<string, unknown> = {}) => ({
    kind: 'state-claim',
    claim: { id: 'c', text: { nl: 'Zo is het' }, rules, ...more },
  })
  const stateOf = (study: Study) => testClaims(study)[0]?.state

  it('is supported by enough voices in every case, thin where there are fewer', () => {
    const rules = [{ case: 'noord', supports: 'open' }]
    expect(stateOf(withChanges(framed, claim(rules)))).toBe('supported')
    expect(stateOf(withChanges(framed, claim(rules, { voices: 3 })))).toBe('thin')
    expect(stateOf(withChanges(framed, claim([...rules, { case: 'zuid', supports: 'open' }])))).toBe('thin')
  })

  it('counts voices, not codings: two codings of one speaker are one voice', () => {
    const tested = testClaims(
      withChanges(framed, claim([{ case: 'noord', supports: 'gesloten or open' }])),
    )[0]!
    expect(tested.cases[0]?.supports).toMatchObject({ codings: 4, speakers: 2 })
  })

  it('is contradicted where as many voices are against it as for it', () => {
    const rules = [{ case: 'noord', supports: 'open', contradicts: 'open or gesloten' }]
    expect(stateOf(withChanges(framed, claim(rules)))).toBe('contradicted')
  })

  it('is contradicted by codings against its code, and not by those against another on the same words', () => {
    const against = (code: string): Study => ({
      ...framed,
      codings: framed.codings.map(coding =>
        coding.code === code ? { ...coding, stance: 'contradicts' as const } : coding,
      ),
    })
    expect(stateOf(withChanges(against('open'), claim([{ case: 'noord', supports: 'open' }])))).toBe(
      'contradicted',
    )
    expect(stateOf(withChanges(against('gesloten'), claim([{ case: 'noord', supports: 'open' }])))).toBe(
      'supported',
    )
  })

  it('was never tested where nothing was found for or against it', () => {
    expect(stateOf(withChanges(framed, claim([{ case: 'leeg', supports: 'open' }])))).toBe('never tested')
  })

  it('is listed by the check when its state is no longer the recorded one, or its rule cannot be read', () => {
    const recorded = claim([{ case: 'noord', supports: 'open' }], { recorded: 'thin' })
    expect(checkClaims(withChanges(framed, recorded)).map(({ code, severity }) => [code, severity])).toEqual([
      ['claim-changed', 'warning'],
    ])
    const wrong = claim([{ case: 'noord', supports: 'opeen' }])
    expect(checkClaims(withChanges(framed, wrong)).map(({ code }) => code)).toEqual(['claim-rule'])
    expect(checkClaims(framed)).toEqual([])
  })

  it('counts the codings that were made before its rule was fixed', () => {
    const study = withChanges(framed, claim([{ case: 'noord', supports: 'open' }]))
    expect(testClaims(study)[0]?.codingsBeforeRule).toBe(3)
  })
})

describe('fragility', () => {
  it('finds the source and the coder without which a difference vanishes', () => {
    const [difference] = fragility(framed, 'f').differences.filter(
      each => each.less !== theOthers && each.row === 'r1',
    )
    // Houding: 4 codings in noord, all in n1, three of kim and three of what anna says; 1 in zuid, by lex.
    expect(difference).toEqual({
      row: 'r1',
      more: 'noord',
      less: 'zuid',
      counts: [4, 1],
      flips: [
        { test: 'without source', what: 'n1', becomes: 'reversed' },
        { test: 'without speaker', what: 'anna', becomes: 'equal' },
        { test: 'without coder', what: 'kim', becomes: 'equal' },
      ],
    })
  })

  it('is refused for a frame that is not there', () => {
    expect(() => fragility(framed, 'x')).toThrow(RangeError)
  })

  it('with nothing left out counts what the table counts, on any study', () => {
    fc.assert(
      fc.property(anyStudy, study => {
        const withFrame = {
          ...study,
          frames: [{ id: 'f', label: {}, rows: [{ id: 'r', label: {}, codes: [study.codes[0]!.id] }] }],
        }
        const codings = new Map(compare(withFrame, 'f').cells.map(cell => [cell.case, cell.evidence.codings]))
        for (const { more, less, counts } of fragility(withFrame, 'f').differences) {
          if (more !== theOthers) expect(counts[0]).toBe(codings.get(more))
          if (less !== theOthers) expect(counts[1]).toBe(codings.get(less))
          expect(counts[0]).toBeGreaterThan(counts[1])
        }
      }),
    )
  })
})

describe('saturation', () => {
  it('counts the codes that are new in each source, in the order of collection', () => {
    const dated = {
      ...codedStudy,
      sources: codedStudy.sources.map(source =>
        source.id === 'n2' ? { ...source, date: '2024-01-05' } : source,
      ),
    }
    expect(saturation(dated)[0]).toEqual({
      case: { id: 'noord', label: { nl: 'Noord' } },
      points: [
        { source: 'n2', date: '2024-01-05', fresh: ['status'], total: 1 },
        { source: 'n1', fresh: ['open', 'gesloten'], total: 3 },
      ],
    })
    expect(saturation(dated, ['houding'])[0]?.points.map(({ total }) => total)).toEqual([0, 2])
  })
})

describe('a framework matrix', () => {
  const coding = codedStudy.codings[0]!.id
  const written = withChanges(framed, {
    kind: 'write-summary',
    summary: {
      id: 's',
      frame: 'f',
      row: 'r1',
      case: 'noord',
      text: 'Open houding.',
      cites: [cite(framed, coding)],
    },
  })
  const cellOf = (study: Study) => frameworkMatrix(study, 'f').cells[0]!

  it('has a summary beside the evidence of its cell', () => {
    expect(cellOf(written)).toMatchObject({
      row: 'r1',
      case: 'noord',
      stale: [],
      added: [],
      summary: { text: 'Open houding.' },
    })
    expect(cellOf(written).evidence.codings).toBe(4)
  })

  it('goes stale when a cited coding is withdrawn, its words change, or its code is defined anew', () => {
    const withdrawn = withChanges(written, { kind: 'withdraw-coding', coding })
    expect(cellOf(withdrawn).stale).toEqual([{ coding, change: 'withdrawn' }])
    const redefined = withChanges(written, {
      kind: 'redefine-code',
      code: 'open',
      definition: { nl: 'Anders' },
    })
    expect(cellOf(redefined).stale).toEqual([{ coding, change: 'older definition' }])
    const changed = {
      ...written,
      segments: written.segments.map(segment =>
        segment.id === 'n1:7-10' ? { ...segment, quote: 'eens' } : segment,
      ),
    }
    expect(cellOf(changed).stale).toEqual([{ coding, change: 'other words' }])
  })
})

describe('a truth table', () => {
  const given = (values: Record<string, number>) =>
    Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value, calibration: `van ${id}` }]))
  const mandate = { id: 'mandaat', label: { nl: 'Mandaat' }, given: given({ noord: 1, zuid: 0.8, leeg: 0 }) }
  const success = {
    id: 'succes',
    label: { nl: 'Succes' },
    given: given({ noord: 0.9, zuid: 0.2, leeg: 0.1 }),
  }

  it('puts cases in the rows of their configuration, names deviant ones, and measures consistency', () => {
    const table = truthTable(codedStudy, [mandate], success)
    expect(table.rows).toEqual([
      {
        configuration: [1],
        cases: ['noord', 'zuid'],
        outcome: null,
        deviant: ['noord', 'zuid'],
        // min(1, .9) + min(.8, .2) + min(0, .1) over 1 + .8 + 0.
        consistency: expect.closeTo(1.1 / 1.8, 10),
      },
      {
        configuration: [0],
        cases: ['leeg'],
        outcome: 0,
        deviant: [],
        consistency: expect.closeTo(0.3 / 1.2, 10),
      },
    ])
  })

  it('counts voices into a membership by declared thresholds, and keeps the calibration in the cell', () => {
    const open = { id: 'open houding', label: {}, counted: { codes: ['houding'], crossover: 1.5, full: 2 } }
    const table = truthTable(codedStudy, [open], success)
    expect(table.cases.map(({ memberships }) => memberships[0]?.value)).toEqual([1, 1 / 3, 0])
    expect(truthTableData(table, codedStudy).columns.map(({ label }) => label.en)).toEqual([
      'case',
      'OPEN_HOUDING',
      'SUCCES',
      'OPEN_HOUDING_CALIBRATION',
      'SUCCES_CALIBRATION',
    ])
    expect(truthTableData(table, codedStudy).rows[0]).toEqual([
      'Noord',
      1,
      0.9,
      '2 stemmen; uit bij 0, omslag bij 1,5, in bij 2',
      'van noord',
    ])
  })

  it('refuses a membership of exactly one half, one that is missing, and thresholds in the wrong order', () => {
    const half = { ...mandate, given: given({ noord: 0.5, zuid: 1, leeg: 1 }) }
    const missing = { ...mandate, given: given({ noord: 1 }) }
    const wrong = { id: 'w', label: {}, counted: { codes: ['houding'], crossover: 3, full: 2 } }
    for (const condition of [half, missing, wrong])
      expect(() => truthTable(codedStudy, [condition], success)).toThrow(RangeError)
  })
})
