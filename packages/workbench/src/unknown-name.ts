import { nearestName } from '@codeerbank/codebook'
import { type Code, type Language, labelText } from '@codeerbank/core'
import { UsageError } from './terminal.ts'

/** At most so many names are listed. */
const mostListed = 20

/**
 * Says that a study has nothing by a name: with the nearest that it has, or where none is near with all that it has.
 *
 * @param what a noun, such as `case`
 * @param names the names that could have been meant
 */
export function unknownName(what: string, name: string, names: Iterable<string>): string {
  const known = [...new Set(names)]
  const near = nearestName(name, known)
  if (near !== undefined) return `The study has no ${what} "${name}". Is "${near}" meant?`
  if (known.length === 0) return `The study has no ${what} "${name}": it has none at all.`
  const more = known.length > mostListed ? `, and ${known.length - mostListed} more` : ''
  return `The study has no ${what} "${name}". It has: ${known.slice(0, mostListed).join(', ')}${more}.`
}

/** Refuses a name that was typed for something that the study does not have. Throws UsageError. */
export function refuseUnknown(what: string, name: string, things: readonly { readonly id: string }[]): void {
  if (!things.some(({ id }) => id === name))
    throw new UsageError(
      unknownName(
        what,
        name,
        things.map(({ id }) => id),
      ),
    )
}

/** What is said of the id of a code that the study does not have: a name of a code that was written for it leads to the id. */
export function unknownCode(id: string, codes: readonly Code[], language: Language): string {
  const wanted = id.trim().toLowerCase()
  const byName = codes.find(({ label }) => labelText(label, language).toLowerCase() === wanted)
  if (byName !== undefined) return `The study has no code with the id "${id}". Is "${byName.id}" meant?`
  return unknownName(
    'code',
    id,
    codes.map(code => code.id),
  )
}
