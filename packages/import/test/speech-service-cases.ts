/** JSON of services that write speech down, its turns as `speaker|time-timeEnd|words`, and its problems. */
export const speechServiceCases: readonly (readonly [
  what: string,
  json: string,
  turns: readonly string[],
  problems: readonly string[],
])[] = [
  [
    'Amazon Transcribe, with stretches',
    '{"jobName":"a","results":{"transcripts":[{"transcript":"Hoi. Dag."}],"items":[],"audio_segments":[{"id":0,"transcript":"Hoi.","start_time":"0.0","end_time":"0.5","speaker_label":"spk_0","items":[0]},{"id":1,"transcript":"Dag.","start_time":"1.25","end_time":"2.0","speaker_label":"spk_1","items":[1]}]},"status":"COMPLETED"}',
    ['spk_0|0-0.5|Hoi.', 'spk_1|1.25-2|Dag.'],
    [],
  ],
  [
    'Amazon Transcribe, with words, and who speaks apart from them',
    '{"results":{"speaker_labels":{"speakers":2,"segments":[{"start_time":"0.0","end_time":"1.0","speaker_label":"spk_0","items":[{"start_time":"0.0","end_time":"0.4","speaker_label":"spk_0"},{"start_time":"0.5","end_time":"1.0","speaker_label":"spk_0"}]},{"start_time":"1.5","end_time":"2.0","speaker_label":"spk_1","items":[{"start_time":"1.5","end_time":"2.0","speaker_label":"spk_1"}]}]},"items":[{"type":"pronunciation","start_time":"0.0","end_time":"0.4","alternatives":[{"confidence":"1.0","content":"Hoi"}]},{"type":"punctuation","alternatives":[{"content":","}]},{"type":"pronunciation","start_time":"0.5","end_time":"1.0","alternatives":[{"content":"Bram"}]},{"type":"punctuation","alternatives":[{"content":"."}]},{"type":"pronunciation","start_time":"1.5","end_time":"2.0","alternatives":[{"content":"Dag"}]}]}}',
    ['spk_0|0-1|Hoi, Bram.', 'spk_1|1.5-2|Dag'],
    [],
  ],
  [
    'Amazon Transcribe, without speakers',
    '{"results":{"items":[{"type":"pronunciation","start_time":"0.1","end_time":"0.5","alternatives":[{"content":"Hoi"}]},{"type":"punctuation","alternatives":[{"content":"."}]}]}}',
    ['?|0.1-0.5|Hoi.'],
    ['no-speakers:1'],
  ],
  [
    'Deepgram, with utterances',
    '{"metadata":{},"results":{"channels":[{"alternatives":[{"transcript":"hoi dag","words":[]}]}],"utterances":[{"start":0.25,"end":0.5,"channel":0,"transcript":"Hoi.","speaker":0},{"start":1,"end":2,"channel":0,"transcript":"Dag.","speaker":1}]}}',
    ['Speaker 0|0.25-0.5|Hoi.', 'Speaker 1|1-2|Dag.'],
    [],
  ],
  [
    'Deepgram, with words',
    '{"results":{"channels":[{"alternatives":[{"transcript":"hoi bram dag","words":[{"word":"hoi","punctuated_word":"Hoi","start":0,"end":0.4,"speaker":0},{"word":"bram","punctuated_word":"Bram.","start":0.5,"end":1,"speaker":0},{"word":"dag","start":1.5,"end":2,"speaker":1}]}]}]}}',
    ['Speaker 0|0-1|Hoi Bram.', 'Speaker 1|1.5-2|dag'],
    [],
  ],
  [
    'Deepgram, with two channels',
    '{"results":{"channels":[{"alternatives":[{"paragraphs":{"paragraphs":[{"sentences":[{"text":"Hoi.","start":0,"end":1},{"text":"Ja?","start":4,"end":5}]}]}}]},{"alternatives":[{"paragraphs":{"paragraphs":[{"sentences":[{"text":"Dag.","start":2,"end":3}]}]}}]}]}}',
    ['Channel 0|0-1|Hoi.', 'Channel 1|2-3|Dag.', 'Channel 0|4-5|Ja?'],
    [],
  ],
  [
    'Azure Speech',
    '{\n"combinedRecognizedPhrases":[{"channel":0,"display":"Hoi. Dag."}],\n"recognizedPhrases":[\n{"recognitionStatus":"Success","channel":0,"speaker":1,"offset":"PT0.5S","offsetInTicks":5000000.0,"durationInTicks":10000000.0,"nBest":[{"confidence":0.9,"lexical":"hoi","display":"Hoi."},{"display":"Oei."}]},\n{"recognitionStatus":"NoMatch","channel":0,"nBest":[]},\n{"channel":0,"speaker":2,"offsetInTicks":20000000,"durationInTicks":5000000,"nBest":[{"display":"Dag."}]}]}',
    ['Speaker 1|0.5-1.5|Hoi.', 'Speaker 2|2-2.5|Dag.'],
    ['empty-cue:5'],
  ],
  [
    'Rev, with the names of who speaks',
    '{"speakers":[{"id":0,"name":"Anna"},{"id":1,"name":"Bram"}],"monologues":[{"speaker":0,"elements":[{"type":"text","value":"Hoi","ts":0.5,"end_ts":1},{"type":"punct","value":" "},{"type":"text","value":"jij","ts":1.25,"end_ts":1.5},{"type":"punct","value":"."}]},{"speaker":1,"elements":[{"type":"text","value":"Dag","ts":2,"end_ts":3}]}]}',
    ['Anna|0.5-1.5|Hoi jij.', 'Bram|2-3|Dag'],
    [],
  ],
  [
    'Rev.ai, with numbers of who speaks',
    '{"monologues":[{"speaker":0,"elements":[{"type":"text","value":"Hoi","ts":0.5,"end_ts":1}]},{"speaker":1,"elements":[{"type":"unknown","value":"<laugh>"}]}]}',
    ['Speaker 0|0.5-1|Hoi', 'Speaker 1|-|<laugh>'],
    [],
  ],
  [
    'Google, which tells voices apart in its last result',
    '{"results":[{"alternatives":[{"transcript":"Hoi. Dag.","words":[{"startTime":"0s","endTime":"0.400s","word":"Hoi."},{"startTime":"1.500s","endTime":"2s","word":"Dag."}]}]},{"alternatives":[{"words":[{"startTime":"0s","endTime":"0.400s","word":"Hoi.","speakerTag":1},{"startTime":"1.500s","endTime":"2s","word":"Dag.","speakerTag":2}]}]}]}',
    ['Speaker 1|0-0.4|Hoi.', 'Speaker 2|1.5-2|Dag.'],
    [],
  ],
  [
    'Google, version 2, without voices',
    '{"results":[{"alternatives":[{"transcript":"Hoi.","words":[{"startOffset":"0.5s","endOffset":"1s","word":"Hoi."}]}],"resultEndOffset":"1.2s"},{"alternatives":[{"transcript":" Dag."}],"resultEndOffset":"2.4s"}]}',
    ['?|0.5-2.4|Hoi. Dag.'],
    ['no-speakers:1'],
  ],
  [
    'Speechmatics',
    '{"format":"2.9","results":[{"type":"word","start_time":0.5,"end_time":1,"alternatives":[{"content":"Hoi","confidence":1,"speaker":"S1"}]},{"type":"punctuation","attaches_to":"previous","start_time":1,"end_time":1,"alternatives":[{"content":".","speaker":"S1"}]},{"type":"word","start_time":2,"end_time":3,"alternatives":[{"content":"Dag","speaker":"S2"}]}]}',
    ['S1|0.5-1|Hoi.', 'S2|2-3|Dag'],
    [],
  ],
  [
    'Sonix',
    '{"name":"a","transcript":[\n{"text":"Hoi.","start_time":0.5,"end_time":1,"speaker":"Speaker1"},\n{"text":"","start_time":1,"end_time":2,"speaker":"Speaker1"},\n{"text":"Dag.","start_time":2,"end_time":3,"speaker":"Anna"}]}',
    ['Speaker1|0.5-1|Hoi.', 'Anna|2-3|Dag.'],
    ['empty-cue:3'],
  ],
]
