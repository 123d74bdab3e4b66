import { bareTime, inlineTime, loneName, loneTime } from './header-label.ts'
import {
  countOf,
  countsOf,
  isWorded,
  labelsIn,
  lineCount,
  type OpeningLabels,
  type Stretch,
} from './labels-in.ts'
import { type MarkedLabel, markedLabel } from './marked-label.ts'
import { parseTime } from './parse-time.ts'
import { customaryRole } from './speaker-label.ts'
import { looksLikeFullName } from './speaker-name.ts'

/**
 * Names on lines of their own without a time, where nothing else opens turns: customary ones, and full names that come back; or else
 * customary labels that something else than a colon sets apart, or times without names, above words or before them.
 */
export function loneLines(
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
  const marked = markedLabels(text, stretches, isKnown)
  if (marked !== null) return marked
  const times = [loneTime, inlineTime].map(read => labelsIn(text, stretches, read))
  const bare = labelsIn(text, stretches, bareTime)
  if (countsOn(bare) && countOf(bare) * 10 >= lineCount(text, stretches) * 8) times.push(bare)
  const most = times.sort((a, b) => countOf(b) - countOf(a))[0]!
  return countOf(most) > 1 && isWorded(text, stretches, most)
    ? most
    : { labels: stretches.map(() => []), isCut: false }
}

/** Fewer times before words without brackets may be those of a timetable. */
const fewest = 3

/** Whether there are some times, none of which is before the one above it. */
function countsOn({ labels }: OpeningLabels): boolean {
  const times = labels.flat().map(({ time }) => parseTime(time ?? ''))
  return times.length >= fewest && times.every((time, i) => time !== undefined && time >= (times[i - 1] ?? 0))
}

/**
 * Labels that are known, set apart in one way that is no colon, where an interviewer and somebody else speak and half of all do so again;
 * lists have letters and numbers so too.
 */
function markedLabels(
  text: string,
  stretches: readonly Stretch[],
  isKnown: (speaker: string) => boolean,
): OpeningLabels | null {
  const { labels, isCut } = labelsIn(text, stretches, markedLabel)
  const known = (labels as readonly (readonly MarkedLabel[])[]).map(own =>
    own.filter(({ speaker }) => isKnown(speaker)),
  )
  for (const mark of new Set(known.flat().map(label => label.mark))) {
    const own = known.map(each => each.filter(label => label.mark === mark))
    const often = countsOf(own.flat())
    const asks = [...often.keys()].filter(speaker => customaryRole(speaker) === 'interviewer')
    const back = [...often.values()].filter(count => count > 1).length
    const isTalk = asks.length > 0 && asks.length < often.size && back * 2 >= often.size
    if (isTalk) return { labels: own, isCut }
  }
  return null
}
