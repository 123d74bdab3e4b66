import { byId, type Code, positionOf, type Study, StudyError } from '@codeerbank/core'
import { codesUnder } from '../codes-under.ts'
import type { StudyIndex } from '../study-index.ts'
import type { CodeScope } from './query.ts'

/** A study with its index. */
export interface Coded {
  readonly study: Study
  readonly index: StudyIndex
}

export function fault(code: string, message: string): StudyError {
  return new StudyError([{ code, severity: 'error', message }])
}

/** The positions of the codes that an operand means. */
export function codesOfScope({ study, index }: Coded, id: string, scope: CodeScope): readonly number[] {
  const at = positionOf(study.codes, id)
  if (at === -1) throw fault('unknown-code', `The study has no code "${id}".`)
  if (scope === 'self') return [at]
  if (scope === 'down') return codesUnder(study, index, [id])
  const { parent } = index.codes
  if (scope === 'siblings') return study.codes.flatMap((_: Code, i) => (parent[i] === parent[at] ? [i] : []))
  const up: number[] = []
  for (let code = at; code >= 0; code = parent[code]!) up.push(code)
  return up
}

/** The codes of a frame, or of one row of any frame, each with all below it. */
export function codesOfSet({ study, index }: Coded, name: string): readonly number[] {
  const frame = byId(study.frames, name)
  const rows = frame?.rows ?? study.frames.flatMap(each => each.rows.filter(row => row.id === name))
  if (rows.length === 0) {
    const names = study.frames.flatMap(each => [each.id, ...each.rows.map(row => row.id)])
    throw fault('unknown-set', `There is no code set "${name}". There are: ${names.join(', ') || 'none'}.`)
  }
  return codesUnder(
    study,
    index,
    rows.flatMap(row => row.codes),
  )
}
