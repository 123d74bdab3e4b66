import type { Code, Problem } from '@codeerbank/core'
import { problemAt } from './codebook-problem.ts'

/**
 * Checks that codes form a tree: ids that stand twice, parents that are missing or come later, cycles (each reported
 * once, at its first code), and siblings in use with the same name in one language. Takes linear time.
 *
 * @returns problems whose paths lead into the list: `['codes', 3]`
 */
export function checkCodeTree(codes: readonly Code[]): readonly Problem[] {
  return [...checkIds(codes), ...checkParents(codes), ...checkSiblings(codes)]
}

function checkIds(codes: readonly Code[]): readonly Problem[] {
  const problems: Problem[] = []
  const seen = new Set<string>()
  codes.forEach(({ id, label }, i) => {
    const name = label.nl ?? label.en ?? ''
    if (id === '')
      problems.push(problemAt(['codes', i], 'empty-id', `Code "${name}" has an empty id. Give it one.`))
    else if (seen.has(id))
      problems.push(
        problemAt(
          ['codes', i],
          'duplicate-code',
          `Code "${name}" has the id "${id}", which another code has already. Give it another id.`,
        ),
      )
    seen.add(id)
  })
  return problems
}

function checkParents(codes: readonly Code[]): readonly Problem[] {
  const problems: Problem[] = []
  const parents = new Map<string, string | null>()
  const positions = new Map<string, number>()
  codes.forEach(({ id, parent }, i) => {
    if (parents.has(id)) return
    parents.set(id, parent)
    positions.set(id, i)
  })
  const before = new Set<string>()
  /** Codes known to lead to the top, to a missing parent or to a cycle that was reported. */
  const settled = new Set<string>()
  const reported = new Set<string>()
  codes.forEach(({ id, parent }, i) => {
    const path = ['codes', i]
    const cycle = cycleFrom(id, parents, settled)
    if (cycle !== null) {
      const first = firstOf(cycle, positions)
      reported.add(first)
      problems.push(cycleProblem(cycle, first, ['codes', positions.get(first)!]))
    }
    if (reported.has(id)) {
      // Its parent comes later because of the cycle.
    } else if (parent !== null && !parents.has(parent))
      problems.push(
        problemAt(
          path,
          'unknown-parent',
          `Code "${id}" lies under "${parent}", which is not in the codebook. Add that code, or choose another parent.`,
        ),
      )
    else if (parent !== null && !before.has(parent))
      problems.push(
        problemAt(
          path,
          'parent-after-child',
          `Code "${id}" comes before its parent "${parent}". Put the parent first.`,
          'warning',
        ),
      )
    before.add(id)
  })
  return problems
}

/** The code of a cycle that stands first in the codebook. */
function firstOf(cycle: readonly string[], positions: ReadonlyMap<string, number>): string {
  return cycle.reduce((a, b) => (positions.get(b)! < positions.get(a)! ? b : a))
}

function cycleProblem(cycle: readonly string[], first: string, path: readonly (string | number)[]): Problem {
  const at = cycle.indexOf(first)
  const way = [...cycle.slice(at), ...cycle.slice(0, at), first].map(id => `"${id}"`)
  return problemAt(
    path,
    'code-cycle',
    `Code "${first}" lies under itself: ${listed(way).join(' under ')}. Move one of them to another parent.`,
  )
}

/** The way round a cycle, without the middle of a long one. */
function listed(way: readonly string[]): readonly string[] {
  if (way.length <= 10) return way
  return [...way.slice(0, 5), `${way.length - 10} more`, ...way.slice(-5)]
}

/** The cycle that the way up from a code runs into, each code once; `null` for none, or a known one. */
function cycleFrom(
  id: string,
  parents: ReadonlyMap<string, string | null>,
  settled: Set<string>,
): readonly string[] | null {
  const way: string[] = []
  const walked = new Set<string>()
  let at: string | null = id
  while (at !== null && parents.has(at) && !settled.has(at) && !walked.has(at)) {
    walked.add(at)
    way.push(at)
    at = parents.get(at) ?? null
  }
  for (const each of way) settled.add(each)
  if (at === null || !walked.has(at)) return null
  return way.slice(way.indexOf(at))
}

function checkSiblings(codes: readonly Code[]): readonly Problem[] {
  const problems: Problem[] = []
  const names = new Map<string | null, Set<string>>()
  codes.forEach(({ label, parent, retired }, i) => {
    // A code merged into another of the same name keeps its name.
    if (retired === true) return
    const taken = names.get(parent) ?? new Set<string>()
    names.set(parent, taken)
    for (const language of ['nl', 'en'] as const) {
      const name = label[language]?.trim() ?? ''
      if (name === '') continue
      const key = `${language} ${name.normalize('NFC').toLowerCase()}`
      if (taken.has(key)) {
        problems.push(
          problemAt(
            ['codes', i],
            'duplicate-name',
            `Another code under the same parent is called "${name}" too. Give one of them another name, or merge them.`,
          ),
        )
        return
      }
      taken.add(key)
    }
  })
  return problems
}
