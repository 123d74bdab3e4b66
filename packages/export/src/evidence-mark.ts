import type { Evidence, Label } from '@codeerbank/core'

/** How strong the evidence for a statement is, as a small mark and in words. */
export interface EvidenceMark {
  readonly mark: '●' | '◐' | '○'
  readonly label: Label
}

const strong: EvidenceMark = {
  mark: '●',
  label: {
    nl: 'drie stemmen of meer, uit meer dan één soort bron',
    en: 'three voices or more, from more than one kind of source',
  },
}
const some: EvidenceMark = {
  mark: '◐',
  label: {
    nl: 'twee stemmen of meer, of meer dan één soort bron',
    en: 'two voices or more, or more than one kind of source',
  },
}
const single: EvidenceMark = { mark: '○', label: { nl: 'één stem', en: 'one voice' } }

/** The marks from strong to weak, for a legend. */
export const evidenceMarks: readonly EvidenceMark[] = [strong, some, single]

/**
 * Weighs evidence by independent voices (speakers; sources, where nobody speaks) and kinds of source, never by the number
 * of codings: twenty codings of one speaker are one voice.
 */
export function evidenceMark({ speakers, sources, kinds }: Evidence): EvidenceMark {
  const voices = speakers > 0 ? speakers : sources
  if (voices >= 3 && kinds.length >= 2) return strong
  return voices >= 2 || kinds.length >= 2 ? some : single
}
