/** The names that every JavaScript object has: the writing library takes a cell with one of these for a text it wrote before. */
const names = Object.getOwnPropertyNames(Object.prototype).join('|')
const mark = '\uE000'
const unmarked = new RegExp(`^${mark}*(?:${names})$`)
const marked = new RegExp(`>${mark}(${mark}*(?:${names})<)`, 'g')

/** A text as it is handed to the library: with a mark before a name that it would stumble over. */
export function markName(text: string): string {
  return unmarked.test(text) ? mark + text : text
}

/** Takes the marks out of the texts that the library wrote, as XML. */
export function unmarkNames(sharedStrings: string): string {
  return sharedStrings.replace(marked, '>$1')
}
