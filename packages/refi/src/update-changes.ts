import {
  byId,
  type Change,
  type Code,
  type Frame,
  type Label,
  labelText,
  type Study,
  stableJson,
  unknownTime,
  type Value,
} from '@codeerbank/core'
import { correctedSource } from './corrected-source.ts'
import type { NotCarriedList } from './not-carried.ts'
import { type ChangeBody, partsToChanges } from './parts-to-changes.ts'
import type { ProjectParts } from './project-parts.ts'
import { importerId } from './refi-names.ts'

const made = { by: importerId, at: unknownTime } as const

/**
 * The changes that bring a study up to date with a project: what the study does not have is added, what differs is changed,
 * and what the project no longer has stays.
 */
export function* updateChanges(
  study: Study,
  parts: ProjectParts,
  list: NotCarriedList,
  idAt: (place: number) => string,
): Generator<Change> {
  let place = 0
  for (const body of bodies(study, parts, list)) {
    place += 1
    yield { ...body, id: idAt(place) }
  }
}

function* bodies(study: Study, parts: ProjectParts, list: NotCarriedList): Generator<ChangeBody> {
  const old = Map.groupBy(study.segments, segment => segment.source)
  const placed = Map.groupBy(parts.segments, segment => segment.source)
  for (const change of partsToChanges(parts, String)) {
    if (change.kind === 'describe-study') {
      if (differs(study.title, change.title))
        yield { ...change, title: { ...study.title, ...change.title }, language: study.language }
    } else if (change.kind === 'add-coder') {
      const found = byId(study.coders, change.coder.id)
      if (found === undefined) yield change
      else if (found.label !== change.coder.label) list.add('changed-names', found.id)
    } else if (change.kind === 'add-variable') {
      const found = byId(study.variables, change.variable.id)
      if (found === undefined) yield change
      else if (differs(found.label, change.variable.label)) list.add('changed-names', found.id)
    } else if (change.kind === 'add-case') {
      const found = byId(study.cases, change.case.id)
      if (found === undefined) yield change
      else {
        if (differs(found.label, change.case.label)) list.add('changed-names', found.id)
        yield* newValues('case', found.id, found.values, change.case.values)
      }
    } else if (change.kind === 'add-participant') {
      if (byId(study.participants, change.participant.id) === undefined) yield change
    } else if (change.kind === 'add-code') {
      const found = byId(study.codes, change.code.id)
      if (found === undefined) yield change
      else {
        yield* newCode(found, change.code)
        if (isNew(found, change.code, ['color'])) list.add('changed-details', found.id)
      }
    } else if (change.kind === 'add-source') {
      const { source, by, at } = change
      const found = byId(study.sources, source.id)
      if (found === undefined) yield change
      else {
        if (found.title !== source.title) list.add('changed-names', found.id)
        if (isNew(found, source, ['form', 'date', 'activities', 'language']))
          list.add('changed-details', found.id)
        // A text that the project has not is no text that was emptied.
        const item = parts.textless.has(source.id) ? { ...source, text: found.text } : source
        const own = { item, by, at }
        const corrected = correctedSource(found, own, old.get(found.id) ?? [], placed.get(found.id) ?? [])
        if (corrected !== null) yield corrected
        yield* newValues('source', found.id, found.values ?? {}, source.values ?? {})
      }
    } else if (change.kind === 'add-segment') {
      const found = byId(study.segments, change.segment.id)
      if (found === undefined) yield change
      else if (isNew(found, change.segment, ['comment'])) list.add('changed-details', found.id)
    } else if (change.kind === 'code-segment') {
      const { coding } = change
      const found = byId(study.codings, coding.id)
      const same =
        found !== undefined &&
        found.code === coding.code &&
        found.segment === coding.segment &&
        (coding.memo === undefined || coding.memo === found.memo)
      // A retired code takes no coding: what has it keeps it as it is.
      if (found !== undefined && !same && byId(study.codes, coding.code)?.retired === true)
        list.add('changed-details', found.id)
      else {
        if (found !== undefined && !same) yield { kind: 'withdraw-coding', coding: found.id, ...made }
        if (!same) yield change
      }
    } else if (change.kind === 'set-frame') {
      if (newFrame(byId(study.frames, change.frame.id), change.frame)) yield change
    } else if (change.kind === 'write-memo') {
      const found = byId(study.memos, change.memo.id)
      const { title, text, on } = change.memo
      if (found?.text !== text || found.title !== title || found.on.id !== on.id) yield change
    } else if (change.kind === 'retire-code') {
      if (byId(study.codes, change.code)?.retired !== true) yield change
    } else if (change.kind === 'freeze-codebook') {
      if (study.frozen?.round !== change.round) yield change
    } else if (!hasAlready(study, change)) yield change
  }
}

/** Whether a thing has something now that it had otherwise, or not, and that no change could give it. */
function isNew<T extends object>(before: NoInfer<T>, after: T, keys: readonly (keyof T)[]): boolean {
  return keys.some(key => after[key] !== undefined && after[key] !== before[key])
}

/** Whether a label says something else in a language that both have. */
function differs(before: Label, after: Label): boolean {
  return (['nl', 'en'] as const).some(
    language =>
      after[language] !== undefined && after[language] !== (before[language] ?? labelText(before, language)),
  )
}

function* newCode(before: Code, after: Omit<Code, 'version'>): Generator<ChangeBody> {
  const { id, label, definition } = after
  if (differs(before.label, label))
    yield { kind: 'rename-code', code: id, label: { ...before.label, ...label }, ...made }
  if (definition !== undefined && differs(before.definition ?? {}, definition))
    yield { kind: 'redefine-code', code: id, definition: { ...before.definition, ...definition }, ...made }
  if (before.parent !== after.parent) yield { kind: 'move-code', code: id, parent: after.parent, ...made }
}

function* newValues(
  on: 'case' | 'source',
  item: string,
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
): Generator<ChangeBody> {
  for (const [variable, value] of Object.entries(after))
    if (before[variable] !== value) yield { kind: 'set-value', on, item, variable, value, ...made }
}

/** Whether a frame says something new: a set of another program has codes only, and says nothing of rows. */
function newFrame(before: Frame | undefined, after: Frame): boolean {
  if (before === undefined) return true
  const codesOf = ({ rows }: Frame) => [...new Set(rows.flatMap(row => row.codes))].sort().join()
  const plain = after.rows.every(({ id, codes }) => codes.length === 1 && codes[0] === id)
  if (plain && codesOf(before) === codesOf(after)) return differs(before.label, after.label)
  return stableJson(before) !== stableJson(after)
}

/** Whether the study has a judgement, screening, query, claim or summary just so. */
function hasAlready(study: Study, change: ChangeBody): boolean {
  const same = (before: object | undefined, after: object) =>
    before !== undefined &&
    Object.entries(after).every(
      ([key, value]) => stableJson(value) === stableJson(new Map(Object.entries(before)).get(key)),
    )
  if (change.kind === 'record-judgement')
    return same(byId(study.judgements, change.judgement.id), change.judgement)
  if (change.kind === 'record-screening')
    return same(byId(study.screenings, change.screening.id), change.screening)
  if (change.kind === 'save-query') return same(byId(study.queries, change.query.id), change.query)
  if (change.kind === 'state-claim') return same(byId(study.claims, change.claim.id), change.claim)
  return change.kind === 'write-summary' && same(byId(study.summaries, change.summary.id), change.summary)
}
