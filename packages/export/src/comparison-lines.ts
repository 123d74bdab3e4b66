import {
  type ComparisonCell,
  type Evidence,
  judgementStateLabels,
  type Language,
  labelText,
} from '@codeerbank/core'
import { emptyLabels } from './wording.ts'

/** A line of a cell of a comparison: a heading (or the state in words), why it is empty, or a statement. */
export type ComparisonLine =
  | { readonly kind: 'heading' | 'empty'; readonly text: string }
  | { readonly kind: 'statement'; readonly text: string; readonly evidence: Evidence }

/** What a cell of a printed comparison says, line by line. */
export function cellLines(cell: ComparisonCell, language: Language): readonly ComparisonLine[] {
  const lines: ComparisonLine[] = []
  if (cell.heading !== undefined) lines.push({ kind: 'heading', text: labelText(cell.heading, language) })
  else if (cell.state !== undefined)
    lines.push({ kind: 'heading', text: labelText(judgementStateLabels[cell.state], language) })
  if (cell.empty !== undefined)
    lines.push({ kind: 'empty', text: `(${labelText(emptyLabels[cell.empty], language).toLowerCase()})` })
  for (const { label, evidence } of cell.statements)
    lines.push({ kind: 'statement', text: labelText(label, language), evidence })
  return lines
}
