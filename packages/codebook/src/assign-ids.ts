import type { Label } from '@codeerbank/core'
import { slug } from './slug.ts'

/** What an id is made of: the label, what it lies under, and the id that the file gives it, if any. */
export interface Unnamed {
  readonly label: Label
  /** The position of what it lies under in the same list, which stands earlier; `null` at the top. */
  readonly parent: number | null
  readonly id?: string
}

const longest = 200

/**
 * Gives every item an id: the one that it states; else the slug of its label; where that is taken, the parent's id,
 * `/` and the slug; where that is taken too, the slug with a number. The first to come keeps the plain slug, so that
 * adding codes behind others changes no id.
 */
export function assignIds(items: readonly Unnamed[]): readonly string[] {
  const taken = new Set<string>()
  for (const { id } of items) if (id !== undefined) taken.add(id)
  const numbers = new Map<string, number>()
  const ids: string[] = []
  for (const { label, parent, id } of items) {
    const given = id ?? free(slug(label.nl ?? label.en ?? ''), parent === null ? undefined : ids[parent])
    taken.add(given)
    ids.push(given)
  }
  return ids

  function free(plain: string, above: string | undefined): string {
    if (!taken.has(plain)) return plain
    const under = `${above ?? ''}/${plain}`
    if (above !== undefined && under.length <= longest && !taken.has(under)) return under
    let number = numbers.get(plain) ?? 2
    while (taken.has(`${plain}-${number}`)) number++
    numbers.set(plain, number + 1)
    return `${plain}-${number}`
  }
}
