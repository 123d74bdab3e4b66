import type { Language, Study } from '@codeerbank/core'

const nouns = {
  en: [
    ['case', 'cases'],
    ['source', 'sources'],
    ['word', 'words'],
    ['code', 'codes'],
    ['segment', 'segments'],
    ['coding', 'codings'],
    ['coder', 'coders'],
  ],
  nl: [
    ['casus', 'casussen'],
    ['bron', 'bronnen'],
    ['woord', 'woorden'],
    ['code', 'codes'],
    ['fragment', 'fragmenten'],
    ['codering', 'coderingen'],
    ['codeur', 'codeurs'],
  ],
} as const satisfies Readonly<Record<Language, readonly (readonly [one: string, many: string])[]>>

/** A study in one line of figures. */
export function summaryOf(study: Study, language: Language = 'en'): string {
  const words = study.sources.reduce((sum, source) => sum + countWords(source.text), 0)
  const { cases, sources, codes, segments, codings, coders } = study
  const counts = [cases, sources, null, codes, segments, codings, coders].map(list => list?.length ?? words)
  return nouns[language].map(([one, many], i) => `${counts[i]} ${counts[i] === 1 ? one : many}`).join(', ')
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu)?.length ?? 0
}
