import type { Change } from '@codeerbank/core'
import { generateCodebook } from './generate-codebook.ts'
import { generateCodings } from './generate-codings.ts'
import { generateSentences, generateSource } from './generate-source.ts'
import { drawFrom } from './mulberry32.ts'

export interface StudySize {
  readonly sources: number
  /** Codings in the whole study, spread evenly over its sources. */
  readonly codings: number
  /** Codes in the codebook, in three levels. */
  readonly codes: number
  readonly cases: number
  readonly coders: number
  /** A 32-bit integer: the same seed and sizes give the same changes. */
  readonly seed: number
}

const peoplePerCase = 8
const base = { at: '2024-01-08T09:00:00Z', by: 'codeur-1' }
const minute = 60_000

/** The history of a made-up study of any size: it replays without problems. */
export function generateChanges(size: StudySize): readonly Change[] {
  const draw = drawFrom(size.seed)
  const coders = ids('codeur', size.coders)
  const cases = ids('casus', size.cases)
  const title = { nl: 'Gegenereerde studie', en: 'Generated study' }
  const changes: Change[] = [{ kind: 'describe-study', id: 'describe-study', title, language: 'nl', ...base }]
  for (const id of coders)
    changes.push({ kind: 'add-coder', id: `add-coder:${id}`, coder: { id, label: id }, ...base })
  for (const id of cases)
    changes.push({
      kind: 'add-case',
      id: `add-case:${id}`,
      case: { id, label: { nl: id }, values: {} },
      ...base,
    })
  const people = new Map(cases.map(id => [id, ids(`${id}-r`, peoplePerCase)]))
  for (const [of, participants] of people)
    for (const id of participants) {
      const participant = { id, label: id, case: of }
      changes.push({ kind: 'add-participant', id: `add-participant:${id}`, participant, ...base })
    }
  const codebook = generateCodebook(draw, size.codes, base)
  changes.push(...codebook.changes)

  // Codes are used in the order of this list, the first ones most: sub-codes before what lies above them.
  const codes = codebook.codes
    .map(code => code.id)
    .filter(id => !codebook.retired.has(id))
    .reverse()
  const sentences = generateSentences(draw, 500)
  for (let i = 0; i < size.sources; i++) {
    const count = share(size.codings, size.sources, i)
    const of = draw.pick(cases)
    const plan = {
      id: `bron-${i + 1}`,
      case: of,
      people: people.get(of)!,
      paragraphs: 8 + Math.ceil(count / 4),
    }
    const generated = generateSource(draw, plan, sentences)
    const at = new Date(Date.parse(base.at) + i * minute).toISOString()
    const { source } = generated
    changes.push({ kind: 'add-source', id: `add-source:${source.id}`, at, by: base.by, source })
    for (const change of generateCodings(draw, generated, { count, codes, coders, at })) changes.push(change)
  }
  return changes
}

function ids(name: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => `${name}-${i + 1}`)
}

/** How many of `total` the part at `at` gets, of `parts` that differ by one at most. */
function share(total: number, parts: number, at: number): number {
  return Math.floor(((at + 1) * total) / parts) - Math.floor((at * total) / parts)
}
