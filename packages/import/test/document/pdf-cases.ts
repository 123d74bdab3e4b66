import type { PdfLine } from '../../src/document/pdf-pages.ts'

/** Lines of a page from top to bottom, 10 points high and 12 apart; 5 points a letter. `|` before a line adds 12 points. */
export function page(lines: readonly string[], { top = 700, size = 10 } = {}): readonly PdfLine[] {
  let y = top + 12
  return lines.map(given => {
    const text = given.replace(/^[|^]+/, '')
    y -= 12 * (1 + (/^\|+/.exec(given)?.[0].length ?? 0))
    const height = given.startsWith('^') ? size * 1.5 : size
    return { text, x: 50, y, right: 50 + 5 * text.length, size: height }
  })
}

/** The lines of one page, and the text that is made of them. `^` before a line makes its letters larger. */
export const paragraphCases: readonly (readonly [what: string, lines: readonly string[], text: string])[] = [
  [
    'lines of one paragraph',
    ['R1: Wij wonen hier al', 'sinds de markt er was.'],
    'R1: Wij wonen hier al sinds de markt er was.',
  ],
  [
    'a line that ends where the next word would have fitted',
    ['Wij wonen hier al sinds', 'toen.', 'En dus ook sinds jaren.'],
    'Wij wonen hier al sinds toen.\nEn dus ook sinds jaren.',
  ],
  [
    'a new speaker below a full line',
    ['R1: Wij wonen hier al zo', 'I: Hoe lang dan precies?'],
    'R1: Wij wonen hier al zo\nI: Hoe lang dan precies?',
  ],
  [
    'a new speaker with a time',
    ['R1: Wij wonen hier al zo', '[00:01:02] I: Hoe lang al'],
    'R1: Wij wonen hier al zo\n[00:01:02] I: Hoe lang al',
  ],
  [
    'a word before a colon amid a sentence',
    ['R1: Ik heb het zo vaak al', 'gezegd: begin toch klein.'],
    'R1: Ik heb het zo vaak al gezegd: begin toch klein.',
  ],
  [
    'a name and a time above the words',
    ['Ans 0:03', 'Wij wonen hier al sinds de'],
    'Ans 0:03\nWij wonen hier al sinds de',
  ],
  [
    'a time on a line of its own',
    ['I: Hoe lang woont u hier al', '00:00:09', 'R1: Al sinds de markt er'],
    'I: Hoe lang woont u hier al\n00:00:09\nR1: Al sinds de markt er',
  ],
  [
    'a label on a line of its own',
    ['Hoe lang woont u hier al, met', 'Respondent', 'Al sinds de markt er was, ja'],
    'Hoe lang woont u hier al, met\nRespondent\nAl sinds de markt er was, ja',
  ],
  [
    'a wider gap',
    ['Wij wonen hier al sinds wij', 'er een markt zagen komen en', '|Daarna kwam het plein er'],
    'Wij wonen hier al sinds wij er een markt zagen komen en\nDaarna kwam het plein er',
  ],
  [
    'larger letters',
    ['^Wij wonen hier al sinds', 'de markt er was en ook nog'],
    'Wij wonen hier al sinds\nde markt er was en ook nog',
  ],
]

/** Lines, and how the word at the end of the first goes on. */
export const dividedCases: readonly (readonly [what: string, lines: readonly string[], how: string])[] = [
  ['no hyphen', ['een woord', 'meer'], 'space'],
  ['a soft hyphen', ['ver\u00AD', 'trouwen'], 'word'],
  ['a word that stands elsewhere in whole', ['ver-', 'trouwen is goed', 'want vertrouwen'], 'word'],
  ['such a word with a capital', ['Ver-', 'trouwen is goed', 'want vertrouwen'], 'word'],
  [
    'a word that stands elsewhere with a hyphen',
    ['sociaal-', 'economisch', 'ook sociaal-economisch'],
    'hyphen',
  ],
  ['a word of which nothing is known', ['sociaal-', 'economisch'], 'hyphen'],
  [
    'a word of which nothing is known, where two others were divided',
    ['verant-', 'woord en ver-', 'trouwen en ge-', 'meente', 'vertrouwen gemeente'],
    'word',
  ],
  [
    'the same where as many keep theirs',
    [
      'verant-',
      'woord en ver-',
      'trouwen en ge-',
      'meente en sociaal-',
      'cultureel oud-',
      'collega',
      'vertrouwen gemeente sociaal-cultureel oud-collega',
    ],
    'hyphen',
  ],
  ['a list', ['in-', 'en uitgang'], 'space'],
  ['a list with or', ['voor-', 'of nadeel'], 'space'],
  ['a name', ['Noord-', 'Holland'], 'hyphen'],
  ['a number', ['2023-', '2024'], 'hyphen'],
  ['a dash', ['en toen -', 'ja'], 'space'],
  ['half a word', ['nee, ik w-', 'wilde'], 'hyphen'],
]
