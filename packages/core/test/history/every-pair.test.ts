import { describe, expect, it } from 'vitest'
import { type Change, changeLabels, findConflicts } from '../../src/index.ts'
import { change, setUp } from '../core-cases.ts'
import { everyKind } from '../every-kind-cases.ts'
import { conflictsOf } from './every-pair-cases.ts'

const kinds = Object.keys(everyKind) as (keyof typeof everyKind)[]
const of = (kind: keyof typeof everyKind, id: string) => change(kind, everyKind[kind].change, id)
const aboutOf = (one: Change, other: Change) =>
  findConflicts([one], [other], { beside: setUp }).conflicts.map(({ about }) => about)

describe('of two changes that were made apart', () => {
  it('every kind is looked at beside every other', () => {
    expect(kinds.toSorted()).toEqual(Object.keys(changeLabels).toSorted())
  })

  it.each(kinds)('%s is at odds with these kinds, whoever made which, and with no others', kind => {
    for (const [place, other] of kinds.entries()) {
      if (other === kind) continue
      const about = place < kinds.indexOf(kind) ? conflictsOf[other][kind] : conflictsOf[kind][other]
      const expected = [kind, other, about === undefined ? [] : [about]]
      expect([kind, other, aboutOf(of(kind, 'a'), of(other, 'b'))]).toEqual(expected)
      expect([kind, other, aboutOf(of(other, 'b'), of(kind, 'a'))]).toEqual(expected)
    }
  })
})
