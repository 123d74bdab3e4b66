import { customaryRole, speakerLabel } from '../speaker-label.ts'
import { looksLikeName } from '../speaker-name.ts'
import type { PdfLine, PdfPages } from './pdf-pages.ts'

/** So many lines at the head and at the foot of a page can be repeated ones. */
const reach = 3
/** Lines within so many points of each other are at one height. */
const sameHeight = 3

const pageNumber =
  /^\W*(?:(?:pagina|page|blz\.?|p\.)\s*)?(?:\d{1,4}|[ivxl]{1,7})(?:\s*(?:van|of|\/|\|)\s*\d{1,4})?\W*$/i
/** On a page that stands by itself the number lies so many points from all lines. */
const alone = 30
/** Lines are beside each other within so many heights of their letters. */
const close = 2

/**
 * The lines of a PDF that belong to its pages and not to its text: those that come back at one height at the head or foot
 * of pages, the same but for numbers, and page numbers there. They come back on at least three pages and a third of all;
 * where there are two pages only, they are the same to the letter, or page numbers.
 */
export function pageFurniture(pages: PdfPages): ReadonlySet<PdfLine> {
  const found = new Map<string, { readonly line: PdfLine; readonly page: number }[]>()
  pages.forEach((lines, page) => {
    for (const line of outermost(lines)) {
      const key = line.text.replace(/\d+|^[ivxl]{1,7}$/gi, '#')
      const known = found.get(key)
      if (known === undefined) found.set(key, [{ line, page }])
      else known.push({ line, page })
    }
  })
  const furniture = new Set<PdfLine>()
  for (const lines of found.values()) {
    for (const group of byHeight(lines)) {
      const on = new Set(group.map(({ page }) => page)).size
      const [first] = group
      const alike = group.every(({ line }) => line.text === first!.line.text)
      const isNumber = pageNumber.test(first!.line.text)
      const comesBack =
        on >= 3 ? on * 3 >= pages.length : on === 2 && pages.length === 2 && (alike || isNumber)
      if (comesBack) for (const { line } of group) furniture.add(line)
    }
  }
  for (const lines of pages) keepInner(lines, furniture)
  const [only = []] = pages
  if (pages.length === 1)
    for (const line of outermost(only))
      if (/\b1\b/.test(line.text) && pageNumber.test(line.text) && isApart(line, only)) furniture.add(line)
  return furniture
}

/** Between words there is no furniture: only what stands at the edge of the page, or beside other furniture there, is any. */
function keepInner(lines: readonly PdfLine[], furniture: Set<PdfLine>): void {
  const sorted = lines.toSorted((a, b) => b.y - a.y)
  const outer = new Set<PdfLine>()
  for (const from of [sorted, sorted.toReversed()])
    for (const [i, line] of from.entries()) {
      if (
        !furniture.has(line) ||
        isSaid(line, from[i + 1], furniture) ||
        isInner(line, from[i - 1], from[i + 1])
      )
        break
      outer.add(line)
    }
  for (const line of lines) if (!outer.has(line)) furniture.delete(line)
}

/** Whether it stands apart from the furniture at the edge, and nearer to the line on its other side. */
function isInner({ y, size }: PdfLine, outer: PdfLine | undefined, inner: PdfLine | undefined): boolean {
  if (outer === undefined || inner === undefined) return false
  const gap = Math.abs(outer.y - y)
  return gap > close * size && Math.abs(inner.y - y) < gap
}

/** A label and words right beside a line of the text; beside a line that comes back too, only a customary label. */
function isSaid(
  { text, y, size }: PdfLine,
  inner: PdfLine | undefined,
  furniture: ReadonlySet<PdfLine>,
): boolean {
  const isClose = inner !== undefined && Math.abs(inner.y - y) < close * size
  const speaker = isClose ? speakerLabel(text, 0)?.speaker : undefined
  if (speaker === undefined) return false
  return customaryRole(speaker) !== undefined || (looksLikeName(speaker) && !furniture.has(inner!))
}

function isApart({ y }: PdfLine, lines: readonly PdfLine[]): boolean {
  return lines.every(other => other.y === y || Math.abs(other.y - y) > alone)
}

/** The highest and the lowest lines of a page. */
function outermost(lines: readonly PdfLine[]): readonly PdfLine[] {
  const sorted = lines.toSorted((a, b) => b.y - a.y)
  return sorted.length <= 2 * reach ? sorted : [...sorted.slice(0, reach), ...sorted.slice(-reach)]
}

interface OnPage {
  readonly line: PdfLine
  readonly page: number
}

/** Lines in groups, each at one height. */
function byHeight(lines: readonly OnPage[]): readonly (readonly OnPage[])[] {
  const groups: OnPage[][] = []
  for (const each of lines.toSorted((a, b) => a.line.y - b.line.y)) {
    const group = groups.at(-1)
    if (group !== undefined && each.line.y - group[0]!.line.y <= sameHeight) group.push(each)
    else groups.push([each])
  }
  return groups
}
