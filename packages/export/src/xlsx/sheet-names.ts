/** The longest name of a sheet, in UTF-16 units. */
const longest = 31

const forbidden = /[[\]:*?/\\\p{Cc}\uFFFE\uFFFF]+/gu

/**
 * Names for the sheets of a workbook as spreadsheets allow them: at most 31 characters, none of `[ ] : * ? / \`, no
 * apostrophe at either end, no two the same but for capitals. A name that is cut ends in `…`.
 *
 * @returns as many names as were given, in the same order
 */
export function sheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>(['history'])
  return names.map(name => {
    const clean = name
      .toWellFormed()
      .replace(forbidden, ' ')
      .replace(/^[\s']+|[\s']+$/g, '')
    for (let copy = 1; ; copy++) {
      const candidate = cut(clean === '' ? 'Sheet' : clean, copy === 1 ? '' : ` (${copy})`)
      if (taken.has(candidate.toLowerCase())) continue
      taken.add(candidate.toLowerCase())
      return candidate
    }
  })
}

function cut(name: string, ending: string): string {
  const room = longest - ending.length
  if (name.length <= room) return name + ending
  return `${name.slice(0, room - 1).replace(/[\uD800-\uDBFF]$/, '')}…${ending}`
}
