import type { Label } from '@codeerbank/core'

/** Everything of a study that a study folder has no place for. */
export const folderNotCarried = {
  'definition-versions': {
    nl: 'eerdere versies van definities, en wat daaronder gecodeerd is',
    en: 'earlier versions of definitions, and what was coded under them',
  },
  'code-order': {
    nl: 'codes die niet in de volgorde van hun boom staan',
    en: 'codes that do not stand in the order of their tree',
  },
  'codebook-texts': {
    nl: 'codes en kaders met tekens die een codeboek niet houdt',
    en: 'codes and frames with characters that a codebook does not hold',
  },
  'text-characters': {
    nl: 'bronnen met tekens die een tekstbestand niet houdt',
    en: 'sources with characters that a text file does not hold',
  },
  origins: {
    nl: 'bestanden waar teksten eerder uit gelezen zijn',
    en: 'files that texts were read from before',
  },
  'segment-verdicts': {
    nl: 'wat correcties met fragmenten deden',
    en: 'what corrections did to segments',
  },
  'segment-surroundings': {
    nl: 'woorden om fragmenten heen die anders zijn dan in de tekst',
    en: 'words around segments that are not those of the text',
  },
  'lost-segments': {
    nl: 'fragmenten die hun tekst kwijt zijn, met hun coderingen',
    en: 'segments that lost their text, with their codings',
  },
} as const satisfies Readonly<Record<string, Label>>

export type FolderNotCarriedId = keyof typeof folderNotCarried

/** One thing that a study folder does not carry: what, how many, and the ids of the first few. */
export interface FolderNotCarried {
  readonly what: FolderNotCarriedId
  readonly count: number
  /** Ids of the study; five at most. */
  readonly where: readonly string[]
}

/** Counts what is not carried, in the order of `folderNotCarried`. */
export function folderLosses(
  found: Readonly<Record<FolderNotCarriedId, readonly string[]>>,
): readonly FolderNotCarried[] {
  return Object.keys(folderNotCarried)
    .filter((what): what is FolderNotCarriedId => Object.hasOwn(found, what))
    .map(what => ({ what, count: found[what].length, where: found[what].slice(0, 5) }))
    .filter(({ count }) => count > 0)
}
