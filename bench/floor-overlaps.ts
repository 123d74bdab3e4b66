import type { Study } from '@codeerbank/core'

/** Codings in columns, by source: what a floor for overlaps walks over. */
export interface SpanColumns {
  /** The codings of source `s` are `bySource[s]` up to `bySource[s + 1]`. */
  readonly bySource: Uint32Array
  readonly start: Int32Array
  readonly end: Int32Array
  readonly code: Int32Array
  readonly coder: Int32Array
  readonly codes: number
}

export function spanColumns(study: Study): SpanColumns {
  const place = (list: readonly { readonly id: string }[]) => new Map(list.map(({ id }, i) => [id, i]))
  const [sources, codes, coders] = [place(study.sources), place(study.codes), place(study.coders)]
  const segments = new Map(study.segments.map(segment => [segment.id, segment]))
  const rows = study.codings.map(({ segment, code, coder }) => {
    const { source, start, end } = segments.get(segment)!
    return [sources.get(source)!, start, end, codes.get(code)!, coders.get(coder)!] as const
  })
  rows.sort((a, b) => a[0] - b[0])
  const bySource = new Uint32Array(study.sources.length + 1)
  for (const [source] of rows) bySource[source + 1]!++
  for (let s = 0; s < study.sources.length; s++) bySource[s + 1]! += bySource[s]!
  const column = (at: 1 | 2 | 3 | 4) => Int32Array.from(rows, row => row[at])
  return {
    bySource,
    start: column(1),
    end: column(2),
    code: column(3),
    coder: column(4),
    codes: study.codes.length,
  }
}

/** Positions from `from` up to `to`, in order of a column: numbers sorted with the position in their lower part. */
function ordered(column: Int32Array, from: number, to: number): Uint32Array {
  const n = to - from
  const keys = new Float64Array(n)
  for (let i = 0; i < n; i++) keys[i] = column[from + i]! * n + i
  keys.sort()
  return Uint32Array.from(keys, key => from + (key % n))
}

/**
 * What a co-occurrence table needs at least, of codings by one coder: pairs that share text, and the text that both cover.
 * Each source is sorted by starts and by ends and walked over once.
 */
export function floorOverlaps(columns: SpanColumns): {
  readonly pairs: Float64Array
  readonly characters: Float64Array
} {
  const { bySource, start, end, code, coder, codes } = columns
  const pairs = new Float64Array(codes * codes)
  const characters = new Float64Array(codes * codes)
  const active: number[] = []
  for (let source = 0; source + 1 < bySource.length; source++) {
    const byStart = ordered(start, bySource[source]!, bySource[source + 1]!)
    const byEnd = ordered(end, bySource[source]!, bySource[source + 1]!)
    let here = 0
    for (let s = 0, e = 0; e < byEnd.length; ) {
      const opens = s < byStart.length ? start[byStart[s]!]! : Number.POSITIVE_INFINITY
      const closes = end[byEnd[e]!]!
      const next = Math.min(opens, closes)
      if (next > here)
        for (let i = 0; i < active.length; i++)
          for (let j = i + 1; j < active.length; j++) {
            const [a, b] = [active[i]!, active[j]!]
            if (coder[a] === coder[b]) characters[code[a]! * codes + code[b]!]! += next - here
          }
      here = next
      if (closes <= opens) active.splice(active.indexOf(byEnd[e++]!), 1)
      else {
        const coding = byStart[s++]!
        for (const other of active)
          if (coder[other] === coder[coding]) pairs[code[other]! * codes + code[coding]!]!++
        active.push(coding)
      }
    }
  }
  return { pairs, characters }
}

/** Two coders' units as columns of edges. */
export interface EdgeColumns {
  readonly at: Float64Array
  readonly step: Int8Array
  readonly coder: Uint8Array
}

/** The length on which just one of two coders marked text, from edges in order: one pass. */
export function floorMarked({ at, step, coder }: EdgeColumns): number {
  const n = at.length
  const order = Float64Array.from(at, (offset, i) => offset * n + i).sort()
  const open = [0, 0]
  let from = 0
  let different = 0
  for (let i = 0; i < n; i++) {
    const edge = order[i]! % n
    if (open[0]! > 0 !== open[1]! > 0) different += at[edge]! - from
    from = at[edge]!
    open[coder[edge]!]! += step[edge]!
  }
  return different
}
