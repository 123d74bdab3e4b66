import { type Code, type Codebook, type Language, labelText, type Problem } from '@codeerbank/core'
import { problemAt } from './codebook-problem.ts'
import { type CodebookDifference, matchedIds } from './diff-codebooks.ts'
import { nearestName } from './nearest-name.ts'

/** What a codebook says of a code beside its name, definition and place; no change makes it otherwise once the code is there. */
const fixed = ['level', 'origin', 'qualifier', 'literature', 'color'] as const

/**
 * What a person should look at before differences are applied: a code that is retired where perhaps it was only renamed, and what the
 * second codebook says otherwise that no change can make so.
 *
 * @param differences what `diffCodebooks` gives of the two
 * @returns the warnings `perhaps-renamed` and `not-applied`, with `codes` or `frames` and the id as their place
 */
export function checkCodebookDifferences(
  before: Codebook,
  after: Codebook,
  differences: readonly CodebookDifference[],
  language: Language = 'nl',
): readonly Problem[] {
  return [...perhapsRenamed(before, differences, language), ...notApplied(before, after, language)]
}

function perhapsRenamed(
  { codes }: Codebook,
  differences: readonly CodebookDifference[],
  language: Language,
): readonly Problem[] {
  const old = new Map(codes.map(code => [code.id, code]))
  const added = new Map<string, string[]>()
  for (const { change } of differences) {
    if (change.kind !== 'add-code') continue
    const place = placeOf(change.code)
    added.set(place, [...(added.get(place) ?? []), labelText(change.code.label, language)])
  }
  return differences.flatMap(({ kind, id, label }): readonly Problem[] => {
    const code = old.get(id)
    if (kind !== 'retired' || code === undefined) return []
    const beside = added.get(placeOf(code)) ?? []
    const name = labelText(label, language)
    const found = beside.length === 1 ? beside[0] : nearestName(name, beside)
    if (found === undefined) return []
    const advice = `If they are one code, write "- id: ${id}" under "${found}", so that its codings stay with it.`
    const message = `"${name}" is retired, and "${found}" is new in its place. ${advice}`
    return [problemAt(['codes', id], 'perhaps-renamed', message, 'warning')]
  })
}

const placeOf = ({ parent, level }: Pick<Code, 'parent' | 'level'>): string => JSON.stringify([parent, level])

function notApplied(before: Codebook, after: Codebook, language: Language): readonly Problem[] {
  const idOf = matchedIds(before.codes, after.codes)
  const now = new Map(after.codes.map(code => [idOf.get(code.id) ?? code.id, code]))
  const problems: Problem[] = []
  const tell = (list: 'codes' | 'frames', id: string, what: string) =>
    problems.push(problemAt([list, id], 'not-applied', `${what} That is not applied.`, 'warning'))
  for (const code of before.codes) {
    const given = now.get(code.id)
    if (given === undefined) continue
    const name = labelText(code.label, language)
    const other: string[] = fixed.filter(
      field => JSON.stringify(code[field]) !== JSON.stringify(given[field]),
    )
    if (code.definition !== undefined && given.definition === undefined) other.push('definition')
    if (code.retired === true && given.retired !== true)
      tell('codes', code.id, `"${name}" is retired in the first, and in use in the second.`)
    if (other.length > 0) tell('codes', code.id, `"${name}" has another ${other.join(', ')}, or none.`)
  }
  const order = (codes: readonly Code[], id: (code: Code) => string, has: (id: string) => boolean) =>
    Map.groupBy(
      codes.filter(code => has(id(code))),
      ({ parent }) => (parent === null ? null : (idOf.get(parent) ?? parent)),
    )
  const old = new Set(before.codes.map(({ id }) => id))
  const newOrder = order(
    after.codes,
    ({ id }) => idOf.get(id) ?? id,
    id => old.has(id),
  )
  for (const [parent, children] of order(
    before.codes,
    ({ id }) => id,
    id => now.has(id),
  )) {
    const ids = (newOrder.get(parent) ?? []).map(({ id }) => idOf.get(id) ?? id)
    const stayed = children.map(({ id }) => id).filter(id => ids.includes(id))
    const there = ids.filter(id => stayed.includes(id))
    if (stayed.join('\n') !== there.join('\n'))
      tell(
        'codes',
        parent ?? '',
        `The codes under ${parent === null ? 'the codebook' : `"${parent}"`} come in another order.`,
      )
  }
  const frames = new Set(after.frames.map(({ id }) => id))
  for (const { id, label } of before.frames)
    if (!frames.has(id)) tell('frames', id, `The frame "${labelText(label, language)}" is left out.`)
  return problems
}
