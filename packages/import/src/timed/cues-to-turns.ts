import type { Problem, Turn } from '@codeerbank/core'
import { whoSpeaks } from '../find-turns.ts'
import { problemAt } from '../read-source.ts'
import type { SourceMetadata } from '../source-metadata.ts'
import type { Cue } from './cue.ts'
import { labelledCues } from './labelled-cues.ts'

/** A transcript made of cues: a paragraph a turn, with who speaks before it where that is known. */
export interface TurnsOfCues {
  readonly text: string
  readonly turns: readonly Turn[]
  readonly problems: readonly Problem[]
}

/** Stands for a speaker whom the recording does not name. */
const nobody = '?'

/** More doubtful labels than this tell nothing more. */
const mostDoubtful = 50

function perhapsSpeaker({ line, speaker }: { readonly line: number; readonly speaker: string }): Problem {
  return problemAt(
    'perhaps-speaker',
    'warning',
    `"${speaker}:" is read as words of the caption. If it says who speaks, name it in the list of sources: speakers or participants.`,
    line,
  )
}

/** Joins the cues of one speaker that follow each other into turns. */
export function cuesToTurns(given: readonly Cue[], metadata: SourceMetadata): TurnsOfCues {
  const { cues, doubtful } = labelledCues(given, metadata)
  const problems: Problem[] = doubtful.slice(0, mostDoubtful).map(perhapsSpeaker)
  const isNamed = cues.some(({ speaker = nobody }) => speaker !== nobody)
  const turns: Turn[] = []
  const unmapped = new Set<string>()
  let text = ''
  for (let at = 0; at < cues.length; ) {
    const { speaker = nobody, line, start: time } = cues[at]!
    let end = at
    do end += 1
    while (end < cues.length && cues[end - 1]!.last !== true && (cues[end]!.speaker ?? nobody) === speaker)
    const own = cues.slice(at, end)
    const timeEnd = own.findLast(cue => cue.end !== undefined)?.end
    if (text !== '') text += '\n\n'
    if (speaker !== nobody) text += `${speaker}: `
    const start = text.length
    text += own.map(cue => cue.text).join(' ')
    const { role, participant } = whoSpeaks(metadata, speaker)
    if (speaker === nobody && isNamed)
      problems.push(
        problemAt(
          'unknown-speaker',
          'warning',
          'The caption does not say who speaks, while others do. Add it where you know it.',
          line,
        ),
      )
    if (
      role === 'participant' &&
      participant === undefined &&
      metadata.participants !== undefined &&
      !unmapped.has(speaker)
    ) {
      unmapped.add(speaker)
      problems.push(
        problemAt(
          'unknown-speaker',
          'warning',
          `It is not said who "${speaker}" is. Say it in the list of sources or in front matter: speakers.`,
          line,
        ),
      )
    }
    turns.push({
      start,
      end: text.length,
      speaker,
      role,
      ...(participant === undefined ? {} : { participant }),
      ...(time === undefined ? {} : { time }),
      ...(timeEnd === undefined || timeEnd < (time ?? 0) ? {} : { timeEnd }),
    })
    at = end
  }
  if (cues.length > 0 && turns.every(turn => turn.speaker === nobody))
    problems.push(
      problemAt(
        'no-speakers',
        'warning',
        'The recording does not say who speaks: all of it is one turn of an unknown speaker. Add labels where you need them.',
        cues[0]!.line,
      ),
    )
  return { text, turns, problems }
}
