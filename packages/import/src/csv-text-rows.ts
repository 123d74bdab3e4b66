/** A text row by row: a quote opens only at the start of a cell, and a line end inside quotes ends no row. */
export function* rowsOf(text: string, delimiter: string): Iterable<string> {
  let from = 0
  let quoted = false
  let atStart = true
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!
    if (quoted) {
      if (character !== '"') continue
      if (text[at + 1] === '"') at++
      else quoted = false
    } else if (character === delimiter) atStart = true
    else if (character === '\n') {
      yield text.slice(from, at + 1)
      from = at + 1
      atStart = true
    } else if (character === '"' && atStart) quoted = true
    else if (character.trim() !== '') atStart = false
  }
  if (from < text.length) yield text.slice(from)
}
