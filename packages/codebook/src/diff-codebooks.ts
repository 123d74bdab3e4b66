import type { Change, Code, Codebook, Frame, Label } from '@codeerbank/core'

/** What became of a code or a frame between two codebooks. */
export type DifferenceKind =
  | 'added'
  | 'renamed'
  | 'redefined'
  | 'moved'
  | 'merged'
  | 'retired'
  | 'frame added'
  | 'frame changed'

/** One difference between two codebooks, with what it says before and after; and the change that makes it. */
export interface CodebookDifference {
  readonly kind: DifferenceKind
  /** The id of the code or frame, as the first codebook has it. */
  readonly id: string
  readonly label: Label
  readonly before: Label | null
  readonly after: Label | null
  readonly change: CodebookChange
}

/** A change without who made it and when. */
export type CodebookChange = Change extends infer C
  ? C extends Change
    ? Omit<C, 'id' | 'at' | 'by'>
    : never
  : never

/**
 * Says how one codebook becomes another: codes are known by their ids; one whose name was changed in a file without an id
 * of its own is known by its definition. A code that is left out is retired, never removed, for its codings stand.
 *
 * @returns differences in the order in which they can be applied: codes from the top down, then retired ones, then frames
 */
export function diffCodebooks(before: Codebook, after: Codebook): readonly CodebookDifference[] {
  const idOf = matchedIds(before.codes, after.codes)
  const old = new Map(before.codes.map(code => [code.id, code]))
  const kept = new Set<string>()
  const differences: CodebookDifference[] = []
  const translated = (id: string | null) => (id === null ? null : (idOf.get(id) ?? id))
  const now = new Map(after.codes.map(code => [translated(code.id)!, code]))
  const names: Names = {
    before: id => (id === null ? null : (old.get(id)?.label ?? { nl: id, en: id })),
    after: id => (id === null ? null : (now.get(id)?.label ?? names.before(id))),
  }
  for (const code of after.codes) {
    const id = translated(code.id)!
    kept.add(id)
    const known = old.get(id)
    if (known === undefined) {
      const { version: _, ...added } = { ...code, parent: translated(code.parent) }
      differences.push(difference('added', code, null, code.label, { kind: 'add-code', code: added }))
    } else
      differences.push(
        ...changesOf(known, { ...code, id, parent: translated(code.parent) }, translated, names),
      )
  }
  for (const code of before.codes)
    if (!kept.has(code.id) && code.retired !== true)
      differences.push(difference('retired', code, code.label, null, { kind: 'retire-code', code: code.id }))
  return [...differences, ...frameDifferences(before.frames, after.frames, id => translated(id)!)]
}

function difference(
  kind: DifferenceKind,
  { id, label }: Pick<Code, 'id' | 'label'>,
  before: Label | null,
  after: Label | null,
  change: CodebookChange,
): CodebookDifference {
  return { kind, id, label, before, after, change }
}

/** What codes are called in each of the two codebooks, by the ids of the first. */
interface Names {
  before(id: string | null): Label | null
  after(id: string | null): Label | null
}

function changesOf(
  known: Code,
  code: Code,
  translated: (id: string) => string | null,
  names: Names,
): readonly CodebookDifference[] {
  const differences: CodebookDifference[] = []
  const { id } = known
  if (!same(known.label, code.label))
    differences.push(
      difference('renamed', known, known.label, code.label, {
        kind: 'rename-code',
        code: id,
        label: code.label,
      }),
    )
  if (code.definition !== undefined && !same(known.definition, code.definition))
    differences.push(
      difference('redefined', known, known.definition ?? null, code.definition, {
        kind: 'redefine-code',
        code: id,
        definition: code.definition,
      }),
    )
  if (known.parent !== code.parent)
    differences.push(
      difference('moved', known, names.before(known.parent), names.after(code.parent), {
        kind: 'move-code',
        code: id,
        parent: code.parent,
      }),
    )
  if (code.mergedInto !== undefined && known.mergedInto === undefined) {
    const into = translated(code.mergedInto) ?? code.mergedInto
    differences.push(
      difference('merged', known, known.label, names.after(into), { kind: 'merge-codes', codes: [id], into }),
    )
  } else if (code.retired === true && known.retired !== true)
    differences.push(difference('retired', known, known.label, null, { kind: 'retire-code', code: id }))
  return differences
}

function frameDifferences(
  before: readonly Frame[],
  after: readonly Frame[],
  translated: (id: string) => string,
): readonly CodebookDifference[] {
  const old = new Map(before.map(frame => [frame.id, frame]))
  return after.flatMap((given): readonly CodebookDifference[] => {
    const frame = {
      ...given,
      rows: given.rows.map(row => ({ ...row, codes: row.codes.map(translated) })),
    }
    const known = old.get(frame.id)
    if (known !== undefined && same(known, frame)) return []
    const kind = known === undefined ? 'frame added' : 'frame changed'
    return [difference(kind, frame, known?.label ?? null, frame.label, { kind: 'set-frame', frame })]
  })
}

/** The ids of codes that go by another id in the second codebook, by that other id. */
export function matchedIds(before: readonly Code[], after: readonly Code[]): ReadonlyMap<string, string> {
  const there = new Set(after.map(({ id }) => id))
  const here = new Set(before.map(({ id }) => id))
  const gone = new Map<string, Code[]>()
  for (const code of before)
    if (!there.has(code.id) && code.definition !== undefined) {
      const key = JSON.stringify([code.level, code.definition])
      gone.set(key, [...(gone.get(key) ?? []), code])
    }
  const matched = new Map<string, string>()
  for (const code of after) {
    if (here.has(code.id) || code.definition === undefined) continue
    const found = gone.get(JSON.stringify([code.level, code.definition]))
    if (found?.length === 1) matched.set(code.id, found.pop()!.id)
  }
  return matched
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
