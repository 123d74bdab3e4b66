import type { Change } from './change.ts'
import { type Label, type Language, labelText } from './label.ts'
import { judgementStateLabels, type Source } from './study.ts'

/**
 * What a change says, in few words: the new name, the new definition, which codes, the words of a memo. Words of sources are not in it.
 *
 * @returns an empty text where the kind of change and its subject tell all
 */
export function changeDetail(change: Change, language: Language = 'nl'): string {
  const shown = (label: Label) => labelText(label, language)
  switch (change.kind) {
    case 'describe-study':
      return shown(change.title)
    case 'add-variable':
      return shown(change.variable.label)
    case 'add-coder':
      return change.coder.label
    case 'add-case':
      return shown(change.case.label)
    case 'add-participant':
      return change.participant.label
    case 'set-value':
      return `${change.variable}: ${change.value ?? ''}`
    case 'add-source':
      return sourceDetail(change.source)
    case 'correct-source':
      return change.reason ?? ''
    case 'add-code':
      return shown(change.code.label)
    case 'rename-code':
      return shown(change.label)
    case 'redefine-code':
      return shown(change.definition)
    case 'move-code':
      return change.parent === null ? '/' : `${change.parent}/`
    case 'merge-codes':
      return `${change.codes.join(', ')} → ${change.into}`
    case 'split-code':
      return `${change.code} → ${change.into.map(({ label }) => shown(label)).join(', ')}`
    case 'set-frame':
      return shown(change.frame.label)
    case 'freeze-codebook':
      return change.round
    case 'code-segment':
      return change.coding.code
    case 'write-memo':
      return change.memo.title ?? change.memo.text
    case 'record-judgement':
      return `${change.judgement.case}, ${change.judgement.rows.join(', ')}: ${shown(judgementStateLabels[change.judgement.state])}`
    case 'record-screening':
      return `${change.screening.source}: ${change.screening.code}`
    case 'save-query':
      return change.query.text
    case 'state-claim':
      return shown(change.claim.text)
    case 'write-summary':
      return change.summary.text
    case 'settle-conflict':
      return change.keep ?? ''
    default:
      return ''
  }
}

/** Which file a source came from, and what its bytes hash to. */
function sourceDetail({ title, origin }: Source): string {
  return origin === undefined ? title : `${origin.file}, SHA-256 ${origin.sha256.slice(0, 16)}`
}
