import type { Code, Codebook } from '@codeerbank/core'
import fc from 'fast-check'

/** A codebook and what a researcher made of it; codes keep their ids throughout. */
export interface EditedCodebook {
  readonly before: Codebook
  readonly after: Codebook
}

/** Few names and definitions, so that codes are mistaken for each other where they can be. */
const name = fc.constantFrom('Kat', 'Hond', 'Overig', 'Vis', 'Samen werken')
const definition = fc.constantFrom(undefined, 'Alle.', 'Miauw.', 'Wat overblijft.', 'Waf, “zegt” hij.')

const edit = fc.record({
  what: fc.constantFrom(
    'rename',
    'redefine',
    'move',
    'move',
    'move',
    'leave out',
    'retire',
    'merge',
    'add',
    'frame',
  ),
  code: fc.nat(),
  other: fc.nat(),
  place: fc.nat(),
  name,
  definition,
})
type Edit = typeof edit extends fc.Arbitrary<infer E> ? E : never

const plain = { level: 'sub-code', origin: 'deductive', version: 1 } as const

/** Codebooks of up to twelve codes, edited up to eight times in every way that a person can. */
export const editedCodebook: fc.Arbitrary<EditedCodebook> = fc
  .tuple(
    fc.array(fc.record({ name, definition, parent: fc.nat() }), { minLength: 1, maxLength: 12 }),
    fc.array(edit, { maxLength: 8 }),
  )
  .map(([made, edits]) => {
    const codes = made.map((given, i): Code => {
      const parent = given.parent % (i + 1)
      return { ...coded(`c${i}`, given), parent: parent === i ? null : `c${parent}` }
    })
    const frames = ['f', 'g'].map(id => ({
      id,
      label: { nl: `Vergelijking ${id}` },
      rows: [{ id: 'r', label: { nl: 'R' }, codes: codes.slice(0, 2).map(code => code.id) }],
    }))
    const before = { codes, frames }
    return { before, after: edits.reduce(edited, before) }
  })
  // A code cannot be merged into what lies under it, or comes to lie under it by merging.
  .filter(({ after: { codes } }) => {
    const up = new Map(codes.map(({ id, parent, mergedInto }) => [id, mergedInto ?? parent]))
    return codes.every(({ id }) => {
      let at: string | null = id
      for (let steps = 0; at !== null && steps <= codes.length; steps++) at = up.get(at) ?? null
      return at === null
    })
  })

function coded(
  id: string,
  { name: nl, definition: said }: Pick<Edit, 'name' | 'definition'>,
): Omit<Code, 'parent'> {
  return { ...plain, id, label: { nl }, ...(said === undefined ? {} : { definition: { nl: said } }) }
}

function edited({ codes, frames }: Codebook, step: Edit, i: number): Codebook {
  const code = codes[step.code % codes.length]
  const other = codes[step.other % codes.length]
  if (code === undefined || other === undefined) return { codes, frames }
  const withCode = (next: Code) => ({ codes: codes.map(each => (each === code ? next : each)), frames })
  const isUnder = below(codes, code.id)
  switch (step.what) {
    case 'rename':
      return withCode({ ...code, label: { nl: step.name } })
    case 'redefine':
      return step.definition === undefined
        ? { codes, frames }
        : withCode({ ...code, definition: { nl: step.definition } })
    case 'retire':
      return withCode({ ...code, retired: true })
    case 'merge':
      if (isUnder.has(other.id) || other.mergedInto !== undefined) return { codes, frames }
      if (codes.some(each => each.mergedInto === code.id)) return { codes, frames }
      return withCode({ ...code, retired: true, mergedInto: other.id })
    case 'move': {
      const parent = step.other % 4 === 0 || isUnder.has(other.id) ? null : other.id
      const left = codes.filter(each => each !== code)
      return { codes: left.toSpliced(step.place % (left.length + 1), 0, { ...code, parent }), frames }
    }
    case 'leave out': {
      if (codes.some(({ mergedInto }) => isUnder.has(mergedInto ?? ''))) return { codes, frames }
      const left = codes.filter(({ id }) => !isUnder.has(id))
      const named = new Set(left.map(({ id }) => id))
      const rows = (given: Codebook['frames'][number]['rows']) =>
        given.map(row => ({ ...row, codes: row.codes.filter(id => named.has(id)) }))
      return { codes: left, frames: frames.map(frame => ({ ...frame, rows: rows(frame.rows) })) }
    }
    case 'add':
      return {
        codes: codes.toSpliced(step.place % codes.length, 0, {
          ...coded(`n${i}`, step),
          parent: code.parent,
        }),
        frames,
      }
    default:
      return { codes, frames: frames.slice(1) }
  }
}

/** A code and all codes below it. */
function below(codes: readonly Code[], id: string): ReadonlySet<string> {
  const found = new Set([id])
  for (let size = 0; size < found.size; ) {
    size = found.size
    for (const each of codes) if (each.parent !== null && found.has(each.parent)) found.add(each.id)
  }
  return found
}
