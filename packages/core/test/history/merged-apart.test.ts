import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyFitting,
  type Change,
  mergeHistories,
  openConflicts,
  replay,
  type Study,
  studyOfHistory,
} from '../../src/index.ts'
import { change, code, coding, setUp, study } from '../core-cases.ts'
import { make, type Replica, start, take } from './replica.ts'

const merge = (codes: readonly string[], into: string, id?: string) =>
  change('merge-codes', { codes, into }, id)

/** What two coders make of one study apart, whoever takes in whom. */
function joined(anna: readonly Change[], bram: readonly Change[]) {
  const [one, other] = [anna.reduce(make, start), bram.reduce(make, start)]
  expect([one.own.length, other.own.length]).toEqual([anna.length, bram.length])
  const history = mergeHistories(one.history, other.history)
  expect(mergeHistories(other.history, one.history)).toEqual(history)
  const open = openConflicts(history).map(({ about }) => about)
  return { ...studyOfHistory(history), open }
}

const codesOf = (of: Study) => of.codes.map(({ id, mergedInto }) => [id, mergedInto])
const codingsOf = (of: Study) => of.codings.map(each => [each.id, each.code])

describe('merging into a code that was merged away', () => {
  const once = replay([...setUp, merge(['kat'], 'hond')])

  it('back into it leaves them one, as they were', () => {
    expect(applyFitting(once, [merge(['hond'], 'kat')])).toEqual({ value: once, problems: [] })
  })

  it('goes where that one went', () => {
    const { value, problems } = applyFitting(once, [
      code('vis'),
      coding('k9', 'g2', 'vis'),
      merge(['vis'], 'kat'),
    ])
    expect(problems).toEqual([])
    expect(codesOf(value)).toEqual([
      ['dieren', undefined],
      ['kat', 'hond'],
      ['hond', undefined],
      ['vis', 'hond'],
    ])
    // On g2 the coder has "hond" already, with k3: so the coding goes.
    expect(codingsOf(value)).toEqual([
      ['k1', 'hond'],
      ['k2', 'hond'],
      ['k3', 'hond'],
    ])
  })

  it('that lies under what is merged is refused, with the code that it is now', () => {
    const { value, problems } = applyFitting(once, [merge(['dieren'], 'kat')])
    expect(problems.map(problem => problem.code)).toEqual(['merge-into-below'])
    expect(problems[0]?.message).toContain('"hond"')
    expect(value).toEqual(once)
  })

  it('of a code that was only retired is taken, as it always was', () => {
    const { problems } = applyFitting(study, [
      change('retire-code', { code: 'hond' }),
      merge(['kat'], 'hond'),
    ])
    expect(problems).toEqual([])
  })
})

describe('two coders who merge codes apart', () => {
  it('crosswise, have one code left, with all codings', () => {
    const { study: both, problems } = joined([merge(['kat'], 'hond', 'a')], [merge(['hond'], 'kat', 'b')])
    expect(problems).toEqual([])
    expect(codesOf(both)).toEqual([
      ['dieren', undefined],
      ['kat', 'hond'],
      ['hond', undefined],
    ])
    expect(both.codes.find(({ id }) => id === 'hond')?.retired).toBeUndefined()
    expect(codingsOf(both)).toEqual([
      ['k1', 'hond'],
      ['k2', 'hond'],
      ['k3', 'hond'],
    ])
  })

  it('of which one merges into what the other merged away, have it all where that went', () => {
    const { study: both, problems } = joined(
      [code('vis'), merge(['kat'], 'vis', 'a')],
      [code('vis'), change('save-query', { query: { id: 'q', text: 'kat' } }), merge(['hond'], 'kat', 'b')],
    )
    expect(problems).toEqual([])
    expect(codingsOf(both)).toEqual([
      ['k1', 'vis'],
      ['k2', 'vis'],
      ['k3', 'vis'],
    ])
    expect(codesOf(both)).toEqual([
      ['dieren', undefined],
      ['kat', 'vis'],
      ['hond', 'vis'],
      ['vis', undefined],
    ])
  })

  it('of which one merges two and the other one of them back, have the rest merged', () => {
    const { study: both, problems } = joined(
      [code('vis'), merge(['kat'], 'vis', 'a')],
      [
        code('vis'),
        change('save-query', { query: { id: 'q', text: 'kat' } }),
        merge(['vis', 'hond'], 'kat', 'b'),
      ],
    )
    expect(problems).toEqual([])
    expect(codesOf(both)).toEqual([
      ['dieren', undefined],
      ['kat', 'vis'],
      ['hond', 'vis'],
      ['vis', undefined],
    ])
  })

  it('never leave a coding on a code that was merged, nor codes that went into each other', () => {
    const names = ['dieren', 'kat', 'hond', 'vis']
    const name = fc.constantFrom(...names)
    const act = fc.oneof(
      fc
        .tuple(fc.uniqueArray(name, { minLength: 1, maxLength: 2 }), name)
        .map(([codes, into]) => merge(codes, into)),
      fc.tuple(fc.constantFrom('g1', 'g2'), name).map(([of, as]) => coding('x', of, as)),
      name.map(id => change('move-code', { code: id, parent: null })),
    )
    const steps = fc.array(fc.tuple(fc.nat(2), act, fc.boolean()), { maxLength: 15 })
    let merged = 0
    fc.assert(
      fc.property(steps, taken => {
        const copies: Replica[] = [0, 1, 2].map(() => make(start, code('vis')))
        taken.forEach(([who, does, takes], i) => {
          if (takes) copies[who] = take(copies[who]!, copies[(who + 1) % 3]!)
          const named = { ...does, id: `step-${i}` } as Change
          copies[who] = make(copies[who]!, named)
        })
        const { study: all } = studyOfHistory(copies.map(({ history }) => history).reduce(mergeHistories))
        const into = new Map(all.codes.map(({ id, mergedInto }) => [id, mergedInto]))
        for (const { id } of all.codes) {
          let at = into.get(id)
          if (at !== undefined) merged++
          for (let i = 0; at !== undefined && i <= into.size; i++) at = into.get(at)
          expect({ id, endsAt: at }).toEqual({ id, endsAt: undefined })
        }
        expect(all.codings.filter(each => into.get(each.code) !== undefined)).toEqual([])
      }),
      { numRuns: 1000 },
    )
    expect(merged).toBeGreaterThan(500)
  })
})
