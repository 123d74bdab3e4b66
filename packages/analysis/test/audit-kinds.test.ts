import { type Change, type ChangeKind, changeLabels } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { categoryOf } from '../src/audit/audit-categories.ts'
import { type AuditEntry, auditCategories, auditLabels, auditTrail } from '../src/index.ts'
import { bareStudy } from './study-cases.ts'

const at = '2024-03-01T09:00:00Z'
const memo = (id: string, by = 'kim', time = at): Change => ({
  ...{ id, at: time, by, kind: 'write-memo' },
  memo: { id: `m${id}`, on: { type: 'study' }, text: `Over ${id}.` },
})
const retire = (id: string, code: string, reason?: string): Change =>
  ({ id, at, by: 'kim', kind: 'retire-code', code, ...(reason === undefined ? {} : { reason }) }) as Change

const applied = (...changes: readonly Change[]): AuditEntry[] =>
  changes.map((change, i) => ({
    ...{ seq: i + 1, batch: i + 1, action: 'apply', by: change.by, recorded: at },
    change,
  }))
const turned = (action: 'undo' | 'redo', seq: number, target: number): AuditEntry => ({
  ...{ seq, batch: seq, action, by: 'lex', recorded: at },
  target,
})

const sectionOf = (entries: readonly AuditEntry[], category: string, study = bareStudy) =>
  auditTrail(entries, study).find(each => each.category === category)!

describe('the classes of an audit trail', () => {
  it('hold every kind of change that there is, each with a name in both languages', () => {
    expect(Object.keys(categoryOf).sort()).toEqual(Object.keys(changeLabels).sort())
    for (const category of auditCategories) {
      expect(auditLabels[category].nl).toBeTruthy()
      expect(auditLabels[category].en).toBeTruthy()
      expect(Object.values(categoryOf)).toContain(category)
    }
  })

  it.each<[ChangeKind, string]>([
    ['add-source', 'raw data'],
    ['correct-source', 'raw data'],
    ['code-segment', 'reduction'],
    ['withdraw-coding', 'reduction'],
    ['record-judgement', 'reconstruction'],
    ['state-claim', 'reconstruction'],
    ['write-summary', 'reconstruction'],
    ['write-memo', 'process'],
    ['redefine-code', 'decisions'],
    ['merge-codes', 'decisions'],
    ['settle-conflict', 'decisions'],
  ])('%s is in %s', (kind, category) => {
    expect(categoryOf[kind]).toBe(category)
  })

  it('are all there, in order, for an empty history', () => {
    const trail = auditTrail([], bareStudy)
    expect(trail.map(({ category }) => category)).toEqual([...auditCategories])
    for (const { counts, changes, category } of trail) {
      expect(counts.rows).toEqual([])
      expect(changes?.rows ?? null).toEqual(category === 'reduction' ? null : [])
    }
  })
})

describe('what was undone', () => {
  it('is marked until it is done again, and again once it is undone anew', () => {
    const stateOf = (...more: readonly AuditEntry[]) =>
      sectionOf([...applied(memo('a')), ...more], 'process').changes?.rows[0]?.at(-1)
    expect(stateOf()).toBeNull()
    expect(stateOf(turned('undo', 2, 1))).toBe('ongedaan gemaakt')
    expect(stateOf(turned('undo', 2, 1), turned('redo', 3, 1))).toBeNull()
    expect(stateOf(turned('undo', 2, 1), turned('redo', 3, 1), turned('undo', 4, 1))).toBe('ongedaan gemaakt')
  })

  it('takes all changes of its batch with it, and none of another', () => {
    const [one, two, three] = applied(memo('a'), memo('b'), memo('c'))
    const entries = [one!, { ...two!, batch: 1 }, { ...three!, batch: 3 }, turned('undo', 4, 1)]
    expect(sectionOf(entries, 'process').changes?.rows.map(row => row.at(-1))).toEqual([
      'ongedaan gemaakt',
      'ongedaan gemaakt',
      null,
    ])
  })

  it('is a decision of who undid it, about the batch', () => {
    const { counts, changes } = sectionOf([...applied(memo('a')), turned('undo', 2, 1)], 'decisions')
    expect(counts.rows).toEqual([['ongedaan gemaakt', 'lex', 1, at, at]])
    expect(changes?.rows).toEqual([[2, at, 'lex', 'ongedaan gemaakt', '1', null, null, null]])
  })
})

describe('the changes of an audit trail', () => {
  it('are about things by their names, and by their ids where those are gone', () => {
    const entries = applied(retire('a', 'open', 'Dubbel.'), retire('b', 'weg'))
    expect(sectionOf(entries, 'decisions').changes?.rows.map(row => [row[4], row[6]])).toEqual([
      ['open', 'Dubbel.'],
      ['weg', null],
    ])
    const named = {
      ...bareStudy,
      codes: bareStudy.codes.map(code =>
        code.id === 'open' ? { ...code, label: { nl: 'Open', en: 'Openness' } } : code,
      ),
    }
    const about = (language: 'nl' | 'en') =>
      sectionOf(entries, 'decisions', { ...named, language }).changes?.rows[0]?.[4]
    expect([about('nl'), about('en')]).toEqual(['Open', 'Openness'])
  })

  it('name cases and sources as people do', () => {
    const entries = applied(
      { id: 'a', at, by: 'kim', kind: 'add-case', case: { id: 'noord', label: {}, values: {} } },
      { id: 'b', at, by: 'kim', kind: 'remove-source', source: 'n1' } as Change,
      { id: 'c', at, by: 'kim', kind: 'remove-source', source: 'weg' } as Change,
    )
    expect(sectionOf(entries, 'raw data').changes?.rows.map(row => row[4])).toEqual([
      'Noord',
      'Bron n1',
      'weg',
    ])
  })
})

describe('the counts of an audit trail', () => {
  it('go from the first to the last time, whatever the order and the zone in which they are written', () => {
    const entries = applied(
      memo('a', 'kim', '2024-03-01T12:00:00+02:00'),
      memo('b', 'kim', '2024-03-01T09:30:00Z'),
      memo('c', 'kim', '2024-03-01T11:00:00Z'),
      memo('d', 'lex', '2024-03-02T00:00:00Z'),
    )
    expect(sectionOf(entries, 'process').counts.rows).toEqual([
      ['memo geschreven', 'kim', 3, '2024-03-01T09:30:00Z', '2024-03-01T11:00:00Z'],
      ['memo geschreven', 'lex', 1, '2024-03-02T00:00:00Z', '2024-03-02T00:00:00Z'],
    ])
  })

  it('are of who made a change, not of who took it in', () => {
    const taken: AuditEntry = { ...applied(memo('a', 'kim'))[0]!, action: 'merge', by: 'lex' }
    const { counts, changes } = sectionOf([taken], 'process')
    expect(counts.rows).toEqual([['memo geschreven', 'kim', 1, at, at]])
    expect(changes?.rows[0]?.[2]).toBe('kim')
    const other: AuditEntry = { ...applied(memo('b', 'els'))[0]!, seq: 2, action: 'merge', by: 'lex' }
    expect(sectionOf([taken, other], 'process').counts.rows.map(row => row[1])).toEqual(['kim', 'els'])
  })

  it('add up to the entries that are shown, for any history', () => {
    const entry = fc.oneof(
      fc.constantFrom('kim', 'lex').map(by => (seq: number) => applied(memo(`${seq}`, by))[0]!),
      fc.constantFrom('open', 'weg').map(code => (seq: number) => applied(retire(`${seq}`, code))[0]!),
      fc.tuple(fc.constantFrom('undo', 'redo'), fc.nat(9)).map(
        ([action, target]) =>
          (seq: number) =>
            turned(action, seq, target + 1),
      ),
    )
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 20 }), made => {
        const entries = made.map((make, i) => ({ ...make(i + 1), seq: i + 1, batch: i + 1 }))
        const trail = auditTrail(entries, bareStudy)
        const counted = trail.flatMap(({ counts }) => counts.rows.map(row => Number(row[2])))
        expect(counted.reduce((a, b) => a + b, 0)).toBe(entries.length)
        for (const { counts, changes } of trail)
          if (changes !== null)
            expect(counts.rows.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(changes.rows.length)
      }),
    )
  })
})
