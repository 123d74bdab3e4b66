import { type Problem, type Study, sourceKinds } from '@codeerbank/core'
import { nameAdvice } from '../unknown-name.ts'
import type { FilterField, Query } from './query.ts'

/**
 * Names in the filters of a query that the study does not have, so that nothing can answer them: cases, kinds, sources, speakers,
 * coders, organisations and functions. A query asks all the same, since a study without a source may lack them for good.
 *
 * @returns a warning `unknown-name` for each, with the nearest name, or all where these are few; `no-time` for `from` and `until` that are
 *   compared with no date; `two-coders` where codings are asked for that are by two people, which none is
 */
export function checkQuery(study: Study, query: Query): readonly Problem[] {
  const names = new Map<FilterField, readonly string[]>()
  const problems = new Map<string, Problem>()
  const look = (part: Query): void => {
    if (part.op === 'filter' && (part.field === 'from' || part.field === 'until')) {
      if (!timePattern.test(part.value))
        problems.set(`${part.field}:${part.value}`, noTime(part.field, part.value))
    } else if (part.op === 'filter') {
      const known = names.get(part.field) ?? namesOf(study, part.field)
      names.set(part.field, known ?? [])
      if (known !== null && !known.some(name => plain(name) === plain(part.value)))
        problems.set(`${part.field}:${plain(part.value)}`, unknown(part.field, part.value, known))
    } else if (part.op === 'or' || part.op === 'and' || part.op === 'one-of') {
      part.of.forEach(look)
      const [one, other] = part.op === 'and' ? codersIn(study, part.of) : []
      if (one !== undefined && other !== undefined) problems.set(`${one} ${other}`, twoCoders(one, other))
    } else if (part.op === 'not') look(part.of)
    else if ('left' in part) {
      look(part.left)
      look(part.right)
    }
  }
  look(query)
  return [...problems.values()]
}

/** The coders that filters beside each other name, each once. */
function codersIn({ coders }: Study, parts: readonly Query[]): readonly string[] {
  const named = parts.flatMap(part =>
    part.op === 'filter' && part.field === 'coder' ? [plain(part.value)] : [],
  )
  const found = coders.filter(({ id, label }) => named.includes(plain(id)) || named.includes(plain(label)))
  return found.map(({ id }) => id)
}

function twoCoders(one: string, other: string): Problem {
  const message = `No coding is by both "${one}" and "${other}". For segments that both gave a code write "(a code and coder:${one}) and (a code and coder:${other})"; for places where both marked something, "coder:${one} co-occurs coder:${other}".`
  return { code: 'two-coders', severity: 'warning', message }
}

const plain = (text: string): string => text.normalize('NFC').toLowerCase()

/** What a filter may name; `null` for one that takes any text. */
function namesOf(study: Study, field: FilterField): readonly string[] | null {
  const { cases, sources, coders, participants } = study
  switch (field) {
    case 'case':
      return cases.flatMap(({ id, label }) => [id, label.nl ?? '', label.en ?? ''])
    case 'kind':
      return sourceKinds.flatMap(kind => [kind, kind.split('-').at(-1)!])
    case 'source':
      return sources.flatMap(({ id, title }) => [id, title])
    case 'coder':
      return coders.flatMap(({ id, label }) => [id, label])
    case 'speaker':
      return [
        ...participants.flatMap(({ id, label }) => [id, label]),
        ...new Set(sources.flatMap(({ turns }) => turns.map(({ speaker }) => speaker))),
      ]
    case 'organisation':
    case 'function':
      return participants.map(participant => participant[field] ?? '')
    default:
      return null
  }
}

/** A date or time as codings have it, or its beginning: `2024`, `2024-03`, `2024-03-12`, `2024-03-12T10:30`. */
const timePattern = /^\d{4}(-\d\d(-\d\d(T\d\d(:\d\d(:\d\d(\.\d+)?)?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/

function noTime(field: FilterField, value: string): Problem {
  const message = `"${field}:${value}" is no time: write a date such as ${field}:2024-03-12, or its beginning.`
  return { code: 'no-time', severity: 'warning', message }
}

function unknown(field: FilterField, value: string, known: readonly string[]): Problem {
  const message = `Nothing in the study has the ${field} "${value}". ${nameAdvice(value, known)}`
  return { code: 'unknown-name', severity: 'warning', message }
}
