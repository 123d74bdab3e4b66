import {
  type Change,
  type Code,
  type Codebook,
  type Label,
  type Language,
  labelText,
  pathSeparator,
} from '@codeerbank/core'
import { frameDifferences } from './frame-differences.ts'
import { matchCodes, nameOf } from './match-codes.ts'
import { placeCodes } from './place-codes.ts'
import { preorder } from './preorder.ts'
import { sameTyped } from './typed-text.ts'

/** What became of a code or a frame between two codebooks. */
export type DifferenceKind =
  | 'added'
  | 'renamed'
  | 'redefined'
  | 'moved'
  | 'reordered'
  | 'merged'
  | 'retired'
  | 'left out'
  | 'frame added'
  | 'frame changed'
  | 'frame removed'

/** One difference between two codebooks, with what it says before and after; and the change that makes it. */
export interface CodebookDifference {
  readonly kind: DifferenceKind
  /** The id of the code or frame, as the first codebook has it. */
  readonly id: string
  /** Its name there; with that of the code above it where several codes have that name. */
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
 * Says how one codebook becomes another. A code that has no id in a file is known by its name and place (`matchCodes`). A code that is left
 * out is retired, never removed, for its codings stand; a frame that is left out is removed. What differs only as word processors make
 * quotes, dashes and spaces is the same.
 *
 * @returns differences in the order in which they can be applied: codes from the top down, then merged and retired ones, then frames
 */
export function diffCodebooks(before: Codebook, after: Codebook): readonly CodebookDifference[] {
  const idOf = matchCodes(before.codes, after.codes)
  const old = new Map(before.codes.map(code => [code.id, code]))
  const merged = new Map<string, string>()
  for (const { id, mergedInto } of after.codes)
    if (mergedInto !== undefined) merged.set(idOf.get(id)!, idOf.get(mergedInto) ?? mergedInto)
  const isNewlyMerged = (id: string) => merged.has(id) && old.get(id)?.mergedInto === undefined
  const parents = new Map(after.codes.map(({ id, parent }) => [idOf.get(id)!, parentOf(parent)]))
  // What is moved under a code comes behind that code's own move, so that no code ever lies under itself on the way.
  const codes = preorder(preorder(after.codes).map(({ code }) => translated(code))).map(({ code }) => code)
  const now = new Map(codes.map(code => [code.id, code]))
  const places = placeCodes(before.codes, codes)
  const names: Names = {
    before: id => (id === null ? null : (old.get(id)?.label ?? { nl: id, en: id })),
    after: id => (id === null ? null : (now.get(id)?.label ?? names.before(id))),
    behind: { before: previousSiblings(before.codes), after: previousSiblings(codes) },
  }
  const alike = new Map<string, number>()
  for (const { label } of new Map([...now, ...old]).values())
    alike.set(nameOf(label), (alike.get(nameOf(label)) ?? 0) + 1)
  const [made, ended]: [CodebookDifference[], CodebookDifference[]] = [[], []]
  for (const code of codes) {
    const known = old.get(code.id)
    const place = places.get(code.id)
    if (known === undefined) made.push(additionOf(code, place))
    else made.push(...changesOf(known, code, place, names))
    const wasThere = known ?? code
    if (isNewlyMerged(code.id)) {
      const into = merged.get(code.id)!
      ended.push(
        difference('merged', wasThere, wasThere.label, names.after(into), {
          kind: 'merge-codes',
          codes: [code.id],
          into,
        }),
      )
    } else if (code.retired === true && known !== undefined && known.retired !== true)
      ended.push(retiring(known, 'retired'))
  }
  for (const code of before.codes)
    if (!now.has(code.id) && code.retired !== true) ended.push(retiring(code, 'left out'))
  const differences = [...made, ...ended].map(each => ({ ...each, label: tellingName(each.id) }))
  return [...differences, ...frameDifferences(before.frames, after.frames, { idOf, merged })]

  /** The name of a code; with that of the code above it, where another code has the same. */
  function tellingName(id: string): Label {
    const code = old.get(id) ?? now.get(id)!
    const above = code.parent === null ? undefined : (old.get(code.parent) ?? now.get(code.parent))
    if (above === undefined || (alike.get(nameOf(code.label)) ?? 0) < 2) return code.label
    const path = (language: Language) =>
      [above, code].map(({ label }) => labelText(label, language)).join(pathSeparator)
    return { nl: path('nl'), en: path('en') }
  }

  function parentOf(parent: string | null): string | null {
    return parent === null ? null : (idOf.get(parent) ?? parent)
  }

  /** A code of the second codebook by the ids of the first, under what it lies under once codes are merged: what lies under them follows. */
  function translated(code: Code): Code {
    const { parent, mergedInto, ...own } = code
    const id = idOf.get(code.id)!
    const seen = new Set<string>()
    let above = parentOf(parent)
    while (above !== null && merged.has(above) && !seen.has(above)) {
      if (old.get(id)?.parent === above && !isNewlyMerged(above)) break
      // A code that is merged into one below it stays above it: that it cannot be merged so is said when it is applied.
      if (liesUnder(merged.get(above)!, above)) break
      seen.add(above)
      above = merged.get(above)!
    }
    const into = mergedInto === undefined ? {} : { mergedInto: merged.get(id)! }
    return { ...own, id, parent: above, ...into }
  }

  /** Whether a code lies under another, once those between them are merged. */
  function liesUnder(id: string, code: string): boolean {
    const seen = new Set<string>()
    let up = parents.get(id) ?? null
    while (up !== null && !seen.has(up)) {
      if (up === code) return true
      seen.add(up)
      up = merged.get(up) ?? parents.get(up) ?? null
    }
    return false
  }
}

/** A code that is merged at once is added first, since a code is merged by a change of its own. */
function additionOf(code: Code, place: string | null | undefined): CodebookDifference {
  const { version: _, mergedInto: __, ...added } = code
  return difference('added', code, null, code.label, {
    kind: 'add-code',
    code: added,
    ...(typeof place === 'string' ? { before: place } : {}),
  })
}

function retiring(code: Code, kind: 'retired' | 'left out'): CodebookDifference {
  return difference(kind, code, code.label, null, { kind: 'retire-code', code: code.id })
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

/** What codes are called in each of the two codebooks, by the ids of the first; and the sibling that each comes behind. */
interface Names {
  before(id: string | null): Label | null
  after(id: string | null): Label | null
  readonly behind: Readonly<Record<'before' | 'after', ReadonlyMap<string, string>>>
}

function changesOf(
  known: Code,
  code: Code,
  place: string | null | undefined,
  names: Names,
): readonly CodebookDifference[] {
  const differences: CodebookDifference[] = []
  const { id } = known
  if (!sameTyped(known.label, code.label))
    differences.push(
      difference('renamed', known, known.label, code.label, {
        kind: 'rename-code',
        code: id,
        label: code.label,
      }),
    )
  if (code.definition !== undefined && !sameTyped(known.definition, code.definition))
    differences.push(
      difference('redefined', known, known.definition ?? null, code.definition, {
        kind: 'redefine-code',
        code: id,
        definition: code.definition,
      }),
    )
  if (place === undefined) return differences
  const change = { kind: 'move-code', code: id, parent: code.parent, before: place } as const
  const { behind } = names
  differences.push(
    known.parent === code.parent
      ? difference(
          'reordered',
          known,
          placeName(names.before(behind.before.get(id) ?? null)),
          placeName(names.after(behind.after.get(id) ?? null)),
          change,
        )
      : difference('moved', known, names.before(known.parent), names.after(code.parent), change),
  )
  return differences
}

/** The code in use that each comes behind under its parent. */
function previousSiblings(codes: readonly Code[]): ReadonlyMap<string, string> {
  const last = new Map<string | null, string>()
  const previous = new Map<string, string>()
  for (const { id, parent, retired } of codes) {
    const sibling = last.get(parent)
    if (sibling !== undefined) previous.set(id, sibling)
    if (retired !== true) last.set(parent, id)
  }
  return previous
}

/** The place of a code among those beside it. */
function placeName(sibling: Label | null): Label {
  if (sibling === null) return { nl: 'vooraan', en: 'first' }
  const [nl, en] = [sibling.nl ?? sibling.en ?? '', sibling.en ?? sibling.nl ?? '']
  return { nl: `na ${nl}`, en: `after ${en}` }
}
