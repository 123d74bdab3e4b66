import type { Frame, Study } from '@codeerbank/core'
import { emptyStudy } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare } from '../src/compare.ts'
import { anyStudy } from './any-study.ts'
import { judge, phaseCodes, phaseStudy, phases, read } from './comparison-cases.ts'
import { naiveCount, sourceIn, subtree } from './naive-counts.ts'
import { bareStudy, codeOf, withCodings } from './study-cases.ts'

/** The comparison of a bare study by rows of the given codes. */
function byRows(rows: Readonly<Record<string, readonly string[]>>, lines: readonly string[]): Study {
  const frame: Frame = {
    id: 'frame',
    label: { nl: 'Raamwerk' },
    rows: Object.entries(rows).map(([id, codes]) => ({ id, label: { nl: id }, codes })),
  }
  return withCodings({ ...bareStudy, frames: [frame] }, lines)
}

describe('compare by phases, as Table 7', () => {
  const comparison = compare(phaseStudy, 'phases')

  it('has a cell that spans two rows, with its heading and the statements of both, row by row', () => {
    expect(read(comparison)).toEqual([
      {
        in: 'noord: forming + storming',
        state: 'current',
        heading: 'Afwisseling tussen forming/storming',
        statements: ['verkennen', 'vermijden', 'onenigheid'],
      },
      { in: 'noord: norming', state: 'not reached' },
      { in: 'noord: performing', state: 'not reached' },
      { in: 'zuid: forming', state: 'completed' },
      { in: 'zuid: storming', state: 'completed' },
      {
        in: 'zuid: norming + performing',
        state: 'current',
        heading: 'Schakelen',
        statements: ['uitwisselen', 'samen-doen'],
      },
      { in: 'leeg: forming', state: 'not reached' },
      { in: 'leeg: storming', state: 'not reached' },
      { in: 'leeg: norming', state: 'not reached' },
      { in: 'leeg: performing', state: 'not reached' },
    ])
  })

  it('keeps the reasons of a judgement', () => {
    expect(comparison.cells[0]?.reasons).toBe('Zij wisselen per bijeenkomst.')
    expect(comparison.cells[1]).not.toHaveProperty('reasons')
  })

  it('names the frame, its table, the rows and the cases in declared order', () => {
    expect(comparison.frame).toBe('phases')
    expect(comparison.table).toBe(7)
    expect(comparison.title).toEqual({ nl: 'Fasen', en: 'Phases' })
    expect(comparison.language).toBe('nl')
    expect(comparison.rows.map(row => row.id)).toEqual(['forming', 'storming', 'norming', 'performing'])
    expect(comparison.cases).toEqual([
      { id: 'noord', label: { nl: 'Noord' } },
      { id: 'zuid', label: { nl: 'Zuid' } },
      { id: 'leeg', label: { nl: 'Leeg' } },
    ])
  })

  it('counts what carries a statement and a cell: distinct segments, sources, voices and kinds', () => {
    const [cell] = comparison.cells
    expect(cell?.statements[0]?.evidence).toEqual({
      codings: 3,
      segments: 3,
      sources: 2,
      speakers: 2,
      kinds: ['interview', 'fieldwork-note'],
    })
    // `n2:7-10` carries both verkennen and onenigheid: a segment counts once for the cell.
    expect(cell?.evidence).toEqual({
      codings: 4,
      segments: 3,
      sources: 2,
      speakers: 2,
      kinds: ['interview', 'fieldwork-note'],
    })
  })

  it('gives quotes in the order of the sources and then of the text, whatever the order of coding', () => {
    expect(comparison.cells[0]?.statements[0]?.quotes).toEqual([
      {
        coding: 'n1:7-10|verkennen|kim',
        segment: 'n1:7-10',
        source: 'n1',
        sourceTitle: 'Bron n1',
        kind: 'interview',
        speaker: 'Anna',
        coder: 'kim',
        quote: 'een',
        paragraph: 2,
      },
      {
        coding: 'n1:11-15|verkennen|lex',
        segment: 'n1:11-15',
        source: 'n1',
        sourceTitle: 'Bron n1',
        kind: 'interview',
        speaker: 'R2',
        coder: 'lex',
        quote: 'twee',
        paragraph: 3,
      },
      {
        coding: 'n2:7-10|verkennen|kim',
        segment: 'n2:7-10',
        source: 'n2',
        sourceTitle: 'Bron n2',
        kind: 'fieldwork-note',
        speaker: 'Anna',
        coder: 'kim',
        quote: 'een',
        paragraph: 2,
      },
    ])
  })

  it('keeps a contradicting coding among the quotes and counts it nowhere', () => {
    const statement = comparison.cells[0]?.statements[1]
    expect(statement?.code).toBe('vermijden')
    expect(statement?.evidence).toEqual({ codings: 0, segments: 0, sources: 0, speakers: 0, kinds: [] })
    expect(statement?.quotes.map(quote => [quote.coding, quote.stance])).toEqual([
      ['n1:7-10|vermijden|kim', 'contradicts'],
    ])
  })
})

describe('compare without judgements', () => {
  it('says of an empty cell whether the case has no sources or no codings there', () => {
    const study = byRows({ eerste: ['houding'], tweede: ['proces'] }, ['n1 een open kim'])
    expect(read(compare(study, 'frame'))).toEqual([
      { in: 'noord: eerste', statements: ['open'] },
      { in: 'noord: tweede', empty: 'no codings' },
      { in: 'zuid: eerste', empty: 'no codings' },
      { in: 'zuid: tweede', empty: 'no codings' },
      { in: 'leeg: eerste', empty: 'no sources' },
      { in: 'leeg: tweede', empty: 'no sources' },
    ])
  })

  it('counts nothing in an empty cell', () => {
    const study = byRows({ eerste: ['houding'] }, [])
    expect(compare(study, 'frame').cells[0]?.evidence).toEqual({
      codings: 0,
      segments: 0,
      sources: 0,
      speakers: 0,
      kinds: [],
    })
  })

  it('orders statements as the codebook does, not as they were coded or named in the row', () => {
    const study = byRows({ eerste: ['proces', 'status', 'houding'] }, [
      'n1 een status kim',
      'n1 een proces kim',
      'n1 een gesloten kim',
      'n1 een open kim',
    ])
    expect(read(compare(study, 'frame'))[0]?.statements).toEqual(['open', 'gesloten', 'status', 'proces'])
  })

  it('has a coding of the row code itself as a statement of its own', () => {
    const study = byRows({ eerste: ['houding'] }, ['n1 een open kim', 'n1 twee houding kim'])
    expect(read(compare(study, 'frame'))[0]?.statements).toEqual(['houding', 'open'])
  })

  it('has a code under every row that holds it', () => {
    const study = byRows({ eerste: ['houding'], tweede: ['gedrag'] }, ['n1 een open kim'])
    const [first, second] = compare(study, 'frame').cells
    expect(first?.statements.map(each => each.code)).toEqual(['open'])
    expect(second?.statements.map(each => each.code)).toEqual(['open'])
  })

  it('has a code once in a row that holds it twice', () => {
    const study = byRows({ eerste: ['open', 'houding', 'gedrag'] }, ['n1 een open kim'])
    const [cell] = compare(study, 'frame').cells
    expect(cell?.statements.map(each => each.code)).toEqual(['open'])
    expect(cell?.evidence.codings).toBe(1)
  })

  it('passes over codes that the study does not have, and keeps rows without codes', () => {
    const study = byRows({ eerste: ['weg'], tweede: [] }, ['n1 een open kim'])
    expect(read(compare(study, 'frame')).slice(0, 2)).toEqual([
      { in: 'noord: eerste', empty: 'no codings' },
      { in: 'noord: tweede', empty: 'no codings' },
    ])
  })

  it('keeps the memo of a coding, and names no speaker for the interviewer', () => {
    const coded = byRows({ eerste: ['open'] }, ['n1 Vraag? open kim'])
    const study = { ...coded, codings: coded.codings.map(each => ({ ...each, memo: 'Sturend.' })) }
    const [quote] = compare(study, 'frame').cells[0]!.statements[0]!.quotes
    expect(quote?.memo).toBe('Sturend.')
    expect(quote).not.toHaveProperty('speaker')
  })

  it('still quotes a lost segment that stood beyond the end of the corrected text', () => {
    const coded = byRows({ eerste: ['open'] }, ['n1 drie open kim'])
    const study: Study = {
      ...coded,
      sources: coded.sources.map(source => ({ ...source, text: 'Kort', turns: [] })),
      segments: coded.segments.map(segment => ({ ...segment, verdict: 'lost' })),
    }
    const [quote] = compare(study, 'frame').cells[0]!.statements[0]!.quotes
    expect([quote?.quote, quote?.paragraph]).toEqual(['drie', 1])
  })

  it('counts the same and gives no quotes with the evidence `counts`', () => {
    const full = compare(phaseStudy, 'phases')
    const counts = compare(phaseStudy, 'phases', { evidence: 'counts' })
    const without = full.cells.map(cell => ({
      ...cell,
      statements: cell.statements.map(statement => ({ ...statement, quotes: [] })),
    }))
    expect(counts).toEqual({ ...full, cells: without })
  })

  it('has no cells where the study has no cases, and keeps the rows', () => {
    const comparison = compare({ ...emptyStudy, frames: [phases] }, 'phases')
    expect(comparison.rows).toHaveLength(4)
    expect(comparison.cells).toEqual([])
  })

  it('throws a RangeError that names the frames there are, for one that there is not', () => {
    expect(() => compare(phaseStudy, 'fases')).toThrow(RangeError)
    expect(() => compare(phaseStudy, 'fases')).toThrow('phases')
    expect(() => compare(emptyStudy, 'phases')).toThrow(RangeError)
  })
})

describe('a judgement whose rows the frame no longer has side by side', () => {
  const reversed = { ...phases, rows: [...phases.rows].reverse() }
  const study = (frame: Frame, rows: readonly string[]): Study => ({
    ...bareStudy,
    codes: phaseCodes,
    frames: [frame],
    judgements: [judge('noord', rows, { state: 'completed' })],
  })
  const firstCase = (of: Study) =>
    compare(of, 'phases')
      .cells.filter(cell => cell.case === 'noord')
      .map(cell => [cell.rows.join(' + '), cell.state])

  it('is on no cell, and no row goes missing', () => {
    expect(firstCase(study(reversed, ['forming', 'storming']))).toEqual([
      ['performing', undefined],
      ['norming', undefined],
      ['storming', undefined],
      ['forming', undefined],
    ])
  })

  it('does not take in a row that came between', () => {
    const [forming, storming] = phases.rows
    const between = { id: 'nieuw', label: { nl: 'Nieuw' }, codes: [] }
    const frame = { ...phases, rows: [forming!, between, storming!] }
    expect(firstCase(study(frame, ['forming', 'storming']))).toEqual([
      ['forming', undefined],
      ['nieuw', undefined],
      ['storming', undefined],
    ])
  })
})

describe('any comparison', () => {
  /** Rows of any codes; per case a list of stretches of rows that are judged. */
  const any = fc.record({
    study: anyStudy,
    rows: fc.array(fc.array(fc.nat(7), { maxLength: 3 }), { minLength: 1, maxLength: 5 }),
    spans: fc.array(fc.record({ of: fc.nat(2), from: fc.nat(4), size: fc.integer({ min: 1, max: 3 }) }), {
      maxLength: 6,
    }),
  })
  const made = ({ study, rows, spans }: typeof any extends fc.Arbitrary<infer T> ? T : never): Study => {
    const frame: Frame = {
      id: 'phases',
      label: {},
      rows: rows.map((codes, i) => ({ id: `r${i}`, label: {}, codes: codes.map(code => `c${code}`) })),
    }
    const judgements = spans.map(({ of, from, size }) => {
      const ids = frame.rows.map(row => row.id).slice(from, from + size)
      return judge('abc'[of]!, ids)
    })
    return { ...study, frames: [frame], judgements }
  }

  it('has every row of every case in exactly one cell, in order', () => {
    fc.assert(
      fc.property(any, parts => {
        const comparison = compare(made(parts), 'phases')
        for (const { id } of comparison.cases) {
          const rows = comparison.cells.filter(cell => cell.case === id).flatMap(cell => cell.rows)
          expect(rows).toEqual(comparison.rows.map(row => row.id))
        }
      }),
    )
  })

  it('counts in every cell the distinct units that a naive count finds, without those that contradict', () => {
    fc.assert(
      fc.property(any, parts => {
        const study = made(parts)
        for (const cell of compare(study, 'phases').cells) {
          const codes = new Set(
            study.frames[0]!.rows.filter(row => cell.rows.includes(row.id))
              .flatMap(row => row.codes)
              .filter(code => study.codes.some(each => each.id === code))
              .flatMap(code => [...subtree(study, code)]),
          )
          const inCell = study.codings.filter(
            coding => codes.has(coding.code) && sourceIn(study, coding).case === cell.case,
          )
          const borneOut = inCell.filter(coding => coding.stance !== 'contradicts')
          expect(cell.evidence.codings).toBe(borneOut.length)
          for (const unit of ['segments', 'sources', 'speakers'] as const)
            expect(cell.evidence[unit]).toBe(naiveCount(study, borneOut, unit))
          expect(new Set(cell.evidence.kinds)).toEqual(
            new Set(borneOut.map(coding => sourceIn(study, coding).kind)),
          )
          const quoted = cell.statements.flatMap(each => each.quotes.map(quote => quote.coding))
          expect(quoted.toSorted()).toEqual(inCell.map(coding => coding.id).toSorted())
        }
      }),
    )
  })
})

describe('codes of a comparison', () => {
  it('are found below each other however deep', () => {
    const codes = [codeOf('a'), codeOf('b', 'a'), codeOf('c', 'b'), codeOf('d', 'c')]
    const frame: Frame = { id: 'diep', label: {}, rows: [{ id: 'rij', label: {}, codes: ['a'] }] }
    const study = withCodings({ ...bareStudy, codes, frames: [frame] }, ['z1 een d kim'])
    expect(read(compare(study, 'diep'))[1]).toEqual({ in: 'zuid: rij', statements: ['d'] })
  })
})
