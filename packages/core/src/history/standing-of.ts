import type { Change } from '../change.ts'
import { effectsOf, resting, type Standing } from './change-effects.ts'
import type { Conflict } from './history.ts'

/**
 * On which segments codings are and in which sources segments, as the changes that made them say. That matters only where a source or a
 * segment goes: otherwise nothing is looked up, so that it costs nothing.
 *
 * @param met the changes that meet
 * @param beside all others
 */
export function standingOf(met: readonly (readonly Change[])[], beside: Iterable<Change>): Standing {
  const goes = met.some(changes =>
    changes.some(({ kind }) => kind === 'remove-source' || kind === 'remove-segment'),
  )
  return goes ? standingBy([...met, beside]) : { segmentOf: () => undefined, sourceOf: () => undefined }
}

function standingBy(made: readonly Iterable<Change>[]): Standing {
  // One that was made twice in different places has none that everybody would find, whatever they joined first.
  const segments = new Map<string, string | undefined>()
  const sources = new Map<string, string | undefined>()
  const look = (known: Map<string, string | undefined>, id: string, where: string) =>
    known.set(id, known.has(id) && known.get(id) !== where ? undefined : where)
  for (const changes of made)
    for (const change of changes)
      if (change.kind === 'code-segment') look(segments, change.coding.id, change.coding.segment)
      else if (change.kind === 'add-segment') look(sources, change.segment.id, change.segment.source)
  return { segmentOf: id => segments.get(id), sourceOf: id => sources.get(id) }
}

/**
 * The conflicts without what, by all that is known now, does not rest on what was removed: of a segment or coding that was made in one place
 * only some may know that another made it elsewhere.
 *
 * @param made every change of the history
 */
export function withWhatRests(
  conflicts: readonly Conflict[],
  made: () => Iterable<Change>,
): readonly Conflict[] {
  const isResting = ({ about }: Conflict) => about.endsWith(` ${resting}`)
  if (!conflicts.some(isResting)) return conflicts
  const standing = standingBy([made()])
  const asked = new Set(conflicts.flatMap(each => (isResting(each) ? each.changes : [])))
  const about = new Map<string, ReadonlySet<string>>()
  for (const change of made())
    if (asked.has(change.id)) {
      const now = effectsOf(change, standing).flatMap(({ thing, does, aspect }) =>
        does === 'end' || aspect === resting ? [`${thing} ${resting}`] : [],
      )
      about.set(change.id, new Set([...(about.get(change.id) ?? []), ...now]))
    }
  return conflicts.flatMap(each => {
    if (!isResting(each)) return [each]
    const changes = each.changes.filter(id => about.get(id)?.has(each.about))
    return changes.length < 2 ? [] : [{ ...each, changes }]
  })
}
