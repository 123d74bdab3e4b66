import { type CodeTreeNode, codeTree } from '@codeerbank/codebook'
import { type Code, type Codebook, type CodeFrequency, type Language, labelText } from '@codeerbank/core'
import type { ElementContent } from 'hast'
import { s } from 'hastscript'
import { nounText } from './figures/figure-noun.ts'
import { figureTable } from './figures/figure-table.ts'
import { isolateText } from './isolate-text.ts'
import { boldWidth, round, svgDocument, svgText, textWidth } from './svg-document.ts'

const rowHeight = 20
const indent = 26
const margin = 16
const largest = 9

const words = {
  title: { nl: 'Codeboom', en: 'Code tree' },
  legend: {
    nl: 'Een stip is groter naarmate de code, met alles eronder, op meer fragmenten staat (het getal). Cursief en gestippeld: inductief.',
    en: 'A dot is larger the more segments have the code, or one below it (the number). Italic and dashed: inductive.',
  },
} as const

/**
 * Draws the code tree, a line a code with those below it indented under it: the area of a dot is the number of segments
 * with the code or one below it, and inductive codes are in italics with a dashed dot.
 *
 * @param frequencies how often each code was used; a code that is not there counts as unused
 * @param options `language` of labels (Dutch by default), `title` of the figure
 */
export function codeTreeToSvg(
  codebook: Pick<Codebook, 'codes'>,
  frequencies: readonly CodeFrequency[],
  options: { readonly language?: Language; readonly title?: string } = {},
): string {
  const { language = 'nl' } = options
  const title = options.title ?? words.title[language]
  const counts = new Map(frequencies.map(({ code, rolledUp }) => [code, rolledUp.segments]))
  const order: { readonly node: CodeTreeNode; readonly code: Code }[] = []
  codeTree(codebook.codes, frequencies).eachBefore(node => {
    const { code } = node.data
    if (code !== undefined) order.push({ node, code })
  })
  const most = Math.max(1, ...order.map(({ code }) => counts.get(code.id) ?? 0))
  const top = margin + 62
  const rowOf = new Map(order.map(({ code }, i) => [code.id, i]))
  const xOf = (depth: number) => margin + largest + (depth - 1) * indent
  const yOf = (row: number) => top + row * rowHeight

  const lines: ElementContent[] = []
  const marks: ElementContent[] = []
  let width = textWidth(words.legend[language]) + margin * 2
  for (const { node, code } of order) {
    const row = rowOf.get(code.id)!
    const [x, y] = [xOf(node.depth), yOf(row)]
    const parent = node.parent?.data.code
    if (parent) {
      const [px, py] = [xOf(node.depth - 1), yOf(rowOf.get(parent.id)!)]
      lines.push(
        s('path', {
          d: `M${round(px)} ${round(py)}V${round(y)}H${round(x)}`,
          fill: 'none',
          stroke: '#9a9a9a',
        }),
      )
    }
    const count = counts.get(code.id) ?? 0
    const inductive = code.origin === 'inductive'
    const label = labelText(code.label, language)
    const dot = {
      cx: round(x),
      cy: round(y),
      r: round(count === 0 ? 2 : Math.max(2.5, largest * Math.sqrt(count / most))),
    }
    const text = `${isolateText(label)} (${count})`
    marks.push(
      s('g', [
        s('title', text),
        s('circle', {
          ...dot,
          fill: count === 0 ? '#ffffff' : inductive ? '#dbe7f2' : '#0c3c69',
          stroke: '#0c3c69',
          ...(inductive ? { strokeDasharray: '2 1.5' } : {}),
        }),
        svgText(x + largest + 6, y + 4, text, { bold: node.depth === 1, italic: inductive }),
      ]),
    )
    width = Math.max(width, x + largest + 6 + (node.depth === 1 ? boldWidth : textWidth)(text) + margin)
  }
  const height = yOf(order.length) + margin
  const total = order.length
  const description =
    language === 'nl'
      ? `Boom van ${nounText(total, ['code', 'codes'])}, elk met het aantal fragmenten waarop de code of een code eronder staat.`
      : `A tree of ${nounText(total, ['code', 'codes'])}, each with the number of segments that have it or a code below it.`
  const table = figureTable(
    ['', language === 'nl' ? 'fragmenten' : 'segments'],
    order.map(({ node, code }) => [
      `${'  '.repeat(node.depth - 1)}${labelText(code.label, language)}`,
      counts.get(code.id) ?? 0,
    ]),
    language,
  )
  return svgDocument(width, height, { title, description: `${description}\n${table}`, language }, [
    svgText(margin, margin + 16, title, { size: 16, bold: true }),
    svgText(margin, margin + 38, words.legend[language]),
    ...lines,
    ...marks,
  ])
}
