/** What has a meaning of its own in LaTeX, or would be joined into another sign. */
const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '\\textquotedbl{}',
  "'": '\\textquotesingle{}',
  '`': '\\textasciigrave{}',
  // An optional argument begins with one, after `\\` and `\item`.
  '[': '{[}',
  ']': '{]}',
  '\u00A0': '~',
  '\u00AD': '\\-',
  '\t': ' ',
}

const special = /[\\{}$&#%_^~<>|"'`[\]\u00A0\u00AD\t]/g

/** `--` would become a dash, `,,` a quotation mark; LuaLaTeX joins signs with nothing between them. */
const joined = /([-,])(?=\1)/g

/** Letters that are written from right to left, with the signs and spaces between them. */
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}](?:[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{M}\s]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{M}])?/gu

/**
 * A text as LaTeX prints it: everything that has a meaning in LaTeX is escaped, a line end is a new line, a control character
 * shows as its number. Letters beyond ASCII stay as they are; the preamble of `latexPreamble` sees to them.
 */
export function latexText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(special, found => commands[found] ?? found)
    .replace(joined, '$1\\kern0pt{}')
    .replace(/\r\n|[\r\n\u2028\u2029]/g, '\\newline{}')
    .replace(/\p{Cc}/gu, control => `{[}${codePointName(control)}{]}`)
    .replace(rightToLeft, '\\righttoleft{$&}')
}

/** A character by its number, `U+1F600`. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
