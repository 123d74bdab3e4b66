/** Positions put together by a key: those of key `k` are `items` from `starts[k]` up to `starts[k + 1]`, in order. */
export interface Groups {
  readonly starts: Uint32Array
  readonly items: Uint32Array
}

/**
 * Groups positions by a key in linear time (counting sort); a position with the key -1 is left out.
 *
 * @param keys a key per position, from 0 up to `size`
 * @param size how many keys there are
 * @param order the positions to group, in the order that they shall have within a group; all of them if absent
 */
export function groupByKey(keys: Int32Array, size: number, order?: Uint32Array): Groups {
  const starts = new Uint32Array(size + 1)
  const n = order?.length ?? keys.length
  let kept = 0
  for (let i = 0; i < n; i++) {
    const key = keys[order === undefined ? i : order[i]!]!
    if (key < 0) continue
    starts[key + 1]!++
    kept++
  }
  for (let key = 0; key < size; key++) starts[key + 1]! += starts[key]!
  const next = starts.slice(0, size)
  const items = new Uint32Array(kept)
  for (let i = 0; i < n; i++) {
    const at = order === undefined ? i : order[i]!
    const key = keys[at]!
    if (key >= 0) items[next[key]!++] = at
  }
  return { starts, items }
}

/** The positions of one key. */
export function groupOf(groups: Groups, key: number): Uint32Array {
  return groups.items.subarray(groups.starts[key]!, groups.starts[key + 1]!)
}
