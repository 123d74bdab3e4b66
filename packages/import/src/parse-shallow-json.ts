/** JSON of transcripts lies at most so deep in itself; what lies deeper would only take memory. */
const deepest = 32

/** No transcript has as many things and lists; each takes more memory than it has letters. */
const mostThings = 1_500_000

/**
 * Parses JSON that lies not deep in itself, of not too many things.
 *
 * @returns `undefined` for text that is no JSON, lies deeper, or has more
 */
export function parseShallowJson(text: string): unknown {
  if (!isShallow(text)) return undefined
  try {
    return JSON.parse(/NaN|Infinity/.test(text) ? withoutNone(text) : text)
  } catch {
    return undefined
  }
}

/** Numbers that are none, as Python writes them and JSON does not know them, are texts. */
function withoutNone(text: string): string {
  return text.replace(/"[^"\\]*(?:\\[\s\S][^"\\]*)*"|-?\b(?:NaN|Infinity)\b/g, found =>
    found.startsWith('"') ? found : `"${found}"`,
  )
}

function isShallow(text: string): boolean {
  let depth = 0
  let things = 0
  let inText = false
  for (let i = 0; i < text.length; i++) {
    const unit = text[i]
    if (unit === '"') inText = !inText
    else if (inText) {
      if (unit === '\\') i += 1
    } else if (unit === '[' || unit === '{') {
      if (++depth > deepest || ++things > mostThings) return false
    } else if (unit === ']' || unit === '}') depth -= 1
  }
  return true
}
