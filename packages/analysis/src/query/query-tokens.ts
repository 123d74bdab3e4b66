/** A piece of a query's text; `at` is its UTF-16 offset. */
export type QueryToken =
  | { readonly type: 'word'; readonly text: string; readonly at: number }
  | { readonly type: 'quoted'; readonly text: string; readonly at: number }
  | { readonly type: 'mark'; readonly text: '(' | ')' | ',' | ':' | '/**' | '/^' | '/='; readonly at: number }
  | { readonly type: 'end'; readonly text: ''; readonly at: number }

/** A query's text in pieces, and where it could not be read. */
export interface QueryTokens {
  readonly tokens: readonly QueryToken[]
  readonly faults: readonly { readonly at: number; readonly message: string }[]
}

const space = /\s+/y
const mark = /\/\*\*|\/\^|\/=|[(),:]/y
const quoted = /"((?:[^"\\]|\\.)*)"/y
const word = /(?:(?!\/\*\*|\/\^|\/=)[^\s(),:"])+/y

/** Cuts a query's text into pieces. Quoted names may hold anything; `\"` and `\\` stand for a quote and a backslash. */
export function queryTokens(text: string): QueryTokens {
  const tokens: QueryToken[] = []
  const faults: { at: number; message: string }[] = []
  const take = (pattern: RegExp, at: number) => {
    pattern.lastIndex = at
    return pattern.exec(text)
  }
  for (let at = 0; at < text.length; ) {
    const skipped = take(space, at)
    if (skipped !== null) {
      at += skipped[0].length
      continue
    }
    const marked = take(mark, at)
    const named = marked === null ? take(quoted, at) : null
    const found = marked ?? named ?? take(word, at)
    if (found === null) {
      faults.push({ at, message: 'A quote opens here and does not close. Close it, or leave it out.' })
      break
    }
    const [whole] = found
    if (marked !== null) tokens.push({ type: 'mark', text: whole as '(', at })
    else if (named !== null)
      tokens.push({ type: 'quoted', text: (named[1] ?? '').replace(/\\(.)/gs, '$1'), at })
    else tokens.push({ type: 'word', text: whole, at })
    at += whole.length
  }
  tokens.push({ type: 'end', text: '', at: text.length })
  return { tokens, faults }
}
