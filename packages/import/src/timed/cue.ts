import type { Problem } from '@codeerbank/core'
import { parseTime } from '../parse-time.ts'
import { problemAt } from '../read-source.ts'

/** A stretch of a recording with its words; times in seconds, the line on which it stands. */
export interface Cue {
  readonly line: number
  readonly start?: number
  readonly end?: number
  readonly speaker?: string
  /** Whether it begins amid a caption, on a line that looks like one with a label. */
  readonly inner?: true
  readonly text: string
}

/** Takes a cue up, or says that it has no words. */
export function addCue(cues: Cue[], problems: Problem[], cue: Cue): void {
  if (cue.text === '') problems.push(emptyCue(cue.line))
  else cues.push(cue)
}

export function emptyCue(line: number): Problem {
  return problemAt('empty-cue', 'warning', 'The caption has no words.', line)
}

/** Times as captions write them; one that is none, or an end before the beginning, is left out with a problem. */
export function cueTimes(
  from: string,
  to: string,
  line: number,
  problems: Problem[],
): Pick<Cue, 'start' | 'end'> {
  const [start, end] = [from, to].map(text =>
    /^[\d:]+(?:[.,]\d{1,3})?$/.test(text) ? parseTime(text) : undefined,
  )
  if (start === undefined || end === undefined) problems.push(badTime(line))
  if (start !== undefined && end !== undefined && end < start) {
    problems.push(
      problemAt(
        'bad-time',
        'warning',
        'The caption ends before it begins. It is kept without its end.',
        line,
      ),
    )
    return { start }
  }
  return { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) }
}

export function badTime(line: number): Problem {
  return problemAt(
    'bad-time',
    'warning',
    'The time is none: write hh:mm:ss.ttt --> hh:mm:ss.ttt. The words are kept.',
    line,
  )
}

export function noTime(line: number): Problem {
  return problemAt('no-time', 'warning', 'These lines have no time, and are read without one.', line)
}
