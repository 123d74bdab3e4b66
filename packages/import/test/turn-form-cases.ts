/** Transcripts whose labels stand in other ways than before a colon, and their turns as `speaker|time-timeEnd|words`. */
export const turnFormCases: readonly (readonly [what: string, text: string, turns: readonly string[]])[] = [
  [
    'items of a list',
    '- I: Hoe?\n- R1: Goed.\n  Nou.\n- I: Ja.\n',
    ['I|-|Hoe?', 'R1|-|Goed.\n  Nou.', 'I|-|Ja.'],
  ],
  ['items of a list, in bold', '* **I:** Hoe?\n* **R1:** Goed.\n', ['I|-|Hoe?', 'R1|-|Goed.']],
  [
    'items of a list, with names that come back',
    '• Anna: Hoe?\n• Bram: Goed.\n• Anna: Ja?\n• Bram: Nee.\n',
    ['Anna|-|Hoe?', 'Bram|-|Goed.', 'Anna|-|Ja?', 'Bram|-|Nee.'],
  ],
  [
    'a list in what somebody says, with labels that are none there',
    'R1: Dit:\n- P1: een\n- P2: twee\n- P3: drie\n* **Tip:** vier\nI: Ja.\n',
    ['R1|-|Dit:\n- P1: een\n- P2: twee\n- P3: drie\n* **Tip:** vier', 'I|-|Ja.'],
  ],
  [
    'labels in round brackets',
    '(I) Hoe?\n(R1) Goed.\n\nEn nu (lacht).\n(I) [00:01:10] Mooi.\n(R1) Ja.\n',
    ['I|-|Hoe?', 'R1|-|Goed.\n\nEn nu (lacht).', 'I|70-|Mooi.', 'R1|-|Ja.'],
  ],
  [
    'labels in square brackets, and a sound that is none',
    '[I] Hoe?\n[lacht] Nou?\n[R1] Goed.\n[I] Ja.\n',
    ['I|-|Hoe?\n[lacht] Nou?', 'R1|-|Goed.', 'I|-|Ja.'],
  ],
  ['labels before a slash', 'I/ Hoe?\nR1/ Goed.\nI/ Ja.\n', ['I|-|Hoe?', 'R1|-|Goed.', 'I|-|Ja.']],
  [
    'labels before a dash',
    'Interviewer - Hoe?\nRespondent – Goed.\nInterviewer - Ja.\nRespondent - Zo - dus.\n',
    ['Interviewer|-|Hoe?\nRespondent – Goed.', 'Interviewer|-|Ja.', 'Respondent|-|Zo - dus.'],
  ],
  ['letters of a list, of which one is asked for again', '(A) Een.\n(B) Twee.\n(V) Drie.\n(V) Vier.\n', []],
  ['labels of which no one asks', '(R1) Een.\n(R2) Twee.\n(R1) Drie.\n', []],
  [
    'rows of a table in Markdown, and words that stand below it',
    '| Tijd | Spreker | Tekst |\n| --- | :-- | --- |\n| 00:01 | Anna | Hoe? |\n| 00:05 | Bram | Goed \\| zo. |\n||| En nu. |\n\nEinde.\n',
    ['Anna|1-|Hoe?', 'Bram|5-|Goed \\| zo.', 'Bram|-|En nu.'],
  ],
  [
    'rows of two tables in Markdown without pipes at their ends',
    'Speaker | Text\n--- | ---\nI | Hoe?\nR1 | Goed.\n\nTussen.\n\nSpeaker | Text\n--- | ---\nI | Ja?\n',
    ['I|-|Hoe?', 'R1|-|Goed.', 'I|-|Ja?'],
  ],
  [
    'a table in Markdown of other things',
    '| Indicator | A |\n| - | - |\n| Toon | fel |\n| Blik | open |\n',
    [],
  ],
  [
    'times before words without brackets, which count on',
    '0:00 hallo allemaal\n0:03 vandaag gaan wij\n0:07 kijken\n',
    ['?|0-|hallo allemaal', '?|3-|vandaag gaan wij', '?|7-|kijken'],
  ],
  ['times of a day, which do not', 'Dagboek.\n9:30 op school\n14:00 thuis\n8:00 weer op\n', []],
]
