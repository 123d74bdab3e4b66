import {
  byId,
  type Label,
  labelText,
  notesBelow,
  type Study,
  type Table,
  type TableValue,
} from '@codeerbank/core'
import { type TestedClaim, voicesIn } from '../claims/test-claims.ts'
import { waitingNote } from '../waiting-note.ts'
import { numberColumn, textColumn } from './columns.ts'

const states: Readonly<Record<TestedClaim['state'], Label>> = {
  supported: { nl: 'ondersteund', en: 'supported' },
  contradicted: { nl: 'tegengesproken', en: 'contradicted' },
  thin: { nl: 'dun', en: 'thin' },
  'never tested': { nl: 'nooit getoetst', en: 'never tested' },
}

/** Claims, a row a case, with the voices for and against. */
export function claimsTable(study: Study, claims: readonly TestedClaim[]): Table {
  const { language } = study
  return {
    id: 'claims',
    title: { nl: 'Beweringen en hun stand', en: 'Claims and where they stand' },
    ...notesBelow(waitingNote(study, { lost: 'unknown' })),
    columns: [
      textColumn('claim', 'Bewering', 'Claim'),
      textColumn('state', 'Stand', 'State'),
      textColumn('case', 'Casus', 'Case'),
      numberColumn('voices-for', 'Stemmen voor', 'Voices for'),
      numberColumn('voices-against', 'Stemmen tegen', 'Voices against'),
      numberColumn('codings-for', 'Coderingen voor', 'Codings for'),
      numberColumn('codings-against', 'Coderingen tegen', 'Codings against'),
      numberColumn('before', 'Coderingen van vóór de regel', 'Codings made before the rule'),
    ],
    rows: claims.flatMap(({ claim, state, cases, codingsBeforeRule }) =>
      cases.map((each): TableValue[] => [
        labelText(claim.text, language),
        labelText(states[state], language),
        labelText(byId(study.cases, each.case)?.label ?? { nl: each.case }, language),
        voicesIn(each.supports),
        voicesIn(each.contradicts),
        each.supports.codings,
        each.contradicts.codings,
        codingsBeforeRule,
      ]),
    ),
  }
}
