import type { Problem } from '@codeerbank/core'
import { type FieldKey, fieldNames } from './field-keys.ts'
import type { OutlineEntry, OutlineField } from './read-outline.ts'

/** The fields of an entry by key, in the order of the file. */
export type Fields = ReadonlyMap<FieldKey, readonly OutlineField[]>

/**
 * Sorts the fields of an entry, and reports those that do not belong there or say twice what can be said once (the
 * last then counts).
 *
 * @param what what the entry is, for messages: `a code`
 * @param once the fields that may stand there once
 * @param often the fields that may stand there several times
 */
export function readFields(
  entry: OutlineEntry,
  what: string,
  once: readonly FieldKey[],
  often: readonly FieldKey[],
  problems: Problem[],
): Fields {
  const fields = new Map<FieldKey, OutlineField[]>()
  for (const field of entry.fields) {
    const { key } = field
    const name = fieldNames[key][0]
    if (!once.includes(key) && !often.includes(key)) {
      report(
        field,
        'misplaced-field',
        `The field "${name}" says nothing of ${what}, and it was not read. Remove or move it.`,
      )
      continue
    }
    const same = fields.get(key)
    if (same === undefined) fields.set(key, [field])
    else {
      same.push(field)
      if (once.includes(key))
        report(
          field,
          'duplicate-field',
          `The field "${name}" stands here twice; the last counts. Remove one.`,
        )
    }
  }
  return fields

  function report(field: OutlineField, code: string, message: string): void {
    problems.push({ code, severity: 'warning', message, place: { line: field.line } })
  }
}

/**
 * The value of a field that stands there once.
 *
 * @param read gives the value, or `undefined` for a text that is none
 * @param expected what the values are, for the problem `wrong-value`
 */
export function readValue<T>(
  fields: Fields,
  key: FieldKey,
  read: (text: string) => T | undefined,
  expected: string,
  problems: Problem[],
): T | undefined {
  const field = fields.get(key)?.at(-1)
  if (field === undefined) return undefined
  const value = read(field.text)
  if (value === undefined)
    problems.push({
      code: 'wrong-value',
      severity: 'error',
      message: `The field "${fieldNames[key][0]}" cannot be "${field.text}". Write ${expected}.`,
      place: { line: field.line },
    })
  return value
}

export function readYesNo(text: string): boolean | undefined {
  const word = text.trim().toLowerCase()
  if (['yes', 'ja', 'true'].includes(word)) return true
  return ['no', 'nee', 'false'].includes(word) ? false : undefined
}

export function readNumber(text: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(text.trim()) ? Number(text) : undefined
}
