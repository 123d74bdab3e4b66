import type { Problem } from '@codeerbank/core'
import type { TimeMark } from './document/document-text.ts'
import { parseTime } from './parse-time.ts'
import { problemAt } from './read-source.ts'

/** A text without the times in it, and where what stood in it before stands now. */
export interface UnmarkedText {
  readonly text: string
  readonly marks: readonly TimeMark[]
  readonly problems: readonly Problem[]
  readonly place: (at: number) => number
}

const written = /^[ \t]{0,8}#(\d{1,2}:[\w:.,;-]{1,14})#[ \t]{0,8}|[ \t]{0,8}#(\d{1,2}:[\w:.,;-]{1,14})#/gm
/** Half of a time: without the sign before it or behind it. */
const half =
  /#\d{1,2}:\d{2}:\d{2}(?:[-.,]\d{1,3})?(?![\w#:.,-])|(?<![\w#:.,-])\d{1,2}:\d{2}:\d{2}(?:[-.,]\d{1,3})?#(?![\w#])/g
const isWhole = /^\d{1,2}:\d{2}(?::\d{2})?(?:[-.,]\d{1,3})?$/

/**
 * Takes the times out of a text that f4transkript, f5transkript or Express Scribe put in it, `#00:03:12-5#`: the place of
 * each is the moment in the recording, most often at the end of a paragraph. No line comes or goes.
 *
 * @returns times that are none stay in the text, with a problem (`bad-time`)
 */
export function takeTimeMarks(text: string, firstLine: number): UnmarkedText {
  const marks: TimeMark[] = []
  const cuts: { readonly from: number; readonly to: number; readonly before: number }[] = []
  const problems: Problem[] = []
  const kept: string[] = []
  let at = 0
  let removed = 0
  let line = firstLine
  let counted = 0
  for (const match of text.matchAll(written)) {
    const digits = match[1] ?? match[2]!
    const time = isWhole.test(digits) ? parseTime(digits) : undefined
    if (time === undefined) {
      for (; counted < match.index; counted++) if (text[counted] === '\n') line += 1
      problems.push(
        problemAt(
          'bad-time',
          'warning',
          `"${digits}" is no time: write #hh:mm:ss-t#. It stays in the text.`,
          line,
        ),
      )
      continue
    }
    const to = match.index + match[0].length
    kept.push(text.slice(at, match.index))
    marks.push({ at: match.index - removed, time })
    cuts.push({ from: match.index, to, before: removed })
    removed += to - match.index
    at = to
  }
  kept.push(text.slice(at))
  problems.push(...halves(text, firstLine))
  return { text: kept.join(''), marks, problems, place }

  function place(offset: number): number {
    let low = 0
    let high = cuts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (cuts[middle]!.from < offset) low = middle + 1
      else high = middle
    }
    const cut = cuts[low - 1]
    if (cut === undefined) return offset
    return offset < cut.to ? cut.from - cut.before : offset - cut.before - (cut.to - cut.from)
  }
}

/** Says of times that lack a sign on one side: they stay in the text. */
function halves(text: string, firstLine: number): readonly Problem[] {
  let line = firstLine
  let counted = 0
  return [...text.matchAll(half)].map(({ index, 0: found }) => {
    for (; counted < index; counted++) if (text[counted] === '\n') line += 1
    return problemAt(
      'bad-time',
      'warning',
      `"${found}" lacks a sign: write #hh:mm:ss-t#. It stays in the text.`,
      line,
    )
  })
}
