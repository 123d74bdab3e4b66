import { mostCues } from './cue.ts'
import {
  joinWords,
  listUnder,
  pieceOf,
  type SpeechPiece,
  type SpokenWord,
  secondsUnder,
  speakerUnder,
  textUnder,
  under,
} from './spoken-words.ts'

/** Speech, and the key of the list of which each thing is a stretch, where there is one. */
export interface ServiceSpeech {
  readonly pieces: readonly SpeechPiece[]
  readonly key?: string
}

/**
 * The stretches of speech in the JSON of services that write speech down, each with who speaks where it tells voices apart.
 *
 * @returns `null` for any other JSON
 */
export function serviceSpeech(data: unknown): ServiceSpeech | null {
  const pieces = ofAmazon(data) ?? ofDeepgram(data) ?? ofSpeechmatics(data) ?? ofGoogle(data)
  if (pieces !== null) return { pieces }
  for (const [key, read] of listed) {
    const list = listUnder(data, key).slice(0, mostCues + 1)
    const found = list.map(each => read(each, data))
    if (found.some(each => each !== null)) return { pieces: found.map(each => each ?? { text: '' }), key }
  }
  return null
}

/** Amazon Transcribe: `results.audio_segments`, or `results.items`, of which older files name the speakers apart. */
function ofAmazon(data: unknown): readonly SpeechPiece[] | null {
  const segments = listUnder(data, 'results', 'audio_segments')
  if (segments.length > 0)
    return segments.map(each =>
      pieceOf(
        textUnder(each, 'transcript'),
        secondsUnder(each, 'start_time'),
        secondsUnder(each, 'end_time'),
        speakerUnder(each, 'speaker_label'),
      ),
    )
  const items = listUnder(data, 'results', 'items')
  if (items.length === 0) return null
  const speakers = new Map<string, string>()
  for (const segment of listUnder(data, 'results', 'speaker_labels', 'segments'))
    for (const item of listUnder(segment, 'items'))
      speakers.set(textUnder(item, 'start_time'), textUnder(item, 'speaker_label'))
  return joinWords(
    items.map(item =>
      wordOf(
        textUnder(item, 'alternatives', 0, 'content'),
        textUnder(item, 'type') === 'punctuation',
        secondsUnder(item, 'start_time'),
        secondsUnder(item, 'end_time'),
        speakerUnder(item, 'speaker_label') ??
          speakers.get(textUnder(item, 'start_time')) ??
          speakerUnder(item, 'channel_label'),
      ),
    ),
  )
}

/** Deepgram: `results.utterances`, or the sentences or words of `results.channels`. */
function ofDeepgram(data: unknown): readonly SpeechPiece[] | null {
  const channels = listUnder(data, 'results', 'channels')
  if (channels.length === 0) return null
  const several = channels.length > 1
  const said = listUnder(data, 'results', 'utterances')
  if (said.length > 0)
    return said.map(each =>
      pieceOf(
        textUnder(each, 'transcript'),
        secondsUnder(each, 'start'),
        secondsUnder(each, 'end'),
        several ? `Channel ${textUnder(each, 'channel')}` : speakerUnder(each, 'speaker'),
      ),
    )
  const sentences = channels.flatMap((channel, i) =>
    listUnder(channel, 'alternatives', 0, 'paragraphs', 'paragraphs').flatMap(paragraph =>
      listUnder(paragraph, 'sentences').map(each =>
        pieceOf(
          textUnder(each, 'text'),
          secondsUnder(each, 'start'),
          secondsUnder(each, 'end'),
          several ? `Channel ${i}` : speakerUnder(paragraph, 'speaker'),
        ),
      ),
    ),
  )
  if (sentences.length > 0) return sentences.sort((a, b) => (a.start ?? 0) - (b.start ?? 0))
  const pieces = channels.flatMap((channel, i) =>
    joinWords(
      listUnder(channel, 'alternatives', 0, 'words').map(word =>
        wordOf(
          textUnder(word, 'punctuated_word') || textUnder(word, 'word'),
          false,
          secondsUnder(word, 'start'),
          secondsUnder(word, 'end'),
          several ? `Channel ${i}` : speakerUnder(word, 'speaker'),
        ),
      ),
    ),
  )
  const whole = textUnder(channels[0], 'alternatives', 0, 'transcript')
  return pieces.length === 0 && whole !== '' ? [{ text: whole }] : pieces
}

/** Speechmatics: `results` of words and signs. */
function ofSpeechmatics(data: unknown): readonly SpeechPiece[] | null {
  const results = listUnder(data, 'results')
  if (!results.some(each => textUnder(each, 'alternatives', 0, 'content') !== '')) return null
  return joinWords(
    results.map(each =>
      wordOf(
        textUnder(each, 'alternatives', 0, 'content'),
        textUnder(each, 'type') === 'punctuation' && textUnder(each, 'attaches_to') !== 'next',
        secondsUnder(each, 'start_time'),
        secondsUnder(each, 'end_time'),
        speakerUnder(each, 'alternatives', 0, 'speaker'),
      ),
    ),
  )
}

/** Google Speech-to-Text, versions 1 and 2: where it tells voices apart, the last result has all words again. */
function ofGoogle(data: unknown): readonly SpeechPiece[] | null {
  const results = listUnder(data, 'results')
  if (!results.some(each => textUnder(each, 'alternatives', 0, 'transcript') !== '')) return null
  const speakerOf = (word: unknown) => speakerUnder(word, 'speakerTag') ?? speakerUnder(word, 'speakerLabel')
  const startOf = (word: unknown) => secondsUnder(word, 'startTime') ?? secondsUnder(word, 'startOffset')
  const endOf = (word: unknown) => secondsUnder(word, 'endTime') ?? secondsUnder(word, 'endOffset')
  const last = listUnder(results.at(-1), 'alternatives', 0, 'words')
  if (last.length > 0 && last.every(word => speakerOf(word) !== undefined))
    return joinWords(
      last.map(word => wordOf(textUnder(word, 'word'), false, startOf(word), endOf(word), speakerOf(word))),
    )
  return results.map(each => {
    const words = listUnder(each, 'alternatives', 0, 'words')
    return pieceOf(
      textUnder(each, 'alternatives', 0, 'transcript'),
      startOf(words[0]),
      endOf(words.at(-1)) ?? secondsUnder(each, 'resultEndTime') ?? secondsUnder(each, 'resultEndOffset'),
    )
  })
}

/** Those whose JSON is a list of stretches. */
const listed: readonly (readonly [
  key: string,
  read: (each: unknown, data: unknown) => SpeechPiece | null,
])[] = [
  ['recognizedPhrases', ofAzure],
  ['monologues', ofRev],
  ['transcript', ofSonix],
]

/** Azure Speech: ten millions of ticks a second. */
function ofAzure(phrase: unknown, data: unknown): SpeechPiece | null {
  const text = textUnder(phrase, 'nBest', 0, 'display')
  if (text === '') return null
  const [start, length] = [secondsUnder(phrase, 'offsetInTicks'), secondsUnder(phrase, 'durationInTicks')]
  const from = start === undefined ? undefined : start / 1e7
  const to = start === undefined || length === undefined ? undefined : (start + length) / 1e7
  const several = listUnder(data, 'combinedRecognizedPhrases').length > 1
  const channel = several ? `Channel ${textUnder(phrase, 'channel')}` : undefined
  return pieceOf(text, from, to, speakerUnder(phrase, 'speaker') ?? channel)
}

/** Rev and Rev.ai: words, and signs and spaces between them as they are. */
function ofRev(monologue: unknown, data: unknown): SpeechPiece | null {
  const elements = listUnder(monologue, 'elements')
  const text = elements.map(each => textUnder(each, 'value')).join('')
  if (text.trim() === '') return null
  const id = under(monologue, 'speaker')
  const named = listUnder(data, 'speakers').find(each => under(each, 'id') === id)
  return pieceOf(
    text,
    secondsUnder(
      elements.find(each => secondsUnder(each, 'ts') !== undefined),
      'ts',
    ),
    secondsUnder(
      elements.findLast(each => secondsUnder(each, 'end_ts') !== undefined),
      'end_ts',
    ),
    speakerUnder(named, 'name') ?? speakerUnder(monologue, 'speaker'),
  )
}

/** Sonix. */
function ofSonix(segment: unknown): SpeechPiece | null {
  const start = secondsUnder(segment, 'start_time')
  if (start === undefined || typeof under(segment, 'text') !== 'string') return null
  return pieceOf(
    textUnder(segment, 'text'),
    start,
    secondsUnder(segment, 'end_time'),
    speakerUnder(segment, 'speaker'),
  )
}

function wordOf(text: string, attached: boolean, start?: number, end?: number, speaker?: string): SpokenWord {
  return { ...pieceOf(text, start, end, speaker), attached }
}
