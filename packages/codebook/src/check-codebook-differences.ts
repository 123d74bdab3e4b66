import { type Code, type Codebook, type Language, labelText, type Problem } from '@codeerbank/core'
import { problemAt } from './codebook-problem.ts'
import type { CodebookDifference } from './diff-codebooks.ts'
import { matchFrames } from './frame-differences.ts'
import { matchCodes, nameOf } from './match-codes.ts'
import { nearestName } from './nearest-name.ts'
import { placeInFile } from './place-in-file.ts'
import { sameTyped } from './typed-text.ts'

/** What a codebook says of a code beside its name, definition and place; no change makes it otherwise once the code is there. */
const fixed = ['level', 'origin', 'qualifier', 'literature', 'color'] as const

/**
 * What a person should look at before differences are applied: a code that is retired where perhaps it was only renamed or moved, and
 * what the second codebook says otherwise that no change can make so.
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
  const idOf = matchCodes(before.codes, after.codes)
  const now = new Map(after.codes.map(code => [idOf.get(code.id) ?? code.id, code]))
  const atLine = (problem: Problem, id: string): Problem => {
    const given = now.get(id)
    const line = given === undefined ? undefined : placeInFile(given)?.line
    return line === undefined ? problem : { ...problem, place: { line, ...problem.place } }
  }
  return [
    ...perhapsRenamed(before, differences, language).map(({ problem, added }) => atLine(problem, added)),
    ...notApplied(before, after, now, language).map(problem =>
      atLine(problem, String(problem.place?.path?.[1])),
    ),
  ]
}

function perhapsRenamed(
  { codes }: Codebook,
  differences: readonly CodebookDifference[],
  language: Language,
): readonly { readonly problem: Problem; readonly added: string }[] {
  const old = new Map(codes.map(code => [code.id, code]))
  const added = differences.flatMap(({ change }) => (change.kind === 'add-code' ? [change.code] : []))
  const beside = Map.groupBy(added, placeOf)
  const alike = Map.groupBy(added, ({ label }) => nameOf(label))
  return differences.flatMap(({ kind, id, label }) => {
    const code = old.get(id)
    if (kind !== 'left out' || code === undefined) return []
    const name = labelText(code.label, language)
    const same = alike.get(nameOf(code.label))?.[0]
    const near = beside.get(placeOf(code)) ?? []
    const nearest = nearestName(
      name,
      near.map(each => labelText(each.label, language)),
    )
    const named = near.find(each => labelText(each.label, language) === nearest)
    const one = same ?? (near.length === 1 ? near[0] : named)
    if (one === undefined) return []
    const found = labelText(one.label, language)
    const advice = `If they are one code, write "- id: ${id}" under "${found}", so that its codings stay with it.`
    const where = placeOf(one) === placeOf(code) ? 'in its place' : 'elsewhere'
    const message = `"${labelText(label, language)}" is retired, and "${found}" is new ${where}. ${advice}`
    return [{ problem: problemAt(['codes', id], 'perhaps-renamed', message, 'warning'), added: one.id }]
  })
}

const placeOf = ({ parent, level }: Pick<Code, 'parent' | 'level'>): string => JSON.stringify([parent, level])

function notApplied(
  before: Codebook,
  after: Codebook,
  now: ReadonlyMap<string, Code>,
  language: Language,
): readonly Problem[] {
  const problems: Problem[] = []
  const tell = (list: 'codes' | 'frames', id: string, what: string) =>
    problems.push(problemAt([list, id], 'not-applied', `${what} That is not applied.`, 'warning'))
  for (const code of before.codes) {
    const given = now.get(code.id)
    if (given === undefined) continue
    const name = labelText(code.label, language)
    const other: string[] = fixed.filter(field => !sameTyped(code[field], given[field]))
    if (code.definition !== undefined && given.definition === undefined) other.push('definition')
    if (code.id !== given.id && placeInFile(given)?.id !== 'made')
      tell('codes', code.id, `"${name}" has another id.`)
    if (code.retired === true && given.retired !== true)
      tell('codes', code.id, `"${name}" is retired in the first, and in use in the second.`)
    if (other.length > 0) tell('codes', code.id, `"${name}" has another ${other.join(', ')}, or none.`)
  }
  const ids = matchFrames(before.frames, after.frames)
  const frames = new Set(ids.values())
  const there = new Set(before.frames.map(({ id }) => id))
  const was = before.frames.filter(({ id }) => frames.has(id))
  const is = [...ids.values()].filter(id => there.has(id))
  for (const { id, label } of after.frames)
    if (ids.get(id) !== id) tell('frames', ids.get(id)!, `"${labelText(label, language)}" has another id.`)
  const moved = was.find(({ id }, i) => is[i] !== id)
  if (moved !== undefined) tell('frames', moved.id, 'The frames come in another order.')
  return problems
}
