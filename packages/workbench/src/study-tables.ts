import {
  agreementTable,
  casesTable,
  claimsTable,
  coOccurrences,
  coOccurrenceTable,
  crosstab,
  disagreementTable,
  fragility,
  fragilityTable,
  frameworkMatrix,
  frameworkTable,
  memosTable,
  participantsTable,
  quotesTable,
  recodingDebt,
  recodingDebtTable,
  reliabilityFromStudy,
  saturation,
  saturationTable,
  sourceCensus,
  testClaims,
  wordList,
  wordTable,
} from '@codeerbank/analysis'
import { frozenNote } from '@codeerbank/codebook'
import { type Language, notesBelow, type Study, type Table } from '@codeerbank/core'
import { crosstabToTable } from '@codeerbank/export'
import { tableNames } from './table-names.ts'

/** A plain table of a study: its name in file names and on the command line, and how it is made. */
export interface StudyTable {
  readonly name: string
  readonly group: 'description' | 'analysis' | 'codings'
  /** Whether it has a row a coding: too long for a document where a study has very many. */
  readonly perCoding?: boolean
  readonly make: () => Table
}

/** The plain tables of a study: what it rests on, and how firm what it finds is. */
export function studyTables(study: Study, language: Language): readonly StudyTable[] {
  const note = frozenNote(study)
  const all = plainTables(study, language)
  if (note === undefined) return all
  return all.map(each => ({
    ...each,
    make: () => {
      const table = each.make()
      return { ...table, ...notesBelow(table.note, note) }
    },
  }))
}

function plainTables(coded: Study, language: Language): readonly StudyTable[] {
  const study = coded.language === language ? coded : { ...coded, language }
  const tableName = tableNames(study.frames)
  const described = (name: string, make: () => Table): StudyTable => ({ name, group: 'description', make })
  const analysed = (name: string, make: () => Table): StudyTable => ({ name, group: 'analysis', make })
  return [
    described('cases', () => casesTable(study)),
    described('census', () => crosstabToTable(sourceCensus(study), language, { noteTotals: true })),
    described('participants', () => participantsTable(study)),
    described('codes-by-case', () =>
      crosstabToTable(crosstab(study, { columns: 'cases', unit: 'codings' }), language, { noteTotals: true }),
    ),
    ...study.frames.map(frame =>
      analysed(`fragility-${tableName.get(frame.id)}`, () =>
        fragilityTable(study, fragility(study, frame.id)),
      ),
    ),
    ...study.frames
      .filter(frame => study.summaries.some(summary => summary.frame === frame.id))
      .map(frame =>
        analysed(`framework-${tableName.get(frame.id)}`, () =>
          frameworkTable(study, frameworkMatrix(study, frame.id)),
        ),
      ),
    ...(study.claims.length === 0 ? [] : [analysed('claims', () => claimsTable(study, testClaims(study)))]),
    analysed('agreement', () => agreementTable(study, { unit: 'segments' })),
    analysed('disagreements', () =>
      disagreementTable(study, reliabilityFromStudy(study, { unit: 'segments' })),
    ),
    analysed('co-occurrence', () => coOccurrenceTable(study, coOccurrences(study))),
    analysed('saturation', () => saturationTable(study, saturation(study))),
    ...(recodingDebt(study).length === 0 ? [] : [analysed('recoding-debt', () => recodingDebtTable(study))]),
    analysed('words', () => wordTable(wordList(coded, { shortest: 3 }).slice(0, 500))),
    { name: 'quotes', group: 'codings', perCoding: true, make: () => quotesTable(study) },
    ...(study.memos.length === 0
      ? []
      : [{ name: 'memos', group: 'codings' as const, make: () => memosTable(study) }]),
  ]
}
