import type { Language } from '@codeerbank/core'
import { scaleLinear } from 'd3-scale'
import type { ElementContent } from 'hast'
import { s } from 'hastscript'
import { round, svgDocument, svgText, textWidth } from '../svg-document.ts'
import { figureTable } from './figure-table.ts'

/** A stretch of a source: half-open UTF-16 offsets. */
export interface PortraitSpan {
  readonly start: number
  readonly end: number
}

/** A code along a source. */
export interface PortraitLane {
  readonly label: string
  readonly spans: readonly PortraitSpan[]
}

export interface Portrait {
  readonly title: string
  /** UTF-16 units of the source. */
  readonly length: number
  readonly lanes: readonly PortraitLane[]
  /** Who speaks where, and from when, in seconds, where it is known. */
  readonly turns?: readonly (PortraitSpan & { readonly speaker: string; readonly time?: number })[]
}

const laneHeight = 20
const axis = 720

/**
 * Draws where in a source its codes stand, from its beginning on the left to its end on the right; above them who
 * speaks, a row each, and, where turns have one, the time.
 */
export function portraitToSvg(portrait: Portrait, options: { readonly language?: Language } = {}): string {
  const { title, length, lanes, turns = [] } = portrait
  const { language = 'nl' } = options
  const speakers = [...new Set(turns.map(({ speaker }) => speaker))]
  const labels = [...lanes.map(({ label }) => label), ...speakers]
  const left = 16 + Math.max(60, ...labels.map(label => textWidth(label))) + 12
  const x = scaleLinear([0, Math.max(1, length)], [left, left + axis])
  const content: ElementContent[] = [svgText(16, 32, title, { size: 16, bold: true })]
  let y = 60
  for (const { time, start } of timesShown(turns, start => x(start)))
    content.push(svgText(x(start), y, clock(time), { size: 10, fill: '#595959' }))
  y += 8
  const row = (label: string, spans: readonly PortraitSpan[], fill: string, height: number) => {
    content.push(
      svgText(left - 10, y + 13, label, { anchor: 'end' }),
      s('line', { x1: left, x2: left + axis, y1: y + laneHeight, y2: y + laneHeight, stroke: '#e4e4e4' }),
      ...spans.map(({ start, end }) =>
        s(
          'rect',
          {
            x: round(x(start)),
            y: round(y + (laneHeight - height) / 2),
            width: round(Math.max(1.5, x(end) - x(start))),
            height,
            fill,
          },
          [s('title', `${label}: ${start}-${end}`)],
        ),
      ),
    )
    y += laneHeight
  }
  for (const speaker of speakers)
    row(
      speaker,
      turns.filter(turn => turn.speaker === speaker),
      '#9a9a9a',
      6,
    )
  if (speakers.length > 0) y += 8
  for (const { label, spans } of lanes) row(label, spans, '#0c3c69', 12)
  const rows = lanes.flatMap(({ label, spans }) => spans.map(({ start, end }) => [label, start, end]))
  const description = figureTable(['code', 'start', 'end'], rows, language)
  return svgDocument(left + axis + 24, y + 20, { title, description, language }, content)
}

/** Times that stand far enough apart to be read. */
function timesShown(
  turns: NonNullable<Portrait['turns']>,
  place: (start: number) => number,
): readonly { readonly start: number; readonly time: number }[] {
  const shown: { start: number; time: number }[] = []
  for (const { start, time } of turns) {
    const last = shown.at(-1)
    if (time === undefined || (last !== undefined && place(start) - place(last.start) < 56)) continue
    shown.push({ start, time })
  }
  return shown
}

function clock(seconds: number): string {
  const whole = Math.floor(seconds)
  const part = (value: number) => String(value).padStart(2, '0')
  return `${part(Math.floor(whole / 3600))}:${part(Math.floor(whole / 60) % 60)}:${part(whole % 60)}`
}
