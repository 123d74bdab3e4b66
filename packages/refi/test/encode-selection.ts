import type { OffsetEncoding } from '../src/offset-encoding.ts'

/**
 * The positions of a stretch of a text file as a program counts them: by walking over the file, character by character.
 *
 * @param start half-open UTF-16 offsets in the file as it is, with its byte order mark and its CRs
 */
export function encodeSelection(file: string, start: number, end: number, encoding: OffsetEncoding) {
  const countTo = (offset: number): number => {
    let count = 0
    for (let at = 0; at < offset; ) {
      const character = String.fromCodePoint(file.codePointAt(at)!)
      at += character.length
      if (character === '\ufeff' && at === 1)
        count += encoding.bom === 'skipped' ? 0 : encoding.unit === 'utf-8' ? 3 : 1
      else if (character === '\r' && file[at] === '\n') count += encoding.lineEnd === 'two' ? 1 : 0
      else if (encoding.unit === 'utf-8') count += Buffer.byteLength(character)
      else count += encoding.unit === 'utf-16' ? character.length : 1
    }
    return count
  }
  return { start: countTo(start), end: countTo(end) - (encoding.end === 'inclusive' ? 1 : 0) }
}
