import type { XmlElement } from '@codeerbank/archive'
import { descriptionOf, partsOf, textOf } from './element-parts.ts'
import { guidOfId } from './guid.ts'
import type { NotCarriedList } from './not-carried.ts'
import type { RawSource, SyncPoint } from './raw-project.ts'
import {
  countModified,
  guidOfElement,
  noteRefs,
  type RawReading,
  rawCoding,
  rawSelection,
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
  const [representation] = partsOf(element, 'Representation')
  const text = representation && rawText(representation, element, guid, reading)
  const marked = new Map(text?.selections.map(selection => [selection.guid, selection]))
  for (const selection of partsOf(element, 'PDFSelection')) {
    const codings = partsOf(selection, 'Coding')
    // What is marked in the text is marked on the page too, under the same GUID.
    const twin = marked.get(guidOfElement(selection))
    if (twin !== undefined) {
      const there = new Set(twin.codings.map(coding => coding.guid))
      list.add('coding', selection.line, codings.filter(each => !there.has(guidOfElement(each))).length)
      continue
    }
    list.add('pdf-selection', selection.line)
    list.add('coding', selection.line, codings.length)
    list.add('note-place', selection.line, noteRefs(selection).length)
  }
  if (text !== undefined) return [text]
  leftOut(element, list)
  return []
}

function rawPicture(element: XmlElement, guid: string, reading: RawReading): readonly RawSource[] {
  const { list } = reading
  list.add('media', element.line)
  lostSelections(element, 'PictureSelection', list)
  const [text] = partsOf(element, 'TextDescription')
  if (text !== undefined) return [rawText(text, element, guid, reading)]
  leftOut(element, list)
  return []
}

function rawMedia(element: XmlElement, guid: string, reading: RawReading): readonly RawSource[] {
  const { list } = reading
  list.add('media', element.line)
  lostSelections(element, element.name === 'AudioSource' ? 'AudioSelection' : 'VideoSelection', list)
  const transcripts = partsOf(element, 'Transcript')
  if (transcripts.length === 0) leftOut(element, list)
  return transcripts.map((transcript, i) =>
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

function lostSelections(element: XmlElement, name: string, list: NotCarriedList): void {
  for (const selection of partsOf(element, name)) {
    list.add('media-selection', selection.line)
    list.add('note-place', selection.line, noteRefs(selection).length)
    list.add('coding', selection.line, partsOf(selection, 'Coding').length)
  }
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
  const positions = new Map(syncPoints.map(point => [point.guid, point.position]))
  const codings = both.flatMap(each => partsOf(each, 'Coding').map(part => rawCoding(part, guid, reading)))
  return {
    guid,
    title: whole.attributes.name || attributes.name || '',
    line,
    path: attributes.plainTextPath || undefined,
    content: textOf(element, 'PlainTextContent'),
    description: descriptions[0],
    by: guidOfId(whole.attributes.creatingUser ?? attributes.creatingUser),
    at: whole.attributes.creationDateTime ?? attributes.creationDateTime,
    selections: [
      ...partsOf(element, 'PlainTextSelection').map(part =>
        rawSelection(
          part,
          {
            start: wholeNumber(part.attributes.startPosition),
            end: wholeNumber(part.attributes.endPosition),
          },
          guid,
          reading,
        ),
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

function syncPoint(element: XmlElement): readonly SyncPoint[] {
  const position = wholeNumber(element.attributes.position)
  const time = wholeNumber(element.attributes.timeStamp)
  return Number.isNaN(position) || Number.isNaN(time)
    ? []
    : [{ guid: guidOfElement(element), position, time }]
}

function wholeNumber(text: string | undefined): number {
  return text !== undefined && /^\s*[+-]?\d{1,15}\s*$/.test(text) ? Number(text) : Number.NaN
}
