/**
 * Breaks a text between words into lines that fit; a word that does not fit stands on a line of its own, whole.
 *
 * @param fits whether a line is short enough
 */
export function wrapWords(text: string, fits: (line: string) => boolean): readonly string[] {
  const lines: string[] = []
  for (const word of text.trim().split(/\s+/)) {
    const last = lines.at(-1)
    const longer = `${last} ${word}`
    if (last !== undefined && fits(longer)) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
