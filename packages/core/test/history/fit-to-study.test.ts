import { describe, expect, it } from 'vitest'
import {
  type Change,
  emptyHistory,
  historyOf,
  mergeHistories,
  openConflicts,
  type Study,
  studyOfHistory,
} from '../../src/index.ts'
import { change, code, coding, segment, setUp, text } from '../core-cases.ts'
import { start } from './replica.ts'

/** The study of changes that were made after the set-up in this order of clocks, whoever knew what. */
function made(...changes: readonly Change[]) {
  const events = changes.map((each, i) => ({
    clock: setUp.length + i + 1,
    change: { ...each, id: `c${i}` } as Change,
  }))
  return studyOfHistory({ ...start.history, events: [...start.history.events, ...events] })
}

const codesOf = (problems: readonly { readonly code: string }[]) => problems.map(each => each.code)
const segmentsOf = (of: Study) =>
  of.segments.map(({ id, start: from, end, quote, verdict }) => [id, from, end, quote, verdict])
const correct = (to: string, ...moves: readonly unknown[]) =>
  change('correct-source', { source: 's', text: to, turns: [], moves })
const part = (id: string) => ({ id, label: { nl: id }, parent: null, level: 'sub-code', origin: 'inductive' })

describe('a correction whose maker did not know a segment', () => {
  it('takes it along to where its words are now', () => {
    const { study, problems } = made(segment('g3', 19, 23), correct(`Nou. ${text}`))
    expect(problems).toEqual([])
    expect(segmentsOf(study)).toEqual([
      ['g1', 5, 15, 'Een 😀 kat', undefined],
      ['g2', 17, 20, 'En ', undefined],
      ['g3', 24, 28, 'hond', undefined],
    ])
  })

  it('says that it is lost where its words are gone', () => {
    const { study, problems } = made(segment('g3', 19, 23), correct('Een 😀 kat. Een 😀 kat.'))
    expect(problems).toEqual([])
    expect(segmentsOf(study)).toEqual([
      // Its words stand where they stood: so it stays.
      ['g1', 0, 10, 'Een 😀 kat', undefined],
      ['g2', 12, 15, 'En ', 'lost'],
      ['g3', 19, 23, 'hond', 'lost'],
    ])
  })

  it.each([
    ['where they stood', text, 19],
    ['elsewhere', `Nou. ${text}`, 24],
  ])('finds one that was lost again, if its text has the words %s', (_, again, from) => {
    const { study, problems } = made(
      correct('Een 😀 kat. Een 😀 kat.'),
      segment('g3', 19, 23),
      correct(again),
    )
    expect(problems).toEqual([])
    expect(segmentsOf(study).at(-1)).toEqual(['g3', from, from + 4, 'hond', undefined])
  })

  it('leaves out a move of a segment that another removed', () => {
    const { study, problems } = made(
      change('remove-segment', { segment: 'g1' }),
      correct(text, { segment: 'g1', start: 0, end: 10, verdict: 'exact' }),
    )
    expect([problems, study.segments.map(({ id }) => id)]).toEqual([[], ['g2']])
  })

  it('leaves a segment where its maker moved it, if its words changed', () => {
    const { study, problems } = made(
      correct(
        'Een 😀 kater.\nEn een hond.',
        { segment: 'g1', start: 0, end: 12, verdict: 'changed' },
        { segment: 'g2', start: 14, end: 17, verdict: 'moved' },
      ),
    )
    expect(problems).toEqual([])
    expect(segmentsOf(study)[0]).toEqual(['g1', 0, 12, 'Een 😀 kater', 'changed'])
  })
})

describe('a segment that was marked in an older text', () => {
  it('is found by what stands around it, of two places with its words', () => {
    const marked = change('add-segment', {
      segment: { id: 'g3', source: 's', start: 15, end: 18, quote: 'een', prefix: '\nEn ', suffix: ' hond' },
    })
    const { study, problems } = made(correct(`een, ja. ${text}`), marked)
    expect(problems).toEqual([])
    expect(study.segments.at(-1)).toMatchObject({ start: 24, end: 27, quote: 'een', suffix: ' hond.' })
  })

  it('is lost where its words are gone, and waits for a person with what is coded on it', () => {
    const { study, problems } = made(
      correct('Niets meer van wat er eerst stond.'),
      segment('g3', 19, 23),
      coding('k9', 'g3', 'kat'),
    )
    expect(problems).toEqual([])
    expect(segmentsOf(study).at(-1)).toEqual(['g3', 19, 23, 'hond', 'lost'])
    expect(study.segments.map(({ verdict }) => verdict)).toEqual(['lost', 'lost', 'lost'])
    expect(study.codings.at(-1)).toMatchObject({ id: 'k9', segment: 'g3', code: 'kat' })
  })
})

const lost = correct('Het regent. Het regent.')

describe('a short answer that was given twice', () => {
  const said = 'Komt hij vaker langs? Ja. En bellen ze ook terug als er iets is? Ja. Mooi zo.'
  const base = change('add-source', {
    source: {
      ...{ id: 't', title: 'T', kind: 'interview', case: 'oost', participants: [], turns: [] },
      text: said,
    },
  })
  const yes = change('add-segment', {
    segment: {
      ...{ id: 'ja', source: 't', start: 22, end: 25, quote: 'Ja.' },
      ...{ prefix: 'Komt hij vaker langs? ', suffix: ' En bellen ze ook terug als er i' },
    },
  })
  const corrected = (to: string) => change('correct-source', { source: 't', text: to, turns: [], moves: [] })
  const standing = (of: Study) => segmentsOf(of).at(-1)

  it('is not taken for the other where it was corrected away, whoever was first', () => {
    const no = corrected('Komt hij vaker langs? Soms. En bellen ze ook terug als er iets is? Ja. Mooi zo.')
    expect(standing(made(base, no, yes).study)).toEqual(['ja', 22, 25, 'Ja.', 'lost'])
    expect(standing(made(base, yes, no).study)).toEqual(['ja', 22, 25, 'Ja.', 'lost'])
  })

  it('is found where what stands around it moved along', () => {
    const later = corrected(`Nou. ${said}`)
    expect(standing(made(base, later, yes).study)).toEqual(['ja', 27, 30, 'Ja.', undefined])
    expect(standing(made(base, yes, later).study)).toEqual(['ja', 27, 30, 'Ja.', undefined])
  })
})

describe('a segment that somebody placed', () => {
  const place = (start: number, end: number, quote: string, prefix: string, suffix: string) =>
    change('place-segment', { segment: 'g1', start, end, quote, prefix, suffix })

  it('stands where its words are in a text that another corrected meanwhile', () => {
    const { study, problems } = made(
      lost,
      correct('Nou. Het regent. Het regent.'),
      place(12, 22, 'Het regent', 'Het regent. ', '.'),
    )
    expect(problems).toEqual([])
    expect(segmentsOf(study)).toEqual([
      ['g1', 17, 27, 'Het regent', undefined],
      ['g2', 12, 15, 'En ', 'lost'],
    ])
  })

  it('waits again where a correction of another took its new words away', () => {
    const { study, problems } = made(
      lost,
      place(0, 10, 'Het regent', '', '. Het'),
      correct('De zon schijnt.'),
    )
    expect(problems).toEqual([])
    expect(segmentsOf(study)[0]).toEqual(['g1', 0, 10, 'Het regent', 'lost'])
  })

  it('waits still, and that is told, where its new words were gone already', () => {
    const { study, problems } = made(
      lost,
      correct('De zon schijnt.'),
      place(0, 10, 'Het regent', '', '. Het'),
    )
    expect(codesOf(problems)).toEqual(['quote-differs'])
    expect(segmentsOf(study)[0]).toEqual(['g1', 0, 10, 'Een 😀 kat', 'lost'])
  })
})

describe('a coding with a code that another ended', () => {
  const late = coding('k9', 'g2', 'kat')

  it('goes to where the code went, also over several steps', () => {
    const { study, problems } = made(
      code('vis'),
      code('vogel'),
      change('merge-codes', { codes: ['kat'], into: 'vis' }),
      change('merge-codes', { codes: ['vis'], into: 'vogel' }),
      late,
    )
    expect([problems, study.codings.at(-1)]).toEqual([
      [],
      expect.objectContaining({ id: 'k9', code: 'vogel' }),
    ])
  })

  it.each([
    ['retired', change('retire-code', { code: 'kat' })],
    ['split', change('split-code', { code: 'kat', into: [part('poes')], assign: [] })],
  ])('has no place where it was %s, and that is told', (_, ended) => {
    const { study, problems } = made(ended, late)
    expect(codesOf(problems)).toEqual(['retired-code'])
    expect(study.codings.map(({ id }) => id)).toEqual(['k1', 'k2', 'k3'])
  })

  it('has no place on a segment that another removed', () => {
    expect(codesOf(made(change('remove-segment', { segment: 'g2' }), late).problems)).toEqual([
      'unknown-segment',
    ])
  })
})

describe('a split', () => {
  it('leaves a coding that another withdrew or gave another code', () => {
    const { study, problems } = made(
      change('withdraw-coding', { coding: 'k1' }),
      change('split-code', {
        code: 'kat',
        into: [part('poes')],
        assign: ['k1', 'k2', 'k3'].map(id => ({ coding: id, code: 'poes' })),
      }),
    )
    expect(problems).toEqual([])
    expect(study.codings.map(({ id, code: of }) => [id, of])).toEqual([
      ['k2', 'poes'],
      ['k3', 'hond'],
    ])
  })
})

describe('what both made', () => {
  const same: readonly (readonly [string, Change])[] = [
    ['a coder', change('add-coder', { coder: { id: 'cees', label: 'Cees' } })],
    ['a case', change('add-case', { case: { id: 'west', label: { nl: 'W' }, values: {} } })],
    [
      'a variable',
      change('add-variable', { variable: { id: 'w', label: { nl: 'W' }, on: 'case', type: 'text' } }),
    ],
    ['a participant', change('add-participant', { participant: { id: 'P2', label: 'P2' } })],
    [
      'a source',
      change('add-source', {
        source: {
          id: 't',
          title: 'T',
          kind: 'interview',
          case: 'oost',
          participants: [],
          text: '',
          turns: [],
        },
      }),
    ],
    ['a code', code('vis')],
    ['a segment', segment('g3', 0, 3)],
    ['a coding', coding('k9', 'g1', 'hond')],
  ]

  it.each(same)('is there once, without a word: %s', (_, given) => {
    expect(made(given, given)).toEqual(made(given))
    expect(made(given, { ...given, by: 'bram' } as Change).problems).toEqual([])
  })

  it('is told where the two are not the same', () => {
    const [one, other] = [code('vis', null), code('vis', 'dieren')]
    expect(codesOf(made(one, other).problems)).toEqual(['duplicate-code'])
  })
})

describe('what both took away', () => {
  const gone: readonly (readonly [string, readonly Change[], Change])[] = [
    ['a coding', [], change('withdraw-coding', { coding: 'k1' })],
    ['a segment', [], change('remove-segment', { segment: 'g1' })],
    ['a source', [], change('remove-source', { source: 's' })],
    ['a frame', [], change('remove-frame', { frame: 'f' })],
    [
      'a memo',
      [change('write-memo', { memo: { id: 'm', on: { type: 'study' }, text: 'M' } })],
      change('remove-memo', { memo: 'm' }),
    ],
    [
      'an estimate',
      [
        change('record-judgement', {
          judgement: { id: 'j', frame: 'f', case: 'oost', rows: ['a'], state: 'current' },
        }),
      ],
      change('withdraw-judgement', { judgement: 'j' }),
    ],
    [
      'a screening',
      [change('record-screening', { screening: { id: 'z', source: 's', code: 'kat' } })],
      change('withdraw-screening', { screening: 'z' }),
    ],
    [
      'a query',
      [change('save-query', { query: { id: 'q', text: 'kat' } })],
      change('remove-query', { query: 'q' }),
    ],
    [
      'a claim',
      [change('state-claim', { claim: { id: 'c', text: { nl: 'C' }, rules: [] } })],
      change('withdraw-claim', { claim: 'c' }),
    ],
    [
      'a summary',
      [
        change('write-summary', {
          summary: { id: 'w', frame: 'f', row: 'a', case: 'oost', text: 'S', cites: [] },
        }),
      ],
      change('remove-summary', { summary: 'w' }),
    ],
  ]

  it.each(gone)('is gone, without a word: %s', (_, before, given) => {
    expect(made(...before, given, given)).toEqual(made(...before, given))
    expect(made(...before, given).problems).toEqual([])
  })

  it('may be the codebook’s freedom: frozen by both for one round it is frozen once', () => {
    const freeze = (round: string) => change('freeze-codebook', { round })
    expect(made(freeze('Ronde 1'), freeze('Ronde 1'))).toEqual(made(freeze('Ronde 1')))
    expect(codesOf(made(freeze('Ronde 1'), freeze('Ronde 2')).problems)).toEqual(['codebook-frozen'])
  })

  it('may be a code that both split into the same parts', () => {
    const split = change('split-code', {
      code: 'kat',
      into: [part('poes')],
      assign: [{ coding: 'k1', code: 'poes' }],
    })
    expect(made(split, split)).toEqual(made(split))
    expect(made(split).problems).toEqual([])
  })
})

describe('undoing and doing again', () => {
  const rename = change('rename-code', { code: 'kat', label: { nl: 'Poes' } }, 'r')
  const turn = (clock: number, id: string, does: 'undo' | 'redo', ...changes: readonly string[]) => ({
    clock,
    id,
    turn: does,
    changes,
  })
  const labelAfter = (...turns: readonly ReturnType<typeof turn>[]) => {
    const events = [...start.history.events, { clock: 50, change: rename }, ...turns]
    return studyOfHistory(historyOf({ ...emptyHistory, events })).study.codes[1]?.label.nl
  }

  it.each([
    ['Poes', []],
    ['kat', [turn(51, 'a', 'undo', 'r')]],
    ['Poes', [turn(51, 'a', 'undo', 'r'), turn(52, 'b', 'redo', 'r')]],
    ['kat', [turn(53, 'c', 'undo', 'r'), turn(51, 'a', 'undo', 'r'), turn(52, 'b', 'redo', 'r')]],
    ['Poes', [turn(51, 'a', 'undo', 'nothing that there is')]],
    // Of the same clock the id decides, on every copy alike.
    ['kat', [turn(51, 'b', 'undo', 'r'), turn(51, 'a', 'redo', 'r')]],
    ['Poes', [turn(51, 'a', 'undo', 'r'), turn(51, 'b', 'redo', 'r')]],
  ] as const)('leaves the code "%s", case %#', (label, turns) => {
    expect(labelAfter(...turns)).toBe(label)
  })

  it('settles a conflict no more where the settling itself is undone', () => {
    const other = { ...rename, id: 's', label: { nl: 'Kater' } } as Change
    const one = { ...start.history, events: [...start.history.events, { clock: 50, change: rename }] }
    const two = { ...start.history, events: [...start.history.events, { clock: 50, change: other }] }
    const joined = mergeHistories(one, two)
    const settle = change(
      'settle-conflict',
      { about: 'code:kat label', changes: ['r', 's'], keep: 'r' },
      'settled',
    )
    const settled = { ...joined, events: [...joined.events, { clock: 51, change: settle }] }
    const undone = { ...settled, events: [...settled.events, turn(52, 'u', 'undo', 'settled')] }
    const seen = [joined, settled, undone].map(each => [
      openConflicts(each).length,
      studyOfHistory(each).study.codes[1]?.label.nl,
    ])
    expect(seen).toEqual([
      [1, 'Kater'],
      [0, 'Poes'],
      [1, 'Kater'],
    ])
  })
})
