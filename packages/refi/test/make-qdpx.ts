import { readArchive, writeArchive } from '@codeerbank/archive'

/** A `.qdpx` of a project file and further files. */
export function makeQdpx(
  project: string | Uint8Array,
  files: Readonly<Record<string, string | Uint8Array>> = {},
  name = 'project.qde',
): Promise<Uint8Array> {
  const others = Object.entries(files).map(([path, content]) => ({ name: path, content }))
  return writeArchive([{ name, content: project }, ...others])
}

/** The project file of a `.qdpx`, as text. */
export async function projectOf(bytes: Uint8Array): Promise<string> {
  const entries = await readArchive(bytes)
  const entry = entries.find(({ name }) => name === 'project.qde')
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await entry?.read())
}

/** GUIDs to be told apart at a glance. */
export function guid(n: number): string {
  return `${String(n).padStart(8, '0')}-0000-4000-8000-00000000000a`
}

/** A project with some content between its tags. */
export function projectXml(content: string, attributes = '', namespace = 'urn:QDA-XML:project:1.0'): string {
  return `<?xml version="1.0" encoding="utf-8"?><Project xmlns="${namespace}" name="Twee pleinen" ${attributes}>${content}</Project>`
}
