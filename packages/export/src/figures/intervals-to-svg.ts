import type { Language } from '@codeerbank/core'
import { scaleLinear } from 'd3-scale'
import type { ElementContent } from 'hast'
import { s } from 'hastscript'
import { numberText } from '../number-text.ts'
import { round, svgDocument, svgText, textWidth } from '../svg-document.ts'
import { figureTable } from './figure-table.ts'

/** A coefficient with its interval; a value of `null` is undefined, and `note` says why. */
export interface IntervalRow {
  readonly label: string
  readonly value: number | null
  readonly low?: number | null
  readonly high?: number | null
  readonly note?: string | null
}

const rowHeight = 20
const axis = 320

/** Draws coefficients from -1 to 1 with their intervals, a line each: agreement by code. */
export function intervalsToSvg(
  rows: readonly IntervalRow[],
  options: { readonly title: string; readonly axisLabel: string; readonly language?: Language },
): string {
  const { title, axisLabel, language = 'nl' } = options
  const labelWidth = Math.max(60, ...rows.map(({ label }) => textWidth(label)))
  const left = 16 + labelWidth + 16
  const least = Math.min(0, ...rows.flatMap(({ value, low }) => [value ?? 0, low ?? 0]))
  const x = scaleLinear([Math.max(-1, Math.floor(least * 10) / 10), 1], [left, left + axis])
  const top = 76
  const bottom = top + rows.length * rowHeight
  const content: ElementContent[] = [
    svgText(16, 32, title, { size: 16, bold: true }),
    svgText(left, 54, axisLabel),
    ...x.ticks(6).flatMap(tick => [
      s('line', {
        x1: round(x(tick)),
        x2: round(x(tick)),
        y1: top - 8,
        y2: bottom,
        stroke: tick === 0 ? '#767676' : '#dddddd',
      }),
      svgText(x(tick), bottom + 18, numberText(tick, language), { anchor: 'middle' }),
    ]),
  ]
  rows.forEach(({ label, value, low, high, note }, i) => {
    const y = top + i * rowHeight + 6
    content.push(svgText(left - 12, y + 4, label, { anchor: 'end' }))
    if (value === null) {
      content.push(svgText(left + 4, y + 4, note ?? '', { italic: true, fill: '#595959' }))
      return
    }
    if (typeof low === 'number' && typeof high === 'number') {
      const ends = { y1: y - 4, y2: y + 4, stroke: '#1a1a1a' }
      content.push(
        s('line', {
          x1: round(x(low)),
          x2: round(x(high)),
          y1: y,
          y2: y,
          stroke: '#1a1a1a',
          strokeWidth: 1.5,
        }),
        s('line', { x1: round(x(low)), x2: round(x(low)), ...ends }),
        s('line', { x1: round(x(high)), x2: round(x(high)), ...ends }),
      )
    }
    content.push(
      s('circle', { cx: round(x(value)), cy: y, r: 4, fill: '#0c3c69' }, [
        s('title', `${label}: ${numberText(value, language)}`),
      ]),
      svgText(left + axis + 12, y + 4, numberText(value, language)),
    )
  })
  const table = rows.map(({ label, value, low, high, note }) => [
    label,
    value,
    low ?? null,
    high ?? null,
    note ?? null,
  ])
  const description = figureTable(
    ['', axisLabel, `${numberText(2.5, language)}%`, `${numberText(97.5, language)}%`, ''],
    table,
    language,
  )
  return svgDocument(left + axis + 72, bottom + 40, { title, description, language }, content)
}
