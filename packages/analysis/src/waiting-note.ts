import { countText, type Label, type Language, type Study } from '@codeerbank/core'
import { codesUnder } from './codes-under.ts'
import { studyIndex } from './study-index.ts'

export interface WaitingNoteOptions {
  /** Which codings, by their place in the study, stand in what the note is below; all by default. */
  readonly stands?: (coding: number) => boolean
  /**
   * Whether the codings of a lost segment count there (default), or do not since its text is what is counted, or it is not known which
   * codings do.
   */
  readonly lost?: 'counted' | 'left out' | 'unknown'
}

/**
 * What is said below a table in which codings count that wait for a person since their source was corrected: how many have other words
 * now, and how many have no place in the text any more.
 *
 * @returns nothing where no coding waits
 */
export function waitingNote(study: Study, options: WaitingNoteOptions = {}): Label | undefined {
  const { stands = () => true, lost: lostOnes = 'counted' } = options
  const waiting = new Map<string, 'changed' | 'lost'>()
  for (const { id, verdict } of study.segments) if (verdict !== undefined) waiting.set(id, verdict)
  if (waiting.size === 0) return undefined
  let [changed, lost] = [0, 0]
  study.codings.forEach(({ segment }, i) => {
    const verdict = waiting.get(segment)
    if (verdict === undefined || !stands(i)) return
    if (verdict === 'lost') lost++
    else changed++
  })
  if (changed + lost === 0) return undefined
  return {
    nl: `Nog te bekijken na een verbetering van de bron: ${parts('nl')}.`,
    en: `Still to be looked at since a source was corrected: ${parts('en')}.`,
  }

  function parts(language: Language): string {
    const said = wording[language]
    const told = (count: number, what: string, here: boolean) => {
      if (count === 0) return []
      const counted = lostOnes === 'unknown' ? '' : `, ${said.counts(count, here)}`
      return [`${countText(count, 'codings', language)} ${what}${counted}`]
    }
    return [...told(changed, said.changed, true), ...told(lost, said.lost, lostOnes === 'counted')].join(
      `${lostOnes === 'unknown' ? '' : ','} ${said.and} `,
    )
  }
}

/** The same below what compares the rows of a frame. */
export function waitingInFrame(
  study: Study,
  rows: readonly { readonly codes: readonly string[] }[],
): Label | undefined {
  const index = studyIndex(study)
  const codes = new Set(
    codesUnder(
      study,
      index,
      rows.flatMap(row => row.codes),
    ),
  )
  return waitingNote(study, { stands: coding => codes.has(index.codingCode[coding]!) })
}

interface Wording {
  readonly and: string
  readonly changed: string
  readonly lost: string
  readonly counts: (codings: number, here: boolean) => string
}

const wording: Readonly<Record<Language, Wording>> = {
  nl: {
    and: 'en',
    changed: 'met gewijzigde woorden',
    lost: 'zonder plaats in de tekst',
    counts: (codings, here) => `die hier ${here ? '' : 'niet '}${codings === 1 ? 'meetelt' : 'meetellen'}`,
  },
  en: {
    and: 'and',
    changed: 'with changed words',
    lost: 'without a place in the text',
    counts: (codings, here) => {
      if (codings === 1) return here ? 'which counts here' : 'which does not count here'
      return here ? 'which count here' : 'which do not count here'
    },
  },
}
