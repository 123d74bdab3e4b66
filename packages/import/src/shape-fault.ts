import { nearestName } from '@codeerbank/codebook'
import { z } from 'zod'

/** A fault in the shape of what a person wrote: a sentence that says what is wrong, what is expected, and the remedy. */
export interface ShapeFault {
  readonly code: 'unknown-key' | 'unfit-value'
  readonly message: string
  /** The keys that lead to what is wrong. */
  readonly path: readonly PropertyKey[]
}

/**
 * Says in plain words where a value does not have the shape that was wanted.
 *
 * @param schema the shape wanted
 * @param value what was given
 * @param issues what zod found; of a choice between shapes only the faults in the shape that it came furthest into are told
 */
export function shapeFaults(
  schema: z.core.$ZodType,
  value: unknown,
  issues: readonly z.core.$ZodIssue[],
): readonly ShapeFault[] {
  return issues.flatMap(unfolded).map(issue => {
    if (issue.code !== 'unrecognized_keys')
      return { code: 'unfit-value', message: unfit(schema, issue, at(value, issue.path)), path: issue.path }
    const known = keysAt(schema, issue.path)
    const keys = issue.keys.map(key => `"${key}"`).join(', ')
    const near = issue.keys.length === 1 ? nearestName(issue.keys[0]!, known) : undefined
    const remedy = isDecimal(at(value, issue.path), issue.keys)
      ? `Decimals stand behind a point, as in 0.${issue.keys[0]}, and not behind a comma.`
      : near === undefined
        ? 'Remove it, or correct its name.'
        : `Is "${near}" meant?`
    const list = known.length === 0 ? '' : ` Its keys are ${known.join(', ')}.`
    const what = issue.path.length === 0 ? 'There is' : `${capital(named(issue.path))} has`
    return {
      code: 'unknown-key',
      message: `${what} no key ${keys}. ${remedy}${list}`,
      path: [...issue.path, issue.keys[0] ?? ''],
    }
  })
}

/** Whether the only key that is not known is what YAML makes of the digits behind a comma: `{ value: 0,4 }` has a key `4`. */
function isDecimal(value: unknown, [key = '', ...more]: readonly string[]): boolean {
  return more.length === 0 && /^\d+$/.test(key) && at(value, [key]) === null
}

/** Of what may be one of several shapes: the faults in the shape that it came furthest into. */
function unfolded(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue]
  let deepest: readonly z.core.$ZodIssue[] = [issue]
  for (const shape of issue.errors) {
    const faults = shape.flatMap(inner => unfolded({ ...inner, path: [...issue.path, ...inner.path] }))
    if (depthOf(faults) > depthOf(deepest)) deepest = faults
  }
  return deepest
}

function depthOf(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map(({ code, path }) => path.length + (code === 'unrecognized_keys' ? 1 : 0)))
}

function unfit(schema: z.core.$ZodType, issue: z.core.$ZodIssue, value: unknown): string {
  const name = named(issue.path)
  if (issue.code === 'custom') return `${capital(name)} does not fit: ${issue.message.replace(/\.$/, '')}.`
  const wanted = wantedBy(issue, keysAt(schema, issue.path)) ?? 'something else'
  if (value === undefined || value === null) {
    const absence = issue.path.length === 0 ? 'There is nothing here' : `${capital(name)} is missing`
    return `${absence}: it should be ${wanted}. Add it.`
  }
  const options = optionsOf(issue)
  const near = typeof value === 'string' && options.length > 1 ? nearestName(value, options) : undefined
  return `${capital(name)} is ${shown(value)}: it should be ${wanted}. ${near === undefined ? remedyOf(value, wanted) : `Is "${near}" meant?`}`
}

function remedyOf(value: unknown, wanted: string): string {
  const isScalar = typeof value === 'number' || typeof value === 'boolean'
  if (isScalar && /^a text\b/.test(wanted)) return `Put it in quotes: "${value}".`
  if (typeof value === 'string' && value !== '' && wanted.startsWith('a list'))
    return 'Put it in square brackets, or write each item on a line of its own behind "- ".'
  const day = /^a date\b/.test(wanted) ? dayFirst(value) : undefined
  return day === undefined ? 'Correct it.' : `Is "${day}" meant?`
}

/** What a date with its day first, such as 3-10-2024, is with its year first. */
function dayFirst(value: unknown): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d\d?)[-/.](\d\d?)[-/.](\d{4})$/.exec(String(value)) ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return z.iso.date().safeParse(date).success ? date : undefined
}

/** What a fault says that was expected, to stand behind "it should be"; `undefined` where it says nothing of that. */
function wantedBy(issue: z.core.$ZodIssue, keys: readonly string[]): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'object' && keys.length > 0)
        return `keys with values: { ${keys.map(key => `${key}: ...`).join(', ')} }`
      return kinds[issue.expected] ?? `of another kind (${issue.expected})`
    case 'invalid_value':
      return either(issue.values.map(each => `"${String(each)}"`))
    case 'too_small':
      return bound(issue.origin, Number(issue.minimum), issue.inclusive === false ? 'more than' : 'at least')
    case 'too_big':
      return bound(issue.origin, Number(issue.maximum), issue.inclusive === false ? 'less than' : 'at most')
    case 'invalid_format':
      if (issue.format === 'datetime') return 'a time such as 2024-10-03T10:15:00+02:00'
      return issue.format === 'date' ? 'a date such as 2024-03-12' : `written as ${issue.format}`
    case 'invalid_union': {
      const each = issue.errors.flatMap(faults => faults.flatMap(fault => wantedBy(fault, keys) ?? []))
      return each.length === 0 ? undefined : either([...new Set(each)])
    }
    default:
      return undefined
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
  null: 'empty',
}

function bound(origin: string, limit: number, edge: string): string {
  if (origin === 'array' || origin === 'set')
    return `a list of ${edge} ${limit} ${limit === 1 ? 'item' : 'items'}`
  if (origin === 'string')
    return edge === 'at least' && limit === 1
      ? 'a text that is not empty'
      : `a text of ${edge} ${limit} characters`
  return `a number of ${edge} ${limit}`
}

function optionsOf(issue: z.core.$ZodIssue): readonly string[] {
  return issue.code === 'invalid_value' ? issue.values.map(String) : []
}

function either(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} or ${texts.at(-1)}`
}

/** A value as it is told to who wrote it: short, for it may be a whole text that went astray. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (typeof value === 'object') return 'keys with values'
  if (typeof value === 'string') return value.length > 60 ? 'a long text' : JSON.stringify(value)
  return String(value)
}

/** `"label" of item 2 of "cases"` for `cases.1.label`. */
function named(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'this'
  const parts = path.map(part => (typeof part === 'number' ? `item ${part + 1}` : `"${String(part)}"`))
  return parts.reverse().join(' of ')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  )
}

/** The keys that a shape knows at a place in it. */
function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'object': {
      const [key, ...rest] = path
      if (key === undefined) return Object.keys(def.shape)
      const inner = def.shape[String(key)]
      return inner === undefined ? [] : keysAt(inner, rest)
    }
    case 'array':
      return keysAt(def.element, path.slice(1))
    case 'record':
      return keysAt(def.valueType, path.slice(1))
    case 'union':
      return def.options.flatMap(option => keysAt(option, path))
    case 'optional':
    case 'readonly':
    case 'nullable':
      return keysAt(def.innerType, path)
    case 'pipe':
      return keysAt(def.in, path)
    default:
      return []
  }
}
