import { type Change, emptyStudy, replay } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partsOfStudy, studyOfParts } from '../../src/snapshot/study-parts.ts'

const base = { at: '2024-05-01T10:00:00Z', by: 'anna' }

function manyCases(count: number): readonly Change[] {
  return Array.from({ length: count }, (_, i) => ({
    ...base,
    kind: 'add-case',
    id: `c${i}`,
    case: { id: `casus-${i}`, label: { nl: `Casus ${i} 👋` }, values: {} },
  }))
}

describe('a study in parts', () => {
  it.each([0, 1, 1999, 2000, 2001, 4500])('is the same study with %i cases', count => {
    const study = replay(manyCases(count))
    const parts = [...partsOfStudy(study)]
    expect(parts).toHaveLength(Math.ceil(count / 2000) + 1)
    expect(studyOfParts(parts, parts.at(-1)!.hash)).toEqual(study)
  })

  it('is no study where a part is missing, moved or changed', () => {
    const parts = [...partsOfStudy(replay(manyCases(4500)))]
    const last = parts.at(-1)!.hash
    expect(studyOfParts(parts.slice(1), last)).toBeNull()
    expect(studyOfParts(parts.slice(0, -1), last)).toBeNull()
    expect(studyOfParts([parts[1]!, parts[0]!, ...parts.slice(2)], last)).toBeNull()
    expect(studyOfParts([], last)).toBeNull()
    fc.assert(
      fc.property(fc.nat(parts.length - 1), fc.nat(100), (at, where) => {
        const body = parts[at]!.body
        const changed = `${body.slice(0, where)}#${body.slice(where + 1)}`
        const edited = parts.map((part, i) => (i === at ? { ...part, body: changed } : part))
        expect(studyOfParts(edited, last)).toBeNull()
      }),
    )
  })

  it('leaves lists that are empty empty', () => {
    const parts = [...partsOfStudy(emptyStudy)]
    expect(studyOfParts(parts, parts[0]!.hash)).toEqual(emptyStudy)
  })
})
