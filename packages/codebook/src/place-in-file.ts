import type { Code } from '@codeerbank/core'

/** Where a code stands in the file that it was read from. */
export interface PlaceInFile {
  readonly line: number
  /** Whether the file gives its id. One that was made says no more than the name and place do, and may be that of another code elsewhere. */
  readonly id: 'given' | 'made'
}

const places = new WeakMap<Code, PlaceInFile>()

export function notePlaceInFile(code: Code, place: PlaceInFile): void {
  places.set(code, place)
}

/** Where a code stands in its file; nothing for one that was not read from a file. */
export function placeInFile(code: Code): PlaceInFile | undefined {
  return places.get(code)
}
