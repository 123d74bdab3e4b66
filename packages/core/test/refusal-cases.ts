import type { Change, ChangeKind } from '../src/index.ts'
import { change } from './core-cases.ts'

const label = { nl: 'L' }
const source = {
  id: 't',
  title: 'T',
  kind: 'interview',
  case: 'oost',
  participants: ['P1'],
  text: 'Ja. Nee.',
  turns: [],
}
const turn = { start: 0, end: 3, speaker: 'R', role: 'participant' }
const newCode = { id: 'vis', label, parent: null, level: 'sub-code', origin: 'inductive' }
const segment = { id: 'g9', source: 's', start: 0, end: 3, quote: 'Een', prefix: '', suffix: '' }
const judgement = { id: 'j', frame: 'f', case: 'oost', rows: ['a'], state: 'current' }
const summary = { id: 'u', frame: 'f', row: 'a', case: 'oost', text: 'S', cites: [] }
const cite = (coding: string) => ({ coding, quote: '', codeVersion: 1 })
const correction = { source: 's', text: 'Een 😀 kat.\nEn een hond.', turns: [], moves: [] }
const move = { segment: 'g1', start: 0, end: 10, verdict: 'exact' }

/** A change that the study of `core-cases` takes, and the same with one thing wrong, with what is then said of it. */
export interface RefusalCase {
  readonly fits: Change
  readonly refused: readonly (readonly [what: string, change: Change, code: string])[]
}

const wrong =
  (kind: ChangeKind) =>
  (what: string, more: Record<string, unknown>, code: string): readonly [string, Change, string] => [
    what,
    change(kind, more),
    code,
  ]

/** One more of a kind of thing, and the same under an id that is taken. */
function added(kind: ChangeKind, noun: string, fresh: Record<string, unknown>, taken: string): RefusalCase {
  return {
    fits: change(kind, { [noun]: fresh }),
    refused: [wrong(kind)('an id that is taken', { [noun]: { ...fresh, id: taken } }, `duplicate-${noun}`)],
  }
}

const sources = wrong('add-source')
const corrections = wrong('correct-source')
const segments = wrong('add-segment')
const codes = wrong('add-code')
const codings = wrong('code-segment')
const memos = wrong('write-memo')
const judgements = wrong('record-judgement')
const screenings = wrong('record-screening')
const summaries = wrong('write-summary')
const values = wrong('set-value')
const moves = wrong('move-code')
const merges = wrong('merge-codes')
const memo = (type: string, id = 'x') => ({ memo: { id: 'm', on: { type, id }, text: 'M' } })

const placed = { segment: 'g1', start: 0, end: 3, quote: 'Een', prefix: '', suffix: ' 😀' }

/** A segment on a place in its text, and on places where it cannot be. */
function placing(kind: 'accept-segment' | 'place-segment'): RefusalCase {
  const not = wrong(kind)
  return {
    fits: change(kind, placed),
    refused: [
      not('no such segment', { ...placed, segment: 'g9' }, 'unknown-segment'),
      not('other words', { ...placed, quote: 'een' }, 'quote-differs'),
      not('no words', { ...placed, end: 0, quote: '' }, 'segment-outside-text'),
      not('an end past the text', { ...placed, end: 25 }, 'segment-outside-text'),
    ],
  }
}

export const refusals: Readonly<Record<string, RefusalCase>> = {
  'add-variable': added('add-variable', 'variable', { id: 'w', label, on: 'case', type: 'text' }, 'v'),
  'add-coder': added('add-coder', 'coder', { id: 'cees', label: 'Cees' }, 'anna'),
  'add-case': added('add-case', 'case', { id: 'west', label, values: {} }, 'oost'),
  'add-participant': {
    fits: change('add-participant', { participant: { id: 'P2', label: 'P2' } }),
    refused: [
      wrong('add-participant')(
        'an id that is taken',
        { participant: { id: 'P1', label: 'P1' } },
        'duplicate-participant',
      ),
      wrong('add-participant')(
        'no such case',
        { participant: { id: 'P2', label: 'P2', case: 'x' } },
        'unknown-case',
      ),
    ],
  },
  'set-value': {
    fits: change('set-value', { on: 'participant', item: 'P1', variable: 'v', value: 1 }),
    refused: [
      values('no such variable', { on: 'case', item: 'oost', variable: 'x', value: 1 }, 'unknown-variable'),
      values('no such case', { on: 'case', item: 's', variable: 'v', value: 1 }, 'unknown-case'),
      values('no such source', { on: 'source', item: 'oost', variable: 'v', value: 1 }, 'unknown-source'),
      values(
        'no such participant',
        { on: 'participant', item: 'oost', variable: 'v', value: 1 },
        'unknown-participant',
      ),
    ],
  },
  'add-source': {
    fits: change('add-source', { source: { ...source, turns: [turn, { ...turn, start: 3, end: 8 }] } }),
    refused: [
      sources('an id that is taken', { source: { ...source, id: 's' } }, 'duplicate-source'),
      sources('no such case', { source: { ...source, case: 'x' } }, 'unknown-case'),
      sources(
        'no such participant',
        { source: { ...source, participants: ['P1', 'x'] } },
        'unknown-participant',
      ),
      sources(
        'a turn of nobody that there is',
        { source: { ...source, turns: [{ ...turn, participant: 'x' }] } },
        'unknown-participant',
      ),
      sources(
        'a turn that ends before it begins',
        { source: { ...source, turns: [{ ...turn, start: 3, end: 2 }] } },
        'turn-outside-text',
      ),
      sources(
        'a turn past the end',
        { source: { ...source, turns: [{ ...turn, end: 9 }] } },
        'turn-outside-text',
      ),
      sources(
        'turns in the wrong order',
        { source: { ...source, turns: [{ ...turn, start: 4, end: 8 }, turn] } },
        'turn-outside-text',
      ),
    ],
  },
  'correct-source': {
    fits: change('correct-source', { ...correction, moves: [move] }),
    refused: [
      corrections('no such source', { ...correction, source: 'x' }, 'unknown-source'),
      corrections(
        'no such segment',
        { ...correction, moves: [{ ...move, segment: 'x' }] },
        'unknown-segment',
      ),
      corrections(
        'a turn past the end',
        { ...correction, turns: [{ ...turn, end: 99 }] },
        'turn-outside-text',
      ),
      corrections(
        'a segment of which nothing is said, and whose words are gone',
        { ...correction, text: 'Een 😀 kat.' },
        'segment-not-moved',
      ),
      corrections(
        'changed words that are none',
        { ...correction, moves: [{ ...move, end: 0, verdict: 'changed' }] },
        'segment-not-moved',
      ),
      corrections(
        'changed words past the end',
        { ...correction, moves: [{ ...move, end: 25, verdict: 'changed' }] },
        'segment-not-moved',
      ),
    ],
  },
  'add-code': {
    fits: change('add-code', { code: newCode, before: 'kat' }),
    refused: [
      codes('an id that is taken', { code: { ...newCode, id: 'kat' } }, 'duplicate-code'),
      codes(
        'an id that is taken, before another',
        { code: { ...newCode, id: 'kat' }, before: 'hond' },
        'duplicate-code',
      ),
      codes('no such parent', { code: { ...newCode, parent: 'x' } }, 'unknown-code'),
      codes('itself as a parent', { code: { ...newCode, parent: 'vis' } }, 'unknown-code'),
      codes('nothing to stand before', { code: newCode, before: 'x' }, 'unknown-code'),
    ],
  },
  'move-code': {
    fits: change('move-code', { code: 'kat', parent: null, before: 'dieren' }),
    refused: [
      moves('no such code', { code: 'x', parent: null }, 'unknown-code'),
      moves('no such parent', { code: 'kat', parent: 'x' }, 'unknown-code'),
      moves('nothing to stand before', { code: 'kat', parent: null, before: 'x' }, 'unknown-code'),
      moves('itself as a parent', { code: 'kat', parent: 'kat' }, 'code-cycle'),
      moves('a parent that lies below it', { code: 'dieren', parent: 'hond' }, 'code-cycle'),
    ],
  },
  'remove-frame': {
    fits: change('remove-frame', { frame: 'f' }),
    refused: [wrong('remove-frame')('no such frame', { frame: 'x' }, 'unknown-frame')],
  },
  'merge-codes': {
    fits: change('merge-codes', { codes: ['kat', 'kat'], into: 'hond' }),
    refused: [
      merges('no such code', { codes: ['kat', 'x'], into: 'hond' }, 'unknown-code'),
      merges('nothing to go into', { codes: ['kat'], into: 'x' }, 'unknown-code'),
      merges('itself among others', { codes: ['kat', 'hond'], into: 'hond' }, 'merge-into-itself'),
      merges('what lies below', { codes: ['hond', 'dieren'], into: 'kat' }, 'merge-into-below'),
    ],
  },
  'accept-segment': placing('accept-segment'),
  'place-segment': placing('place-segment'),
  'add-segment': {
    fits: change('add-segment', { segment }),
    refused: [
      segments('an id that is taken', { segment: { ...segment, id: 'g1' } }, 'duplicate-segment'),
      segments('no such source', { segment: { ...segment, source: 'x' } }, 'unknown-source'),
      segments('other words', { segment: { ...segment, quote: 'Twee' } }, 'quote-differs'),
      segments('no words', { segment: { ...segment, end: 0, quote: '' } }, 'segment-outside-text'),
      segments('a start behind its end', { segment: { ...segment, start: 4 } }, 'segment-outside-text'),
      segments('a place before the text', { segment: { ...segment, start: -1 } }, 'segment-outside-text'),
      segments('an end past the text', { segment: { ...segment, end: 25 } }, 'segment-outside-text'),
      segments('half an offset', { segment: { ...segment, start: 0.5 } }, 'segment-outside-text'),
    ],
  },
  'code-segment': {
    fits: change('code-segment', { coding: { id: 'k9', segment: 'g1', code: 'hond' } }),
    refused: [
      codings(
        'an id that is taken',
        { coding: { id: 'k1', segment: 'g1', code: 'hond' } },
        'duplicate-coding',
      ),
      codings('no such segment', { coding: { id: 'k9', segment: 'x', code: 'hond' } }, 'unknown-segment'),
      codings('no such code', { coding: { id: 'k9', segment: 'g1', code: 'x' } }, 'unknown-code'),
    ],
  },
  'write-memo': {
    fits: change('write-memo', memo('coding', 'k1')),
    refused: (['case', 'source', 'participant', 'code', 'segment', 'coding', 'frame'] as const).map(type =>
      memos(`no such ${type}`, memo(type), `unknown-${type}`),
    ),
  },
  'record-judgement': {
    fits: change('record-judgement', { judgement: { ...judgement, rows: ['b', 'c'] } }),
    refused: [
      judgements('no such frame', { judgement: { ...judgement, frame: 'x' } }, 'unknown-frame'),
      judgements('no such case', { judgement: { ...judgement, case: 'x' } }, 'unknown-case'),
      judgements('no such row', { judgement: { ...judgement, rows: ['x'] } }, 'rows-not-neighbours'),
      judgements('a row twice', { judgement: { ...judgement, rows: ['a', 'a'] } }, 'rows-not-neighbours'),
      judgements(
        'a row past the last',
        { judgement: { ...judgement, rows: ['c', 'd'] } },
        'rows-not-neighbours',
      ),
    ],
  },
  'record-screening': {
    fits: change('record-screening', { screening: { id: 'z', source: 's', code: 'kat' } }),
    refused: [
      screenings('no such source', { screening: { id: 'z', source: 'x', code: 'kat' } }, 'unknown-source'),
      screenings('no such code', { screening: { id: 'z', source: 's', code: 'x' } }, 'unknown-code'),
    ],
  },
  'write-summary': {
    fits: change('write-summary', { summary: { ...summary, cites: [cite('k1'), cite('k3')] } }),
    refused: [
      summaries('no such frame', { summary: { ...summary, frame: 'x' } }, 'unknown-frame'),
      summaries('no such case', { summary: { ...summary, case: 'x' } }, 'unknown-case'),
      summaries('no such row', { summary: { ...summary, row: 'x' } }, 'unknown-row'),
      summaries(
        'no such coding',
        { summary: { ...summary, cites: [cite('k1'), cite('x')] } },
        'unknown-coding',
      ),
    ],
  },
}
