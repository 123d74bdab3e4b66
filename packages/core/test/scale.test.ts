import { describe, expect, it } from 'vitest'
import {
  applyChanges,
  type Change,
  emptyHistory,
  findConflicts,
  mergeHistories,
  parseChanges,
  replay,
} from '../src/index.ts'
import { change, code, coding, segment, setUp, study } from './core-cases.ts'

/** So many that a step which goes through all for each would run past the time limit of a test. */
const count = 100_000
const each = <T>(make: (i: number) => T, n = count): readonly T[] =>
  Array.from({ length: n }, (_, i) => make(i))

const segments = each(i => change('add-segment', { segment: { ...marked(i), source: 's' } }, `g${i}`))
const codings = each(i => ({ ...coding(`n${i}`, `m${i}`, 'kat'), id: `k${i}` }) as Change)

function marked(i: number) {
  return { id: `m${i}`, start: 0, end: 3, quote: 'Een', prefix: '', suffix: '' }
}

const large = applyChanges(study, [...segments, ...codings])

describe('a study of 100,000 codings', () => {
  it('comes from outside and is applied in seconds', () => {
    const changes = [...setUp, ...segments, ...codings]
    const { codings: made } = replay(parseChanges(changes))
    expect(made).toEqual(large.codings)
  })

  it('loses a source with all that stands in it', () => {
    const gone = applyChanges(large, [change('remove-source', { source: 's' })])
    expect([gone.sources, gone.segments, gone.codings, large.codings.length]).toEqual([[], [], [], count + 3])
  })

  it('loses its segments one by one', () => {
    const gone = applyChanges(
      large,
      each(i => change('remove-segment', { segment: `m${i}` }, `r${i}`)),
    )
    expect([gone.segments, gone.codings]).toEqual([study.segments, study.codings])
  })

  it('has a code merged, split and redefined', () => {
    const part = { id: 'poes', label: { nl: 'P' }, parent: null, level: 'sub-code', origin: 'inductive' }
    const after = applyChanges(large, [
      change('redefine-code', { code: 'hond', definition: { nl: 'D' } }),
      change('merge-codes', { codes: ['kat'], into: 'hond' }),
      change('split-code', {
        code: 'hond',
        into: [part],
        assign: each(i => ({ coding: `n${i}`, code: 'poes' })),
      }),
    ])
    expect(after.codings.slice(-1)).toEqual([{ ...large.codings.at(-1), code: 'poes', codeVersion: 1 }])
    expect(after.codings.filter(({ code: of }) => of === 'poes')).toHaveLength(count)
    expect(after.codings.slice(0, 3).map(({ code: of, codeVersion }) => [of, codeVersion])).toEqual([
      ['hond', 2],
      ['hond', 2],
      ['hond', 1],
    ])
  })

  it('has its source corrected', () => {
    const { text } = study.sources[0]!
    const moves = [
      ...each(i => ({ segment: `m${i}`, start: 5, end: 8, verdict: 'moved' })),
      { segment: 'g1', start: 5, end: 15, verdict: 'moved' },
      { segment: 'g2', start: 0, end: 0, verdict: 'lost' },
    ]
    const after = applyChanges(large, [
      change('correct-source', { source: 's', text: `Nou. ${text}`, turns: [], moves }, 'c'),
    ])
    expect(after.segments.at(-1)).toMatchObject({
      id: `m${count - 1}`,
      start: 5,
      end: 8,
      quote: 'Een',
      prefix: 'Nou. ',
    })
  })

  it('is marked a little more at the cost of that little, a thousand times', () => {
    const after = each(i => segment(`z${i}`, 0, 3), 1000).reduce(
      (before, one) => applyChanges(before, [one]),
      large,
    )
    expect(after.segments).toHaveLength(count + 1002)
  })
})

describe('100,000', () => {
  it('estimates, each in a cell of its own, are recorded and recorded anew', () => {
    const rows = each(i => ({ id: `r${i}`, label: { nl: 'R' }, codes: [] }), 100)
    const estimate = (i: number, state: string) =>
      change(
        'record-judgement',
        {
          judgement: {
            id: `j${i}`,
            frame: `f${i % 10}`,
            case: `c${Math.floor(i / 1000)}`,
            rows: [`r${Math.floor(i / 10) % 100}`],
            state,
          },
        },
        `${state} ${i}`,
      )
    const { judgements } = replay([
      ...each(i => change('set-frame', { frame: { id: `f${i}`, label: { nl: 'F' }, rows } }, `f${i}`), 10),
      ...each(
        i => change('add-case', { case: { id: `c${i}`, label: { nl: 'C' }, values: {} } }, `c${i}`),
        100,
      ),
      ...each(i => estimate(i, 'current')),
      ...each(i => estimate(i, 'completed')),
    ])
    expect(judgements).toHaveLength(count)
    expect(judgements.every(({ state }) => state === 'completed')).toBe(true)
  })

  it('codes are added, each before the one that came last, and moved to the end', () => {
    const { codes } = replay([
      ...each(i => ({ ...code(`c${i}`), ...(i === 0 ? {} : { before: `c${i - 1}` }) }) as Change),
      ...each(
        i => change('move-code', { code: `c${i}`, parent: null, before: `c${count - 1}` }, `v${i}`),
        count - 1,
      ),
    ])
    expect([codes[0]?.id, codes.at(-2)?.id, codes.at(-1)?.id]).toEqual([
      'c0',
      `c${count - 2}`,
      `c${count - 1}`,
    ])
  })

  it('codings of each of two coders with one code are joined, while a third defined it anew', () => {
    const by = (who: string) =>
      each(i => ({ ...coding(`${who}${i}`, 'g1', 'kat'), id: `${who}${i}` }) as Change)
    const [anna, bram] = [by('a'), by('b')]
    expect(findConflicts(anna, bram)).toEqual({ conflicts: [], unseen: [] })
    const redefine = change('redefine-code', { code: 'kat', definition: { nl: 'D' } })
    expect(findConflicts(anna, [redefine]).unseen).toHaveLength(count)
    const historyOf = (changes: readonly Change[]) => ({
      ...emptyHistory,
      events: changes.map((one, i) => ({ clock: i + 1, change: one })),
    })
    const joined = mergeHistories(historyOf(anna), historyOf(bram))
    expect(joined.events.slice(0, 3).map(({ clock }) => clock)).toEqual([1, 1, 2])
    expect(joined.events).toHaveLength(2 * count)
  })
})
