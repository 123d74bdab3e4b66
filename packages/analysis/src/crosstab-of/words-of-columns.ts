import { byId, type Source, type Study, turnAt, voiceOf } from '@codeerbank/core'
import { scopedText } from '../words/text-scope.ts'
import { wordsOf } from '../words/words-of.ts'
import type { DimensionName } from './dimension.ts'

/**
 * How many words stand in each column of a crosstab: of its case, source, kind of source, month, value of a variable,
 * speaker or turn. Codes, code sets and coders have no words of their own: the same text has several of them.
 *
 * @param name the dimension of the columns
 * @param columns the headings that `crosstabOf` gave for it
 * @throws RangeError for columns that have no words of their own
 */
export function wordsOfColumns(
  study: Study,
  name: DimensionName,
  columns: readonly { readonly id: string }[],
): readonly number[] {
  const keyOf = keysOf(study, name)
  const words = new Map<string, number>()
  for (const { source, spans } of scopedText(study))
    for (const span of spans)
      for (const word of wordsOf(source.text, span.start, span.end)) {
        const key = keyOf(source, word.start, word.end)
        if (key !== undefined) words.set(key, (words.get(key) ?? 0) + 1)
      }
  return columns.map(({ id }) => words.get(id) ?? 0)
}

type KeyOf = (source: Source, start: number, end: number) => string | undefined

function keysOf(study: Study, name: DimensionName): KeyOf {
  if (typeof name === 'object') {
    if ('turnsOf' in name) return turnKey(study, name.turnsOf)
    if ('variable' in name) return variableKey(study, name.variable)
    throw wordless()
  }
  switch (name) {
    case 'cases':
      return source => source.case
    case 'sources':
      return source => source.id
    case 'kinds':
      return source => source.kind
    case 'times':
      return source => source.date?.slice(0, 7)
    case 'speakers':
      return (source, start, end) => voiceOf(source, turnAt(source, start, end))
    default:
      throw wordless()
  }
}

function wordless(): RangeError {
  return new RangeError(
    'Counts per 1,000 words need columns with words of their own: choose cases, sources, kinds, speakers, times, a variable or the turns of a source.',
  )
}

function turnKey(study: Study, sourceId: string): KeyOf {
  const turns = byId(study.sources, sourceId)?.turns ?? []
  const places = new Map(turns.map((turn, i) => [turn, i + 1]))
  return (source, start, end) => {
    const turn = source.id === sourceId ? turnAt(source, start, end) : undefined
    return turn === undefined ? undefined : `${sourceId}#${places.get(turn)}`
  }
}

function variableKey(study: Study, id: string): KeyOf {
  const on = byId(study.variables, id)?.on
  return (source, start, end) => {
    const values =
      on === 'case'
        ? byId(study.cases, source.case)?.values
        : on === 'source'
          ? source.values
          : byId(study.participants, voiceOf(source, turnAt(source, start, end)) ?? '')?.values
    const value = values !== undefined && Object.hasOwn(values, id) ? values[id] : null
    return value === null || value === undefined ? undefined : String(value)
  }
}
