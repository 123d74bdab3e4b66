import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  blindHistory,
  type Change,
  type History,
  mergeHistories,
  openConflicts,
  studyOfHistory,
} from '../../src/index.ts'
import { change, code, coding, segment, text } from '../core-cases.ts'
import { make, type Replica, start, take, undo } from './replica.ts'

const by = (coder: string, given: Change): Change => ({ ...given, by: coder }) as Change
const split = (into: string, ...codings: string[]) =>
  change(
    'split-code',
    {
      code: 'hond',
      into: [{ id: into, label: { nl: into }, parent: null, level: 'sub-code', origin: 'inductive' }],
      assign: codings.map(each => ({ coding: each, code: into })),
    },
    'gesplitst',
  )
const correct = (to: string, ...moves: readonly (readonly [string, number, number])[]) =>
  change(
    'correct-source',
    {
      source: 's',
      text: to,
      turns: [],
      moves: moves.map(([id, from, until]) => ({ segment: id, start: from, end: until, verdict: 'moved' })),
    },
    'gecorrigeerd',
  )

/** What Anna found, and what was then done to sources and codes. */
const whole = [
  by('anna', segment('geheim-1', 4, 10)),
  by('anna', coding('geheim-2', 'geheim-1', 'hond')),
  by('bram', segment('van-bram', 12, 18)),
  { ...coding('bram-codeert', 'van-bram', 'hond', 'bram') },
  by(
    'anna',
    change('write-memo', { memo: { id: 'geheim-3', on: { type: 'source', id: 's' }, text: 'Stil.' } }),
  ),
  by('anna', change('remove-memo', { memo: 'geheim-3' })),
  by(
    'anna',
    correct(`Nou. ${text}`, ['g1', 5, 15], ['g2', 17, 20], ['geheim-1', 9, 15], ['van-bram', 17, 23]),
  ),
  by('anna', split('teef', 'k3', 'geheim-2', 'bram-codeert')),
].reduce(make, start)

const saidBy = (history: History, who: string) => JSON.stringify(blindHistory(history, who))

describe('a blind copy', () => {
  it('names nothing that others found, also where sources were corrected and codes split', () => {
    expect(JSON.stringify(whole.history)).toContain('geheim-2')
    expect(saidBy(whole.history, 'bram')).not.toMatch(/geheim|"g2"|"k1"|"k3"/)
    expect(saidBy(whole.history, 'bram')).toMatch(/van-bram.*bram-codeert/)
    expect(saidBy(undo(whole, 'u').history, 'bram')).not.toContain('geheim')
  })

  it('is the study without it, and nothing in it fails', () => {
    const { study, problems } = studyOfHistory(blindHistory(whole.history, 'bram'))
    expect(problems).toEqual([])
    expect(study.sources[0]?.text).toBe(`Nou. ${text}`)
    // Bram coded the segment that Anna marked first, too.
    expect(study.segments.map(({ id, start: from, quote }) => [id, from, quote])).toEqual([
      ['g1', 5, 'Een 😀 kat'],
      ['van-bram', 17, 'En een'],
    ])
    expect(study.codings.map(({ id, code: of }) => [id, of])).toEqual([
      ['k2', 'kat'],
      ['bram-codeert', 'teef'],
    ])
  })

  it('gives the whole again where it is joined with it, in either order and however often', () => {
    const blind = blindHistory(whole.history, 'bram')
    const [one, other] = [mergeHistories(whole.history, blind), mergeHistories(blind, whole.history)]
    expect(one).toEqual(other)
    expect(mergeHistories(one, blind)).toEqual(one)
    expect(studyOfHistory(one)).toEqual(studyOfHistory(whole.history))
  })

  it('of each of several coders, and what they add, joins in any order', () => {
    const coders = ['anna', 'bram', 'carla']
    const act = fc.record({
      who: fc.nat(2),
      id: fc.constantFrom('a', 'b', 'c'),
      code: fc.constantFrom('kat', 'dieren'),
    })
    fc.assert(
      fc.property(
        fc.array(act, { maxLength: 9 }),
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        (acts, order) => {
          const copies: Replica[] = coders.map(coder => ({
            history: blindHistory(whole.history, coder),
            own: [],
          }))
          acts.forEach(({ who, id, code: of }, i) => {
            const marked = by(coders[who]!, segment(`${coders[who]}-${id}`, 0, 3))
            const coded = coding(`n${i}`, `${coders[who]}-${id}`, of, coders[who]!)
            copies[who] = [marked, coded].reduce(make, copies[who]!)
          })
          const all = [...copies, whole]
          const joined = order.map(i => all[i]!).reduce(take)
          const straight = all.reduce(take)
          expect(joined.history).toEqual(straight.history)
          expect(studyOfHistory(joined.history).problems).toEqual([])
        },
      ),
    )
  })

  it('knows what had met: two of them joined before the whole have no conflict that the whole has not', () => {
    const judge = (id: string, coder: string, state: string) =>
      by(
        coder,
        change('record-judgement', { judgement: { id, frame: 'f', case: 'oost', rows: ['a'], state } }, id),
      )
    // Anna judged, and withdrew it when Bram and she had talked; then Bram judged.
    const talked = [
      judge('anna', 'anna', 'current'),
      by('anna', change('withdraw-judgement', { judgement: 'anna' })),
      judge('bram', 'bram', 'completed'),
    ].reduce(make, start)
    const [forAnna, forBram] = ['anna', 'bram'].map(who => blindHistory(talked.history, who))
    expect(openConflicts(mergeHistories(forAnna!, forBram!))).toEqual([])
    expect(mergeHistories(mergeHistories(forAnna!, forBram!), talked.history)).toEqual(talked.history)
    // What Anna judges in her copy Bram did not know, nor she of him.
    const anew = make({ history: forAnna!, own: [] }, judge('anna again', 'anna', 'not reached'))
    expect(openConflicts(mergeHistories(anew.history, forBram!)).map(({ about }) => about)).toEqual([
      'cell:["f","oost","a"] judgement',
    ])
  })

  it('leaves out what the coder did to what others found, for it names that', () => {
    const looked = [
      by('bram', change('review-coding', { coding: 'k1' }, 'herzien-1')),
      by('bram', change('review-coding', { coding: 'k2' }, 'herzien-2')),
      by('bram', change('withdraw-coding', { coding: 'k3' }, 'ingetrokken')),
      by('bram', change('remove-segment', { segment: 'g2' }, 'verwijderd')),
    ].reduce(make, start)
    const blind = blindHistory(looked.history, 'bram')
    const ids = blind.events.map(event => ('change' in event ? event.change.id : event.id))
    // Of k1, k2 and k3 only k2 is Bram's, and of the segments he coded only g1.
    expect(ids.filter(id => /^(herzien|ingetrokken|verwijderd)/.test(id))).toEqual(['herzien-2'])
    expect(studyOfHistory(blind).problems).toEqual([])
    expect(mergeHistories(blind, looked.history)).toEqual(looked.history)
  })

  it('keeps a segment that the coder marked where another marked the same words', () => {
    const anna = make(start, { ...by('anna', segment('zelfde', 16, 24)), id: 'anna-markeert' })
    const bram = make(start, { ...by('bram', segment('zelfde', 16, 24)), id: 'bram-markeert' })
    const corrected = make(
      take(anna, bram),
      correct(`Nou. ${text}`, ['g1', 5, 15], ['g2', 17, 20], ['zelfde', 21, 29]),
    )
    const { study, problems } = studyOfHistory(blindHistory(corrected.history, 'bram'))
    expect(problems).toEqual([])
    expect(study.segments.map(({ id, start: from, quote }) => [id, from, quote])).toEqual([
      ['g1', 5, 'Een 😀 kat'],
      ['zelfde', 21, text.slice(16, 24)],
    ])
    const event = blindHistory(corrected.history, 'bram').events.at(-1)!
    expect('change' in event && event.change).toMatchObject({
      moves: [{ segment: 'g1' }, { segment: 'zelfde', start: 21, end: 29 }],
    })
  })

  it('does not hide that two changes with one id say different things', () => {
    const other = make(start, { ...code('vis'), id: whole.own[0]! })
    expect(
      studyOfHistory(mergeHistories(whole.history, other.history)).problems.map(each => each.code),
    ).toContain('repeated-id')
  })
})
