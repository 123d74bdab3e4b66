import { type SlotOrder, slotOrder } from './slot-order.ts'

/** Anything that a study keeps in a list. */
export interface Identified {
  readonly id: string
}

/**
 * Positions by id, kept beside the arrays of a study. An array that was made by appending to another shares its map:
 * positions never change, so an entry counts for an array only where it points inside it. That makes a change to a
 * large study cost its own size, not the study's.
 */
const positions = new WeakMap<readonly Identified[], Map<string, number>>()

function positionsOf(items: readonly Identified[]): Map<string, number> {
  const known = positions.get(items)
  if (known !== undefined) return known
  const map = new Map<string, number>()
  for (let i = 0; i < items.length; i++) map.set(items[i]!.id, i)
  positions.set(items, map)
  return map
}

/** Where the item with an id stands in a list of the study, or -1. Constant time after the first call on a list. */
export function positionOf(items: readonly Identified[], id: string): number {
  const at = positionsOf(items).get(id)
  return at !== undefined && items[at]?.id === id ? at : -1
}

/** The item with an id in a list of the study. Constant time after the first call on a list. */
export function byId<T extends Identified>(items: readonly T[], id: string): T | undefined {
  const at = positionOf(items, id)
  return at === -1 ? undefined : items[at]
}

/** A list being changed: the list that it began from stays as it was. */
export interface Draft<T extends Identified> {
  get(id: string): T | undefined
  has(id: string): boolean
  /** Where an item stands in the list, or -1; what stands before it may have been removed. */
  placeOf(id: string): number
  /** Adds an item whose id is not there yet; before another one where `before` names it. */
  add(item: T, before?: string): void
  replace(item: T): void
  remove(id: string): void
  values(): Iterable<T>
  /** The new list; the old one, where nothing was changed. */
  finish(): readonly T[]
}

/** Whether a map tells another position of something. */
function isElsewhere(positions: ReadonlyMap<string, number>, told: ReadonlyMap<string, number>): boolean {
  for (const [id, place] of positions) if ((told.get(id) ?? place) !== place) return true
  return false
}

export function draftOf<T extends Identified>(base: readonly T[]): Draft<T> {
  let items: (T | undefined)[] | null = null
  // An empty list shares no map: that of `emptyStudy` would keep the ids of a whole study for good.
  let own = base.length === 0
  let map = own ? new Map<string, number>() : positionsOf(base)
  // What is appended stays out of a shared map until it is sure: a draft that is given up leaves nothing behind there.
  let appended: Map<string, number> | null = null
  let removed = false
  // Where items were put before others; `items` are then in the order in which they came.
  let order: SlotOrder | null = null

  const write = () => {
    items ??= base.slice()
    return items
  }
  const makeOwnMap = (list: readonly (T | undefined)[]) => {
    own = true
    appended = null
    map = new Map()
    list.forEach((item, i) => {
      if (item !== undefined) map.set(item.id, i)
    })
  }
  /** Whether so much was appended that one map for all is cheaper than looking in two. */
  const isMuch = (count: number) => count > 10_000 && count * 8 > base.length
  const at = (id: string) => {
    const found = appended?.get(id) ?? map.get(id)
    const list = items ?? base
    return found !== undefined && list[found]?.id === id ? found : -1
  }

  function* values(): Iterable<T> {
    const list = items ?? base
    for (const slot of order === null ? list.keys() : order.slots()) {
      const item = list[slot]
      if (item !== undefined) yield item
    }
  }

  return {
    get: id => (items ?? base)[at(id)],
    has: id => at(id) !== -1,
    placeOf(id) {
      const slot = at(id)
      return slot === -1 || order === null ? slot : order.rankOf(slot)
    },
    add(item, before) {
      const list = write()
      const place = before === undefined ? -1 : at(before)
      if (order !== null || place !== -1) {
        if (!own) makeOwnMap(list)
        order ??= slotOrder(list.length)
        order.put(place)
        map.set(item.id, list.length)
        list.push(item)
      } else {
        if (!own && (removed || isMuch(appended?.size ?? 0))) makeOwnMap(list)
        if (!own) appended ??= new Map()
        const places = appended ?? map
        places.set(item.id, list.length)
        list.push(item)
      }
    },
    replace(item) {
      write()[at(item.id)] = item
    },
    remove(id) {
      const list = write()
      const place = at(id)
      if (place === -1) return
      removed = true
      list[place] = undefined
    },
    values,
    finish() {
      if (items === null) return base
      if (order !== null) return [...values()]
      if (removed) return items.filter(item => item !== undefined)
      const list = items as T[]
      // A shared map can take what was appended, unless another array of those that share it may have the same elsewhere.
      if (appended !== null && isElsewhere(appended, map)) makeOwnMap(list)
      for (const [id, place] of appended ?? []) map.set(id, place)
      positions.set(list, map)
      return list
    },
  }
}
