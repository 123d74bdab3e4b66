import type { Label } from '@codeerbank/core'
import type { PhrasingContent } from 'mdast'
import { dash } from './write-text.ts'

/**
 * The text of a stretch of Markdown without its marks: `<br>` and a hard break are line breaks, a plain line end is
 * a space.
 */
export function readText(nodes: readonly PhrasingContent[]): string {
  return nodes.map(textOf).join('')
}

function textOf(node: PhrasingContent): string {
  if (node.type === 'text') return node.value.replaceAll('\n', ' ')
  if (node.type === 'break') return '\n'
  if (node.type === 'html') return /^<br\s*\/?>$/i.test(node.value) ? '\n' : node.value
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? ''
  if ('children' in node) return readText(node.children as PhrasingContent[])
  return 'value' in node ? node.value : ''
}

/** What may stand between Dutch and English: the exact dash of the writer first, then what people type. */
const separators = [new RegExp(`${dash}$`), /\n$/, /\s*[—–-]\s*$/, /^\s*$/]

/**
 * Reads Dutch with English in emphasis after it, behind a dash or on a line of its own. Emphasis anywhere else is
 * only emphasis.
 */
export function readLabel(nodes: readonly PhrasingContent[]): Label {
  const last = nodes.at(-1)
  const before = nodes.at(-2)
  if (last?.type !== 'emphasis') return labelOf(readText(nodes), '')
  const english = readText(last.children)
  if (before === undefined) return labelOf('', english)
  if (before.type === 'break') return labelOf(readText(nodes.slice(0, -2)), english)
  if (before.type !== 'text') return labelOf(readText(nodes), '')
  const separator = separators.find(each => each.test(before.value))
  if (separator === undefined) return labelOf(readText(nodes), '')
  const kept = { ...before, value: before.value.replace(separator, '') }
  return labelOf(readText([...nodes.slice(0, -2), kept]), english)
}

/** A name at the start of a list item, in bold or emphasis, and the nodes after it. */
export interface ReadName {
  readonly label: Label
  readonly rest: readonly PhrasingContent[]
}

/** Reads the name that a list item begins with; `null` where it begins with plain text. */
export function readName(nodes: readonly PhrasingContent[]): ReadName | null {
  const [first, second, third] = nodes
  if (first?.type === 'emphasis')
    return { label: labelOf('', readText(first.children)), rest: afterName(nodes.slice(1)) }
  if (first?.type !== 'strong') return null
  const dutch = readText(first.children)
  const joined = second?.type === 'text' && /^\s*[—–-]?\s*$/.test(second.value) && third?.type === 'emphasis'
  // Emphasis on the next line is the English of the definition, not of the name.
  if (!joined || second.value === '\n') return { label: labelOf(dutch, ''), rest: afterName(nodes.slice(1)) }
  return { label: labelOf(dutch, readText(third.children)), rest: afterName(nodes.slice(3)) }
}

/** What follows a name in the same paragraph, without the colon or line end that sets it off. */
function afterName(nodes: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const [first, ...more] = nodes
  if (first?.type === 'break') return more
  if (first?.type !== 'text') return nodes
  const value = first.value.replace(/^\s*:?\s*/, '')
  return value === '' ? more : [{ ...first, value }, ...more]
}

function labelOf(nl: string, en: string): Label {
  return { ...(nl === '' ? {} : { nl }), ...(en === '' ? {} : { en }) }
}
