import { byId, labelText, type Problem, type Study, type Table } from '@codeerbank/core'
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

/** What waits for a review, a warning a code: how many of its codings in which cases were made under an older definition. */
export function checkRecodingDebt(study: Study): readonly Problem[] {
  const byCode = Map.groupBy(recodingDebt(study), ({ code }) => code)
  return Array.from(byCode, ([code, debt]) => {
    const cases = Map.groupBy(debt, each => each.case)
    const counts = Array.from(cases, ([of, dated]) => `${of ?? '-'}: ${dated.length}`).join(', ')
    return {
      code: 'recoding-debt',
      severity: 'warning',
      message: `${debt.length === 1 ? '1 coding with code' : `${debt.length} codings with code`} "${labelText(byId(study.codes, code)?.label ?? { nl: code }, study.language)}" ${debt.length === 1 ? 'was' : 'were'} made under an older definition (${counts}). Look at each again, and note that with "codeerbank review" or withdraw it.`,
      place: { path: ['codes', code] },
    }
  })
}

/** The codings that wait for a review, each with its words. */
export function datedCodingsTable(study: Study): Table {
  const text = (id: string, nl: string, en: string) => ({ id, label: { nl, en }, type: 'text' as const })
  const shown = (id: string) => labelText(byId(study.codes, id)?.label ?? { nl: id }, study.language)
  return {
    id: 'dated-codings',
    title: { nl: 'Coderingen om opnieuw te bekijken', en: 'Codings to look at again' },
    columns: [
      text('coding', 'Codering', 'Coding'),
      text('code', 'Code', 'Code'),
      text('case', 'Casus', 'Case'),
      text('source', 'Bron', 'Source'),
      text('quote', 'Citaat', 'Quote'),
      text('definition', 'Definitie nu', 'Definition now'),
    ],
    rows: recodingDebt(study).map(({ coding, code, case: of }) => {
      const segment = byId(study.segments, byId(study.codings, coding)?.segment ?? '')
      const definition = byId(study.codes, code)?.definition
      return [
        coding,
        shown(code),
        of,
        segment?.source ?? null,
        segment?.quote ?? null,
        definition === undefined ? null : labelText(definition, study.language),
      ]
    }),
  }
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
