import type { Frame } from '@codeerbank/core'
import { outputNames } from './output-names.ts'

/** What a build calls its other files, whatever they end in. */
const others = [
  ...[
    'index',
    'manifest',
    'tables',
    'segments',
    'codings',
    'codebook',
    'annotations',
    'atlas-ti',
    'datapackage',
  ],
  ...[
    'cases',
    'census',
    'participants',
    'codes-by-case',
    'agreement',
    'disagreements',
    'claims',
    'co-occurrence',
  ],
  ...[
    'saturation',
    'recoding-debt',
    'words',
    'quotes',
    'memos',
    'code-tree',
    'themes-by-case',
    'co-occurrence-network',
  ],
]

/** How the names of other files begin. */
const begun = /^(?:fragility|framework|portrait)-/i

/**
 * What the tables of frames are called in file names and on the command line, by the id of each frame: `table-8`, or the id where
 * it has no number; never what another file of a build is called, and never a path.
 */
export function tableNames(frames: readonly Pick<Frame, 'id' | 'table'>[]): ReadonlyMap<string, string> {
  const numbered = frames.flatMap(({ table }) => (table === undefined ? [] : [`table-${table}`]))
  const unnumbered = frames.filter(({ table }) => table === undefined).map(({ id }) => id)
  const names = outputNames(
    unnumbered.map(id => (begun.test(id) ? `frame-${id}` : id)),
    [...others, ...numbered],
  )
  const named = new Map(unnumbered.map((id, i) => [id, names[i]!]))
  return new Map(frames.map(({ id, table }) => [id, table === undefined ? named.get(id)! : `table-${table}`]))
}
