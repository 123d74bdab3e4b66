/** The lines of a text, one after the other, with the offset of each: a list of all of them would take more than the text. */
export function* linesOf(text: string): Generator<{ readonly given: string; readonly at: number }> {
  for (let at = 0; at <= text.length; ) {
    const next = text.indexOf('\n', at)
    const end = next === -1 ? text.length : next
    yield { given: text.slice(at, end), at }
    at = end + 1
  }
}
