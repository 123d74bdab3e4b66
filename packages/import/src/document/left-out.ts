import type { Problem } from '@codeerbank/core'
import { problemAt } from '../read-source.ts'

/** What documents hold beside the text that is read, or within it out of sight. */
export type LeftOutKind =
  | 'deletions'
  | 'comments'
  | 'pictures'
  | 'files'
  | 'page-furniture'
  | 'line-numbers'
  | 'hidden'

/** Says what was left out of a document, a problem (`left-out`) for each kind of thing; and what is hidden in it (`hidden-words`). */
export function leftOut(counts: ReadonlyMap<LeftOutKind, number>): readonly Problem[] {
  return kinds
    .filter(kind => (counts.get(kind) ?? 0) > 0)
    .map(kind =>
      problemAt(
        kind === 'hidden' ? 'hidden-words' : 'left-out',
        'warning',
        `${described[kind]} (${counts.get(kind)} in all).`,
        1,
      ),
    )
}

const kinds: readonly LeftOutKind[] = [
  'deletions',
  'comments',
  'pictures',
  'files',
  'page-furniture',
  'line-numbers',
  'hidden',
]

const described: Readonly<Record<LeftOutKind, string>> = {
  deletions:
    'Words that were deleted while changes were tracked are left out, and words that were inserted are read. Accept or reject the changes to settle them',
  comments: 'Comments in the margin are left out. Copy what matters into memos',
  'page-furniture':
    'Lines that come back at the head or foot of pages, and page numbers, are left out. Look whether any belong to the text',
  files: 'Other files that lie in the document are left out. Copy their text into it',
  'line-numbers': 'Numbers of lines in the margin are left out. Look whether any belong to the text',
  hidden:
    'Words that are hidden in the document are read as any others. Take them out of it where they are not meant to be read',
  pictures: 'Pictures are left out. Describe in words what is needed of them',
}
