import { labelText, type Study, type Table } from '@codeerbank/core'
import { studyIndex } from './study-index.ts'

/** A coding that was made under an older definition of its code, and was not reviewed since. */
export interface DatedCoding {
  readonly coding: string
  readonly code: string
  readonly case: string | null
  /** The definition that it was made under, and that of today, from 1. */
  readonly version: number
  readonly current: number
}

/** The codings that wait for a review because their code was defined anew, in the order of the study. */
export function recodingDebt(study: Study): readonly DatedCoding[] {
  const index = studyIndex(study)
  const debt: DatedCoding[] = []
  study.codings.forEach((coding, i) => {
    const current = study.codes[index.codingCode[i]!]?.version ?? coding.codeVersion
    if (coding.codeVersion >= current) return
    const inCase = study.cases[index.codingCase[i]!]?.id ?? null
    debt.push({ coding: coding.id, code: coding.code, case: inCase, version: coding.codeVersion, current })
  })
  return debt
}

/** How many codings wait for a review, by code and case. */
export function recodingDebtTable(study: Study): Table {
  const counts = new Map<string, number>()
  for (const { code, case: of } of recodingDebt(study)) {
    const key = JSON.stringify([code, of])
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const codes = study.codes.filter(({ id }) =>
    study.cases.some(of => counts.has(JSON.stringify([id, of.id]))),
  )
  return {
    id: 'recoding-debt',
    title: { nl: 'Coderingen van vóór de huidige definitie', en: 'Codings made under an older definition' },
    unit: { nl: 'coderingen', en: 'codings' },
    columns: [
      { id: 'code', label: { nl: 'Code', en: 'Code' }, type: 'text' },
      ...study.cases.map(({ id, label }) => ({ id, label, type: 'number' as const })),
    ],
    rows: codes.map(({ id, label }) => [
      labelText(label, study.language),
      ...study.cases.map(of => counts.get(JSON.stringify([id, of.id])) ?? 0),
    ]),
  }
}
