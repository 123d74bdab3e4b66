import { nearestName } from '@codeerbank/codebook'
import type { Identified, Label } from '@codeerbank/core'

/** So many names are all told. */
const few = 12

/** Anything that a person may name by its id, or by what it is called. */
export interface Named extends Identified {
  readonly label?: Label | string
  readonly title?: Label | string
}

/**
 * What to do about a name that nothing has: the nearest of those that there are, or all of them where they are few.
 *
 * @param known the names that there are
 */
export function nameAdvice(name: string, known: readonly string[]): string {
  const names = [...new Set(known.filter(each => each !== ''))]
  const near = nearestName(name, names)
  if (near !== undefined) return `Is "${near}" meant?`
  return names.length <= few ? `There are: ${names.join(', ') || 'none'}.` : 'Correct the name.'
}

/**
 * The error of a call that names what the study does not have.
 *
 * @param what what is named, such as `case`
 * @param items those that the study has; the advice gives the id that is meant, also where a label is near
 */
export function unknownName(what: string, id: string, items: readonly Named[]): RangeError {
  const ids = items.map(each => each.id)
  const byLabel = new Map(items.flatMap(item => namesOf(item).map(name => [name, item.id] as const)))
  const near = nearestName(id, ids) === undefined ? nearestName(id, [...byLabel.keys()]) : undefined
  const meant = near === undefined ? undefined : byLabel.get(near)
  const advice = meant === undefined ? nameAdvice(id, ids) : `Is "${meant}" meant?`
  return new RangeError(`The study has no ${what} "${id}". ${advice}`)
}

/** What a thing is called. */
function namesOf({ label, title }: Named): readonly string[] {
  return [label, title]
    .flatMap(each =>
      each === undefined ? [] : typeof each === 'string' ? [each] : [each.nl ?? '', each.en ?? ''],
    )
    .filter(name => name !== '')
}
