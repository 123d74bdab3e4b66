import type { XmlElement } from '@codeerbank/archive'
import { descriptionOf, partOf, partsOf, textOf } from './element-parts.ts'
import { normaliseGuid } from './guid.ts'
import type { NotCarriedId, NotCarriedList } from './not-carried.ts'
import type { RawCoding, RawSelection, RawSource } from './raw-project.ts'
import { guidOfElement, noteRefs, type RawReading, rawCoding, rawSelection } from './raw-selection.ts'

/**
 * The texts that stand for a page or recording, with what is marked there: what has the GUID of a selection of the text adds
 * to that, what carries its words is looked for in the text, and the rest is listed.
 *
 * @param marks elements such as `PDFSelection`
 * @param what the mark is where it is lost
 */
export function withMarks(
  texts: readonly RawSource[],
  marks: readonly XmlElement[],
  what: Extract<NotCarriedId, 'pdf-selection' | 'media-selection'>,
  reading: RawReading,
): readonly RawSource[] {
  if (marks.length === 0) return texts
  const selections = texts.map(text => [...text.selections])
  const places = new Map<string, { readonly of: RawSelection[]; readonly at: number }>()
  for (const of of selections)
    of.forEach(({ guid }, at) => {
      places.set(guid, { of, at })
    })
  const [first] = texts
  let there: ReadonlySet<string> | undefined
  const coded = (guid: string) => {
    there ??= new Set(
      texts.flatMap(text => text.selections.flatMap(({ codings }) => codings.map(each => each.guid))),
    )
    return there.has(guid)
  }
  for (const mark of marks) {
    const twin = places.get(guidOfElement(mark))
    const words = wordsOf(mark)
    if (twin !== undefined) twin.of[twin.at] = withTwin(twin.of[twin.at]!, mark, reading)
    else if (first !== undefined && words !== undefined) {
      const nowhere = { start: Number.NaN, end: Number.NaN }
      selections[0]!.push({ ...rawSelection(mark, nowhere, first.guid, reading), words })
    } else listMark(mark, what, reading.list, coded)
  }
  return texts.map((text, i) => ({ ...text, selections: selections[i]! }))
}

/** The words that a mark on a page covers (REFI-QDA `Representation` of a `PDFSelection`). */
function wordsOf(mark: XmlElement): string | undefined {
  const representation = partOf(mark, 'Representation')
  const words = representation && textOf(representation, 'PlainTextContent')
  return words === undefined || words.trim() === '' ? undefined : words
}

/** @param coded the GUIDs of codings that stand in the text: some programs tell each one there and on the page */
function listMark(
  mark: XmlElement,
  what: NotCarriedId,
  list: NotCarriedList,
  coded: (guid: string) => boolean,
): void {
  list.add(what, mark.line)
  list.add('note-place', mark.line, noteRefs(mark).length)
  const lost = partsOf(mark, 'Coding').filter(({ attributes }) => {
    const guid = normaliseGuid(attributes.guid)
    return guid === null || !coded(guid)
  })
  list.add('coding', mark.line, lost.length)
}

/** A selection of the text with what its twin on the page has more: programs tell each coding there again, some under another GUID. */
function withTwin(selection: RawSelection, mark: XmlElement, reading: RawReading): RawSelection {
  const description = descriptionOf(mark)
  if (
    description !== undefined &&
    selection.description !== undefined &&
    selection.description !== description
  )
    reading.list.add('second-description', mark.line)
  const codings = partsOf(mark, 'Coding').map(part => rawCoding(part, selection.guid, reading, selection))
  return {
    ...selection,
    description: selection.description ?? description,
    codings: [...selection.codings, ...furtherCodings(selection.codings, codings)],
    notes: [...new Set([...selection.notes, ...noteRefs(mark)])],
  }
}

/** The codings that are not among those there by GUID, nor by code and user. */
export function furtherCodings(
  there: readonly RawCoding[],
  codings: readonly RawCoding[],
): readonly RawCoding[] {
  const known = new Set(there.flatMap(({ guid, code, by }) => [guid, `${code}|${by}`]))
  return codings.filter(({ guid, code, by }) => !known.has(guid) && !known.has(`${code}|${by}`))
}
