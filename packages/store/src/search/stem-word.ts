import type { Language } from '@codeerbank/core'
import { stemmer as dutch } from '@orama/stemmers/dutch'
import { stemmer as english } from '@orama/stemmers/english'

const stemmers: Readonly<Record<Language, (word: string) => string>> = { nl: dutchStem, en: english }

/** Snowball takes off "-en" and leaves "bedrijv" and "huiz", where the word by itself is "bedrijf" and "huis". */
function dutchStem(word: string): string {
  return dutch(word).replace(/[vz]$/, last => (last === 'v' ? 'f' : 's'))
}

/** How many stems are remembered: more than a language has words, so that each is taken once, in however many texts. */
const mostRemembered = 500_000
const remembered: Readonly<Record<Language, Map<string, string>>> = { nl: new Map(), en: new Map() }

/** Gives the stem of folded words in one language, by Snowball's rules and one more. */
export function stemmerFor(language: Language): (word: string) => string {
  const seen = remembered[language]
  const stem = stemmers[language]
  return word => {
    let found = seen.get(word)
    if (found === undefined) {
      found = stem(word) || word
      if (word.length <= 40) {
        if (seen.size >= mostRemembered) seen.clear()
        seen.set(word, found)
      }
    }
    return found
  }
}
