import { describe, expect, it } from 'vitest'
import { givenTime } from '../src/given-time.ts'
import { UsageError } from '../src/terminal.ts'
import { besideMarkets, runInProcess } from './run-in-process.ts'

function given(text: string): readonly [time: string, said: string] {
  let said = ''
  const output = {
    write: (words: string) => {
      said += words
    },
  }
  return [givenTime(text, { stdout: { write: () => expect.fail('to stdout') }, stderr: output }), said]
}

const whole = '2024-10-03'

describe('a time at the command line', () => {
  it.each([
    ['2024-10-03'],
    ['2024-02-29'],
    ['2024-10-03T10:15:00+02:00'],
    ['2024-10-03T10:15Z'],
    ['2024-10-03T10:15:00.123456Z'],
  ])('%s is taken as it is, and nothing is said of it', text => {
    expect(given(text)).toEqual([text, ''])
  })

  it.each([
    ['3-10-2024', whole],
    ['03-10-2024', whole],
    ['3.10.2024', whole],
    ['25/10/2024', '2024-10-25'],
    ['10/10/2024', '2024-10-10'],
    ['2024/10/3', whole],
    ['3 oktober 2024', whole],
    ['3 Oktober 2024', whole],
    ['3 okt. 2024', whole],
    ['3-okt-2024', whole],
    ['donderdag 3 oktober 2024', whole],
    ['1 maart 2024', '2024-03-01'],
    ['1 mrt 2024', '2024-03-01'],
    ['29 februari 2024', '2024-02-29'],
    ['3 October 2024', whole],
    ['3rd October 2024', whole],
    ['October 3, 2024', whole],
    ['Thursday, Oct 3rd 2024', whole],
    [' 2024-10-03 ', whole],
  ])('%s is a whole day, which is said', (text, time) => {
    const [read, said] = given(text)
    expect(read).toBe(time)
    expect(said).toBe(text.trim() === time ? '' : `"${text}" is read as ${time}, the whole day in UTC.\n`)
  })

  it.each([
    ['2024-10-03 10:15', '2024-10-03T10:15:00Z'],
    ['2024-10-03T10:15', '2024-10-03T10:15:00Z'],
    ['2024-10-03 10:15:30', '2024-10-03T10:15:30Z'],
    ['3-10-2024 9.05 uur', '2024-10-03T09:05:00Z'],
    ['3 oktober 2024 om 10:15', '2024-10-03T10:15:00Z'],
    ['3 oktober 2024, 10:15', '2024-10-03T10:15:00Z'],
    ['3 October 2024 at 23:59', '2024-10-03T23:59:00Z'],
    ['2024-10-03 10:15 UTC', '2024-10-03T10:15:00Z'],
    ['2024-10-03 10:15 +02:00', '2024-10-03T10:15:00+02:00'],
    ['3-10-2024 10:15+01:00', '2024-10-03T10:15:00+01:00'],
  ])('%s is a moment, in UTC where it does not say otherwise, which is said', (text, time) => {
    expect(given(text)).toEqual([time, `"${text}" is read as ${time}.\n`])
  })

  it.each([
    ['3/10/2024', '"3/10/2024" could be two days: write 2024-10-03 or 2024-03-10.'],
    [
      '3/10/2024 10:15',
      '"3/10/2024 10:15" could be two days: write 2024-10-03T10:15:00Z or 2024-03-10T10:15:00Z.',
    ],
    ['10-25-2024', '"10-25-2024" has the month before the day: write 2024-10-25.'],
    ['3-10-24', '"3-10-24" has no century: write 2024-10-03.'],
    ['3-10-24 10:15', '"3-10-24 10:15" has no century: write 2024-10-03T10:15:00Z.'],
  ])('%s is refused with the day written as it is accepted', (text, says) => {
    expect(() => given(text)).toThrow(new UsageError(says))
  })

  it.each([
    ['31-2-2024', 'is a day that there is not'],
    ['29 februari 2023', 'is a day that there is not'],
    ['2024-02-30', 'is a day that there is not'],
    ['2024-13-01', 'is a day that there is not'],
    ['99-99-2024', 'is a day that there is not'],
    ['0-10-2024', 'is a day that there is not'],
    ['2024-10-03 24:15', 'has a time of day that there is not'],
    ['2024-10-03T25:00:00Z', 'has a time of day that there is not'],
    ['3 oktobr 2024', 'is no time'],
    ['gisteren', 'is no time'],
    ['2024', 'is no time'],
    ['3 oktober', 'is no time'],
    ['', 'is no time'],
    ['10:15', 'is no time'],
  ])('"%s" is refused, with the forms that are accepted', (text, says) => {
    expect(() => given(text)).toThrow(UsageError)
    expect(() => given(text)).toThrow(`"${text}" ${says}. Write it as 2024-10-03, 3-10-2024 or`)
  })

  it('is taken by every command that asks for one', () =>
    besideMarkets(async at => {
      const file = at('markt.codeerbank')
      const empty = '0 cases, 0 sources, 0 words, 0 codes, 0 segments, 0 codings, 0 coders\n'
      const said = '"3 oktober 2019" is read as 2019-10-03, the whole day in UTC.\n'
      expect(await runInProcess('as-of', file, '3 oktober 2019')).toEqual({
        code: 0,
        stdout: empty,
        stderr: said,
      })
      const now = await runInProcess('as-of', file, '31-12-2199')
      expect(now.stdout).toContain('2 cases, 1 source,')
      const from = await runInProcess('history', file, '--from', '3 oktober 2019', '--kind', 'code-segment')
      expect(from.stderr).toBe(said)
      expect(from.stdout.split('\n')).toHaveLength(2)
      const until = await runInProcess('history', file, '--until', '3 oktober 2019')
      expect(until).toMatchObject({ code: 0, stdout: '' })
      const diff = await runInProcess('codebook', 'diff', file, '--from', '3 oktober 2019')
      expect(diff).toMatchObject({ code: 0, stderr: said })
      expect(diff.stdout).toContain('| Nakomen |')
    }))
})
