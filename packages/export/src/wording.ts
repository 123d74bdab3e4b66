import type { EmptyReason, Label } from '@codeerbank/core'

export const emptyLabels: Readonly<Record<EmptyReason, Label>> = {
  'no codings': { nl: 'Niets gecodeerd', en: 'Nothing coded' },
  'no sources': { nl: 'Geen bronnen', en: 'No sources' },
  'looked for and absent': { nl: 'Gezocht en niet gevonden', en: 'Looked for and absent' },
  'not asked': { nl: 'Niet gevraagd', en: 'Not asked' },
  'not yet read': { nl: 'Nog niet gelezen', en: 'Not yet read' },
  'coded under an older definition': {
    nl: 'Gecodeerd volgens een oudere definitie',
    en: 'Coded under an older definition',
  },
}

/** What is said around tables and quotes. */
export const wording = {
  table: { nl: 'Tabel', en: 'Table' },
  row: { nl: 'Rij', en: 'Row' },
  total: { nl: 'Totaal', en: 'Total' },
  sheet: { nl: 'Blad', en: 'Sheet' },
  cell: { nl: 'Cel', en: 'Cell' },
  part: { nl: 'Deel', en: 'Part' },
  text: { nl: 'Tekst', en: 'Text' },
  continued: { nl: 'Vervolg', en: 'Continued' },
  goesOn: { nl: 'gaat verder in het blad', en: 'goes on in the sheet' },
  contents: { nl: 'Inhoud', en: 'Contents' },
  unit: { nl: 'Eenheid', en: 'Unit' },
  above: { nl: 'zie hierboven', en: 'see above' },
  counts: {
    nl: 'Tussen haakjes: het aantal coderingen en het aantal bronnen achter een bevinding.',
    en: 'In brackets: the number of codings and of sources behind a statement.',
  },
  raised: {
    nl: 'Verhoogd: het aantal bronnen achter een bevinding.',
    en: 'Raised: the number of sources behind a statement.',
  },
  latex: {
    nl: 'Tabel van codeerbank. In een verslag: de regels vanaf \\usepackage{array} in de preambule, die binnen de document-omgeving waar de tabel komt.',
    en: 'Table by codeerbank. In a report: the lines from \\usepackage{array} on in the preamble, those within the document environment where the table stands.',
  },
  noSums: {
    nl: 'Een totaal telt alles één keer, ook wat in meer cellen staat: het is geen som.',
    en: 'A total counts everything once, also what stands in several cells: it is no sum.',
  },
  nothing: { nl: 'Er is niets om te laten zien.', en: 'There is nothing to show.' },
  openQuotes: {
    nl: 'Open een bevinding om de woorden te zien waarop zij rust.',
    en: 'Open a statement to see the words that carry it.',
  },
  webPage: { nl: 'webpagina', en: 'web page' },
  fullSize: { nl: 'Op ware grootte', en: 'At full size' },
  paragraph: { nl: 'alinea', en: 'paragraph' },
  contrary: { nl: 'spreekt dit tegen', en: 'speaks against this' },
  coded: { nl: 'gecodeerd door', en: 'coded by' },
} as const
