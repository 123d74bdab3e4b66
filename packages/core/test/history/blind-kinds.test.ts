import { describe, expect, it } from 'vitest'
import { blindHistory, type Change, emptyHistory, eventId, type History } from '../../src/index.ts'
import { change, coding, segment } from '../core-cases.ts'
import { everyKind } from '../every-kind-cases.ts'

/** What tells how somebody read the sources. */
const hidden: ReadonlySet<string> = new Set([
  'add-segment',
  'remove-segment',
  'code-segment',
  'withdraw-coding',
  'review-coding',
  'record-screening',
  'withdraw-screening',
  'record-judgement',
  'withdraw-judgement',
  'state-claim',
  'withdraw-claim',
  'write-summary',
  'remove-summary',
  'settle-conflict',
])

const kinds = Object.entries(everyKind).map(
  ([kind, { change: more }]) => [kind, change(kind, more, kind)] as const,
)

function historyWith(...changes: readonly Change[]): History {
  return { ...emptyHistory, events: changes.map((each, i) => ({ clock: i + 1, change: each })) }
}

/** The ids of what is left of a history in the copy of a coder. */
const left = (history: History, coder: string) => blindHistory(history, coder).events.map(eventId)

describe('a blind copy', () => {
  it.each(kinds)('has %s of others only where it tells nothing of what they found', (kind, given) => {
    expect(left(historyWith(given), 'bram')).toEqual(hidden.has(kind) ? [] : [kind])
  })

  it.each(kinds)('has %s of the coder', (kind, given) => {
    expect(left(historyWith(given), 'anna')).toEqual([kind])
  })

  it.each([
    ['study', undefined, true],
    ['case', 'oost', true],
    ['code', 'kat', true],
    ['source', 's', false],
    ['participant', 'P1', false],
    ['segment', 'g1', false],
    ['coding', 'k1', false],
    ['frame', 'f', false],
  ])('has a memo of another on a %s: %s, %s', (type, id, isThere) => {
    const memo = { id: 'm', on: { type, ...(id === undefined ? {} : { id }) }, text: 'M' }
    const [written, removed] = [
      change('write-memo', { memo }, 'w'),
      change('remove-memo', { memo: 'm' }, 'r'),
    ]
    expect(left(historyWith(written, removed), 'bram')).toEqual(isThere ? ['w', 'r'] : [])
  })

  it('has a segment of another where the coder coded it or wrote about it, and no other', () => {
    const byBram = (given: Change) => ({ ...given, by: 'bram' }) as Change
    const memo = { id: 'm', on: { type: 'segment', id: 'g8' }, text: 'M' }
    const history = historyWith(
      { ...segment('g7', 0, 3), id: 'coded' },
      { ...segment('g8', 0, 3), id: 'written about' },
      { ...segment('g9', 0, 3), id: 'neither' },
      byBram({ ...coding('k7', 'g7', 'kat'), id: 'coding' }),
      byBram(change('write-memo', { memo }, 'memo')),
    )
    expect(left(history, 'bram')).toEqual(['coded', 'written about', 'coding', 'memo'])
  })

  it('has of what was undone together only what can be seen, and nothing where that is none', () => {
    const events = [
      { clock: 1, change: { ...coding('k7', 'g1', 'kat'), id: 'of anna' } },
      { clock: 2, change: { ...coding('k8', 'g1', 'kat', 'bram'), id: 'of bram' } },
      { clock: 3, id: 'both', turn: 'undo' as const, changes: ['of anna', 'of bram'] },
      { clock: 4, id: 'one', turn: 'redo' as const, changes: ['of anna'] },
    ]
    expect(blindHistory({ ...emptyHistory, events }, 'bram').events).toEqual([
      events[1],
      { ...events[2], changes: ['of bram'] },
    ])
  })

  it('has conflicts and unseen definitions only between changes that it has', () => {
    const history: History = {
      ...historyWith(
        { ...coding('k7', 'g1', 'kat'), id: 'of anna' },
        { ...coding('k8', 'g1', 'kat', 'bram'), id: 'of bram' },
        change('redefine-code', { code: 'kat', definition: { nl: 'D' } }, 'defined'),
        change('retire-code', { code: 'kat' }, 'retired'),
      ),
      conflicts: [
        { about: 'code:kat definition', changes: ['defined', 'retired'] },
        { about: 'code:kat end', changes: ['of anna', 'retired'] },
      ],
      unseen: [
        { change: 'of anna', redefinition: 'defined' },
        { change: 'of bram', redefinition: 'defined' },
      ],
    }
    const { conflicts, unseen } = blindHistory(history, 'bram')
    expect(conflicts.filter(({ about }) => !about.startsWith('met:'))).toEqual([
      { about: 'code:kat definition', changes: ['defined', 'retired'] },
    ])
    expect(unseen).toEqual([{ change: 'of bram', redefinition: 'defined' }])
  })

  it.each(['accept-segment', 'place-segment'])(
    'has %s of others on a segment that the coder coded too',
    kind => {
      const placed = (id: string, on: string) =>
        change(kind, { segment: on, start: 0, end: 3, quote: 'Een', prefix: '', suffix: '' }, id)
      const history = historyWith(
        { ...segment('g7', 0, 3), id: 'both' },
        { ...segment('g8', 0, 3), id: 'only anna' },
        { ...coding('k7', 'g7', 'kat', 'bram'), id: 'of bram' },
        placed('seen', 'g7'),
        placed('not seen', 'g8'),
      )
      expect(left(history, 'bram')).toEqual(['both', 'of bram', 'seen'])
    },
  )

  it('of nothing is nothing', () => expect(blindHistory(emptyHistory, 'bram')).toEqual(emptyHistory))
})
