import { createHash } from 'node:crypto'
import { segmentsInDoubt } from '@codeerbank/analysis'
import { codebookVersion } from '@codeerbank/codebook'
import { type Codebook, labelText, type Study, stableJson } from '@codeerbank/core'
import type { LogHead } from '@codeerbank/store'
import type { FileContent, StudyOutput } from './study-outputs.ts'
import { version } from './version.ts'

export const manifestFile = 'manifest.json'

/**
 * Makes outputs that remember the hash of what they gave, and the file that lists them: with it anyone can see whether a
 * table is what this study gives.
 *
 * @param head where the history stands that the study was taken from, where it has one
 */
export function withManifest(
  study: Study,
  codebook: Codebook,
  outputs: readonly Pick<StudyOutput, 'file' | 'make'>[],
  head?: LogHead,
): readonly Pick<StudyOutput, 'file' | 'make'>[] {
  const hashes = new Map<string, string>()
  const remembered = outputs.map(({ file, make }) => ({
    file,
    make: async () => {
      const content = await make()
      hashes.set(file, sha256(content))
      return content
    },
  }))
  const manifest = () => {
    const content = {
      program: 'codeerbank',
      version,
      study: {
        title: labelText(study.title, study.language),
        sha256: sha256(stableJson(study)),
        ...waitingIn(study),
        ...(head === undefined ? {} : { head }),
      },
      codebook: {
        version: codebookVersion(codebook),
        ...(study.frozen === undefined ? {} : { round: study.frozen.round }),
      },
      files: outputs.map(({ file }) => ({ file, sha256: hashes.get(file) })),
    }
    return `${JSON.stringify(content, null, 2)}\n`
  }
  return [...remembered, { file: manifestFile, make: manifest }]
}

/** How many segments wait for a person since their source was corrected: CSV files have no room for a note. */
function waitingIn(study: Study) {
  const waiting = segmentsInDoubt(study)
  if (waiting.length === 0) return {}
  const lost = waiting.filter(({ verdict }) => verdict === 'lost').length
  return { waiting: { changed: waiting.length - lost, lost } }
}

function sha256(content: FileContent): string {
  return createHash('sha256').update(content).digest('hex')
}
