import type { Element } from 'xast'
import { toXml } from 'xast-util-to-xml'
import { type Attributes, x } from 'xastscript'

/** What XML 1.0 cannot carry, and four characters without a meaning that stand below for what must be escaped. */
const unfit = /[\0-\x08\x0b\x0c\x0e-\x1f\ufdd0-\ufdd3\ufffe\uffff]|\p{Cs}/gu
const marks = { '\t': '\ufdd0', '\n': '\ufdd1', '\r': '\ufdd2', '>': '\ufdd3' } as const
const escapes: Readonly<Record<string, string>> = {
  '\ufdd0': '&#9;',
  '\ufdd1': '&#10;',
  '\ufdd2': '&#13;',
  '\ufdd3': '&gt;',
}

/** A text as XML can carry it: what it cannot becomes U+FFFD. */
export function carriable(text: string): string {
  return text.replace(unfit, '\ufffd')
}

/** An element; attributes without a value are left out. Texts come out of the file as they went in, line ends too. */
export function piece(name: string, attributes: Attributes, ...children: (Element | string)[]): Element {
  const kept: Attributes = {}
  for (const key in attributes) {
    const value = attributes[key]
    kept[key] =
      typeof value === 'string'
        ? carriable(value).replace(/[\t\n\r]/g, found => marks[found as '\t' | '\n' | '\r'])
        : value
  }
  return x(
    name,
    kept,
    children.map(child =>
      typeof child === 'string'
        ? carriable(child).replaceAll('\r', marks['\r']).replaceAll(']]>', `]]${marks['>']}`)
        : child,
    ),
  )
}

/** An element as XML on one line. */
export function pieceToXml(element: Element): string {
  const text = toXml(element, { closeEmptyElements: true, tightClose: true })
  return text.replace(/[\ufdd0-\ufdd3]/g, mark => escapes[mark]!)
}

/** An element with children that are made one at a time, as XML on one line: a large element is never whole in memory. */
export function* wide(element: Element, children: Iterable<Element>): Generator<string> {
  const closed = pieceToXml(element)
  let open = false
  for (const child of children) {
    if (!open) yield closed.replace(/\/>$/, '>')
    open = true
    yield pieceToXml(child)
  }
  yield open ? `</${element.name}>\n` : `${closed}\n`
}

/** Elements within another, a line each; nothing at all where there are none, since empty containers are not valid. */
export function* container(name: string, children: Iterable<Element>): Generator<string> {
  let open = false
  for (const child of children) {
    if (!open) yield `<${name}>\n`
    open = true
    yield `${pieceToXml(child)}\n`
  }
  if (open) yield `</${name}>\n`
}
