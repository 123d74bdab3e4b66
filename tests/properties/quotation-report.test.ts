import {
  applyChanges,
  type Code,
  emptyStudy,
  findQuote,
  indexText,
  loadStudyFolder,
  paragraphAt,
  readQuotations,
  type Segment,
  type Study,
  segmentsToCsv,
  studyToXlsx,
} from 'codeerbank'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const at = '2024-03-01T09:00:00Z'
const piece = fc.constantFrom(
  'plein ',
  'plein',
  'Ze zei: ',
  '😀',
  'e\u0301',
  '\n',
  '\n\n',
  '=1+1',
  '  ',
  "'",
  '"',
  ';',
  ', ',
)
const label = fc.constantFrom(
  'Rust',
  'Rust, ruimte',
  'ruimte',
  'Zorg: thuis',
  'thuis',
  'Zorg',
  '-min',
  '(3)',
  'Rust (3)',
)

interface Sketch {
  readonly texts: readonly (readonly string[])[]
  readonly codes: readonly { readonly label: string; readonly parent: number }[]
  readonly spans: readonly (readonly [number, number, number])[]
  readonly codings: readonly (readonly [number, number])[]
  readonly sameTitle: boolean
}

const sketch: fc.Arbitrary<Sketch> = fc.record({
  texts: fc.array(fc.array(piece, { minLength: 1, maxLength: 14 }), { minLength: 1, maxLength: 3 }),
  codes: fc.array(fc.record({ label, parent: fc.nat(5) }), { minLength: 1, maxLength: 6 }),
  spans: fc.array(fc.tuple(fc.nat(2), fc.nat(13), fc.nat(13)), { maxLength: 8 }),
  codings: fc.array(fc.tuple(fc.nat(7), fc.nat(5)), { maxLength: 12 }),
  sameTitle: fc.boolean(),
})

/** A study of a few documents: no two codes under one code have the same name, which no table can tell apart. */
function studyOf({ texts, codes, spans, codings, sameTitle }: Sketch): Study {
  const siblings = new Set<string>()
  const kept: Code[] = []
  for (const [i, each] of codes.entries()) {
    const parent = each.parent < kept.length ? kept[each.parent]!.id : null
    if (siblings.has(`${parent}/${each.label}`)) continue
    siblings.add(`${parent}/${each.label}`)
    kept.push({
      id: `c${i}`,
      label: { nl: each.label },
      parent,
      level: 'sub-code',
      origin: 'inductive',
      version: 1,
    })
  }
  const segments = new Map<string, Segment>()
  for (const [of, from, to] of spans) {
    const t = of % texts.length
    const pieces = texts[t]!
    const [first, last] = [Math.min(from, to) % pieces.length, Math.max(from, to) % pieces.length].sort(
      (a, b) => a - b,
    )
    const start = pieces.slice(0, first).join('').length
    const quote = pieces.slice(first, last! + 1).join('')
    const id = `s${t}:${start}-${start + quote.length}`
    segments.set(id, {
      id,
      source: `s${t}`,
      start,
      end: start + quote.length,
      quote,
      prefix: '',
      suffix: '',
      by: 'kim',
      at,
    })
  }
  const list = [...segments.values()]
  const made = new Map(
    codings
      .filter(([segment]) => segment < list.length)
      .map(([segment, code]) => [list[segment]!.id, kept[code % kept.length]!.id] as const)
      .map(([segment, code]) => [`${segment}|${code}|kim`, { segment, code }]),
  )
  return {
    ...emptyStudy,
    coders: [{ id: 'kim', label: 'Kim' }],
    cases: [{ id: 'a', label: { nl: 'A' }, values: {} }],
    sources: texts.map((pieces, i) => ({
      id: `s${i}`,
      title: sameTitle ? 'Gesprek' : `Gesprek ${i}`,
      kind: 'interview',
      case: 'a',
      participants: [],
      text: pieces.join(''),
      turns: [],
    })),
    codes: kept,
    segments: list,
    codings: [...made].map(([id, { segment, code }]) => ({
      id,
      segment,
      code,
      coder: 'kim',
      at,
      codeVersion: 1,
    })),
  }
}

/** What a report cannot place: no words at all, or the same words twice from one paragraph to one paragraph. */
function isLost(study: Study, { source, start, end, quote }: Segment): boolean {
  const { text } = study.sources.find(each => each.id === source)!
  const index = indexText(text)
  const paragraphs = (from: number, to: number) => `${paragraphAt(index, from)}-${paragraphAt(index, to - 1)}`
  const here = paragraphs(start, end)
  const same = findQuote(text, quote).filter(span => paragraphs(span.start, span.end) === here)
  return quote.trim() === '' || same.length > 1
}

const coded = (study: Study, lost: ReadonlySet<string>) =>
  study.codings
    .filter(({ segment }) => !lost.has(segment))
    .map(({ id, at: time }) => `${id} ${time}`)
    .sort()

async function holds(study: Study, report: string | Uint8Array): Promise<void> {
  const { value, problems } = await readQuotations(report, { ...study, segments: [], codings: [] })
  const read = applyChanges({ ...study, segments: [], codings: [], memos: [] }, value)
  const lost = study.segments.filter(segment => isLost(study, segment)).map(({ id }) => id)
  expect(
    problems.map(({ code }) => code).every(code => code === 'quote-ambiguous' || code === 'no-words'),
  ).toBe(true)
  expect(problems).toHaveLength(lost.length)
  expect(coded(read, new Set())).toEqual(coded(study, new Set(lost)))
  expect(read.segments.map(({ id }) => id).sort()).toEqual(
    study.segments
      .map(({ id }) => id)
      .filter(id => !lost.includes(id))
      .sort(),
  )
}

describe('a study to a quotation report and back has the same codings', () => {
  it('as CSV, guarded against formulas', async () => {
    const property = fc.asyncProperty(sketch, async drawn => {
      const study = studyOf(drawn)
      await holds(study, await segmentsToCsv(study))
    })
    await fc.assert(property, { numRuns: 300 })
  })

  it('as a workbook', async () => {
    const property = fc.asyncProperty(sketch, async drawn => {
      const study = studyOf(drawn)
      await holds(study, await studyToXlsx(study))
    })
    await fc.assert(property, { numRuns: 100 })
  })

  it('as a workbook, with a quotation of more lines and of more characters than a cell holds', async () => {
    const lines = Array.from({ length: 600 }, (_, i) => `regel ${i}\n`)
    const words = Array.from({ length: 9000 }, (_, i) => `woord${i} `)
    const study = studyOf({
      texts: [lines, words],
      codes: [{ label: 'Rust', parent: 9 }],
      spans: [
        [0, 0, 599],
        [1, 0, 8999],
      ],
      codings: [
        [0, 0],
        [1, 0],
      ],
      sameTitle: false,
    })
    expect(study.segments.map(({ quote }) => quote.length > 5000)).toEqual([true, true])
    await holds(study, await studyToXlsx(study))
  })

  it('for the example study, all of its quotations found', async () => {
    const { study } = await loadStudyFolder('examples/bruggenbouwers')
    const places = (each: Study) =>
      [...new Set(each.codings.map(({ segment, code }) => `${segment} ${code}`))].sort()
    for (const report of [await segmentsToCsv(study), await studyToXlsx(study)]) {
      const bare = { ...study, segments: [], codings: [], memos: [] }
      const { value, problems } = await readQuotations(report, bare)
      const read = applyChanges({ ...bare, judgements: [], screenings: [], claims: [], summaries: [] }, value)
      expect(problems).toEqual([])
      expect(places(read)).toEqual(places(study))
    }
  })
})
