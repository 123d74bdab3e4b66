import { codeFinder } from '@codeerbank/codebook'
import { byId, type Change, type Citation, type Coding, type Problem, type Study } from '@codeerbank/core'
import { rowId } from './read-judgements.ts'
import type { OpenedStudyFile } from './read-study-file.ts'
import { labelOf, type StudyFile } from './study-file.ts'
import { addChanges, type FolderDraft, reader, type WrittenChange } from './study-folder-draft.ts'

/** One reading of `study.yaml`: what the parts below share. */
interface Reading {
  readonly draft: FolderDraft
  readonly value: StudyFile
  readonly at: string
  readonly by: string
  readonly add: (change: Change, path: readonly PropertyKey[]) => void
  readonly report: (
    code: string,
    severity: Problem['severity'],
    message: string,
    path: readonly PropertyKey[],
  ) => void
}

/**
 * Puts what researchers state about the codings into the draft: which sources were read with which codes in mind, saved
 * queries, claims with their rules, and summaries with the quotes they rest on.
 */
export function readInquiry(draft: FolderDraft, { value, lineOf }: OpenedStudyFile, file: string): void {
  const changes: WrittenChange[] = []
  const reading: Reading = {
    draft,
    value,
    at: draft.at,
    by: draft.study.coders[0]?.id ?? reader,
    add: (change, path) => changes.push({ change, place: { file, line: lineOf(path) } }),
    report: (code, severity, message, path) =>
      draft.problems.push({ code, severity, message, place: { file, line: lineOf(path) } }),
  }
  readScreenings(reading)
  value.queries?.forEach(({ id, label, query }, i) => {
    const named = label === undefined ? {} : { label: labelOf(label, draft.study.language) }
    const saved = { id, ...named, text: query }
    reading.add(
      { id: `save-query:${id}`, at: reading.at, by: reading.by, kind: 'save-query', query: saved },
      ['queries', i],
    )
  })
  readClaims(reading)
  readSummaries(reading)
  addChanges(draft, changes)
}

function readScreenings({ draft, value, add, at: before, report }: Reading): void {
  const { study } = draft
  const find = codeFinder(study.codes)
  value.screened?.forEach(({ id: own, sources, codes, by, at = before }, i) => {
    for (const name of codes) {
      const code = find(name)
      if ('severity' in code) {
        report(code.code, code.severity, code.message, ['screened', i, 'codes'])
        continue
      }
      for (const source of sources === 'all' ? study.sources.map(({ id }) => id) : sources) {
        const id = own ?? `${source}|${code.id}|${by}`
        add(
          {
            id: `record-screening:${id}`,
            at,
            by,
            kind: 'record-screening',
            screening: { id, source, code: code.id },
          },
          ['screened', i],
        )
      }
    }
  })
}

function readClaims({ draft, value, add, at: before, by: first }: Reading): void {
  value.claims?.forEach(({ text, by = first, at = before, ...claim }, i) => {
    const stated = { ...claim, text: labelOf(text, draft.study.language) }
    add({ id: `state-claim:${claim.id}`, at, by, kind: 'state-claim', claim: stated }, ['claims', i])
  })
}

function readSummaries({ draft, value, add, report, at: before, by: first }: Reading): void {
  const { study } = draft
  const citedBy = citationFinder(study)
  value.summaries?.forEach((given, i) => {
    const { frame: frameId, case: inCase, text, by = first, at = before } = given
    const frame = byId(study.frames, frameId)
    const row = frame === undefined ? undefined : rowId(frame, given.row)
    if (frame === undefined || row === undefined) {
      const what =
        frame === undefined
          ? `The codebook has no frame "${frameId}".`
          : `The frame "${frameId}" has no row "${given.row}".`
      report(frame === undefined ? 'unknown-frame' : 'unknown-row', 'error', `${what} Correct the name.`, [
        'summaries',
        i,
      ])
      return
    }
    const cites: Citation[] = []
    given.cites?.forEach((cite, at) => {
      const source = 'coding' in cite ? cite.coding : cite.source
      const found = citedBy(cite)
      if (found.length === 0)
        report(
          'stale-citation',
          'warning',
          `No coding in "${source}" has just these words any more: the summary is stale. Read it again and cite what there is.`,
          ['summaries', i, 'cites', at],
        )
      cites.push(...found)
    })
    const id = given.id ?? `${frame.id}|${inCase}|${row}`
    add(
      {
        id: `write-summary:${id}`,
        at,
        by,
        kind: 'write-summary',
        summary: { id, frame: frame.id, row, case: inCase, text, cites },
      },
      ['summaries', i],
    )
  })
}

/** A citation as it is written: the words of a source, which cite every coding of them; or one coding by its id. */
type WrittenCitation =
  | { readonly source: string; readonly quote: string }
  | { readonly coding: string; readonly quote: string }

/** Makes a function that finds the codings that a citation means, in the order of the study. */
export function citationFinder(study: Study): (cite: WrittenCitation) => readonly Citation[] {
  const byWords = new Map<string, Coding[]>()
  for (const coding of study.codings) {
    const segment = byId(study.segments, coding.segment)
    if (segment === undefined) continue
    const key = JSON.stringify([segment.source, segment.quote])
    const same = byWords.get(key)
    if (same === undefined) byWords.set(key, [coding])
    else same.push(coding)
  }
  return cite => {
    const { quote } = cite
    if (!('coding' in cite)) {
      const found = byWords.get(JSON.stringify([cite.source, quote])) ?? []
      return found.map(({ id, codeVersion }) => ({ coding: id, quote, codeVersion }))
    }
    const coding = byId(study.codings, cite.coding)
    return coding === undefined ? [] : [{ coding: coding.id, quote, codeVersion: coding.codeVersion }]
  }
}
