import type { Change, ChangeKind } from './change.ts'
import type { Label } from './label.ts'

/** What each kind of change does, for people. */
export const changeLabels: Readonly<Record<ChangeKind, Label>> = {
  'describe-study': { nl: 'studie beschreven', en: 'study described' },
  'add-variable': { nl: 'variabele toegevoegd', en: 'variable added' },
  'add-coder': { nl: 'codeur toegevoegd', en: 'coder added' },
  'add-case': { nl: 'casus toegevoegd', en: 'case added' },
  'add-participant': { nl: 'deelnemer toegevoegd', en: 'participant added' },
  'set-value': { nl: 'waarde gezet', en: 'value set' },
  'add-source': { nl: 'bron toegevoegd', en: 'source added' },
  'correct-source': { nl: 'bron gecorrigeerd', en: 'source corrected' },
  'remove-source': { nl: 'bron verwijderd', en: 'source removed' },
  'add-code': { nl: 'code toegevoegd', en: 'code added' },
  'rename-code': { nl: 'code hernoemd', en: 'code renamed' },
  'redefine-code': { nl: 'code anders gedefinieerd', en: 'code redefined' },
  'move-code': { nl: 'code verplaatst', en: 'code moved' },
  'merge-codes': { nl: 'codes samengevoegd', en: 'codes merged' },
  'split-code': { nl: 'code gesplitst', en: 'code split' },
  'retire-code': { nl: 'code vervallen', en: 'code retired' },
  'set-frame': { nl: 'vergelijking ingericht', en: 'comparison laid out' },
  'remove-frame': { nl: 'vergelijking verwijderd', en: 'comparison removed' },
  'freeze-codebook': { nl: 'codeboek vastgezet', en: 'codebook frozen' },
  'thaw-codebook': { nl: 'codeboek vrijgegeven', en: 'codebook thawed' },
  'add-segment': { nl: 'fragment aangewezen', en: 'segment marked' },
  'accept-segment': { nl: 'woorden van fragment aanvaard', en: 'words of segment accepted' },
  'place-segment': { nl: 'fragment geplaatst', en: 'segment placed' },
  'remove-segment': { nl: 'fragment verwijderd', en: 'segment removed' },
  'code-segment': { nl: 'fragment gecodeerd', en: 'segment coded' },
  'withdraw-coding': { nl: 'codering ingetrokken', en: 'coding withdrawn' },
  'write-memo': { nl: 'memo geschreven', en: 'memo written' },
  'remove-memo': { nl: 'memo verwijderd', en: 'memo removed' },
  'record-judgement': { nl: 'oordeel vastgelegd', en: 'judgement recorded' },
  'withdraw-judgement': { nl: 'oordeel ingetrokken', en: 'judgement withdrawn' },
  'review-coding': { nl: 'codering herzien', en: 'coding reviewed' },
  'record-screening': { nl: 'bron doorgelezen op een code', en: 'source screened for a code' },
  'withdraw-screening': { nl: 'doorlezing ingetrokken', en: 'screening withdrawn' },
  'save-query': { nl: 'zoekvraag bewaard', en: 'query saved' },
  'remove-query': { nl: 'zoekvraag verwijderd', en: 'query removed' },
  'state-claim': { nl: 'bewering gedaan', en: 'claim stated' },
  'withdraw-claim': { nl: 'bewering ingetrokken', en: 'claim withdrawn' },
  'write-summary': { nl: 'samenvatting geschreven', en: 'summary written' },
  'remove-summary': { nl: 'samenvatting verwijderd', en: 'summary removed' },
  'settle-conflict': { nl: 'tegenstrijdigheid beslist', en: 'conflict settled' },
}

/** What a change is about: the kind of thing and its id. A merging is about the code that remains. */
export interface ChangeSubject {
  readonly type:
    | 'study'
    | 'variable'
    | 'coder'
    | 'case'
    | 'participant'
    | 'source'
    | 'code'
    | 'codebook'
    | 'frame'
    | 'segment'
    | 'coding'
    | 'memo'
    | 'judgement'
    | 'screening'
    | 'query'
    | 'claim'
    | 'summary'
    | 'conflict'
  readonly id: string
}

/** What a change is about. */
export function changeSubject(change: Change): ChangeSubject {
  switch (change.kind) {
    case 'describe-study':
      return { type: 'study', id: '' }
    case 'add-variable':
      return { type: 'variable', id: change.variable.id }
    case 'add-coder':
      return { type: 'coder', id: change.coder.id }
    case 'add-case':
      return { type: 'case', id: change.case.id }
    case 'add-participant':
      return { type: 'participant', id: change.participant.id }
    case 'set-value':
      return { type: change.on, id: change.item }
    case 'add-source':
      return { type: 'source', id: change.source.id }
    case 'correct-source':
    case 'remove-source':
      return { type: 'source', id: change.source }
    case 'add-code':
      return { type: 'code', id: change.code.id }
    case 'rename-code':
    case 'redefine-code':
    case 'move-code':
    case 'split-code':
    case 'retire-code':
      return { type: 'code', id: change.code }
    case 'merge-codes':
      return { type: 'code', id: change.into }
    case 'set-frame':
      return { type: 'frame', id: change.frame.id }
    case 'remove-frame':
      return { type: 'frame', id: change.frame }
    case 'freeze-codebook':
    case 'thaw-codebook':
      return { type: 'codebook', id: '' }
    case 'add-segment':
      return { type: 'segment', id: change.segment.id }
    case 'accept-segment':
    case 'place-segment':
    case 'remove-segment':
      return { type: 'segment', id: change.segment }
    case 'code-segment':
      return { type: 'coding', id: change.coding.id }
    case 'withdraw-coding':
    case 'review-coding':
      return { type: 'coding', id: change.coding }
    case 'write-memo':
      return { type: 'memo', id: change.memo.id }
    case 'remove-memo':
      return { type: 'memo', id: change.memo }
    case 'record-judgement':
      return { type: 'judgement', id: change.judgement.id }
    case 'withdraw-judgement':
      return { type: 'judgement', id: change.judgement }
    case 'record-screening':
      return { type: 'screening', id: change.screening.id }
    case 'withdraw-screening':
      return { type: 'screening', id: change.screening }
    case 'save-query':
      return { type: 'query', id: change.query.id }
    case 'remove-query':
      return { type: 'query', id: change.query }
    case 'state-claim':
      return { type: 'claim', id: change.claim.id }
    case 'withdraw-claim':
      return { type: 'claim', id: change.claim }
    case 'write-summary':
      return { type: 'summary', id: change.summary.id }
    case 'remove-summary':
      return { type: 'summary', id: change.summary }
    case 'settle-conflict':
      return { type: 'conflict', id: change.about }
  }
}
