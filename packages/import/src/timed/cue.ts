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
  /** Whether somebody else speaks after it, whoever that is. */
  readonly last?: true
  readonly text: string
}

/** What whisper.cpp writes where another begins to speak. */
const speakerTurn = /\s*\[SPEAKER_TURN\]\s*$/

/** No recording has as many captions: this is some three hundred hours of talk. */
export const mostCues = 400_000

/** More problems of one kind than this tell nothing more. */
const mostTold = 1_000

/** How often each is told in a list of problems. */
const told = new WeakMap<Problem[], Map<string, number>>()

/** Tells of a problem, unless so many of its kind have been told already; the last one says so. */
export function tell(problems: Problem[], problem: Problem, most = mostTold): void {
  const counts = told.get(problems) ?? new Map<string, number>()
  told.set(problems, counts)
  const count = (counts.get(problem.code) ?? 0) + 1
  if (count > most) return
  counts.set(problem.code, count)
  const isLast = count === most && most > 1
  problems.push(isLast ? { ...problem, message: `${problem.message} More of these are not told.` } : problem)
}

/** Takes a cue up, or says that it has no words, or that there are more than are read. */
export function addCue(cues: Cue[], problems: Problem[], given: Cue): void {
  const text = given.text.replace(speakerTurn, '')
  const cue: Cue = text === given.text ? given : { ...given, text, last: true }
  if (cue.text === '') tell(problems, emptyCue(cue.line))
  else if (cues.length < mostCues) cues.push(cue)
  else tell(problems, tooManyCues(cue.line), 1)
}

export function tooManyCues(line: number): Problem {
  return problemAt(
    'too-many-cues',
    'error',
    `The file has more than ${mostCues} captions; from there on they are not read. Divide it.`,
    line,
  )
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
  if (start === undefined || end === undefined) tell(problems, badTime(line))
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
