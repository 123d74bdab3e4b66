import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Change, type History, mergeHistories, openConflicts, studyOfHistory } from '../../src/index.ts'
import { change, code, coding, segment, setUp, text } from '../core-cases.ts'
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

/** What two coders make of one study, apart. */
function apart(anna: readonly Change[], bram: readonly Change[]) {
  const one = anna.reduce(make, start)
  const other = bram.reduce(make, start)
  expect([one.own.length, other.own.length]).toEqual([anna.length, bram.length])
  const joined = take(one, other)
  return { ...studyOfHistory(joined.history), open: openConflicts(joined.history), joined }
}

const rename = (id: string, nl: string) => change('rename-code', { code: id, label: { nl } })
const split = (of: string, into: string, ...codings: string[]) =>
  change('split-code', {
    code: of,
    into: [{ id: into, label: { nl: into }, parent: null, level: 'sub-code', origin: 'inductive' }],
    assign: codings.map(each => ({ coding: each, code: into })),
  })
const correct = (to: string, moves: readonly unknown[] = []) =>
  change('correct-source', { source: 's', text: to, turns: [], moves })

const summary = (id: string, said: string) =>
  change('write-summary', { summary: { id, frame: 'f', row: 'a', case: 'oost', text: said, cites: [] } })

interface Meeting {
  readonly anna: readonly Change[]
  readonly bram: readonly Change[]
  /** What the listed conflicts are about. */
  readonly about: readonly string[]
  /** Why a change has no place in the study. */
  readonly left: readonly string[]
}

const meetings: Readonly<Record<string, Meeting>> = {
  'nothing in common': { anna: [rename('kat', 'Poes')], bram: [rename('hond', 'Reu')], about: [], left: [] },
  'the same name twice': {
    anna: [rename('kat', 'Poes')],
    bram: [{ ...rename('kat', 'Poes'), id: 'b' }],
    about: [],
    left: [],
  },
  'two names for one code': {
    anna: [rename('kat', 'Poes')],
    bram: [rename('kat', 'Kater')],
    about: ['code:kat label'],
    left: [],
  },
  'a new name for a code that the other retires': {
    anna: [rename('kat', 'Poes')],
    bram: [change('retire-code', { code: 'kat' })],
    about: ['code:kat end'],
    left: [],
  },
  'both retire': {
    anna: [change('retire-code', { code: 'kat' }, 'a')],
    bram: [change('retire-code', { code: 'kat' }, 'b')],
    about: [],
    left: [],
  },
  'both split': {
    anna: [split('kat', 'poes', 'k1')],
    bram: [split('kat', 'kater', 'k1')],
    about: ['code:kat end'],
    left: ['split-elsewhere'],
  },
  'a coding with a code that the other retires': {
    anna: [change('retire-code', { code: 'kat' }), code('extra')],
    bram: [code('extra'), coding('n', 'g2', 'kat')],
    about: ['code:kat end'],
    left: ['retired-code'],
  },
  'a coding with a code that the other merges': {
    anna: [change('merge-codes', { codes: ['kat'], into: 'hond' }), code('extra')],
    bram: [code('extra'), coding('n', 'g2', 'kat')],
    about: [],
    left: [],
  },
  'a new code of both, with other definitions': {
    anna: [code('vis', null, { definition: { nl: 'Zwemt.' } })],
    bram: [code('vis')],
    about: ['code:vis existence'],
    left: ['duplicate-code'],
  },
  'the same new code of both': {
    anna: [{ ...code('vis'), id: 'a' }],
    bram: [code('vis')],
    about: [],
    left: [],
  },
  'a segment in a text that the other corrects': {
    anna: [
      correct(`Nou. ${text}`, [
        { segment: 'g1', start: 5, end: 15, verdict: 'moved' },
        { segment: 'g2', start: 17, end: 20, verdict: 'moved' },
      ]),
    ],
    bram: [segment('n', 19, 23)],
    about: [],
    left: [],
  },
  'a segment whose words the other corrects away': {
    anna: [correct('Een 😀 kat.\nEn een.', [])],
    bram: [segment('n', 19, 23)],
    about: [],
    left: [],
  },
  'two corrections of one text': {
    anna: [correct(`${text}!`)],
    bram: [correct(`${text}?`)],
    about: ['source:s text'],
    left: [],
  },
  'two estimates for one cell': {
    anna: [
      change('record-judgement', {
        judgement: { id: 'j1', frame: 'f', case: 'oost', rows: ['a'], state: 'completed' },
      }),
    ],
    bram: [
      change('record-judgement', {
        judgement: { id: 'j2', frame: 'f', case: 'oost', rows: ['a'], state: 'current' },
      }),
    ],
    about: ['cell:["f","oost","a"] judgement'],
    left: ['judged-twice'],
  },
  'a coding in a source that the other removes': {
    anna: [change('remove-source', { source: 's' }), code('extra')],
    bram: [code('extra'), coding('n', 'g2', 'kat')],
    about: ['source:s resting'],
    left: ['unknown-segment'],
  },
  'each code under the other': {
    anna: [change('move-code', { code: 'kat', parent: 'hond' })],
    bram: [change('move-code', { code: 'hond', parent: 'kat' })],
    about: ['codes:["hond","kat"] nesting'],
    left: ['code-cycle'],
  },
  'two codes under each other, and both said so': {
    anna: [{ ...change('move-code', { code: 'kat', parent: 'hond' }), id: 'a' }],
    bram: [{ ...change('move-code', { code: 'kat', parent: 'hond' }), id: 'b' }],
    about: [],
    left: [],
  },
  'each code merged into the other': {
    anna: [change('merge-codes', { codes: ['kat'], into: 'hond' })],
    bram: [change('merge-codes', { codes: ['hond'], into: 'kat' })],
    about: ['code:hond end', 'code:kat end'],
    left: [],
  },
  'one text corrected alike, with other speakers': {
    anna: [change('correct-source', { source: 's', text, turns: [], moves: [] })],
    bram: [
      change('correct-source', {
        source: 's',
        text,
        turns: [{ start: 0, end: 11, speaker: 'R2', role: 'participant' }],
        moves: [],
      }),
    ],
    about: ['source:s text'],
    left: [],
  },
  'a code that one splits off and the other adds, with other definitions': {
    anna: [split('kat', 'poes')],
    bram: [code('poes', null, { definition: { nl: 'Spint.' } })],
    about: ['code:poes existence'],
    left: ['duplicate-code'],
  },
  'a part of a split under a code that the other retires': {
    anna: [
      change('split-code', {
        code: 'kat',
        into: [{ id: 'poes', label: { nl: 'p' }, parent: 'hond', level: 'sub-code', origin: 'inductive' }],
        assign: [],
      }),
    ],
    bram: [change('retire-code', { code: 'hond' })],
    about: ['code:hond end'],
    left: [],
  },
  'two summaries of one cell': {
    anna: [summary('w1', 'Stil.')],
    bram: [summary('w2', 'Druk.')],
    about: ['cell:["f","oost","a"] summary'],
    left: [],
  },
  'a summary of a row that the other takes out': {
    anna: [change('set-frame', { frame: { id: 'f', label: { nl: 'F' }, rows: [] } })],
    bram: [summary('w1', 'Stil.')],
    about: ['frame:f rows'],
    left: ['unknown-row'],
  },
  'a memo on a source that the other removes': {
    anna: [change('remove-source', { source: 's' })],
    bram: [change('write-memo', { memo: { id: 'm', on: { type: 'source', id: 's' }, text: 'Let op.' } })],
    about: ['source:s end'],
    left: ['unknown-source'],
  },
}

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

describe('a conflict', () => {
  const settle = (keep: string | undefined, changes: readonly Change[]) =>
    change('settle-conflict', {
      about: 'code:kat label',
      changes: changes.map(({ id }) => id),
      ...(keep === undefined ? {} : { keep }),
      reason: 'Besproken.',
    })

  it('stays until someone settles it, and then the change that was kept holds', () => {
    const { joined, open } = apart([rename('kat', 'Poes')], [rename('kat', 'Kater')])
    const changes = open[0]!.changes
    for (const { id, ...kept } of changes) {
      const settled = make(joined, settle(id, changes))
      expect(openConflicts(settled.history)).toEqual([])
      expect(studyOf(settled).codes.find(each => each.id === 'kat')?.label).toEqual(
        (kept as { label?: unknown }).label,
      )
    }
    const asTheyAre = make(joined, settle(undefined, changes))
    expect([openConflicts(asTheyAre.history), studyOf(asTheyAre)]).toEqual([[], studyOf(joined)])
  })

  it('is told no more once someone settled that all stay as they came, nor what of it has no place', () => {
    const gone = change('retire-code', { code: 'kat' }, 'gone')
    const late = { ...coding('n', 'g2', 'kat'), id: 'late' }
    const { joined, problems } = apart([gone], [code('extra'), late])
    expect(problems.map(each => each.code)).toEqual(['retired-code'])
    const settled = make(
      joined,
      change('settle-conflict', { about: 'code:kat end', changes: ['gone', 'late'] }, 's'),
    )
    expect(openConflicts(settled.history)).toEqual([])
    expect(studyOfHistory(settled.history)).toEqual({ study: studyOf(joined), problems: [] })
  })

  it('comes back where a further side joins it', () => {
    const { joined, open } = apart([rename('kat', 'Poes')], [rename('kat', 'Kater')])
    const settled = make(joined, settle(open[0]!.changes[0]!.id, open[0]!.changes))
    const carla = make(start, rename('kat', 'Lapjeskat'))
    const again = openConflicts(take(settled, carla).history)
    expect(again.map(({ about, changes }) => [about, changes.length])).toEqual([['code:kat label', 2]])
  })

  it('that was settled in two ways is one again', () => {
    const { joined, open } = apart([rename('kat', 'Poes')], [rename('kat', 'Kater')])
    const [one, other] = open[0]!.changes
    const both = take(
      make(joined, { ...settle(one!.id, open[0]!.changes), id: 's1' }),
      make(joined, { ...settle(other!.id, open[0]!.changes), id: 's2' }),
    )
    expect(openConflicts(both.history).map(({ about }) => about)).toEqual([
      'conflict:code:kat label settlement',
    ])
  })

  it('is none where two marked the same words, whose segment has its id from its place', () => {
    const { problems, open, study } = apart(
      [segment('g9', 0, 3), coding('van-anna', 'g9', 'kat')],
      [
        { ...segment('g9', 0, 3), by: 'bram', at: '2024-03-05T09:00:00Z' },
        coding('van-bram', 'g9', 'hond', 'bram'),
      ],
    )
    expect([problems, open]).toEqual([[], []])
    expect(study.segments.filter(({ id }) => id === 'g9')).toHaveLength(1)
    expect(study.codings.slice(-2).map(({ id, coder }) => [id, coder])).toEqual([
      ['van-anna', 'anna'],
      ['van-bram', 'bram'],
    ])
  })

  it('is none where a source is the same, and was read from another file in a copy', () => {
    const readFrom = (file: string, format: string) =>
      change('add-source', {
        source: {
          ...{
            id: 's2',
            title: 'S2',
            kind: 'interview',
            case: 'oost',
            participants: [],
            text: 'Ja.',
            turns: [],
          },
          origin: { file, line: 1, format, sha256: format },
        },
      })
    const { problems, open, study } = apart(
      [{ ...readFrom('sources/s2.docx', 'docx'), id: 'add-source:s2' }],
      [{ ...readFrom('sources/s2.md', 'markdown'), id: 'add-source:s2' }],
    )
    expect([problems, open]).toEqual([[], []])
    expect(study.sources.filter(({ id }) => id === 's2')).toHaveLength(1)
  })

  it('of two changes with one id keeps both, and says so', () => {
    const { problems, joined } = apart(
      [{ ...rename('kat', 'Poes'), id: 'zelfde' }],
      [{ ...rename('hond', 'Reu'), id: 'zelfde' }],
    )
    expect(problems.map(({ code: what, place }) => [what, place?.path])).toEqual([
      ['repeated-id', ['changes', 'zelfde']],
    ])
    expect(joined.history.events).toHaveLength(setUp.length + 2)
  })
})
