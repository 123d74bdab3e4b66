import { type Change, emptyStudy } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { checkConflicts } from '../src/index.ts'

const rename = (id: string, by: string): Change => ({
  ...{ id, at: '2024-03-01T09:00:00Z', by, kind: 'rename-code', code: 'kat', label: { nl: by } },
})
const retire: Change = { id: 'r', at: '2024-03-01T09:00:00Z', by: 'bram', kind: 'retire-code', code: 'kat' }
const told = (...changes: readonly Change[]) =>
  checkConflicts(
    [
      { about: 'source:s text', changes: [] },
      { about: 'code:kat end', changes },
    ],
    { ...emptyStudy, language: 'en' },
    'mine.codeerbank',
  ).map(({ code, severity, message, place }) => [code, severity, message, place?.path?.join(' ')])[1]

describe('a conflict that nobody settled', () => {
  it('is told with its sides, and with the commands that show and settle it', () =>
    expect(told(rename('a', 'anna'), retire)).toEqual([
      'open-conflict',
      'warning',
      'Not all of this can hold of code kat: "code renamed" (anna), "code retired" (bram). "codeerbank conflicts mine.codeerbank" shows the sides; settle it with "codeerbank settle mine.codeerbank 2 --keep a", or without --keep where all are to stay.',
      'conflicts 2',
    ]))

  it('is told with five of many sides', () =>
    expect(told(retire, ...Array.from('abcdefg', by => rename(by, by)))?.[2]).toContain(
      'of code kat: "code retired" (bram), "code renamed" (a), "code renamed" (b), "code renamed" (c), "code renamed" (d), and 3 more. ',
    ))
})
