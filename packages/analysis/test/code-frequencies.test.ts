import { emptyStudy } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeFrequencies } from '../src/code-frequencies.ts'
import { anyStudy } from './any-study.ts'
import { naiveCount, subtree } from './naive-counts.ts'
import { bareStudy, codedStudy, codeOf, withCodings } from './study-cases.ts'

/** Codings, segments, sources, speakers. */
const four = (codings: number, segments: number, sources: number, speakers: number) => ({
  codings,
  segments,
  sources,
  speakers,
})

describe('codeFrequencies', () => {
  it('counts each code alone and with all below it, distinct units once', () => {
    expect(codeFrequencies(codedStudy)).toEqual([
      // Anna says `n1 een`, `n2 een` and `z1 een`; R2 says `n1 twee`; `z1 Vraag?` is the interviewer's.
      { code: 'gedrag', own: four(1, 1, 1, 1), rolledUp: four(7, 5, 3, 2) },
      { code: 'houding', own: four(0, 0, 0, 0), rolledUp: four(5, 3, 2, 2) },
      { code: 'open', own: four(3, 2, 1, 2), rolledUp: four(3, 2, 1, 2) },
      { code: 'gesloten', own: four(2, 2, 2, 1), rolledUp: four(2, 2, 2, 1) },
      { code: 'status', own: four(1, 1, 1, 1), rolledUp: four(1, 1, 1, 1) },
      { code: 'proces', own: four(0, 0, 0, 0), rolledUp: four(0, 0, 0, 0) },
    ])
  })

  it('gives nothing for a study without codes', () => {
    expect(codeFrequencies(emptyStudy)).toEqual([])
  })

  it('gives zeroes for codes in a study without codings', () => {
    const study = { ...emptyStudy, codes: [codeOf('a')] }
    expect(codeFrequencies(study)).toEqual([{ code: 'a', own: four(0, 0, 0, 0), rolledUp: four(0, 0, 0, 0) }])
  })

  it('keeps retired codes, which still carry what was coded with them', () => {
    const codes = bareStudy.codes.map(code => (code.id === 'proces' ? { ...code, retired: true } : code))
    const study = withCodings({ ...bareStudy, codes }, ['n1 een proces kim'])
    expect(codeFrequencies(study).at(-1)).toEqual({
      code: 'proces',
      own: four(1, 1, 1, 1),
      rolledUp: four(1, 1, 1, 1),
    })
  })

  it('takes the same label in two sources for two speakers, and a participant in two sources for one', () => {
    const study = withCodings(bareStudy, [
      'n1 twee open kim',
      'n2 twee open kim',
      'n1 een status kim',
      'z1 een status kim',
    ])
    const counts = new Map(codeFrequencies(study).map(each => [each.code, each.own.speakers]))
    expect(counts.get('open')).toBe(2)
    expect(counts.get('status')).toBe(1)
  })

  it('has no speaker for the words of the interviewer, nor for a line outside every turn', () => {
    const study = withCodings(bareStudy, ['n1 Vraag? open kim', 'n1 drie open kim'])
    expect(codeFrequencies(study)[2]).toEqual({
      code: 'open',
      own: four(2, 2, 1, 0),
      rolledUp: four(2, 2, 1, 0),
    })
  })

  it('has no speaker for a segment that was lost: nobody knows who says what stands there now', () => {
    const coded = withCodings(bareStudy, ['n1 een open kim'])
    const study = { ...coded, segments: coded.segments.map(each => ({ ...each, verdict: 'lost' as const })) }
    expect(codeFrequencies(study)[2]?.own).toEqual(four(1, 1, 1, 0))
  })

  it('counts a subtree whose codes go round in a cycle, each unit once', () => {
    const codes = [codeOf('a', 'b'), codeOf('b', 'a'), codeOf('c', 'b')]
    const study = withCodings({ ...bareStudy, codes }, ['n1 een c kim', 'n1 een b kim', 'n1 een a kim'])
    const rolledUp = codeFrequencies(study).map(each => [
      each.code,
      each.rolledUp.codings,
      each.rolledUp.segments,
    ])
    expect(rolledUp).toEqual([
      ['a', 3, 1],
      ['b', 2, 1],
      ['c', 1, 1],
    ])
  })

  it('rolls up to the size of the set of distinct units of the subtree', () => {
    fc.assert(
      fc.property(anyStudy, study => {
        for (const { code, own, rolledUp } of codeFrequencies(study)) {
          const below = subtree(study, code)
          const alone = study.codings.filter(coding => coding.code === code)
          const all = study.codings.filter(coding => below.has(coding.code))
          for (const unit of ['codings', 'segments', 'sources', 'speakers'] as const) {
            expect(own[unit]).toBe(naiveCount(study, alone, unit))
            expect(rolledUp[unit]).toBe(naiveCount(study, all, unit))
          }
        }
      }),
    )
  })
})
