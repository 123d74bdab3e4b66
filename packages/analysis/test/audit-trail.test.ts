import { type Change, unknownTime } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { type AuditEntry, auditTrail } from '../src/index.ts'
import { bareStudy, codeOf } from './study-cases.ts'

const at = '2024-03-01T09:00:00+01:00'
const later = '2024-03-01T08:30:00Z'
const base = { at, by: 'anna' }
const study = { ...bareStudy, codes: [codeOf('kat')] }

const changes: readonly Change[] = [
  { ...base, id: '1', kind: 'add-case', case: { id: 'x', label: { nl: 'X' }, values: {} } },
  { ...base, id: '2', kind: 'code-segment', coding: { id: 'k1', segment: 'g', code: 'kat' } },
  {
    ...base,
    id: '3',
    at: unknownTime,
    kind: 'code-segment',
    coding: { id: 'k2', segment: 'g', code: 'kat' },
  },
  { ...base, id: '4', at: later, kind: 'code-segment', coding: { id: 'k3', segment: 'g', code: 'kat' } },
  {
    ...base,
    id: '5',
    by: 'bram',
    kind: 'redefine-code',
    code: 'kat',
    definition: { nl: 'Spint.' },
    reason: 'Na overleg.',
  },
  { ...base, id: '6', kind: 'write-memo', memo: { id: 'm', on: { type: 'study' }, text: 'Let op de toon.' } },
  {
    ...base,
    id: '7',
    kind: 'record-judgement',
    judgement: { id: 'j', frame: 'f', case: 'x', rows: ['a'], state: 'not reached' },
  },
]
const entries: readonly AuditEntry[] = [
  ...changes.map((change, i) => ({
    seq: i + 1,
    batch: i + 1,
    action: 'apply' as const,
    by: change.by,
    recorded: at,
    change,
  })),
  { seq: 8, batch: 8, action: 'undo', by: 'bram', recorded: at, target: 5 },
  { seq: 9, batch: 9, action: 'undo', by: 'bram', recorded: at, target: 6 },
  { seq: 10, batch: 10, action: 'redo', by: 'bram', recorded: at, target: 6 },
  { seq: 11, batch: 11, action: 'merge', by: 'bram', recorded: at, change: { ...changes[4]!, id: '8' } },
  { seq: 12, batch: 11, action: 'merge', by: 'bram', recorded: at },
]
const trail = Object.fromEntries(auditTrail(entries, study).map(section => [section.category, section]))

describe('an audit trail', () => {
  it('counts what was done by class, kind and person, from when to when, where that is known', () => {
    expect(trail['raw data']?.counts.rows).toEqual([['casus toegevoegd', 'anna', 1, at, at]])
    expect(trail['reduction']?.counts.rows).toEqual([['fragment gecodeerd', 'anna', 3, at, later]])
    expect(trail['reduction']?.changes).toBeNull()
  })

  it('lists decisions with who, when and why, and what was undone or taken in', () =>
    expect(trail['decisions']?.changes?.rows).toEqual([
      [5, at, 'bram', 'code anders gedefinieerd', 'kat', 'Spint.', 'Na overleg.', 'ongedaan gemaakt'],
      [8, at, 'bram', 'ongedaan gemaakt', '5', null, null, null],
      [9, at, 'bram', 'ongedaan gemaakt', '6', null, null, null],
      [10, at, 'bram', 'opnieuw gedaan', '6', null, null, null],
      [
        11,
        at,
        'bram',
        'code anders gedefinieerd',
        'kat',
        'Spint.',
        'Na overleg.',
        'overgenomen uit een kopie',
      ],
    ]))

  it('says of a time that is not known that it is not', () => {
    const imported = {
      ...{ seq: 1, batch: 1, action: 'apply' as const, by: 'codeerbank', recorded: at },
      change: { ...changes[0]!, at: unknownTime, by: 'codeerbank' },
    }
    const rawData = (language: 'nl' | 'en') =>
      auditTrail([imported], { ...study, language }).find(({ category }) => category === 'raw data')!
    expect(rawData('nl').counts.rows).toEqual([['casus toegevoegd', 'codeerbank', 1, 'onbekend', 'onbekend']])
    expect(rawData('nl').changes?.rows[0]?.slice(0, 3)).toEqual([1, 'onbekend', 'codeerbank'])
    expect(rawData('en').counts.rows[0]?.slice(2)).toEqual([1, 'unknown', 'unknown'])
    expect(rawData('en').changes?.rows[0]?.slice(0, 3)).toEqual([1, 'unknown', 'codeerbank'])
  })

  it('does not call undone what was done again', () =>
    expect(trail['process']?.changes?.rows).toEqual([
      [6, at, 'anna', 'memo geschreven', 'm', 'Let op de toon.', null, null],
    ]))

  it('speaks the language of the study', () => {
    const english = auditTrail(entries, { ...study, language: 'en' })
    expect(english.find(({ category }) => category === 'reconstruction')?.changes?.rows).toEqual([
      [7, at, 'anna', 'judgement recorded', 'j', 'x, a: Not (yet) reached', null, null],
    ])
  })
})
