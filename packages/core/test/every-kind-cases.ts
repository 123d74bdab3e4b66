import type { Change, ChangeKind } from '../src/index.ts'
import { change } from './core-cases.ts'

/** A change of a kind, without what every change carries, and what is said of it. */
export interface KindCase {
  readonly change: Record<string, unknown>
  /** The kind of thing that it is about, and its id. */
  readonly about: readonly [type: string, id: string]
  /** What it says, in Dutch and in English. */
  readonly says: readonly [nl: string, en: string]
  /** The same change by another coder who meant something else; `null` where there is nothing else to mean. */
  readonly otherwise: Record<string, unknown> | null
  /** What the two then do not agree on. */
  readonly conflicts: readonly string[]
}

const label = { nl: 'Gracht', en: 'Canal' }
const other = { nl: 'Singel', en: 'Ring canal' }
const added = { label, parent: null, level: 'sub-code', origin: 'inductive' }
const source = { title: 'Dagboek', kind: 'fieldwork-note', case: 'oost', participants: [], turns: [] }
const judgement = { frame: 'f', case: 'oost', rows: ['a', 'b'] }
const placed = { segment: 'g1', prefix: '', suffix: '' }
const segment = { source: 's', prefix: '', suffix: '' }

/** One of every kind of change: a kind that is not here is a fault of types. */
export const everyKind: Readonly<Record<ChangeKind, KindCase>> = {
  'describe-study': {
    change: { title: label, language: 'nl' },
    about: ['study', ''],
    says: ['Gracht', 'Canal'],
    otherwise: { title: label, language: 'en' },
    conflicts: ['study description'],
  },
  'add-variable': {
    change: { variable: { id: 'v2', label, on: 'case', type: 'text' } },
    about: ['variable', 'v2'],
    says: ['Gracht', 'Canal'],
    otherwise: { variable: { id: 'v2', label, on: 'source', type: 'text' } },
    conflicts: ['variable:v2 existence'],
  },
  'add-coder': {
    change: { coder: { id: 'carla', label: 'Carla' } },
    about: ['coder', 'carla'],
    says: ['Carla', 'Carla'],
    otherwise: { coder: { id: 'carla', label: 'Carla B.' } },
    conflicts: ['coder:carla existence'],
  },
  'add-case': {
    change: { case: { id: 'west', label, values: {} } },
    about: ['case', 'west'],
    says: ['Gracht', 'Canal'],
    otherwise: { case: { id: 'west', label: other, values: {} } },
    conflicts: ['case:west existence'],
  },
  'add-participant': {
    change: { participant: { id: 'P2', label: 'Wijkagent', case: 'oost' } },
    about: ['participant', 'P2'],
    says: ['Wijkagent', 'Wijkagent'],
    otherwise: { participant: { id: 'P2', label: 'Agent', case: 'oost' } },
    conflicts: ['participant:P2 existence'],
  },
  'set-value': {
    change: { on: 'case', item: 'oost', variable: 'v', value: 12 },
    about: ['case', 'oost'],
    says: ['v: 12', 'v: 12'],
    otherwise: { on: 'case', item: 'oost', variable: 'v', value: null },
    conflicts: ['case:oost value:v'],
  },
  'add-source': {
    change: { source: { id: 's2', ...source, text: 'Regen.' } },
    about: ['source', 's2'],
    says: ['Dagboek', 'Dagboek'],
    otherwise: { source: { id: 's2', ...source, text: 'Zon.' } },
    conflicts: ['source:s2 existence'],
  },
  'correct-source': {
    change: { source: 's', text: 'Een.', turns: [], moves: [], reason: 'Verhoord.' },
    about: ['source', 's'],
    says: ['Verhoord.', 'Verhoord.'],
    otherwise: { source: 's', text: 'Twee.', turns: [], moves: [] },
    conflicts: ['source:s text'],
  },
  'remove-source': {
    change: { source: 's', reason: 'Toestemming ingetrokken.' },
    about: ['source', 's'],
    says: ['', ''],
    otherwise: null,
    conflicts: [],
  },
  'add-code': {
    change: { code: { id: 'gracht', ...added } },
    about: ['code', 'gracht'],
    says: ['Gracht', 'Canal'],
    otherwise: { code: { id: 'gracht', ...added, label: other } },
    conflicts: ['code:gracht existence'],
  },
  'rename-code': {
    change: { code: 'kat', label },
    about: ['code', 'kat'],
    says: ['Gracht', 'Canal'],
    otherwise: { code: 'kat', label: other },
    conflicts: ['code:kat label'],
  },
  'redefine-code': {
    change: { code: 'kat', definition: label },
    about: ['code', 'kat'],
    says: ['Gracht', 'Canal'],
    otherwise: { code: 'kat', definition: other },
    conflicts: ['code:kat definition'],
  },
  'move-code': {
    change: { code: 'kat', parent: 'hond' },
    about: ['code', 'kat'],
    says: ['hond/', 'hond/'],
    otherwise: { code: 'kat', parent: null },
    conflicts: ['code:kat place'],
  },
  'merge-codes': {
    change: { codes: ['kat'], into: 'hond' },
    about: ['code', 'hond'],
    says: ['kat → hond', 'kat → hond'],
    otherwise: { codes: ['kat'], into: 'dieren' },
    conflicts: ['code:kat end'],
  },
  'split-code': {
    change: { code: 'kat', into: [{ id: 'gracht', ...added }], assign: [] },
    about: ['code', 'kat'],
    says: ['kat → Gracht', 'kat → Canal'],
    otherwise: { code: 'kat', into: [{ id: 'singel', ...added }], assign: [] },
    conflicts: ['code:kat end'],
  },
  'retire-code': {
    change: { code: 'kat' },
    about: ['code', 'kat'],
    says: ['', ''],
    otherwise: null,
    conflicts: [],
  },
  'set-frame': {
    change: { frame: { id: 'f', label, rows: [{ id: 'a', label, codes: ['kat'] }] } },
    about: ['frame', 'f'],
    says: ['Gracht', 'Canal'],
    otherwise: { frame: { id: 'f', label, rows: [{ id: 'a', label, codes: ['hond'] }] } },
    conflicts: ['frame:f rows'],
  },
  'remove-frame': {
    change: { frame: 'f' },
    about: ['frame', 'f'],
    says: ['', ''],
    otherwise: null,
    conflicts: [],
  },
  'freeze-codebook': {
    change: { round: 'Ronde 1' },
    about: ['codebook', ''],
    says: ['Ronde 1', 'Ronde 1'],
    otherwise: { round: 'Ronde 2' },
    conflicts: ['codebook: end'],
  },
  'thaw-codebook': {
    change: {},
    about: ['codebook', ''],
    says: ['', ''],
    otherwise: null,
    conflicts: [],
  },
  'add-segment': {
    change: { segment: { id: 'g9', ...segment, start: 0, end: 3, quote: 'Een' } },
    about: ['segment', 'g9'],
    says: ['', ''],
    otherwise: { segment: { id: 'g9', ...segment, start: 15, end: 18, quote: 'een' } },
    conflicts: ['segment:g9 existence'],
  },
  'accept-segment': {
    change: { ...placed, start: 0, end: 3, quote: 'Een' },
    about: ['segment', 'g1'],
    says: ['', ''],
    otherwise: { ...placed, start: 0, end: 8, quote: 'Een 😀 k' },
    conflicts: ['segment:g1 place'],
  },
  'place-segment': {
    change: { ...placed, start: 15, end: 18, quote: 'een' },
    about: ['segment', 'g1'],
    says: ['', ''],
    otherwise: { ...placed, start: 0, end: 3, quote: 'Een' },
    conflicts: ['segment:g1 place'],
  },
  'remove-segment': {
    change: { segment: 'g1' },
    about: ['segment', 'g1'],
    says: ['', ''],
    otherwise: null,
    conflicts: [],
  },
  'code-segment': {
    change: { coding: { id: 'k9', segment: 'g1', code: 'kat' } },
    about: ['coding', 'k9'],
    says: ['kat', 'kat'],
    otherwise: { coding: { id: 'k9', segment: 'g1', code: 'hond' } },
    conflicts: ['coding:k9 existence'],
  },
  'withdraw-coding': {
    change: { coding: 'k1' },
    about: ['coding', 'k1'],
    says: ['', ''],
    otherwise: null,
    conflicts: [],
  },
  'review-coding': {
    change: { coding: 'k1' },
    about: ['coding', 'k1'],
    says: ['', ''],
    otherwise: null,
    conflicts: [],
  },
  'write-memo': {
    change: { memo: { id: 'm', on: { type: 'code', id: 'kat' }, text: 'Let op.' } },
    about: ['memo', 'm'],
    says: ['Let op.', 'Let op.'],
    otherwise: { memo: { id: 'm', on: { type: 'code', id: 'kat' }, title: 'Twijfel', text: 'Let op.' } },
    conflicts: ['memo:m text'],
  },
  'remove-memo': {
    change: { memo: 'm' },
    about: ['memo', 'm'],
    says: ['', ''],
    otherwise: null,
    conflicts: [],
  },
  'record-judgement': {
    change: { judgement: { id: 'j', ...judgement, state: 'completed' } },
    about: ['judgement', 'j'],
    says: ['oost, a, b: Voltooid', 'oost, a, b: Completed'],
    otherwise: { judgement: { id: 'j', ...judgement, state: 'current' } },
    conflicts: ['judgement:j estimate', 'cell:["f","oost","a"] judgement', 'cell:["f","oost","b"] judgement'],
  },
  'withdraw-judgement': {
    change: { judgement: 'j' },
    about: ['judgement', 'j'],
    says: ['', ''],
    otherwise: null,
    conflicts: [],
  },
  'record-screening': {
    change: { screening: { id: 'z', source: 's', code: 'kat' } },
    about: ['screening', 'z'],
    says: ['s: kat', 's: kat'],
    otherwise: null,
    conflicts: [],
  },
  'withdraw-screening': {
    change: { screening: 'z' },
    about: ['screening', 'z'],
    says: ['', ''],
    otherwise: null,
    conflicts: [],
  },
  'save-query': {
    change: { query: { id: 'q', text: 'kat and case:oost' } },
    about: ['query', 'q'],
    says: ['kat and case:oost', 'kat and case:oost'],
    otherwise: { query: { id: 'q', text: 'hond' } },
    conflicts: ['query:q query'],
  },
  'remove-query': {
    change: { query: 'q' },
    about: ['query', 'q'],
    says: ['', ''],
    otherwise: null,
    conflicts: [],
  },
  'state-claim': {
    change: { claim: { id: 'c', text: label, rules: [{ case: 'oost', supports: 'kat' }] } },
    about: ['claim', 'c'],
    says: ['Gracht', 'Canal'],
    otherwise: { claim: { id: 'c', text: label, rules: [{ case: 'oost', supports: 'hond' }] } },
    conflicts: ['claim:c claim'],
  },
  'withdraw-claim': {
    change: { claim: 'c' },
    about: ['claim', 'c'],
    says: ['', ''],
    otherwise: null,
    conflicts: [],
  },
  'write-summary': {
    change: { summary: { id: 'w', frame: 'f', row: 'a', case: 'oost', text: 'Stil.', cites: [] } },
    about: ['summary', 'w'],
    says: ['Stil.', 'Stil.'],
    otherwise: { summary: { id: 'w', frame: 'f', row: 'a', case: 'oost', text: 'Druk.', cites: [] } },
    conflicts: ['summary:w summary', 'cell:["f","oost","a"] summary'],
  },
  'remove-summary': {
    change: { summary: 'w' },
    about: ['summary', 'w'],
    says: ['', ''],
    otherwise: null,
    conflicts: [],
  },
  'settle-conflict': {
    change: { about: 'code:kat label', changes: ['r1', 'r2'], keep: 'r2' },
    about: ['conflict', 'code:kat label'],
    says: ['r2', 'r2'],
    otherwise: { about: 'code:kat label', changes: ['r2', 'r1'] },
    conflicts: ['conflict:code:kat label settlement'],
  },
}

const of = (kind: ChangeKind) => change(kind, everyKind[kind].change)

/** What one coder ends while the other changes it, rests on it, or ends it otherwise. */
export const endings: Readonly<Record<string, readonly [one: Change, other: Change, about: string]>> = {
  'a source that is removed and corrected': [of('remove-source'), of('correct-source'), 'source:s end'],
  'a source that is removed and marked in': [of('remove-source'), of('add-segment'), 'source:s end'],
  'a source that is removed and given a value': [
    of('remove-source'),
    change('set-value', { on: 'source', item: 's', variable: 'v', value: 1 }),
    'source:s end',
  ],
  'a source that is removed and read through': [of('remove-source'), of('record-screening'), 'source:s end'],
  'a code that is retired and defined anew': [of('retire-code'), of('redefine-code'), 'code:kat end'],
  'a code that is retired and merged': [of('retire-code'), of('merge-codes'), 'code:kat end'],
  'a code that is retired and merged into': [
    change('retire-code', { code: 'hond' }),
    of('merge-codes'),
    'code:hond end',
  ],
  'a code that is split and coded with': [of('split-code'), of('code-segment'), 'code:kat end'],
  'a code that is merged and moved': [of('merge-codes'), of('move-code'), 'code:kat end'],
  'a code that is merged and stands in a row': [of('merge-codes'), of('set-frame'), 'code:kat end'],
  'a code that is retired and stands in a row': [of('retire-code'), of('set-frame'), 'code:kat end'],
  'a code that is merged and gets a code below it': [
    of('merge-codes'),
    change('add-code', { code: { id: 'gracht', ...added, parent: 'kat' } }),
    'code:kat end',
  ],
  'a code that is split and gets a code below it': [
    of('split-code'),
    change('move-code', { code: 'hond', parent: 'kat' }),
    'code:kat end',
  ],
  'a segment that is removed and coded': [of('remove-segment'), of('code-segment'), 'segment:g1 end'],
  'a coding that is withdrawn and reviewed': [of('withdraw-coding'), of('review-coding'), 'coding:k1 end'],
  'a coding that is withdrawn and cited': [
    of('withdraw-coding'),
    change('write-summary', {
      summary: { id: 'w', cites: [{ coding: 'k1', quote: 'Een', codeVersion: 1 }] },
    }),
    'coding:k1 end',
  ],
  'a memo that is removed and rewritten': [of('remove-memo'), of('write-memo'), 'memo:m end'],
  'an estimate that is withdrawn and made anew': [
    of('withdraw-judgement'),
    of('record-judgement'),
    'judgement:j end',
  ],
  'a query that is removed and rewritten': [of('remove-query'), of('save-query'), 'query:q end'],
  'a claim that is withdrawn and restated': [of('withdraw-claim'), of('state-claim'), 'claim:c end'],
  'a summary that is removed and rewritten': [of('remove-summary'), of('write-summary'), 'summary:w end'],
  'a frame that is removed and laid out anew': [of('remove-frame'), of('set-frame'), 'frame:f end'],
  'a frame that is removed and judged by': [of('remove-frame'), of('record-judgement'), 'frame:f end'],
  'a frame that is removed and summed up by': [of('remove-frame'), of('write-summary'), 'frame:f end'],
  'a frame that is removed and written about': [
    of('remove-frame'),
    change('write-memo', { memo: { id: 'm', on: { type: 'frame', id: 'f' }, text: 'Let op.' } }),
    'frame:f end',
  ],
  'a codebook that is frozen and changed': [of('freeze-codebook'), of('rename-code'), 'codebook: end'],
}
