import { ownText } from './own-text.ts'

/** How many texts are kept to be shared. */
const most = 10_000

/** Gives for equal texts the same one. */
export type SharedTexts = (text: string | undefined) => string | undefined

/** Keeps texts that come again, as far as that fits: who coded half a million times is kept once, and looked up as fast. */
export function sharedTexts(): SharedTexts {
  const texts = new Map<string, string>()
  let last: string | undefined
  return text => {
    if (text === undefined || text === last) return text === undefined ? undefined : last
    last = texts.get(text) ?? ownText(text)
    if (texts.size < most) texts.set(last, last)
    return last
  }
}
