import { type Case, type Coder, type InterviewForm, interviewForms, unknownTime } from '@codeerbank/core'
import { uuidOf } from './guid.ts'

export const projectNamespace = 'urn:QDA-XML:project:1.0'
export const codebookNamespace = 'urn:QDA-XML:codebook:1.0'

/** Who makes what a project names no user for. */
export const importerId = 'refi-qda'

/** Who made the codings of a project that names no user for them. */
export const unknownCoder: Coder = { id: 'onbekend', label: 'Onbekend' }

/** Where sources go that a project puts in no case. */
export const caseless: Case = {
  id: 'zonder-casus',
  label: { nl: 'Zonder casus', en: 'Without a case' },
  values: {},
}

/** The note in which a project carries what the standard has no place for. */
export const supplement = {
  guid: uuidOf('supplement'),
  name: 'Codeerbank',
  description:
    'What REFI-QDA has no place for, for Codeerbank to read back. Wat in REFI-QDA geen plaats heeft, zodat Codeerbank het terug kan lezen.',
} as const

/** What is known of a source beside its text, as variables that other programs show too. */
export const sourceFields = {
  kind: { guid: uuidOf('source-field:kind'), name: 'Codeerbank: soort bron', type: 'Text' },
  form: { guid: uuidOf('source-field:form'), name: 'Codeerbank: vorm van interview', type: 'Text' },
  date: { guid: uuidOf('source-field:date'), name: 'Codeerbank: datum', type: 'Date' },
  activities: { guid: uuidOf('source-field:activities'), name: 'Codeerbank: activiteiten', type: 'Integer' },
  language: { guid: uuidOf('source-field:language'), name: 'Codeerbank: taal', type: 'Text' },
} as const

export type SourceField = keyof typeof sourceFields

export const sourceFieldNames = Object.keys(sourceFields) as readonly SourceField[]

export function isInterviewForm(text: string): text is InterviewForm {
  return (interviewForms as readonly string[]).includes(text)
}

/** A number of activities as a project bears it, and as it is read. */
export function isActivities(text: string): boolean {
  return /^[1-9]\d{0,8}$/.test(text)
}

/** `xsd:dateTime` as every program reads it: with seconds and a zone. */
const xsdTime =
  /^\d{4}-(?:0[1-9]|1[0-2])-\d{2}T[0-2]\d:[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d)$/

/** Whether a time of a study can stand in a project as it is. */
export function isXsdTime(time: string): boolean {
  if (!xsdTime.test(time) || time.startsWith('0000') || Number.isNaN(Date.parse(time))) return false
  // A 30th of February would be read as the day after the last.
  return Number(time.slice(8, 10)) <= 28 || isDay(time.slice(0, 10))
}

/** A time as a project bears it; nothing for a time that is not known. */
export function timeAttribute(time: string): string | undefined {
  return time !== unknownTime && isXsdTime(time) ? time : undefined
}

/** Whether a text is a day of the calendar, `2024-03-12`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
