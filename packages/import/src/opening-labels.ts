import {
  headerLabel,
  inlineHeader,
  inlineTime,
  loneName,
  loneTime,
  nameAboveTime,
  timeAboveName,
  timeOf,
} from './header-label.ts'
import type { SourceMetadata } from './source-metadata.ts'
import { customaryRole, type SpeakerLabel, speakerLabel } from './speaker-label.ts'
import { isOpener, looksLikeFullName, looksLikeName } from './speaker-name.ts'
import { transcriptHead } from './transcript-head.ts'
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
}

/** Reads the label that begins on a line; `below` are the two lines after it. */
type LabelReader = (line: string, at: number, below: readonly string[]) => SpeakerLabel | undefined

/** How names stand above words, and whether a line between may be a name's too. */
const headerReaders: readonly LabelReader[] = [headerLabel, nameAboveTime, timeAboveName, inlineHeader]

/** The labels that open turns, a list for each stretch: before the words, or above them where there are more of these. */
export function openingLabels(
  text: string,
  stretches: readonly Stretch[],
  metadata: SourceMetadata,
): OpeningLabels {
  const before = openingBefore(text, stretches, metadata)
  const isKnown = (speaker: string) => isNamed(metadata, speaker) || customaryRole(speaker) !== undefined
  const found = headerReaders
    .map(read => headersIn(text, stretches, read, speaker => isKnown(speaker) || looksLikeFullName(speaker)))
    .sort((a, b) => countOf(b) - countOf(a) || firstOf(a) - firstOf(b))[0]!
  const count = countOf(found)
  const isOne = count === 1 && !isKnown(found.labels.flat()[0]!.speaker)
  if (count > countOf(before) && !isOne && isWorded(text, stretches, found)) return found
  return countOf(before) > 0 ? before : loneLines(text, stretches, isKnown)
}

/** Whether most of the labels have words below them: lists of names and times have none. */
function isWorded(text: string, stretches: readonly Stretch[], { labels }: OpeningLabels): boolean {
  let worded = 0
  labels.forEach((own, i) => {
    own.forEach(({ words }, at) => {
      const end = own[at + 1]?.start ?? stretches[i]!.end
      if (trimmedEnd(text, words, end) > words) worded += 1
    })
  })
  return worded * 2 > countOf({ labels })
}

function headersIn(
  text: string,
  stretches: readonly Stretch[],
  read: LabelReader,
  isSpeaker: (speaker: string) => boolean,
): OpeningLabels {
  const { labels, isCut } = labelsIn(text, stretches, read)
  return { labels: labels.map(own => own.filter(({ speaker, apart }) => apart || isSpeaker(speaker))), isCut }
}

/**
 * Names on lines of their own without a time, where nothing else opens turns: customary ones, and full names that come back; or else
 * times without names, above words or before them.
 */
function loneLines(
  text: string,
  stretches: readonly Stretch[],
  isKnown: (speaker: string) => boolean,
): OpeningLabels {
  const found = labelsIn(text, stretches, loneName)
  const often = countsOf(found.labels.flat())
  const comesBack = (speaker: string) =>
    often.get(speaker)! > 1 && speaker.includes(' ') && looksLikeFullName(speaker)
  const labels = found.labels.map(own =>
    own.filter(({ speaker }) => comesBack(speaker) || (speaker.length > 1 && isKnown(speaker))),
  )
  const opened = { labels, isCut: found.isCut }
  const isTalk = new Set(labels.flat().map(({ speaker }) => speaker)).size > 1
  if (isTalk && isWorded(text, stretches, opened)) return opened
  const times = [loneTime, inlineTime].map(read => labelsIn(text, stretches, read))
  const most = times.sort((a, b) => countOf(b) - countOf(a))[0]!
  return countOf(most) > 1 && isWorded(text, stretches, most)
    ? most
    : { labels: stretches.map(() => []), isCut: false }
}

/** What stands so often before a colon, and is no name, may be a function that somebody goes by. */
const oftenEnough = 3

/** The labels that open turns before their words. */
function openingBefore(text: string, stretches: readonly Stretch[], metadata: SourceMetadata): OpeningLabels {
  const { labels: found, isCut } = labelsIn(text, stretches, speakerLabel)
  const candidates = found.map((labels, i) => labels.map(each => timed(text, each, stretches[i]!)))
  const all = candidates.flat()
  const often = countsOf(all.filter(({ tight }) => !tight))
  const inBold = all.some(({ bold }) => bold)
  const isKnown = (speaker: string) => isNamed(metadata, speaker) || customaryRole(speaker) !== undefined
  // Numbers stand before all lines, or before those of a list.
  const known = all.filter(({ speaker }) => isKnown(speaker))
  const numbersLines = known.filter(({ numbered }) => numbered).length * 2 > known.length
  const inColumns = all.filter(({ apart, speaker }) => apart && looksLikeName(speaker)).length > 1
  const named = all.filter(({ speaker, tight, numbered }) => !tight && !numbered && isName(speaker)).length
  const isAllNamed = named * 10 > lineCount(text, stretches) * 8
  const head = transcriptHead(text, all, often)
  const opensPlain = ({ speaker, time, tight, apart, numbered }: SpeakerLabel) =>
    (isKnown(speaker) && (!numbered || numbersLines)) ||
    (!inBold &&
      !tight &&
      !numbered &&
      (often.get(speaker)! > 1 || time !== undefined || (apart && inColumns)) &&
      (isName(speaker) || (isAllNamed && often.get(speaker)! > 1 && !isOpener(speaker))))
  const opens = (label: SpeakerLabel) => label.bold || (label.start >= head && opensPlain(label))
  const first = all.findIndex(opens)
  const told = new Set<string>()
  const isDoubtful = ({ speaker, bold, tight, numbered }: SpeakerLabel) => {
    if (bold || tight || numbered || told.has(speaker)) return false
    const count = often.get(speaker)!
    const isOne = isName(speaker) ? count === 1 : count >= oftenEnough && /^\p{Lu}/u.test(speaker)
    if (isOne) told.add(speaker)
    return isOne
  }
  const isUnsure = ({ speaker, bold, stamped }: SpeakerLabel) =>
    !bold && stamped === true && often.get(speaker) === 1 && !/\s/.test(speaker) && !isKnown(speaker)
  const isTalk = first === -1 && isSaidByAll(text, stretches, candidates)
  const opening = candidates.map(labels => labels.filter(each => isTalk || opens(each)))
  const at = opening.findIndex(({ length }) => length > 0)
  // No turn stands above the first one that a time could close.
  if (at !== -1) opening[at]![0] = timed(text, opening[at]![0]!, stretches[at]!, true)
  return {
    labels: opening,
    isCut,
    // Where nobody else speaks the times are those of turns.
    unsure: opening.flat().every(isUnsure) ? [] : opening.flat().filter(isUnsure),
    doubtful: inBold || first === -1 ? [] : all.slice(first).filter(each => !opens(each) && isDoubtful(each)),
  }
}

/** A name, also with the last one first. */
function isName(speaker: string): boolean {
  return speaker.includes(',') ? looksLikeFullName(speaker) : looksLikeName(speaker)
}

/** How many lines have words. */
function lineCount(text: string, stretches: readonly Stretch[]): number {
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

/** Whether every line is a sentence behind somebody's name: such a conversation may be so short that no name comes back. */
function isSaidByAll(
  text: string,
  stretches: readonly Stretch[],
  candidates: readonly (readonly SpeakerLabel[])[],
): boolean {
  const names = candidates.flat().filter(({ speaker, tight, numbered }) => {
    return !tight && !numbered && looksLikeName(speaker)
  })
  const starts = new Set(names.map(({ start }) => start))
  const isSaid = ({ start, end }: Stretch) => {
    for (let at = start; at < end; ) {
      const next = text.indexOf('\n', at)
      const stop = next === -1 ? end : Math.min(next, end)
      const line = text.slice(at, stop).trimEnd()
      if (line !== '' && !(starts.has(at) && /[.?!…]["'”’)]?$/.test(line))) return false
      at = stop + 1
    }
    return true
  }
  return new Set(names.map(({ speaker }) => speaker)).size > 1 && stretches.every(isSaid)
}

/** A label that has no time takes the one that stands alone on the line above it, and is no closing one. */
function timed(text: string, label: SpeakerLabel, { start }: Stretch, isFirst = false): SpeakerLabel {
  if (label.time !== undefined || label.start === start) return label
  const last = lineBefore(text, label.start, start)
  const isApart = last.line.trim() === ''
  const { line, at } = isApart ? lineBefore(text, last.at, start) : last
  const time = timeOf(line)
  if (time === undefined) return label
  const closes = !isFirst && isApart && at > start && lineBefore(text, at, start).line.trim() !== ''
  return closes ? label : { ...label, ...time, start: at, stamped: true }
}

/** The line that ends before an offset; an empty one at the start of the stretch. */
function lineBefore(text: string, at: number, start: number): { readonly line: string; readonly at: number } {
  if (at <= start) return { line: '', at: start }
  const from = Math.max(start, at < 2 ? 0 : text.lastIndexOf('\n', at - 2) + 1)
  return { line: at - from > 200 ? '…' : text.slice(from, at - 1), at: from }
}

function countOf({ labels }: Pick<OpeningLabels, 'labels'>): number {
  return labels.reduce((sum, { length }) => sum + length, 0)
}

function firstOf({ labels }: OpeningLabels): number {
  return labels.find(({ length }) => length > 0)?.[0]?.start ?? 0
}

function countsOf(labels: readonly SpeakerLabel[]): ReadonlyMap<string, number> {
  const often = new Map<string, number>()
  for (const { speaker } of labels) often.set(speaker, (often.get(speaker) ?? 0) + 1)
  return often
}

function labelsIn(text: string, stretches: readonly Stretch[], read: LabelReader): OpeningLabels {
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

function isNamed({ speakers, participants }: SourceMetadata, speaker: string): boolean {
  return (
    (speakers !== undefined && Object.hasOwn(speakers, speaker)) || participants?.includes(speaker) === true
  )
}
