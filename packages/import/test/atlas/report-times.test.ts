import { describe, expect, it } from 'vitest'
import { reportTimes } from '../../src/atlas/report-times.ts'

type Cell = string | Date | number | null

/** The times of a column of which nothing is known but its cells. */
const times = (...column: readonly Cell[]) => {
  const read = reportTimes(column.map(created => ({ created, modified: null })))
  return column.map(cell => {
    const time = read(cell)
    return time ? time.at : time
  })
}

describe('the times of a report', () => {
  it.each([
    ['ISO 8601 as it stands', ['2024-03-12T10:15:00+01:00'], ['2024-03-12T10:15:00+01:00']],
    ['year first', ['2024-03-12 10:15', '2024/3/12'], ['2024-03-12T10:15:00Z', '2024-03-12T00:00:00Z']],
    ['points: day first', ['12.03.2024 10:15:30'], ['2024-03-12T10:15:30Z']],
    [
      'month first, as another cell shows',
      ['3/4/2024 1:05 PM', '3/13/2024'],
      ['2024-03-04T13:05:00Z', '2024-03-13T00:00:00Z'],
    ],
    [
      'day first, as another cell shows',
      ['3/4/2024 13:05', '13/4/2024'],
      ['2024-04-03T13:05:00Z', '2024-04-13T00:00:00Z'],
    ],
    [
      'midnight and noon by the English clock',
      ['13-1-2024 12:00 am', '13-1-2024 12:30 PM'],
      ['2024-01-13T00:00:00Z', '2024-01-13T12:30:00Z'],
    ],
    [
      'a year of two digits, month first, with a narrow space before AM, as on a Mac',
      ['3/13/24, 10:15\u202FAM', '3/4/24, 1:05\u202FPM'],
      ['2024-03-13T10:15:00Z', '2024-03-04T13:05:00Z'],
    ],
    ['a year of two digits, between points', ['12.03.24, 10:15'], ['2024-03-12T10:15:00Z']],
    [
      'a month by its name, in English',
      ['Mar 12, 2024 at 10:15:30 AM', '12 Mar 2024 at 10:15', 'Tuesday, 12 March 2024 10:15', 'May 1, 2024'],
      ['2024-03-12T10:15:30Z', '2024-03-12T10:15:00Z', '2024-03-12T10:15:00Z', '2024-05-01T00:00:00Z'],
    ],
    [
      'a month by its name, in Dutch',
      ['12 mrt. 2024 10:15', '12 maart 2024 om 10:15', '12-mrt-24 10:15', '1 mei 2024'],
      ['2024-03-12T10:15:00Z', '2024-03-12T10:15:00Z', '2024-03-12T10:15:00Z', '2024-05-01T00:00:00Z'],
    ],
    [
      'a month by its name, in German, Spanish and Portuguese',
      [
        '12. März 2024 um 10:15',
        '12 de marzo de 2024, 10:15',
        '12 de março de 2024 às 10:15',
        '1. Dez. 2024',
        '12.03.2024, 10:15 Uhr',
        '12/mar/2024 10:15',
      ],
      [
        '2024-03-12T10:15:00Z',
        '2024-03-12T10:15:00Z',
        '2024-03-12T10:15:00Z',
        '2024-12-01T00:00:00Z',
        '2024-03-12T10:15:00Z',
        '2024-03-12T10:15:00Z',
      ],
    ],
    [
      'morning and afternoon in Spanish',
      ['13/3/2024 10:15:00 a. m.', '13/3/2024 1:15 p.\u00A0m.'],
      ['2024-03-13T10:15:00Z', '2024-03-13T13:15:00Z'],
    ],
    [
      'an offset from UTC',
      ['2024-03-12 10:15:00 +0000', '2024-03-12 10:15 +01:00', '2024-03-12 10:15:00 UTC'],
      ['2024-03-12T10:15:00Z', '2024-03-12T09:15:00Z', '2024-03-12T10:15:00Z'],
    ],
    ['in Chinese', ['2024年3月12日 10:15'], ['2024-03-12T10:15:00Z']],
    ['a month that is none', ['12 Foo 2024', 'mar 2024', '32 mei 2024'], [null, null, null]],
    ['a year of two digits that may stand first', ['24-03-12 10:15', '24-3-13'], [null, null]],
    ['nothing that tells', ['3/4/2024'], [null]],
    [
      'both orders in one column',
      ['13/4/2024', '4/13/2024', '1.4.2024'],
      [null, null, '2024-04-01T00:00:00Z'],
    ],
    ['days that do not exist', ['31.02.2024', '12.13.2024', '1.1.2024 25:00'], [null, null, null]],
    ['no times', ['gisteren', '', null, 12, -1], [null, undefined, undefined, null, null]],
    [
      'day first between hyphens, where nothing tells otherwise',
      ['3-4-2024 10:15', '3/4/2024'],
      ['2024-04-03T10:15:00Z', null],
    ],
    [
      'month first between hyphens, where another cell shows it',
      ['3-4-2024', '3-13-2024'],
      ['2024-03-04T00:00:00Z', '2024-03-13T00:00:00Z'],
    ],
    ['each sign by itself', ['3/4/2024', '13-4-2024'], [null, '2024-04-13T00:00:00Z']],
    [
      'numbers of days, as cells that lost their format have them',
      [45363, 45363.427083333336, '45363.5', '45363,427083333336'],
      ['2024-03-12T00:00:00Z', '2024-03-12T10:15:00Z', '2024-03-12T12:00:00Z', '2024-03-12T10:15:00Z'],
    ],
    [
      'numbers that are no days of a study',
      [2024, 20240312, 1710238500, '4536', '45.363'],
      [null, null, null, null, null],
    ],
    ['times of a workbook', [new Date('2024-03-12T10:15:00.500Z')], ['2024-03-12T10:15:00.500Z']],
  ])('%s', (_, column, expected) => {
    expect(times(...column)).toEqual(expected)
  })
})

describe('whether the day comes first', () => {
  const row = (created: string, modified: string | null) => ({ created, modified })

  it.each([
    [
      'no change before the making: the month',
      [row('3/4/2024', '3/5/2024'), row('1/12/2024', '2/1/2024')],
      '2024-03-04T00:00:00Z',
    ],
    ['no change before the making: the day', [row('3/4/2024', '2/5/2024')], '2024-04-03T00:00:00Z'],
    ['a change on a thirteenth day: the month', [row('3/4/2024', '3/13/2024')], '2024-03-04T00:00:00Z'],
    ['changes that allow both', [row('3/4/2024', '3/5/2024')], null],
    ['changes that allow neither', [row('3/4/2024', '3/3/2024')], null],
    ['a change that was written elsewhere', [row('3/4/2024', '2.5.2024')], null],
  ])('%s', (_, rows, at) => {
    const time = reportTimes(rows)('3/4/2024')
    expect(time ? time.at : time).toBe(at)
  })

  it('is assumed where tables have it so, and said to be', () => {
    const read = reportTimes([row('3/4/2024', null)], { dayFirst: true })
    expect(read('3/4/2024')).toEqual({ at: '2024-04-03T00:00:00Z', assumed: 'day-first' })
    expect(reportTimes([row('3-4-2024', null)])('3-4-2024')).toEqual({
      at: '2024-04-03T00:00:00Z',
      assumed: 'day-first',
    })
    const shown = reportTimes([row('3/4/2024', null), row('3/14/2024', null)], { dayFirst: true })
    expect(shown('3/4/2024')).toEqual({ at: '2024-03-04T00:00:00Z' })
  })

  it('is nothing to numbers of days, which may be counted from 1904 on', () => {
    expect(reportTimes([])(45363.5)).toEqual({ at: '2024-03-12T12:00:00Z', assumed: 'serial' })
    expect(reportTimes([], { since1904: true })(43901.5)).toEqual({
      at: '2024-03-12T12:00:00Z',
      assumed: 'serial',
    })
  })
})
