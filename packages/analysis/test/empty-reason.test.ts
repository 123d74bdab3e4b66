import type { EmptyReason, FrameRow, Study } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { compare } from '../src/index.ts'
import { bareStudy } from './study-cases.ts'

/** A screening written as `source code version`: the source was read with the code in mind. */
function screened(lines: readonly string[], study: Study = bareStudy): Study {
  return {
    ...study,
    screenings: lines.map(line => {
      const [source = '', code = '', version = '1'] = line.split(' ')
      return { id: line, source, code, by: 'kim', at: '', codeVersion: Number(version) }
    }),
  }
}

/** Why the cell of noord, which has the sources n1 and n2, is empty for a row. */
function reasonOf(study: Study, row: Partial<FrameRow> = { codes: ['open'] }, inCase = 'noord') {
  const rows = [{ id: 'r', label: {}, codes: [], ...row }]
  const framed = { ...study, frames: [{ id: 'f', label: {}, rows }] }
  return compare(framed, 'f').cells.find(cell => cell.case === inCase)?.empty
}

const versioned = (version: number): Study => ({
  ...bareStudy,
  codes: bareStudy.codes.map(code => (code.id === 'open' ? { ...code, version } : code)),
})

describe('why a cell is empty', () => {
  it.each<[readonly string[], EmptyReason]>([
    [[], 'no codings'],
    [['n1 open'], 'not yet read'],
    [['n1 open', 'n2 gesloten'], 'not yet read'],
    [['z1 open'], 'not yet read'],
    [['n1 open', 'n2 open'], 'looked for and absent'],
    [['n1 houding', 'n2 gedrag'], 'looked for and absent'],
    [['n1 open', 'n2 weg'], 'not yet read'],
  ])('after %j: %s', (lines, reason) => {
    expect(reasonOf(screened(lines))).toBe(reason)
  })

  it.each<[readonly string[], EmptyReason]>([
    [['n1 open 2', 'n2 open 2'], 'looked for and absent'],
    [['n1 open 1', 'n2 open 2'], 'coded under an older definition'],
    [['n1 open 1', 'n1 open 2', 'n2 open 2'], 'looked for and absent'],
    [['n1 open 2', 'n1 open 1', 'n2 open 3'], 'looked for and absent'],
    [['n1 open 1', 'n1 houding 1', 'n2 open 2'], 'looked for and absent'],
    [['n1 open 1'], 'not yet read'],
  ])('of a code that was defined anew, after %j: %s', (lines, reason) => {
    expect(reasonOf(screened(lines, versioned(2)))).toBe(reason)
  })

  it('asks of every code of the row that every source was read with it in mind', () => {
    const row = { codes: ['open', 'status'] }
    expect(reasonOf(screened(['n1 open', 'n2 open']), row)).toBe('not yet read')
    expect(reasonOf(screened(['n1 open', 'n2 open', 'n1 status', 'n2 gedrag']), row)).toBe(
      'looked for and absent',
    )
  })

  it('of a row without codes is that there are none: nothing was looked for', () => {
    expect(reasonOf(screened(['n1 open', 'n2 open']), { codes: [] })).toBe('no codings')
  })

  it('of a row whose code the study does not have is that it was not read for', () => {
    expect(reasonOf(screened(['n1 weg', 'n2 weg']), { codes: ['weg'] })).toBe('not yet read')
  })

  it('is first of all that there are no sources, then that nobody asked', () => {
    const row = { codes: ['open'], topics: ['slot'] }
    const asked = (topics: readonly string[] | undefined): Study => ({
      ...bareStudy,
      sources: bareStudy.sources.map(each =>
        each.id === 'n1' && topics !== undefined ? { ...each, topics } : each,
      ),
    })
    const read = ['n1 open', 'n2 open']
    expect(reasonOf(screened(read), row, 'leeg')).toBe('no sources')
    expect(reasonOf(screened(read, asked([])), row)).toBe('not asked')
    expect(reasonOf(screened(read, asked(['slot'])), row)).toBe('looked for and absent')
    expect(reasonOf(screened(read, asked(undefined)), row)).toBe('looked for and absent')
    expect(reasonOf(screened(read, asked([])), { codes: ['open'] })).toBe('looked for and absent')
  })
})
