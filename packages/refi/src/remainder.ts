import { stableJson } from '@codeerbank/core'

/** What a thing has that the standard's elements do not give back: `null` stands for what is not there. */
export type Remainder = Readonly<Record<string, unknown>>

/**
 * The fields of a thing that differ from those which reading its elements would give.
 *
 * @returns `null` where nothing differs
 */
export function remainderOf(full: object, plain: object): Remainder | null {
  const rest: Record<string, unknown> = {}
  const before: ReadonlyMap<string, unknown> = new Map(Object.entries(plain))
  const now: ReadonlyMap<string, unknown> = new Map(Object.entries(full))
  for (const [key, value] of now)
    if (value !== undefined && differs(value, before.get(key))) rest[key] = value
  for (const key of before.keys()) if (now.get(key) === undefined) rest[key] = null
  return Object.keys(rest).length === 0 ? null : rest
}

function differs(a: unknown, b: unknown): boolean {
  return typeof a === 'object' ? stableJson(a) !== stableJson(b) : a !== b
}

/** A thing as it was, from what its elements gave and its remainder. */
export function withRemainder(plain: object, rest: Remainder): Record<string, unknown> {
  const whole: Record<string, unknown> = { ...plain, ...rest }
  for (const [key, value] of Object.entries(rest)) if (value === null) delete whole[key]
  return whole
}
