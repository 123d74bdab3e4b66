import { guidOfId } from './guid.ts'
import { ownText } from './own-text.ts'

/** How many texts are kept to be shared. */
const most = 10_000

/** Gives for equal texts the same value, made once. */
export type Shared<T> = (text: string | undefined) => T | undefined

/** Keeps what is made of texts that come again, as far as that fits: who coded half a million times is kept once, and looked up as fast. */
function shared<T>(make: (text: string) => T): Shared<T> {
  const made = new Map<string, T>()
  let last: string | undefined
  let value: T | undefined
  return text => {
    if (text === last) return value
    if (text === undefined) return undefined
    value = made.get(text)
    last = value === undefined ? ownText(text) : text
    if (value === undefined) {
      value = make(last)
      if (made.size < most) made.set(last, value)
    }
    return value
  }
}

export function sharedTexts(): Shared<string> {
  return shared(text => text)
}

/** The GUIDs of what is named again and again. */
export function sharedGuids(): Shared<string | null> {
  return shared(guidOfId)
}
