import type { CodebookDifference } from '@codeerbank/codebook'
import { type Label, labelText, type Problem, type Study } from '@codeerbank/core'

/**
 * What goes with codes and frames that a codebook leaves out, perhaps by mistake: codings stay on a code that nobody sees any more,
 * judgements and summaries go with their frame.
 *
 * @param differences what `diffCodebooks` gives of the codebook of the study and another
 * @returns the warnings `left-out-in-use`, with `codes` or `frames` and the id as their place
 */
export function checkLeftOut(study: Study, differences: readonly CodebookDifference[]): readonly Problem[] {
  const left = differences.filter(({ kind }) => kind === 'left out' || kind === 'frame removed')
  if (left.length === 0) return []
  const codings = countBy(study.codings, ({ code }) => code)
  const judgements = countBy(study.judgements, ({ frame }) => frame)
  const summaries = countBy(study.summaries, ({ frame }) => frame)
  return left.flatMap(({ kind, id, label }): readonly Problem[] => {
    if (kind === 'left out') {
      const count = codings.get(id) ?? 0
      const advice = `Write it back; or, to retire it, write it back with "- retired: yes", or with "- merged into: ...".`
      const what = `${counted(count, 'coding')} ${count === 1 ? 'stands' : 'stand'} with it`
      return count === 0 ? [] : [leftOut('codes', id, label, `and is retired: ${what}. ${advice}`)]
    }
    const gone = [
      ...[judgements.get(id) ?? 0].flatMap(count => (count === 0 ? [] : [counted(count, 'judgement')])),
      ...[summaries.get(id) ?? 0].flatMap(count =>
        count === 0 ? [] : [counted(count, 'summary', 'summaries')],
      ),
    ].join(' and ')
    return gone === ''
      ? []
      : [leftOut('frames', id, label, `and is removed with its ${gone}. Write it back to keep them.`)]
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

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
