import type { Language } from '@codeerbank/core'
import { sankey, sankeyJustify, sankeyLinkHorizontal } from 'd3-sankey'
import type { ElementContent } from 'hast'
import { s } from 'hastscript'
import { isolateText } from '../isolate-text.ts'
import { round, svgDocument, svgText, textWidth } from '../svg-document.ts'
import { emptyFigure } from './empty-figure.ts'
import { type FigureNoun, manyOf, nounText } from './figure-noun.ts'
import { figureTable } from './figure-table.ts'

export interface FlowNode {
  readonly id: string
  readonly label: string
  /** How many it has itself, where that is less than its bands together: what is in two of them. */
  readonly count?: number
}

export interface Flow {
  readonly from: string
  readonly to: string
  readonly weight: number
}

const nodeWidth = 18
const inner = { width: 520, height: 380 }
/** Things stand so far below each other at least, for their labels not to overlap. */
const apart = 24

/**
 * Draws flows between two sets of things, such as themes and cases, as bands as wide as they are many.
 *
 * @param options `unit` is what the weights count
 */
export function sankeyToSvg(
  nodes: readonly FlowNode[],
  flows: readonly Flow[],
  options: { readonly title: string; readonly unit: FigureNoun; readonly language?: Language },
): string {
  const { title, language = 'nl' } = options
  const unit = manyOf(options.unit)
  const some = flows.filter(({ weight }) => weight > 0)
  const used = new Set(some.flatMap(({ from, to }) => [from, to]))
  const label = new Map(nodes.map(node => [node.id, node.label]))
  const origins = new Set(some.map(({ from }) => from))
  const ends = new Set(some.map(({ to }) => to))
  const height = Math.max(inner.height, Math.max(origins.size, ends.size) * apart)
  const left = 16 + Math.max(0, ...[...origins].map(id => textWidth(label.get(id) ?? id))) + 50
  const rightWidth = Math.max(0, ...some.map(({ to }) => textWidth(label.get(to) ?? to))) + 70
  const table = figureTable(
    ['', '', unit],
    flows.map(({ from, to, weight }) => [label.get(from) ?? from, label.get(to) ?? to, weight]),
    language,
  )
  if (some.length === 0) return emptyFigure(`${title} (${unit})`, table, language)
  const content: ElementContent[] = [svgText(16, 32, `${title} (${unit})`, { size: 16, bold: true })]
  const layout = sankey<FlowNode, { readonly weight: number }>()
    .nodeId(node => node.id)
    .nodeAlign(sankeyJustify)
    .nodeSort(null)
    .nodeWidth(nodeWidth)
    .nodePadding(16)
    .extent([
      [left, 60],
      [left + inner.width, 60 + height],
    ])
  const graph = layout({
    nodes: nodes.filter(({ id }) => used.has(id)).map(node => ({ ...node })),
    links: some.map(({ from, to, weight }) => ({ source: from, target: to, value: weight, weight })),
  })
  const path = sankeyLinkHorizontal()
  for (const link of graph.links) {
    const [source, target] = [link.source as FlowNode, link.target as FlowNode]
    content.push(
      s(
        'path',
        {
          d: (path(link) ?? '').replace(/\d+\.\d+/g, number => String(round(Number(number)))),
          fill: 'none',
          stroke: '#0c3c69',
          strokeOpacity: 0.28,
          strokeWidth: round(Math.max(1, link.width ?? 1)),
        },
        [s('title', `${source.label}, ${target.label}: ${nounText(link.weight, options.unit)}`)],
      ),
    )
  }
  for (const node of graph.nodes) {
    const { x0 = 0, x1 = 0, y0 = 0, y1 = 0, value = 0 } = node
    const first = origins.has(node.id)
    const count = node.count ?? value
    content.push(
      s(
        'rect',
        {
          x: round(x0),
          y: round(y0),
          width: round(x1 - x0),
          height: round(Math.max(1, y1 - y0)),
          fill: '#1a1a1a',
        },
        [s('title', `${node.label}: ${nounText(count, options.unit)}`)],
      ),
      svgText(first ? x0 - 8 : x1 + 8, (y0 + y1) / 2 + 4, `${isolateText(node.label)} (${count})`, {
        anchor: first ? 'end' : 'start',
      }),
    )
  }
  return svgDocument(
    left + inner.width + rightWidth,
    60 + height + 24,
    { title, description: table, language },
    content,
  )
}
