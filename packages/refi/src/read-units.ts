import { type ReadXmlOptions, readXml, type XmlElement, type XmlTag } from '@codeerbank/archive'

interface OpenElement extends XmlElement {
  children: (OpenElement | string)[]
}

/** Most elements have nothing in them: these share it. */
const nothing: OpenElement['children'] = []

/**
 * Reads a project or codebook element by element, so that a large one is never in memory as a tree: each `Source`, `Note` or
 * `Case` is handed over whole, and let go.
 *
 * @param onRoot is told of the outermost element, without what is in it
 * @param onUnit is given what lies two deep with the name of what it lies in, and leaves
 * @param leaves the names of what lies one deep and is no list
 */
export async function readUnits(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  {
    onRoot,
    onUnit,
    leaves,
  }: {
    onRoot(tag: XmlTag): void
    onUnit(section: string, unit: XmlElement): void
    readonly leaves: ReadonlySet<string>
  },
  options: ReadXmlOptions,
): Promise<void> {
  const open: OpenElement[] = []
  const inLeaf = () => open.length === 2 && leaves.has(open[1]!.name)
  await readXml(
    chunks,
    {
      open(tag) {
        const { name, uri, attributes, line } = tag
        const element: OpenElement = { name, uri, attributes, line, children: nothing }
        if (open.length === 0) onRoot(tag)
        else if (open.length > 2 || inLeaf()) put(open.at(-1)!, element)
        open.push(element)
      },
      close() {
        const element = open.pop()!
        if (open.length === 2 && !inLeaf()) onUnit(open[1]!.name, element)
        else if (open.length === 1 && leaves.has(element.name)) onUnit('', element)
      },
      text(text) {
        const element = open.at(-1)
        if (element === undefined || (open.length < 3 && !leaves.has(element.name))) return
        const last = element.children.length - 1
        const before = element.children[last]
        if (typeof before === 'string') element.children[last] = before + text
        else put(element, text)
      },
    },
    options,
  )
}

function put(element: OpenElement, child: OpenElement | string): void {
  if (element.children === nothing) element.children = [child]
  else element.children.push(child)
}
