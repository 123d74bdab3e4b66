import { byId, notesBelow, type Study, type Table, type TableValue } from '@codeerbank/core'
import { markedDocuments } from '../agreement/marked-documents.ts'
import type { Agreement } from '../agreement/reliability-table.ts'
import { binaryUnitizingAlpha, codingUnitizingAlpha, unitizingAlpha } from '../agreement/unitizing-alpha.ts'
import { studyIndex } from '../study-index.ts'
import { unknownName } from '../unknown-name.ts'
import { waitingNote } from '../waiting-note.ts'
import { numberColumn, rounded, textColumn } from './columns.ts'
import { undefinedBecause } from './undefined-reasons.ts'

/**
 * Agreement of the coders on the text itself, character by character: where they marked, and as what. Where a
 * coefficient is undefined its cell is empty and the last column says why.
 *
 * @param inCase only the sources of this case; all by default
 * @throws RangeError for a case that the study does not have
 */
export function unitizingTable(study: Study, inCase?: string): Table {
  if (inCase !== undefined && byId(study.cases, inCase) === undefined)
    throw unknownName('case', inCase, study.cases)
  const { language } = study
  const documents = markedDocuments(study).filter(
    (_, i) => inCase === undefined || study.sources[i]!.case === inCase,
  )
  const index = studyIndex(study)
  const stands = (coding: number) =>
    inCase === undefined || study.cases[index.codingCase[coding]!]?.id === inCase
  const row = (nl: string, en: string, agreement: Agreement): TableValue[] => [
    language === 'nl' ? nl : en,
    rounded(agreement.value),
    undefinedBecause(agreement, language),
  ]
  return {
    id: 'unitizing',
    title: { nl: 'Overeenstemming over de tekst zelf', en: 'Agreement on the text itself' },
    unit: { nl: 'tekens', en: 'characters' },
    ...notesBelow(waitingNote(study, { lost: 'left out', stands })),
    columns: [
      textColumn('coefficient', 'Coëfficiënt', 'Coefficient'),
      numberColumn('value', 'Waarde', 'Value'),
      textColumn('reason', 'Onbepaald omdat', 'Undefined because'),
    ],
    rows: [
      row('u-alfa: waar en als wat', 'u-alpha: where and as what', unitizingAlpha(documents)),
      row('binair: waar', 'binary: where', binaryUnitizingAlpha(documents)),
      row('cu-alfa: als wat', 'cu-alpha: as what', codingUnitizingAlpha(documents)),
    ],
  }
}
