import type { Language, Table } from '@codeerbank/core'
import type { Correction, SegmentVerdict } from './correct-source.ts'

const verdicts: Readonly<Record<Language, Readonly<Record<SegmentVerdict['verdict'], string>>>> = {
  nl: { exact: 'gelijk', moved: 'verplaatst', changed: 'gewijzigd', lost: 'verloren' },
  en: { exact: 'exact', moved: 'moved', changed: 'changed', lost: 'lost' },
}

/** What a correction does to every segment, as a table: those that a person must look at first. */
export function certificateTable({ change, certificate }: Correction, language: Language = 'nl'): Table {
  const rank = { lost: 0, changed: 1, moved: 2, exact: 3 }
  const text = (id: string, nl: string, en: string) => ({ id, label: { nl, en }, type: 'text' as const })
  return {
    id: 'certificate',
    title: { nl: `Verbetering van ${change.source}`, en: `Correction of ${change.source}` },
    columns: [
      text('segment', 'Fragment', 'Segment'),
      text('verdict', 'Uitkomst', 'Verdict'),
      { id: 'score', label: { nl: 'Gelijke woorden', en: 'Words the same' }, type: 'number' },
      text('before', 'Was', 'Was'),
      text('after', 'Is', 'Is'),
    ],
    rows: certificate
      .toSorted((a, b) => rank[a.verdict] - rank[b.verdict])
      .map(({ segment, verdict, score, before, after }) => [
        segment,
        verdicts[language][verdict],
        Math.round(score * 100) / 100,
        before,
        after,
      ]),
  }
}
