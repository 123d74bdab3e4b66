import { indexText, lineColumnAt, type Study, turnAt } from '@codeerbank/core'
import { scopedText, type TextScope } from './text-scope.ts'
import { wordsOf } from './words-of.ts'

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
 * @throws RangeError for an empty keyword, and for a case, source or code that the study does not have
 */
export function keywordInContext(
  study: Study,
  keyword: string,
  options: KeywordOptions = {},
): readonly Keyword[] {
  const { words: width = 7 } = options
  const open = keyword.endsWith('*')
  const wanted = (open ? keyword.slice(0, -1) : keyword).toLowerCase().replaceAll('’', "'")
  if (wanted === '') throw new RangeError('A keyword has at least one letter.')
  const found: Keyword[] = []
  for (const { source, spans } of scopedText(study, options)) {
    const index = indexText(source.text)
    const words = wordsOf(source.text)
    let span = 0
    words.forEach(({ text, start, end }, i) => {
      while (span < spans.length && spans[span]!.end < end) span++
      if (span === spans.length || spans[span]!.start > start) return
      const word = text.toLowerCase().replaceAll('’', "'")
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

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}
