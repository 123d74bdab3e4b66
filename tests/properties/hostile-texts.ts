import type { Label, Value } from 'codeerbank'
import fc from 'fast-check'

/** Ids that are no names of files, or that a list, a query or a program could take for something else. */
const awkwardId = fc.constantFrom(
  ...[
    '../buiten',
    '..',
    '.',
    '/etc',
    'C:\\x',
    'CON',
    'con',
    'nul.txt',
    'a/b',
    'a:b',
    'a\0b',
    'a\rb',
    'a\nb',
    ' a',
    'b ',
  ],
  ...[
    'Plein',
    'plein',
    'PLEIN',
    'e\u0301',
    'é',
    'ſ',
    's',
    '=1+1',
    '-1',
    "'",
    "'=1",
    '@x',
    'json:"x"',
    'json:',
    'all',
  ],
  ...[
    'interviewer',
    'unknown',
    'yes',
    '1',
    'null',
    '~',
    '#x',
    '---',
    'participants',
    'id',
    'R1',
    'x'.repeat(300),
    '🙂',
  ],
  ...['\ud800', '\u202e', '-', 'a|b', '"', ',', ';', '__proto__', 'constructor', '1:2', '[x]', 'x: y'],
)

/** Ids, no two the same. */
export const ids = (most: number, least = 0) =>
  fc.uniqueArray(
    fc.oneof(
      awkwardId,
      awkwardId,
      fc.nat(30).map(n => `id ${n}`),
    ),
    { minLength: least, maxLength: most },
  )

/** Ids that a codebook holds: what it does not is for a test of its own. */
export const codebookIds = (most: number) =>
  ids(most).map(drawn => drawn.filter(id => id.isWellFormed() && !id.includes('\0')))

/** Lines that front matter, marks in the text, captions, tables and headings are made of. */
const line = fc.constantFrom(
  ...[
    '---',
    'id: anders',
    'verbatim: true',
    '**R1:** Ja.',
    '**R1:** [00:00:04] Ja hoor.',
    'R1: Nee.',
    'Interviewer: En?',
  ],
  ...[
    'R2:',
    'Onbekend: [99:99] Hm.',
    'Jan de Wit: Dag.',
    'Jan de Wit: Nou.',
    '',
    ' ',
    '    vier',
    '\ttab',
    '# Kop',
    '## Verbaal',
  ],
  ...[
    '| Indicator | H01 |',
    '| --- | --- |',
    '| Knikt | - |',
    '## Algemene indruk',
    'WEBVTT',
    '1',
    '00:00:01.000 --> 00:00:02.000',
  ],
  ...[
    ':code[Nou ja]{code="x" coder="y"}',
    ':code[',
    '{"segments": [{"text": "Ja"}]}',
    '[00:00.000 --> 00:02.000] Ja',
    '=1+1',
    '```',
  ],
  ...[
    '\ufeffmerk',
    '🙂',
    'e\u0301',
    'שלום',
    '<b>',
    '&amp;',
    '\\',
    '***',
    '- x',
    '> y',
    '#00:00:01-2#',
    '\u2028',
    'Kop\n===',
  ],
)
/** A text that reads like what it is not. */
export const text = fc.array(line, { maxLength: 9 }).map(lines => lines.join('\n'))

const word = fc.constantFrom(
  ...[
    'Visie',
    ' ',
    '',
    '\n',
    '\r\n',
    '\0',
    '\ud800',
    '=1+1',
    "'",
    '"',
    ', ',
    '# ',
    ': ',
    '|',
    '---',
    '  ',
    'json:1',
    '{',
    '- ',
    '🙂',
  ],
)
/** A note or name of any characters. */
export const note = fc.array(word, { maxLength: 5 }).map(words => words.join(''))
/** A name that a codebook holds. */
const name = fc.constantFrom(
  'Visie',
  '*Visie*',
  'Rust & ruimte',
  '1. Zorg',
  'a\nb',
  'id: x',
  '<b>',
  'Zorg > thuis',
  "'",
  ' x',
)
/** A label that a codebook holds. */
export const label: fc.Arbitrary<Label> = fc.oneof(
  name.map((nl): Label => ({ nl })),
  name.map((en): Label => ({ en })),
  fc.record({ nl: name, en: name }),
)
/** A label of any characters. */
export const anyLabel: fc.Arbitrary<Label> = fc.oneof(
  label,
  note.map((nl): Label => ({ nl })),
)
export const time = fc.constantFrom(
  '1970-01-01T00:00:00Z',
  '2024-03-01T09:00:00+01:00',
  '2024-03-01T08:00:00.250Z',
)
export const value: fc.Arbitrary<Value> = fc.oneof(
  note,
  fc.constantFrom('5', '1,5', 'ja', 'true', ''),
  fc.integer(),
  fc.constantFrom(0.1, -1, 1e300, 1e-7),
  fc.boolean(),
  fc.constant(null),
)

/** Who speaks, as transcripts name them, and as they should not. */
export const speakers = ['R1', 'Interviewer', 'Jan de Wit', '', 'a\nb', '**', 'Onbekend', 'R2']
export const roles = ['participant', 'interviewer', 'unknown', 'participant'] as const
