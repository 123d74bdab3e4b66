import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  checkJudgements,
  codeFrequencies,
  loadStudyFolder,
  replay,
  sourceCensus,
  sourceKinds,
} from 'codeerbank'
import { describe, expect, it } from 'vitest'

const folder = fileURLToPath(new URL('../../examples/bruggenbouwers', import.meta.url))

describe('the example study', async () => {
  const { study, changes, problems } = await loadStudyFolder(folder)

  it('reads without a problem, and no judgement contradicts its codings', () => {
    expect(problems).toEqual([])
    expect(checkJudgements(study)).toEqual([])
  })

  it('is what its changes make when they are replayed', () => {
    expect(replay(changes)).toEqual(study)
  })

  it('is as large as a real small study: 20 sources, 25,000 words, 400 codings, two coders', () => {
    expect(study.sources.length).toBeGreaterThanOrEqual(20)
    const words = study.sources.flatMap(source => source.text.match(/\p{L}+/gu) ?? [])
    expect(words.length).toBeGreaterThanOrEqual(25_000)
    expect(study.codings.length).toBeGreaterThanOrEqual(400)
    expect(new Set(study.codings.map(coding => coding.coder)).size).toBe(2)
  })

  it('has sources of all kinds, and in each case interviews, observed meetings with a grid, and notes', () => {
    expect(new Set(study.sources.map(source => source.kind))).toEqual(new Set(sourceKinds))
    for (const { id } of study.cases) {
      const sources = study.sources.filter(source => source.case === id)
      expect(new Set(sources.map(source => source.kind))).toEqual(
        new Set([
          ...sources.map(source => source.kind),
          'interview',
          'meeting-observation',
          'fieldwork-note',
        ]),
      )
      const meetings = sources.filter(source => source.kind === 'meeting-observation')
      expect(meetings.filter(source => source.grid === undefined)).toEqual([])
    }
    expect(sourceCensus(study).columnTotals.every(total => total > 0)).toBe(true)
  })

  it('uses every sub-code of Bijlage C', () => {
    const used = new Map(codeFrequencies(study).map(({ code, own }) => [code, own.codings]))
    const subCodes = study.codes.filter(code => code.level === 'sub-code')
    expect(subCodes).toHaveLength(45)
    expect(subCodes.filter(code => used.get(code.id) === 0).map(code => code.label.nl)).toEqual([])
  })

  it('keeps the mess of real data: CRLF, a byte order mark, emoji, curly quotes, an unknown speaker', async () => {
    const bytes = await Promise.all(
      study.sources.map(source => readFile(join(folder, source.origin?.file ?? '?'))),
    )
    expect(bytes.some(file => file.includes('\r\n'))).toBe(true)
    expect(bytes.some(file => file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf)).toBe(true)
    expect(study.sources.some(source => /\p{Extended_Pictographic}/u.test(source.text))).toBe(true)
    expect(study.sources.some(source => /[“”’]/.test(source.text))).toBe(true)
    expect(study.sources.some(source => source.turns.some(turn => turn.role === 'unknown'))).toBe(true)
    expect(study.sources.every(source => !/\r|\uFEFF/.test(source.text))).toBe(true)
  })

  it('quotes exactly what stands in its sources', () => {
    const texts = new Map(study.sources.map(source => [source.id, source.text]))
    const wrong = study.segments.filter(
      ({ source, start, end, quote }) => texts.get(source)?.slice(start, end) !== quote,
    )
    expect(wrong).toEqual([])
  })
})
