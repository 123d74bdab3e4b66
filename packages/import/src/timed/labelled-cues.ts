import type { SourceMetadata } from '../source-metadata.ts'
import { customaryRole } from '../speaker-label.ts'
import { looksLikeName } from '../speaker-name.ts'
import type { Cue } from './cue.ts'

/** `Name: words` of Zoom, `[SPEAKER_00]: words` of WhisperX, `>> Name: words` of television. */
const labelled = /^(>>>?\s*)?(?:\[([^\]:：]{1,60})\]|([^:：[\]]{1,60}?))\s?(?::\s+|：\s*)(?=\S)/
/** `[Speaker 1] words`, `(Speaker 1) words`, which only customary labels are: sounds are written so too. */
const setApart = /^[[(]([^\])]{1,60})[\])]\s*(?=\S)/

/** Cues with who speaks apart from the words, and names that may say it and are read as words. */
export interface LabelledCues {
  readonly cues: readonly Cue[]
  readonly doubtful: readonly { readonly line: number; readonly speaker: string }[]
}

/**
 * Takes who speaks out of the words of cues, where no cue says it otherwise; a cue without goes on with the speaker of the one before.
 * A label is a name that is known, is customary, is set apart, or comes back; where most cues begin with a name, every name is one, and
 * where all of them begin with a label, as Zoom writes them, each is one, whatever it is.
 */
export function labelledCues(cues: readonly Cue[], metadata: SourceMetadata): LabelledCues {
  if (cues.some(cue => cue.speaker !== undefined)) return { cues, doubtful: [] }
  const { speakers, participants } = metadata
  const labels = cues.map(({ text }) => {
    const match = labelled.exec(text)
    if (match === null) return customary(text)
    const [whole, arrows, bracketed, name] = match
    const speaker = (bracketed ?? name)!.trim()
    return { speaker, length: whole.length, apart: arrows !== undefined || bracketed !== undefined }
  })
  const often = new Map<string, number>()
  for (const label of labels)
    if (label !== null) often.set(label.speaker, (often.get(label.speaker) ?? 0) + 1)
  const named = labels.filter(label => label !== null && looksLikeName(label.speaker)).length
  const always = named * 2 > cues.length
  const each = always && labels.every((label, i) => label !== null || cues[i]!.inner === true)
  const doubtful: { line: number; speaker: string }[] = []
  const isLabel = (speaker: string, apart: boolean, inner: boolean) =>
    (speakers !== undefined && Object.hasOwn(speakers, speaker)) ||
    participants?.includes(speaker) === true ||
    customaryRole(speaker) !== undefined ||
    (looksLikeName(speaker) && (apart || (always && !inner) || often.get(speaker)! > 1)) ||
    (always && often.get(speaker)! > 1) ||
    (each && !inner)
  let speaker: string | undefined
  const found = cues.map((cue, i) => {
    const label = labels[i] ?? null
    const opens = label !== null && isLabel(label.speaker, label.apart, cue.inner === true)
    if (opens) speaker = label.speaker
    else if (label !== null && cue.inner !== true && looksLikeName(label.speaker))
      doubtful.push({ line: cue.line, speaker: label.speaker })
    const text = opens ? cue.text.slice(label.length) : cue.text
    return speaker === undefined ? cue : { ...cue, speaker, text }
  })
  return { cues: found, doubtful }
}

function customary(text: string) {
  const match = setApart.exec(text)
  if (match === null || customaryRole(match[1]!.trim()) === undefined) return null
  return { speaker: match[1]!.trim(), length: match[0].length, apart: true }
}
