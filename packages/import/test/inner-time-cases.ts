/** Transcripts with times among the words of turns, the text that is left, and turns as `speaker|time-timeEnd|words`. */
export const innerTimeCases: readonly (readonly [
  what: string,
  text: string,
  left: string,
  turns: readonly string[],
])[] = [
  [
    'at the ends of paragraphs, as MAXQDA puts them',
    'I: Hoe gaat het? [00:00:05]\n\nB: Goed. [00:00:09.5]\n\nI: En nu? [00:01:11]\n',
    'I: Hoe gaat het?\n\nB: Goed.\n\nI: En nu?\n',
    ['I|-5|Hoe gaat het?', 'B|5-9.5|Goed.', 'I|9.5-71|En nu?'],
  ],
  [
    'in round brackets, without hours, at the ends of lines',
    'I: Hoe gaat het? (0:05)\nB: Goed. (0:09)\nI: En nu? (1:11)',
    'I: Hoe gaat het?\nB: Goed.\nI: En nu?',
    ['I|-5|Hoe gaat het?', 'B|5-9|Goed.', 'I|9-71|En nu?'],
  ],
  [
    'amid the words, as Sonix puts them every so often',
    'Anna: [00:00:02] Hallo. [00:00:05] En thuis?\n\nBram: [00:00:09] Goed.\n\n[00:01:10] Nog iets.\n',
    'Anna: [00:00:02] Hallo. En thuis?\n\nBram: [00:00:09] Goed.\n\nNog iets.\n',
    ['Anna|2-|Hallo. En thuis?', 'Bram|9-|Goed.\n\nNog iets.'],
  ],
  [
    'alone on a line between turns, below words',
    'I: Een.\n00:00:12\n\nR1: Twee.\n',
    'I: Een.\n\n\nR1: Twee.\n',
    ['I|-12|Een.', 'R1|12-|Twee.'],
  ],
  [
    'at the start of the words below a name',
    'Anna  0:03\n[00:00:04] Hallo.\n\nBram  0:09\nGoed.\n[00:00:12]\n',
    'Anna  0:03\nHallo.\n\nBram  0:09\nGoed.\n\n',
    ['Anna|3-|Hallo.', 'Bram|9-12|Goed.'],
  ],
  [
    'before the words of a further paragraph, as oTranscribe writes them, and a time that is said there',
    '00:02 I: Hoe?\n\n01:05 R1: Goed.\n\n01:10 En verder.\n10:30 ging ik.\n\n01:20 I: Ja.\n',
    '00:02 I: Hoe?\n\n01:05 R1: Goed.\n\nEn verder.\n10:30 ging ik.\n\n01:20 I: Ja.\n',
    ['I|2-|Hoe?', 'R1|65-|Goed.\n\nEn verder.\n10:30 ging ik.', 'I|80-|Ja.'],
  ],
  [
    'of which a remark of the transcriber tells, and a time that is said',
    'I: Hoe laat?\nB: Om 10:30, [onverstaanbaar 00:01:14] of 11:30.\nI: Psalm (23:1).',
    'I: Hoe laat?\nB: Om 10:30, [onverstaanbaar 00:01:14] of 11:30.\nI: Psalm (23:1).',
    ['I|-|Hoe laat?', 'B|-|Om 10:30, [onverstaanbaar 00:01:14] of 11:30.', 'I|-|Psalm (23:1).'],
  ],
  [
    'that do not count on, and so are none of the recording',
    'I: Welke?\nB: Genesis (3:16)\nen Ruth (1:16)\nI: Ja.',
    'I: Welke?\nB: Genesis (3:16)\nen Ruth (1:16)\nI: Ja.',
    ['I|-|Welke?', 'B|-|Genesis (3:16)\nen Ruth (1:16)', 'I|-|Ja.'],
  ],
  [
    'that are links, as Markdown writes them',
    'I: Zie [00:00:05](https://wijk.example).',
    'I: Zie [00:00:05](https://wijk.example).',
    ['I|-|Zie [00:00:05](https://wijk.example).'],
  ],
]
