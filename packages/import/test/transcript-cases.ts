/** Transcripts in Markdown, and their turns as `line of the file|speaker|words`. */
export const layoutCases: readonly (readonly [what: string, text: string, turns: readonly string[]])[] = [
  ['a heading between turns', 'R1: Een.\n\n## Deel twee\n\nR1: Twee.', ['1|R1|Een.', '5|R1|Twee.']],
  ['a heading right after a turn', 'R1: Een.\n## Deel twee\nR1: Twee.', ['1|R1|Een.', '3|R1|Twee.']],
  [
    'words under a heading that nobody says',
    'R1: Een.\n\n# Pauze\n\nKoffie.\n\nI: Twee.',
    ['1|R1|Een.', '7|I|Twee.'],
  ],
  ['a heading that looks like a label', 'R1: Een.\n\n## R2: Twee.\n\nR1: Drie.', ['1|R1|Een.', '5|R1|Drie.']],
  ['a hash tag, which is no heading', 'R1: Een.\n#samen twee.', ['1|R1|Een.\n#samen twee.']],
  [
    'hashes in an indent of four, which are no heading',
    'R1: Een.\n\n    # twee',
    ['1|R1|Een.\n\n    # twee'],
  ],
  [
    'three paragraphs in a turn',
    'R1: Een.\n\nTwee.\n\nDrie.\nI: Ja.',
    ['1|R1|Een.\n\nTwee.\n\nDrie.', '6|I|Ja.'],
  ],
  ['a list in a turn', 'R1: Dit:\n\n- een\n- twee\n\nI: Ja.', ['1|R1|Dit:\n\n- een\n- twee', '6|I|Ja.']],
  ['a quotation in a turn', 'R1: Hij:\n\n> R2: nee.\n\nI: Ja.', ['1|R1|Hij:\n\n> R2: nee.', '5|I|Ja.']],
  ['an empty turn between two', 'R1: Een.\nI:\nR2: Twee.', ['1|R1|Een.', '3|R2|Twee.']],
  [
    'a turn that is a label alone, and words below it',
    'R1:\nEen.\n\nI:\n\nTwee.',
    ['2|R1|Een.', '6|I|Twee.'],
  ],
  [
    'a bold label alone, and words below it',
    '**R1:**\n\nEen.\n\n**I:**\n\nTwee.',
    ['3|R1|Een.', '7|I|Twee.'],
  ],
  [
    'a sentence with a colon that comes once',
    'R1: Een.\nMijn vraag: twee?',
    ['1|R1|Een.\nMijn vraag: twee?'],
  ],
  [
    'a sentence with a colon that comes back',
    'R1: Een.\nEn toen: twee.\nEn toen: drie.',
    ['1|R1|Een.\nEn toen: twee.\nEn toen: drie.'],
  ],
  [
    'a phase with a number',
    'R1: Dus:\nFase 1: vormen.\nFase 2: stormen.\nI: Ja.',
    ['1|R1|Dus:\nFase 1: vormen.\nFase 2: stormen.', '4|I|Ja.'],
  ],
  ['the list of those who took part', 'Deelnemers: Anna en Bert\n\nR1: Een.', ['3|R1|Een.']],
  ['a name that comes once', 'R1: Een.\nAnna: twee.', ['1|R1|Een.\nAnna: twee.']],
  ['five words that come back', 'A B C D E: Een.\nA B C D E: Twee.\nR1: Drie.', ['3|R1|Drie.']],
  [
    'a word in bold that is no label',
    'R1: Een **twee** drie.\n**Vier** vijf.',
    ['1|R1|Een **twee** drie.\n**Vier** vijf.'],
  ],
  ['a label that stands between brackets', '(Interviewer: Een.)\nR1: Twee.', ['2|R1|Twee.']],
  ['words right to left', 'R1: שלום.\nI: مرحبا.', ['1|R1|שלום.', '2|I|مرحبا.']],
  [
    'a name with combining marks',
    'Zoe\u0308: Een.\nZoe\u0308: Twee.',
    ['1|Zoe\u0308|Een.', '2|Zoe\u0308|Twee.'],
  ],
  ['a turn that ends in spaces and empty lines', 'R1: Een. \t\n\n \nI: Ja.\n\n', ['1|R1|Een.', '4|I|Ja.']],
]

/** What Markdown would take for something else than words, said in a turn: words before, the thing, words after. */
export const markdownLookalikes: readonly (readonly [what: string, words: string])[] = [
  ['a line of hyphens below words', 'P1 zei dit\n---\nen dat'],
  ['a line of equals signs below words', 'P1 zei dit\n===\nen dat'],
  ['four spaces', 'Zo.\n\n    En vier spaties.'],
  ['a tab', 'Zo.\n\n\tEn een tab.'],
  ['a laugh in angle brackets', 'Zo <laughs> dus.'],
  ['a laugh on a line of its own', 'Zo.\n\n<laughs>\n\nDus.'],
  ['a tag that never closes', 'Zo <b>dus.'],
  ['a comment', 'Zo <!-- niet uitwerken --> dus.'],
  ['an entity', 'Albert &amp; Bert &eacute;n ik'],
  ['an escaped star', 'Twee \\* drie'],
  ['stars', 'Dat *moet* en dat **mag**.'],
  ['underscores', 'Dat _moet_ in bestand_een_twee.'],
  ['backticks', 'Typ `ja` en dan ``nee``.'],
  ['a fence', 'Zo.\n\n```\nDus.\n```'],
  ['a link', 'Zie [hier](https://example.org).'],
  ['a reference', 'Zie [1].\n\n[1]: https://example.org'],
  ['a foot note', 'Zie[^1].\n\n[^1]: Noot.'],
  ['a list', 'Dit:\n\n* een\n1. twee\n+ drie'],
  ['a table', 'Dit:\n\n| a | b |\n| - | - |\n| 1 | 2 |'],
  ['a line that ends in two spaces', 'Zo  \ndus.'],
  ['a strike', 'Dat ~~niet~~ wel.'],
  ['dots', 'Nou... ja…'],
]

/** A transcript with front matter and what it says of labels; the faults as `code:line`. */
export const speakerFaults: readonly (readonly [what: string, text: string, faults: readonly string[]])[] = [
  [
    'a label that the front matter does not name',
    '---\nparticipants: [H01]\n---\nR1: Een.',
    ['unknown-speaker:4'],
  ],
  [
    'such a label twice, told once',
    '---\nparticipants: [H01]\n---\nR1: Een.\nR1: Twee.',
    ['unknown-speaker:4'],
  ],
  [
    'two such labels',
    '---\nparticipants: [H01]\n---\nR1: Een.\nR2: Twee.',
    ['unknown-speaker:4', 'unknown-speaker:5'],
  ],
  ['an interviewer that it does not name', '---\nparticipants: [H01]\n---\nI: Een.\nH01: Ja.', []],
  ['somebody unknown that it does not name', '---\nparticipants: [H01]\n---\n?: Een.\nH01: Ja.', []],
  ['a label where no participants are named at all', 'R1: Een.', []],
  ['an empty turn', 'R1: Een.\n\nI:\n\nR1: Twee.', ['empty-turn:3']],
  ['an empty turn at the end', 'R1: Een.\nI:', ['empty-turn:2']],
  ['an empty turn before a heading', 'R1: Een.\nI:\n\n# Deel\n\nR1: Twee.', ['empty-turn:2']],
  ['an empty turn with a time', 'R1: Een.\nI: [00:01]\nR1: Twee.', ['empty-turn:2']],
  ['a bad time', 'R1: [00:61] Een.\nR1: [00:62] Twee.', ['bad-time:1', 'bad-time:2']],
  ['a time before the label that is bad', '\n\n[12:99] R1: Een.', ['bad-time:3']],
  ['no turns', '---\nkind: interview\n---\n\nZomaar.', ['no-turns:5']],
  ['no turns in talk in the street', '---\nkind: street-conversation\n---\nZomaar.', []],
  ['only empty turns', 'R1:\nI:', ['no-turns:1', 'empty-turn:1', 'empty-turn:2']],
  ['no words', '---\nkind: interview\n---\n\n \n', ['empty-source:1']],
]
