import { type ReadXmlOptions, readXml, type XmlTag } from './read-xml.ts'

/** An element with all that is in it. */
export interface XmlElement extends XmlTag {
  readonly children: readonly (XmlElement | string)[]
}

interface OpenElement extends XmlElement {
  readonly children: (OpenElement | string)[]
}

/** The elements that a tree may have where a reader names no other limit. */
const treeElements = 500_000

/**
 * Reads a small XML document whole.
 *
 * @returns the outermost element
 * @throws StudyError as `readXml` does; 500,000 elements are the limit where no other is given
 */
export async function readXmlTree(bytes: Uint8Array, options: ReadXmlOptions = {}): Promise<XmlElement> {
  const open: OpenElement[] = []
  let root: XmlElement | undefined
  const limits = { elements: treeElements, ...options.limits }
  await readXml(
    [bytes],
    {
      open(tag) {
        const element: OpenElement = { ...tag, children: [] }
        open.at(-1)?.children.push(element)
        root ??= element
        open.push(element)
      },
      close() {
        open.pop()
      },
      text(text) {
        const children = open.at(-1)?.children
        if (children === undefined) return
        const last = children.at(-1)
        if (typeof last === 'string') children[children.length - 1] = last + text
        else children.push(text)
      },
    },
    { ...options, limits },
  )
  return root!
}

/** All text of an element and of what lies in it. */
export function xmlText(element: XmlElement): string {
  let text = ''
  const pending: (XmlElement | string)[] = [element]
  while (pending.length > 0) {
    const next = pending.pop()!
    if (typeof next === 'string') text += next
    else for (let i = next.children.length - 1; i >= 0; i--) pending.push(next.children[i]!)
  }
  return text
}
