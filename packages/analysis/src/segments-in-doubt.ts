import {
  byId,
  type Language,
  labelText,
  type Problem,
  type Segment,
  type Study,
  type Table,
} from '@codeerbank/core'

/**
 * What a corrected transcript left for a person to look at, a warning a source and verdict: segments whose own words changed, and
 * segments that are lost, with the codings that rest on them.
 */
export function checkSegmentsInDoubt(study: Study): readonly Problem[] {
  const doubted = segmentsInDoubt(study)
  if (doubted.length === 0) return []
  const codings = Map.groupBy(study.codings, ({ segment }) => segment)
  const groups = Map.groupBy(doubted, ({ source, verdict }) => JSON.stringify([source, verdict]))
  return Array.from(groups.values(), segments => {
    const { source, verdict } = segments[0]!
    const resting = segments.flatMap(({ id }) => (codings.get(id) ?? []).map(coding => coding.id))
    const one = segments.length === 1
    const which = `Since source "${source}" was corrected, ${one ? '1 segment' : `${segments.length} segments`}`
    const on = `(codings: ${resting.join(', ')})`
    return {
      code: verdict === 'lost' ? 'segment-lost' : 'segment-changed',
      severity: 'warning',
      message:
        verdict === 'lost'
          ? `${which} ${one ? 'has lost its place: it counts' : 'have lost their place: they count'} with no speaker and no text ${on}. "codeerbank segments list" shows the words: place each where it belongs with "segments place", or remove it.`
          : `${which} ${one ? 'has' : 'have'} other words ${on}. "codeerbank segments list" shows them: accept each that still holds with "segments accept", or place it elsewhere, or remove it.`,
      place: { path: ['sources', source] },
    }
  })
}

/** The segments that wait for a person since their source was corrected, in the order of the study. */
export function segmentsInDoubt({ segments }: Study): readonly Segment[] {
  return segments.filter(({ verdict }) => verdict !== undefined)
}

const verdicts: Readonly<Record<Language, Readonly<Record<'changed' | 'lost', string>>>> = {
  nl: { changed: 'gewijzigd', lost: 'verloren' },
  en: { changed: 'changed', lost: 'lost' },
}

/** The segments that wait for a person, each with its words: those of a changed one as they are now, of a lost one as they were. */
export function segmentsInDoubtTable(study: Study, language: Language = study.language): Table {
  const codings = Map.groupBy(study.codings, ({ segment }) => segment)
  const text = (id: string, nl: string, en: string) => ({ id, label: { nl, en }, type: 'text' as const })
  const codedWith = (segment: string) =>
    (codings.get(segment) ?? []).map(
      ({ code, coder }) =>
        `${labelText(byId(study.codes, code)?.label ?? { nl: code }, language)} (${coder})`,
    )
  return {
    id: 'segments-in-doubt',
    title: { nl: 'Fragmenten om naar te kijken', en: 'Segments to look at' },
    columns: [
      text('segment', 'Fragment', 'Segment'),
      text('source', 'Bron', 'Source'),
      text('verdict', 'Uitkomst', 'Verdict'),
      text('words', 'Woorden', 'Words'),
      text('codings', 'Coderingen', 'Codings'),
    ],
    rows: segmentsInDoubt(study).map(({ id, source, verdict, quote }) => [
      id,
      source,
      verdicts[language][verdict!],
      quote,
      codedWith(id).join('; '),
    ]),
  }
}
