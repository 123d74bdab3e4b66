import type { Source } from '@codeerbank/core'
import { stemOf } from '../source-text.ts'
import { foldName } from './code-names.ts'

/**
 * Finds a source by what a report calls its document; `ambiguous` where several go by the name.
 *
 * @param quotation the number of the quotation, such as `3:12`: of document 3 the twelfth
 */
export type SourceFinder = (document: string, quotation?: string) => Source | 'ambiguous' | undefined

/**
 * Makes a function that finds sources by title, id or file name, with or without the ending of the file, the folder that it
 * is in, the number that ATLAS.ti puts before a document (`3: Interview`; `3 Interview` where the quotation's number is of
 * document 3 too) or the id that we put behind one.
 */
export function sourceFinder(sources: readonly Source[]): SourceFinder {
  const tiers: Map<string, Source | 'ambiguous'>[] = []
  const enter = (tier: number, name: string, source: Source) => {
    tiers[tier] ??= new Map()
    const known = tiers[tier].get(name)
    tiers[tier].set(name, known === undefined || known === source ? source : 'ambiguous')
  }
  for (const source of sources) {
    const { id, title, origin } = source
    enter(0, title, source)
    enter(1, `${title} (${id})`, source)
    enter(2, id, source)
    for (const name of [title, id, origin?.file])
      if (name !== undefined && name !== '') {
        enter(3, foldName(name), source)
        enter(4, foldName(stemOf(name)), source)
        enter(5, foldName(stemOf(name).replaceAll('_', ' ')), source)
      }
  }
  const find: SourceFinder = document => {
    let ambiguous = false
    const stem = foldName(stemOf(document))
    for (const name of [document, foldName(document), stem, foldName(stem.replaceAll('_', ' '))])
      for (const tier of tiers) {
        const found = tier.get(name)
        if (found === 'ambiguous') ambiguous = true
        else if (found !== undefined) return found
      }
    return ambiguous ? 'ambiguous' : undefined
  }
  return (document, quotation = '') => {
    const name = document.trim()
    const found =
      find(name) ?? find(name.replace(/^(?:(?:[DP]|Document|Dokument|Documento)\s*)?\d+\s*[:.]\s*/, ''))
    if (found !== undefined) return found
    const [, number, bare] = /^[DP]?\s*(\d+)(?:\s+[-–—]\s+|\s+)(\S.*)$/s.exec(name) ?? []
    return number !== undefined && /^\s*(\d+):\d+\s*$/.exec(quotation)?.[1] === number
      ? find(bare!)
      : undefined
  }
}
