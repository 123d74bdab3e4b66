/** A stretch of speech as a service gives it; times in seconds. */
export interface SpeechPiece {
  readonly start?: number
  readonly end?: number
  readonly speaker?: string
  readonly text: string
}

/** A word, or a sign that belongs to the word before it. */
export interface SpokenWord extends SpeechPiece {
  readonly attached: boolean
}

/** Joins words into stretches of one speaker. A sign has the speaker of the word before it. */
export function joinWords(words: readonly SpokenWord[]): readonly SpeechPiece[] {
  const pieces: SpeechPiece[] = []
  let own: SpokenWord[] = []
  const close = () => {
    const [first] = own
    if (first === undefined) return
    const text = own.map(({ text, attached }, i) => (attached || i === 0 ? text : ` ${text}`)).join('')
    const end = own.findLast(word => word.end !== undefined)?.end
    pieces.push(pieceOf(text, first.start, end, first.speaker))
  }
  for (const word of words) {
    if (own.length > 0 && !word.attached && word.speaker !== own[0]!.speaker) {
      close()
      own = []
    }
    own.push(word)
  }
  close()
  return pieces
}

/** A stretch with what is known of it. */
export function pieceOf(text: string, start?: number, end?: number, speaker?: string): SpeechPiece {
  return {
    text,
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    ...(speaker === undefined ? {} : { speaker }),
  }
}

/** What lies in a value of JSON under keys; a number takes a thing of a list. */
export function under(value: unknown, ...keys: readonly (string | number)[]): unknown {
  let found = value
  for (const key of keys) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined
    found = (found as Readonly<Record<string | number, unknown>>)[key]
  }
  return found
}

/** No list in a recording is longer: this is some hundred hours of talk, word by word. */
const mostThings = 1_000_000

/** A list that lies there; an empty one where there is none. */
export function listUnder(value: unknown, ...keys: readonly (string | number)[]): readonly unknown[] {
  const found = under(value, ...keys)
  return Array.isArray(found) && found.length <= mostThings ? found : []
}

/** A text that lies there, or a number as text; empty where there is none. */
export function textUnder(value: unknown, ...keys: readonly (string | number)[]): string {
  const found = under(value, ...keys)
  return typeof found === 'string' || typeof found === 'number' ? String(found) : ''
}

/** Seconds that lie there as a number or as text, `1.2` or `1.2s`. */
export function secondsUnder(value: unknown, ...keys: readonly (string | number)[]): number | undefined {
  const written = textUnder(value, ...keys).replace(/s$/, '')
  const time = written === '' ? Number.NaN : Number(written)
  return Number.isFinite(time) && time >= 0 ? time : undefined
}

/** The speaker that lies there: a number is the speaker of that number. */
export function speakerUnder(value: unknown, ...keys: readonly (string | number)[]): string | undefined {
  const written = textUnder(value, ...keys).trim()
  if (written === '' || written === 'UU') return undefined
  return /^\d+$/.test(written) ? `Speaker ${written}` : written
}
