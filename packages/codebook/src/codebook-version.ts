import { createHash } from 'node:crypto'
import { type Codebook, type Label, type Study, stableJson } from '@codeerbank/core'

/**
 * The version of a codebook: the same for the same codes and frames, whatever they went through, and another as soon as a name, a
 * definition, a place or a row differs.
 *
 * @returns the first 12 hexadecimal digits of a SHA-256
 */
export function codebookVersion({ codes, frames }: Pick<Codebook, 'codes' | 'frames'>): string {
  const said = stableJson([codes.map(({ version: _, ...code }) => code), frames])
  return createHash('sha256').update(said).digest('hex').slice(0, 12)
}

/** What is said below what is made with a frozen codebook: its round, since when, and its version; nothing of one that may change. */
export function frozenNote(study: Pick<Study, 'codes' | 'frames' | 'frozen'>): Label | undefined {
  const { frozen } = study
  if (frozen === undefined) return undefined
  const day = frozen.at.slice(0, 10)
  const version = codebookVersion(study)
  return {
    nl: `Codeboek: ${frozen.round}, vastgezet op ${day}, versie ${version}.`,
    en: `Codebook: ${frozen.round}, frozen on ${day}, version ${version}.`,
  }
}
