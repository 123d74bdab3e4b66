import type { Source, Turn } from './study.ts'

/**
 * The turn in which a stretch of a source lies: the one that holds its first character, or else the first that
 * begins inside it.
 *
 * @param source the source; its turns are in order and do not overlap
 * @param start half-open UTF-16 offsets of the stretch
 * @returns `undefined` where no turn touches the stretch
 */
export function turnAt(source: Source, start: number, end: number): Turn | undefined {
  const { turns } = source
  let low = 0
  let high = turns.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (turns[middle]!.end <= start) low = middle + 1
    else high = middle
  }
  const turn = turns[low]
  return turn !== undefined && turn.start < end ? turn : undefined
}

/**
 * Whose voice a turn is, as one key for the whole study: the participant, or, where that is not known, the label
 * within its source. An interviewer is nobody's voice but the study's own.
 *
 * @returns `undefined` for the interviewer, and for no turn at all
 */
export function voiceOf(source: Source, turn: Turn | undefined): string | undefined {
  if (turn === undefined || turn.role === 'interviewer') return undefined
  return turn.participant ?? `${source.id}#${turn.speaker}`
}
