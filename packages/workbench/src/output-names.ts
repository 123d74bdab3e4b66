import { slug } from '@codeerbank/codebook'

/** What every system takes as the name of a file, in any folder, as it is. */
const safe = /^\w(?:[\w.-]*[\w-])?$/

/** Names that Windows keeps to itself. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** A name has at most so many bytes of UTF-8: what stands before and after it must find room within 255. */
const longest = 120

/**
 * Names of files, each another one, also where letters of either case are the same: a text that every system takes as a name
 * is that name; of any other remain its letters and digits.
 *
 * @param wanted what the files are to be called
 * @param taken names that are given already
 * @returns a name for each, in their order
 */
export function outputNames(wanted: readonly string[], taken: readonly string[] = []): readonly string[] {
  const given = new Set(taken.map(name => name.toLowerCase()))
  const names = wanted.map(() => '')
  const give = (text: string, at: number) => {
    const name = nameOf(text)
    let n = 1
    while (given.has(numbered(name, n).toLowerCase())) n++
    names[at] = numbered(name, n)
    given.add(numbered(name, n).toLowerCase())
  }
  // First those that are names by themselves, so that none loses its own to another.
  for (const first of [true, false])
    wanted.forEach((text, at) => {
      if (safe.test(text) === first) give(text, at)
    })
  return names
}

function nameOf(id: string): string {
  const name = within(safe.test(id) ? id : slug(id.toWellFormed()).normalize('NFC'))
  return reserved.test(name) ? `x-${name}` : name
}

function numbered(name: string, n: number): string {
  return n === 1 ? name : `${name}-${n}`
}

function within(name: string): string {
  let kept = ''
  for (const character of name) {
    if (Buffer.byteLength(kept + character) > longest) break
    kept += character
  }
  return kept.replace(/\.+$/, '')
}
