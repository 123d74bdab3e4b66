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
 * A figure that stands by itself, in black, white and greys that print; everything in it is escaped by the serialiser. It is
 * made wider where a line of text would reach past its edge.
 *
 * @param least how wide it is, in user units; more where text asks for it
 * @param height in user units
 */
export function svgDocument(
  least: number,
  height: number,
  { title, description, language }: FigureText,
  content: readonly ElementContent[],
): string {
  const width = Math.max(least, ...content.map(each => rightOf(each) + edge))
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
  return `${asXml(toHtml(figure, { space: 'svg' }))}\n`
}

/** What XML cannot carry. */
const unsafe = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g

/** A figure is XML, more strictly than the page that the serialiser writes: one sign that XML has not, and no browser shows it. */
function asXml(markup: string): string {
  return markup.toWellFormed().replace(unsafe, '\uFFFD').replaceAll(']]>', ']]&#x3E;')
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
  for (const character of text) units += widthOf(character)
  return units * size
}

function widthOf(character: string): number {
  if (/[iljtfI.,;:'’|() ]/.test(character)) return 0.36
  if (/[mwMW@—]/.test(character)) return 0.95
  if (/\p{Mn}|\p{Cf}|\uFE0F/u.test(character)) return 0
  // Chinese, Japanese and Korean signs and emoji are as wide as they are high, or a little more.
  if (
    /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFF60]|\p{Extended_Pictographic}/u.test(
      character,
    )
  )
    return character > '\uFFFF' ? 1.3 : 1
  return /\p{Lu}/u.test(character) ? 0.74 : 0.62
}

/** How wide a text in bold is at most. */
export function boldWidth(text: string, size = fontSize): number {
  return textWidth(text, size) * 1.12
}

/** Between a text and the edge of its figure. */
const edge = 8

/** How far to the right a line of text or a box reaches; anything else keeps within the figure by itself. */
function rightOf(each: ElementContent): number {
  if (each.type !== 'element') return 0
  const { tagName, properties, children } = each
  if (tagName === 'g' && properties.transform === undefined) return Math.max(0, ...children.map(rightOf))
  if (tagName === 'rect') return Number(properties.x) + Number(properties.width)
  if (tagName !== 'text') return 0
  const text = children.map(child => (child.type === 'text' ? child.value : '')).join('')
  const size = typeof properties.fontSize === 'number' ? properties.fontSize : fontSize
  const width = (properties.fontWeight === 'bold' ? boldWidth : textWidth)(text, size)
  const { x = 0, textAnchor } = properties
  return Number(x) + width * (textAnchor === 'end' ? 0 : textAnchor === 'middle' ? 0.5 : 1)
}
