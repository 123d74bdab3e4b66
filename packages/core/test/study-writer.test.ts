import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChanges, applyFitting, type Change, StudyError, studyWriter } from '../src/index.ts'
import { anyChange } from './any-change.ts'
import { change, code, coding, study } from './core-cases.ts'

/** The codes of what is wrong with changes. */
function refusal(writer: ReturnType<typeof studyWriter>, changes: readonly Change[]): readonly string[] {
  try {
    writer.apply(changes)
    return []
  } catch (error) {
    if (error instanceof StudyError) return error.problems.map(problem => problem.code)
    throw error
  }
}

describe('a study writer', () => {
  it('gives the study that the changes make, and leaves the one that it began from', () => {
    const before = JSON.stringify(study)
    const writer = studyWriter(study)
    writer.apply([code('vogel')])
    writer.apply([coding('nieuw', 'g1', 'vogel')])
    expect(writer.study).toEqual(applyChanges(study, [code('vogel'), coding('nieuw', 'g1', 'vogel')]))
    expect(JSON.stringify(study)).toBe(before)
  })

  it('gives the same study again as long as nothing was applied, and never changes one that it gave', () => {
    const writer = studyWriter(study)
    expect(writer.study).toBe(study)
    writer.apply([code('vogel')])
    const given = writer.study
    expect(writer.study).toBe(given)
    const kept = JSON.stringify(given)
    writer.apply([code('vis')])
    expect(writer.study.codes.length).toBe(given.codes.length + 1)
    expect(JSON.stringify(given)).toBe(kept)
  })

  it('applies all changes of a call or none, and tells of every one that does not fit', () => {
    const writer = studyWriter(study)
    writer.apply([code('vogel')])
    const wrong = [
      code('vis'),
      change('retire-code', { code: 'eend' }),
      change('remove-memo', { memo: 'geen' }),
    ]
    expect(refusal(writer, wrong)).toEqual(['unknown-code', 'unknown-memo'])
    expect(refusal(writer, [change('retire-code', { code: 'eend' })])).toEqual(['unknown-code'])
    writer.apply([code('vis')])
    expect(writer.study).toEqual(applyChanges(study, [code('vogel'), code('vis')]))
  })

  it('applies none of the changes of a call in which there is one that is no change', () => {
    const writer = studyWriter(study)
    writer.apply([code('vogel')])
    expect(() => writer.apply([code('vis'), change('explode', {})])).toThrow(TypeError)
    expect(refusal(writer, [coding('nieuw', 'g1', 'vis')])).toEqual(['unknown-code'])
    writer.apply([code('eend')])
    expect(writer.study).toEqual(applyChanges(study, [code('vogel'), code('eend')]))
  })

  it('applies no change of a call that breaks off, and forgets what was wrong before it did', () => {
    const writer = studyWriter(study)
    const wrong = [change('retire-code', { code: 'eend' }), change('explode', {})]
    expect(() => writer.apply(wrong)).toThrow(TypeError)
    expect(refusal(writer, [code('vis')])).toEqual([])
    expect(writer.study).toEqual(applyChanges(study, [code('vis')]))
  })

  it('agrees with applying call by call, for every kind of change', () => {
    const call = fc.record({ changes: fc.array(anyChange, { maxLength: 4 }), ask: fc.boolean() })
    fc.assert(
      fc.property(fc.array(call, { maxLength: 10 }), calls => {
        const writer = studyWriter(study)
        let expected = study
        for (const { changes, ask } of calls) {
          const { value, problems } = applyFitting(expected, changes)
          expect(refusal(writer, changes)).toEqual(problems.map(problem => problem.code))
          if (problems.length === 0) expected = value
          if (ask) expect(writer.study).toEqual(expected)
        }
        expect(writer.study).toEqual(expected)
      }),
      { numRuns: 500 },
    )
  })

  it('takes 100,000 calls with one change each, asked for the study now and then, without copying it at each', () => {
    const writer = studyWriter(study)
    for (let i = 0; i < 100_000; i++) {
      writer.apply([coding(`n${i}`, 'g1', 'kat')])
      if (i % 20_000 === 0) expect(writer.study.codings).toHaveLength(4 + i)
      if (i % 1000 === 0)
        expect(refusal(writer, [coding(`n${i}`, 'g1', 'kat')])).toEqual(['duplicate-coding'])
    }
    expect(writer.study.codings).toHaveLength(100_003)
  })

  it('refuses 1,000 calls after 50,000 that it took, without going through those again each time', () => {
    const writer = studyWriter(study)
    for (let i = 0; i < 50_000; i++) writer.apply([coding(`n${i}`, 'g1', 'kat')])
    const wrong = [coding('x', 'g1', 'kat'), change('retire-code', { code: 'eend' })]
    for (let i = 0; i < 1000; i++) expect(refusal(writer, wrong)).toEqual(['unknown-code'])
    expect(writer.study.codings).toHaveLength(50_003)
  })

  it('agrees with applying call by call, for any calls, asked for the study at any time', () => {
    const step = fc.record({
      codes: fc.array(fc.constantFrom('vogel', 'vis', 'kat', 'eend'), { maxLength: 3 }),
      retire: fc.boolean(),
      ask: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), steps => {
        const writer = studyWriter(study)
        let expected = study
        for (const { codes, retire, ask } of steps) {
          const changes = codes.map(id => (retire ? change('retire-code', { code: id }) : code(id)))
          const { value, problems } = applyFitting(expected, changes)
          expect(refusal(writer, changes)).toEqual(problems.map(problem => problem.code))
          if (problems.length === 0) expected = value
          if (ask) expect(writer.study).toEqual(expected)
        }
        expect(writer.study).toEqual(expected)
      }),
    )
  })
})
