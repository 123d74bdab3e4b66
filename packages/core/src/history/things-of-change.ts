import type { Change } from '../change.ts'

/** What a change makes that was not there, as the kind of thing and its id, `code:sturing`; nothing where it changes what there is. */
export function thingsMade(change: Change): readonly string[] {
  switch (change.kind) {
    case 'add-variable':
      return [`variable:${change.variable.id}`]
    case 'add-coder':
      return [`coder:${change.coder.id}`]
    case 'add-case':
      return [`case:${change.case.id}`]
    case 'add-participant':
      return [`participant:${change.participant.id}`]
    case 'add-source':
      return [`source:${change.source.id}`]
    case 'add-code':
      return [`code:${change.code.id}`]
    case 'split-code':
      return change.into.map(({ id }) => `code:${id}`)
    case 'add-segment':
      return [`segment:${change.segment.id}`]
    case 'code-segment':
      return [`coding:${change.coding.id}`]
    default:
      return []
  }
}

/** Things without which a change cannot be, as `thingsMade` says them; not those that it takes away, which may as well be gone. */
export function thingsNeeded(change: Change): readonly string[] {
  switch (change.kind) {
    case 'add-participant':
      return change.participant.case === undefined ? [] : [`case:${change.participant.case}`]
    case 'set-value':
      return [`${change.on}:${change.item}`, `variable:${change.variable}`]
    case 'add-source':
      return [
        `case:${change.source.case}`,
        ...change.source.participants.map(participant => `participant:${participant}`),
      ]
    case 'correct-source':
      return [`source:${change.source}`]
    case 'add-code':
      return change.code.parent === null ? [] : [`code:${change.code.parent}`]
    case 'rename-code':
    case 'redefine-code':
      return [`code:${change.code}`]
    case 'move-code':
      return [change.code, change.parent].flatMap(code => (code === null ? [] : [`code:${code}`]))
    case 'merge-codes':
      return [...change.codes, change.into].map(code => `code:${code}`)
    case 'split-code':
      return [`code:${change.code}`]
    case 'set-frame':
      return change.frame.rows.flatMap(({ codes }) => codes.map(code => `code:${code}`))
    case 'add-segment':
      return [`source:${change.segment.source}`]
    case 'accept-segment':
    case 'place-segment':
      return [`segment:${change.segment}`]
    case 'code-segment':
      return [`segment:${change.coding.segment}`, `code:${change.coding.code}`, `coder:${change.by}`]
    case 'review-coding':
      return [`coding:${change.coding}`]
    case 'write-memo':
      return change.memo.on.id === undefined ? [] : [`${change.memo.on.type}:${change.memo.on.id}`]
    case 'record-judgement':
      return [`case:${change.judgement.case}`]
    case 'record-screening':
      return [`source:${change.screening.source}`, `code:${change.screening.code}`, `coder:${change.by}`]
    case 'state-claim':
      return change.claim.rules.map(rule => `case:${rule.case}`)
    case 'write-summary':
      return [`case:${change.summary.case}`, ...change.summary.cites.map(({ coding }) => `coding:${coding}`)]
    default:
      return []
  }
}
