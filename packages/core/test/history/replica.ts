import {
  applyChanges,
  type Change,
  emptyHistory,
  eventId,
  type History,
  mergeHistories,
  type Study,
  StudyError,
  studyOfHistory,
} from '../../src/index.ts'
import { setUp } from '../core-cases.ts'

/** A coder who works on a copy of a study. */
export interface Replica {
  readonly history: History
  /** The changes that the coder made and did not undo, the last at the end. */
  readonly own: readonly string[]
}

/** The copy that all begin from. */
export const start: Replica = {
  history: { ...emptyHistory, events: setUp.map((change, i) => ({ clock: i + 1, change })) },
  own: [],
}

export function studyOf({ history }: Replica): Study {
  return studyOfHistory(history).study
}

function tick({ history }: Replica): number {
  return Math.max(...history.events.map(({ clock }) => clock)) + 1
}

/** The coder makes a change, where it fits what the coder sees. */
export function make(replica: Replica, change: Change): Replica {
  const known = replica.history.events.some(event => eventId(event) === change.id)
  if (known) return replica
  try {
    applyChanges(studyOf(replica), [change])
  } catch (error) {
    if (error instanceof StudyError) return replica
    throw error
  }
  return {
    history: { ...replica.history, events: [...replica.history.events, { clock: tick(replica), change }] },
    own: [...replica.own, change.id],
  }
}

/** The coder undoes the last of the coder's own changes. */
export function undo(replica: Replica, id: string): Replica {
  const last = replica.own.at(-1)
  if (last === undefined) return replica
  const event = { clock: tick(replica), id, turn: 'undo' as const, changes: [last] }
  return {
    history: { ...replica.history, events: [...replica.history.events, event] },
    own: replica.own.slice(0, -1),
  }
}

/** The coder takes in what another one did; what was there before is not undone any more. */
export function take(replica: Replica, other: Replica): Replica {
  return { history: mergeHistories(replica.history, other.history), own: [] }
}
