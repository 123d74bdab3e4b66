import { type XmlElement, xmlText } from '@codeerbank/archive'

/** The elements within an element that have a name. */
export function partsOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  )
}

/** The first element within an element that has a name. */
export function partOf(element: XmlElement, name: string): XmlElement | undefined {
  for (const child of element.children) if (typeof child !== 'string' && child.name === name) return child
  return undefined
}

/** The text of the first element within an element that has a name. */
export function textOf(element: XmlElement, name: string): string | undefined {
  const found = partOf(element, name)
  return found === undefined ? undefined : xmlText(found)
}

/** The description of a thing, where it says anything. */
export function descriptionOf(element: XmlElement): string | undefined {
  return textOf(element, 'Description') || undefined
}
