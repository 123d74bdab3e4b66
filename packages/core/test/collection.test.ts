import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Draft, draftOf, type Identified } from '../src/collection.ts'
import { byId, positionOf } from '../src/index.ts'

interface Item extends Identified {
  readonly said: number
}

const item = (id: string, said = 0): Item => ({ id, said })
const idsOf = (list: readonly Identified[]) => list.map(({ id }) => id)

/** The same as a draft, as plainly as can be. */
function naive(base: readonly Item[]): Draft<Item> {
  let list = [...base]
  const find = (id: string) => list.findIndex(each => each.id === id)
  return {
    get: id => list[find(id)],
    has: id => find(id) !== -1,
    placeOf: find,
    add(added, before) {
      const at = before === undefined ? -1 : find(before)
      list.splice(at === -1 ? list.length : at, 0, added)
    },
    replace(by) {
      list[find(by.id)] = by
    },
    remove(id) {
      list = list.filter(each => each.id !== id)
    },
    values: () => list,
    finish: () => list,
  }
}

const ids = ['a', 'b', 'c', '__proto__', 'constructor', 'toString', '0', '']
const anyId = fc.constantFrom(...ids)
const act = fc.record({
  does: fc.constantFrom('add', 'add', 'add', 'insert', 'replace', 'remove'),
  id: anyId,
  before: anyId,
  said: fc.nat(99),
})
const acts = fc.array(act, { maxLength: 12 })

/** Does something to a draft as far as it can be done there. */
function perform(draft: Draft<Item>, { does, id, before, said }: Act): void {
  const there = draft.has(id)
  if (does === 'add' && !there) draft.add(item(id, said))
  else if (does === 'insert' && !there) draft.add(item(id, said), before)
  else if (does === 'replace' && there) draft.replace(item(id, said))
  else if (does === 'remove') draft.remove(id)
}

interface Act {
  readonly does: string
  readonly id: string
  readonly before: string
  readonly said: number
}

describe('an item of a list', () => {
  const list = [item('a'), item('__proto__', 1), item('constructor', 2)]

  it.each([
    ['a', 0],
    ['__proto__', 1],
    ['constructor', 2],
    ['toString', -1],
    ['', -1],
  ])('with the id %j stands at %i', (id, place) => {
    expect(positionOf(list, id)).toBe(place)
    expect(byId(list, id)).toBe(place === -1 ? undefined : list[place])
  })

  it('is not in a list of nothing', () => {
    expect([positionOf([], 'a'), byId([], 'a')]).toEqual([-1, undefined])
  })
})

describe('a draft of a list', () => {
  it('gives the list itself where nothing was changed', () => {
    const list = [item('a')]
    const draft = draftOf(list)
    expect([draft.has('a'), draft.has('b'), draft.finish() === list]).toEqual([true, false, true])
  })

  it('puts an item before another one, or at the end where that one is not there', () => {
    const draft = draftOf([item('a'), item('b')])
    draft.add(item('c'), 'b')
    draft.add(item('d'), 'nowhere')
    draft.add(item('e'), 'a')
    expect(idsOf(draft.finish())).toEqual(['e', 'a', 'c', 'b', 'd'])
  })

  it('keeps the place of an item that is replaced, and not of one that went and came back', () => {
    const draft = draftOf([item('a'), item('b'), item('c')])
    draft.replace(item('b', 7))
    draft.remove('a')
    draft.add(item('a', 8))
    expect(draft.finish()).toEqual([item('b', 7), item('c'), item('a', 8)])
  })

  it('does what the plainest list does, whatever is done to it, and so do drafts of what came of it', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 4 }), rounds => {
        let list: readonly Item[] = [item('a'), item('b')]
        for (const round of rounds) {
          const [draft, plain] = [draftOf(list), naive(list)]
          for (const each of round) {
            perform(draft, each)
            perform(plain, each)
            expect([...draft.values()]).toEqual([...plain.values()])
            for (const id of ids) expect(draft.get(id)).toEqual(plain.get(id))
            const places = Array.from(draft.values(), ({ id }) => draft.placeOf(id))
            expect(places).toEqual(places.toSorted((a, b) => a - b))
            expect(draft.placeOf('nowhere')).toBe(-1)
          }
          const before = JSON.stringify(list)
          const next = draft.finish()
          expect(next).toEqual(plain.finish())
          expect(JSON.stringify(list)).toBe(before)
          list = next
          for (const id of ids) expect(positionOf(list, id)).toBe(idsOf(list).indexOf(id))
        }
      }),
      { numRuns: 500 },
    )
  })

  it('knows nothing of other drafts of the same list, open at the same time, finished or given up', () => {
    const branch = fc.record({ from: fc.nat(5), acts, isGivenUp: fc.boolean() })
    fc.assert(
      fc.property(fc.array(branch, { maxLength: 6 }), branches => {
        const lists: (readonly Item[])[] = [[item('a'), item('b')]]
        const open = branches.map(each => {
          const from = lists[each.from % lists.length]!
          const pair = { draft: draftOf(from), plain: naive(from), ...each }
          for (const one of each.acts.slice(0, 6)) perform(pair.draft, one)
          for (const one of each.acts.slice(0, 6)) perform(pair.plain, one)
          if (each.acts.length % 2 === 0 && !each.isGivenUp) lists.push(pair.draft.finish())
          return pair
        })
        for (const { draft, plain, acts: all, isGivenUp } of open) {
          if (all.length % 2 === 0) continue
          for (const one of all.slice(6)) perform(draft, one)
          for (const one of all.slice(6)) perform(plain, one)
          for (const id of ids) expect(draft.get(id)).toEqual(plain.get(id))
          if (!isGivenUp) expect(draft.finish()).toEqual(plain.finish())
        }
        for (const list of lists)
          for (const id of ids) expect(positionOf(list, id)).toBe(idsOf(list).indexOf(id))
      }),
      { numRuns: 500 },
    )
  })

  it('that is given up costs the next one nothing: 1,000 times beside 100,000 items', () => {
    const list = Array.from({ length: 100_000 }, (_, i) => item(`i${i}`))
    for (let i = 0; i < 1000; i++) {
      const draft = draftOf(list)
      draft.add(item('new'))
      expect(draft.has('new')).toBe(true)
    }
    expect(positionOf(list, 'new')).toBe(-1)
  })

  it('that goes on from the one before costs what is added: 2,000 times beside 100,000 items', () => {
    let list: readonly Item[] = Array.from({ length: 100_000 }, (_, i) => item(`i${i}`))
    for (let i = 0; i < 2000; i++) {
      const draft = draftOf(list)
      draft.add(item(`n${i}`))
      list = draft.finish()
    }
    expect(positionOf(list, 'n1999')).toBe(101_999)
  })

  it('that goes back to a list from which others went on costs what is added: 500 times beside 100,000 items', () => {
    const list = Array.from({ length: 100_000 }, (_, i) => item(`i${i}`))
    const made: (readonly Item[])[] = []
    for (let i = 0; i < 500; i++) {
      const draft = draftOf(list)
      draft.add(item(`n${i}`))
      draft.add(item(`m${i % 2}`))
      made.push(draft.finish())
    }
    expect(positionOf(made[0]!, 'n0')).toBe(100_000)
    expect(positionOf(made[499]!, 'n499')).toBe(100_000)
    expect(positionOf(made[499]!, 'm1')).toBe(100_001)
    for (const id of ['n0', 'm0']) expect(positionOf(made[499]!, id)).toBe(-1)
  })

  it('takes in as much again as there was, and other drafts of the list know nothing of it', () => {
    const list = Array.from({ length: 40_000 }, (_, i) => item(`i${i}`))
    const [draft, other] = [draftOf(list), draftOf(list)]
    other.add(item('n5', 7))
    for (let i = 0; i < 40_000; i++) {
      draft.add(item(`n${i}`))
      if (i % 4000 === 0) expect([draft.placeOf(`n${i}`), draft.placeOf('i3')]).toEqual([40_000 + i, 3])
    }
    expect([draft.has('n5'), other.get('n5'), other.has('n6')]).toEqual([true, item('n5', 7), false])
    const longer = draft.finish()
    expect([longer.length, positionOf(longer, 'n39999'), positionOf(list, 'n5')]).toEqual([
      80_000, 79_999, -1,
    ])
    expect(byId(other.finish(), 'n5')).toEqual(item('n5', 7))
  })

  it('puts 100,000 items each before the one that came last', () => {
    const draft = draftOf([item('i0')])
    for (let i = 1; i < 100_000; i++) draft.add(item(`i${i}`), `i${i - 1}`)
    const list = draft.finish()
    expect([list.length, list[0], list[99_999]]).toEqual([100_000, item('i99999'), item('i0')])
  })

  it('of 100,000 items takes away and puts back each of them', () => {
    const draft = draftOf(Array.from({ length: 100_000 }, (_, i) => item(`i${i}`)))
    for (let i = 0; i < 100_000; i++) {
      draft.remove(`i${i}`)
      draft.add(item(`i${i}`, 1))
    }
    const list = draft.finish()
    expect([list.length, list[0], list[99_999]]).toEqual([100_000, item('i0', 1), item('i99999', 1)])
  })
})
