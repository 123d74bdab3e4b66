import { slug } from '@codeerbank/codebook'
import type { Coder } from '@codeerbank/core'
import { foldName } from './code-names.ts'

/** Finds coders by label or id, and makes those that the study does not have yet. */
export interface CoderFinder {
  readonly find: (name: string) => Coder
  /** The coders that were made, in order. */
  readonly made: readonly Coder[]
}

export function coderFinder(coders: readonly Coder[]): CoderFinder {
  const known = new Map<string, Coder>()
  const ids = new Set(coders.map(({ id }) => id))
  for (const coder of coders) if (!known.has(foldName(coder.label))) known.set(foldName(coder.label), coder)
  for (const coder of coders) if (!known.has(foldName(coder.id))) known.set(foldName(coder.id), coder)
  const made: Coder[] = []
  return {
    made,
    find: name => {
      const key = foldName(name)
      const found = known.get(key)
      if (found !== undefined) return found
      const plain = slug(name) === 'code' ? 'coder' : slug(name)
      let id = plain
      for (let number = 2; ids.has(id); number++) id = `${plain}-${number}`
      const coder = { id, label: name.trim() }
      ids.add(id)
      known.set(key, coder)
      made.push(coder)
      return coder
    },
  }
}
