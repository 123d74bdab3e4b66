import type { Source } from '@codeerbank/core'
import { cutsWord, nameEvidence } from './detect-offsets.ts'
import { isMisplaced } from './misplaced.ts'
import { type OffsetReader, offsetReader } from './offset-encoding.ts'
import type { ProjectText } from './project-text.ts'
import type { RawSelection, RawSource } from './raw-project.ts'
import { problem, type ReadContext } from './read-context.ts'
import { markReader } from './read-marks.ts'
import { readSelection, type Span } from './read-segment.ts'
import type { SourceReading } from './read-sources.ts'

/** The selections of a source, each where its positions are. */
export function readSelections(
  reading: SourceReading,
  source: Source,
  raw: RawSource,
  text: ProjectText,
): void {
  const { context, encoding } = reading
  if (text.text === '') {
    leaveAllOut(context, raw, text)
    return
  }
  const exact = offsetReader(text, encoding)
  const synced = offsetReader(text, { ...encoding, end: 'exclusive' })
  let plain: string | undefined
  const plainText = () => (plain ??= text.text.replace(/\s+/gu, ' '))
  const marks = raw.selections.some(({ words }) => words !== undefined)
    ? markReader(reading, source)
    : undefined
  for (const selection of raw.selections) {
    if (selection.words !== undefined) {
      marks?.read(selection, selection.words)
      continue
    }
    const read = selection.synced ? synced : exact
    const span = read(selection.start, selection.end) ?? toTheEnd(context, text.text, selection, read)
    if (span === null) {
      leaveOut(context, selection, 'selection-outside-text', outside)
      continue
    }
    const { name } = selection
    const evidence = nameEvidence(text.text.slice(span.start, span.end), name)
    const named = evidence > 0
    if (!named && !selection.synced && isMisplaced(text.text, plainText, span, name))
      leaveOut(context, selection, 'selection-misplaced', elsewhere)
    else if (evidence < 4 && !selection.synced && !takeHalf(reading, text.text, selection, span, named))
      leaveOut(context, selection, 'selection-misplaced', halfWords)
    else {
      const segment = readSelection(reading, source, selection, span, named)
      if (segment !== undefined) marks?.keep(selection, segment)
    }
  }
}

/**
 * Whether a selection is taken that may begin or end within a word: some people mark half a word, and some searches the stem of one. Where
 * many do not fit, one that begins within a word is a sign that positions are others than they were taken for.
 *
 * @param begins whether its name tells that it begins where it should
 */
function takeHalf(
  { context, halves }: SourceReading,
  text: string,
  { line }: RawSelection,
  span: Span,
  begins: boolean,
): boolean {
  if (halves === 'taken') return true
  const half = !begins && cutsWord(text, span.start)
  if (half && halves === 'left-out') return false
  if (half || cutsWord(text, span.end)) context.halfWords.push(line)
  return true
}

/**
 * Up to the end of the text, for a selection that ends just after it: some programs count a last line end that their text does
 * not have.
 */
function toTheEnd(
  context: ReadContext,
  text: string,
  { start, end, line }: RawSelection,
  read: OffsetReader,
): Span | null {
  const span = read(start, end - 1) ?? read(start, end - 2)
  if (span?.end !== text.length) return null
  problem(context, 'selection-past-end', pastEnd, line, 'warning')
  return span
}

const pastEnd =
  'The selection ends one or two characters after its text and is read up to the end of that. Look at its quote.'

const outside = 'The selection has no place in its text and is left out with its codings. Make it again.'
const elsewhere =
  'The words that the selection is named for stand elsewhere in its text: it is left out with its codings. Make it again.'

const halfWords =
  'The selection begins within a word, in a project of which many do not fit their text: it is left out with its codings. Make it again.'

function leaveOut(context: ReadContext, selection: RawSelection, code: string, message: string): void {
  problem(context, code, message, selection.line)
  listLost(context, selection)
}

function listLost({ list }: ReadContext, { line, codings, notes }: RawSelection): void {
  list.add('text-selection', line)
  list.add('coding', line, codings.length)
  list.add('note-place', line, notes.length)
}

/** Without a text no selection has a place; that the text is missing was said already. */
function leaveAllOut(context: ReadContext, { selections, line }: RawSource, { missing }: ProjectText): void {
  for (const selection of selections) listLost(context, selection)
  if (selections.length > 0 && missing !== true)
    problem(
      context,
      'selection-outside-text',
      `The text of the source is empty: its ${selections.length} selections are left out with their codings. Export the project again.`,
      line,
    )
}

/**
 * The stretches of a source on which its notes stand.
 *
 * @returns the notes that stand on no stretch of it
 */
export function readStretches(
  reading: SourceReading,
  source: Source,
  { notes }: RawSource,
  text: ProjectText,
): readonly string[] {
  const { context, encoding } = reading
  if (notes.length === 0) return notes
  const exact = offsetReader(text, encoding)
  return notes.filter(guid => {
    const stretch = context.notes.get(guid)?.stretch
    const span = stretch && !context.placedNotes.has(guid) ? exact(stretch.start, stretch.end) : null
    if (stretch === undefined || span === null) return true
    context.placedNotes.add(guid)
    readSelection(reading, source, stretch, span, false)
    return false
  })
}
