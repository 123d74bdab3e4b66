import { type Language, labelText, type Table } from '@codeerbank/core'
import { tableToCsv, tableToHtml, tableToMarkdown } from '@codeerbank/export'
import type { Terminal } from './terminal.ts'

/** How a command prints a table. */
export interface PrintOptions {
  readonly format: 'markdown' | 'csv' | 'html'
  readonly language: Language
}

/** Prints a plain table in the form that was asked for; what is said below it, for which CSV has no place, beside it. */
export async function printTable(
  table: Table,
  { format, language }: PrintOptions,
  terminal: Terminal,
): Promise<void> {
  if (format === 'csv') {
    terminal.stdout.write(await tableToCsv(table, { language }))
    if (table.note !== undefined) terminal.stderr.write(`${labelText(table.note, language)}\n`)
  } else if (format === 'html') terminal.stdout.write(tableToHtml(table, { language }))
  else terminal.stdout.write(tableToMarkdown(table, { language }))
}
