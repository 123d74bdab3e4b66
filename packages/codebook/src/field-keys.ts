/** The fields of codes, frames and rows, each with the names that a file may give it; the first is written. */
export const fieldNames = {
  id: ['id'],
  level: ['level', 'niveau'],
  origin: ['origin', 'herkomst'],
  qualifier: ['qualifier', 'aanduiding'],
  literature: ['literature', 'literatuur'],
  color: ['color', 'colour', 'kleur'],
  version: ['version', 'versie'],
  retired: ['retired', 'vervallen'],
  mergedInto: ['merged into', 'samengevoegd met'],
  frame: ['frame', 'kader'],
  table: ['table', 'tabel'],
  judged: ['judged', 'beoordeeld'],
  code: ['code'],
  hint: ['hint', 'aanwijzing'],
  topic: ['topic', 'onderwerp'],
} as const

export type FieldKey = keyof typeof fieldNames

const keys = new Map<string, FieldKey>()
for (const [key, names] of Object.entries(fieldNames))
  for (const name of names) keys.set(name, key as FieldKey)

/** The field that a name stands for, in any case; `undefined` for another name. */
export function fieldKey(name: string): FieldKey | undefined {
  return keys.get(name.toLowerCase().replace(/\s+/g, ' '))
}

/** All names of fields, for suggestions. */
export const allFieldNames: readonly string[] = [...keys.keys()]
