import { type Frame, type FrameRow, type Label, type Language, labelText, stableJson } from '@codeerbank/core'
import type { CodebookDifference } from './diff-codebooks.ts'
import { nameOf as nameOfLabel } from './match-codes.ts'
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
  const ids = matchFrames(before, after)
  const now = new Set(ids.values())
  const changed = after.flatMap((given): readonly CodebookDifference[] => {
    const { label } = given
    const id = ids.get(given.id)!
    const frame = withCodes({ ...given, id }, code => idOf.get(code) ?? code)
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
    const [was, is] = known === undefined ? [null, label] : differingRows(known, frame)
    return [
      {
        ...{ kind: known === undefined ? 'frame added' : 'frame changed', id, label: known?.label ?? label },
        ...{ before: was, after: is, change: { kind: 'set-frame', frame } },
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

/**
 * Says which frames of a second codebook are which of a first, by their ids; one with an id that the first does not have goes by its title,
 * where that is of one frame only on both sides.
 *
 * @returns for every frame of the second, by its id there, the id that it has in the first, or gets if it is new
 */
export function matchFrames(before: readonly Frame[], after: readonly Frame[]): ReadonlyMap<string, string> {
  const [old, given] = [before, after].map(frames => new Set(frames.map(({ id }) => id)))
  const left = Map.groupBy(
    before.filter(({ id }) => !given!.has(id)),
    nameOf,
  )
  const come = Map.groupBy(
    after.filter(({ id }) => !old!.has(id)),
    nameOf,
  )
  return new Map(
    after.map(frame => {
      const [one, ...others] = old!.has(frame.id) ? [] : (left.get(nameOf(frame)) ?? [])
      const isOne = one !== undefined && others.length === 0 && come.get(nameOf(frame))?.length === 1
      return [frame.id, isOne ? one.id : frame.id]
    }),
  )
}

/** What a frame has otherwise: its title, or else the rows that differ, with the codes that they hold; all rows where these only change places. */
function differingRows(before: Frame, after: Frame): readonly [Label | null, Label | null] {
  if (!sameTyped(before.label, after.label)) return [before.label, after.label]
  const [was, is] = [before.rows, after.rows].map(rows => new Set(rows.map(row => stableJson(row))))
  const [gone, come] = [
    before.rows.filter(row => !is!.has(stableJson(row))),
    after.rows.filter(row => !was!.has(stableJson(row))),
  ]
  if (gone.length + come.length === 0) return [rowsLabel(before.rows), rowsLabel(after.rows)]
  return [rowsLabel(gone), rowsLabel(come)]
}

function nameOf({ label }: Frame): string {
  return nameOfLabel(label)
}

function rowsLabel(rows: readonly FrameRow[]): Label | null {
  const said = (language: Language) =>
    rows
      .map(row =>
        [labelText(row.label, language), row.codes.join(', ')].filter(text => text !== '').join(': '),
      )
      .join('; ')
  return rows.length === 0 ? null : { nl: said('nl'), en: said('en') }
}
