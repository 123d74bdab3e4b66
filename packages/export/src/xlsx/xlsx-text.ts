/** What XML cannot carry, or the writing library would drop without a word: controls, noncharacters, U+FFFD. */
const unsafe = /[\0-\x08\x0B-\x1F\x7F-\x9F\uFFFD]|\p{Noncharacter_Code_Point}/gu

/** A stretch of text that a spreadsheet would take for an escaped character. */
const looksEscaped = /_(?=x[0-9A-Fa-f]{4}_)/g

/**
 * Writes a text so that a spreadsheet shows exactly that text: what XML cannot carry is written as `_xHHHH_`, the number of
 * a UTF-16 unit, and text that looks like that as `_x005F_xHHHH_` (ECMA-376 part 1, 22.9.2.19, ST_Xstring). Half a
 * surrogate pair, which is no character, becomes U+FFFD.
 */
export function encodeXlsxText(text: string): string {
  return text
    .toWellFormed()
    .replace(looksEscaped, '_x005F_')
    .replace(unsafe, found => Array.from({ length: found.length }, (_, i) => escaped(found, i)).join(''))
}

function escaped(text: string, at: number): string {
  return `_x${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}_`
}
