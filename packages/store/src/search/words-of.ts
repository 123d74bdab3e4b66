import type { Span } from '@codeerbank/core'

/** A word of a text: where it stands, and how it is compared, in lower case and without accents. */
export interface Word extends Span {
  readonly folded: string
}

/** The words of a text in order: runs of letters, marks, digits and what divides or joins a word unseen (soft hyphens, joiners). */
export function* wordsOf(text: string): Generator<Word> {
  for (let start = wordStart(text, 0); start !== -1; ) {
    const end = wordEnd(text, start)
    const folded = foldWord(text.slice(start, end))
    if (folded !== '') yield { start, end, folded }
    start = wordStart(text, end)
  }
}

/** Where the first word at or after a place begins, between two words; -1 where there is none. */
export function wordStart(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const what = known[text.charCodeAt(at)]!
    if (what === 1 || (what !== 2 && wordUnits(text, at) > 0)) return at
  }
  return -1
}

/** Where the word that begins at a place ends. */
export function wordEnd(text: string, start: number): number {
  for (let at = start; at < text.length; ) {
    const what = known[text.charCodeAt(at)]!
    const units = what === 1 ? 1 : what === 2 ? 0 : wordUnits(text, at)
    if (units === 0) return at
    at += units
  }
  return text.length
}

const inWord = /^(?:[\p{L}\p{M}\p{N}]|\u00ad|\u200c|\u200d|\u2060)$/u

/** What is known of each UTF-16 unit: 0 for nothing yet, 1 for part of a word, 2 for none, 3 for half a character. */
const known = new Uint8Array(0x10000)

/** How many UTF-16 units the character at a place has, if it is part of a word; 0 where not, and past the end. */
function wordUnits(text: string, at: number): number {
  if (at >= text.length) return 0
  const unit = text.charCodeAt(at)
  let what = known[unit]!
  if (what === 0) {
    what = unit >= 0xd800 && unit <= 0xdbff ? 3 : inWord.test(String.fromCharCode(unit)) ? 1 : 2
    known[unit] = what
  }
  if (what !== 3) return what === 1 ? 1 : 0
  const character = String.fromCodePoint(text.codePointAt(at)!)
  return inWord.test(character) ? character.length : 0
}

/** How many folded words are remembered: more than a language has, so that each is folded once. */
const mostRemembered = 500_000
const remembered = new Map<string, string>()

/** A word as it is compared, the same in every locale: "Één" and "een" are one. */
export function foldWord(word: string): string {
  const before = remembered.get(word)
  if (before !== undefined) return before
  const folded = word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\P{L}+/gu, kept => kept.replace(/\P{N}+/gu, ''))
  if (word.length <= 40) {
    if (remembered.size >= mostRemembered) remembered.clear()
    remembered.set(word, folded)
  }
  return folded
}
