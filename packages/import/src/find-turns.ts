import { indexText, lineColumnAt, type Problem, type Turn } from '@codeerbank/core'
import { headerLabel } from './header-label.ts'
import { parseTime } from './parse-time.ts'
import { problemAt } from './read-source.ts'
import type { SourceMetadata } from './source-metadata.ts'
import { customaryRole, type SpeakerLabel, speakerLabel } from './speaker-label.ts'
import { trimmedEnd } from './trimmed-end.ts'

/** A stretch of a text that may hold turns: whatever comes between two stretches ends a turn. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/**
 * Finds the turns in a transcript. A label opens a turn where it is in bold, is named in the metadata, is customary
 * (`Interviewer`, `R12`, `Onbekend`), or looks like a name and has a time or opens two lines or more in a transcript that has no
 * labels in bold; any other line belongs to the turn before it. Where labels stand on lines of their own with a time
 * (`Anna  0:03`), above the words, and more often than before words, these open the turns.
 *
 * @param text the normalised text of the transcript
 * @param stretches the parts of it that may hold turns, in order
 * @param metadata who takes part and what the labels stand for
 * @param line the line of the file on which the text begins
 * @returns turns in order, and warnings for times and labels that could not be understood and for turns without words
 */
export function findTurns(
  text: string,
  stretches: readonly Stretch[],
  metadata: SourceMetadata,
  line: number,
): { readonly turns: readonly Turn[]; readonly problems: readonly Problem[] } {
  const { labels: opening, isCut } = openingLabels(text, stretches, metadata)
  const index = indexText(text)
  const lineAt = (offset: number) => line + lineColumnAt(index, offset).line - 1
  const turns: Turn[] = []
  const problems: Problem[] = []
  const unmapped = new Set<string>()
  stretches.forEach((stretch, i) => {
    const labels = opening[i]!
    labels.forEach((label, at) => {
      const end = trimmedEnd(text, label.words, labels[at + 1]?.start ?? stretch.end)
      if (end === label.words) {
        problems.push(
          problemAt(
            'empty-turn',
            'warning',
            `The turn of "${label.speaker}" has no words.`,
            lineAt(label.start),
          ),
        )
        return
      }
      const time = label.time === undefined ? undefined : parseTime(label.time)
      if (label.time !== undefined && time === undefined)
        problems.push(
          problemAt(
            'bad-time',
            'warning',
            `"${label.time}" is no time: write hh:mm:ss. The turn is kept without its time.`,
            lineAt(label.start),
          ),
        )
      const { role, participant } = whoSpeaks(metadata, label.speaker)
      if (role === 'participant' && participant === undefined && metadata.participants !== undefined)
        if (!unmapped.has(label.speaker)) {
          unmapped.add(label.speaker)
          problems.push(
            problemAt(
              'unknown-speaker',
              'warning',
              `It is not said who "${label.speaker}" is. Add it to "speakers:" in the front matter: a participant's id, interviewer or unknown.`,
              lineAt(label.start),
            ),
          )
        }
      turns.push({
        start: end - text.slice(label.words, end).trimStart().length,
        end,
        speaker: label.speaker,
        role,
        ...(participant === undefined ? {} : { participant }),
        ...(time === undefined ? {} : { time }),
      })
    })
  })
  if (isCut)
    problems.push(
      problemAt(
        'too-many-turns',
        'error',
        `The transcript has more than ${mostTurns} turns; from there on it is not divided. Divide it into files of their own.`,
        lineAt(turns.at(-1)?.start ?? 0),
      ),
    )
  return { turns, problems }
}

/** No transcript has as many turns: this is about a thousand hours of talk. */
export const mostTurns = 200_000

/** Labels that open turns, a list for each stretch, and whether there were more than are looked at. */
interface OpeningLabels {
  readonly labels: readonly (readonly SpeakerLabel[])[]
  readonly isCut: boolean
}

/** The labels that open turns, a list for each stretch. */
function openingLabels(text: string, stretches: readonly Stretch[], metadata: SourceMetadata): OpeningLabels {
  const before = openingBefore(text, stretches, metadata)
  const isKnown = (speaker: string) => isNamed(metadata, speaker) || customaryRole(speaker) !== undefined
  const found = labelsIn(text, stretches, headerLabel)
  const headers = found.labels.map(labels =>
    labels.filter(({ speaker }) => isKnown(speaker) || looksLikeFullName(speaker)),
  )
  const count = lengthOf(headers)
  if (count === 0 || count <= lengthOf(before.labels)) return before
  if (count === 1 && !isKnown(headers.flat()[0]!.speaker)) return before
  let worded = 0
  headers.forEach((labels, i) => {
    labels.forEach(({ words }, at) => {
      const end = labels[at + 1]?.start ?? stretches[i]!.end
      if (trimmedEnd(text, words, end) > words) worded += 1
    })
  })
  return worded * 2 > count ? { labels: headers, isCut: found.isCut } : before
}

/** The labels that open turns before their words. */
function openingBefore(text: string, stretches: readonly Stretch[], metadata: SourceMetadata): OpeningLabels {
  const { labels: candidates, isCut } = labelsIn(text, stretches, speakerLabel)
  const often = new Map<string, number>()
  for (const labels of candidates)
    for (const { speaker, tight } of labels) if (!tight) often.set(speaker, (often.get(speaker) ?? 0) + 1)
  const inBold = candidates.some(labels => labels.some(label => label.bold))
  const isKnown = (speaker: string) => isNamed(metadata, speaker) || customaryRole(speaker) !== undefined
  const opens = ({ speaker, bold, time, tight }: SpeakerLabel) =>
    bold ||
    isKnown(speaker) ||
    (!inBold && !tight && (often.get(speaker)! > 1 || time !== undefined) && looksLikeName(speaker))
  return { labels: candidates.map(labels => labels.filter(opens)), isCut }
}

function lengthOf(lists: readonly (readonly unknown[])[]): number {
  return lists.reduce((sum, { length }) => sum + length, 0)
}

function labelsIn(
  text: string,
  stretches: readonly Stretch[],
  read: (line: string, at: number) => SpeakerLabel | undefined,
): OpeningLabels {
  let count = 0
  const labels = stretches.map(({ start, end }) => {
    const found: SpeakerLabel[] = []
    for (let at = start; at < end && count <= mostTurns; ) {
      const next = text.indexOf('\n', at)
      const stop = next === -1 || next > end ? end : next
      const label = read(text.slice(at, Math.min(stop, at + 400)), at)
      if (label !== undefined && ++count <= mostTurns) found.push(label)
      at = stop + 1
    }
    return found
  })
  return { labels, isCut: count > mostTurns }
}

const particles = new Set("van de der den ter ten te 't von zu el al da di la le du".split(' '))

/** At most four words beside particles, of which the first and the last begin as names and numbers do. */
export function looksLikeName(speaker: string): boolean {
  const words = speaker.split(/\s+/)
  const names = words.filter(word => !particles.has(word))
  return names.length <= 4 && [words[0]!, words.at(-1)!].every(word => /^[\p{Lu}\p{Lo}\d(]/u.test(word))
}

/** A name as meetings list them, `de Vries - van der Berg, Anna`: only particles begin with a small letter. */
function looksLikeFullName(speaker: string): boolean {
  const words = speaker.split(/[\s,-]+/).filter(word => word !== '')
  const names = words.filter(word => !particles.has(word))
  return names.length > 0 && names.length <= 5 && names.every(word => /^[\p{Lu}\d(&]/u.test(word))
}

function isNamed({ speakers, participants }: SourceMetadata, speaker: string): boolean {
  return (
    (speakers !== undefined && Object.hasOwn(speakers, speaker)) || participants?.includes(speaker) === true
  )
}

/** What the metadata, or else custom, says of a speaker's label. */
export function whoSpeaks(metadata: SourceMetadata, speaker: string): Pick<Turn, 'role' | 'participant'> {
  const { speakers, participants } = metadata
  const named = speakers !== undefined && Object.hasOwn(speakers, speaker) ? speakers[speaker] : undefined
  if (named === 'interviewer' || named === 'unknown') return { role: named }
  if (named !== undefined) return { role: 'participant', participant: named }
  if (participants?.includes(speaker)) return { role: 'participant', participant: speaker }
  return { role: customaryRole(speaker) ?? 'participant' }
}
