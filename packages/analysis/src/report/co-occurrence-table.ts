import { byId, type Label, labelText, notesBelow, type Study, type Table } from '@codeerbank/core'
import type { CoOccurrences } from '../co-occurrence/co-occurrence.ts'
import { waitingNote } from '../waiting-note.ts'
import { numberColumn, rounded, textColumn } from './columns.ts'

/** Co-occurring codes, a row a pair, with every unit and both coefficients, and below them which pairs were counted. */
export function coOccurrenceTable(study: Study, found: CoOccurrences): Table {
  const { pairs } = found
  const name = (id: string) => labelText(byId(study.codes, id)?.label ?? { nl: id }, study.language)
  return {
    id: 'co-occurrence',
    title: { nl: 'Codes die samen voorkomen', en: 'Codes that occur together' },
    ...notesBelow(noteOf(found), waitingNote(study, { lost: 'left out' })),
    columns: [
      textColumn('a', 'Code A', 'Code A'),
      textColumn('b', 'Code B', 'Code B'),
      numberColumn('pairs', 'Paren fragmenten', 'Pairs of segments'),
      numberColumn('segments-a', 'Fragmenten A', 'Segments A'),
      numberColumn('segments-b', 'Fragmenten B', 'Segments B'),
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
          ? 'meer paren dan fragmenten'
          : 'more pairs than segments'
        : null,
    ]),
  }
}

function noteOf({ acrossCoders, related }: CoOccurrences): Label {
  const coders = acrossCoders
    ? {
        nl: 'Geteld over alle codeurs samen, zoals ATLAS.ti en co-occurs in een zoekvraag.',
        en: 'Counted over all coders together, as ATLAS.ti and co-occurs in a query do.',
      }
    : {
        nl: 'Geteld binnen elke codeur: wat de een markeerde is niet vergeleken met wat een ander markeerde.',
        en: 'Counted within each coder: what one marked is not compared with what another did.',
      }
  if (related) return coders
  return {
    nl: `${coders.nl} Een code en een code daarboven zijn geen paar.`,
    en: `${coders.en} A code and one above it are no pair.`,
  }
}
