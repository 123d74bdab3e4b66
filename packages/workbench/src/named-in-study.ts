import { nameAdvice } from '@codeerbank/analysis'
import { codeFinder } from '@codeerbank/codebook'
import type { Study } from '@codeerbank/core'
import { UsageError } from './terminal.ts'

const plain = (text: string): string => text.normalize('NFC').toLowerCase()

/**
 * The id of a code that is named on the command line as in a query: by its id, its label or the end of its path.
 *
 * @throws UsageError for a name that no code has, with the nearest, or that several have
 */
export function codeNamed(study: Study, name: string): string {
  const found = codeFinder(study.codes)(name)
  if ('message' in found) throw new UsageError(found.message)
  return found.id
}

/**
 * The id of a case that is named on the command line as in a query: by its id or its label.
 *
 * @throws UsageError for a name that no case has, with the nearest
 */
export function caseNamed(study: Study, name: string): string {
  const names = study.cases.flatMap(({ id, label }) => [id, label.nl ?? '', label.en ?? ''])
  const found =
    study.cases.find(({ id }) => id === name) ??
    study.cases.find(({ id, label }) =>
      [id, label.nl, label.en].some(each => each !== undefined && plain(each) === plain(name)),
    )
  if (found === undefined) throw new UsageError(`The study has no case "${name}". ${nameAdvice(name, names)}`)
  return found.id
}
