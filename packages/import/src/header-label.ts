import type { SpeakerLabel } from './speaker-label.ts'

const name = String.raw`(\p{L}[\p{L}\p{M}\p{N}._'’()/&, -]{0,58}?|\?+)`
const clock = String.raw`(\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?)`

/** Otter `Name  0:03`, Amberscript and Happy Scribe `Name 00:00:03`, `Name [00:00:03]`; with a dash or a bar between too. */
const nameFirst = new RegExp(
  String.raw`^(?:${name}|\[${name}\])(?:[ \t]*[-–|,][ \t]*|[ \t]+)[\[(]?${clock}[\])]?[ \t]*$`,
  'u',
)
/** Word and Trint `00:00:03 Name`, `[00:00:03] Name`. */
const timeFirst = new RegExp(String.raw`^[\[(]?${clock}[\])]?(?:[ \t]*[-–|][ \t]*|[ \t]+)${name}[ \t]*$`, 'u')

/** No line with a name and a time alone is longer, in UTF-16 units. */
const longest = 100

/**
 * Reads a line that says who speaks from when on, and nothing else: the words stand below it.
 *
 * @param line one line of a transcript
 * @param at the offset of the line in its text
 */
export function headerLabel(line: string, at: number): SpeakerLabel | undefined {
  if (line.length > longest) return undefined
  const first = nameFirst.exec(line)
  const match = first ?? timeFirst.exec(line)
  if (match === null) return undefined
  const speaker = (first === null ? match[2]! : (match[1] ?? match[2]!)).trim()
  const time = first === null ? match[1]! : match[3]!
  return { speaker, start: at, words: at + line.length, time, bold: false }
}
