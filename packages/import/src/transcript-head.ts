import type { SpeakerLabel } from './speaker-label.ts'
import { looksLikeFullName } from './speaker-name.ts'

/** Lines at the head of a transcript that say of the conversation what nobody says in it. */
export const about =
  /^[ \t]*(?:datum|date|plaats|locatie|location|place|duur|duration|tijd|time|tijdstip|ort|dauer|onderwerp|topic|project|aanwezig|aanwezigen|attendees|interview|interviewnummer|bestand|file|audio)[ \t]*(?:nr\.?|no\.?)?[ \t]*:/im
const keyed = /^([^:]{1,60}):(?!\/\/)\s*(.*)$/
const mostHead = 2_000
const mostTitle = 3

/**
 * Where the head of a transcript ends: below a title, if it has one, the first lines where each has a colon and one of them says when, where
 * or about what; or where each names somebody under a label that does not come back, while other labels do.
 *
 * @param labels all labels in the text, in order
 * @param often how often each comes
 * @returns 0 where there is none
 */
export function transcriptHead(
  text: string,
  labels: readonly SpeakerLabel[],
  often: ReadonlyMap<string, number>,
): number {
  let end = 0
  for (const { block, to } of blocksOf(text.slice(0, mostHead))) {
    const lines = block.split('\n')
    const title = lines.findIndex(line => line.includes(':'))
    if (title === -1 && lines.length <= mostTitle) continue
    const rest = lines.slice(title)
    if (title === -1 || title > mostTitle || rest.length < 2 || !rest.every(line => keyed.test(line))) break
    const isList =
      rest.every(line => isPerson(line, often)) &&
      labels.some(({ start, speaker }) => start >= to && often.get(speaker)! > 1)
    if (!isList && !about.test(rest.join('\n'))) break
    end = to
  }
  return end
}

/** The stretches with an empty line below them. */
function* blocksOf(head: string): Generator<{ readonly block: string; readonly to: number }> {
  const between = /\n[ \t]*\n\s*/g
  let from = /^\s*/.exec(head)![0].length
  for (let match = between.exec(head); match !== null; match = between.exec(head)) {
    if (match.index > from) yield { block: head.slice(from, match.index), to: match.index }
    from = between.lastIndex
  }
}

/** `Respondent: Jan Smit (gemeente)`, where nothing else is said under that label. */
function isPerson(line: string, often: ReadonlyMap<string, number>): boolean {
  const [, label = '', value = ''] = keyed.exec(line) ?? []
  const name = value.replace(/\([^()]*\)/g, '').trim()
  return (often.get(label.trim()) ?? 1) === 1 && !/[.?!…]$/.test(name) && looksLikeFullName(name)
}

/** `man, 45 jaar`. */
const described =
  /(?<!\p{L})(?:man|vrouw|male|female|woman|Mann|Frau)(?!\p{L})[^.?!…]*\d{2}|(?<!\d)\d{2}\s?(?:jaar|jr|years?|yrs?|Jahre)(?!\p{L})/iu
const longestDescription = 80

/**
 * The first turns that are perhaps lines of a head: above the first empty line, each of a speaker who comes back below it, and without the end of
 * a sentence; one of them says what somebody is (`Respondent: man, 45 jaar`).
 *
 * @param labels that open turns, in order
 * @returns none where they are turns like any other
 */
export function perhapsHead(text: string, labels: readonly SpeakerLabel[]): readonly SpeakerLabel[] {
  const [first] = labels
  if (first === undefined || first.start > mostHead) return []
  const gap = /\n[ \t]*\n/g
  gap.lastIndex = first.words
  const end = gap.exec(text.slice(0, first.words + mostHead))?.index ?? 0
  const block = labels.filter(({ start }) => start < end)
  const speakers = new Set(block.map(({ speaker }) => speaker))
  const back = new Set(labels.slice(block.length).map(({ speaker }) => speaker))
  const words = block.map((label, i) => text.slice(label.words, block[i + 1]?.start ?? end).trim())
  const isHead =
    speakers.size === block.length &&
    [...speakers].every(speaker => back.has(speaker)) &&
    words.every(each => each.length <= longestDescription && !/[.?!…]$|\n/.test(each)) &&
    words.some(each => described.test(each))
  return isHead ? block : []
}
