/** Captions and speech as programs write them: the file, its turns as `speaker|from-to|words`, problems as `code:line`. */
export interface CaptionCase {
  readonly name: string
  readonly text: string
  readonly format: string
  readonly turns: readonly string[]
  readonly problems?: readonly string[]
}

export const captionCases: Readonly<Record<string, CaptionCase>> = {
  'Teams, with ids, functions in brackets, lines that are broken, and nobody': {
    name: 'overleg.vtt',
    text: 'WEBVTT\n\n4a1b2c3d-0000-4444/12-0\n00:00:03.120 --> 00:00:06.880\n<v Jansen, Piet (Gemeente)>Goedemiddag, fijn dat\njullie er zijn.</v>\n\n4a1b2c3d-0000-4444/20-0\n00:00:09.440 --> 00:00:12.000\n<v Fatima el Idrissi>Dank je &amp; tot &lt;zo&gt;.</v>\n\n4a1b2c3d-0000-4444/21-0\n00:00:12.440 --> 00:00:13.000\n<v >Ja.</v>\n',
    format: 'webvtt',
    turns: [
      'Jansen, Piet (Gemeente)|3.12-6.88|Goedemiddag, fijn dat jullie er zijn.',
      'Fatima el Idrissi|9.44-12|Dank je & tot <zo>.',
      '?|12.44-13|Ja.',
    ],
  },
  'two who speak in one cue': {
    name: 'a.vtt',
    text: 'WEBVTT\n\n00:00.000 --> 00:02.000\n<v Piet>Hallo.\n<v.luid Ans>Hoi.\n',
    format: 'webvtt',
    turns: ['Piet|0-2|Hallo.', 'Ans|0-2|Hoi.'],
  },
  'Zoom, with particles, functions, addresses, emoji, and one who speaks once': {
    name: 'a.vtt',
    text: "WEBVTT\n\n1\n00:00:01.000 --> 00:00:03.000\nJan-Willem van 't Hof (Gemeente): Kijk, het zit zo: om 12:30 begint het.\n\n2\n00:00:03.000 --> 00:00:05.000\nZie https://wijk.example: daar.\n\n3\n00:00:05.000 --> 00:00:07.000\nIris🌷: Ja.\n\n4\n00:00:07.000 --> 00:00:08.000\nUnknown Speaker: Eén ding: niets.\n",
    format: 'webvtt',
    turns: [
      "Jan-Willem van 't Hof (Gemeente)|1-5|Kijk, het zit zo: om 12:30 begint het. Zie https://wijk.example: daar.",
      'Iris🌷|5-7|Ja.',
      'Unknown Speaker|7-8|Eén ding: niets.',
    ],
  },
  'Zoom, with a name in small letters that comes back': {
    name: 'a.vtt',
    text: 'WEBVTT\n\n1\n00:01.000 --> 00:02.000\nanna v: Ja.\n\n2\n00:02.000 --> 00:03.000\nBram: Nee.\n\n3\n00:03.000 --> 00:04.000\nanna v: Toch.\n\n4\n00:04.000 --> 00:05.000\nBram: Goed.\n\n5\n00:05.000 --> 00:06.000\nBram: Dag.\n',
    format: 'webvtt',
    turns: ['anna v|1-2|Ja.', 'Bram|2-3|Nee.', 'anna v|3-4|Toch.', 'Bram|4-6|Goed. Dag.'],
  },
  'YouTube, whose captions roll': {
    name: 'a.vtt',
    text: 'WEBVTT\nKind: captions\nLanguage: nl\n\n00:00:00.160 --> 00:00:02.389 align:start position:0%\n \ngoedemiddag<00:00:00.480><c> en</c><00:00:00.960><c> welkom</c>\n\n00:00:02.389 --> 00:00:02.399 align:start position:0%\ngoedemiddag en welkom\n \n\n00:00:02.399 --> 00:00:04.710 align:start position:0%\ngoedemiddag en welkom\nbij<00:00:02.720><c> ons</c>\n\n00:00:04.710 --> 00:00:04.720 align:start position:0%\nbij ons\n \n\n00:00:05.000 --> 00:00:06.000\nja<00:00:05.500><c> ja</c>\n',
    format: 'webvtt',
    turns: ['?|0.16-6|goedemiddag en welkom bij ons ja ja'],
    problems: ['no-speakers:5'],
  },
  'WebVTT without an empty line below its first': {
    name: 'a.vtt',
    text: 'WEBVTT\n00:01.000 --> 00:02.000\nI: Ja?\n\n00:02.000 --> 00:03.000\nR1: Nee.\n',
    format: 'webvtt',
    turns: ['I|1-2|Ja?', 'R1|2-3|Nee.'],
  },
  'WebVTT whose first line is in small letters': {
    name: 'a.vtt',
    text: 'webvtt\n\n00:01.000 --> 00:02.000\nI: Ja?\n',
    format: 'webvtt',
    turns: ['I|1-2|Ja?'],
  },
  'a note with an arrow in it': {
    name: 'a.vtt',
    text: 'WEBVTT\n\nNOTE van Anna --> Bram\n\n00:01.000 --> 00:02.000\nI: Ja?\n',
    format: 'webvtt',
    turns: ['I|1-2|Ja?'],
  },
  'arrows that are too short': {
    name: 'a.vtt',
    text: 'WEBVTT\n\n00:01.000 -> 00:02.000\nI: Ja?\n\n00:02.000 --> 00:03.000\nR1: Nee.\n',
    format: 'webvtt',
    turns: ['I|-|Ja?', 'R1|2-3|Nee.'],
    problems: ['bad-time:3'],
  },
  'characters that are written as numbers': {
    name: 'a.vtt',
    text: 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v O&apos;Neil>Zo&#8217;n caf&#xE9; &#x110000; &#0;.</v>\n',
    format: 'webvtt',
    turns: ["O'Neil|1-2|Zo’n café &#x110000; &#0;."],
  },
  'two who speak in one caption, each on a line': {
    name: 'a.srt',
    text: '1\n00:00:01,000 --> 00:00:02,000\nAnna: Ja?\nBram: Nee.\n\n2\n00:00:02,000 --> 00:00:03,000\nBram: Ik\nniet.\nAnna: Goed.\n',
    format: 'srt',
    turns: ['Anna|1-2|Ja?', 'Bram|1-3|Nee. Ik niet.', 'Anna|2-3|Goed.'],
  },
  'names in letters that have no capitals, and a wide colon': {
    name: 'a.vtt',
    text: 'WEBVTT\n\n1\n00:01.000 --> 00:02.000\n王伟：你好\n\n2\n00:02.000 --> 00:03.000\nנועה: שלום\n',
    format: 'webvtt',
    turns: ['王伟|1-2|你好', 'נועה|2-3|שלום'],
  },
  'customary labels between brackets without a colon, and sounds': {
    name: 'a.srt',
    text: '1\n00:00:01,000 --> 00:00:02,000\n[Speaker 1] Hoi.\n\n2\n00:00:02,000 --> 00:00:03,000\n[Muziek] Nou.\n\n3\n00:00:03,000 --> 00:00:04,000\n(Speaker 2) Dag.\n',
    format: 'srt',
    turns: ['Speaker 1|1-3|Hoi. [Muziek] Nou.', 'Speaker 2|3-4|Dag.'],
  },
  'customary labels on lines of their own': {
    name: 'a.srt',
    text: '1\n00:00:01,000 --> 00:00:02,000\nSpeaker 1\nHoi.\n\n2\n00:00:03,000 --> 00:00:04,000\nSpeaker 2:\nDag.\n',
    format: 'srt',
    turns: ['Speaker 1|1-2|Hoi.', 'Speaker 2|3-4|Dag.'],
  },
  'SRT whose times have no thousandths': {
    name: 'a.srt',
    text: '1\n00:00:01 --> 00:00:02\nI: Ja?\n\n2\n00:00:02 --> 00:00:03\nR1: Nee.\n',
    format: 'srt',
    turns: ['I|1-2|Ja?', 'R1|2-3|Nee.'],
  },
  'what Teams gives programs: JSON in captions': {
    name: 'a.vtt',
    text: 'WEBVTT\n\n00:01.000 --> 00:02.000\n{"startDateTime":"2024-03-01T10:00:01Z","speakerName":"Anna de Wit","spokenText":"Hoi \\"daar\\".","spokenLanguage":"nl-nl"}\n\n00:02.000 --> 00:03.000\n{"speakerName":"Bram","spokenText":"Dag."}\n',
    format: 'webvtt',
    turns: ['Anna de Wit|1-2|Hoi "daar".', 'Bram|2-3|Dag.'],
  },
  'WhisperX, as SRT': {
    name: 'a.srt',
    text: '1\n00:00:01,000 --> 00:00:02,000\n[SPEAKER_00]: Goedemiddag.\n\n2\n00:00:02,000 --> 00:00:03,500\n[SPEAKER_01]: Hoi.\n',
    format: 'srt',
    turns: ['SPEAKER_00|1-2|Goedemiddag.', 'SPEAKER_01|2-3.5|Hoi.'],
  },
  'SRT without empty lines, with marks of place and fonts': {
    name: 'a.srt',
    text: '1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<FONT color="#fff">I: Ja?</FONT>\n2\n00:00:03,000 --> 00:00:04,000\nR1: Nee,\ndank je.\n3\n00:00:05,000 --> 00:00:06,000\nI: 12\n',
    format: 'srt',
    turns: ['I|1-2|Ja?', 'R1|3-4|Nee, dank je.', 'I|5-6|12'],
  },
  'SRT of which a caption has no time, and one has an empty line in it': {
    name: 'a.srt',
    text: '1\n00:00:01,000 --> 00:00:02,000\nI: Ja?\n\n2\nR1: Nee.\n\n3\n00:00:03,000 --> 00:00:04,000\nI: Hoezo\n\nniet?\n',
    format: 'srt',
    turns: ['I|1-2|Ja?', 'R1|-|Nee.', 'I|3-4|Hoezo niet?'],
    problems: ['no-time:6', 'no-time:12'],
  },
  'WebVTT of which a caption has no time': {
    name: 'a.vtt',
    text: 'WEBVTT\n\n00:01.000 --> 00:02.000\nI: Ja?\n\nR1: Nee.\n',
    format: 'webvtt',
    turns: ['I|1-2|Ja?', 'R1|-|Nee.'],
    problems: ['no-time:6'],
  },
  'a caption that ends before it begins': {
    name: 'a.srt',
    text: '1\n00:00:03,000 --> 00:00:02,000\nI: Ja?\n',
    format: 'srt',
    turns: ['I|3-|Ja?'],
    problems: ['bad-time:2'],
  },
  'SBV of YouTube': {
    name: 'a.sbv',
    text: '0:00:00.599,0:00:04.160\n>> ANNA: Hallo daar\n\n0:00:04.160,0:00:06.770\n>> BRAM: Hoi,\nja.\n\n0:00:06.7x0,0:00:07.000\nDag.\n',
    format: 'sbv',
    turns: ['ANNA|0.599-4.16|Hallo daar', 'BRAM|4.16-6.77|Hoi, ja. Dag.'],
    problems: ['bad-time:8'],
  },
  'whisper.cpp, as JSON': {
    name: 'a.json',
    text: '{"result":{"language":"nl"},"transcription":[{"timestamps":{"from":"00:00:00,000","to":"00:00:02,500"},"offsets":{"from":0,"to":2500},"text":" Goedemiddag."},{"offsets":{"from":2500,"to":4000},"text":" Fijn."}]}',
    format: 'whisper-json',
    turns: ['?|0-4|Goedemiddag. Fijn.'],
    problems: ['no-speakers:1'],
  },
  'WhisperX, as JSON, with one that nobody is known to say': {
    name: 'a.json',
    text: '{"segments":[{"start":0.5,"end":2.5,"text":" Goedemiddag.","words":[],"speaker":"SPEAKER_00"},{"start":2.5,"end":4,"text":" Hoi."}],"word_segments":[]}',
    format: 'whisper-json',
    turns: ['SPEAKER_00|0.5-2.5|Goedemiddag.', '?|2.5-4|Hoi.'],
  },
  'Hugging Face, as JSON': {
    name: 'a.json',
    text: '{"text":" Ja. Nee.","chunks":[{"timestamp":[0.0,1.5],"text":" Ja."},{"timestamp":[1.5,null],"text":" Nee."}]}',
    format: 'whisper-json',
    turns: ['?|0-1.5|Ja. Nee.'],
    problems: ['no-speakers:1'],
  },
  'Whisper, as JSON, with times that are none and a stretch without words': {
    name: 'a.json',
    text: '{\n"segments":[\n{"start":"x","end":2,"text":" Ja."},\n{"start":3,"end":2,"text":" Nee."},\n{"start":4,"end":5,"text":""}\n]}',
    format: 'whisper-json',
    turns: ['?|-2|Ja. Nee.'],
    problems: ['bad-time:1', 'bad-time:1', 'empty-cue:1', 'no-speakers:1'],
  },
  'Whisper, as JSON, with words and without times': {
    name: 'a.json',
    text: '{"text":" Ja. Nee.","segments":[]}',
    format: 'whisper-json',
    turns: ['?|-|Ja. Nee.'],
    problems: ['no-time:1', 'no-speakers:1'],
  },
  'Whisper, as JSON, with a text alone': {
    name: 'a.json',
    text: '{"text":"Ja.","usage":{"type":"duration","seconds":3}}',
    format: 'whisper-json',
    turns: ['?|-|Ja.'],
    problems: ['no-time:1', 'no-speakers:1'],
  },
  'Whisper, as JSON, without any words': {
    name: 'a.json',
    text: '{"text":"","segments":[]}',
    format: 'whisper-json',
    turns: [],
    problems: ['empty-source:1'],
  },
  'AssemblyAI, as JSON, in thousandths': {
    name: 'a.json',
    text: '{"text":"Ja. Nee.","words":[],"utterances":[{"speaker":"A","start":250,"end":900,"text":"Ja."},{"speaker":"B","start":950,"end":1900,"text":"Nee."}],"audio_duration":2}',
    format: 'whisper-json',
    turns: ['A|0.25-0.9|Ja.', 'B|0.95-1.9|Nee.'],
  },
  "Whisper's table with who speaks": {
    name: 'a.tsv',
    text: 'start\tend\tspeaker\ttext\n0\t2500\tAnna\tDag.\n2500\t4000\tBram\tHoi.\n',
    format: 'whisper-table',
    turns: ['Anna|0-2.5|Dag.', 'Bram|2.5-4|Hoi.'],
  },
  'a list of pieces, as JSON': {
    name: 'a.json',
    text: '[{"start":1,"end":2,"speaker":"Anna","text":"Ja."},{"start":2,"end":3,"speaker":"Bram","text":"Nee."}]',
    format: 'whisper-json',
    turns: ['Anna|1-2|Ja.', 'Bram|2-3|Nee.'],
  },
  "Whisper's table": {
    name: 'a.tsv',
    text: 'start\tend\ttext\n0\t2500\tI: Goedemiddag.\n2500\t4000\tR1: Dag.\nR1: Los.\n4000\t5000\t\n',
    format: 'whisper-table',
    turns: ['I|0-2.5|Goedemiddag.', 'R1|2.5-4|Dag. Los.'],
    problems: ['empty-cue:5'],
  },
  'a recording of more than a hundred hours': {
    name: 'a.srt',
    text: '1\n100:00:01,000 --> 100:00:02,000\nI: Ja?\n',
    format: 'srt',
    turns: ['I|360001-360002|Ja?'],
  },
}
