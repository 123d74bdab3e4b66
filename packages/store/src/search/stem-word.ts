import type { Language } from '@codeerbank/core'
import { stemmer as dutch } from '@orama/stemmers/dutch'
import { stemmer as english } from '@orama/stemmers/english'

const stemmers: Readonly<Record<Language, (word: string) => string>> = { nl: dutchStem, en: english }

/** Snowball takes off "-en" and leaves "bedrijv" and "huiz", where the word by itself is "bedrijf" and "huis". */
function dutchStem(word: string): string {
  return dutch(word).replace(/[vz]$/, last => (last === 'v' ? 'f' : 's'))
}

/** Gives the stem of folded words in one language, by Snowball's rules and one more; remembers those that it has seen. */
export function stemmerFor(language: Language): (word: string) => string {
  const seen = new Map<string, string>()
  const stem = stemmers[language]
  return word => {
    let found = seen.get(word)
    if (found === undefined) {
      found = stem(word) || word
      seen.set(word, found)
    }
    return found
  }
}
