import type { Frame } from '@codeerbank/core'
import type { CodebookDifference } from './diff-codebooks.ts'
import { sameTyped } from './typed-text.ts'

/** Which code of a second codebook is which of a first, and which codes are merged into which on the way. */
export interface CodeTranslation {
  readonly idOf: ReadonlyMap<string, string>
  readonly merged: ReadonlyMap<string, string>
}

/** How the frames of one codebook become those of another, in the order of the second; those that are left out come last. */
export function frameDifferences(
  before: readonly Frame[],
  after: readonly Frame[],
  { idOf, merged }: CodeTranslation,
): readonly CodebookDifference[] {
  const old = new Map(before.map(frame => [frame.id, frame]))
  const now = new Set(after.map(({ id }) => id))
  const changed = after.flatMap((given): readonly CodebookDifference[] => {
    const { id, label } = given
    const frame = withCodes(given, code => idOf.get(code) ?? code)
    const known = old.get(id)
    // Where codes are merged, the rows that hold them follow by themselves.
    if (
      known !== undefined &&
      sameTyped(
        withCodes(known, code => code),
        frame,
      )
    )
      return []
    return [
      {
        ...{ kind: known === undefined ? 'frame added' : 'frame changed', id, label },
        ...{ before: known?.label ?? null, after: label, change: { kind: 'set-frame', frame } },
      },
    ]
  })
  const gone = before
    .filter(({ id }) => !now.has(id))
    .map(
      ({ id, label }): CodebookDifference => ({
        ...{ kind: 'frame removed', id, label },
        ...{ before: label, after: null, change: { kind: 'remove-frame', frame: id } },
      }),
    )
  return [...changed, ...gone]

  /** A frame with the codes that its rows hold in the end, each once. */
  function withCodes(frame: Frame, nameOf: (code: string) => string): Frame {
    const rows = frame.rows.map(row => ({
      ...row,
      codes: [...new Set(row.codes.map(code => atLast(nameOf(code))))],
    }))
    return { ...frame, rows }
  }

  function atLast(code: string): string {
    const seen = new Set<string>()
    let at = code
    while (merged.has(at) && !seen.has(at)) {
      seen.add(at)
      at = merged.get(at)!
    }
    return at
  }
}
