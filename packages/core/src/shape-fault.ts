import { z } from 'zod'

/** A fault in the shape of what came from outside: a sentence that says what is wrong, what is expected, and the remedy. */
export interface ShapeFault {
  readonly code: 'unknown-key' | 'unfit-value'
  readonly message: string
  /** The keys that lead to what is wrong. */
  readonly path: readonly PropertyKey[]
}

/** What is known of who gave a value, so that the remedy suits. */
export interface ShapeFaultOptions {
  /** Finds, in a list, the name that was meant by one that is not in it; by default none is named. */
  readonly nearest?: (name: string, names: readonly string[]) => string | undefined
  /** Whether a person wrote it as YAML, where `null` is what was left empty; by default it is data. */
  readonly written?: boolean
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
  options: ShapeFaultOptions = {},
): readonly ShapeFault[] {
  return issues.flatMap(unfolded).map(issue => {
    if (issue.code !== 'unrecognized_keys')
      return { code: 'unfit-value', message: unfit(schema, issue, value, options), path: issue.path }
    const known = keysAt(schema, issue.path, value)
    const keys = issue.keys.map(key => `"${key}"`).join(', ')
    const near = issue.keys.length === 1 ? options.nearest?.(issue.keys[0]!, known) : undefined
    const remedy =
      options.written === true && isDecimal(at(value, issue.path), issue.keys)
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

function unfit(
  schema: z.core.$ZodType,
  issue: z.core.$ZodIssue,
  whole: unknown,
  { nearest, written = false }: ShapeFaultOptions,
): string {
  const name = named(issue.path)
  if (issue.code === 'custom')
    return `${capital(name)} does not fit: ${issue.message.replace(/\.$/, '')}. Correct it.`
  const wanted = wantedBy(issue, keysAt(schema, issue.path, whole)) ?? 'something else'
  const value = at(whole, issue.path)
  if (value === undefined && isKeyThere(whole, issue.path))
    return `${capital(name)} is undefined: it should be ${wanted}. Give it, or leave the key out.`
  if (value === undefined || (written && value === null)) {
    const absence = issue.path.length === 0 ? 'There is nothing here' : `${capital(name)} is missing`
    return `${absence}: it should be ${wanted}. Add it.`
  }
  const options = optionsOf(issue)
  const near = typeof value === 'string' && options.length > 1 ? nearest?.(value, options) : undefined
  const remedy =
    near === undefined ? (written ? remedyOf(value, wanted) : 'Correct it.') : `Is "${near}" meant?`
  return `${capital(name)} is ${shown(value)}: it should be ${wanted}. ${remedy}`
}

/** Whether a key stands where a path leads, with whatever value. */
function isKeyThere(whole: unknown, path: readonly PropertyKey[]): boolean {
  const holder = at(whole, path.slice(0, -1))
  const last = path.at(-1)
  return last !== undefined && typeof holder === 'object' && holder !== null && Object.hasOwn(holder, last)
}

/** What a person who wrote YAML does about a value. */
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
      if (issue.format === 'date') return 'a date such as 2024-10-03'
      return issue.format === 'regex'
        ? `a text of the form ${String(issue.pattern)}`
        : `written as ${issue.format}`
    case 'invalid_union': {
      if (issue.errors.length === 0) return either(optionsOf(issue).map(each => `"${each}"`))
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
  if (issue.code === 'invalid_union' && 'options' in issue) return issue.options?.map(String) ?? []
  return issue.code === 'invalid_value' ? issue.values.map(String) : []
}

function either(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} or ${texts.at(-1)}`
}

/** A value as it is told to who wrote it: short, for it may be a whole text that went astray. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (value === null) return 'null'
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

/** The keys that a shape knows at a place in it; of shapes that a key tells apart, those of the one that the value says it has. */
function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[], value: unknown): readonly string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod
  const [key, ...rest] = path
  const inner = key === undefined ? undefined : at(value, [key])
  switch (def.type) {
    case 'object': {
      if (key === undefined) return Object.keys(def.shape)
      const field = Object.hasOwn(def.shape, key) ? def.shape[String(key)] : undefined
      return field === undefined ? [] : keysAt(field, rest, inner)
    }
    case 'array':
      return key === undefined ? [] : keysAt(def.element, rest, inner)
    case 'record':
      return key === undefined ? [] : keysAt(def.valueType, rest, inner)
    case 'union': {
      const { discriminator } = def as { discriminator?: string }
      const options =
        discriminator === undefined
          ? def.options
          : def.options.filter(option =>
              option._zod.propValues?.[discriminator]?.has(at(value, [discriminator]) as string),
            )
      return options.flatMap(option => keysAt(option, path, value))
    }
    case 'optional':
    case 'readonly':
    case 'nullable':
      return keysAt(def.innerType, path, value)
    case 'pipe':
      return keysAt(def.in, path, value)
    default:
      return []
  }
}
