import { indexText, lineColumnAt, type Study, turnAt } from '@codeerbank/core'
import { scopedText, type TextScope } from './text-scope.ts'
import { foldWord, wordsOf } from './words-of.ts'

export interface KeywordOptions extends TextScope {
  /** How many words are shown on each side; 7 by default. */
  readonly words?: number
}

/** One place of a keyword, with what stands around it in the source. */
export interface Keyword {
  readonly source: string
  /** UTF-16 offsets. */
  readonly start: number
  readonly end: number
  /** Number of the paragraph, from 1. */
  readonly paragraph: number
  readonly speaker?: string
  readonly before: string
  readonly keyword: string
  readonly after: string
}

/**
 * Finds every place of a word, in the order of the sources and of the text, letters of either case being the same. A `*`
 * at its end stands for any ending.
 *
 * @param study the study
 * @param keyword a word, such as `vertrouwen` or `vertrouw*`
 * @throws RangeError for a keyword that is not one word, and for a case, source, speaker or code that the study does not have
 */
export function keywordInContext(
  study: Study,
  keyword: string,
  options: KeywordOptions = {},
): readonly Keyword[] {
  const { words: width = 7 } = options
  if (!(Number.isInteger(width) && width >= 0))
    throw new RangeError(`The context is a whole number of words from 0, not ${width}.`)
  const { wanted, open } = wordWanted(keyword)
  const found: Keyword[] = []
  for (const { source, spans } of scopedText(study, options)) {
    const index = indexText(source.text)
    const words = wordsOf(source.text)
    let span = 0
    words.forEach(({ text, start, end }, i) => {
      while (span < spans.length && spans[span]!.end < end) span++
      if (span === spans.length || spans[span]!.start > start) return
      const word = foldWord(text)
      if (open ? !word.startsWith(wanted) : word !== wanted) return
      const from = words[Math.max(0, i - width)]!.start
      const to = words[Math.min(words.length - 1, i + width)]!.end
      const speaker = turnAt(source, start, end)?.speaker
      found.push({
        source: source.id,
        start,
        end,
        paragraph: lineColumnAt(index, start).line,
        ...(speaker === undefined ? {} : { speaker }),
        before: oneLine(source.text.slice(from, start)),
        keyword: text,
        after: oneLine(source.text.slice(end, to)),
      })
    })
  }
  return found
}

/** A keyword without its star; what no word can be is refused, for it would be found nowhere. */
function wordWanted(keyword: string): { readonly wanted: string; readonly open: boolean } {
  const trimmed = keyword.trim()
  const open = trimmed.endsWith('*')
  const wanted = foldWord(open ? trimmed.slice(0, -1) : trimmed)
  const [first, ...more] = wordsOf(wanted)
  if (first === undefined) throw new RangeError('A keyword has at least one letter.')
  const rest = wanted.slice(first.end)
  if (more.length > 0 || first.start > 0 || (rest !== '' && !(open && /^['-]$/.test(rest))))
    throw new RangeError(
      `"${keyword}" is not one word. A keyword is a word, or its beginning with a * behind it; look for phrases with "codeerbank search".`,
    )
  return { wanted, open }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}
