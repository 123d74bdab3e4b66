import type { Language } from '@codeerbank/core'
import {
  forceCenter,
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
} from 'd3-force'
import type { ElementContent } from 'hast'
import { s } from 'hastscript'
import { round, svgDocument, svgText, textWidth } from '../svg-document.ts'
import { emptyFigure } from './empty-figure.ts'
import { type FigureNoun, manyOf, nounText } from './figure-noun.ts'
import { figureTable } from './figure-table.ts'
import { wrapWords } from './wrap-words.ts'

export interface NetworkNode {
  readonly id: string
  readonly label: string
  /** How often the code occurs: the area of its dot. */
  readonly weight: number
}

export interface NetworkLink {
  readonly a: string
  readonly b: string
  /** How often the two go together: the width of the line. */
  readonly weight: number
}

const size = { width: 1000, height: 760 }
const steps = 600
const lineHeight = 13
/** A label is broken between words into lines of about so many characters. */
const lineLength = 18
/** Around a dot there is room for so many lines, or for its label where that has more. */
const usualLines = 2

/**
 * Draws which codes go together as a network. The layout is d3-force's, run to its end from fixed places with its own
 * fixed random numbers, so that the same network is always the same picture.
 *
 * @param options `unit` is what the weights of links count
 * @throws RangeError for a link to a node that is not there
 */
export function networkToSvg(
  nodes: readonly NetworkNode[],
  links: readonly NetworkLink[],
  options: { readonly title: string; readonly unit: FigureNoun; readonly language?: Language },
): string {
  const { title, unit, language = 'nl' } = options
  const heaviest = Math.max(1, ...nodes.map(({ weight }) => weight))
  const strongest = Math.max(1, ...links.map(({ weight }) => weight))
  const radius = (weight: number) => 4 + 14 * Math.sqrt(weight / heaviest)
  const placed = nodes.map((node, i) => ({
    ...node,
    lines: wrapped(node.label),
    room: roomOf(node.label, radius(node.weight)),
    x: size.width / 2 + 300 * Math.cos((2 * Math.PI * i) / Math.max(1, nodes.length)),
    y: size.height / 2 + 240 * Math.sin((2 * Math.PI * i) / Math.max(1, nodes.length)),
  }))
  const byId = new Map(placed.map(node => [node.id, node]))
  const joined = links.map(({ a, b, weight }) => {
    const [source, target] = [byId.get(a), byId.get(b)]
    if (source === undefined || target === undefined)
      throw new RangeError(`A link goes from "${a}" to "${b}", and one of them is no node.`)
    return { source, target, weight }
  })
  forceSimulation(placed)
    .force('link', forceLink(joined).distance(140).strength(0.2))
    .force('charge', forceManyBody().strength(-260))
    .force(
      'collide',
      forceCollide<(typeof placed)[number]>(
        node => radius(node.weight) + Math.max(usualLines, node.lines.length) * lineHeight,
      ),
    )
    .force('x', forceX(size.width / 2).strength(0.025))
    .force('y', forceY(size.height / 2).strength(0.045))
    .force('center', forceCenter(size.width / 2, size.height / 2))
    .stop()
    .tick(steps)
  const label = (id: string) => byId.get(id)?.label ?? id
  const description = figureTable(
    ['', '', manyOf(unit)],
    links.map(({ a, b, weight }) => [label(a), label(b), weight]),
    language,
  )
  if (nodes.length === 0) return emptyFigure(title, description, language)
  const left = Math.min(size.width, ...placed.map(node => node.x - node.room)) - 16
  const right = Math.max(left + textWidth(title, 18) + 48, ...placed.map(node => node.x + node.room)) + 16
  const top = Math.min(size.height, ...placed.map(node => node.y - 24)) - 56
  const bottom = Math.max(0, ...placed.map(node => node.y + node.room)) + 16
  const content: ElementContent[] = [
    svgText(16, 32, title, { size: 16, bold: true }),
    s('g', { transform: `translate(${round(-left)} ${round(-top)})` }, [
      ...joined.map(({ source, target, weight }) =>
        s(
          'line',
          {
            x1: round(source.x),
            y1: round(source.y),
            x2: round(target.x),
            y2: round(target.y),
            stroke: '#9a9a9a',
            strokeWidth: round(0.8 + (6 * weight) / strongest),
          },
          [s('title', `${source.label}, ${target.label}: ${nounText(weight, unit)}`)],
        ),
      ),
      ...placed.flatMap(node => [
        s(
          'circle',
          { cx: round(node.x), cy: round(node.y), r: round(radius(node.weight)), fill: '#0c3c69' },
          [s('title', `${node.label}: ${node.weight}`)],
        ),
        ...node.lines.map((text, i) =>
          s(
            'text',
            {
              x: round(node.x),
              y: round(node.y + radius(node.weight) + 12 + i * lineHeight),
              textAnchor: 'middle',
              fontSize: 11,
              stroke: '#ffffff',
              strokeWidth: 3,
              paintOrder: 'stroke',
            },
            text,
          ),
        ),
      ]),
    ]),
  ]
  return svgDocument(right - left, bottom - top, { title, description, language }, content)
}

function wrapped(label: string): readonly string[] {
  return wrapWords(label, line => line.length <= lineLength)
}

/** How far around its dot a node needs room, for the dot with the lines under it. */
function roomOf(label: string, radius: number): number {
  const lines = wrapped(label)
  const width = Math.max(...lines.map(text => textWidth(text, 11))) / 2
  return Math.max(width, radius + lines.length * lineHeight) + 4
}
