import { byId, labelText, positionOf, type Study, type Table } from '@codeerbank/core'
import { groupOf } from '../group-by-key.ts'
import { quoterOf } from '../quote-codings.ts'
import { studyIndex } from '../study-index.ts'
import { numberColumn, textColumn } from './columns.ts'

const against = { nl: 'spreekt dit tegen', en: 'speaks against this' }

/**
 * The quotes behind every code, a row a coding: codes in the order of the codebook, in each the cases in theirs, then sources and
 * places. A code without codings has no rows.
 */
export function quotesTable(study: Study): Table {
  const { language } = study
  const index = studyIndex(study)
  const quotesOf = quoterOf(study, index)
  const caseAt = (source: string) => positionOf(study.cases, byId(study.sources, source)?.case ?? '')
  const rows = Array.from(index.codes.order).flatMap(code => {
    const { label } = study.codes[code]!
    return [...quotesOf(groupOf(index.codingsOfCode, code))]
      .sort((a, b) => caseAt(a.source) - caseAt(b.source))
      .map(quote => {
        const inCase = study.cases[caseAt(quote.source)]
        const remarks = [...(quote.stance === 'contradicts' ? [against[language]] : []), quote.memo ?? '']
        return [
          labelText(label, language),
          inCase === undefined ? null : labelText(inCase.label, language),
          quote.sourceTitle,
          quote.paragraph,
          quote.speaker ?? null,
          quote.quote,
          byId(study.coders, quote.coder)?.label ?? quote.coder,
          remarks.filter(remark => remark !== '').join('\n') || null,
        ]
      })
  })
  return {
    id: 'quotes',
    title: { nl: 'Citaten per code', en: 'Quotes by code' },
    columns: [
      textColumn('code', 'Code', 'Code'),
      textColumn('case', 'Casus', 'Case'),
      textColumn('source', 'Bron', 'Source'),
      numberColumn('paragraph', 'Alinea', 'Paragraph'),
      textColumn('speaker', 'Spreker', 'Speaker'),
      textColumn('quote', 'Citaat', 'Quote'),
      textColumn('coder', 'Codeur', 'Coder'),
      textColumn('remark', 'Opmerking', 'Remark'),
    ],
    rows,
  }
}
