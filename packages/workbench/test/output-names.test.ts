import { describe, expect, it } from 'vitest'
import { outputNames } from '../src/output-names.ts'
import { tableNames } from '../src/table-names.ts'

const long = 'z'.repeat(300)

describe('the names of files', () => {
  it.each([
    ['an id that is a name', 'bb-int_01.b', 'bb-int_01.b'],
    ['letters with marks, and spaces', 'Coördinator één', 'coordinator-een'],
    ['a way out of the folder', '../../boos', 'boos'],
    ['a way out of the folder on Windows', '..\\..\\boos', 'boos'],
    ['a hidden file', '.htaccess', 'htaccess'],
    ['a dot at the end', 'naam.', 'naam'],
    ['a drive', 'C:boos', 'c-boos'],
    ['a stream', 'boos.csv:b', 'boos-csv-b'],
    ['a device of Windows', 'con', 'x-con'],
    ['a device of Windows with an ending', 'NUL.x', 'x-NUL.x'],
    ['letters of another script', 'مهم', 'مهم'],
    ['no letters at all', '***', 'code'],
    ['no text at all', '', 'code'],
    ['half a character', 'a\uD83D', 'a'],
    ['more than a name may have', long, 'z'.repeat(120)],
  ])('is one that every system takes, for %s', (_, id, name) => {
    expect(outputNames([id])).toEqual([name])
  })

  it('are each another one, also where letters of either case are the same, and names by themselves go first', () => {
    expect(outputNames(['é', 'A', 'a', 'e', `${long}1`, `${long}2`])).toEqual([
      'e-2',
      'A',
      'a-2',
      'e',
      'z'.repeat(120),
      `${'z'.repeat(120)}-2`,
    ])
    expect(outputNames(['a'], ['A', 'a-2'])).toEqual(['a-3'])
  })
})

describe('the names of tables', () => {
  it.each([
    ['cases', 'cases-2'],
    ['Index', 'Index-2'],
    ['fragility-f', 'frame-fragility-f'],
    ['table-8', 'table-8-2'],
    ['../../boos', 'boos'],
    ['phases', 'phases'],
  ])('are never those of another file: %s', (id, name) => {
    const names = tableNames([{ id }, { id: 'roles', table: 8 }])
    expect([...names]).toEqual([
      [id, name],
      ['roles', 'table-8'],
    ])
  })
})
