import { indexText, lineColumnAt, type Problem, type Turn } from '@codeerbank/core'
import { mostTurns, type Stretch } from './labels-in.ts'
import { openingLabels } from './opening-labels.ts'
import { parseTime } from './parse-time.ts'
import { problemAt } from './read-source.ts'
import type { SourceMetadata } from './source-metadata.ts'
import { customaryRole } from './speaker-label.ts'
import { trimmedEnd } from './trimmed-end.ts'

/**
 * Finds the turns in a transcript. A label opens a turn where it is in bold, is named in the metadata, is customary
 * (`Interviewer`, `R12`, `Onbekend`), or looks like a name and has a time or opens two lines or more in a transcript that has no
 * labels in bold; any other line belongs to the turn before it. Where labels stand on lines of their own with a time
 * (`Anna  0:03`, on one line or two), above the words, and more often than before words, these open the turns; where there are
 * none of either, names alone on a line do, or times alone.
 *
 * @param text the normalised text of the transcript
 * @param stretches the parts of it that may hold turns, in order
 * @param metadata who takes part and what the labels stand for
 * @param line the line of the file on which the text begins
 * @returns turns in order, and warnings for times and labels that could not be understood, for turns without words, for
 *   names that come once and may be labels, for labels that come once and may be words, and for first turns that may be a head
 */
export function findTurns(
  text: string,
  stretches: readonly Stretch[],
  metadata: SourceMetadata,
  line: number,
): { readonly turns: readonly Turn[]; readonly problems: readonly Problem[] } {
  const {
    labels: opening,
    isCut,
    doubtful = [],
    unsure = [],
    head = [],
  } = openingLabels(text, stretches, metadata)
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
      const timeEnd = label.timeEnd === undefined ? undefined : parseTime(label.timeEnd)
      const bad = time === undefined ? label.time : timeEnd === undefined ? label.timeEnd : undefined
      if (bad !== undefined)
        problems.push(
          problemAt(
            'bad-time',
            'warning',
            `"${bad}" is no time: write hh:mm:ss. The turn is kept without it.`,
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
        ...(timeEnd === undefined || timeEnd < (time ?? 0) ? {} : { timeEnd }),
      })
    })
  })
  if (turns.length > 1 && turns.every(({ speaker, time }) => speaker === '?' && time !== undefined))
    problems.push(
      problemAt(
        'no-speakers',
        'warning',
        'The transcript does not say who speaks: its turns are of an unknown speaker. Add labels where you need them.',
        lineAt(turns[0]!.start),
      ),
    )
  for (const { speaker, start } of head)
    problems.push(
      problemAt(
        'perhaps-head',
        'warning',
        `What stands behind "${speaker}:" is read as said. If it tells who this is, take it out, or put it in the list of participants.`,
        lineAt(start),
      ),
    )
  for (const { speaker, start } of unsure.slice(0, mostDoubtful))
    problems.push(
      problemAt(
        'perhaps-words',
        'warning',
        `"${speaker}:" comes once, after a time, and is read as one who speaks. If it is, name it under "speakers:" or "participants:"; if it begins a sentence, take away its colon.`,
        lineAt(start),
      ),
    )
  for (const { speaker, start } of doubtful.slice(0, mostDoubtful))
    problems.push(
      problemAt(
        'perhaps-speaker',
        'warning',
        `"${speaker}:" is read as words of the turn before. If it says who speaks, name it under "speakers:" or "participants:", or set it in bold in Markdown.`,
        lineAt(start),
      ),
    )
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

/** More doubtful labels than this tell nothing more. */
const mostDoubtful = 50

/** What the metadata, or else custom, says of a speaker's label. */
export function whoSpeaks(metadata: SourceMetadata, speaker: string): Pick<Turn, 'role' | 'participant'> {
  const { speakers, participants } = metadata
  const named = speakers !== undefined && Object.hasOwn(speakers, speaker) ? speakers[speaker] : undefined
  if (named === 'interviewer' || named === 'unknown') return { role: named }
  if (named !== undefined) return { role: 'participant', participant: named }
  if (participants?.includes(speaker)) return { role: 'participant', participant: speaker }
  return { role: customaryRole(speaker) ?? 'participant' }
}
