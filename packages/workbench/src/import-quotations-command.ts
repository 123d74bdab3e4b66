import { readQuotations } from '@codeerbank/import'
import { addToStudy } from './add-to-study.ts'
import { readGivenFile } from './read-given-file.ts'
import type { Terminal } from './terminal.ts'

export interface ImportQuotationsOptions {
  readonly addCodes?: boolean
  readonly coder?: string
  /** Whether the study goes to its new place also where it has all of it already. */
  readonly evenNothing?: boolean
}

/** The study, the report, and where the study goes; `undefined` for where it is. */
export interface ImportQuotationsPaths {
  readonly study: string
  readonly report: string
  readonly to: string | undefined
}

/**
 * `codeerbank import-quotations`: adds what a quotation report says to a study, and lists what has no place in it.
 *
 * @returns whether every row has its place; what has is added all the same
 */
export async function importQuotationsCommand(
  { study, report, to }: ImportQuotationsPaths,
  { evenNothing = false, ...options }: ImportQuotationsOptions,
  terminal: Terminal,
): Promise<boolean> {
  const bytes = await readGivenFile(report)
  return addToStudy(
    { study, to },
    {
      file: report,
      evenNothing,
      read: base => readQuotations(bytes, base, { ...options, file: report }),
      counted: [
        ['add-segment', 'segment', 'segments'],
        ['code-segment', 'coding', 'codings'],
        ['add-code', 'code', 'codes'],
        ['add-coder', 'coder', 'coders'],
      ],
    },
    terminal,
  )
}
