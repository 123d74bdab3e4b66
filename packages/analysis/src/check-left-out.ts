import type { CodebookDifference } from '@codeerbank/codebook'
import { type Label, labelText, type Problem, type Study } from '@codeerbank/core'

/**
 * What goes with codes and frames that a codebook leaves out, perhaps by mistake: codings stay on a code that nobody sees any more, codes that lay
 * under it lie elsewhere, judgements and summaries go with their frame.
 *
 * @param differences what `diffCodebooks` gives of the codebook of the study and another
 * @returns the warnings `left-out-in-use`, with `codes` or `frames` and the id as their place
 */
export function checkLeftOut(study: Study, differences: readonly CodebookDifference[]): readonly Problem[] {
  const left = differences.filter(({ kind }) => kind === 'left out' || kind === 'frame removed')
  if (left.length === 0) return []
  const ended = differences.filter(
    ({ kind }) => kind === 'left out' || kind === 'retired' || kind === 'merged',
  )
  const gone = new Set(ended.map(({ id }) => id))
  const codings = countBy(study.codings, ({ code }) => code)
  const below = countBy(
    study.codes.filter(({ id, retired }) => retired !== true && !gone.has(id)),
    ({ parent }) => parent ?? '',
  )
  const judgements = countBy(study.judgements, ({ frame }) => frame)
  const summaries = countBy(study.summaries, ({ frame }) => frame)
  return left.flatMap(({ kind, id, label }): readonly Problem[] => {
    if (kind === 'left out') {
      const what = listed([
        counted(codings.get(id), 'coding stands with it', 'codings stand with it'),
        counted(
          below.get(id),
          'code that lay under it lies elsewhere',
          'codes that lay under it lie elsewhere',
        ),
      ])
      const advice = `Write it back; or, to retire it, write it back with "- retired: yes", or with "- merged into: ...".`
      return what === '' ? [] : [leftOut('codes', id, label, `and is retired: ${what}. ${advice}`)]
    }
    const lost = listed([
      counted(judgements.get(id), 'judgement', 'judgements'),
      counted(summaries.get(id), 'summary', 'summaries'),
    ])
    return lost === ''
      ? []
      : [leftOut('frames', id, label, `and is removed with its ${lost}. Write it back to keep them.`)]
  })

  function leftOut(list: 'codes' | 'frames', id: string, label: Label, what: string): Problem {
    const message = `"${labelText(label, study.language)}" is left out of the codebook, ${what}`
    return { code: 'left-out-in-use', severity: 'warning', message, place: { path: [list, id] } }
  }
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return counts
}

/** How many there are of something; nothing where there is none. */
function counted(count: number | undefined, one: string, many: string): string | undefined {
  return count === undefined ? undefined : `${count} ${count === 1 ? one : many}`
}

function listed(parts: readonly (string | undefined)[]): string {
  return parts.filter(part => part !== undefined).join(' and ')
}
