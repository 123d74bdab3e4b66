import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { UsageError } from './terminal.ts'

/** The folders of a study in which every file is read. */
const read = ['sources', 'codings', 'participants']

/**
 * Refuses to write what a study gives among the files that it is made of, where it would be read as one of them.
 *
 * @throws UsageError where `out` lies in a folder of the study that is read whole
 */
export function refuseAmongSources(study: string, out: string): void {
  for (const name of read) {
    const way = relative(resolve(join(study, name)), resolve(out))
    if (isAbsolute(way) || way === '..' || way.startsWith(`..${sep}`)) continue
    throw new UsageError(
      `"${out}" lies among the ${name} of the study, and would be read as one of them. Name another place with --out.`,
    )
  }
}
