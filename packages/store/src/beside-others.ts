import { type Change, findConflicts, type Study, StudyError } from '@codeerbank/core'
import type { LogEntry } from './log-entry.ts'
import { storeProblem } from './store-error.ts'
import { BehindError } from './study-store.ts'

/**
 * Puts changes on a study that others changed since their maker last saw it, where they hold beside what the others did.
 *
 * @param missed what the others appended
 * @param study what there is after that, before what is put
 * @throws BehindError where a change would undo what another one did, rests on what is no longer there, or does not fit any more;
 *   StudyError as `put` throws it where nothing was missed
 */
export async function besideOthers(
  changes: readonly Change[],
  missed: readonly LogEntry[],
  location: string,
  study: () => Study,
  put: () => Promise<void>,
): Promise<void> {
  if (missed.length === 0) return put()
  const theirs = missed.flatMap(({ change }) => change ?? [])
  const { conflicts, unseen } = findConflicts(changes, theirs, { beside: madeIn(study) })
  const own = new Set(changes.map(({ id }) => id))
  const about = [
    ...conflicts.map(conflict => conflict.about),
    // A coding would seem to be made under a definition that its coder did not know.
    ...unseen.filter(({ change }) => own.has(change)).map(({ change }) => `what ${change} is defined by`),
  ]
  const problem = () =>
    storeProblem(
      'store-behind',
      `Others changed the same meanwhile${about.length === 0 ? '' : ` (${about.join(', ')})`}, and nothing was applied. Look at what they did, and apply again what should hold.`,
      location,
    )
  if (about.length > 0) throw new BehindError([problem()], missed)
  try {
    await put()
  } catch (error) {
    throw error instanceof StudyError ? new BehindError([problem(), ...error.problems], missed) : error
  }
}

/** The segments and codings of a study as the changes that would make them; the study is asked for only where these are. */
function* madeIn(study: () => Study): Generator<Change> {
  const { segments, codings } = study()
  for (const { by, at, verdict, ...segment } of segments)
    yield { kind: 'add-segment', id: segment.id, by, at, segment }
  for (const { coder, at, codeVersion, ...coding } of codings)
    yield { kind: 'code-segment', id: coding.id, by: coder, at, coding }
}
