import { describe, expect, it } from 'vitest'
import * as core from '../src/index.ts'
import {
  byId,
  codeLineage,
  formatProblem,
  hasErrors,
  labelText,
  parseChanges,
  placed,
  positionOf,
  StudyError,
} from '../src/index.ts'
import { at, change, code, setUp, study } from './core-cases.ts'

/** The codes and paths of what is wrong with data from outside. */
function faults(data: unknown): readonly (string | undefined)[] {
  try {
    parseChanges(data)
    return []
  } catch (error) {
    if (!(error instanceof StudyError)) throw error
    return error.problems.map(problem => problem.place?.path?.join('.'))
  }
}

describe('changes from outside', () => {
  it('are taken as they are where they have the right shape', () => {
    expect(parseChanges(JSON.parse(JSON.stringify(setUp)))).toEqual(setUp)
  })

  it.each([
    ['no list', {}],
    ['no change', [null]],
    ['an unknown kind', [{ id: 'a', at, by: 'x', kind: 'explode' }]],
    ['no time', [{ id: 'a', by: 'x', kind: 'retire-code', code: 'kat' }]],
    [
      'a time without its offset',
      [{ id: 'a', at: '2024-03-01T09:00:00', by: 'x', kind: 'retire-code', code: 'kat' }],
    ],
    ['a key too many', [change('retire-code', { code: 'kat', why: 'x' })]],
    ['a label without text', [change('rename-code', { code: 'kat', label: {} })]],
    ['a colour that is none', [code('x', null, { color: 'red' })]],
    [
      'a negative offset',
      [
        change('add-segment', {
          segment: { id: 'a', source: 's', start: -1, end: 2, quote: '', prefix: '', suffix: '' },
        }),
      ],
    ],
    ['an empty id', [change('withdraw-coding', { coding: '' })]],
    ['undefined where a key should be absent', [change('retire-code', { code: 'kat', reason: undefined })]],
  ])('are refused with a place for %s', (_, data) => {
    expect(faults(data).length).toBeGreaterThan(0)
  })

  it('are refused with all faults at once', () => {
    const paths = faults([
      change('withdraw-coding', { coding: 1 }),
      change('retire-code', { code: 'kat' }),
      change('rename-code', { code: 2, label: 3 }),
    ])
    expect(paths.filter(path => path?.startsWith('0'))).toHaveLength(1)
    expect(paths.filter(path => path?.startsWith('2'))).toHaveLength(2)
    expect(paths.filter(path => path?.startsWith('1'))).toEqual([])
  })
})

describe('problems', () => {
  const problem = { code: 'x', severity: 'error' as const, message: 'Fout.' }

  it('are lines that editors can follow', () => {
    expect(formatProblem(problem)).toBe('error: Fout. (x)')
    expect(formatProblem({ ...problem, place: { file: 'a.md', line: 3, column: 2 } })).toBe(
      'a.md:3:2: error: Fout. (x)',
    )
    expect(formatProblem({ ...problem, severity: 'warning', place: { source: 's' } })).toBe(
      's: warning: Fout. (x)',
    )
    expect(formatProblem({ ...problem, place: { file: 'a', path: ['codes', 2] } })).toBe(
      'a at codes.2: error: Fout. (x)',
    )
  })

  it('keep the place that they have when more of it becomes known', () => {
    expect(placed({ ...problem, place: { line: 3 } }, { file: 'a', line: 9 }).place).toEqual({
      file: 'a',
      line: 3,
    })
  })

  it('are errors or only warnings', () => {
    expect([hasErrors([]), hasErrors([{ ...problem, severity: 'warning' }]), hasErrors([problem])]).toEqual([
      false,
      false,
      true,
    ])
  })

  it('are all carried by an error, which tells the first', () => {
    const error = new StudyError([problem, { ...problem, code: 'y' }])
    expect(error.message).toBe('error: Fout. (x) (and 1 more)')
    expect(error.problems).toHaveLength(2)
    expect(error.name).toBe('StudyError')
  })
})

describe('labels and codes', () => {
  it('fall back on the other language', () => {
    expect([
      labelText({ nl: 'Ja', en: 'Yes' }, 'en'),
      labelText({ nl: 'Ja' }, 'en'),
      labelText({ en: 'Yes' }, 'nl'),
      labelText({}, 'nl'),
    ]).toEqual(['Yes', 'Ja', 'Yes', ''])
  })

  it('have a lineage, also in a damaged tree', () => {
    const cat = byId(study.codes, 'kat')!
    expect(codeLineage(study.codes, cat).map(({ id }) => id)).toEqual(['dieren', 'kat'])
    const circle = [
      { ...cat, id: 'a', parent: 'b' },
      { ...cat, id: 'b', parent: 'a' },
    ]
    expect(codeLineage(circle, circle[0]!).map(({ id }) => id)).toEqual(['b', 'a'])
    expect(codeLineage([{ ...cat, parent: 'x' }], cat).map(({ id }) => id)).toEqual(['kat'])
  })

  it('are found by id in any list', () => {
    expect([positionOf(study.codes, 'hond'), positionOf(study.codes, 'vis')]).toEqual([2, -1])
    expect(byId(study.codes, 'vis')).toBeUndefined()
  })
})

it('the package exports these names and no others', () => {
  expect(Object.keys(core).sort()).toEqual([
    'StudyError',
    'applyChanges',
    'applyFitting',
    'blindHistory',
    'byId',
    'changeDetail',
    'changeLabels',
    'changeSchema',
    'changeSubject',
    'claimStates',
    'codeLevels',
    'codeLineage',
    'codeOrigins',
    'compareEvents',
    'contextLength',
    'countText',
    'countUnitLabels',
    'countUnits',
    'decodeText',
    'describeSegment',
    'emptyHistory',
    'emptyStudy',
    'eventContent',
    'eventId',
    'findConflicts',
    'findQuote',
    'formatPlace',
    'formatProblem',
    'frameSchema',
    'fromCodePoints',
    'guardCell',
    'hasErrors',
    'historyOf',
    'indexText',
    'interviewFormLabels',
    'interviewForms',
    'isMeeting',
    'isTurn',
    'judgementStateLabels',
    'judgementStates',
    'labelSchema',
    'labelText',
    'languages',
    'lineColumnAt',
    'matchSegment',
    'mergeHistories',
    'newCodeSchema',
    'normaliseText',
    'notesBelow',
    'offsetAt',
    'openConflicts',
    'paragraphAt',
    'paragraphRange',
    'parseChanges',
    'pathSeparator',
    'placed',
    'positionOf',
    'replay',
    'shapeFaults',
    'sourceKindLabels',
    'sourceKinds',
    'sourceSchema',
    'stableJson',
    'studyOfHistory',
    'studyWriter',
    'timeSchema',
    'toCodePoints',
    'turnAt',
    'unguardCell',
    'unknownTime',
    'voiceOf',
  ])
})
