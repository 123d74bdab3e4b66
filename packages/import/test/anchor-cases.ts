import type { CodingRow } from '../src/index.ts'

/** The text of the source `int-1`, which begins on line 5 of its file. */
export const text = [
  'R1: Wij zien de markt anders. 😀 Echt anders.',
  '',
  'I: Hoe dan?',
  'R1: Zij zien de winkels, wij zien de mensen.',
  'I: Ja ja ja.',
  "R1: '=1+1 en -twee en \u202bשלום\u202c en Zoe\u0308.",
].join('\n')

export const row = (quote: string, more: Partial<CodingRow> = {}): CodingRow => ({
  source: 'int-1',
  quote,
  code: 'Kader',
  coder: 'anna',
  ...more,
})

/** Rows that fit, and the stretch that each is about. */
export const fittingRows: readonly (readonly [what: string, row: CodingRow, start: number, end: number])[] = [
  ['words that stand there once', row('de markt'), 13, 21],
  ['an emoji', row('😀'), 30, 32],
  ['words behind an emoji', row('Echt'), 33, 37],
  ['words over a line end', row('anders.\n\nI: Hoe'), 38, 53],
  ['the whole text', row(text), 0, text.length],
  ['its first character', row('R', { occurrence: 1 }), 0, 1],
  ['its last words', row('en Zoe\u0308.'), 146, 154],
  ['words right to left', row('שלום'), 140, 144],
  ['a letter without its combining mark', row('Zoe'), 149, 152],
  ['the second occurrence', row('anders', { occurrence: 2 }), 38, 44],
  ['the third occurrence', row('zien de', { occurrence: 3 }), 88, 95],
  ['occurrences that overlap', row('a ja', { occurrence: 2 }), 111, 115],
  ['words at the offset that is given', row('zien de', { start: 67 }), 67, 74],
  ['an offset before an occurrence', row('zien de', { start: 67, occurrence: 1 }), 67, 74],
  ['an offset that is wrong, of words that stand there once', row('de markt', { start: 3 }), 13, 21],
  ['an offset that is wrong, and an occurrence', row('zien de', { start: 3, occurrence: 2 }), 67, 74],
  ['an offset far outside', row('de markt', { start: 9999 }), 13, 21],
  ['words that were guarded against spreadsheets', row("'-twee"), 130, 135],
  ['words that begin with an apostrophe of their own', row("'=1+1"), 121, 126],
]

/** Rows that do not fit, with the problem and what its message says. */
export const faultyRows: readonly (readonly [
  what: string,
  row: CodingRow,
  code: string,
  says: readonly string[],
])[] = [
  [
    'a source with a slip in its id',
    row('de markt', { source: 'int-11' }),
    'unknown-source',
    ['"int-11"', '"int-1"'],
  ],
  ['a source unlike any', row('de markt', { source: 'xyz' }), 'unknown-source', ['There are: int-1, leeg.']],
  ['a code with a slip', row('de markt', { code: 'Kadr' }), 'unknown-code', ['"Kadr"', '"Kader"']],
  [
    'a code with many codes of that name',
    row('de markt', { code: 'Overlap' }),
    'ambiguous-code',
    ['Kader', 'Verhaal'],
  ],
  ['a code that was retired', row('de markt', { code: 'Oud' }), 'retired-code', ['"Oud"']],
  ['a coder with a slip', row('de markt', { coder: 'ana' }), 'unknown-coder', ['"ana"', '"anna"']],
  ['a coder unlike any', row('de markt', { coder: 'x' }), 'unknown-coder', ['There are: anna, bram.']],
  [
    'words that are not there',
    row('wij zien de mansen'),
    'quote-not-found',
    ['int.md', 'line 8', '"wij zien de mensen"'],
  ],
  ['words in other letters', row('DE MARKT'), 'quote-not-found', ['line 5', '"de markt"']],
  [
    'words on either side of a line end, twice',
    row('anders. wij zien de', { occurrence: 2 }),
    'quote-not-found',
    [],
  ],
  ['words unlike any', row('qqq www eee'), 'quote-not-found', ['nor anything like it']],
  ['words that stand there twice', row('anders'), 'quote-ambiguous', ['2 times', 'lines 5, 5']],
  ['words that stand there three times', row('zien de'), 'quote-ambiguous', ['3 times', 'lines 5, 8, 8']],
  [
    'an occurrence too high',
    row('anders', { occurrence: 3 }),
    'quote-not-found',
    ['2 times', 'occurrence 3'],
  ],
  [
    'a second occurrence of words that stand there once',
    row('de markt', { occurrence: 2 }),
    'quote-not-found',
    ['once'],
  ],
  ['an empty quote', row(''), 'quote-not-found', []],
  [
    'words of a source without words',
    row('de markt', { source: 'leeg' }),
    'quote-not-found',
    ['nor anything like it'],
  ],
]

/** A text, a quote, and the stretch of the text that comes nearest. */
export const nearestCases: readonly (readonly [
  what: string,
  text: string,
  quote: string,
  nearest: string | undefined,
])[] = [
  ['the words themselves', 'nul een twee drie vier', 'een twee drie', 'een twee drie'],
  ['other letters', 'nul EEN Twee vier', 'een twee', 'EEN Twee'],
  ['another punctuation', 'nul, een; twee. Drie', 'een twee', 'een; twee'],
  ['words over lines', 'nul een\n\ntwee vier', 'een twee', 'een\n\ntwee'],
  ['a word too many', 'nul een heel twee drie', 'een twee drie', 'heel twee drie'],
  ['a slip in a word', 'nul een twee drie vier', 'een twie drie', 'een twee drie'],
  ['of two, the one with fewer slips', 'een twaa drie. En een twee drie', 'een twe drie', 'een twee drie'],
  ['of two alike, the first', 'een twee. Een twee', 'een  twee', 'een twee'],
  ['half of the words', 'nul een twee vijf zes', 'een twee drie vier', 'een twee vijf zes'],
  ['less than half of the words', 'nul een zes zeven acht', 'een twee drie', undefined],
  ['a word that stands there more often than wanted', 'een een een. Een twee', 'een twee', 'Een twee'],
  ['a text that is shorter than the quote', 'een twee', 'een twee drie', 'een twee'],
  ['words behind emoji', '😀😀 een twee', 'een, twee', 'een twee'],
  ['words right to left', 'א שלום עולם ב', 'שלום, עולם', 'שלום עולם'],
  ['a quote without words', 'een twee', '... !', undefined],
  ['a text without words', '😀 ...', 'een', undefined],
]
