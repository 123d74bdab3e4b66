import { type Language, labelText, type Table } from '@codeerbank/core'
import { wording } from './wording.ts'

/** What is said below a plain table, a paragraph each: that it has no rows, what its numbers count, and its note. */
export function tableNotes({ rows, unit, note }: Table, language: Language): readonly string[] {
  return [
    ...(rows.length === 0 ? [wording.nothing[language]] : []),
    ...(unit === undefined ? [] : [`${wording.unit[language]}: ${labelText(unit, language)}.`]),
    ...(note === undefined ? [] : [labelText(note, language)]),
  ]
}
