import { type Change, describeSegment, type Source, type Span } from '@codeerbank/core'
import { freeSegmentId, segmentId } from '../anchor-codings.ts'
import { foldName } from './code-names.ts'
import { foldText } from './folded-text.ts'
import type { QuotationRow } from './quotation-rows.ts'

/** What there is of quotations, of the study and of a report so far. */
export interface PlacedQuotations {
  /** Segments by their stretch. */
  readonly segments: Map<string, { readonly id: string; readonly comment?: string }>
  readonly segmentIds: Set<string>
  /** The ids of codings and memos. */
  readonly taken: Set<string>
  readonly changes: Change[]
}

/** A quotation that was found in its source. */
export interface PlacedQuotation {
  readonly row: QuotationRow
  readonly source: Source
  readonly span: Span
  readonly by: string
  readonly at: string
}

/**
 * Adds the segment of a quotation, or finds the one that is there; what is said of it goes with it, or in a memo on it.
 *
 * @returns the segment's id
 */
export function placeQuotation(
  placed: PlacedQuotations,
  { row, source, span, by, at }: PlacedQuotation,
): string {
  const { start, end } = span
  const key = segmentId(source.id, start, end)
  const comment = row.comment.trim() === '' ? undefined : row.comment.replace(/\r\n?/g, '\n')
  const known = placed.segments.get(key)
  const { id } = known ?? { id: freeSegmentId(key, placed.segmentIds) }
  const writeMemo = (text: string) => {
    const memo = {
      id: `quotation:${id}:${foldName(text).slice(0, 80)}`,
      on: { type: 'segment', id },
      text,
    } as const
    if (placed.taken.has(memo.id)) return
    placed.taken.add(memo.id)
    placed.changes.push({ id: `write-memo:${memo.id}`, at, by, kind: 'write-memo', memo })
  }
  if (known === undefined) {
    const { exact: quote, prefix, suffix } = describeSegment(source.text, start, end)
    const segment = {
      ...{ id, source: source.id, start, end, quote, prefix, suffix },
      ...(comment === undefined ? {} : { comment }),
    }
    placed.segments.set(key, segment)
    placed.segmentIds.add(id)
    placed.changes.push({ id: `add-segment:${id}`, at, by, kind: 'add-segment', segment })
  } else if (comment !== undefined && comment !== known.comment) writeMemo(comment)
  if (isOwnName(row)) writeMemo(row.name.trim())
  return id
}

/** Whether a quotation was given a name, rather than its first words. */
function isOwnName({ name, content }: QuotationRow): boolean {
  const { text } = foldText(name)
  return text !== '' && !foldText(content).text.startsWith(text.replace(/\s*\.\.\.$/, ''))
}
