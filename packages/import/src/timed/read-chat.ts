import type { Problem } from '@codeerbank/core'
import { problemAt } from '../read-source.ts'
import { addCue, type Cue, noTime, tell } from './cue.ts'
import { linesOf } from './lines-of.ts'
import type { TimedText } from './read-timed-text.ts'

/** `*INV:` and words. */
const said = /^\*([^:\s]{1,20}):([\s\S]*)$/
/** A time in thousandths from and to, between signs that show nothing. */
const times = /\u0015[^\u0015\d]*(\d+)_(\d+)\u0015/g
/** `INV Anna Investigator`, one of the participants that the head lists. */
const asker = /^(\S+)(?:\s.*)?\s(?:Investigator|Interviewer)$/

/**
 * Reads a transcript in CHAT (MacWhinney, The CHILDES Project): lines `*INV:` with what is said, which go on in lines that begin with
 * a tab; what it says about the words (`%mor:`) is left out. Its signs among the words stay.
 *
 * @param text that begins as CHAT does
 */
export function readChat(text: string, firstLine: number): TimedText {
  const cues: Cue[] = []
  const problems: Problem[] = []
  const speakers: Record<string, string> = {}
  let tiers = 0
  for (const { given, line } of joinedLines(text, firstLine)) {
    const match = said.exec(given)
    if (match !== null) addCue(cues, problems, { line, speaker: match[1]!, ...saidAt(match[2]!) })
    else if (given.startsWith('%')) tiers += 1
    else if (/^@Participants:/i.test(given))
      for (const each of given.slice(given.indexOf(':') + 1).split(',')) {
        const code = asker.exec(each.trim())?.[1]
        if (code !== undefined) speakers[code] = 'interviewer'
      }
    else if (!given.startsWith('@') && given.trim() !== '') {
      tell(problems, noTime(line))
      addCue(cues, problems, { line, text: given.trim() })
    }
  }
  if (tiers > 0)
    problems.push(
      problemAt(
        'left-out',
        'warning',
        `Lines about the words (%) are left out (${tiers} in all).`,
        firstLine,
      ),
    )
  if (cues.length === 0)
    problems.push(
      problemAt('empty-source', 'error', 'The transcript has no lines of speakers (*).', firstLine),
    )
  return { format: 'chat-transcript', cues, problems, speakers }
}

function saidAt(given: string): Pick<Cue, 'start' | 'end' | 'text'> {
  const found = [...given.matchAll(times)]
  const text = given.replace(times, '').replace(/\s+/g, ' ').trim()
  const [start, end] = [found[0]?.[1], found.at(-1)?.[2]].map(ms => Number(ms) / 1000)
  return found.length === 0 ? { text } : { start: start!, end: end!, text }
}

/** Lines with those that go on in them. */
function* joinedLines(
  text: string,
  firstLine: number,
): Generator<{ readonly given: string; readonly line: number }> {
  let from = 0
  let line = firstLine
  let count = 0
  for (const { given, at } of linesOf(text)) {
    if (count > 0 && !given.startsWith('\t')) {
      yield { given: text.slice(from, at - 1).replaceAll('\n\t', ' '), line }
      from = at
      line += count
      count = 0
    }
    count += 1
  }
  yield { given: text.slice(from).replaceAll('\n\t', ' '), line }
}
