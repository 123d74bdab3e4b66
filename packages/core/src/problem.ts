/**
 * Where a problem is. Lines and columns are 1-based; a column counts UTF-16 units.
 * `path` leads into a value that is no text, such as the keys of a YAML or JSON file.
 */
export interface Place {
  readonly file?: string
  readonly line?: number
  readonly column?: number
  readonly source?: string
  readonly path?: readonly (string | number)[]
}

/** `error`: the data cannot be used as it is. `warning`: it can, but a person should look. */
export type Severity = 'error' | 'warning'

/** One thing that is wrong: what (a stable `code`, and a `message` that also says the remedy) and where. */
export interface Problem {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly place?: Place
}

/** A value that was read as far as it could be, and everything that was wrong with it. */
export interface Reading<T> {
  readonly value: T
  readonly problems: readonly Problem[]
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(problem => problem.severity === 'error')
}

/**
 * A place as one word, `file:line:column`, as editors and terminals make it clickable.
 *
 * @returns an empty string for a place that is not known
 */
export function formatPlace(place: Place | undefined): string {
  if (place === undefined) return ''
  const parts: (string | number)[] = []
  if (place.file !== undefined) parts.push(place.file)
  else if (place.source !== undefined) parts.push(place.source)
  if (place.line !== undefined) parts.push(place.line)
  if (place.line !== undefined && place.column !== undefined) parts.push(place.column)
  const path = place.path === undefined || place.path.length === 0 ? [] : [`at ${place.path.join('.')}`]
  return [...(parts.length === 0 ? [] : [parts.join(':')]), ...path].join(' ')
}

/** A problem as one line: `file:line:column: error: message (code)`. */
export function formatProblem(problem: Problem): string {
  const place = formatPlace(problem.place)
  return `${place === '' ? '' : `${place}: `}${problem.severity}: ${problem.message} (${problem.code})`
}

/** The same problem, with what is known of its place filled in where the problem itself does not say. */
export function placed(problem: Problem, place: Place): Problem {
  return { ...problem, place: { ...place, ...problem.place } }
}
