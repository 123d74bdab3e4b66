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
      ],
      ['2024-03-12T10:15:00Z', '2024-03-12T10:15:00Z', '2024-03-12T10:15:00Z', '2024-12-01T00:00:00Z'],
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
    ['no times', ['gisteren', '', null, 45363], [null, undefined, undefined, null]],
    ['times of a workbook', [new Date('2024-03-12T10:15:00.500Z')], ['2024-03-12T10:15:00.500Z']],
  ])('%s', (_, column, expected) => {
    expect(times(...column)).toEqual(expected)
  })
})
