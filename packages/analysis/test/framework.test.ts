import type { Citation, Study } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cite, compare, frameworkMatrix, frameworkTable } from '../src/index.ts'
import { anyStudy } from './any-study.ts'
import { codedStudy } from './study-cases.ts'

const written = '2024-05-01T10:00:00Z'

const frame = {
  id: 'f',
  label: { nl: 'Kader' },
  rows: [
    { id: 'r1', label: { nl: 'Houding', en: 'Attitude' }, codes: ['houding'] },
    { id: 'r2', label: { nl: 'Status' }, codes: ['status'] },
  ],
}

/** The study with a summary of what noord says of attitude, citing codings as they are, or as they are said to have been. */
function summarised(study: Study, cites: readonly (string | Citation)[]): Study {
  const summary = {
    ...{ id: 's', frame: 'f', row: 'r1', case: 'noord', text: 'Open.', by: 'kim', at: written },
    cites: cites.map(each => (typeof each === 'string' ? cite(study, each) : each)),
  }
  return { ...study, frames: [frame], summaries: [summary] }
}

const [openByKim, openByLex] = ['n1:7-10|open|kim', 'n1:7-10|open|lex']

const cellOf = (study: Study, inCase = 'noord', row = 'r1') =>
  frameworkMatrix(study, 'f').cells.find(cell => cell.case === inCase && cell.row === row)!

const changedSegment = (study: Study, change: Partial<Study['segments'][number]>): Study => ({
  ...study,
  segments: study.segments.map(each => (each.id === 'n1:7-10' ? { ...each, ...change } : each)),
})

describe('a framework matrix', () => {
  it('has a cell for every case and row, cases first, with the evidence and without a summary where none is written', () => {
    const { cells, rows, cases } = frameworkMatrix(summarised(codedStudy, []), 'f')
    expect(rows.map(({ id }) => id)).toEqual(['r1', 'r2'])
    expect(cases.map(({ id }) => id)).toEqual(['noord', 'zuid', 'leeg'])
    expect(cells.map(cell => [cell.case, cell.row, cell.evidence.codings, cell.summary?.text])).toEqual([
      ['noord', 'r1', 4, 'Open.'],
      ['noord', 'r2', 1, undefined],
      ['zuid', 'r1', 1, undefined],
      ['zuid', 'r2', 0, undefined],
      ['leeg', 'r1', 0, undefined],
      ['leeg', 'r2', 0, undefined],
    ])
  })

  it('takes no summary of another frame, row or case', () => {
    const study = summarised(codedStudy, [])
    const [summary] = study.summaries
    for (const other of [{ frame: 'g' }, { row: 'r9' }, { case: 'oost' }]) {
      const elsewhere = { ...study, summaries: [{ ...summary!, ...other }] }
      expect(frameworkMatrix(elsewhere, 'f').cells.filter(cell => cell.summary !== undefined)).toEqual([])
    }
  })

  it('has the evidence of the comparison, on any study', () => {
    fc.assert(
      fc.property(anyStudy, any => {
        const study = {
          ...any,
          frames: [{ id: 'f', label: {}, rows: [{ id: 'r', label: {}, codes: [any.codes[0]!.id] }] }],
        }
        const compared = compare(study, 'f').cells
        for (const { case: inCase, evidence } of frameworkMatrix(study, 'f').cells)
          expect(evidence).toEqual(compared.find(cell => cell.case === inCase)?.evidence)
      }),
    )
  })
})

describe('a summary', () => {
  it('is fresh while its codings are what they were', () => {
    expect(cellOf(summarised(codedStudy, [openByKim, openByLex]))).toMatchObject({ stale: [], added: [] })
  })

  it('is stale where the words were corrected after it, and not where it cites them as they are now', () => {
    const corrected = changedSegment(codedStudy, { quote: 'eens', verdict: 'changed' })
    const before = changedSegment(summarised(codedStudy, [openByKim]), { quote: 'eens', verdict: 'changed' })
    expect(cellOf(before).stale).toEqual([{ coding: openByKim, change: 'other words' }])
    expect(cellOf(summarised(corrected, [openByKim])).stale).toEqual([])
  })

  it('is stale where its words are lost, whatever it cites', () => {
    const lost = changedSegment(codedStudy, { verdict: 'lost' })
    expect(cellOf(summarised(lost, [openByKim])).stale).toEqual([
      { coding: openByKim, change: 'other words' },
    ])
  })

  it('is stale under a newer definition than it knew, not under an older one', () => {
    const versioned = (version: number) => ({
      ...codedStudy,
      codes: codedStudy.codes.map(code => (code.id === 'open' ? { ...code, version } : code)),
    })
    const citation = { coding: openByKim, quote: 'een', codeVersion: 2 }
    expect(cellOf(summarised(versioned(3), [citation])).stale).toEqual([
      { coding: openByKim, change: 'older definition' },
    ])
    expect(cellOf(summarised(versioned(2), [citation])).stale).toEqual([])
  })

  it('names each citation with what became of it, in the order of its citations', () => {
    const gone = { coding: 'weg', quote: 'een', codeVersion: 1 }
    const other = { coding: openByLex, quote: 'anders', codeVersion: 1 }
    expect(cellOf(summarised(codedStudy, [other, openByKim, gone])).stale).toEqual([
      { coding: openByLex, change: 'other words' },
      { coding: 'weg', change: 'withdrawn' },
    ])
  })

  it('names the codings of its cell made since, but for those it cites', () => {
    const dated = (at: string) => ({
      ...codedStudy,
      codings: codedStudy.codings.map(coding =>
        coding.code === 'open' || coding.code === 'status' ? { ...coding, at } : coding,
      ),
    })
    expect(cellOf(summarised(dated('2024-05-01T12:00:01+02:00'), [openByKim])).added).toEqual([
      openByLex,
      'n1:11-15|open|kim',
    ])
    expect(cellOf(summarised(dated(written), [])).added).toEqual([])
  })
})

describe('a citation', () => {
  it('has the words and the definition of today', () => {
    const study = {
      ...codedStudy,
      codes: codedStudy.codes.map(code => (code.id === 'open' ? { ...code, version: 4 } : code)),
    }
    expect(cite(study, openByKim)).toEqual({ coding: openByKim, quote: 'een', codeVersion: 4 })
  })

  it('is refused for a coding that is not there, and one whose segment is not', () => {
    expect(() => cite(codedStudy, 'x')).toThrow(RangeError)
    expect(() => cite({ ...codedStudy, segments: [] }, openByKim)).toThrow(RangeError)
  })
})

describe('the table of a framework', () => {
  const gone = { coding: 'weg', quote: 'een', codeVersion: 1 }
  const other = { coding: openByLex, quote: 'anders', codeVersion: 1 }
  const study = summarised(codedStudy, [other, gone])

  it('has a row a cell, and says what became of each citation', () => {
    const { rows, columns } = frameworkTable(study, frameworkMatrix(study, 'f'))
    expect(columns.map(({ label }) => label.nl)).toEqual([
      'Rij',
      'Casus',
      'Samenvatting',
      'Aangehaalde coderingen',
      'Verouderd',
      'Coderingen van later',
      'Coderingen',
      'Bronnen',
      'Sprekers',
    ])
    expect(rows.slice(0, 2)).toEqual([
      ['Houding', 'Noord', 'Open.', 2, `${openByLex}: andere woorden\nweg: codering ingetrokken`, 0, 4, 1, 2],
      ['Status', 'Noord', null, null, null, null, 1, 1, 1],
    ])
  })

  it('speaks English in an English study', () => {
    const english = { ...study, language: 'en' as const }
    expect(frameworkTable(english, frameworkMatrix(english, 'f')).rows[0]?.slice(0, 5)).toEqual([
      'Attitude',
      'Noord',
      'Open.',
      2,
      `${openByLex}: other words\nweg: coding withdrawn`,
    ])
  })
})
