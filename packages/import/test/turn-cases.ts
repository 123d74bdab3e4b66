/** Lines of a transcript, and the turns in them as `speaker|role|time|words`. */
export const turnCases: readonly (readonly [what: string, text: string, turns: readonly string[]])[] = [
  ['labels in bold', '**I:** Ja?\n\n**R1:** Nee.', ['I|interviewer||Ja?', 'R1|participant||Nee.']],
  ['a colon outside the bold', '**R1**: Nee.', ['R1|participant||Nee.']],
  [
    'plain labels, one line each',
    'Interviewer: Ja?\nR12: Nee.',
    ['Interviewer|interviewer||Ja?', 'R12|participant||Nee.'],
  ],
  ['a space before the colon', 'Respondent 2 : Nee.', ['Respondent 2|participant||Nee.']],
  [
    'a name between brackets behind a customary label',
    'Interviewer (Anna): Ja?\nRespondent 1 (vrouw, uit Oost): Nee.',
    ['Interviewer (Anna)|interviewer||Ja?', 'Respondent 1 (vrouw, uit Oost)|participant||Nee.'],
  ],
  [
    'labels that are cut short',
    'Int.: Ja?\nResp.: Nee.\nspk_0: Toch.',
    ['Int.|interviewer||Ja?', 'Resp.|participant||Nee.', 'spk_0|participant||Toch.'],
  ],
  ['a time after the label', '**R1:** [01:02:03] Nee.', ['R1|participant|3723|Nee.']],
  ['a time in the label', '**R1 (02:03):** Nee.', ['R1|participant|123|Nee.']],
  ['a time between a bold label and its colon', '**R1** (02:03): Nee.', ['R1|participant|123|Nee.']],
  ['a time within the bold, before the label', '**[02:03] R1:** Nee.', ['R1|participant|123|Nee.']],
  ['a time before the label', '[00:00:04] R1: Nee.', ['R1|participant|4|Nee.']],
  ['a time with tenths', 'R1: [00:04.5] Nee.', ['R1|participant|4.5|Nee.']],
  [
    'several paragraphs',
    '**R1:** Een.\n\nTwee.\n\n**I:** Ja?',
    ['R1|participant||Een.\n\nTwee.', 'I|interviewer||Ja?'],
  ],
  ['an unknown speaker', 'Onbekend: Sorry.\n?: Wat?', ['Onbekend|unknown||Sorry.', '?|unknown||Wat?']],
  [
    'a sentence with a colon',
    'R1: Ik zei het zo: nee.\nEn toen: niets.',
    ['R1|participant||Ik zei het zo: nee.\nEn toen: niets.'],
  ],
  ['a time that is said', 'R1: Om 10:30 dus.', ['R1|participant||Om 10:30 dus.']],
  [
    'names that come back',
    'Anna: Een.\nBert de Vries: Twee.\nAnna: Drie.\nBert de Vries: Vier.',
    [
      'Anna|participant||Een.',
      'Bert de Vries|participant||Twee.',
      'Anna|participant||Drie.',
      'Bert de Vries|participant||Vier.',
    ],
  ],
  [
    'such names beside labels in bold',
    '**R1:** Een.\n\nTip: iets.\n\nTip: meer.',
    ['R1|participant||Een.\n\nTip: iets.\n\nTip: meer.'],
  ],
  ['emoji and curly quotes', '**R1:** “Zo’n 😀”, zei hij.', ['R1|participant||“Zo’n 😀”, zei hij.']],
  ['words before the first label', 'Een praatje vooraf.\n\nR1: Nee.', ['R1|participant||Nee.']],
  ['white space around the words', 'R1:   Nee.  \n\n  \n', ['R1|participant||Nee.']],
  [
    'a word that opens a sentence, with a time before it, and one that comes back',
    '[00:01] I: Ja?\n[00:09] R1: Nou, veel.\n[00:01:10] Nee: dat niet.\nKijk: zo.\nKijk: en zo.\n[00:02:00] I: Goed.',
    [
      'I|interviewer|1|Ja?',
      'R1|participant|9|Nou, veel.\nNee: dat niet.\nKijk: zo.\nKijk: en zo.',
      'I|interviewer|120|Goed.',
    ],
  ],
]
