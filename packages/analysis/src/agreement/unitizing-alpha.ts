import type { Agreement } from './reliability-table.ts'
import { undefinedAgreement } from './reliability-table.ts'

/** A unit that a coder marked in a continuum: half-open offsets, and what it was marked as. */
export interface MarkedUnit {
  readonly start: number
  readonly end: number
  readonly value: string
}

/** One document: its length, and the units of each coder, in the order of the coders; `null` for one who did not read it. */
export interface MarkedContinuum {
  readonly length: number
  readonly coders: readonly (readonly MarkedUnit[] | null)[]
}

/** Lengths of text by what a coder says of it; `null` is unmarked. Units of one coder that overlap are several at once. */
interface Coincidences {
  /** Key of two values: the length on which one coder says the one and another the other. */
  readonly pairs: Map<string, number>
  /** The length of each value over all coders who are compared. */
  readonly margins: Map<string, number>
  readonly coders: number
}

const gap = '\u0000'

/**
 * Krippendorff's binary alpha of unitizing: agreement on which text is marked at all, whatever as. A character is a
 * unit of analysis, counted by lengths and never one by one; documents are apart, so that what lies in one never
 * meets what lies in another.
 *
 * alpha = 1 - Do / De, Do the share of compared character pairs on which one coder marked and another did not, De that
 * share in pairs drawn from all characters.
 *
 * Source: K. Krippendorff, Y. Mathet, S. Bouvry and A. Widlöcher (2016), On the reliability of unitizing textual
 * continua, Quality & Quantity 50 (the binary coefficient).
 */
export function binaryUnitizingAlpha(documents: readonly MarkedContinuum[]): Agreement {
  return alphaOfLengths(
    coincidences(documents, value => (value === gap ? gap : 'marked')),
    true,
  )
}

/**
 * Krippendorff's cu-alpha: agreement on what text was marked as, on the text that both coders of a pair marked.
 *
 * Source: as `binaryUnitizingAlpha` (the coding coefficient).
 */
export function codingUnitizingAlpha(documents: readonly MarkedContinuum[]): Agreement {
  return alphaOfLengths(
    coincidences(documents, value => value),
    false,
  )
}

/**
 * Nominal alpha of all text, unmarked text being a value of its own: agreement on where and as what, at once.
 *
 * Source: as `binaryUnitizingAlpha`; each character is taken as a unit of its own.
 */
export function unitizingAlpha(documents: readonly MarkedContinuum[]): Agreement {
  return alphaOfLengths(
    coincidences(documents, value => value),
    true,
  )
}

/** Agreement on one value against all else: binary alpha of the units with that value. */
export function unitizingAlphaOf(documents: readonly MarkedContinuum[], value: string): Agreement {
  const only = documents.map(document => ({
    ...document,
    coders: document.coders.map(units => units?.filter(unit => unit.value === value) ?? null),
  }))
  return binaryUnitizingAlpha(only)
}

/** Walks over the edges of all units of a document: between two edges every coder says the same throughout. */
function coincidences(documents: readonly MarkedContinuum[], name: (value: string) => string): Coincidences {
  const pairs = new Map<string, number>()
  const margins = new Map<string, number>()
  const active = new Set<number>()
  for (const { length, coders } of documents) {
    const read = coders.flatMap((units, coder) => (units === null ? [] : [{ units, coder }]))
    if (read.length < 2) continue
    for (const { coder } of read) active.add(coder)
    const edges = read.flatMap(({ units, coder }) =>
      units.flatMap(({ start, end, value }) => {
        if (!(start >= 0 && start < end && end <= length))
          throw new RangeError(`A unit from ${start} to ${end} does not lie in a document of ${length}.`)
        return [
          { at: start, coder, value, step: 1 },
          { at: end, coder, value, step: -1 },
        ]
      }),
    )
    edges.sort((a, b) => a.at - b.at || a.step - b.step)
    const open = new Map(read.map(({ coder }) => [coder, new Map<string, number>()]))
    let from = 0
    for (let e = 0; e <= edges.length; ) {
      const to = edges[e]?.at ?? length
      if (to > from) note(to - from)
      from = to
      if (e === edges.length) break
      for (; e < edges.length && edges[e]!.at === to; e++) {
        const { coder, value, step } = edges[e]!
        const values = open.get(coder)!
        const now = (values.get(value) ?? 0) + step
        if (now === 0) values.delete(value)
        else values.set(value, now)
      }
    }

    function note(stretch: number): void {
      const said = read.map(({ coder }) => {
        const values = [...new Set([...open.get(coder)!.keys()].map(name))].sort()
        return values.length === 0 ? name(gap) : values.join('\u0001')
      })
      const weight = stretch / (said.length - 1)
      for (const value of said) margins.set(value, (margins.get(value) ?? 0) + stretch)
      for (let i = 0; i < said.length; i++)
        for (let j = 0; j < said.length; j++) {
          if (i === j) continue
          const key = `${said[i]}\u0002${said[j]}`
          pairs.set(key, (pairs.get(key) ?? 0) + weight)
        }
    }
  }
  return { pairs, margins, coders: active.size }
}

/** Nominal alpha of lengths; without gaps only pairs count in which both are marked. */
function alphaOfLengths({ pairs, margins, coders }: Coincidences, withGaps: boolean): Agreement {
  let total = 0
  let different = 0
  const own = new Map<string, number>()
  for (const [key, length] of pairs) {
    const [a, b] = key.split('\u0002') as [string, string]
    if (!withGaps && (a === gap || b === gap)) continue
    total += length
    if (a !== b) different += length
    own.set(a, (own.get(a) ?? 0) + length)
  }
  if (coders < 2) return undefinedAgreement(coders, 0, 'fewer than two coders')
  if (total === 0) return undefinedAgreement(coders, 0, 'no unit rated by two coders')
  const sums = withGaps ? margins : own
  const n = [...sums.values()].reduce((a, b) => a + b, 0)
  let expected = 0
  for (const length of sums.values()) expected += length * (n - length)
  expected /= n * (n - 1)
  if (expected <= 0) return undefinedAgreement(coders, total, 'no variation')
  const observed = different / total
  return { value: 1 - observed / expected, coders, units: total / 2, observed, expected }
}
