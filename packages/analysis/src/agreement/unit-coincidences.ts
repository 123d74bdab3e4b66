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

/** Stands for text that a coder did not mark. */
export const gap = '\u0000'

/** Lengths of text by what two coders say of it. */
export interface Coincidences {
  /** By two values: the length on which one coder says the one and another the other, over the number of others. */
  readonly pairs: Map<string, number>
  /** By value: all that was given it, by any coder. */
  readonly lengths: Map<string, number>
  /** By value: the squares of the lengths of its units; for gaps their lengths. */
  readonly unitSquares: Map<string, number>
  /** By value: the squares of the lengths of its units as far as others marked their text. */
  readonly pairableSquares: Map<string, number>
  readonly coders: number
}

/** A coder on the way through a document: what they say here, since where, and how much of that others marked too. */
interface Walker {
  readonly coder: number
  readonly open: Map<string, number>
  value: string
  since: number
  pairable: number
}

/**
 * Walks over the edges of all units of each document: between two edges every coder says the same throughout, so that the
 * time depends on the units and not on the length of the text. Where units of one coder overlap, what they say is all of
 * the open values together.
 *
 * @throws RangeError for a unit that does not lie in its document
 */
export function unitCoincidences(documents: readonly MarkedContinuum[]): Coincidences {
  const counts: Coincidences & { coders: number } = {
    pairs: new Map(),
    lengths: new Map(),
    unitSquares: new Map(),
    pairableSquares: new Map(),
    coders: 0,
  }
  const active = new Set<number>()
  for (const { length, coders } of documents) {
    const walkers: Walker[] = coders.flatMap((units, coder) =>
      units === null ? [] : [{ coder, open: new Map(), value: gap, since: 0, pairable: 0 }],
    )
    if (walkers.length < 2) continue
    for (const { coder } of walkers) active.add(coder)
    walk(length, walkers, coders, counts)
  }
  counts.coders = active.size
  return counts
}

function walk(
  length: number,
  walkers: readonly Walker[],
  coders: MarkedContinuum['coders'],
  counts: Coincidences,
): void {
  const units = walkers.flatMap((walker, w) => coders[walker.coder]!.map(unit => ({ unit, w })))
  for (const { unit } of units)
    if (!(unit.start >= 0 && unit.start < unit.end && unit.end <= length))
      throw new RangeError(
        `A unit from ${unit.start} to ${unit.end} does not lie in a document of ${length}.`,
      )
  const order = edgesInOrder(units.map(({ unit }) => unit))
  const touched = new Set<number>()
  let from = 0
  for (let e = 0; e < order.length; ) {
    const to = edgeAt(order[e]!)
    if (to > from) note(walkers, to - from, counts)
    from = to
    touched.clear()
    for (; e < order.length && edgeAt(order[e]!) === to; e++) {
      const edge = order[e]!
      const { unit, w } = units[edge >> 1]!
      const { open } = walkers[w]!
      const now = (open.get(unit.value) ?? 0) + ((edge & 1) === 0 ? 1 : -1)
      if (now === 0) open.delete(unit.value)
      else open.set(unit.value, now)
      touched.add(w)
    }
    for (const w of touched) turn(walkers[w]!, to, counts)
  }
  if (length > from) note(walkers, length - from, counts)
  for (const walker of walkers) turn(walker, length, counts)

  function edgeAt(edge: number): number {
    const { unit } = units[edge >> 1]!
    return (edge & 1) === 0 ? unit.start : unit.end
  }
}

/**
 * The edges of units in order: `2 * i` is the start of unit `i` and `2 * i + 1` its end, ends before starts at the same
 * offset. Numbers alone are sorted, each offset with its edge in the lower part, as long as that is exact.
 */
function edgesInOrder(units: readonly MarkedUnit[]): Uint32Array {
  const n = units.length * 2
  const keys = new Float64Array(n)
  const largest = units.reduce((most, { end }) => Math.max(most, end), 0)
  if ((largest * 2 + 2) * n > Number.MAX_SAFE_INTEGER)
    throw new RangeError('The documents are too long, and have too many units, to be compared.')
  units.forEach(({ start, end }, i) => {
    keys[2 * i] = (start * 2 + 1) * n + 2 * i
    keys[2 * i + 1] = end * 2 * n + 2 * i + 1
  })
  keys.sort()
  return Uint32Array.from(keys, key => key % n)
}

/** Counts a stretch on which nobody changes what they say. */
function note(walkers: readonly Walker[], stretch: number, { pairs, lengths }: Coincidences): void {
  const others = walkers.length - 1
  const marked = walkers.filter(walker => walker.value !== gap).length
  for (const one of walkers) {
    add(lengths, one.value, stretch)
    if (one.value !== gap) one.pairable += (stretch * (marked - 1)) / others
    for (const other of walkers)
      if (other !== one) add(pairs, `${one.value}\u0002${other.value}`, stretch / others)
  }
}

/** Ends what a coder said until here, and begins what they say from here. */
function turn(walker: Walker, at: number, { unitSquares, pairableSquares }: Coincidences): void {
  const length = at - walker.since
  if (walker.value === gap) add(unitSquares, gap, length)
  else {
    add(unitSquares, walker.value, length * length)
    add(pairableSquares, walker.value, walker.pairable * walker.pairable)
  }
  walker.value = walker.open.size === 0 ? gap : [...walker.open.keys()].sort().join('\u0001')
  walker.since = at
  walker.pairable = 0
}

function add(sums: Map<string, number>, key: string, length: number): void {
  sums.set(key, (sums.get(key) ?? 0) + length)
}
