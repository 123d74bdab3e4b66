import { type Label, type Language, labelText, type Table } from '@codeerbank/core'
import type { CodebookDifference, DifferenceKind } from './diff-codebooks.ts'

const kinds: Readonly<Record<DifferenceKind, Label>> = {
  added: { nl: 'toegevoegd', en: 'added' },
  renamed: { nl: 'hernoemd', en: 'renamed' },
  redefined: { nl: 'anders gedefinieerd', en: 'redefined' },
  moved: { nl: 'verplaatst', en: 'moved' },
  reordered: { nl: 'verplaatst onder dezelfde code', en: 'moved within its parent' },
  merged: { nl: 'samengevoegd', en: 'merged' },
  retired: { nl: 'vervallen', en: 'retired' },
  'left out': { nl: 'weggelaten, dus vervallen', en: 'left out, so retired' },
  'frame added': { nl: 'vergelijking toegevoegd', en: 'comparison added' },
  'frame changed': { nl: 'vergelijking gewijzigd', en: 'comparison changed' },
  'frame removed': { nl: 'vergelijking verwijderd', en: 'comparison removed' },
}

/** The differences between two codebooks, a row each. */
export function codebookDiffTable(
  differences: readonly CodebookDifference[],
  language: Language = 'nl',
): Table {
  const column = (id: string, nl: string, en: string) => ({ id, label: { nl, en }, type: 'text' as const })
  const shown = (label: Label | null) => (label === null ? null : labelText(label, language))
  return {
    id: 'codebook-differences',
    title: { nl: 'Verschillen tussen codeboeken', en: 'Differences between codebooks' },
    columns: [
      column('code', 'Code', 'Code'),
      column('what', 'Wat', 'What'),
      column('before', 'Was', 'Was'),
      column('after', 'Is', 'Is'),
    ],
    rows: differences.map(({ kind, label, before, after }) => {
      const [was, is] = [shown(before), shown(after)]
      const isElsewhere = was !== null && was === is
      return [
        labelText(label, language),
        labelText(kinds[kind], language),
        isElsewhere ? whole(before) : was,
        isElsewhere ? whole(after) : is,
      ]
    }),
  }
}

/** Both languages, where what is otherwise is in the other one. */
function whole(label: Label | null): string {
  return [label?.nl, label?.en].filter(text => text !== undefined && text !== '').join(' — ')
}
