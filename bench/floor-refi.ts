import { readArchive, readXml, writeArchive } from '@codeerbank/archive'
import type { Element } from 'xast'
import { toXml } from 'xast-util-to-xml'

const limits = { entryBytes: Number.POSITIVE_INFINITY, totalBytes: Number.POSITIVE_INFINITY }

/** The files of a project: the texts as they are, the project file as elements to be written again. */
export interface ProjectTrees {
  readonly texts: ReadonlyMap<string, Uint8Array>
  /** The elements that lie two deep: a source, a case, a note. */
  readonly units: readonly Element[]
}

/** Reads what the floor of writing writes. */
export async function readTrees(bytes: Uint8Array): Promise<ProjectTrees> {
  const texts = new Map<string, Uint8Array>()
  const units: Element[] = []
  for (const entry of await readArchive(bytes, { limits })) {
    if (entry.name !== 'project.qde') {
      texts.set(entry.name, await entry.read())
      continue
    }
    const open: Element[] = []
    await readXml(entry.chunks(), {
      open({ name, attributes }) {
        const element: Element = { type: 'element', name, attributes: { ...attributes }, children: [] }
        if (open.length > 2) open.at(-1)!.children.push(element)
        open.push(element)
      },
      close() {
        const element = open.pop()!
        if (open.length === 2) units.push(element)
      },
      text(value) {
        if (open.length > 2) open.at(-1)!.children.push({ type: 'text', value })
      },
    })
  }
  return { texts, units }
}

/** The floor of reading: unpacks and parses, and keeps nothing. */
export async function floorRead(bytes: Uint8Array): Promise<number> {
  let elements = 0
  for (const entry of await readArchive(bytes, { limits })) {
    if (entry.name !== 'project.qde') await entry.read()
    else await readXml(entry.chunks(), { open: () => elements++, close() {}, text() {} })
  }
  return elements
}

/** The floor of writing: elements and texts that are there already, as XML and packed. */
export function floorWrite({ texts, units }: ProjectTrees): Promise<Uint8Array> {
  const options = { closeEmptyElements: true, tightClose: true }
  function* project(): Generator<string> {
    for (const unit of units) yield `${toXml(unit, options)}\n`
  }
  return writeArchive([
    { name: 'project.qde', content: project() },
    ...Array.from(texts, ([name, content]) => ({ name, content })),
  ])
}
