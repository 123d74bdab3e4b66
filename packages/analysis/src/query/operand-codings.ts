import { groupOf } from '../group-by-key.ts'
import { codingFilter, isCodingFilter } from './filters.ts'
import { type Coded, codesOfScope, codesOfSet } from './operand-codes.ts'
import { deepestQuery, type Query } from './query.ts'
import type { SavedQueries } from './run-query.ts'

/**
 * The codings that a query asks for, as 1 at their position: those with the codes of its operands, of a proximity only the
 * left ones, and none under `not`. Filters by coder and date hold beside a code as `runQuery` has it: in `a and coder:b` the
 * codings of others with code a are not asked for. A query that names no code asks for all codings that its filters leave.
 */
export function operandCodings(coded: Coded, query: Query, saved: SavedQueries): Uint8Array {
  const { codings } = coded.study
  const found = new Uint8Array(codings.length)
  const all = new Uint8Array(codings.length).fill(1)
  return ask(query, all, 0) ? found : filteredCodings(coded, query, saved)

  /** Notes the codings of the codes in a part; whether it names any code. */
  function ask(part: Query, kept: Uint8Array, depth: number): boolean {
    if (depth > deepestQuery) return false
    switch (part.op) {
      case 'code':
        return take(codesOfScope(coded, part.code, part.scope ?? 'self'), kept)
      case 'set':
        return take(codesOfSet(coded, part.set), kept)
      case 'saved': {
        const named = Object.hasOwn(saved, part.name) ? saved[part.name] : undefined
        return named !== undefined && ask(named, kept, depth + 1)
      }
      case 'and':
      case 'or':
      case 'one-of': {
        const left = part.op === 'and' ? narrowed(coded, part.of, kept) : kept
        return part.of.map(each => ask(each, left, depth + 1)).includes(true)
      }
      case 'not':
      case 'filter':
      case 'variable':
        return false
      default:
        return ask(part.left, kept, depth + 1)
    }
  }

  function take(codes: readonly number[], kept: Uint8Array): boolean {
    for (const code of codes)
      for (const coding of groupOf(coded.index.codingsOfCode, code)) if (kept[coding] === 1) found[coding] = 1
    return true
  }
}

/**
 * The codings that the filters by coder and date of a query leave, as 1 at their position, whatever codes it names: all of
 * them where it has no such filters, and those under `not` or on the right of a proximity are not looked at.
 */
export function filteredCodings(coded: Coded, query: Query, saved: SavedQueries): Uint8Array {
  return filtered(query, new Uint8Array(coded.study.codings.length).fill(1), 0)

  function filtered(part: Query, kept: Uint8Array, depth: number): Uint8Array {
    if (depth > deepestQuery) return kept
    if (part.op === 'filter') return narrowed(coded, [part], kept)
    if (part.op === 'and') return part.of.reduce((left, each) => filtered(each, left, depth + 1), kept)
    if (part.op === 'or' || part.op === 'one-of') {
      const parts = part.of.map(each => filtered(each, kept, depth + 1))
      return kept.map((_, i) => (parts.some(flags => flags[i] === 1) ? 1 : 0))
    }
    if (part.op === 'saved') {
      const named = Object.hasOwn(saved, part.name) ? saved[part.name] : undefined
      return named === undefined ? kept : filtered(named, kept, depth + 1)
    }
    return 'left' in part ? filtered(part.left, kept, depth + 1) : kept
  }
}

/** What the filters by coder and date beside each other leave. */
function narrowed({ study }: Coded, parts: readonly Query[], kept: Uint8Array): Uint8Array {
  let left = kept
  for (const each of parts)
    if (each.op === 'filter' && isCodingFilter(each.field)) {
      const passing = codingFilter(study, each.field, each.value)
      left = left.map((flag, i) => flag & passing[i]!)
    }
  return left
}
