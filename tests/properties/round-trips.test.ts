import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  addSource,
  anchorCodings,
  applyChanges,
  type Change,
  type CodingRow,
  codingsToCsv,
  fromCodePoints,
  indexText,
  loadStudyFolder,
  parseChanges,
  readCodings,
  readTranscript,
  replay,
  type Study,
  toCodePoints,
} from 'codeerbank'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const at = '2024-03-01T09:00:00+01:00'
const base: readonly Change[] = [
  { id: '1', at, by: 'anna', kind: 'add-coder', coder: { id: 'anna', label: 'Anna' } },
  { id: '2', at, by: 'anna', kind: 'add-case', case: { id: 'oost', label: { nl: 'Oost' }, values: {} } },
  ...['Ruzie', 'Stilte'].map(
    (nl): Change => ({
      id: `add-${nl}`,
      at,
      by: 'anna',
      kind: 'add-code',
      code: { id: nl.toLowerCase(), label: { nl }, parent: null, level: 'theme', origin: 'deductive' },
    }),
  ),
]

/** Pieces of text that break naive counting: emoji, combining marks, every line end, right-to-left script. */
const piece = fc.constantFrom(
  'woord ',
  'zo’n ',
  '😀',
  '👩‍👩‍👧 ',
  'e\u0301',
  'ñ',
  '\r\n',
  '\n',
  '\r',
  'שלום ',
  'مرحبا ',
  '\u200f',
  '\uFEFF',
  '"',
  ',',
  ';',
  '=1+1 ',
  '\t',
)
const body = fc.array(piece, { minLength: 1, maxLength: 40 }).map(parts => parts.join(''))

/** A file and stretches of its words, as shares of the text. */
const coded = fc.record({
  text: body,
  bom: fc.boolean(),
  stretches: fc.array(fc.tuple(fc.nat(99), fc.nat(99), fc.constantFrom('Ruzie', 'stilte')), { maxLength: 6 }),
})

async function studyOf({
  text,
  bom,
  stretches,
}: typeof coded extends fc.Arbitrary<infer T> ? T : never): Promise<{
  readonly study: Study
  readonly changes: readonly Change[]
}> {
  const file = `${bom ? '\uFEFF' : ''}R1: begin ${text} einde`
  const { value } = await readTranscript(new TextEncoder().encode(file), { name: 'a.txt' })
  let study = replay(base)
  const before = study
  study = addSource(study, value, { case: 'oost', kind: 'interview' })
  const source = study.sources[0]!
  const rows = stretches.flatMap(([from, length, code]): readonly CodingRow[] => {
    // A person marks whole characters.
    const index = indexText(source.text)
    const whole = (offset: number) => fromCodePoints(index, toCodePoints(index, offset))
    const start = whole(Math.floor((source.text.length * from) / 100))
    const end = whole(
      Math.min(source.text.length, start + 2 + Math.floor((source.text.length * length) / 100)),
    )
    const quote = source.text.slice(start, end)
    return [{ source: 'a', quote, start, code, coder: 'anna', at }]
  })
  const anchored = anchorCodings(study, rows)
  expect(anchored.problems.filter(problem => problem.severity === 'error')).toEqual([])
  expect(before.sources).toEqual([])
  const added: Change = {
    id: 'add-source:a',
    at: '1970-01-01T00:00:00Z',
    by: 'codeerbank',
    kind: 'add-source',
    source,
  }
  return { study: applyChanges(study, anchored.value), changes: [...base, added, ...anchored.value] }
}

describe('on text with emoji, combining marks, any line end and right-to-left script', () => {
  it('the text of a segment is its quote, in UTF-16 units and in code points', async () => {
    await fc.assert(
      fc.asyncProperty(coded, async given => {
        const { study } = await studyOf(given)
        const { text } = study.sources[0]!
        const points = Array.from(text)
        const index = indexText(text)
        expect(text).not.toMatch(/\r/)
        for (const { start, end, quote } of study.segments) {
          expect(text.slice(start, end)).toBe(quote)
          expect(points.slice(toCodePoints(index, start), toCodePoints(index, end)).join('')).toBe(quote)
        }
      }),
    )
  })

  it('replaying the changes gives the same study, also after they were written as JSON', async () => {
    await fc.assert(
      fc.asyncProperty(coded, async given => {
        const { study, changes } = await studyOf(given)
        expect(replay(changes)).toEqual(study)
        expect(replay(parseChanges(JSON.parse(JSON.stringify(changes))))).toEqual(study)
      }),
    )
  })

  it('the list of codings read back gives the same codings, guarded or not', async () => {
    await fc.assert(
      fc.asyncProperty(coded, fc.boolean(), async (given, guard) => {
        const { study } = await studyOf(given)
        const list = await readCodings(await codingsToCsv(study, { guard }))
        expect(list.problems).toEqual([])
        const again = anchorCodings({ ...study, segments: [], codings: [] }, list.value)
        expect(again.problems).toEqual([])
        const read = applyChanges({ ...study, segments: [], codings: [] }, again.value)
        expect(read.segments).toEqual(study.segments)
        expect(read.codings).toEqual(study.codings)
      }),
    )
  })
})

describe('a study folder', () => {
  it('gives the study that its changes give when they are replayed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'codeerbank-'))
    try {
      await writeFile(join(folder, 'study.yaml'), 'cases: [oost]\ncoders: [anna]\n')
      await writeFile(join(folder, 'codebook.md'), '# C\n\n## Ruzie\n\nDat.\n')
      const { study, changes } = await loadStudyFolder(folder)
      expect(study.codes.map(code => code.id)).toEqual(['ruzie'])
      expect(replay(changes)).toEqual(study)
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
