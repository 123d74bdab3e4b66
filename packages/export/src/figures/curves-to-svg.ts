import type { Language } from '@codeerbank/core'
import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import type { ElementContent } from 'hast'
import { s } from 'hastscript'
import { numberText } from '../number-text.ts'
import { round, svgDocument, svgText, textWidth } from '../svg-document.ts'
import { dashes, figureTable, inks } from './figure-table.ts'

/** A line of points, from left to right, each with what it is. */
export interface Curve {
  readonly label: string
  readonly points: readonly { readonly label: string; readonly y: number }[]
}

export interface CurvesOptions {
  readonly title: string
  readonly xLabel: string
  readonly yLabel: string
  readonly language?: Language
}

const plot = { left: 64, top: 64, width: 560, height: 300 }

/** Where the line of a curve stands in the legend. */
function keyOf(curve: number): number {
  return plot.top + 12 + curve * 22
}

/** Draws curves over an even axis of steps, such as codes so far by source: saturation. Lines differ in dash as well. */
export function curvesToSvg(curves: readonly Curve[], options: CurvesOptions): string {
  const { title, xLabel, yLabel, language = 'nl' } = options
  const steps = Math.max(1, ...curves.map(({ points }) => points.length))
  const most = Math.max(1, ...curves.flatMap(({ points }) => points.map(({ y }) => y)))
  const counts = curves.every(({ points }) => points.every(point => Number.isInteger(point.y)))
  const whole = (tick: number) => !counts || Number.isInteger(tick)
  const x = scaleLinear([1, Math.max(2, steps)], [plot.left, plot.left + plot.width])
  const y = scaleLinear([0, most], [plot.top + plot.height, plot.top]).nice()
  const path = line<{ readonly y: number }>(
    (_, i) => round(x(i + 1)),
    point => round(y(point.y)),
  )
  const bottom = plot.top + plot.height
  const content: ElementContent[] = [
    svgText(16, 32, title, { size: 16, bold: true }),
    svgText(16, plot.top - 10, yLabel),
    svgText(plot.left + plot.width, bottom + 40, xLabel, { anchor: 'end' }),
    ...y
      .ticks(5)
      .filter(whole)
      .flatMap(tick => [
        s('line', {
          x1: plot.left,
          x2: plot.left + plot.width,
          y1: round(y(tick)),
          y2: round(y(tick)),
          stroke: '#d0d0d0',
        }),
        svgText(plot.left - 8, y(tick) + 4, numberText(tick, language), { anchor: 'end' }),
      ]),
    ...x
      .ticks(Math.min(12, steps))
      .filter(tick => Number.isInteger(tick) && tick >= 1 && tick <= steps)
      .map(tick => svgText(x(tick), bottom + 18, String(tick), { anchor: 'middle' })),
  ]
  let labelWidth = 0
  curves.forEach(({ label, points }, i) => {
    // There are as many inks as dashes: each further round of inks begins one dash on, so that no two curves look the same.
    const dash = dashes[(i + Math.floor(i / inks.length)) % dashes.length]!
    const ink = inks[i % inks.length]!
    labelWidth = Math.max(labelWidth, textWidth(label))
    const stroke = { stroke: ink, strokeWidth: 2, ...(dash === 'none' ? {} : { strokeDasharray: dash }) }
    content.push(
      s('path', { d: path([...points]) ?? '', fill: 'none', ...stroke }),
      ...points.map((point, at) =>
        s('circle', { cx: round(x(at + 1)), cy: round(y(point.y)), r: 3, fill: ink }, [
          s('title', `${label}, ${point.label}: ${numberText(point.y, language)}`),
        ]),
      ),
    )
    const key = keyOf(i)
    const left = plot.left + plot.width + 24
    content.push(
      s('line', { x1: left, x2: left + 32, y1: key - 4, y2: key - 4, ...stroke }),
      svgText(left + 40, key, label),
    )
  })
  const rows = curves.flatMap(({ label, points }) =>
    points.map((point, at) => [label, at + 1, point.label, point.y]),
  )
  const description = figureTable(['', xLabel, '', yLabel], rows, language)
  const width = plot.left + plot.width + 80 + labelWidth + 16
  const height = Math.max(bottom + 64, keyOf(curves.length))
  return svgDocument(width, height, { title, description, language }, content)
}
