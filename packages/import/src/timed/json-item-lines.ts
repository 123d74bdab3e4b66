/**
 * On which lines the things of a list begin in a text of JSON.
 *
 * @param text JSON, which is not checked
 * @param key under which the list stands in the outermost object; without one the list is the whole
 * @param most how many lines are wanted
 * @returns lines counted from 0, in the order of the list; none where there is no such list
 */
export function jsonItemLines(
  text: string,
  key?: string,
  most = Number.POSITIVE_INFINITY,
): readonly number[] {
  const lines: number[] = []
  const depth = key === undefined ? 1 : 2
  let at = 0
  let line = 0
  /** The last text in the outermost object, which is the key of what follows it. */
  let last = ''
  let open = 0
  let isInList = key === undefined
  let isDue = key === undefined
  for (; at < text.length && lines.length < most; at++) {
    const unit = text[at]!
    if (unit === '\n') line += 1
    if (/\s/.test(unit)) continue
    const isItem = isInList && open === depth && isDue && unit !== ']'
    if (isItem) {
      lines.push(line)
      isDue = false
    }
    if (unit === '"') {
      const end = endOfText(text, at)
      if (open === 1) last = text.slice(at + 1, end)
      at = end
    } else if (unit === '[' || unit === '{') {
      open += 1
      if (key !== undefined && open === 2) isInList = unit === '[' && last === key
      if (open === depth) isDue = true
    } else if (unit === ']' || unit === '}') open -= 1
    else if (unit === ',' && open === depth) isDue = true
  }
  return lines
}

function endOfText(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at
}
