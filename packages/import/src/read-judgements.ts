import { byId, type Frame, labelText, type Problem } from '@codeerbank/core'
import type { OpenedStudyFile } from './read-study-file.ts'
import { labelOf } from './study-file.ts'
import { addChanges, type FolderDraft, reader, type WrittenChange } from './study-folder-draft.ts'

/** Puts the judgements of `study.yaml` into the draft; a row of a frame goes by its id or its label. */
export function readJudgements(draft: FolderDraft, opened: OpenedStudyFile, file: string): void {
  const changes: WrittenChange[] = []
  const seen = new Set<string>()
  opened.value.judgements?.forEach((given, i) => {
    const line = opened.lineOf(['judgements', i])
    const report = (code: string, message: string) => {
      const problem: Problem = { code, severity: 'error', message, place: { file, line } }
      draft.problems.push(problem)
    }
    const frame = byId(draft.study.frames, given.frame)
    if (frame === undefined) {
      const names = draft.study.frames.map(each => each.id).join(', ')
      report('unknown-frame', `The codebook has no frame "${given.frame}". It has: ${names || 'none'}.`)
      return
    }
    const rows = given.rows.map(name => rowId(frame, name))
    given.rows.forEach((name, at) => {
      if (rows[at] === undefined)
        report(
          'unknown-row',
          `The frame "${frame.id}" has no row "${name}". It has: ${frame.rows.map(row => labelText(row.label, draft.study.language)).join(', ')}.`,
        )
    })
    if (rows.some(row => row === undefined)) return
    const { by = draft.study.coders[0]?.id ?? reader, at = draft.at, state, heading, reasons } = given
    if (given.by !== undefined && byId(draft.study.coders, given.by) === undefined)
      report('unknown-coder', `There is no coder "${given.by}". Add them to "coders:", or correct the id.`)
    const id = given.id ?? `${given.frame}|${given.case}|${rows.join('+')}`
    if (seen.has(id)) {
      report('duplicate-judgement', 'There is a judgement on the same rows and case already. Keep one.')
      return
    }
    seen.add(id)
    const judgement = {
      id,
      frame: frame.id,
      case: given.case,
      rows: rows.filter(row => row !== undefined),
      state,
      ...(heading === undefined ? {} : { heading: labelOf(heading, draft.study.language) }),
      ...(reasons === undefined ? {} : { reasons }),
    }
    changes.push({
      change: { id: `record-judgement:${id}`, at, by, kind: 'record-judgement', judgement },
      place: { file, line },
    })
  })
  addChanges(draft, changes)
}

/** The id of a row of a frame that is named by its id or its label; an id as it is written goes first. */
export function rowId(frame: Frame, name: string): string | undefined {
  if (frame.rows.some(({ id }) => id === name)) return name
  const wanted = name.toLowerCase()
  return frame.rows.find(({ id, label }) =>
    [id, label.nl, label.en].some(each => each?.toLowerCase() === wanted),
  )?.id
}
