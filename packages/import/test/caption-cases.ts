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
