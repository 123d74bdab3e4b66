import { expect } from 'vitest'
import { type Change, openConflicts, studyOfHistory } from '../../src/index.ts'
import { make, start, take } from './replica.ts'

/** What two coders make of one study, apart. */
export function apart(anna: readonly Change[], bram: readonly Change[]) {
  const one = anna.reduce(make, start)
  const other = bram.reduce(make, start)
  expect([one.own.length, other.own.length]).toEqual([anna.length, bram.length])
  const joined = take(one, other)
  return { ...studyOfHistory(joined.history), open: openConflicts(joined.history), joined }
}
