import { headerLabel, inlineHeader, nameAboveTime, timeAboveName, timeOf } from './header-label.ts'
import {
  countOf,
  countsOf,
  isWorded,
  type LabelReader,
  labelsIn,
  lineCount,
  type OpeningLabels,
  type Stretch,
} from './labels-in.ts'
import { loneLines } from './lone-labels.ts'
import type { SourceMetadata } from './source-metadata.ts'
import { customaryRole, type SpeakerLabel, speakerLabel } from './speaker-label.ts'
import { isOpener, looksLikeFullName, looksLikeName } from './speaker-name.ts'
import { perhapsHead, transcriptHead } from './transcript-head.ts'

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

function headersIn(
  text: string,
  stretches: readonly Stretch[],
  read: LabelReader,
  isSpeaker: (speaker: string) => boolean,
): OpeningLabels {
  const { labels, isCut } = labelsIn(text, stretches, read)
  return { labels: labels.map(own => own.filter(({ speaker, apart }) => apart || isSpeaker(speaker))), isCut }
}

/** What stands so often before a colon, and is no name, may be a function that somebody goes by. */
const oftenEnough = 3

/** The labels that open turns before their words. */
function openingBefore(text: string, stretches: readonly Stretch[], metadata: SourceMetadata): OpeningLabels {
  const { labels: found, isCut } = labelsIn(text, stretches, speakerLabel)
  const candidates = found.map((labels, i) => labels.map(each => timed(text, each, stretches[i]!)))
  const all = candidates.flat()
  const often = countsOf(all.filter(({ tight }) => !tight))
  const isKnown = (speaker: string) => isNamed(metadata, speaker) || customaryRole(speaker) !== undefined
  // Numbers and signs stand before all lines, or before those of a list.
  const known = all.filter(({ speaker }) => isKnown(speaker))
  const numbersLines =
    known.filter(({ numbered }) => numbered).length * 10 > known.length * 8 || isList(all, often)
  const inBold = all.some(({ bold, numbered }) => bold && (!numbered || numbersLines))
  const inColumns = all.filter(({ apart, speaker }) => apart && looksLikeName(speaker)).length > 1
  const named = all.filter(({ speaker, tight, numbered }) => !tight && !numbered && isName(speaker)).length
  const isAllNamed = named * 10 > lineCount(text, stretches) * 8
  const head = transcriptHead(text, all, often)
  const opensPlain = ({ speaker, time, tight, apart, numbered }: SpeakerLabel) =>
    (isKnown(speaker) && (!numbered || numbersLines)) ||
    (!inBold &&
      !tight &&
      (!numbered || numbersLines) &&
      (often.get(speaker)! > 1 || time !== undefined || (apart && inColumns)) &&
      (isName(speaker) || (isAllNamed && often.get(speaker)! > 1 && !isOpener(speaker))))
  const opens = (label: SpeakerLabel) =>
    (label.bold && (!label.numbered || numbersLines)) || (label.start >= head && opensPlain(label))
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
    head: perhapsHead(text, opening.flat()),
    // Where nobody else speaks the times are those of turns.
    unsure: opening.flat().every(isUnsure) ? [] : opening.flat().filter(isUnsure),
    doubtful: inBold || first === -1 ? [] : all.slice(first).filter(each => !opens(each) && isDoubtful(each)),
  }
}

/** Whether all labels stand in a list, and several names come back in it. */
function isList(labels: readonly SpeakerLabel[], often: ReadonlyMap<string, number>): boolean {
  const names = labels.filter(({ tight }) => !tight)
  const back = new Set(
    names.map(({ speaker }) => speaker).filter(each => isName(each) && often.get(each)! > 1),
  )
  return back.size > 1 && names.every(({ numbered }) => numbered)
}

/** A name, also with the last one first. */
function isName(speaker: string): boolean {
  return speaker.includes(',') ? looksLikeFullName(speaker) : looksLikeName(speaker)
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

function firstOf({ labels }: OpeningLabels): number {
  return labels.find(({ length }) => length > 0)?.[0]?.start ?? 0
}

function isNamed({ speakers, participants }: SourceMetadata, speaker: string): boolean {
  return (
    (speakers !== undefined && Object.hasOwn(speakers, speaker)) || participants?.includes(speaker) === true
  )
}
