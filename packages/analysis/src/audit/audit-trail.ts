import {
  byId,
  type Change,
  type ChangeSubject,
  changeDetail,
  changeLabels,
  changeSubject,
  type Label,
  labelText,
  type Study,
  type Table,
  type TableColumn,
  unknownTime,
} from '@codeerbank/core'
import { type AuditCategory, auditCategories, auditLabels, categoryOf } from './audit-categories.ts'

/** An entry of a history, as far as an audit asks. */
export interface AuditEntry {
  /** From 1. */
  readonly seq: number
  readonly batch: number
  readonly action: 'apply' | 'undo' | 'redo' | 'merge'
  readonly by: string
  /** ISO 8601 time of recording. */
  readonly recorded: string
  readonly change?: Change
  /** The batch that is undone or done again. */
  readonly target?: number
}

/** One class of an audit trail. */
export interface AuditSection {
  readonly category: AuditCategory
  readonly label: Label
  /** How often each kind of change was made, by whom, and from when to when. */
  readonly counts: Table
  /** Each change by itself; `null` for reduction, whose thousands of codings are counted: `history` lists them. */
  readonly changes: Table | null
}

/**
 * The audit trail of a study, from its history: everything that was done, by class, with who, when and why. What was undone is there
 * too, and says so. Words of sources are not in it.
 *
 * @param entries the whole history, in order
 * @param study what it makes, for the names of things
 */
export function auditTrail(entries: readonly AuditEntry[], study: Study): readonly AuditSection[] {
  const undone = undoneBatches(entries)
  const rows = Map.groupBy(
    entries,
    ({ change }): AuditCategory => (change === undefined ? 'decisions' : categoryOf[change.kind]),
  )
  return auditCategories.map(category => {
    const own = (rows.get(category) ?? []).filter(isShown)
    return {
      category,
      label: auditLabels[category],
      counts: countsTable(own, category, study),
      changes: category === 'reduction' ? null : changesTable(own, category, study, undone),
    }
  })
}

/** What was taken in beside changes, such as conflicts, is told where it was settled. */
function isShown({ action, change }: AuditEntry): boolean {
  return action !== 'merge' || change !== undefined
}

function undoneBatches(entries: readonly AuditEntry[]): ReadonlySet<number> {
  const undone = new Set<number>()
  for (const { action, target } of entries)
    if (target !== undefined) {
      if (action === 'undo') undone.add(target)
      else undone.delete(target)
    }
  return undone
}

const turns = {
  undo: { nl: 'ongedaan gemaakt', en: 'undone' },
  redo: { nl: 'opnieuw gedaan', en: 'done again' },
} as const satisfies Readonly<Record<'undo' | 'redo', Label>>

const takenIn: Label = { nl: 'overgenomen uit een kopie', en: 'taken in from a copy' }

/** What is read from files often bears no time. */
const notKnown: Label = { nl: 'onbekend', en: 'unknown' }

function nameOf({ action, change }: AuditEntry): Label {
  if (change !== undefined) return changeLabels[change.kind]
  return action === 'redo' ? turns.redo : turns.undo
}

function countsTable(entries: readonly AuditEntry[], category: AuditCategory, study: Study): Table {
  const groups = Map.groupBy(entries, entry =>
    JSON.stringify([labelText(nameOf(entry), study.language), entry.change?.by ?? entry.by]),
  )
  return {
    id: `audit-${category.replace(' ', '-')}-counts`,
    title: auditLabels[category],
    columns: [
      text('what', 'Wat', 'What'),
      text('who', 'Wie', 'Who'),
      { id: 'count', label: { nl: 'Aantal', en: 'Number' }, type: 'number' },
      text('first', 'Van', 'From'),
      text('last', 'Tot en met', 'Until'),
    ],
    rows: Array.from(groups.values(), group => {
      const times = group.map(timeOf).filter(time => time !== null)
      times.sort((a, b) => Date.parse(a) - Date.parse(b))
      const first = group[0]!
      return [
        labelText(nameOf(first), study.language),
        first.change?.by ?? first.by,
        group.length,
        times[0] ?? labelText(notKnown, study.language),
        times.at(-1) ?? labelText(notKnown, study.language),
      ]
    }),
  }
}

function changesTable(
  entries: readonly AuditEntry[],
  category: AuditCategory,
  study: Study,
  undone: ReadonlySet<number>,
): Table {
  const { language } = study
  return {
    id: `audit-${category.replace(' ', '-')}`,
    title: auditLabels[category],
    columns: [
      { id: 'seq', label: { nl: 'Nr', en: 'No' }, type: 'number' },
      text('at', 'Wanneer', 'When'),
      text('who', 'Wie', 'Who'),
      text('what', 'Wat', 'What'),
      text('about', 'Waarover', 'About'),
      text('detail', 'Inhoud', 'Content'),
      text('reason', 'Waarom', 'Why'),
      text('state', 'Nu', 'Now'),
    ],
    rows: entries.map(entry => {
      const { action, change, seq, by, batch, target } = entry
      return [
        seq,
        timeOf(entry) ?? labelText(notKnown, language),
        change?.by ?? by,
        labelText(nameOf(entry), language),
        change === undefined ? `${target}` : subjectName(changeSubject(change), study),
        change === undefined ? null : changeDetail(change, language),
        change !== undefined && 'reason' in change ? (change.reason ?? null) : null,
        undone.has(batch)
          ? labelText(turns.undo, language)
          : action === 'merge'
            ? labelText(takenIn, language)
            : null,
      ]
    }),
  }
}

/** When a change was made, or an undoing recorded, as it was written; `null` where that is not known. */
function timeOf({ change, recorded }: AuditEntry): string | null {
  const time = change?.at ?? recorded
  return time === unknownTime ? null : time
}

function subjectName({ type, id }: ChangeSubject, study: Study): string {
  if (type === 'code') return labelText(byId(study.codes, id)?.label ?? { nl: id }, study.language)
  if (type === 'frame') return labelText(byId(study.frames, id)?.label ?? { nl: id }, study.language)
  if (type === 'case') return labelText(byId(study.cases, id)?.label ?? { nl: id }, study.language)
  if (type === 'source') return byId(study.sources, id)?.title ?? id
  return id
}

function text(id: string, nl: string, en: string): TableColumn {
  return { id, label: { nl, en }, type: 'text' }
}
