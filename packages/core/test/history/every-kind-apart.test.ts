import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  blindHistory,
  type Change,
  type ChangeKind,
  changeLabels,
  eventId,
  type History,
  historyOf,
  mergeHistories,
  openConflicts,
  replay,
  studyOfHistory,
} from '../../src/index.ts'
import { anyChange } from '../any-change.ts'
import { broken } from '../broken.ts'
import { setUp } from '../core-cases.ts'
import { make, type Replica, start, studyOf, take, undo } from './replica.ts'

const coders = ['anna', 'bram', '__proto__']

const step = fc.record({
  who: fc.nat(2),
  does: fc.oneof(
    { weight: 10, arbitrary: anyChange },
    { weight: 1, arbitrary: fc.constant('undo' as const) },
    { weight: 1, arbitrary: fc.nat(2) },
  ),
})

/** Three coders on copies, who make changes of every kind, undo, and now and then take in what another did. */
const threeCoders = fc.array(step, { minLength: 10, maxLength: 40, size: 'max' }).map(steps => {
  const copies: Replica[] = [start, start, start]
  steps.forEach(({ who, does }, i) => {
    const copy = copies[who]!
    if (typeof does === 'number') copies[who] = take(copy, copies[does]!)
    else if (does === 'undo') copies[who] = undo(copy, `undo-${i}`)
    else
      copies[who] = make(copy, { ...does, id: `step-${i}`, by: does.by === 'anna' ? coders[who]! : does.by })
  })
  return copies.map(({ history }) => history) as [History, History, History]
})

const all = (history: History) => ({ history, ...studyOfHistory(history), open: openConflicts(history) })

describe('histories with every kind of change', () => {
  it('join to the same, whoever takes in whom first, and however often', () => {
    const kinds = new Set<ChangeKind>()
    fc.assert(
      fc.property(threeCoders, ([a, b, c]) => {
        const [ab, bc] = [mergeHistories(a, b), mergeHistories(b, c)]
        const whole = mergeHistories(ab, c)
        for (const event of whole.events) if ('change' in event) kinds.add(event.change.kind)
        expect(mergeHistories(b, a)).toEqual(ab)
        expect(all(mergeHistories(a, bc))).toEqual(all(whole))
        expect(all(mergeHistories(mergeHistories(c, a), b))).toEqual(all(whole))
        expect(mergeHistories(whole, a)).toEqual(whole)
        expect(mergeHistories(bc, whole)).toEqual(whole)
      }),
      { numRuns: 300 },
    )
    expect(kinds.size).toBeGreaterThan(Object.keys(changeLabels).length - 8)
  })

  it('make a study in which nothing names what is not there, with a reason for each change that has no place', () => {
    fc.assert(
      fc.property(threeCoders, ([a, b, c]) => {
        const whole = mergeHistories(mergeHistories(a, b), c)
        const { study, problems } = studyOfHistory(whole)
        expect(broken(study)).toEqual([])
        const ids = new Set(whole.events.map(eventId))
        for (const { place } of problems) expect(ids).toContain(place?.path?.[1])
      }),
      { numRuns: 300 },
    )
  })

  it('that one coder made alone are the replay of the changes', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 25 }), changes => {
        const alone = changes.map((each, i): Change => ({ ...each, id: `c${i}` })).reduce(make, start)
        const made = alone.history.events.flatMap(event => ('change' in event ? [event.change] : []))
        expect(made.slice(0, setUp.length)).toEqual(setUp)
        expect(studyOfHistory(alone.history)).toEqual({ study: replay(made), problems: [] })
      }),
      { numRuns: 500 },
    )
  })

  it('are the same in whatever order their events come, and twice', () => {
    fc.assert(
      fc.property(threeCoders, fc.nat(), ([a, b], turn) => {
        const joined = mergeHistories(a, b)
        const by = turn % joined.events.length
        const turned = [
          ...joined.events.slice(by),
          ...joined.events.slice(0, by),
          ...joined.events.slice(0, 3),
        ]
        expect(historyOf({ ...joined, events: turned })).toEqual(joined)
      }),
    )
  })

  it('join with a blind copy of themselves to what they were', () => {
    fc.assert(
      fc.property(threeCoders, fc.constantFrom(...coders), ([a, b, c], coder) => {
        const whole = mergeHistories(mergeHistories(a, b), c)
        const blind = blindHistory(whole, coder)
        expect(studyOfHistory(mergeHistories(whole, blind))).toEqual(studyOfHistory(whole))
        expect(mergeHistories(blind, whole)).toEqual(mergeHistories(whole, blind))
        expect(blindHistory(blind, coder)).toEqual(blind)
      }),
      { numRuns: 200 },
    )
  })

  it('join in any order with what coders made in blind copies of them, also copy with copy first', () => {
    let apart = 0
    const acts = fc.array(fc.record({ who: fc.nat(2), does: anyChange }), { maxLength: 12 })
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 })
    fc.assert(
      fc.property(threeCoders, acts, order, ([a, b, c], made, turn) => {
        const whole = mergeHistories(mergeHistories(a, b), c)
        const copies = coders.map((coder): Replica => ({ history: blindHistory(whole, coder), own: [] }))
        made.forEach(({ who, does }, i) => {
          copies[who] = make(copies[who]!, { ...does, id: `blind-${i}`, by: coders[who]! } as Change)
        })
        const histories = [...copies.map(({ history }) => history), whole, a]
        const straight = [...histories].reverse().reduce(mergeHistories)
        if (straight.conflicts.length > whole.conflicts.length) apart++
        expect(all(turn.map(i => histories[i]!).reduce(mergeHistories))).toEqual(all(straight))
        // What met in the whole is no news.
        const again = mergeHistories(
          coders.map(coder => blindHistory(whole, coder)).reduce(mergeHistories),
          whole,
        )
        expect([again.conflicts, again.unseen]).toEqual([whole.conflicts, whole.unseen])
        expect(studyOfHistory(again)).toEqual(studyOfHistory(whole))
      }),
      { numRuns: 200 },
    )
    expect(apart).toBeGreaterThan(15)
  })

  it('are left as they were by everything that is asked of them', () => {
    fc.assert(
      fc.property(threeCoders, ([a, b]) => {
        const before = JSON.stringify([a, b])
        all(mergeHistories(a, b))
        blindHistory(a, 'anna')
        expect(JSON.stringify([a, b])).toBe(before)
        expect(studyOf({ history: a, own: [] })).toEqual(studyOfHistory(a).study)
      }),
      { numRuns: 50 },
    )
  })
})
