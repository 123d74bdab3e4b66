import type { Code, Codebook, Frame, FrameRow, Severity } from '@codeerbank/core'
import { makeCode } from './make-code.ts'

/** What is wrong, the codebook, and the problems it has: code, severity and path. */
type Fault = readonly [
  what: string,
  codebook: Codebook,
  problems: readonly (readonly [string, Severity, readonly (string | number)[]])[],
]

const codes = (...list: readonly Code[]): Codebook => ({ codes: list, frames: [] })
const row = (id: string, more: Partial<FrameRow> = {}): FrameRow => ({
  id,
  label: { nl: id },
  codes: ['a'],
  ...more,
})
const frame = (id: string, more: Partial<Frame> = {}): Frame => ({
  id,
  label: { nl: id },
  rows: [row('r')],
  ...more,
})
const frames = (...list: readonly Frame[]): Codebook => ({
  codes: [makeCode('a'), makeCode('oud', null, { retired: true })],
  frames: list,
})

/** Each fault of a codebook by itself, and what may look like one. */
export const codebookFaults: readonly Fault[] = [
  ['nothing', codes(), []],
  ['a sound tree', codes(makeCode('a'), makeCode('b', 'a'), makeCode('c', 'b'), makeCode('d', 'a')), []],
  ['an empty id', codes(makeCode('', null, { label: { nl: 'A' } })), [['empty-id', 'error', ['codes', 0]]]],
  [
    'an id that stands twice',
    codes(makeCode('a'), makeCode('a', null, { label: { nl: 'B' } })),
    [['duplicate-code', 'error', ['codes', 1]]],
  ],
  [
    'a parent that is not there',
    codes(makeCode('a'), makeCode('b', 'z')),
    [['unknown-parent', 'error', ['codes', 1]]],
  ],
  [
    'a parent that comes later',
    codes(makeCode('b', 'a'), makeCode('a')),
    [['parent-after-child', 'warning', ['codes', 0]]],
  ],
  ['a code under itself', codes(makeCode('a', 'a')), [['code-cycle', 'error', ['codes', 0]]]],
  [
    'a cycle of three, once, at its first code',
    codes(makeCode('x'), makeCode('a', 'c'), makeCode('b', 'a'), makeCode('c', 'b')),
    [['code-cycle', 'error', ['codes', 1]]],
  ],
  [
    'a cycle that an earlier code leads into, at its own first code',
    codes(makeCode('tail', 'b'), makeCode('a', 'b'), makeCode('b', 'a')),
    [
      ['code-cycle', 'error', ['codes', 1]],
      ['parent-after-child', 'warning', ['codes', 0]],
    ],
  ],
  [
    'two cycles',
    codes(makeCode('a', 'b'), makeCode('b', 'a'), makeCode('c', 'd'), makeCode('d', 'c')),
    [
      ['code-cycle', 'error', ['codes', 0]],
      ['code-cycle', 'error', ['codes', 2]],
    ],
  ],
  [
    'siblings of one Dutch name, in any case',
    codes(makeCode('a', null, { label: { nl: 'Visie' } }), makeCode('b', null, { label: { nl: ' VISIE' } })),
    [['duplicate-name', 'error', ['codes', 1]]],
  ],
  [
    'siblings of one English name',
    codes(
      makeCode('a', null, { label: { nl: 'A', en: 'Vision' } }),
      makeCode('b', null, { label: { nl: 'B', en: 'Vision' } }),
    ),
    [['duplicate-name', 'error', ['codes', 1]]],
  ],
  [
    'no siblings: one name under two parents, or of a retired code, or in two languages',
    codes(
      makeCode('a'),
      makeCode('b'),
      makeCode('c', 'a', { label: { nl: 'Visie' } }),
      makeCode('d', 'b', { label: { nl: 'Visie' } }),
      makeCode('e', 'b', { label: { nl: 'Visie' }, retired: true }),
      makeCode('f', 'b', { label: { en: 'Visie' } }),
    ),
    [],
  ],
  [
    'a label without text',
    codes(makeCode('a', null, { label: { nl: ' ' } })),
    [['empty-label', 'error', ['codes', 0]]],
  ],
  [
    'no definition',
    codes(makeCode('a', null, { definition: {} })),
    [['no-definition', 'warning', ['codes', 0]]],
  ],
  ['no definition of a retired code', codes(makeCode('a', null, { definition: {}, retired: true })), []],
  [
    'a merge into a code that is not there',
    codes(makeCode('a', null, { retired: true, mergedInto: 'z' })),
    [['unknown-merge', 'error', ['codes', 0]]],
  ],
  [
    'a merged code in use',
    codes(makeCode('a'), makeCode('b', null, { mergedInto: 'a' })),
    [['merged-not-retired', 'warning', ['codes', 1]]],
  ],
  [
    'merges in a circle, once',
    codes(
      makeCode('tail', null, { retired: true, mergedInto: 'a' }),
      makeCode('a', null, { retired: true, mergedInto: 'b' }),
      makeCode('b', null, { retired: true, mergedInto: 'a' }),
    ),
    [['merge-cycle', 'error', ['codes', 0]]],
  ],
  ['a sound frame', frames(frame('f', { table: 7 })), []],
  [
    'a frame with an empty id',
    frames(frame('', { label: { nl: 'F' } })),
    [['empty-id', 'error', ['frames', 0]]],
  ],
  [
    'a frame id that stands twice',
    frames(frame('f'), frame('f')),
    [['duplicate-frame', 'error', ['frames', 1]]],
  ],
  ['a frame without a title', frames(frame('f', { label: {} })), [['empty-label', 'error', ['frames', 0]]]],
  [
    'a table number that stands twice',
    frames(frame('f', { table: 7 }), frame('g', { table: 7 })),
    [['duplicate-table', 'error', ['frames', 1]]],
  ],
  ['a frame without rows', frames(frame('f', { rows: [] })), [['no-rows', 'warning', ['frames', 0]]]],
  [
    'a row with an empty id',
    frames(frame('f', { rows: [row('', { label: { nl: 'R' } })] })),
    [['empty-id', 'error', ['frames', 0, 'rows', 0]]],
  ],
  [
    'a row id that stands twice',
    frames(frame('f', { rows: [row('r'), row('r')] })),
    [['duplicate-row', 'error', ['frames', 0, 'rows', 1]]],
  ],
  [
    'a row without a label',
    frames(frame('f', { rows: [row('r', { label: { en: '' } })] })),
    [['empty-label', 'error', ['frames', 0, 'rows', 0]]],
  ],
  [
    'a row of an unknown code',
    frames(frame('f', { rows: [row('q'), row('r', { codes: ['z'] })] })),
    [['unknown-code', 'error', ['frames', 0, 'rows', 1]]],
  ],
  [
    'a row that names a code twice',
    frames(frame('f', { rows: [row('r', { codes: ['a', 'a'] })] })),
    [['duplicate-row-code', 'error', ['frames', 0, 'rows', 0]]],
  ],
  [
    'a row of a retired code',
    frames(frame('f', { rows: [row('r', { codes: ['oud'] })] })),
    [['retired-row-code', 'warning', ['frames', 0, 'rows', 0]]],
  ],
  [
    'a row without codes',
    frames(frame('f', { rows: [row('r', { codes: [] })] })),
    [['row-without-codes', 'warning', ['frames', 0, 'rows', 0]]],
  ],
]
