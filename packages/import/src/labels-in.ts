import type { SpeakerLabel } from './speaker-label.ts'
import { trimmedEnd } from './trimmed-end.ts'

/** A stretch of a text that may hold turns: whatever comes between two stretches ends a turn. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** No transcript has as many turns: this is about a thousand hours of talk. */
export const mostTurns = 200_000

/** Labels that open turns, a list for each stretch, and whether there were more than are looked at. */
export interface OpeningLabels {
  readonly labels: readonly (readonly SpeakerLabel[])[]
  readonly isCut: boolean
  /** Labels below the first of these of which it is not known whether they are any: names that come once, other words that come back. */
  readonly doubtful?: readonly SpeakerLabel[]
  /** Labels that open turns and may be words: a word that comes once, with a time before it. */
  readonly unsure?: readonly SpeakerLabel[]
  /** The first labels, where what stands behind them is perhaps who these people are. */
  readonly head?: readonly SpeakerLabel[]
}

/** Reads the label that begins on a line; `below` are the two lines after it. */
export type LabelReader = (line: string, at: number, below: readonly string[]) => SpeakerLabel | undefined

/** Whatever looks like a label to a reader, a list for each stretch. */
export function labelsIn(text: string, stretches: readonly Stretch[], read: LabelReader): OpeningLabels {
  let count = 0
  const labels = stretches.map(({ start, end }) => {
    const found: SpeakerLabel[] = []
    const stopOf = (at: number) => {
      const next = text.indexOf('\n', at)
      return next === -1 || next > end ? end : next
    }
    const lineAt = (at: number, stop: number) => text.slice(at, Math.min(stop, at + 400))
    let stop = start < end ? stopOf(start) : end
    for (let at = start; at < end && count <= mostTurns; ) {
      const second = Math.min(end, stop + 1)
      const secondStop = stopOf(second)
      if (stop > at) {
        const third = Math.min(end, secondStop + 1)
        const below = [lineAt(second, secondStop), lineAt(third, stopOf(third))]
        const label = read(lineAt(at, stop), at, below)
        if (label !== undefined && ++count <= mostTurns) found.push(label)
      }
      at = second === end && stop >= end ? end : second
      stop = secondStop
    }
    return found
  })
  return { labels, isCut: count > mostTurns }
}

/** Whether most of the labels have words below them: lists of names and times have none. */
export function isWorded(text: string, stretches: readonly Stretch[], { labels }: OpeningLabels): boolean {
  let worded = 0
  labels.forEach((own, i) => {
    own.forEach(({ words }, at) => {
      const end = own[at + 1]?.start ?? stretches[i]!.end
      if (trimmedEnd(text, words, end) > words) worded += 1
    })
  })
  return worded * 2 > countOf({ labels })
}

/** How many labels there are. */
export function countOf({ labels }: Pick<OpeningLabels, 'labels'>): number {
  return labels.reduce((sum, { length }) => sum + length, 0)
}

/** How often each speaker is named. */
export function countsOf(labels: readonly SpeakerLabel[]): ReadonlyMap<string, number> {
  const often = new Map<string, number>()
  for (const { speaker } of labels) often.set(speaker, (often.get(speaker) ?? 0) + 1)
  return often
}

/** How many lines have words. */
export function lineCount(text: string, stretches: readonly Stretch[]): number {
  let count = 0
  for (const { start, end } of stretches)
    for (let at = start; at < end; ) {
      const next = text.indexOf('\n', at)
      const stop = next === -1 || next > end ? end : next
      if (text.slice(at, stop).trim() !== '') count += 1
      at = stop + 1
    }
  return count
}
