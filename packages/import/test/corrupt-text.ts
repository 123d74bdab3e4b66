import type { Segment } from '@codeerbank/core'

/** What happened to a segment's words: where they stand now, and which share of them was changed. */
export interface Fate {
  readonly start: number
  readonly end: number
  readonly changed: number
}

/** Ways in which a transcript gets corrected. */
export const corruptions = ['typos', 'sentences', 'paragraphs', 'names', 'emoji', 'line ends', 'all'] as const

export type Corruption = (typeof corruptions)[number]

interface Piece {
  /** What stands here now; what stood here, by its place in the old text, if anything did. */
  text: string
  readonly from?: number
  readonly old?: string
}

/**
 * Corrects a text at random, the same way for the same seed, keeping account of every piece of it: so that it is known
 * where the words of each segment went, whatever a program makes of it.
 */
export function corrupted(
  text: string,
  segments: readonly Segment[],
  seed: number,
  kind: Corruption,
): { readonly text: string; readonly fates: readonly Fate[] } {
  const random = mulberry32(seed)
  const below = (n: number) => Math.floor(random() * n)
  const does = (...kinds: readonly Corruption[]) => kind === 'all' || kinds.includes(kind)
  let at = 0
  let paragraphs: Piece[][] = text.split(/(?<=\n\n)/).map(paragraph =>
    (paragraph.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]+/gu) ?? []).map(piece => {
      const from = at
      at += piece.length
      return { text: piece, from, old: piece }
    }),
  )
  const isWord = ({ text: piece }: Piece) => /[\p{L}\p{N}]/u.test(piece)
  const pieces = () => paragraphs.flat()
  if (does('typos')) {
    const words = pieces().filter(isWord)
    for (let i = 0; i < words.length / 60; i++) {
      const word = words[below(words.length)]!
      word.text = word.text.length > 3 ? word.text.slice(0, -2) + word.text.at(-1) : `${word.text}t`
    }
  }
  if (does('names')) {
    const words = pieces()
      .filter(isWord)
      .filter(({ text: piece }) => piece.length > 5)
    const name = words[below(words.length)]?.old
    for (const word of words) if (word.old === name) word.text = 'Xanthippe'
  }
  if (does('emoji'))
    for (let i = 0; i < 4; i++) paragraphs[below(paragraphs.length)]!.push({ text: ' 🙂👩‍🏫 ' })
  if (does('sentences'))
    for (let i = 0; i < 3; i++) {
      const paragraph = paragraphs[below(paragraphs.length)]!
      if (below(2) === 0) paragraph.splice(0, 0, { text: `Dat zei ik toen ook al, keer ${i}. ` })
      else if (paragraphs.length > 4) paragraphs.splice(below(paragraphs.length), 1)
    }
  if (does('paragraphs') && paragraphs.length > 3) {
    const [a, b] = [below(paragraphs.length - 1), below(paragraphs.length - 1)]
    const one = paragraphs[a]!
    paragraphs = paragraphs.with(a, paragraphs[b]!).with(b, one)
  }
  const places: { readonly piece: Piece; readonly start: number }[] = []
  let now = ''
  for (const piece of pieces()) {
    places.push({ piece, start: now.length })
    now += piece.text
  }
  const fates = segments.map((segment): Fate => {
    const own = places.filter(
      ({ piece: { from, old } }) =>
        from !== undefined && from < segment.end && from + old!.length > segment.start,
    )
    const count = (segment.quote.match(/[\p{L}\p{N}]+/gu) ?? []).length
    const words = own.filter(({ piece }) => /[\p{L}\p{N}]/u.test(piece.old!))
    const changed =
      words.filter(({ piece }) => piece.text !== piece.old).length + Math.max(0, count - words.length)
    const start = own[0]?.start ?? 0
    const last = own.at(-1)
    const end = last === undefined ? 0 : last.start + last.piece.text.length
    // Something put between its words changes it too.
    const inside = now.slice(start, end).length - own.reduce((sum, { piece }) => sum + piece.text.length, 0)
    return { start, end, changed: Math.min(1, changed / Math.max(1, count) + (inside > 0 ? 0.05 : 0)) }
  })
  return { text: does('line ends') ? now.replaceAll('\n', '\r\n') : now, fates }
}

/** Tommy Ettinger's mulberry32. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
