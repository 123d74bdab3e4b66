import type { Problem, Study } from '@codeerbank/core'

/**
 * What a corrected transcript left for a person to look at, a warning a source and verdict: segments whose own words changed, and
 * segments that are lost, with the codings that rest on them.
 */
export function checkSegmentsInDoubt(study: Study): readonly Problem[] {
  const doubted = study.segments.filter(({ verdict }) => verdict !== undefined)
  if (doubted.length === 0) return []
  const codings = Map.groupBy(study.codings, ({ segment }) => segment)
  const groups = Map.groupBy(doubted, ({ source, verdict }) => JSON.stringify([source, verdict]))
  return Array.from(groups.values(), segments => {
    const { source, verdict } = segments[0]!
    const resting = segments.flatMap(({ id }) => (codings.get(id) ?? []).map(coding => coding.id))
    const which = `${segments.length} segments of source "${source}"`
    return {
      code: verdict === 'lost' ? 'segment-lost' : 'segment-changed',
      severity: 'warning',
      message:
        verdict === 'lost'
          ? `${which} were lost when it was corrected, and count nowhere (codings: ${resting.join(', ')}). Mark and code anew what still holds, and withdraw these.`
          : `${which} have other words since it was corrected (codings: ${resting.join(', ')}). Look at each, and note with "codeerbank review" that it stands, or withdraw it.`,
      place: { path: ['sources', source] },
    }
  })
}
