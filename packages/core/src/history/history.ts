import type { Change } from '../change.ts'
import { stableJson } from '../stable-json.ts'

/** A change, and when it was made: after everything with a lower clock that its maker knew (Lamport 1978, doi:10.1145/359545.359563). */
export interface ChangeEvent {
  readonly clock: number
  readonly change: Change
}

/** Changes that were undone or done again together. */
export interface TurnEvent {
  readonly clock: number
  readonly id: string
  readonly turn: 'undo' | 'redo'
  /** Ids of the changes. */
  readonly changes: readonly string[]
}

export type HistoryEvent = ChangeEvent | TurnEvent

/**
 * What two people decided apart from one another about one aspect of one thing, where both cannot hold; or, where it is about `met:`, what
 * had met already before a blind copy was made (`metBefore`).
 */
export interface Conflict {
  /** The thing and the aspect, `code:sturing label`. */
  readonly about: string
  /** Ids of the changes, all of them, in no order. */
  readonly changes: readonly string[]
}

/** A coding or screening that was made while another gave its code a new definition, which its maker did not know. */
export interface Unseen {
  /** Id of the change that codes or screens. */
  readonly change: string
  /** Id of the change that redefines. */
  readonly redefinition: string
}

/** Everything that was done to a study, as a set: what two people did apart is joined by `mergeHistories`. */
export interface History {
  /** In the order of their clocks, those of the same clock in the order of their ids. */
  readonly events: readonly HistoryEvent[]
  readonly conflicts: readonly Conflict[]
  readonly unseen: readonly Unseen[]
}

export const emptyHistory: History = { events: [], conflicts: [], unseen: [] }

export function eventId(event: HistoryEvent): string {
  return 'change' in event ? event.change.id : event.id
}

/** What an event says, apart from its clock: equal for equal events. */
export function eventContent(event: HistoryEvent): string {
  const { clock: _, ...said } = event
  return stableJson(said)
}

/** The order in which events count: by clock, then by id, then by what they say. */
export function compareEvents(a: HistoryEvent, b: HistoryEvent): number {
  if (a.clock !== b.clock) return a.clock - b.clock
  const [one, other] = [eventId(a), eventId(b)]
  if (one !== other) return one < other ? -1 : 1
  const [content, otherContent] = [eventContent(a), eventContent(b)]
  return content === otherContent ? 0 : content < otherContent ? -1 : 1
}
