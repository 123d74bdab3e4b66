import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { s } from 'hastscript'

/** The size of type in figures, in user units (pixels at their natural size). */
export const fontSize = 12

/** What a figure is called and what it shows, for those who cannot see it. */
export interface FigureText {
  readonly title: string
  readonly description: string
  readonly language: string
}

/**
 * A figure that stands by itself, in black, white and greys that print; everything in it is escaped by the serialiser.
 *
 * @param width in user units
 * @param height in user units
 */
export function svgDocument(
  width: number,
  height: number,
  { title, description, language }: FigureText,
  content: readonly ElementContent[],
): string {
  const figure = s(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: round(width),
      height: round(height),
      viewBox: `0 0 ${round(width)} ${round(height)}`,
      role: 'img',
      ariaLabelledBy: 'figure-title figure-description',
      lang: language,
      fontFamily: "'Noto Sans', 'DejaVu Sans', Helvetica, Arial, sans-serif",
      fontSize,
      fill: '#1a1a1a',
    },
    [
      s('title', { id: 'figure-title' }, title),
      s('desc', { id: 'figure-description' }, description),
      s('rect', { width: '100%', height: '100%', fill: '#ffffff' }),
      ...content,
    ],
  )
  return `${toHtml(figure, { space: 'svg' })}\n`
}

/** Places in figures have one decimal, so that a figure is the same bytes everywhere. */
export function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** A line of text. */
export function svgText(
  x: number,
  y: number,
  text: string,
  options: {
    readonly anchor?: 'start' | 'middle' | 'end'
    readonly size?: number
    readonly bold?: boolean
    readonly italic?: boolean
    readonly fill?: string
  } = {},
): Element {
  const { anchor = 'start', size, bold, italic, fill } = options
  return s(
    'text',
    {
      x: round(x),
      y: round(y),
      ...(anchor === 'start' ? {} : { textAnchor: anchor }),
      ...(size === undefined ? {} : { fontSize: size }),
      ...(bold === true ? { fontWeight: 'bold' } : {}),
      ...(italic === true ? { fontStyle: 'italic' } : {}),
      ...(fill === undefined ? {} : { fill }),
    },
    text,
  )
}

/** How wide a text is at most, in user units: sans-serif letters are not wider than this on average. */
export function textWidth(text: string, size = fontSize): number {
  let units = 0
  for (const character of text)
    units += /[iljtf.,;:'’|() ]/.test(character) ? 0.36 : /[mwMW@—]/.test(character) ? 0.95 : 0.62
  return units * size
}
