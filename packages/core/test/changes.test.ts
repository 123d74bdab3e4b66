import { describe, expect, it } from 'vitest'
import {
  applyChanges,
  applyFitting,
  type Change,
  emptyStudy,
  replay,
  type Study,
  StudyError,
} from '../src/index.ts'
import { at, change, code, coding, segment, setUp, study, text } from './core-cases.ts'

function apply(...changes: readonly Change[]): Study {
  return applyChanges(study, changes)
}

/** The codes of the problems with a change. */
function refused(...changes: readonly Change[]): readonly string[] {
  return applyFitting(study, changes).problems.map(problem => problem.code)
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const each of Object.values(value)) frozen(each)
  }
  return value
}

const judgement = (id: string, rows: readonly string[], more: Record<string, unknown> = {}) =>
  change('record-judgement', { judgement: { id, frame: 'f', case: 'oost', rows, state: 'current', ...more } })

describe('changes', () => {
  it('make a study from nothing, in steps as at once', () => {
    const inSteps = setUp.reduce((before, each) => applyChanges(before, [each]), emptyStudy)
    expect(inSteps).toEqual(replay(setUp))
    expect(study.codings.map(({ id, coder, codeVersion }) => [id, coder, codeVersion])).toEqual([
      ['k1', 'anna', 1],
      ['k2', 'bram', 1],
      ['k3', 'anna', 1],
    ])
  })

  it('never touch the study that they are applied to, nor themselves', () => {
    const before = frozen(replay(setUp))
    const all = frozen([
      code('vis', 'dieren'),
      segment('g3', 4, 6),
      coding('k4', 'g3', 'vis'),
      change('merge-codes', { codes: ['kat'], into: 'hond' }),
    ])
    expect(() => applyChanges(before, all)).not.toThrow()
    expect(before).toEqual(study)
  })

  it('apply together or not at all, with a problem for each that does not fit', () => {
    const faults = [coding('x', 'nowhere', 'kat'), code('kat'), coding('y', 'g1', 'vis')]
    expect(() => apply(...faults)).toThrow(StudyError)
    try {
      apply(...faults)
    } catch (error) {
      expect((error as StudyError).problems.map(problem => problem.code)).toEqual([
        'unknown-segment',
        'duplicate-code',
        'unknown-code',
      ])
    }
    const fitting = applyFitting(study, [...faults, coding('z', 'g2', 'kat')])
    expect(fitting.problems).toHaveLength(3)
    expect(fitting.value.codings.at(-1)?.id).toBe('z')
  })

  it('of a kind that does not exist are a wrong call', () => {
    expect(() => apply(change('explode', {}))).toThrow(TypeError)
  })

  it('leave lists that they do not touch as they are, in a large study too', () => {
    const changes = Array.from({ length: 20_000 }, (_, i) => [
      segment(`n${i}`, 0, 3),
      coding(`c${i}`, `n${i}`, 'kat'),
    ]).flat()
    const large = apply(...changes)
    expect(large.codings).toHaveLength(20_003)
    expect(large.codes).toBe(study.codes)
    const one = applyChanges(large, [coding('last', 'g1', 'hond')])
    expect(one.segments).toBe(large.segments)
    expect(one.codings).toHaveLength(20_004)
    expect(large.codings).toHaveLength(20_003)
  })
})

describe('a change that names what the study does not have, or has already', () => {
  it.each([
    ['add-case', { case: { id: 'oost', label: {}, values: {} } }, 'duplicate-case'],
    ['add-participant', { participant: { id: 'P2', label: 'P2', case: 'x' } }, 'unknown-case'],
    ['set-value', { on: 'case', item: 'oost', variable: 'x', value: 1 }, 'unknown-variable'],
    ['set-value', { on: 'case', item: 'x', variable: 'v', value: 1 }, 'unknown-case'],
    ['remove-source', { source: 'x' }, 'unknown-source'],
    [
      'add-code',
      { code: { id: 'a', label: {}, parent: 'x', level: 'theme', origin: 'deductive' } },
      'unknown-code',
    ],
    ['rename-code', { code: 'x', label: {} }, 'unknown-code'],
    ['redefine-code', { code: 'x', definition: {} }, 'unknown-code'],
    ['move-code', { code: 'dieren', parent: 'kat' }, 'code-cycle'],
    ['move-code', { code: 'kat', parent: 'x' }, 'unknown-code'],
    ['merge-codes', { codes: ['kat'], into: 'kat' }, 'merge-into-itself'],
    ['merge-codes', { codes: ['dieren'], into: 'kat' }, 'merge-into-below'],
    ['split-code', { code: 'kat', into: [], assign: [{ coding: 'k3', code: 'x' }] }, 'split-elsewhere'],
    ['retire-code', { code: 'x' }, 'unknown-code'],
    [
      'set-frame',
      { frame: { id: 'g', label: {}, rows: [{ id: 'r', label: {}, codes: ['x'] }] } },
      'unknown-code',
    ],
    [
      'add-segment',
      { segment: { id: 'g1', source: 's', start: 0, end: 3, quote: 'Een', prefix: '', suffix: '' } },
      'duplicate-segment',
    ],
    [
      'add-segment',
      { segment: { id: 'g', source: 's', start: 0, end: 3, quote: 'een', prefix: '', suffix: '' } },
      'quote-differs',
    ],
    [
      'add-segment',
      { segment: { id: 'g', source: 's', start: 9, end: 99, quote: '', prefix: '', suffix: '' } },
      'segment-outside-text',
    ],
    [
      'add-segment',
      { segment: { id: 'g', source: 'x', start: 0, end: 1, quote: '', prefix: '', suffix: '' } },
      'unknown-source',
    ],
    ['remove-segment', { segment: 'x' }, 'unknown-segment'],
    ['withdraw-coding', { coding: 'x' }, 'unknown-coding'],
    ['review-coding', { coding: 'x' }, 'unknown-coding'],
    ['write-memo', { memo: { id: 'm', on: { type: 'case', id: 'x' }, text: '' } }, 'unknown-case'],
    ['remove-memo', { memo: 'x' }, 'unknown-memo'],
    ['withdraw-judgement', { judgement: 'x' }, 'unknown-judgement'],
    ['record-screening', { screening: { id: 'x', source: 's', code: 'x' } }, 'unknown-code'],
    ['withdraw-screening', { screening: 'x' }, 'unknown-screening'],
    ['remove-query', { query: 'x' }, 'unknown-query'],
    [
      'state-claim',
      { claim: { id: 'c', text: {}, rules: [{ case: 'x', supports: 'kat' }] } },
      'unknown-case',
    ],
    ['withdraw-claim', { claim: 'x' }, 'unknown-claim'],
    [
      'write-summary',
      { summary: { id: 's', frame: 'f', row: 'x', case: 'oost', text: '', cites: [] } },
      'unknown-row',
    ],
    ['remove-summary', { summary: 'x' }, 'unknown-summary'],
  ])('%s %j is refused', (kind, more, problem) => {
    expect(refused(change(kind, more))).toEqual([problem])
  })

  it('is refused for a coder who is not there', () => {
    expect(refused({ ...coding('x', 'g1', 'hond'), by: 'cees' } as Change)).toEqual(['unknown-coder'])
  })
})

describe('sources', () => {
  it('take no turns that lie outside their text or over each other', () => {
    const source = { ...study.sources[0]!, id: 't' }
    const turn = { speaker: 'R', role: 'unknown' }
    for (const turns of [
      [{ ...turn, start: 0, end: 99 }],
      [
        { ...turn, start: 5, end: 9 },
        { ...turn, start: 7, end: 11 },
      ],
    ])
      expect(refused(change('add-source', { source: { ...source, turns } }))).toEqual(['turn-outside-text'])
  })

  it('go with their segments and codings', () => {
    const gone = apply(change('remove-source', { source: 's' }))
    expect([gone.sources, gone.segments, gone.codings]).toEqual([[], [], []])
  })

  it('that are corrected say of every segment where it stands now', () => {
    const corrected = (moves: readonly Record<string, unknown>[]) =>
      change('correct-source', { source: 's', text: `Nou. ${text}`, turns: [], moves })
    expect(refused(corrected([]))).toEqual(['segment-not-moved'])
    const moved = apply(
      corrected([
        { segment: 'g1', start: 5, end: 15, verdict: 'moved' },
        { segment: 'g2', start: 0, end: 0, verdict: 'lost' },
      ]),
    )
    expect(moved.segments.map(({ id, start, quote, verdict }) => [id, start, quote, verdict])).toEqual([
      ['g1', 5, 'Een 😀 kat', undefined],
      ['g2', 12, 'En ', 'lost'],
    ])
  })

  it('cannot claim that a segment moved to other words', () => {
    const moves = [
      { segment: 'g1', start: 0, end: 3, verdict: 'exact' },
      { segment: 'g2', start: 12, end: 15, verdict: 'exact' },
    ]
    expect(refused(change('correct-source', { source: 's', text, turns: [], moves }))).toEqual([
      'segment-not-moved',
    ])
  })
})

describe('the codebook', () => {
  it('remembers under which definition a coding was made, until it is reviewed', () => {
    const redefined = apply(
      change('redefine-code', { code: 'kat', definition: { nl: 'Miauw' } }),
      coding('k9', 'g2', 'kat'),
    )
    expect(redefined.codings.map(({ id, codeVersion }) => [id, codeVersion])).toEqual([
      ['k1', 1],
      ['k2', 1],
      ['k3', 1],
      ['k9', 2],
    ])
    const reviewed = applyChanges(redefined, [change('review-coding', { coding: 'k1', reason: 'klopt nog' })])
    expect(reviewed.codings[0]?.codeVersion).toBe(2)
  })

  it('moves a code to another parent and place', () => {
    const moved = apply(code('vis'), change('move-code', { code: 'hond', parent: 'vis', before: 'kat' }))
    expect(moved.codes.map(({ id, parent }) => [id, parent])).toEqual([
      ['dieren', null],
      ['hond', 'vis'],
      ['kat', 'dieren'],
      ['vis', null],
    ])
  })

  it('moves a code behind all others, also one that stands before its siblings', () => {
    const moved = apply(code('vis'), change('move-code', { code: 'kat', parent: 'dieren', before: null }))
    expect(moved.codes.map(({ id, parent }) => [id, parent])).toEqual([
      ['dieren', null],
      ['hond', 'dieren'],
      ['vis', null],
      ['kat', 'dieren'],
    ])
    expect(moved.codings).toEqual(study.codings)
  })

  it('loses a frame with the judgements and summaries of its cells, and no others', () => {
    const summary = { row: 'a', case: 'oost', text: 'Stil.', cites: [] }
    const frame = { id: 'h', label: { nl: 'H' }, rows: [{ id: 'a', label: { nl: 'A' }, codes: [] }] }
    const made = [
      change('set-frame', { frame }),
      judgement('j1', ['a']),
      judgement('j2', ['a'], { frame: 'h' }),
      change('write-summary', { summary: { id: 'u1', frame: 'f', ...summary } }),
      change('write-summary', { summary: { id: 'u2', frame: 'h', ...summary } }),
    ]
    const left = apply(...made, change('remove-frame', { frame: 'f', reason: 'Niet gebruikt.' }))
    expect(left.frames).toEqual([frame])
    expect(left.judgements.map(({ id }) => id)).toEqual(['j2'])
    expect(left.summaries.map(({ id }) => id)).toEqual(['u2'])
    // The cell is free again for another judgement once the frame is laid out anew.
    const anew = change('set-frame', { frame: { ...frame, id: 'f' } }, 'anew')
    expect(applyChanges(left, [anew, judgement('j3', ['a'])]).judgements.map(({ id }) => id)).toEqual([
      'j2',
      'j3',
    ])
  })

  it('merges codes: codings follow, doubles go, frames and children follow too', () => {
    const merged = apply(
      code('poes', 'kat'),
      coding('k5', 'g1', 'hond'),
      change('merge-codes', { codes: ['kat'], into: 'hond' }),
    )
    expect(merged.codings.map(({ id, code: of }) => [id, of])).toEqual([
      ['k2', 'hond'],
      ['k3', 'hond'],
      ['k5', 'hond'],
    ])
    expect(
      merged.codes.map(({ id, parent, retired, mergedInto }) => [id, parent, retired, mergedInto]),
    ).toEqual([
      ['dieren', null, undefined, undefined],
      ['kat', 'dieren', true, 'hond'],
      ['hond', 'dieren', undefined, undefined],
      ['poes', 'hond', undefined, undefined],
    ])
    expect(merged.frames[0]?.rows[0]?.codes).toEqual(['hond'])
  })

  it('splits a code, and takes no new codings of one that is retired', () => {
    const part = {
      id: 'poes',
      label: { nl: 'Poes' },
      parent: 'dieren',
      level: 'sub-code',
      origin: 'inductive',
    }
    const split = apply(
      change('split-code', { code: 'kat', into: [part], assign: [{ coding: 'k1', code: 'poes' }] }),
    )
    expect(split.codings.map(({ id, code: of }) => [id, of])).toEqual([
      ['k1', 'poes'],
      ['k2', 'kat'],
      ['k3', 'hond'],
    ])
    expect(
      applyFitting(split, [coding('k8', 'g2', 'kat')]).problems.map(({ code: problem }) => problem),
    ).toEqual(['retired-code'])
  })
})

describe('judgements', () => {
  it('cover neighbouring rows in the order of the frame, once', () => {
    expect(refused(judgement('j', ['a', 'c']))).toEqual(['rows-not-neighbours'])
    expect(refused(judgement('j', ['b', 'a']))).toEqual(['rows-not-neighbours'])
    expect(refused(judgement('j', []))).toEqual(['rows-not-neighbours'])
    expect(refused(judgement('j', ['a', 'b']), judgement('k', ['b', 'c']))).toEqual(['judged-twice'])
  })

  it('are made anew under the same id', () => {
    const twice = apply(judgement('j', ['a']), judgement('j', ['a', 'b'], { state: 'completed' }))
    expect(twice.judgements.map(({ rows, state, by }) => [rows, state, by])).toEqual([
      [['a', 'b'], 'completed', 'anna'],
    ])
  })
})

describe('memos, screenings, claims, queries and summaries', () => {
  it('are written, written anew, and removed', () => {
    const memo = (memoText: string) =>
      change('write-memo', { memo: { id: 'm', on: { type: 'study' }, text: memoText } })
    const written = apply(
      memo('een'),
      memo('twee'),
      change('record-screening', { screening: { id: 'x', source: 's', code: 'kat' } }),
      change('save-query', { query: { id: 'q', text: 'kat' } }),
      change('state-claim', {
        claim: { id: 'c', text: { nl: 'C' }, rules: [{ case: 'oost', supports: 'kat' }] },
      }),
      change('write-summary', {
        summary: {
          id: 'u',
          frame: 'f',
          row: 'a',
          case: 'oost',
          text: 'S',
          cites: [{ coding: 'k1', quote: '', codeVersion: 1 }],
        },
      }),
    )
    expect(written.memos.map(each => [each.text, each.by, each.at])).toEqual([['twee', 'anna', at]])
    expect(written.screenings[0]).toMatchObject({ by: 'anna', codeVersion: 1 })
    expect([written.queries.length, written.claims[0]?.by, written.summaries[0]?.text]).toEqual([
      1,
      'anna',
      'S',
    ])
    const removed = applyChanges(written, [
      change('remove-memo', { memo: 'm' }),
      change('withdraw-screening', { screening: 'x' }),
      change('remove-query', { query: 'q' }),
      change('withdraw-claim', { claim: 'c' }),
      change('remove-summary', { summary: 'u' }),
    ])
    expect(removed).toEqual(study)
  })
})
