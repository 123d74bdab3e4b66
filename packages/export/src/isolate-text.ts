const embedding = /[\u202A\u202B\u202D\u202E]/
const isolate = /[\u2066-\u2068]/
const [popEmbedding, firstStrong, popIsolate] = ['\u202C', '\u2068', '\u2069']

/** Letters that read from right to left, and the signs that turn what comes after them. */
const turning =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\u061C\u200F\u202A-\u202E\u2066-\u2069]/u

/**
 * A text that leaves the direction of what stands beside it alone, such as the count after a label: one that reads or turns
 * from right to left is set apart by the isolates of Unicode (UAX #9, section 2.4), any other comes out as it is.
 */
export function isolateText(text: string): string {
  if (!turning.test(text)) return text
  const { kept, closing } = turnsOf(text)
  return `${firstStrong}${kept}${closing}${popIsolate}`
}

/** A text in which every turn of direction that it begins has an end. */
export function closeTurns(text: string): string {
  return text + turnsOf(text).closing
}

/** A text without the ends of isolates that it did not begin, and the ends that it lacks. */
function turnsOf(text: string): { readonly kept: string; readonly closing: string } {
  const open: string[] = []
  let kept = ''
  for (const character of text) {
    if (embedding.test(character)) open.push(popEmbedding)
    else if (isolate.test(character)) open.push(popIsolate)
    else if (character === popEmbedding && open.at(-1) === popEmbedding) open.pop()
    else if (character === popIsolate) {
      if (!open.includes(popIsolate)) continue
      while (open.pop() !== popIsolate) {}
    }
    kept += character
  }
  return { kept, closing: open.reverse().join('') }
}
