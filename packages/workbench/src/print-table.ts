import { frozenNote } from '@codeerbank/codebook'
import { type Language, labelText, notesBelow, type Study, type Table } from '@codeerbank/core'
import { tableToCsv, tableToHtml, tableToMarkdown } from '@codeerbank/export'
import type { Terminal } from './terminal.ts'

/** How a command prints a table. */
export interface PrintOptions {
  readonly format: 'markdown' | 'csv' | 'html'
  readonly language: Language
  /** What it was made of: below it stands for which round its codebook is frozen, if it is. */
  readonly study: Study
}

/** Prints a plain table in the form that was asked for; what is said below it, for which CSV has no place, beside it. */
export async function printTable(
  made: Table,
  { format, language, study }: PrintOptions,
  terminal: Terminal,
): Promise<void> {
  const table = { ...made, ...notesBelow(made.note, frozenNote(study)) }
  if (format === 'csv') {
    terminal.stdout.write(await tableToCsv(table, { language }))
    if (table.note !== undefined) terminal.stderr.write(`${labelText(table.note, language)}\n`)
  } else if (format === 'html') terminal.stdout.write(tableToHtml(table, { language }))
  else terminal.stdout.write(tableToMarkdown(table, { language }))
}
