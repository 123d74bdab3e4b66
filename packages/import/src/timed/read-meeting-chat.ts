import type { Problem } from '@codeerbank/core'
import { parseTime } from '../parse-time.ts'
import { problemAt } from '../read-source.ts'
import { addCue, badTime, type Cue, tell } from './cue.ts'
import { linesOf } from './lines-of.ts'
import type { TimedText } from './read-timed-text.ts'

/** `00:01:10 From Anna to Everyone : words`, in the languages in which Zoom writes it. */
const message =
  /^(\d{4}-\d{2}-\d{2} )?(\d{1,2}:\d{2}:\d{2})[ \t]{1,4}(?:From|Van|Von)[ \t]{1,4}(\S[^\n:]{0,100}?)(?:[ \t]{1,4}(?:to|aan|naar|an)[ \t]{1,4}([^\n:]{1,100}?))?[ \t]?:(?:[ \t]+(.*))?$/
const everyone = /^(?:everyone|iedereen|alle|jeder)\b/i

/** No message is longer; what is keeps its lines. */
const longest = 100_000

/** Whether a text begins as the chat of a meeting does. */
export function isMeetingChat(head: string): boolean {
  return message.test(head.trimStart().split('\n', 1)[0]!)
}

/** Reads the chat of a meeting as Zoom keeps it: a message a turn, from the line that says who wrote it until the next. */
export function readMeetingChat(text: string, firstLine: number): TimedText {
  const cues: Cue[] = []
  const problems: Problem[] = []
  let open: { readonly cue: Omit<Cue, 'text'>; readonly from: number } | undefined
  let isPrivate = false
  let line = firstLine - 1
  const closeAt = (end: number) => {
    if (open === undefined) return
    const text = textOf(open.from, end)
    addCue(cues, problems, { ...open.cue, text, last: true })
  }
  const textOf = (from: number, end: number) => {
    const words = text.slice(from, end).trim()
    return words.length > longest ? words : words.replace(/\s+/g, ' ')
  }
  for (const { given, at } of linesOf(text)) {
    line += 1
    const match = message.exec(given)
    if (match === null) continue
    closeAt(at)
    const [whole, day, clock, speaker, to, words = ''] = match
    const time = parseTime(clock!)
    // With a day it is the time of a clock.
    const start = day === undefined ? time : undefined
    if (time === undefined) tell(problems, badTime(line))
    if (to !== undefined && !everyone.test(to) && !isPrivate) {
      isPrivate = true
      problems.push(
        problemAt(
          'left-out',
          'warning',
          `To whom messages were sent is left out; this one was for "${to.replace(/ \(.*/, '')}" alone. Look whether it may be used.`,
          line,
        ),
      )
    }
    const cue = { line, speaker: speaker!.trim(), ...(start === undefined ? {} : { start }) }
    open = { cue, from: at + whole.length - words.length }
  }
  closeAt(text.length)
  return { format: 'meeting-chat', cues, problems }
}
