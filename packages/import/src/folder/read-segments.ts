import { byId, type Problem, placed, timeSchema } from '@codeerbank/core'
import { segmentAt, segmentId } from '../anchor-codings.ts'
import { anchorQuote } from '../anchor-quote.ts'
import { readCsv } from '../read-csv.ts'
import { problemAt } from '../read-source.ts'
import { addChanges, type FolderDraft, reader, type WrittenChange } from '../study-folder-draft.ts'
import { cellValue, textOfCell } from './cell-text.ts'

/**
 * Puts the segments of `segments.csv` into the draft: those that no coding tells of, or not all. Columns are
 * `source,quote` and, where wanted, `id,occurrence,start,by,at,comment`.
 */
export async function readSegments(draft: FolderDraft, bytes: Uint8Array, file: string): Promise<void> {
  const read = await readCsv(bytes, { required: ['source', 'quote'] })
  const problems: Problem[] = [...read.problems]
  const changes: WrittenChange[] = []
  for (const { line, cells } of read.value) {
    const report = (code: string, message: string) => problems.push(problemAt(code, 'error', message, line))
    const cell = (name: string) => textOfCell((cells[name] ?? '').trim())
    const source = byId(draft.study.sources, cell('source'))
    if (source === undefined) {
      report('unknown-source', `There is no source "${cell('source')}". Correct the id, or remove the row.`)
      continue
    }
    const at = cell('at')
    if (at !== '' && !timeSchema.safeParse(at).success) {
      report('bad-time', `"${at}" is no time: write it as 2024-10-03T10:15:00+02:00, or leave it out.`)
      continue
    }
    const json = cellValue(cells.quote!)
    const span = anchorQuote(source, {
      source: source.id,
      quote: typeof json === 'string' ? json : cells.quote!,
      code: '',
      coder: '',
      ...whole('occurrence', cell('occurrence')),
      ...whole('start', cell('start')),
      place: { line },
    })
    if ('severity' in span) {
      problems.push(span)
      continue
    }
    const id = cell('id') || segmentId(source.id, span.start, span.end)
    const comment = textOfCell(cells.comment ?? '')
    const segment = {
      ...segmentAt(source, id, span),
      ...(cells.comment === undefined || cells.comment === '' ? {} : { comment }),
    }
    changes.push({
      change: {
        id: `add-segment:${id}`,
        at: at || draft.at,
        by: cell('by') || reader,
        kind: 'add-segment',
        segment,
      },
      place: { file, line },
    })
  }
  draft.problems.push(...problems.map(problem => placed(problem, { file })))
  addChanges(draft, changes)
}

function whole(name: 'occurrence' | 'start', cell: string): { occurrence?: number; start?: number } {
  return /^\d{1,9}$/.test(cell) && (name === 'start' || Number(cell) > 0) ? { [name]: Number(cell) } : {}
}
