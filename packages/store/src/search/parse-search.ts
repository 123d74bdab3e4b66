import { StudyError } from '@codeerbank/core'
import type { SearchQuery, SearchTerm } from './search-query.ts'
import { wordsOf } from './words-of.ts'

/** How many terms one search may have. */
const mostTerms = 64

/**
 * Reads a search as people write it: words that must all be there, `"words in a row"`, `vertrouw*` for all endings, `a OR b`
 * (or `a | b`) for either, `-word` for none.
 *
 * @throws StudyError with every fault and its column: `search-empty`, `search-quote`, `search-too-long`
 */
export function parseSearch(text: string): SearchQuery {
  const groups: SearchTerm[][] = []
  const excluded: SearchTerm[] = []
  let either = false
  let terms = 0
  for (const { 0: piece, groups: parts } of text.matchAll(
    /(?<minus>-?)"(?<phrase>[^"]*)"|(?<or>\bOR\b|\|)|(?<dash>(?<!\S)-)?(?<word>[^\s"|]+)/gu,
  )) {
    if (parts?.or !== undefined) {
      either = groups.length > 0
      continue
    }
    const words = Array.from(wordsOf(piece), ({ folded }) => folded)
    if (words.length === 0) continue
    terms += 1
    const term: SearchTerm = { words, prefix: (parts?.word ?? parts?.phrase)?.endsWith('*') === true }
    if (parts?.minus === '-' || parts?.dash === '-') excluded.push(term)
    else if (either) groups.at(-1)!.push(term)
    else groups.push([term])
    either = false
  }
  const quotes = text.split('"').length - 1
  if (quotes % 2 === 1)
    throw fault('search-quote', 'A quotation mark is not closed. Close it.', text.lastIndexOf('"') + 1)
  if (groups.length === 0) throw fault('search-empty', 'The search has no words. Give at least one.', 1)
  if (terms > mostTerms)
    throw fault('search-too-long', `The search has more than ${mostTerms} words or phrases.`, 1)
  return { groups, excluded }
}

function fault(code: string, message: string, column: number): StudyError {
  return new StudyError([{ code, severity: 'error', message, place: { column } }])
}
