import { emptyStudy, type Study } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { groupOf } from '../src/group-by-key.ts'
import { studyIndex } from '../src/study-index.ts'
import { bareStudy, codedStudy, withCodings } from './study-cases.ts'

describe('studyIndex', () => {
  it('is built once for a study value', () => {
    expect(studyIndex(codedStudy)).toBe(studyIndex(codedStudy))
    expect(studyIndex({ ...codedStudy })).not.toBe(studyIndex(codedStudy))
  })

  it('has for each coding the positions of what it belongs to', () => {
    const index = studyIndex(codedStudy)
    expect([...index.codingCode]).toEqual([2, 2, 3, 2, 4, 0, 3])
    expect([...index.codingSegment]).toEqual([0, 0, 0, 1, 2, 3, 4])
    expect([...index.codingCoder]).toEqual([0, 1, 0, 0, 0, 1, 1])
    expect([...index.codingSource]).toEqual([0, 0, 0, 0, 1, 2, 2])
    expect([...index.codingCase]).toEqual([0, 0, 0, 0, 0, 1, 1])
    expect([...index.codingKind]).toEqual([0, 0, 0, 0, 4, 0, 0])
    expect([...index.codingVoice]).toEqual([0, 0, 0, 1, 0, 0, -1])
  })

  it('knows each voice by what it is called', () => {
    const index = studyIndex(codedStudy)
    expect(index.voices).toEqual(['anna', 'n1#R2'])
    expect(index.voiceLabels).toEqual(['Anna', 'R2'])
  })

  it('has the codings of a code by case, whatever the order of coding', () => {
    const study = withCodings(bareStudy, [
      'z1 een open kim',
      'n1 een open kim',
      'z1 twee open kim',
      'n2 een open kim',
    ])
    expect([...groupOf(studyIndex(study).codingsOfCode, 2)]).toEqual([1, 3, 0, 2])
  })

  it('marks the codings that contradict', () => {
    const study = withCodings(bareStudy, ['z1 een open kim', 'n1 een open kim -'])
    expect([...studyIndex(study).codingContradicts]).toEqual([0, 1])
  })

  it('has -1 for what a study does not have, and counts on', () => {
    const coded = withCodings(bareStudy, ['n1 een open kim', 'n1 een gone kim', 'n2 een open kim'])
    const study: Study = { ...coded, sources: coded.sources.slice(0, 1) }
    const index = studyIndex(study)
    expect([...index.codingCode]).toEqual([2, -1, 2])
    expect([...index.codingSource]).toEqual([0, 0, -1])
    expect([...index.codingCase]).toEqual([0, 0, -1])
  })

  it('is empty for an empty study', () => {
    const index = studyIndex(emptyStudy)
    expect(index.codingCode).toHaveLength(0)
    expect(index.voices).toEqual([])
  })
})
