import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Change, type History, mergeHistories, openConflicts, studyOfHistory } from '../../src/index.ts'
import { change, code, coding, segment, setUp, text } from '../core-cases.ts'
import { apart } from './apart.ts'
import { meetings, rename } from './meeting-cases.ts'
import { make, type Replica, start, studyOf, take, undo } from './replica.ts'

const codes = ['dieren', 'kat', 'hond', 'vogel', 'vis']
const anyCode = fc.constantFrom(...codes)
const anySegment = fc.constantFrom('g1', 'g2', 'g3', 'g4')
const word = fc.constantFrom('een', 'twee', 'drie')

/** What a coder may do; what does not fit what the coder sees is not done. */
const anyAct = fc.oneof(
  fc
    .record({ code: anyCode, nl: word })
    .map(({ code, nl }) => ({ kind: 'rename-code', code, label: { nl } })),
  fc
    .record({ code: anyCode, nl: word })
    .map(({ code, nl }) => ({ kind: 'redefine-code', code, definition: { nl } })),
  anyCode.map(id => ({ kind: 'retire-code', code: id })),
  fc.record({ code: anyCode, parent: anyCode }).map(more => ({ kind: 'move-code', ...more })),
  fc
    .record({ from: anyCode, into: anyCode })
    .map(({ from, into }) => ({ kind: 'merge-codes', codes: [from], into })),
  anyCode.map(id => ({
    kind: 'add-code',
    code: { id, label: { nl: id }, parent: null, level: 'sub-code', origin: 'inductive' },
  })),
  fc.record({ segment: anySegment, code: anyCode, id: fc.nat(20) }).map(({ id, ...more }) => ({
    kind: 'code-segment',
    coding: { id: `n${id}`, ...more },
  })),
  fc.constantFrom('k1', 'k2', 'k3', 'n1', 'n2').map(id => ({ kind: 'withdraw-coding', coding: id })),
  fc.constantFrom('g1', 'g2', 'g3').map(id => ({ kind: 'remove-segment', segment: id })),
  fc.constantFrom(['g3', 4, 10] as const, ['g4', 16, 24] as const).map(([id, from, to]) => ({
    kind: 'add-segment',
    segment: { id, source: 's', start: from, end: to, quote: text.slice(from, to), prefix: '', suffix: '' },
  })),
  fc.record({ code: anyCode, text: word }).map(({ code, text: said }) => ({
    kind: 'write-memo',
    memo: { id: `m-${code}`, on: { type: 'code', id: code }, text: said },
  })),
)

const step = fc.record({
  who: fc.nat(2),
  does: fc.oneof(
    { weight: 8, arbitrary: anyAct },
    { weight: 1, arbitrary: fc.constant('undo' as const) },
    { weight: 2, arbitrary: fc.nat(2) },
  ),
})

/** Three coders on copies, who change, undo, and now and then take in what another did. */
const threeCoders = fc.array(step, { minLength: 8, maxLength: 40, size: 'max' }).map(steps => {
  const coders: Replica[] = [start, start, start]
  steps.forEach(({ who, does }, i) => {
    const replica = coders[who]!
    if (typeof does === 'number') coders[who] = take(replica, coders[does]!)
    else if (does === 'undo') coders[who] = undo(replica, `undo-${i}`)
    else coders[who] = make(replica, { ...change('x', {}, `step-${i}`), ...does } as Change)
  })
  return coders.map(({ history }) => history) as [History, History, History]
})

const whole = (history: History) => ({ history, ...studyOfHistory(history), open: openConflicts(history) })

describe('joining what coders did apart', () => {
  it('gives the same, whoever takes in whom first (commutative, associative, idempotent)', () => {
    let withConflicts = 0
    fc.assert(
      fc.property(threeCoders, ([a, b, c]) => {
        const [ab, bc] = [mergeHistories(a, b), mergeHistories(b, c)]
        const all = mergeHistories(ab, c)
        if (all.conflicts.length > 0) withConflicts += 1
        expect(whole(mergeHistories(b, a))).toEqual(whole(ab))
        expect(whole(mergeHistories(a, bc))).toEqual(whole(all))
        expect(mergeHistories(a, a)).toEqual(a)
        expect(mergeHistories(all, b)).toEqual(all)
      }),
      { numRuns: process.env['CODEERBANK_LONG'] === '1' ? 5000 : 400 },
    )
    expect(withConflicts).toBeGreaterThan(100)
  })

  it('loses nothing: every change of either is in the study, in a conflict, or told with the reason', () => {
    fc.assert(
      fc.property(threeCoders, ([a, b]) => {
        const joined = mergeHistories(a, b)
        const ids = (history: History) =>
          history.events.map(each => ('change' in each ? each.change.id : each.id))
        expect(new Set(ids(joined))).toEqual(new Set([...ids(a), ...ids(b)]))
        expect(new Set(ids(joined)).size).toBe(joined.events.length)
      }),
    )
  })
})

describe('what two coders did apart', () => {
  it.each(Object.entries(meetings))('%s', (_, { anna, bram, about, left }) => {
    for (const [one, other] of [
      [anna, bram],
      [bram, anna],
    ] as const) {
      const { open, problems } = apart(one, other)
      expect(open.map(each => each.about)).toEqual(about)
      expect(problems.length).toBeLessThanOrEqual(left.length)
      for (const { code } of problems) expect(left).toContain(code)
    }
  })

  it('a coding goes to the code that its code was merged into', () => {
    const { study } = apart(
      [change('merge-codes', { codes: ['kat'], into: 'hond' })],
      [code('extra'), coding('n', 'g2', 'kat')],
    )
    expect(study.codings.find(({ id }) => id === 'n')?.code).toBe('hond')
  })

  it('a segment stands where its words are in the corrected text', () => {
    const { study } = apart(meetings['a segment in a text that the other corrects']!.anna, [
      code('extra'),
      segment('n', 19, 23),
    ])
    const found = study.segments.find(({ id }) => id === 'n')
    expect([found?.start, found?.end, found?.quote]).toEqual([24, 28, text.slice(19, 23)])
  })

  it('a coding keeps the version of the definition that its coder knew', () => {
    const redefine = change('redefine-code', { code: 'kat', definition: { nl: 'Spint.' } })
    const { study } = apart([redefine], [code('extra'), coding('n', 'g2', 'kat')])
    expect(study.codes.find(({ id }) => id === 'kat')?.version).toBe(2)
    expect(study.codings.find(({ id }) => id === 'n')?.codeVersion).toBe(1)
    const after = make(make(start, redefine), coding('n', 'g2', 'kat'))
    expect(studyOf(after).codings.find(({ id }) => id === 'n')?.codeVersion).toBe(2)
  })

  it('a review counts for the definition that was looked at', () => {
    const redefine = change('redefine-code', { code: 'kat', definition: { nl: 'Spint.' } })
    const again = change('redefine-code', { code: 'kat', definition: { nl: 'Spint vaak.' } })
    const review = change('review-coding', { coding: 'k1', codeVersion: 2 })
    const known = make(start, redefine)
    expect(studyOf(make(known, review)).codings[0]?.codeVersion).toBe(2)
    const joined = take(make(known, again), make(make(known, code('extra')), review))
    const { codes: defined, codings } = studyOf(joined)
    expect([defined[1]?.version, codings[0]?.codeVersion]).toEqual([3, 2])
  })

  it('codings of a code that is merged into one that the other redefined are older than that definition', () => {
    const { study, open } = apart(
      [change('redefine-code', { code: 'hond', definition: { nl: 'Blaft.' } })],
      [code('extra'), change('merge-codes', { codes: ['kat'], into: 'hond' })],
    )
    expect(open).toEqual([])
    expect(study.codes.find(({ id }) => id === 'hond')?.version).toBe(2)
    expect(study.codings.map(({ id, code: of, codeVersion }) => [id, of, codeVersion])).toEqual([
      ['k1', 'hond', 1],
      ['k2', 'hond', 1],
      ['k3', 'hond', 1],
    ])
  })

  it('what one undid is undone for both, unless it is done again', () => {
    const renamed = make(start, rename('kat', 'Poes'))
    const undone = undo(renamed, 'u')
    expect(studyOf(take(renamed, undone)).codes.find(({ id }) => id === 'kat')?.label.nl).toBe('kat')
    const again = {
      ...undone.history,
      events: [
        ...undone.history.events,
        { clock: setUp.length + 3, id: 'r', turn: 'redo' as const, changes: [rename('kat', 'Poes').id] },
      ],
    }
    expect(
      studyOfHistory(mergeHistories(renamed.history, again)).study.codes.find(({ id }) => id === 'kat')?.label
        .nl,
    ).toBe('Poes')
  })
})
