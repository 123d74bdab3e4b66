import { codeFinder } from '@codeerbank/codebook'
import { type Problem, type Study, StudyError } from '@codeerbank/core'
import {
  type Distance,
  deepestQuery,
  distanceUnits,
  type FilterField,
  filterFields,
  type Proximity,
  proximities,
  type Query,
} from './query.ts'
import { type QueryToken, queryTokens } from './query-tokens.ts'

const scopes = { '/**': 'down', '/^': 'up', '/=': 'siblings' } as const

/** Proximities as a person writes them: in words, or with a hyphen. */
const proximityWords: ReadonlyMap<string, Proximity> = new Map(proximities.map(each => [each, each]))

const reserved = new Set(['and', 'or', 'not', 'overlapped', ...proximities])

/**
 * Reads a query in its text form.
 *
 *     commitment/** within voorzitterschap and kind:observation and case:bloemenbuurt
 *
 * `/**` takes a code with all below it, `/^` with all above it, `/=` those beside it. Proximity (`within`, `encloses`,
 * `overlapped by`, `overlaps`, `follows`, `precedes`, `co-occurs`; `follows at most 2 turns`) binds before `not`, `not`
 * before `and`, `and` before `or`; parentheses go first; `one of (a, b)` takes segments of exactly one. Names with spaces
 * or marks stand in double quotes. `set:` names a row of a frame or a whole frame, `query:` a saved query,
 * `variable.<id>:` a variable; other words before a colon filter.
 *
 * @param text the query
 * @param study the study whose codes the names mean; in the result codes stand by id
 * @throws StudyError with every fault, its column in the text, and the nearest code for a name that is not known
 */
export function parseQuery(text: string, study: Study): Query {
  const { tokens, faults } = queryTokens(text)
  const problems: Problem[] = []
  const report = (at: number, code: string, message: string) => {
    problems.push({ code, severity: 'error', message, place: lineColumn(text, at) })
  }
  for (const fault of faults) report(fault.at, 'query-syntax', fault.message)
  if (problems.length === 0) {
    const query = new QueryReader(tokens, codeFinder(study.codes), report).whole()
    if (problems.length === 0) return query
  }
  throw new StudyError(problems)
}

function lineColumn(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at)
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') }
}

/** A name in a query has at most so many words more. */
const mostWords = 20

const nothing: Query = { op: 'or', of: [] }

/** Recursive descent over the tokens; goes on after an unknown name, and stops at the first fault of form. */
class QueryReader {
  private at = 0
  private depth = 0
  private stopped = false
  private readonly tokens: readonly QueryToken[]
  private readonly find: ReturnType<typeof codeFinder>
  private readonly report: (at: number, code: string, message: string) => void

  constructor(
    tokens: readonly QueryToken[],
    find: ReturnType<typeof codeFinder>,
    report: (at: number, code: string, message: string) => void,
  ) {
    this.tokens = tokens
    this.find = find
    this.report = report
  }

  whole(): Query {
    const query = this.or()
    if (this.next.type !== 'end')
      this.stop(
        `"${this.next.text}" was not expected here. Join two parts by and, or, or a proximity; a name with spaces stands in double quotes.`,
      )
    return query
  }

  private get next(): QueryToken {
    return this.tokens[this.at]!
  }

  private stop(message: string): Query {
    if (!this.stopped) this.report(this.next.at, 'query-syntax', message)
    this.stopped = true
    this.at = this.tokens.length - 1
    return nothing
  }

  /** Takes the next token if it is this word or mark. */
  private took(text: string): boolean {
    if (this.next.type === 'quoted' || this.next.type === 'end' || this.next.text.toLowerCase() !== text)
      return false
    this.at++
    return true
  }

  private or(): Query {
    const of = [this.and()]
    while (this.took('or')) of.push(this.and())
    return of.length === 1 ? of[0]! : { op: 'or', of }
  }

  private and(): Query {
    const of = [this.not()]
    while (this.took('and')) of.push(this.not())
    return of.length === 1 ? of[0]! : { op: 'and', of }
  }

  private not(): Query {
    if (++this.depth > deepestQuery)
      return this.stop(`The query nests deeper than ${deepestQuery}. Save a part of it as a query.`)
    const query: Query = this.took('not') ? { op: 'not', of: this.not() } : this.proximity()
    this.depth--
    return query
  }

  private proximity(): Query {
    let left = this.primary()
    for (let op = this.proximityWord(); op !== undefined; op = this.proximityWord()) {
      const distance = op === 'follows' || op === 'precedes' ? this.distance() : undefined
      const right = this.primary()
      left = { op, left, right, ...(distance === undefined ? {} : { distance }) }
    }
    return left
  }

  private proximityWord(): Proximity | undefined {
    if (this.next.type !== 'word') return undefined
    const word = this.next.text.toLowerCase()
    if (word === 'overlapped') {
      this.at++
      if (!this.took('by')) this.stop('"overlapped" goes on with "by".')
      return 'overlapped-by'
    }
    const op = proximityWords.get(word)
    if (op !== undefined) this.at++
    return op
  }

  private distance(): Distance | undefined {
    if (!this.took('at')) return undefined
    if (!this.took('most')) this.stop('A distance is written "at most 2 turns".')
    const most = Number(this.next.text)
    if (!Number.isInteger(most) || most < 0 || this.next.type !== 'word')
      this.stop('A distance is a whole number from 0 up.')
    else this.at++
    const word = this.next.text.toLowerCase()
    const unit = distanceUnits.find(each => each === word || each.slice(0, -1) === word)
    if (unit === undefined) {
      this.stop(`A distance is in ${distanceUnits.join(', ')}.`)
      return undefined
    }
    this.at++
    return { most, unit }
  }

  private primary(): Query {
    if (this.took('(')) {
      const query = this.or()
      if (!this.took(')')) this.stop('A parenthesis is not closed here. Add ")".')
      return query
    }
    if (this.isOneOf()) return this.oneOf()
    const { next } = this
    if (next.type === 'word' && reserved.has(next.text.toLowerCase()))
      return this.stop(
        `"${next.text}" needs a code or a filter before it. Put a code of that name in double quotes.`,
      )
    if (next.type !== 'word' && next.type !== 'quoted')
      return this.stop('A code or a filter is missing here.')
    this.at++
    if (next.type === 'word' && this.took(':')) return this.filter(next)
    return this.code(next)
  }

  /** `one` alone may be a code. */
  private isOneOf(): boolean {
    const [one, of] = [this.next, this.tokens[this.at + 1]]
    return (
      one.type === 'word' &&
      one.text.toLowerCase() === 'one' &&
      of?.type === 'word' &&
      of.text.toLowerCase() === 'of'
    )
  }

  private oneOf(): Query {
    this.at++
    if (!this.took('of') || !this.took('('))
      return this.stop('Exactly one of several is written "one of (a, b)".')
    const of = [this.or()]
    while (this.took(',')) of.push(this.or())
    if (!this.took(')')) return this.stop('A parenthesis is not closed here. Add ")".')
    return { op: 'one-of', of }
  }

  private filter(field: QueryToken): Query {
    const value = this.next
    if (value.type !== 'word' && value.type !== 'quoted')
      return this.stop(`"${field.text}:" needs a value after it.`)
    this.at++
    const key = field.text.toLowerCase()
    if (key === 'set') return { op: 'set', set: value.text }
    if (key === 'query') return { op: 'saved', name: value.text }
    if (key.startsWith('variable.'))
      return { op: 'variable', variable: field.text.slice('variable.'.length), value: value.text }
    if (!(filterFields as readonly string[]).includes(key)) {
      this.report(
        field.at,
        'query-filter',
        `There is no filter "${field.text}". There are: ${filterFields.join(', ')}, set, query, variable.<id>.`,
      )
      return nothing
    }
    return { op: 'filter', field: key as FilterField, value: value.text }
  }

  /** The name of a code that a word begins and the words after it end, which are then taken too. */
  private nameInWords(first: QueryToken): string | undefined {
    let name = first.text
    for (
      let at = this.at;
      first.type === 'word' && at - this.at < mostWords && this.tokens[at]?.type === 'word';
      at++
    ) {
      name += ` ${this.tokens[at]!.text}`
      if ('severity' in this.find(name)) continue
      this.at = at + 1
      return name
    }
    return undefined
  }

  private code(name: QueryToken): Query {
    const found = this.find(name.text)
    const spaced = 'severity' in found ? this.nameInWords(name) : undefined
    const { next } = this
    const scope =
      next.type === 'mark' && next.text in scopes ? scopes[next.text as keyof typeof scopes] : undefined
    if (scope !== undefined) this.at++
    if ('severity' in found) {
      const message =
        spaced === undefined
          ? found.message
          : `The name "${spaced}" has spaces. Put it in double quotes, and the whole query in single ones.`
      this.report(name.at, found.code, message)
      return nothing
    }
    return { op: 'code', code: found.id, ...(scope === undefined ? {} : { scope }) }
  }
}
