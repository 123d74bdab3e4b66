import type { Code } from '@codeerbank/core'
import { placeInFile } from './place-in-file.ts'
import { preorder } from './preorder.ts'
import { slug } from './slug.ts'
import { typedText } from './typed-text.ts'

/**
 * Says which codes of a second codebook are which of a first. A code goes by the id that it has. Where a file gives none, it goes by its name
 * under the code that it lies under, and so does one with a GUID that the first does not have, which another program gave it; else by its level and definition, where these are of one code only; else by its name, where
 * that is of one code only; else by the id that a file would give it. Ids that were made of names do not count before that: of two
 * codes of one name the first in the file gets the plain one.
 *
 * @returns for every code of the second, by its id there, the id that it has in the first, or gets if it is new
 */
export function matchCodes(before: readonly Code[], after: readonly Code[]): ReadonlyMap<string, string> {
  const old = new Map(before.map(code => [code.id, code]))
  const matched = new Map<string, string>()
  const left = new Map(old)
  const placed = preorder(after).map(({ code }) => code)
  const match = (code: Code, id: string) => {
    matched.set(code.id, id)
    left.delete(id)
  }
  for (const code of placed) if (!isMade(code) && old.has(code.id)) match(code, code.id)
  const children = Map.groupBy(before, ({ parent, label }) => nameKey(parent, label))
  byPlace()
  byUnique(({ level, definition }) =>
    definition === undefined
      ? undefined
      : JSON.stringify([level, typed(definition.nl), typed(definition.en)]),
  )
  byPlace()
  byUnique(code => (isMade(code) || left.has(code.id) ? nameOf(code.label) : undefined))
  for (const code of placed)
    if (isOpen(code) && left.has(code.id) && nameOf(left.get(code.id)!.label) !== nameOf(code.label))
      match(code, code.id)
  byPlace()
  nameNew()
  return matched

  function isOpen(code: Code): boolean {
    return !matched.has(code.id) && (isMade(code) || isForeign(code))
  }

  function isForeign({ id }: Code): boolean {
    return !old.has(id) && guid.test(id)
  }

  /** From the top down, so that a code whose parent has another name is known by that parent. */
  function byPlace(): void {
    for (const code of placed) {
      if (!isOpen(code)) continue
      const parent = code.parent === null ? null : matched.get(code.parent)
      if (parent === undefined) continue
      const found = (children.get(nameKey(parent, code.label)) ?? []).filter(({ id }) => left.has(id))
      const alike = found.filter(each => (each.retired === true) === (code.retired === true))
      const known = (alike.length > 0 ? alike : found).find(
        ({ id }, _, all) => id === code.id || all.length === 1,
      )
      const one = known ?? alike[0] ?? found[0]
      if (one !== undefined) match(code, one.id)
    }
  }

  /** By what is of one code only on both sides; what is in use is none that is out of use. */
  function byUnique(keyOf: (code: Code) => string | undefined): void {
    const open = placed.filter(code => placeInFile(code)?.id !== 'given' && !matched.has(code.id))
    const given = Map.groupBy(open, keyOf)
    const there = Map.groupBy(left.values(), keyOf)
    for (const [key, codes] of given) {
      if (key === undefined || codes.length !== 1) continue
      const code = codes[0]!
      const found = (there.get(key) ?? []).filter(each => code.retired === true || each.retired !== true)
      if (found.length === 1) match(code, found[0]!.id)
    }
  }

  /** A code that is new keeps its id where that is free. */
  function nameNew(): void {
    const taken = new Set([...old.keys(), ...after.map(({ id }) => id)])
    for (const { id } of placed) {
      if (matched.has(id)) continue
      let free = id
      for (let number = 2; old.has(free) || (free !== id && taken.has(free)); number++)
        free = `${id}-${number}`
      taken.add(free)
      matched.set(id, free)
    }
  }
}

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether the id of a code was made of its name, since its file gives none. */
function isMade(code: Code): boolean {
  return placeInFile(code)?.id === 'made'
}

function nameKey(parent: string | null, label: Code['label']): string {
  return JSON.stringify([parent, nameOf(label)])
}

/** A name as far as it tells codes apart. */
export function nameOf({ nl, en }: Code['label']): string {
  return slug(nl ?? en ?? '')
}

function typed(text: string | undefined): string {
  return text === undefined ? '' : typedText(text)
}
