import { applyOne } from '../apply-changes.ts'
import type { Change, ChangeOf } from '../change.ts'
import type { Problem } from '../problem.ts'
import { stableJson } from '../stable-json.ts'
import { emptyStudy, type Study } from '../study.ts'
import { codingsWith, draftStudy, finishDraft, type StudyDraft } from '../study-draft.ts'
import { findConflicts } from './find-conflicts.ts'
import { fitToStudy } from './fit-to-study.ts'
import {
  type ChangeEvent,
  eventContent,
  eventId,
  type History,
  type HistoryEvent,
  type TurnEvent,
} from './history.ts'
import { neededAgain } from './needed-again.ts'
import { stillInUse } from './still-in-use.ts'

/** A study as a history makes it. */
export interface StudyOfHistory {
  readonly study: Study
  /**
   * For every change that has no place in the study that the others make, why; its place is `changes`, the change's id. Not of those
   * that somebody looked at already, settling a conflict; nor of what was undone and is there still, once nothing rests on it any more or it was retired.
   */
  readonly problems: readonly Problem[]
}

/**
 * The study that a history makes, from nothing: its changes one after the other, without those that were undone and those that lost a conflict
 * that was settled. A change that no longer fits, because of what another did meanwhile, is left out and told. A segment that was
 * marked in a text that another corrected meanwhile is found again by its words, or is lost and waits for a person; a coding with a code
 * that was merged goes along with it.
 */
export function studyOfHistory({ events, unseen }: History): StudyOfHistory {
  const { standing, held } = inEffect(events)
  const redefinitions = Map.groupBy(unseen, ({ change }) => change)
  const applied = new Set<string>()
  const draft = draftStudy(emptyStudy)
  for (const change of standing) {
    const fitted = fitToStudy(draft, change)
    if (fitted === null) continue
    const missed =
      redefinitions.get(change.id)?.filter(({ redefinition }) => applied.has(redefinition)).length ?? 0
    const merged = missed > 0 && fitted.kind === 'merge-codes' ? fitted.codes : []
    const moving = merged.flatMap(code => codingsWith(draft, code))
    const before = draft.problems.length
    applyOne(draft, fitted)
    if (draft.problems.length > before) continue
    applied.add(change.id)
    if (missed > 0) makeOlder(draft, change, moving, missed)
  }
  // Who settled a conflict without a side that holds saw what of it has no place.
  const seen = new Set([...settlementsOf(standing).values()].flatMap(({ changes }) => changes))
  const untold = draft.problems.filter(({ place }) => !seen.has(String(place?.path?.[1])))
  const study = finishDraft(draft)
  const inUse = held.length === 0 ? [] : held.filter(stillInUse(study)).filter(({ id }) => !seen.has(id))
  return { study, problems: [...repeated(events), ...inUse.map(heldAllTheSame), ...untold] }
}

function repeated(events: readonly HistoryEvent[]): readonly Problem[] {
  const seen = new Map<string, string>()
  return events
    .filter(event => {
      const first = seen.get(eventId(event))
      if (first === undefined) seen.set(eventId(event), whatIsMade(event))
      return first !== undefined && first !== whatIsMade(event)
    })
    .map(event => ({
      code: 'repeated-id',
      severity: 'error',
      message:
        'Two people made different changes with the same id. The first counts; do what the other did again, with another id.',
      place: { path: ['changes', eventId(event)] },
    }))
}

/**
 * What an event makes, whoever made it, when and of which file: two people may mark the same words, and ids of segments come from
 * their place; a study that was written as a folder and read again has the same sources from other files.
 */
function whatIsMade(event: HistoryEvent): string {
  if (!('change' in event)) return eventContent(event)
  const { by: _, at: __, ...made } = event.change
  if (made.kind !== 'add-source') return stableJson(made)
  const { origin: ___, ...source } = made.source
  return stableJson({ ...made, source })
}

/** The changes that hold, in order: what was undone, or lost a conflict, is not among them, but where something that holds was built on it. */
export function changesInEffect(events: readonly HistoryEvent[]): readonly Change[] {
  return inEffect(events).standing
}

/** The same, with those that hold although they were undone. */
function inEffect(events: readonly HistoryEvent[]) {
  const undone = new Set<string>()
  for (const event of events)
    if (!('change' in event))
      for (const id of event.changes) {
        if (event.turn === 'undo') undone.add(id)
        else undone.delete(id)
      }
  const seen = new Set<string>()
  const made = events
    .filter((event): event is ChangeEvent => 'change' in event)
    .map(({ change }) => change)
    .filter(({ id }) => seen.size !== seen.add(id).size)
  const left = undone.size === 0 ? made : made.filter(({ id }) => !undone.has(id))
  const dropped = droppedBy(left)
  const kept = dropped.size === 0 ? left : left.filter(({ id }) => !dropped.has(id))
  const held = neededAgain(undone.size === 0 ? [] : made, undone, id => !dropped.has(id))
  if (held.size === 0) return { standing: kept, held: [] }
  return {
    standing: made.filter(({ id }) => held.has(id) || !(undone.has(id) || dropped.has(id))),
    held: made.filter(({ id }) => held.has(id)),
  }
}

function heldAllTheSame({ id, kind }: Change): Problem {
  return {
    code: 'undone-in-use',
    severity: 'warning',
    message: `What "${kind}" made was undone by one while another built on it, so it is there still. Retire or remove it, or leave it.`,
    place: { path: ['changes', id] },
  }
}

/** How each conflict was settled last, by what it is about. */
export function settlementsOf(standing: readonly Change[]): ReadonlyMap<string, ChangeOf<'settle-conflict'>> {
  return new Map(
    standing.flatMap(change => (change.kind === 'settle-conflict' ? [[change.about, change] as const] : [])),
  )
}

/** What lost to the side that was kept: of many sides only those that cannot hold beside it, for the others may well hold together. */
function droppedBy(standing: readonly Change[]): ReadonlySet<string> {
  const dropped = new Set<string>()
  const settlements = [...settlementsOf(standing).values()].filter(({ keep }) => keep !== undefined)
  if (settlements.length === 0) return dropped
  const made = new Map(standing.map(change => [change.id, change]))
  for (const { about, changes, keep } of settlements) {
    const kept = made.get(keep!)
    const others = changes.flatMap(id => (id === keep ? [] : (made.get(id) ?? [])))
    if (kept === undefined) continue
    const { conflicts } = findConflicts([kept], others, { beside: standing })
    for (const lost of conflicts.find(each => each.about === about)?.changes ?? [])
      if (lost !== keep) dropped.add(lost)
  }
  return dropped
}

/** Notes that codings or a screening were made, or moved to a code by merging, under a definition that the maker knew. */
function makeOlder(draft: StudyDraft, change: Change, moved: readonly string[], missed: number): void {
  const { codings, screenings } = draft.lists
  const older = <T extends { readonly codeVersion: number }>(made: T): T => ({
    ...made,
    codeVersion: Math.max(1, made.codeVersion - missed),
  })
  const screening = change.kind === 'record-screening' ? screenings.get(change.screening.id) : undefined
  if (screening !== undefined) screenings.replace(older(screening))
  for (const id of change.kind === 'code-segment' ? [change.coding.id] : moved) {
    const coding = codings.get(id)
    if (coding !== undefined) codings.replace(older(coding))
  }
}

/** Whether an event undoes or does again. */
export function isTurn(event: HistoryEvent): event is TurnEvent {
  return !('change' in event)
}
