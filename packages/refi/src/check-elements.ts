import type { XmlElement } from '@codeerbank/archive'
import { normaliseGuid } from './guid.ts'
import type { NotCarriedList } from './not-carried.ts'

const selected = ['Description', 'Coding', 'NoteRef']
const text = ['PlainTextContent', 'PlainTextSelection', 'VariableValue', ...selected]
const source = ['VariableValue', ...selected]

/** What the standard has within each element of a project. What has nothing in it is not named. */
const within: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    Codes: ['Code'],
    Code: ['Description', 'NoteRef', 'Code'],
    Variable: ['Description'],
    VariableValue: [
      ...['VariableRef', 'TextValue', 'BooleanValue', 'IntegerValue'],
      ...['FloatValue', 'DateValue', 'DateTimeValue'],
    ],
    Case: ['Description', 'CodeRef', 'VariableValue', 'SourceRef', 'SelectionRef'],
    TextSource: text,
    Representation: text,
    TextDescription: text,
    Note: text,
    PictureSource: ['TextDescription', 'PictureSelection', ...source],
    PDFSource: ['Representation', 'PDFSelection', ...source],
    AudioSource: ['Transcript', 'AudioSelection', ...source],
    VideoSource: ['Transcript', 'VideoSelection', ...source],
    Transcript: ['Description', 'PlainTextContent', 'SyncPoint', 'TranscriptSelection', 'NoteRef'],
    PlainTextSelection: selected,
    TranscriptSelection: selected,
    PictureSelection: selected,
    PDFSelection: ['Representation', ...selected],
    AudioSelection: selected,
    VideoSelection: selected,
    Coding: ['CodeRef', 'NoteRef'],
    Link: ['NoteRef'],
    Set: ['Description', 'MemberCode', 'MemberSource', 'MemberNote'],
  }).map(([name, names]) => [name, new Set(names)]),
)

/** Of these there are so many that they are checked as they are read. */
const checkedLater: ReadonlySet<string> = new Set(['PlainTextSelection', 'TranscriptSelection', 'Coding'])

/** Lists the elements within one that the standard does not know there, and the ids that are no GUIDs. */
export function checkElements(element: XmlElement, list: NotCarriedList): void {
  const pending = [element]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    checkElement(next, list)
    for (const child of next.children)
      if (typeof child !== 'string' && !checkedLater.has(child.name)) pending.push(child)
  }
}

/** The same, without what lies deeper. */
export function checkElement({ name, attributes, children, line }: XmlElement, list: NotCarriedList): void {
  const { guid } = attributes
  if (guid !== undefined && guid.length !== 36 && normaliseGuid(guid) === null) list.add('own-ids', line)
  const known = within.get(name)
  if (known === undefined) return
  for (const child of children)
    if (typeof child !== 'string' && !known.has(child.name)) list.add('unknown', child.line)
}
