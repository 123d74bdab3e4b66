import type { Turn } from '@codeerbank/core'
import type { TimeMark } from './document/document-text.ts'

/**
 * Gives turns the times that stand at their borders. A turn begins at the last time between it and the turn before it,
 * and ends at the time that closes it; times within a turn say nothing of its borders. A time in a label goes before these.
 *
 * @param turns in the order of the text
 * @param marks likewise
 */
export function timeTurns(text: string, turns: readonly Turn[], marks: readonly TimeMark[]): readonly Turn[] {
  if (marks.length === 0) return turns
  let next = 0
  return turns.map((turn, i) => {
    const after = turns[i - 1]?.end ?? 0
    while (next < marks.length && marks[next]!.at < after) next++
    let begun: TimeMark | undefined
    for (; next < marks.length && marks[next]!.at <= turn.start; next++) begun = marks[next]
    let last = next
    while (last < marks.length && marks[last]!.at < turn.end) last++
    const closing = marks[last]
    const closes =
      closing !== undefined &&
      closing.at <= (turns[i + 1]?.start ?? text.length) &&
      text.slice(turn.end, closing.at).trim() === ''
    next = last
    const time = turn.time ?? begun?.time
    const timeEnd = closes ? closing.time : undefined
    return {
      ...turn,
      ...(time === undefined ? {} : { time }),
      ...(timeEnd === undefined || timeEnd < (time ?? 0) ? {} : { timeEnd }),
    }
  })
}
