import { byId, labelText, type Study, type Table } from '@codeerbank/core'
import type { CoOccurrences } from '../co-occurrence/co-occurrence.ts'
import { numberColumn, rounded, textColumn } from './columns.ts'

/** Co-occurring codes, a row a pair, with every unit and both coefficients. */
export function coOccurrenceTable(study: Study, { pairs }: CoOccurrences): Table {
  const name = (id: string) => labelText(byId(study.codes, id)?.label ?? { nl: id }, study.language)
  return {
    id: 'co-occurrence',
    title: { nl: 'Codes die samen voorkomen', en: 'Codes that occur together' },
    columns: [
      textColumn('a', 'Code A', 'Code A'),
      textColumn('b', 'Code B', 'Code B'),
      numberColumn('pairs', 'Paren segmenten', 'Pairs of segments'),
      numberColumn('segments-a', 'Segmenten A', 'Segments A'),
      numberColumn('segments-b', 'Segmenten B', 'Segments B'),
      numberColumn('stretches', 'Stukken tekst', 'Stretches of text'),
      numberColumn('characters', 'Tekens', 'Characters'),
      numberColumn('turns', 'Beurten', 'Turns'),
      numberColumn('sources', 'Bronnen', 'Sources'),
      numberColumn('cases', 'Casussen', 'Cases'),
      numberColumn('c', 'c (ATLAS.ti)', 'c (ATLAS.ti)'),
      numberColumn('jaccard', 'Jaccard (tekst)', 'Jaccard (text)'),
      textColumn('flag', 'Let op', 'Note'),
    ],
    rows: pairs.map(pair => [
      name(pair.a),
      name(pair.b),
      pair.pairs,
      pair.segmentsA,
      pair.segmentsB,
      pair.stretches,
      pair.characters,
      pair.turns,
      pair.sources,
      pair.cases,
      rounded(pair.c),
      rounded(pair.jaccard),
      pair.flagged
        ? study.language === 'nl'
          ? 'meer paren dan segmenten'
          : 'more pairs than segments'
        : null,
    ]),
  }
}
