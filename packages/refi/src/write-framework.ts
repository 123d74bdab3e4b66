import { type Case, labelText, type Variable } from '@codeerbank/core'
import type { Element } from 'xast'
import { frameAsSet } from './frame-as-set.ts'
import { guidOf } from './guid.ts'
import { type SourceField, sourceFieldNames, sourceFields } from './refi-names.ts'
import { remainderOf } from './remainder.ts'
import { memoKey, type WriteContext } from './write-context.ts'
import { writeValues } from './write-values.ts'
import { carriable, piece } from './xml-piece.ts'

/** The coders (REFI-QDA `User`). */
export function* writeUsers({ study, lines }: WriteContext): Generator<Element> {
  for (const { id, label } of study.coders) {
    const guid = guidOf('coder', id)
    lines.add('coder', id, guid, remainderOf({ label }, { label: carriable(label) }))
    yield piece('User', { guid, name: label })
  }
}

const types = { text: 'Text', number: 'Float', boolean: 'Boolean', date: 'Date' } as const

/** The variables, and those that say of a source what REFI-QDA has no attribute for. */
export function* writeVariables({ study, language, lines }: WriteContext): Generator<Element> {
  const onCases = new Set(study.cases.flatMap(({ values }) => Object.keys(values)))
  const onSources = new Set(study.sources.flatMap(({ values }) => Object.keys(values ?? {})))
  for (const variable of study.variables) {
    const { id } = variable
    const guid = guidOf('variable', id)
    const name = labelText(variable.label, language)
    const plain = {
      id,
      label: { [language]: carriable(name) },
      on: onCases.has(id) || !onSources.has(id) ? 'case' : 'source',
      type: variable.type,
    }
    const rest = remainderOf(variable, plain)
    // A variable that is on cases and sources at once would be read as two.
    lines.add(
      'variable',
      id,
      guid,
      onCases.has(id) && onSources.has(id) ? { on: variable.on, ...rest } : rest,
    )
    yield piece('Variable', { guid, name, typeOfVariable: typeOf(variable, study.cases, study.sources) })
  }
  for (const field of usedFields(study.sources)) {
    const { guid, name, type } = sourceFields[field]
    yield piece('Variable', { guid, name, typeOfVariable: type })
  }
}

type Valued = { readonly values?: Case['values'] }

/** A variable of numbers is one of integers as long as it has no others, of days as long as it has no times. */
function typeOf({ id, type }: Variable, cases: readonly Valued[], sources: readonly Valued[]): string {
  const fits = (test: (value: unknown) => boolean) =>
    [cases, sources].every(list =>
      list.every(({ values = {} }) => {
        const value = Object.hasOwn(values, id) ? values[id] : null
        return value === null || value === undefined || test(value)
      }),
    )
  if (type === 'number' && fits(Number.isInteger)) return 'Integer'
  if (type === 'date' && !fits(value => !/T/.test(String(value)))) return 'DateTime'
  return types[type]
}

function usedFields(sources: readonly { readonly [F in SourceField]?: unknown }[]): readonly SourceField[] {
  return sourceFieldNames.filter(field => sources.some(source => source[field] !== undefined))
}

/** The cases with their sources. */
export function* writeCases(context: WriteContext): Generator<Element> {
  const { study, language, lines, memos } = context
  const sources = Map.groupBy(study.sources, source => source.case)
  for (const each of study.cases) {
    const guid = guidOf('case', each.id)
    const name = labelText(each.label, language)
    const { pieces, plain } = writeValues(context, each.values)
    const rest = remainderOf(each, { id: each.id, label: { [language]: carriable(name) }, values: plain })
    lines.add('case', each.id, guid, rest)
    const description = memos.get(memoKey({ type: 'case', id: each.id }))?.description
    yield piece(
      'Case',
      { guid, name },
      ...(description === undefined ? [] : [piece('Description', {}, description)]),
      ...pieces,
      ...(sources.get(each.id) ?? []).map(({ id }) =>
        piece('SourceRef', { targetGUID: guidOf('source', id) }),
      ),
    )
  }
}

/** The frames as sets of codes (REFI-QDA `Set`). */
export function* writeSets({ study, language, lines, memos }: WriteContext): Generator<Element> {
  const labels = new Map(study.codes.map(({ id, label }) => [id, label]))
  for (const frame of study.frames) {
    const { id } = frame
    const guid = guidOf('frame', id)
    const { name, codes, rest } = frameAsSet(frame, labels, language)
    lines.add('frame', id, guid, rest)
    const placed = memos.get(memoKey({ type: 'frame', id }))
    yield piece(
      'Set',
      { guid, name },
      ...(placed?.description === undefined ? [] : [piece('Description', {}, placed.description)]),
      ...codes.map(code => piece('MemberCode', { targetGUID: guidOf('code', code) })),
      ...(placed?.notes ?? []).map(targetGUID => piece('MemberNote', { targetGUID })),
    )
  }
}
