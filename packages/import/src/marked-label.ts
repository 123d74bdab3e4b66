import { unseen } from './clock-pattern.ts'
import { plainSpaces, type SpeakerLabel } from './speaker-label.ts'

/** A label that something else than a colon sets apart, and what that is. */
export interface MarkedLabel extends SpeakerLabel {
  readonly mark: string
}

const name = String.raw`([\p{L}?][\p{L}\p{M}\p{N}._? ]{0,30}?)`
const marked = new RegExp(
  String.raw`^${unseen}(?:([(\[<])${name}[)\]>]|${name}[ \t]?([/>;]|[ \t][-–—]))[ \t]+(?=\S)`,
  'u',
)

/** No label and its mark take more, in UTF-16 units. */
const reach = 100

/** Reads `(I) words`, `[I] words`, `<I> words`, `I/ words`, `I; words`, `I> words`, `I - words`: any name so, which may be none. */
export function markedLabel(line: string, at: number): MarkedLabel | undefined {
  const match = marked.exec(line.slice(0, reach))
  if (match === null) return undefined
  const [whole, bracket, held, bare, sign] = match
  const speaker = plainSpaces(held ?? bare ?? '')
  return { speaker, start: at, words: at + whole.length, bold: false, mark: (bracket ?? sign ?? '').trim() }
}
