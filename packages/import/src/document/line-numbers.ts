import type { PdfLine, PdfPages } from './pdf-pages.ts'

/** Numbers in the margin are at least so many, or three that count by fives or tens; nearly all count on. */
const fewest = 5
const mostlyCounting = 0.9
const steps = new Set([1, 2, 5, 10])

/** The pages of a PDF without the numbers of their lines, and how many these were. */
export interface UnnumberedPages {
  readonly pages: PdfPages
  readonly numbers: number
}

interface MarginNumber {
  readonly line: PdfLine
  readonly page: number
  readonly y: number
  readonly number: number
}

/** Takes away the numbers of lines: they stand left of all words, one above the other, and count on by a fixed step. */
export function withoutLineNumbers(pages: PdfPages): UnnumberedPages {
  const edge = leftEdge(pages)
  const found = pages
    .flatMap((lines, page) =>
      lines.flatMap(line => {
        const { right, number } = line.lead ?? { right: line.right, number: line.text }
        return /^\d{1,5}$/.test(number) && right < edge
          ? [{ line, page, y: line.y, number: Number(number) } satisfies MarginNumber]
          : []
      }),
    )
    .sort((a, b) => a.page - b.page || b.y - a.y)
  if (!countOn(found)) return { pages, numbers: 0 }
  const numbered = new Set(found.map(({ line }) => line))
  return {
    pages: pages.map(lines =>
      lines.flatMap(line => {
        if (!numbered.has(line)) return [line]
        const { lead, ...rest } = line
        return lead === undefined
          ? []
          : [{ ...rest, x: lead.textX, text: line.text.slice(lead.number.length).trim() }]
      }),
    ),
    numbers: found.length,
  }
}

/** Where the words of lines begin, those that begin furthest to the left: nine in ten are there or further. */
function leftEdge(pages: PdfPages): number {
  const starts = pages
    .flatMap(lines =>
      lines.flatMap(({ lead, x, text }) => (/^\d+$/.test(text) ? [] : [lead === undefined ? x : lead.textX])),
    )
    .sort((a, b) => a - b)
  return starts[Math.floor(starts.length * 0.1)] ?? 0
}

function countOn(numbers: readonly MarginNumber[]): boolean {
  const first = numbers[0]?.number ?? 0
  const isCoarse = numbers.length >= 3 && [5, 10].includes(first) && numbers[1]!.number === 2 * first
  if (numbers.length < fewest && !isCoarse) return false
  const often = new Map<number, number>()
  let restarts = 0
  numbers.slice(1).forEach(({ number, page }, i) => {
    const before = numbers[i]!
    const step = number - before.number
    if (page !== before.page && number <= 10) restarts += 1
    else often.set(step, (often.get(step) ?? 0) + 1)
  })
  const [step = 0, count = 0] = [...often].sort((a, b) => b[1] - a[1])[0] ?? []
  return steps.has(step) && count >= (numbers.length - 1 - restarts) * mostlyCounting
}
