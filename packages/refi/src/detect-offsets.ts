import { type OffsetEncoding, offsetEncodings, offsetReader, standardOffsets } from './offset-encoding.ts'
import type { ProjectText } from './project-text.ts'
import type { RawSelection } from './raw-project.ts'
import { plainSpace, withoutSpace, wordsOfName } from './selection-name.ts'

/** How the positions of a project turned out to be meant. */
export interface DetectedOffsets extends OffsetEncoding {
  /** The share of the selections looked at that fit: 0 to 1, and 1 where there was none to look at. */
  readonly score: number
  /** How many selections were looked at. */
  readonly checked: number
  /** How many of them have other words in another reading that fits as well, where the program is none that is known. */
  readonly undecided: number
  /** What the program named in `origin` was expected to do. */
  readonly expected: OffsetEncoding
}

/** A text with the selections that a project has on it. */
export interface SelectedText {
  readonly text: ProjectText
  readonly selections: readonly RawSelection[]
}

/** How many selections are looked at, where texts tell the ways of counting apart and where they do not. */
const telling = 4000
const others = 1000
/** By how many points another reading must beat the expected one: one name, or the borders of two selections. */
const margin = 3

/** Programs whose way of counting is known: where nothing speaks against it, it is no guess. */
const knownPrograms = /nvivo|atlas|codeerbank/i

/** This library: what it wrote stands where it was. */
export const ownProgram = /codeerbank/i

/** What a program is known to do. */
function expectedOf(origin: string): OffsetEncoding {
  if (/nvivo/i.test(origin)) return { ...standardOffsets, unit: 'utf-16' }
  if (/atlas/i.test(origin)) return { ...standardOffsets, lineEnd: 'one' }
  return standardOffsets
}

/**
 * Finds out how a project counts: every reading is held against the selections that carry their words as a name, and against
 * the borders of words, over the whole project.
 *
 * @param origin the program that a project names, for a first guess, which holds where nothing speaks against it
 * @param tried the readings; that of the program named is among them
 */
export function detectOffsets(
  texts: readonly SelectedText[],
  origin: string,
  tried: readonly OffsetEncoding[] = offsetEncodings,
): DetectedOffsets {
  const expected = expectedOf(origin)
  const looked = sample(texts)
  const points = tried.map(() => 0)
  const fits = tried.map((): boolean[] => [])
  for (const { text, selection } of looked) {
    const evidence = tried.map(encoding => evidenceOf(text, selection, encoding))
    const named = evidence.some(({ name }) => name > 0)
    evidence.forEach(({ name, borders, whole }, i) => {
      points[i]! += name + borders
      fits[i]!.push(named ? name > 0 : whole)
    })
  }
  const first = tried.findIndex(each => same(each, expected))
  let best = first
  tried.forEach((_, i) => {
    if (points[i]! > points[best]! && points[i]! >= points[first]! + margin) best = i
  })
  const fitting = fits[best]!.filter(Boolean).length
  return {
    ...tried[best]!,
    score: looked.length === 0 ? 1 : fitting / looked.length,
    checked: looked.length,
    undecided: knownPrograms.test(origin) ? 0 : undecidedOf(looked, tried, best, points),
    expected,
  }
}

type Looked = ReturnType<typeof sample>

/** How many selections a reading with as many points as the one chosen gives other words; the most that any gives. */
function undecidedOf(
  looked: Looked,
  tried: readonly OffsetEncoding[],
  best: number,
  points: readonly number[],
): number {
  const rivals = tried.filter((_, i) => i !== best && points[i]! >= points[best]!)
  const counts = rivals.map(
    rival =>
      looked.filter(({ text, selection: { start, end } }) => {
        const [chosen, other] = [tried[best]!, rival].map(each => readerOf(text, each)(start, end))
        return chosen?.start !== other?.start || chosen?.end !== other?.end
      }).length,
  )
  return Math.max(0, ...counts)
}

function same(a: OffsetEncoding, b: OffsetEncoding): boolean {
  return a.unit === b.unit && a.lineEnd === b.lineEnd && a.bom === b.bom && a.end === b.end
}

function sample(texts: readonly SelectedText[]) {
  const pool = (wanted: boolean) =>
    texts
      .filter(
        ({ text }) => text.text !== '' && (text.bom || text.pairs.length + text.astral.length > 0) === wanted,
      )
      .flatMap(({ text, selections }) =>
        selections
          .filter(({ synced, words }) => synced !== true && words === undefined)
          .map(selection => ({ text, selection })),
      )
  return [...spread(pool(true), telling), ...spread(pool(false), others)]
}

/** The golden section: its multiples fall everywhere between whole numbers, and never in step. */
const golden = (Math.sqrt(5) - 1) / 2

/** So many of a list, one of each of as many stretches of it, not always the first: what comes every hundredth time would be all that is seen. */
export function spread<T>(items: readonly T[], count: number): readonly T[] {
  if (items.length <= count) return items
  return Array.from({ length: count }, (_, i) => {
    const within = (i * golden) % 1
    return items[Math.floor(((i + within) * items.length) / count)]!
  })
}

const readers = new WeakMap<ProjectText, Map<OffsetEncoding, ReturnType<typeof offsetReader>>>()

function readerOf(text: ProjectText, encoding: OffsetEncoding) {
  const known = readers.get(text) ?? new Map()
  readers.set(text, known)
  const reader = known.get(encoding) ?? offsetReader(text, encoding)
  known.set(encoding, reader)
  return reader
}

/** What speaks for a reading: 4 points for the very words of the name, 3 for their beginning; 1 for each border of a word. */
function evidenceOf(text: ProjectText, { start, end, name }: RawSelection, encoding: OffsetEncoding) {
  const span = readerOf(text, encoding)(start, end)
  if (span === null) return { name: -1, borders: 0, whole: false }
  const quote = text.text.slice(span.start, span.end)
  return {
    name: nameEvidence(quote, name),
    borders: Number(beginsWord(text.text, span.start)) + Number(endsWord(text.text, span.end)),
    // People take in a space or a line end, but seldom half a word.
    whole: !cutsWord(text.text, span.start) && !cutsWord(text.text, span.end),
  }
}

/** Whether a quote is what a selection's name says: 4 where it is, 3 where it begins so, 0 where not. */
export function nameEvidence(quote: string, name: string): number {
  if (name === '') return 0
  if (quote === name && name.length > 1 && name === name.trim()) return 4
  const { words, cut } = wordsOfName(name)
  const plain = plainSpace(quote)
  // A single letter begins many a word.
  if (words === '' || (words.length === 1 && (cut || plain !== words))) return 0
  // Some programs put a space for a line end, some put nothing.
  if (!plain.startsWith(words))
    return words.length > 1 && plain[0] === words[0] && withoutSpace(plain).startsWith(withoutSpace(words))
      ? 3
      : 0
  if (cut) return 3
  // A trailing space would be taken in without being seen in the name.
  return plain === words && quote === quote.trim() ? 4 : 3
}

/** A letter of a word; scripts that put no spaces between words have no borders to look at. */
const letter =
  /(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])[\p{L}\p{N}\p{M}]/u

/** Whether a place is between two letters of a word. */
export function cutsWord(text: string, at: number): boolean {
  return letter.test(text.charAt(at - 1)) && letter.test(text.charAt(at))
}

export function beginsWord(text: string, at: number): boolean {
  const first = text.charAt(at)
  return first.trim() !== '' && !(letter.test(first) && letter.test(text.charAt(at - 1)))
}

export function endsWord(text: string, at: number): boolean {
  const last = text.charAt(at - 1)
  return last.trim() !== '' && !(letter.test(last) && letter.test(text.charAt(at)))
}
