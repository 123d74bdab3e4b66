import type { Change, ChangeKind } from '@codeerbank/core'
import type { ProjectParts } from './project-parts.ts'
import { checkedChange, type ReadContext } from './read-context.ts'
import type { SupplementType } from './supplement-lines.ts'

const kinds = [
  ['judgement', 'record-judgement'],
  ['screening', 'record-screening'],
  ['query', 'save-query'],
  ['claim', 'state-claim'],
  ['summary', 'write-summary'],
] as const satisfies readonly (readonly [SupplementType, ChangeKind])[]

/** The participants, who may be of a case that the project no longer has. */
export function readParticipants(context: ReadContext, parts: ProjectParts): void {
  const cases = new Set(parts.cases.map(({ id }) => id))
  for (const { id, rest } of context.supplement.all('participant')) {
    const participant = checkedChange('add-participant', { participant: { ...rest } })?.participant
    if (participant === undefined) context.list.add('supplement-details', id)
    else if (participant.case === undefined || cases.has(participant.case))
      parts.participants.push(participant)
    else {
      const { case: _, ...free } = participant
      context.list.add('supplement-details', id)
      parts.participants.push(free)
    }
  }
}

/** What only the supplement has: judgements, screenings, queries, claims and summaries. */
export function readOthers(context: ReadContext, parts: ProjectParts): void {
  for (const [type, kind] of kinds)
    for (const { id, rest } of context.supplement.all(type)) {
      const change: Change | null = otherChange(type, kind, rest ?? {})
      if (change === null) context.list.add('supplement-details', id)
      else parts.others.push(change)
    }
}

function otherChange(
  type: SupplementType,
  kind: ChangeKind,
  rest: Readonly<Record<string, unknown>>,
): Change | null {
  if (type === 'query') return checkedChange(kind, { query: rest })
  const { by, at, ...thing } = rest
  return checkedChange(kind, { [type]: thing, by, at })
}
