import { byId, type Language, labelText, type Source, type Study } from '@codeerbank/core'

/** A source by its title, and by its case where others have the same title. */
export function sourceName(
  { sources, cases }: Pick<Study, 'sources' | 'cases'>,
  { title, case: of }: Source,
  language: Language,
): string {
  if (sources.filter(source => source.title === title).length === 1) return title
  return `${title} (${labelText(byId(cases, of)?.label ?? { nl: of }, language)})`
}
