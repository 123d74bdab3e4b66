import { describe, expect, it } from 'vitest'
import { reportTimes } from '../../src/atlas/report-times.ts'

const times = (...column: readonly (string | Date | number | null)[]) => column.map(reportTimes(column))

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
    ['nothing that tells', ['3/4/2024'], [null]],
    [
      'both orders in one column',
      ['13/4/2024', '4/13/2024', '1.4.2024'],
      [null, null, '2024-04-01T00:00:00Z'],
    ],
    ['days that do not exist', ['31.02.2024', '12.13.2024', '1.1.2024 25:00'], [null, null, null]],
    ['no times', ['gisteren', '', null, 45363], [null, undefined, undefined, null]],
    ['times of a workbook', [new Date('2024-03-12T10:15:00.500Z')], ['2024-03-12T10:15:00.500Z']],
  ])('%s', (_, column, expected) => {
    expect(times(...column)).toEqual(expected)
  })
})
