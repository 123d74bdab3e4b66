import type { Study } from '@codeerbank/core'

/** Codings in columns, sorted by source and then by start: what a floor for overlaps walks over. */
export interface SpanColumns {
  readonly source: Int32Array
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
  rows.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const column = (at: 0 | 1 | 2 | 3 | 4) => Int32Array.from(rows, row => row[at])
  return {
    source: column(0),
    start: column(1),
    end: column(2),
    code: column(3),
    coder: column(4),
    codes: study.codes.length,
  }
}

/** Pairs of codings by one coder that share text, by their codes: the least that a co-occurrence table needs. */
export function floorOverlaps({ source, start, end, code, coder, codes }: SpanColumns): Float64Array {
  const pairs = new Float64Array(codes * codes)
  for (let i = 0; i < start.length; i++)
    for (let j = i + 1; j < start.length && source[j] === source[i] && start[j]! < end[i]!; j++)
      if (coder[i] === coder[j] && code[i] !== code[j])
        pairs[Math.min(code[i]!, code[j]!) * codes + Math.max(code[i]!, code[j]!)]!++
  return pairs
}

/** Two coders' units as columns of edges. */
export interface EdgeColumns {
  readonly at: Float64Array
  readonly step: Int8Array
  readonly coder: Uint8Array
}

/** The length on which just one of two coders marked text, from edges in order: one pass. */
export function floorMarked({ at, step, coder }: EdgeColumns): number {
  const order = new Uint32Array(at.length)
  for (let i = 0; i < order.length; i++) order[i] = i
  order.sort((a, b) => at[a]! - at[b]!)
  const open = [0, 0]
  let from = 0
  let different = 0
  for (let i = 0; i < order.length; i++) {
    const edge = order[i]!
    if (open[0]! > 0 !== open[1]! > 0) different += at[edge]! - from
    from = at[edge]!
    open[coder[edge]!]! += step[edge]!
  }
  return different
}
