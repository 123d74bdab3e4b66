/** The end of a stretch without the white space that closes it; its start, where there is nothing else. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let at = end
  while (at > start && /\s/.test(text[at - 1]!)) at--
  return at
}
