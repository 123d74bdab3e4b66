import { describe, expect, it } from 'vitest'
import { type Change, openConflicts, studyOfHistory } from '../../src/index.ts'
import { change, code, coding, segment } from '../core-cases.ts'
import { make, type Replica, start, take, undo } from './replica.ts'

/** What is left of what Anna made and undid, once it is joined with what Bram made of it on a copy meanwhile. */
function joined(anna: readonly Change[], bram: readonly Change[]) {
  const made = anna.reduce(make, start)
  const other = bram.reduce(make, { ...made, own: [] })
  expect(other.own).toHaveLength(bram.length)
  const undone = anna.reduce((copy: Replica, _, i) => undo(copy, `undo ${i}`), made)
  const histories = [take(undone, other).history, take(other, undone).history]
  expect(histories[1]).toEqual(histories[0])
  expect(openConflicts(histories[0]!)).toEqual([])
  const { study, problems } = studyOfHistory(histories[0]!)
  return {
    study,
    told: problems.map(({ code: what, severity, place }) => [what, severity, place?.path?.[1]]),
  }
}

const fish = { ...code('vis'), id: 'vis' }
const mark = { ...segment('g9', 0, 3), id: 'mark' }

describe('what one undid while another built on it', () => {
  it('is there still: a code that was coded with, and that is told', () => {
    const { study, told } = joined([fish], [coding('n', 'g2', 'vis', 'bram')])
    expect(study.codings.at(-1)).toMatchObject({ id: 'n', code: 'vis', coder: 'bram' })
    expect(told).toEqual([['undone-in-use', 'warning', 'vis']])
  })

  it('is there with all that it rests on itself', () => {
    const { study, told } = joined(
      [fish, mark, { ...coding('k9', 'g9', 'vis'), id: 'coded' }],
      [change('review-coding', { coding: 'k9', codeVersion: 1 })],
    )
    expect(study.codings.at(-1)).toMatchObject({ id: 'k9', segment: 'g9', code: 'vis' })
    expect(told).toEqual([
      ['undone-in-use', 'warning', 'vis'],
      ['undone-in-use', 'warning', 'mark'],
      ['undone-in-use', 'warning', 'coded'],
    ])
  })

  it('is there where a code was split, and the other coded with a part', () => {
    const split = change(
      'split-code',
      {
        code: 'kat',
        into: [{ id: 'poes', label: { nl: 'Poes' }, parent: null, level: 'sub-code', origin: 'inductive' }],
        assign: [{ coding: 'k1', code: 'poes' }],
      },
      'split',
    )
    const { study, told } = joined([split], [coding('n', 'g2', 'poes', 'bram')])
    expect(study.codings.map(({ id, code: of }) => [id, of])).toEqual([
      ['k1', 'poes'],
      ['k2', 'kat'],
      ['k3', 'hond'],
      ['n', 'poes'],
    ])
    expect(told).toEqual([['undone-in-use', 'warning', 'split']])
  })

  it('is gone where the other only took it away, or did something else', () => {
    expect(joined([fish], [change('retire-code', { code: 'vis' })]).study.codes.map(({ id }) => id)).toEqual([
      'dieren',
      'kat',
      'hond',
    ])
    expect(joined([mark], [coding('n', 'g2', 'kat', 'bram')]).told).toEqual([])
  })

  it.each([
    ['its coding is withdrawn', [change('withdraw-coding', { coding: 'n' })]],
    ['the code is retired', [change('retire-code', { code: 'vis' })]],
    ['the code is merged into another', [change('merge-codes', { codes: ['vis'], into: 'kat' })]],
    ['the segment of the coding is removed', [change('remove-segment', { segment: 'g2' })]],
  ])('is told until %s', (_, dealt) => {
    const made = make(start, fish)
    const other = make({ ...made, own: [] }, coding('n', 'g2', 'vis', 'bram'))
    const both = take(undo(made, 'u'), other)
    const told = (copy: Replica) => studyOfHistory(copy.history).problems.map(({ code: what }) => what)
    expect(told(both)).toEqual(['undone-in-use'])
    // What has nothing to do with it does not end it.
    expect(told(make(both, change('withdraw-coding', { coding: 'k1' })))).toEqual(['undone-in-use'])
    expect(told(dealt.reduce(make, both))).toEqual([])
  })

  it('is told as long as one thing rests on it: a row, a code below it', () => {
    const made = make(start, fish)
    const other = [coding('n', 'g2', 'vis', 'bram'), code('haring', 'vis')].reduce(make, { ...made, own: [] })
    const both = make(take(undo(made, 'u'), other), change('withdraw-coding', { coding: 'n' }))
    const told = (copy: Replica) => studyOfHistory(copy.history).problems.map(({ code: what }) => what)
    expect(told(both)).toEqual(['undone-in-use'])
    expect(told(make(both, change('move-code', { code: 'haring', parent: 'dieren' })))).toEqual([])
  })

  it('is there once where somebody made the same anew', () => {
    const made = make(start, fish)
    const anew = make(undo(made, 'u'), { ...fish, id: 'anew' })
    const other = make({ ...made, own: [] }, coding('n', 'g2', 'vis', 'bram'))
    const { study, problems } = studyOfHistory(take(anew, other).history)
    expect(problems.map(({ code: what }) => what)).toEqual(['undone-in-use'])
    expect(study.codes.map(({ id }) => id)).toEqual(['dieren', 'kat', 'hond', 'vis'])
    expect(study.codings.at(-1)?.id).toBe('n')
  })

  it('is not told of where what was made anew is what the other used', () => {
    const anew = make(undo(make(start, fish), 'u'), { ...fish, id: 'anew' })
    const { study, problems } = studyOfHistory(make(anew, coding('n', 'g2', 'vis', 'bram')).history)
    expect([problems, study.codings.at(-1)?.id]).toEqual([[], 'n'])
  })
})
