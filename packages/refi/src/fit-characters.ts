/** Control characters, U+FFFE and U+FFFF in UTF-8, as bytes; references to them; and what NULs a file ends in. */
const unfit =
  /[\0-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]|&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[0-9a-f]|fff[ef]));/gi

/** A larger file, or one with more such characters, is not mended: it would take too much memory, and is no slip of a program. */
const largest = 48 * 1024 * 1024
const most = 100_000

/**
 * XML in UTF-8 with U+FFFD for each character that XML cannot hold: programs that write XML unchecked put in what stood in a
 * PDF or was pasted.
 *
 * @returns `null` where it has no such character, or too many
 */
export function fitCharacters(
  bytes: Uint8Array,
): { readonly bytes: Uint8Array; readonly count: number } | null {
  if (bytes.length > largest) return null
  // One letter a byte, so that all other bytes stay as they are.
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === 0) end -= 1
  const whole = Buffer.from(bytes.subarray(0, end)).toString('latin1')
  let count = bytes.length - end
  for (const _ of whole.matchAll(unfit)) {
    count += 1
    if (count > most) return null
  }
  return count === 0 ? null : { bytes: Buffer.from(whole.replace(unfit, '\xef\xbf\xbd'), 'latin1'), count }
}
