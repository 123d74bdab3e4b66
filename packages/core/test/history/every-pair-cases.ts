import type { ChangeKind } from '../../src/index.ts'

type Met = Partial<Readonly<Record<ChangeKind, string>>>

const code = (...kinds: readonly ChangeKind[]) => over('code:kat end', kinds)
const frozen = over('codebook: end', ['freeze-codebook'])

function over(about: string, kinds: readonly ChangeKind[]): Met {
  return Object.fromEntries(kinds.map(kind => [kind, about]))
}

/**
 * For every kind of change, as it is in `every-kind-cases`, with which kinds that another makes meanwhile it cannot hold, and what the
 * conflict is about. A pair stands once, with the kind that comes first in the list of kinds; two of one kind stand with that kind.
 * Everything else can hold together, or one follows the other: a coding goes to the code that its code was merged into, a segment
 * to where its words are in the corrected text.
 */
export const conflictsOf: Readonly<Record<ChangeKind, Met>> = {
  'describe-study': {},
  'add-variable': {},
  'add-coder': {},
  'add-case': {},
  'add-participant': {},
  'set-value': {},
  'add-source': {},
  // A segment goes where its words are, and where they are gone it waits.
  'correct-source': over('source:s end', ['remove-source']),
  'remove-source': {
    ...over('source:s end', ['add-segment', 'record-screening']),
    ...over('source:s resting', ['accept-segment', 'place-segment', 'code-segment', 'review-coding']),
  },
  'add-code': frozen,
  'rename-code': { ...code('merge-codes', 'split-code', 'retire-code'), ...frozen },
  // What is coded or screened under the older definition is recoding debt.
  'redefine-code': { ...code('merge-codes', 'split-code', 'retire-code'), ...frozen },
  'move-code': { ...code('merge-codes', 'split-code', 'retire-code'), ...frozen },
  'merge-codes': {
    ...code('split-code', 'retire-code', 'set-frame', 'write-memo', 'record-screening'),
    ...frozen,
  },
  'split-code': {
    ...code('retire-code', 'set-frame', 'code-segment', 'write-memo', 'record-screening'),
    ...frozen,
  },
  'retire-code': { ...code('set-frame', 'code-segment', 'write-memo', 'record-screening'), ...frozen },
  // The estimate is of row b, which is no row any more; the summary is of row a, which is.
  'set-frame': {
    ...frozen,
    ...over('frame:f rows', ['record-judgement']),
    ...over('frame:f end', ['remove-frame']),
  },
  'remove-frame': { ...frozen, ...over('frame:f end', ['record-judgement', 'write-summary']) },
  'freeze-codebook': over('codebook: end', ['thaw-codebook']),
  'thaw-codebook': {},
  'add-segment': {},
  'accept-segment': {
    ...over('segment:g1 place', ['place-segment']),
    ...over('segment:g1 end', ['remove-segment']),
  },
  // The words that were coded are not those on which the segment was placed.
  'place-segment': {
    ...over('segment:g1 end', ['remove-segment']),
    ...over('segment:g1 place', ['code-segment']),
  },
  'remove-segment': {
    ...over('segment:g1 end', ['code-segment']),
    ...over('segment:g1 resting', ['review-coding']),
  },
  'code-segment': {},
  'withdraw-coding': over('coding:k1 end', ['review-coding']),
  'review-coding': {},
  'write-memo': over('memo:m end', ['remove-memo']),
  'remove-memo': {},
  'record-judgement': over('judgement:j end', ['withdraw-judgement']),
  'withdraw-judgement': {},
  'record-screening': over('screening:z end', ['withdraw-screening']),
  'withdraw-screening': {},
  'save-query': over('query:q end', ['remove-query']),
  'remove-query': {},
  'state-claim': over('claim:c end', ['withdraw-claim']),
  'withdraw-claim': {},
  'write-summary': over('summary:w end', ['remove-summary']),
  'remove-summary': {},
  'settle-conflict': {},
}
