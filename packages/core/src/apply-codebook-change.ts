import type { ChangeOf } from './change.ts'
import type { Code } from './codebook-types.ts'
import type { Coding } from './study.ts'
import {
  addNew,
  codingsWith,
  dropCoding,
  dropFrame,
  joinGroup,
  known,
  refuse,
  type StudyDraft,
} from './study-draft.ts'

type Handler<K extends Parameters<typeof applyCodebookChange>[1]['kind']> = (
  draft: StudyDraft,
  change: ChangeOf<K>,
) => void

type CodebookChange = ChangeOf<
  | 'add-code'
  | 'rename-code'
  | 'redefine-code'
  | 'move-code'
  | 'merge-codes'
  | 'split-code'
  | 'retire-code'
  | 'set-frame'
  | 'remove-frame'
  | 'freeze-codebook'
  | 'thaw-codebook'
>

const addCode: Handler<'add-code'> = (draft, change) => {
  const { code, before } = change
  const { codes } = draft.lists
  if (code.parent !== null && !known(draft, change, 'codes', code.parent)) return
  if (before !== undefined && !known(draft, change, 'codes', before)) return
  if (before === undefined) addNew(draft, change, 'codes', codes, { ...code, version: 1 })
  else if (codes.has(code.id)) refuseDuplicate(draft, change, code.id)
  else codes.add({ ...code, version: 1 }, before)
}

function refuseDuplicate(draft: StudyDraft, change: CodebookChange, id: string): false {
  return refuse(draft, change, 'duplicate-code', `The study already has a code "${id}". Give it another id.`)
}

function edit(draft: StudyDraft, change: CodebookChange, id: string, next: (code: Code) => Code): void {
  const code = draft.lists.codes.get(id)
  if (code === undefined) known(draft, change, 'codes', id)
  else draft.lists.codes.replace(next(code))
}

const moveCode: Handler<'move-code'> = (draft, change) => {
  const { codes } = draft.lists
  const code = codes.get(change.code)
  if (code === undefined) {
    known(draft, change, 'codes', change.code)
    return
  }
  if (change.parent !== null && !known(draft, change, 'codes', change.parent)) return
  const { before } = change
  if (typeof before === 'string' && !known(draft, change, 'codes', before)) return
  for (let up: string | null = change.parent; up !== null; up = codes.get(up)?.parent ?? null)
    if (up === code.id) {
      refuse(draft, change, 'code-cycle', `Code "${code.id}" cannot lie under itself. Choose another parent.`)
      return
    }
  const moved = { ...code, parent: change.parent }
  if (before === undefined || before === code.id) codes.replace(moved)
  else {
    codes.remove(code.id)
    codes.add(moved, before ?? undefined)
  }
}

/**
 * Gives codings another code, in the order of the list; where that coder gave the segment that code already, with the
 * same stance, the coding goes.
 *
 * @param next the new code by the coding's id
 */
function recode(draft: StudyDraft, next: ReadonlyMap<string, string>): void {
  const { codings, codes } = draft.lists
  const keyOf = ({ segment, coder, stance }: Coding, code: string) =>
    JSON.stringify([segment, coder, code, stance])
  const taken = new Set<string>()
  for (const code of new Set(next.values()))
    for (const id of codingsWith(draft, code)) if (!next.has(id)) taken.add(keyOf(codings.get(id)!, code))
  const touched = Array.from(next, ([id, code]) => ({ id, code, place: codings.placeOf(id) }))
  for (const { id, code } of touched.sort((a, b) => a.place - b.place)) {
    const coding = codings.get(id)!
    const key = keyOf(coding, code)
    if (taken.has(key)) dropCoding(draft, id)
    else {
      taken.add(key)
      codings.replace({ ...coding, code, codeVersion: codes.get(code)?.version ?? 1 })
      joinGroup(draft.codingsByCode, code, id)
    }
  }
}

/** Where a code is now: the code that it was merged into, and so on, or itself. */
function whereNow(draft: StudyDraft, id: string): string {
  const { codes } = draft.lists
  const seen = new Set<string>()
  let at = id
  for (let next = codes.get(at)?.mergedInto; next !== undefined && !seen.has(next); ) {
    seen.add(next)
    at = next
    next = codes.get(at)?.mergedInto
  }
  return at
}

/**
 * What is merged into a code that was merged away goes where that one went, as it may where two coders merge apart. Codes that
 * are one already stay so.
 */
const mergeCodes: Handler<'merge-codes'> = (draft, change) => {
  const { codes } = draft.lists
  if (![...change.codes, change.into].every(id => known(draft, change, 'codes', id))) return
  const into = whereNow(draft, change.into)
  const merged = new Set(change.codes)
  if (merged.has(change.into)) {
    refuse(
      draft,
      change,
      'merge-into-itself',
      `Code "${change.into}" cannot be merged into itself. Leave it out of the list.`,
    )
    return
  }
  merged.delete(into)
  for (let up = codes.get(into)!.parent; up !== null; up = codes.get(up)?.parent ?? null)
    if (merged.has(up)) {
      refuse(
        draft,
        change,
        'merge-into-below',
        `Code "${up}" cannot be merged into "${into}", which lies under it. Move "${into}" up first, or merge the other way.`,
      )
      return
    }
  recode(draft, new Map([...merged].flatMap(code => codingsWith(draft, code).map(id => [id, into] as const))))
  for (const id of merged) {
    const code = codes.get(id)!
    codes.replace({ ...code, retired: true, mergedInto: into })
  }
  for (const code of [...codes.values()])
    if (code.parent !== null && merged.has(code.parent)) codes.replace({ ...code, parent: into })
  const { frames } = draft.lists
  for (const frame of [...frames.values()])
    if (frame.rows.some(row => row.codes.some(code => merged.has(code))))
      frames.replace({ ...frame, rows: frame.rows.map(row => ({ ...row, codes: renamed(row.codes) })) })

  function renamed(ids: readonly string[]): readonly string[] {
    return [...new Set(ids.map(id => (merged.has(id) ? into : id)))]
  }
}

const splitCode: Handler<'split-code'> = (draft, change) => {
  const { codes, codings } = draft.lists
  const code = codes.get(change.code)
  if (code === undefined) {
    known(draft, change, 'codes', change.code)
    return
  }
  const targets = new Set<string>()
  const assigned = new Map<string, string>()
  let fits = true
  for (const part of change.into) {
    // A part may lie under a part before it, so parents are looked for among those too; that leaves no room for a cycle.
    if (part.parent !== null && !targets.has(part.parent) && !known(draft, change, 'codes', part.parent))
      fits = false
    if (codes.has(part.id) || targets.has(part.id)) fits = refuseDuplicate(draft, change, part.id)
    targets.add(part.id)
  }
  for (const { coding, code: target } of change.assign) {
    const found = codings.get(coding)
    if (found === undefined) fits = known(draft, change, 'codings', coding)
    else if (found.code !== change.code || !targets.has(target))
      fits = refuse(
        draft,
        change,
        'split-elsewhere',
        `Coding "${coding}" cannot go to "${target}": a split gives codings of "${change.code}" to one of its parts. Leave it out, or correct the ids.`,
      )
    else assigned.set(coding, target)
  }
  if (!fits) return
  for (const part of change.into) codes.add({ ...part, version: 1 })
  codes.replace({ ...code, retired: true })
  recode(draft, assigned)
}

const handlers: { readonly [K in CodebookChange['kind']]: Handler<K> } = {
  'add-code': addCode,
  'rename-code': (draft, change) =>
    edit(draft, change, change.code, code => ({ ...code, label: change.label })),
  'redefine-code': (draft, change) =>
    edit(draft, change, change.code, code => ({
      ...code,
      definition: change.definition,
      version: code.version + 1,
    })),
  'move-code': moveCode,
  'merge-codes': mergeCodes,
  'split-code': splitCode,
  'retire-code': (draft, change) => edit(draft, change, change.code, code => ({ ...code, retired: true })),
  'set-frame': (draft, change) => {
    const { frames } = draft.lists
    const named = change.frame.rows.flatMap(row => row.codes)
    if (!named.every(id => known(draft, change, 'codes', id))) return
    if (frames.has(change.frame.id)) frames.replace(change.frame)
    else frames.add(change.frame)
  },
  'remove-frame': (draft, change) => {
    if (known(draft, change, 'frames', change.frame)) dropFrame(draft, change.frame)
  },
  'freeze-codebook': (draft, { round, by, at }) => {
    draft.frozen = { round, by, at }
  },
  'thaw-codebook': draft => {
    draft.frozen = undefined
  },
}

export function isCodebookChange(change: { readonly kind: string }): change is CodebookChange {
  return Object.hasOwn(handlers, change.kind)
}

export function applyCodebookChange(draft: StudyDraft, change: CodebookChange): void {
  if (draft.frozen !== undefined && change.kind !== 'thaw-codebook') {
    refuse(
      draft,
      change,
      'codebook-frozen',
      `The codebook is frozen for "${draft.frozen.round}". Thaw it first, or wait until that round of coding is done.`,
    )
    return
  }
  const handler = handlers[change.kind] as (draft: StudyDraft, change: CodebookChange) => void
  handler(draft, change)
}
