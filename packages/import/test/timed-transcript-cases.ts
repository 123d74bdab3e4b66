/** Texts with `#hh:mm:ss-t#`, the text that is left, and turns as `speaker|time-timeEnd|words`. */
export const markedCases: readonly (readonly [
  what: string,
  text: string,
  left: string,
  turns: readonly string[],
])[] = [
  [
    'times at the end of paragraphs, as f4transkript puts them',
    'I: Hoe lang woont u hier? #00:00:05-3#\n\nB: Sinds de markt weg is. #00:00:09-1#\n\nI: En daarvoor? #00:00:11-0#\n\nB: Ook. #00:00:12-0#\n',
    'I: Hoe lang woont u hier?\n\nB: Sinds de markt weg is.\n\nI: En daarvoor?\n\nB: Ook.\n',
    [
      'I|-5.3|Hoe lang woont u hier?',
      'B|5.3-9.1|Sinds de markt weg is.',
      'I|9.1-11|En daarvoor?',
      'B|11-12|Ook.',
    ],
  ],
  [
    'times at the start of paragraphs',
    '#00:00:01-0# I: Vertel.\n#00:01:02-5# R1: Nou.\n',
    'I: Vertel.\nR1: Nou.\n',
    ['I|1-62.5|Vertel.', 'R1|62.5-|Nou.'],
  ],
  [
    'times after the label',
    'I: #00:00:01# Vertel.\nR1: #00:00:04# Nou.',
    'I: Vertel.\nR1: Nou.',
    ['I|1-|Vertel.', 'R1|4-|Nou.'],
  ],
  [
    'several paragraphs of one speaker, each with a time',
    'R1: De eerste. #00:00:05-0#\n\nDe tweede. #00:00:10-0#\n\nI: Ja. #00:00:12-0#',
    'R1: De eerste.\n\nDe tweede.\n\nI: Ja.',
    ['R1|-10|De eerste.\n\nDe tweede.', 'I|10-12|Ja.'],
  ],
  [
    'a time amid the words, as Express Scribe leaves it every so often',
    'R1: Toen #01:00:00-0# gingen we.\nI: Waarheen?',
    'R1: Toen gingen we.\nI: Waarheen?',
    ['R1|-|Toen gingen we.', 'I|-|Waarheen?'],
  ],
  [
    'a time on a line of its own',
    'I: Vertel.\n\n#00:00:30-0#\n\nR1: Nou.',
    'I: Vertel.\n\n\n\nR1: Nou.',
    ['I|-30|Vertel.', 'R1|30-|Nou.'],
  ],
  [
    'an end before the beginning, which is no end',
    '#00:05:00-0# I: Vertel. #00:04:00-0#\nR1: Nou.',
    'I: Vertel.\nR1: Nou.',
    ['I|300-|Vertel.', 'R1|240-|Nou.'],
  ],
  [
    'a hash tag and a number, which are no times',
    'I: Zie #12 en #12:30 of 12:30#.\nR1: Nou #samen# dan. #00:00:02-0#',
    'I: Zie #12 en #12:30 of 12:30#.\nR1: Nou #samen# dan.',
    ['I|-|Zie #12 en #12:30 of 12:30#.', 'R1|-2|Nou #samen# dan.'],
  ],
]

/** Transcripts with who speaks, and since when, on a line above the words. */
export const headerCases: readonly (readonly [what: string, text: string, turns: readonly string[]])[] = [
  [
    'Otter, with two spaces and a line that says where it came from',
    'Anna de Wit  0:03  \nGoedemiddag allemaal.\n\nUnknown Speaker  1:02:03  \nDag.\n\nTranscribed by https://otter.ai\n',
    ['Anna de Wit|3-|Goedemiddag allemaal.', 'Unknown Speaker|3723-|Dag.'],
  ],
  [
    'Amberscript, with hours',
    'Spreker 1 00:00:03\nWaar gaat het over?\n\nSpreker 2 00:00:07\nOver de speeltuin.\nEn de buurt.\n',
    ['Spreker 1|3-|Waar gaat het over?', 'Spreker 2|7-|Over de speeltuin.\nEn de buurt.'],
  ],
  [
    'time first, in square brackets',
    '[00:00:03] Interviewer\nWaarover?\n\n[00:00:07] Bram\nDe speeltuin.\n',
    ['Interviewer|3-|Waarover?', 'Bram|7-|De speeltuin.'],
  ],
  [
    'time first, as Word does it',
    '00:00:00 Speaker 1\nWaarover?\n00:00:07 Speaker 2\nDe speeltuin.',
    ['Speaker 1|0-|Waarover?', 'Speaker 2|7-|De speeltuin.'],
  ],
  [
    'brackets around the time, after the name',
    'Bram [00:00:03]\nEen.\n\nCato (00:00:07)\nTwee.',
    ['Bram|3-|Een.', 'Cato|7-|Twee.'],
  ],
  ['a dash or a bar between', 'Bram - 00:03\nEen.\n\nCato | 00:07\nTwee.', ['Bram|3-|Een.', 'Cato|7-|Twee.']],
  [
    'brackets around the name, as Zoom does it',
    '[Bram] 10:03:01\nEen.\n\n[Cato] 10:03:05\nTwee.',
    ['Bram|36181-|Een.', 'Cato|36185-|Twee.'],
  ],
  [
    'names as Teams lists them, with the last name first',
    'de Vries - van der Berg, Anna   0:03\nEen.\nvan Dijk, Bram (gast)   0:07\nTwee.',
    ['de Vries - van der Berg, Anna|3-|Een.', 'van Dijk, Bram (gast)|7-|Twee.'],
  ],
  [
    'a name, and the time on the line below it',
    'Anna de Wit\n0:03\nEen.\nCato\n00:00:07\nTwee.\nEn drie.\n',
    ['Anna de Wit|3-|Een.', 'Cato|7-|Twee.\nEn drie.'],
  ],
  [
    'from when to when, and the name on the line below it, as in older documents of Teams',
    '0:0:3.120 --> 0:0:6.880\nAnna de Wit\nEen.\n0:0:9.440 --> 0:0:12.0\nCato\nTwee.\n',
    ['Anna de Wit|3.12-6.88|Een.', 'Cato|9.44-12|Twee.'],
  ],
  [
    'a name, and from when to when on the line below it, each in brackets',
    'SPEAKER_00\n[00:00:03] - [00:00:06]\nEen.\n\nSPEAKER_01\n[00:00:09] - [00:00:12]\nTwee.\n',
    ['SPEAKER_00|3-6|Een.', 'SPEAKER_01|9-12|Twee.'],
  ],
  [
    'a name and from when to when',
    'Anna de Wit  0:03 --> 0:06\nEen.\nCato  0:09 --> 0:12\nTwee.\n',
    ['Anna de Wit|3-6|Een.', 'Cato|9-12|Twee.'],
  ],
  [
    'times in words, as Teams reads them out',
    'Anna de Wit 0 minutes 3 seconds\nEen.\nCato 1 hour 2 minutes 3 seconds\nTwee.\n',
    ['Anna de Wit|3-|Een.', 'Cato|3723-|Twee.'],
  ],
  [
    'what is copied out of Teams, with each name twice',
    'Anna de Wit\n0 minutes 3 seconds0:03\nAnna de Wit 0 minutes 3 seconds\nEen.\nCato\n0 minutes 9 seconds0:09\nCato 0 minutes 9 seconds\nTwee.\n',
    ['Anna de Wit|3-|Een.', 'Cato|9-|Twee.'],
  ],
  [
    'a time after the name and the words behind it',
    'Anna de Wit [00:00:03] Een.\n\nCato [00:00:09] Twee.\n',
    ['Anna de Wit|3-|Een.', 'Cato|9-|Twee.'],
  ],
  [
    'a time after a name in bold, and the words behind it',
    '**Anna de Wit** [00:00:03] Een.\n\n**Cato** [00:00:09] Twee.\n',
    ['Anna de Wit|3-|Een.', 'Cato|9-|Twee.'],
  ],
  [
    'labels between brackets, with tabs around the time',
    'Anna de Wit:\t00:03\tEen.\nCato:\t00:09\tTwee.\n',
    ['Anna de Wit|3-|Een.', 'Cato|9-|Twee.'],
  ],
  [
    'times on lines of their own above labels',
    '00:00:03\nI: Een.\n\n[00:00:09]\n\nR1: Twee.\n\nI: Drie.\n',
    ['I|3-|Een.', 'R1|9-|Twee.', 'I|-|Drie.'],
  ],
  [
    'times on lines of their own above names, of which each comes once',
    '00:00:03\nAnna: Een.\n\n00:00:09\nBram: Twee.\n',
    ['Anna|3-|Een.', 'Bram|9-|Twee.'],
  ],
  [
    'a time above the first label, right below a title',
    'Gesprek\n00:00:03\n\nI: Een.\nR1: Twee.\n',
    ['I|3-|Een.', 'R1|-|Twee.'],
  ],
  [
    'what Google Meet writes below it',
    'Anna: Een.\nBram: Twee.\nAnna: Drie.\nBram: Vier.\n\nMeeting ended after 00:10:32 👋\n*This editable transcript was computer generated and might contain errors. People can also change the text after it was created.*\n',
    ['Anna|-|Een.', 'Bram|-|Twee.', 'Anna|-|Drie.', 'Bram|-|Vier.'],
  ],
  [
    'names on lines of their own, without times',
    'Interviewer\nWaarover?\n\nRespondent\nDe speeltuin.\nEn de buurt.\n',
    ['Interviewer|-|Waarover?', 'Respondent|-|De speeltuin.\nEn de buurt.'],
  ],
  [
    'full names on lines of their own that come back, and a word that does too',
    'Anna de Wit\nEen.\nJa\n\nBram Bos\nTwee.\nJa\n\nAnna de Wit\nDrie.\n\nBram Bos\nVier.\n',
    ['Anna de Wit|-|Een.\nJa', 'Bram Bos|-|Twee.\nJa', 'Anna de Wit|-|Drie.', 'Bram Bos|-|Vier.'],
  ],
  ['one name that comes back, which is a title', 'Het Plein\nEen.\nHet Plein\nTwee.\n', []],
  [
    'lines that are numbered',
    '1 I: Een.\n2 R1: Twee.\n3 en drie.\n4 I: Vier.\n',
    ['I|-|Een.', 'R1|-|Twee.\n3 en drie.', 'I|-|Vier.'],
  ],
  [
    'a numbered list in an answer',
    'I: Welke?\nR1: Deze:\n1. A: groen\n2. B: rood\nI: Goed.\nR1: Ja.\n',
    ['I|-|Welke?', 'R1|-|Deze:\n1. A: groen\n2. B: rood', 'I|-|Goed.', 'R1|-|Ja.'],
  ],
  [
    'names in bold, as documents of Teams have them in Markdown',
    '**de Wit, Anna** started transcription\n\n**de Wit, Anna** 0:03\nEen.\n\n**Cato** 0:07\nTwee.\n',
    ['de Wit, Anna|3-|Een.', 'Cato|7-|Twee.'],
  ],
  [
    'any name that is set apart from the time, as Teams has those of guests',
    'a.dewit@wijk.example   0:03\nEen.\n+31 6 000   0:07\nTwee.\nBos [WIJK] | Zuid   0:09\nDrie.\n',
    ['a.dewit@wijk.example|3-|Een.', '+31 6 000|7-|Twee.', 'Bos [WIJK] | Zuid|9-|Drie.'],
  ],
  [
    'what Teams writes around it in Dutch, of two who speak',
    'Bram   0:01\nNul.\nAnna de Wit   0:03\nEen.\nAnna de Wit heeft de transcriptie gestopt\n',
    ['Bram|1-|Nul.', 'Anna de Wit|3-|Een.'],
  ],
  [
    'labels in a column of their own, of which some come once',
    'Anna:\tEen.\nBram:\tTwee.\nAnna:\tDrie.\n',
    ['Anna|-|Een.', 'Bram|-|Twee.', 'Anna|-|Drie.'],
  ],
  [
    'a time behind a sentence, which is no name',
    'Speaker 1 (0:00):\nHoe gaat het?\n\nSpeaker 2 (0:05):\nGoed. (0:07)\nEn verder.\n',
    ['Speaker 1|0-|Hoe gaat het?', 'Speaker 2|5-|Goed. (0:07)\nEn verder.'],
  ],
  [
    'a name that ends in an initial',
    'Anna B. 0:03\nEen.\n0:07 Bram C.\nTwee.\nAnna B. 0:09\nDrie.\n',
    ['Anna B.|3-|Een.', 'Bram C.|7-|Twee.', 'Anna B.|9-|Drie.'],
  ],
  [
    'what programs write below it',
    '[Anna] (0:00 - 0:05)\nEen.\n\n[Bram] (0:05 - 0:09)\nTwee.\n\n(Transcribed by TurboScribe.ai. Go Unlimited to remove this message.)\n[END OF TRANSCRIPT]\n',
    ['Anna|0-5|Een.', 'Bram|5-9|Twee.'],
  ],
  [
    'a name and a time in one cell of a table, on two lines, and the words in the next',
    'Anna\n00:00:03\tEen.\nBram\n00:00:09\tTwee.\nEn drie.\n',
    ['Anna|3-|Een.', 'Bram|9-|Twee.\nEn drie.'],
  ],
  [
    'words that end in a time, of two sentences',
    'Anna  0:03\nHallo. Om 10:30\n\nBram  0:12\nHoi.\n',
    ['Anna|3-|Hallo. Om 10:30', 'Bram|12-|Hoi.'],
  ],
  [
    'names behind the signs of television',
    '>> Anna: Een.\n>> Bram: Twee.\n>> Anna: Drie.\n>> Bram: Vier.\n',
    ['Anna|-|Een.', 'Bram|-|Twee.', 'Anna|-|Drie.', 'Bram|-|Vier.'],
  ],
  ['one line alone, with a label that is customary', 'R1 0:04\nAlles goed.', ['R1|4-|Alles goed.']],
  [
    'words with a colon among them, fewer than the lines',
    'Bram 0:01\nI: zei hij.\n\nCato 0:02\nTwee.',
    ['Bram|1-|I: zei hij.', 'Cato|2-|Twee.'],
  ],
  ['a name alone, which comes once', 'Bram 0:04\nAlles goed.', []],
  ['an agenda', 'Opening 10:00\nMededelingen 10:05\nRondvraag 10:30\n', []],
  ['words that end in a time', 'we beginnen om 10:30\nEen.\n\nwe eindigen om 11:30\nTwee.', []],
  [
    'labels before words, and lines that look like a name and a time below them',
    'I: Wanneer?\nMaandag 10:30\nR1: Nee.\nDinsdag 11:30\nI: Ja.',
    ['I|-|Wanneer?\nMaandag 10:30', 'R1|-|Nee.\nDinsdag 11:30', 'I|-|Ja.'],
  ],
]

/** The HTML of oTranscribe files. */
export const otranscribeCases: readonly (readonly [
  what: string,
  html: string,
  text: string,
  turns: readonly string[],
])[] = [
  [
    'a time before each label',
    '<p><span class="timestamp" data-timestamp="3.25">00:03</span>&nbsp;<b>I:</b> Hoe gaat het?</p><p><span class="timestamp" data-timestamp="7">00:07</span> R1: Best &amp; <i>wel</i> goed.</p>',
    'I: Hoe gaat het?\nR1: Best & wel goed.',
    ['I|3.25-7|Hoe gaat het?', 'R1|7-|Best & wel goed.'],
  ],
  [
    'line ends for paragraphs, and a time at the end',
    'I: Vertel.<br />R1: Nou <span class="timestamp" contenteditable="false" data-timestamp="12.5">00:12</span><br>',
    'I: Vertel.\nR1: Nou',
    ['I|-|Vertel.', 'R1|-12.5|Nou'],
  ],
  [
    'an empty paragraph, and markup laid out over lines',
    '<p>I: Ver-\n   tel.</p>\n<p><br></p>\n<p>R1: Nou.</p>\n',
    'I: Ver- tel.\n\nR1: Nou.',
    ['I|-|Ver- tel.', 'R1|-|Nou.'],
  ],
  [
    'a heading, which nobody says',
    '<p>I: Een.</p><h2>R2: Deel</h2><p>R1: Twee.</p>',
    'I: Een.\nR2: Deel\nR1: Twee.',
    ['I|-|Een.', 'R1|-|Twee.'],
  ],
  [
    'scripts and styles, of which nothing is read',
    '<script>I: kwaad</script><style>p { color: red }</style><p onclick="x()">R1: Goed.<img src=x onerror=y></p>',
    'R1: Goed.',
    ['R1|-|Goed.'],
  ],
  [
    'a time stamp without a time, of which the words stay',
    '<p><span class="timestamp" data-timestamp="nooit">00:03</span> R1: Goed.</p>',
    '00:03 R1: Goed.',
    ['R1|3-|Goed.'],
  ],
  ['markup that does not close', '<p>R1: Go<b>ed <p>I: Ja', 'R1: Goed\nI: Ja', ['R1|-|Goed', 'I|-|Ja']],
]
