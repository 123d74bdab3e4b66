import { agreementTable, type ReliabilityUnit, unitizingTable } from '@codeerbank/analysis'
import { codeLineage, type Language, type Study } from '@codeerbank/core'
import { caseNamed, codeNamed } from './named-in-study.ts'
import { openStudyFolder } from './open-study-folder.ts'
import { printTable } from './print-table.ts'
import { type Terminal, UsageError } from './terminal.ts'

export interface AgreementCommandOptions {
  readonly unit: ReliabilityUnit | 'characters'
  readonly depth?: string
  readonly code?: string
  readonly case?: string
  readonly seed: string
  readonly format: 'markdown' | 'csv' | 'html'
  readonly language?: Language
}

/** `codeerbank agreement`: prints agreement between the coders, code by code, or of the marked text itself. */
export async function agreementCommand(
  folder: string,
  options: AgreementCommandOptions,
  terminal: Terminal,
): Promise<boolean> {
  if (options.unit === 'characters' && (options.code !== undefined || options.depth !== undefined))
    throw new UsageError(
      'The text itself is compared over all codes: leave out --code and --depth, or choose another --unit.',
    )
  const opened = await openStudyFolder(folder)
  const language = options.language ?? opened.study.language
  const study = { ...opened.study, language }
  const { unit, depth } = options
  const code = options.code === undefined ? undefined : codeNamed(study, options.code)
  const inCase = options.case === undefined ? undefined : caseNamed(study, options.case)
  if (depth !== undefined) refuseEmptyDepth(study, wholeNumber(depth, 'depth'))
  try {
    const table =
      unit === 'characters'
        ? unitizingTable(study, inCase)
        : agreementTable(study, {
            unit,
            seed: wholeNumber(options.seed, 'seed'),
            ...(depth === undefined ? {} : { depth: wholeNumber(depth, 'depth') }),
            ...(code === undefined ? {} : { codes: [code] }),
            ...(inCase === undefined ? {} : { case: inCase }),
          })
    await printTable(table, { format: options.format, language, study }, terminal)
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message)
    throw error
  }
  return true
}

function wholeNumber(text: string, name: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`"${text}" is no ${name}: write a whole number from 0.`)
  return Number(text)
}

/** A codebook has codes down to some depth; below that there is nothing to compare. */
function refuseEmptyDepth(study: Study, depth: number): void {
  const deepest = Math.max(0, ...study.codes.map(code => codeLineage(study.codes, code).length - 1))
  if (depth > deepest)
    throw new UsageError(
      `No code lies at depth ${depth}: the deepest of the codebook lie at ${deepest}. Choose 0 to ${deepest}.`,
    )
}
