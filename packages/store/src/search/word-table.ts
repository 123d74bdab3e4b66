import { wordEnd, wordStart } from './words-of.ts'

/** Numbers the words of texts as they stand there, so that each different word is a string once, in however many texts. */
export interface WordTable {
  /** The different words so far; the number of a word is its place. */
  readonly words: readonly string[]
  /** Gives the words of a text in order, each with its number and where it stands. */
  each(text: string, visit: (word: number, start: number, end: number) => void): void
}

/** A table with open addressing; words are known by a hash that nobody who writes a text can foresee. */
export function wordTable(): WordTable {
  const words: string[] = []
  const hashes: number[] = []
  const multiplier = Math.floor(Math.random() * 2 ** 30) * 4 + 5
  let slots = new Int32Array(1024)

  function numberOf(text: string, start: number, end: number, hash: number): number {
    const mask = slots.length - 1
    let slot = hash & mask
    for (let found = slots[slot]!; found !== 0; found = slots[slot]!) {
      if (hashes[found - 1] === hash && isAt(words[found - 1]!, text, start, end)) return found - 1
      slot = (slot + 1) & mask
    }
    words.push(text.slice(start, end))
    hashes.push(hash)
    slots[slot] = words.length
    if (words.length * 2 > slots.length) grow()
    return words.length - 1
  }

  function grow(): void {
    slots = new Int32Array(slots.length * 2)
    const mask = slots.length - 1
    for (const [number, hash] of hashes.entries()) {
      let slot = hash & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = number + 1
    }
  }

  return {
    words,
    each(text, visit) {
      for (let start = wordStart(text, 0); start !== -1; ) {
        const end = wordEnd(text, start)
        let hash = 0
        for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), multiplier)
        // The lower bits of a product tell least.
        hash = Math.imul(hash ^ (hash >>> 15), multiplier)
        visit(numberOf(text, start, end, hash ^ (hash >>> 16)), start, end)
        start = wordStart(text, end)
      }
    },
  }
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false
  return true
}
