import { nearestName } from '@codeerbank/codebook'
import type { Code, Language } from '@codeerbank/core'
import { labelText } from '@codeerbank/core'

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

/** The same for a code that is meant by its id: a name of a code that was written for it leads to the id. */
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
