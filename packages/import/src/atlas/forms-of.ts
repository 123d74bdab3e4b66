/** When a place in the text was reached in the recording, which our texts have on their turns instead. */
const times = /#\d{1,2}:\d{2}:\d{2}(?:-\d{1,3})?#|[[(]\d{1,2}:\d{2}:\d{2}(?:[.,-]\d{1,3})?[\])]/g
/** A word that goes on in the next line, as a PDF has it. */
const divided = /(\p{L})[-\u2010\u00AD]\n(?=\p{L})/gu

/** Quotation marks around it all that some put there. */
const enclosed = /^\s*["“„«](.+)["”“»]\s*$/su

/** What a quotation may be in its text, from as it stands on: without times, with divided words whole, without marks around it. */
export function formsOf(quotation: string): readonly string[] {
  const untimed = withoutTimes(quotation)
  return [
    ...new Set([
      quotation,
      untimed,
      untimed.replaceAll(divided, '$1'),
      untimed.replaceAll(divided, '$1-'),
      untimed.replace(enclosed, '$1'),
    ]),
  ]
}

export function withoutTimes(quotation: string): string {
  return quotation.replaceAll(times, ' ')
}
