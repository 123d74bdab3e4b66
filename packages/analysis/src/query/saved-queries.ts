import type { Study } from '@codeerbank/core'
import { parseQuery } from './parse-query.ts'
import type { Query } from './query.ts'

/**
 * The saved queries of a study by id, each read from its text.
 *
 * @throws StudyError where one cannot be read
 */
export function savedQueries(study: Study): Readonly<Record<string, Query>> {
  return Object.fromEntries(study.queries.map(({ id, text }) => [id, parseQuery(text, study)]))
}
