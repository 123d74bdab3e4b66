const longest = 200

/**
 * Makes an id of a label: lower case, without diacritics, every run of other characters than letters and digits a
 * hyphen (`Gedrag / houding` gives `gedrag-houding`).
 *
 * @param label the text of the label
 * @returns at most 200 characters; `code` for a label without letters and digits
 */
export function slug(label: string): string {
  const words = label
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  return words === null ? 'code' : words.join('-').slice(0, longest)
}
