import type { ChangeOf } from './change.ts'
import { joinGroup, known, refuse, type StudyDraft } from './study-draft.ts'

type InquiryChange = ChangeOf<
  | 'review-coding'
  | 'record-screening'
  | 'withdraw-screening'
  | 'save-query'
  | 'remove-query'
  | 'state-claim'
  | 'withdraw-claim'
  | 'write-summary'
  | 'remove-summary'
  | 'settle-conflict'
>

/**
 * A coding that was looked at again stands under the definition that was looked at. A review that does not say which is of a file from before
 * words were accepted by themselves: it stands under that of its day, and on the words that a correction left there.
 */
function reviewCoding(draft: StudyDraft, change: ChangeOf<'review-coding'>): void {
  const { codings, codes, segments } = draft.lists
  const coding = codings.get(change.coding)
  if (coding === undefined) {
    known(draft, change, 'codings', change.coding)
    return
  }
  const current = codes.get(coding.code)?.version ?? coding.codeVersion
  if (change.codeVersion !== undefined) {
    // Another may have defined the code anew meanwhile, which the reviewer did not see.
    const seen = Math.min(change.codeVersion, current)
    codings.replace({ ...coding, codeVersion: Math.max(coding.codeVersion, seen) })
    return
  }
  codings.replace({ ...coding, codeVersion: current })
  const segment = segments.get(coding.segment)
  if (segment?.verdict !== 'changed') return
  const { verdict: _, ...settled } = segment
  segments.replace(settled)
}

/** Reading a source again with the same code in mind renews the screening. */
function recordScreening(draft: StudyDraft, change: ChangeOf<'record-screening'>): void {
  const { screening, by, at } = change
  const { screenings } = draft.lists
  const code = draft.lists.codes.get(screening.code)
  if (!known(draft, change, 'sources', screening.source) || !known(draft, change, 'coders', by)) return
  if (code === undefined) {
    known(draft, change, 'codes', screening.code)
    return
  }
  const recorded = { ...screening, by, at, codeVersion: code.version }
  if (screenings.has(screening.id)) screenings.replace(recorded)
  else screenings.add(recorded)
  joinGroup(draft.screeningsOf, screening.source, screening.id)
}

/** A claim with a known id is stated anew. */
function stateClaim(draft: StudyDraft, change: ChangeOf<'state-claim'>): void {
  const { claim, by, at } = change
  const { claims } = draft.lists
  if (!claim.rules.every(rule => known(draft, change, 'cases', rule.case))) return
  if (claims.has(claim.id)) claims.replace({ ...claim, by, at })
  else claims.add({ ...claim, by, at })
}

/** A summary with a known id is written anew. */
function writeSummary(draft: StudyDraft, change: ChangeOf<'write-summary'>): void {
  const { summary, by, at } = change
  const { summaries, frames } = draft.lists
  if (!known(draft, change, 'frames', summary.frame) || !known(draft, change, 'cases', summary.case)) return
  if (!frames.get(summary.frame)!.rows.some(row => row.id === summary.row)) {
    refuse(
      draft,
      change,
      'unknown-row',
      `The frame "${summary.frame}" has no row "${summary.row}". Correct the row.`,
    )
    return
  }
  if (!summary.cites.every(cite => known(draft, change, 'codings', cite.coding))) return
  if (summaries.has(summary.id)) summaries.replace({ ...summary, by, at })
  else summaries.add({ ...summary, by, at })
}

const handlers: {
  readonly [K in InquiryChange['kind']]: (draft: StudyDraft, change: ChangeOf<K>) => void
} = {
  'review-coding': reviewCoding,
  'record-screening': recordScreening,
  'withdraw-screening': (draft, change) => {
    if (known(draft, change, 'screenings', change.screening)) draft.lists.screenings.remove(change.screening)
  },
  'save-query': (draft, { query }) => {
    const { queries } = draft.lists
    if (queries.has(query.id)) queries.replace(query)
    else queries.add(query)
  },
  'remove-query': (draft, change) => {
    if (known(draft, change, 'queries', change.query)) draft.lists.queries.remove(change.query)
  },
  'state-claim': stateClaim,
  'withdraw-claim': (draft, change) => {
    if (known(draft, change, 'claims', change.claim)) draft.lists.claims.remove(change.claim)
  },
  'write-summary': writeSummary,
  'remove-summary': (draft, change) => {
    if (known(draft, change, 'summaries', change.summary)) draft.lists.summaries.remove(change.summary)
  },
  // Says which of earlier changes hold: that shows when the history is gone through (`studyOfHistory`).
  'settle-conflict': () => {},
}

export function isInquiryChange(change: { readonly kind: string }): change is InquiryChange {
  return Object.hasOwn(handlers, change.kind)
}

export function applyInquiryChange(draft: StudyDraft, change: InquiryChange): void {
  const handler = handlers[change.kind] as (draft: StudyDraft, change: InquiryChange) => void
  handler(draft, change)
}
