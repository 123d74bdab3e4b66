import { applyCodebookChange, isCodebookChange } from './apply-codebook-change.ts'
import { applyCodingChange, isCodingChange } from './apply-coding-change.ts'
import { applyInquiryChange, isInquiryChange } from './apply-inquiry-change.ts'
import { applySourceChange, isSourceChange } from './apply-source-change.ts'
import type { Change, ChangeOf } from './change.ts'
import type { Reading } from './problem.ts'
import { emptyStudy, type Study } from './study.ts'
import { addNew, draftStudy, finishDraft, known, type StudyDraft } from './study-draft.ts'
import { StudyError } from './study-error.ts'

/**
 * The study after some changes. The study given is not touched. A call takes time in proportion to the changes and
 * one copy of each list that they touch, so bulk work is one call with many changes.
 *
 * @param study the study before
 * @param changes what is done to it, in order
 * @throws StudyError with a problem for every change that does not fit the study; then nothing is applied
 */
export function applyChanges(study: Study, changes: readonly Change[]): Study {
  const { value, problems } = applyFitting(study, changes)
  if (problems.length > 0) throw new StudyError(problems)
  return value
}

/**
 * The study after those of the changes that fit it, and a problem for each that does not (an unknown id, a duplicate,
 * a quote that its source does not have). A change that rests on one that does not fit does not fit either.
 */
export function applyFitting(study: Study, changes: readonly Change[]): Reading<Study> {
  const draft = draftStudy(study)
  for (const change of changes) applyOne(draft, change)
  return { value: finishDraft(draft), problems: draft.problems }
}

/**
 * The study that a whole history of changes makes, from nothing.
 *
 * @throws StudyError as `applyChanges` does
 */
export function replay(changes: readonly Change[]): Study {
  return applyChanges(emptyStudy, changes)
}

/** Applies one change to a draft, or notes there why it does not fit; then the draft is as it was. */
export function applyOne(draft: StudyDraft, change: Change): void {
  if (isCodingChange(change)) applyCodingChange(draft, change)
  else if (isSourceChange(change)) applySourceChange(draft, change)
  else if (isCodebookChange(change)) applyCodebookChange(draft, change)
  else if (isInquiryChange(change)) applyInquiryChange(draft, change)
  else applyFrameworkChange(draft, change)
}

type FrameworkChange = ChangeOf<
  'describe-study' | 'add-variable' | 'add-coder' | 'add-case' | 'add-participant' | 'set-value'
>

/** The study's framework: what it is called, who and what takes part. */
function applyFrameworkChange(draft: StudyDraft, change: FrameworkChange): void {
  const { lists } = draft
  switch (change.kind) {
    case 'describe-study':
      draft.title = change.title
      draft.language = change.language
      return
    case 'add-variable':
      addNew(draft, change, 'variables', lists.variables, change.variable)
      return
    case 'add-coder':
      addNew(draft, change, 'coders', lists.coders, change.coder)
      return
    case 'add-case':
      addNew(draft, change, 'cases', lists.cases, change.case)
      return
    case 'add-participant':
      if (change.participant.case === undefined || known(draft, change, 'cases', change.participant.case))
        addNew(draft, change, 'participants', lists.participants, change.participant)
      return
    case 'set-value':
      setValue(draft, change)
      return
    default:
      throw new TypeError(`There is no change of the kind "${String((change as { kind: unknown }).kind)}".`)
  }
}

function setValue(draft: StudyDraft, change: ChangeOf<'set-value'>): void {
  const { lists } = draft
  const { item, variable, value } = change
  if (!known(draft, change, 'variables', variable)) return
  const list = change.on === 'case' ? 'cases' : change.on === 'source' ? 'sources' : 'participants'
  if (!known(draft, change, list, item)) return
  if (list === 'cases') {
    const found = lists.cases.get(item)!
    lists.cases.replace({ ...found, values: { ...found.values, [variable]: value } })
  } else if (list === 'sources') {
    const found = lists.sources.get(item)!
    lists.sources.replace({ ...found, values: { ...found.values, [variable]: value } })
  } else {
    const found = lists.participants.get(item)!
    lists.participants.replace({ ...found, values: { ...found.values, [variable]: value } })
  }
}
