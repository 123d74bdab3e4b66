import { type XmlElement, xmlText } from '@codeerbank/archive'

/** The elements within an element that have a name. */
export function partsOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  )
}

/** The text of the first element within an element that has a name. */
export function textOf(element: XmlElement, name: string): string | undefined {
  const [found] = partsOf(element, name)
  return found === undefined ? undefined : xmlText(found)
}

/** The description of a thing, where it says anything. */
export function descriptionOf(element: XmlElement): string | undefined {
  return textOf(element, 'Description') || undefined
}
