import type { XmlElement } from '@codeerbank/archive'
import { descriptionOf, partsOf, textOf } from './element-parts.ts'
import { guidOfId } from './guid.ts'
import type { NotCarriedList } from './not-carried.ts'
import { withMarks } from './raw-marks.ts'
import type { RawSource, SyncPoint } from './raw-project.ts'
import {
  countModified,
  guidOfElement,
  makerOf,
  noteRefs,
  positionsOf,
  type RawReading,
  rawCoding,
  rawSelection,
  timeMade,
  wholeNumber,
} from './raw-selection.ts'

/** The elements of a project's `Sources`: those with a text, and the GUID of each with those that stand for it. */
export function rawSources(
  element: XmlElement,
  reading: RawReading,
): { readonly guid: string; readonly sources: readonly RawSource[] } {
  const guid = guidOfElement(element)
  const { name } = element
  if (name === 'TextSource') return { guid, sources: [rawText(element, element, guid, reading)] }
  if (name === 'PDFSource') return { guid, sources: rawPdf(element, guid, reading) }
  if (name === 'PictureSource') return { guid, sources: rawPicture(element, guid, reading) }
  if (name === 'AudioSource' || name === 'VideoSource')
    return { guid, sources: rawMedia(element, guid, reading) }
  reading.list.add('unknown', element.line)
  return { guid, sources: [] }
}

function rawPdf(element: XmlElement, guid: string, reading: RawReading): readonly RawSource[] {
  const { list } = reading
  list.add('pdf-page', element.line)
  const [representation, ...more] = partsOf(element, 'Representation')
  list.add('unknown', element.line, more.length)
  // Some programs name the text on the PDF itself.
  const holder = representation ?? (element.attributes.plainTextPath === undefined ? undefined : element)
  const texts = holder === undefined ? [] : [rawText(holder, element, guid, reading)]
  if (texts.length === 0) leftOut(element, list)
  return withMarks(texts, partsOf(element, 'PDFSelection'), 'pdf-selection', reading)
}

function rawPicture(element: XmlElement, guid: string, reading: RawReading): readonly RawSource[] {
  const { list } = reading
  list.add('media', element.line)
  const [description, ...more] = partsOf(element, 'TextDescription')
  list.add('unknown', element.line, more.length)
  const texts = description === undefined ? [] : [rawText(description, element, guid, reading)]
  if (texts.length === 0) leftOut(element, list)
  return withMarks(texts, partsOf(element, 'PictureSelection'), 'media-selection', reading)
}

function rawMedia(element: XmlElement, guid: string, reading: RawReading): readonly RawSource[] {
  const { list } = reading
  list.add('media', element.line)
  const transcripts = partsOf(element, 'Transcript')
  if (transcripts.length === 0) leftOut(element, list)
  const texts = transcripts.map((transcript, i) =>
    // The first transcript stands for the recording, under its own GUID.
    rawText(
      transcript,
      i === 0
        ? element
        : {
            ...element,
            attributes: { ...element.attributes, ...named(transcript) },
            children: partsOf(element, 'VariableValue'),
          },
      guidOfElement(transcript) || guid,
      reading,
    ),
  )
  const marks = partsOf(element, element.name === 'AudioSource' ? 'AudioSelection' : 'VideoSelection')
  return withMarks(texts, marks, 'media-selection', reading)
}

/** The name of a transcript, where it has one. */
function named({ attributes: { name } }: XmlElement): { readonly name?: string } {
  return name ? { name } : {}
}

/** What stands on a source that is not carried. */
function leftOut(element: XmlElement, list: NotCarriedList): void {
  list.add('coding', element.line, partsOf(element, 'Coding').length)
  list.add('note-place', element.line, noteRefs(element).length)
}

/**
 * A text with its selections.
 *
 * @param element what holds the text
 * @param whole what it stands for: the same, or the recording, page or picture that it is the text of
 */
function rawText(element: XmlElement, whole: XmlElement, guid: string, reading: RawReading): RawSource {
  const { list } = reading
  const { attributes, line } = element
  if (attributes.richTextPath !== undefined) list.add('rich-text', line)
  const both = whole === element ? [element] : [whole, element]
  for (const each of both) countModified(each, list)
  const descriptions = both.flatMap(each => descriptionOf(each) ?? [])
  list.add('second-description', line, Math.max(0, descriptions.length - 1))
  const points = partsOf(element, 'SyncPoint')
  const syncPoints = points.flatMap(syncPoint)
  list.add('sync-point', line, points.length - syncPoints.length)
  // A selection needs the places of its points only, not their times.
  const positions = new Map(
    points.map(point => [guidOfElement(point), wholeNumber(point.attributes.position)]),
  )
  const codings = both.flatMap(each => partsOf(each, 'Coding').map(part => rawCoding(part, guid, reading)))
  return {
    guid,
    title: whole.attributes.name || attributes.name || titleOf(whole, element),
    line,
    path: attributes.plainTextPath || undefined,
    content: textOf(element, 'PlainTextContent'),
    rich: attributes.richTextPath !== undefined,
    description: descriptions[0],
    by: guidOfId(makerOf(whole.attributes) ?? makerOf(attributes)),
    at: timeMade(whole.attributes) ?? timeMade(attributes),
    selections: [
      ...partsOf(element, 'PlainTextSelection').map(part =>
        rawSelection(part, positionsOf(part), guid, reading),
      ),
      ...partsOf(element, 'TranscriptSelection').map(part => {
        const point = (name: string) => positions.get(guidOfId(part.attributes[name]) ?? '') ?? Number.NaN
        const span = { start: point('fromSyncPoint'), end: point('toSyncPoint') }
        return { ...rawSelection(part, span, guid, reading), synced: true }
      }),
    ],
    codings,
    notes: both.flatMap(noteRefs),
    values: both.flatMap(each => partsOf(each, 'VariableValue')),
    syncPoints,
  }
}

/** The name of its file, for a source that has no name at all. */
function titleOf(...elements: readonly XmlElement[]): string {
  if (elements.some(({ attributes }) => attributes.name !== undefined)) return ''
  const paths = elements.flatMap(({ attributes: { path, plainTextPath } }) => path ?? plainTextPath ?? [])
  return paths[0]?.split(/[/\\]/).at(-1) ?? ''
}

function syncPoint(element: XmlElement): readonly SyncPoint[] {
  const position = wholeNumber(element.attributes.position)
  const time = wholeNumber(element.attributes.timeStamp)
  return Number.isNaN(position) || Number.isNaN(time)
    ? []
    : [{ guid: guidOfElement(element), position, time }]
}
