/** The languages in which every label that a person sees exists. */
export const languages = ['nl', 'en'] as const

export type Language = (typeof languages)[number]

/** A text that a person sees, in Dutch, in English or in both; at least one of the two is there. */
export interface Label {
  readonly nl?: string
  readonly en?: string
}

/**
 * The text of a label in one language, or in the other where that one is missing.
 *
 * @param label the label
 * @param language the language wanted
 * @returns the text; an empty string for a label without any text
 */
export function labelText(label: Label, language: Language): string {
  return label[language] ?? label.nl ?? label.en ?? ''
}

/** The notes that there are as one, to be below a table; nothing where there is none. */
export function notesBelow(...notes: readonly (Label | undefined)[]): { readonly note?: Label } {
  const there = notes.filter(note => note !== undefined)
  if (there.length === 0) return {}
  const all = (language: Language) => there.map(note => labelText(note, language)).join(' ')
  return { note: { nl: all('nl'), en: all('en') } }
}
