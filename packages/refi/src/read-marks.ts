import type { Source } from '@codeerbank/core'
import { nameEvidence } from './detect-offsets.ts'
import { furtherCodings } from './raw-marks.ts'
import type { RawSelection } from './raw-project.ts'
import { problem } from './read-context.ts'
import { addToSelection, type NewSegment, readSelection } from './read-segment.ts'
import type { SourceReading } from './read-sources.ts'
import { wordsFinder } from './words-finder.ts'

/** Reads marks on the pages of a source by the words that they cover. */
export function markReader(reading: SourceReading, source: Source) {
  const { context, lookedThrough } = reading
  const find = wordsFinder(source.text, lookedThrough)
  const byName = new Map<string, { readonly raw: RawSelection; readonly segment: NewSegment }[]>()
  return {
    /** Keeps a selection of the text: what goes on to another page is marked there under the same name. */
    keep(raw: RawSelection, segment: NewSegment): void {
      const others = byName.get(raw.name)
      if (others === undefined) byName.set(raw.name, [{ raw, segment }])
      else others.push({ raw, segment })
    },
    read(raw: RawSelection, words: string): void {
      const span = find(words)
      if (typeof span === 'string') {
        problem(context, 'selection-unplaced', unplaced[span], raw.line, 'warning')
        context.list.add('pdf-selection', raw.line)
        context.list.add('coding', raw.line, raw.codings.length)
        context.list.add('note-place', raw.line, raw.notes.length)
        return
      }
      const whole = (raw.name === '' ? undefined : byName.get(raw.name))?.find(
        ({ segment }) => segment.start <= span.start && span.end <= segment.end,
      )
      const named = nameEvidence(source.text.slice(span.start, span.end), raw.name) > 0
      if (whole === undefined) readSelection(reading, source, raw, span, named)
      else
        addToSelection(reading, whole.segment, {
          ...raw,
          codings: furtherCodings(whole.raw.codings, raw.codings),
        })
    },
  }
}

const unplaced = {
  nowhere:
    'The words that are marked on the page do not stand so in the text of the PDF: the mark is left out with its codings. Make it in the text.',
  several:
    'The words that are marked on the page stand in several places of the text: the mark is left out with its codings. Make it in the text.',
  unsearched:
    'The project has more marks on pages than are looked for in its texts: the mark is left out with its codings. Make it in the text, or divide the project.',
} as const
