import {
  type Agreement,
  agreementTable,
  binaryUnitizingAlpha,
  codingUnitizingAlpha,
  markedDocuments,
  type ReliabilityUnit,
  unitizingAlpha,
} from '@codeerbank/analysis'
import { codeLineage, type Language, type Study, type Table } from '@codeerbank/core'
import { openStudyFolder } from './open-study-folder.ts'
import { printTable } from './print-table.ts'
import { type Terminal, UsageError } from './terminal.ts'
import { refuseUnknown, refuseUnknownCode } from './unknown-name.ts'

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
  const { unit, depth, code, case: inCase } = options
  if (code !== undefined) refuseUnknownCode(code, study)
  if (inCase !== undefined) refuseUnknown('case', inCase, study.cases)
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
    await printTable(table, { format: options.format, language }, terminal)
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

/** The coefficients of marked text, for the whole study or the sources of a case. */
function unitizingTable(study: Parameters<typeof markedDocuments>[0], inCase: string | undefined): Table {
  const documents = markedDocuments(study).filter(
    (_, i) => inCase === undefined || study.sources[i]!.case === inCase,
  )
  const row = (nl: string, en: string, agreement: Agreement) => [
    study.language === 'nl' ? nl : en,
    agreement.value === null ? null : Math.round(agreement.value * 1000) / 1000,
    agreement.reason ?? null,
  ]
  const column = (id: string, nl: string, en: string, type: 'text' | 'number') => ({
    id,
    label: { nl, en },
    type,
  })
  return {
    id: 'unitizing',
    title: { nl: 'Overeenstemming over de tekst zelf', en: 'Agreement on the text itself' },
    unit: { nl: 'tekens', en: 'characters' },
    columns: [
      column('coefficient', 'Coëfficiënt', 'Coefficient', 'text'),
      column('value', 'Waarde', 'Value', 'number'),
      column('reason', 'Onbepaald omdat', 'Undefined because', 'text'),
    ],
    rows: [
      row('u-alfa: waar en als wat', 'u-alpha: where and as what', unitizingAlpha(documents)),
      row('binair: waar', 'binary: where', binaryUnitizingAlpha(documents)),
      row('cu-alfa: als wat', 'cu-alpha: as what', codingUnitizingAlpha(documents)),
    ],
  }
}
