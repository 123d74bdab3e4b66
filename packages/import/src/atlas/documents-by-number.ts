import type { Source } from '@codeerbank/core'
import { foldText } from './folded-text.ts'
import type { QuotationRow } from './quotation-rows.ts'

/** Fewer characters than this stand in any text by chance. */
const telling = 24
/** So many quotations of a document are looked for, and so many documents. */
const mostQuotations = 20
const mostDocuments = 2000
/** So many characters of texts are gone through in all. */
const mostCharacters = 2_000_000_000

/** The number of the document that a quotation is of: 3 for `3:12`. */
export function documentNumber({ id }: QuotationRow): string | undefined {
  return /^\s*(\d{1,7}):\d+\s*$/.exec(id)?.[1]
}

/**
 * Finds out which sources the documents of a report are that has only their numbers: the one that has most words of the quotations
 * of a number, where there is one alone and these are enough to tell. No source is two documents: it is the one with more words.
 *
 * @returns the sources by number
 */
export function documentsByNumber(
  rows: readonly QuotationRow[],
  sources: readonly Source[],
): ReadonlyMap<string, Source> {
  const quotations = new Map<string, Set<string>>()
  for (const row of rows) {
    const number = documentNumber(row)
    const words = foldText(row.content.slice(0, 2000)).text
    if (number === undefined || words === '') continue
    const known = quotations.get(number)
    if (known !== undefined) known.add(words)
    else if (quotations.size < mostDocuments) quotations.set(number, new Set([words]))
  }
  const texts = sources.map(source => ({ source, text: foldText(source.text).text }))
  const chosen = new Map<Source, { readonly number: string; readonly length: number }>()
  const total = texts.reduce((sum, { text }) => sum + text.length, 0)
  let left = mostCharacters
  for (const [number, all] of quotations) {
    const words = [...all].toSorted((a, b) => b.length - a.length).slice(0, mostQuotations)
    left -= total * words.length
    if (left < 0) break
    const having = texts.map(({ source, text }) => ({
      source,
      length: words.reduce((sum, each) => sum + (text.includes(each) ? each.length : 0), 0),
    }))
    const length = Math.max(0, ...having.map(each => each.length))
    const [only, ...others] = having.filter(each => each.length === length)
    if (length < telling || only === undefined || others.length > 0) continue
    if (length > (chosen.get(only.source)?.length ?? 0)) chosen.set(only.source, { number, length })
  }
  return new Map([...chosen].map(([source, { number }]) => [number, source]))
}
