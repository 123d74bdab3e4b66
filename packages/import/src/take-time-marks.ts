import type { Problem } from '@codeerbank/core'
import { type CutText, cutOut } from './cut-out.ts'
import type { TimeMark } from './document/document-text.ts'
import { parseTime } from './parse-time.ts'
import { problemAt } from './read-source.ts'

/** A text without the times in it. */
export interface UnmarkedText extends CutText {
  readonly marks: readonly TimeMark[]
  readonly problems: readonly Problem[]
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
  const found: TimeMark[] = []
  const cuts: { readonly from: number; readonly to: number }[] = []
  const problems: Problem[] = []
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
    found.push({ at: match.index, time })
    cuts.push({ from: match.index, to: match.index + match[0].length })
  }
  problems.push(...halves(text, firstLine))
  const cut = cutOut(text, cuts)
  return { ...cut, marks: found.map(({ at, time }) => ({ at: cut.place(at), time })), problems }
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
