import type { Change } from '../../src/index.ts'
import { change, code, coding, segment, text } from '../core-cases.ts'

export const rename = (id: string, nl: string) => change('rename-code', { code: id, label: { nl } })
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

export interface Meeting {
  readonly anna: readonly Change[]
  readonly bram: readonly Change[]
  /** What the listed conflicts are about. */
  readonly about: readonly string[]
  /** Why a change has no place in the study. */
  readonly left: readonly string[]
}

export const meetings: Readonly<Record<string, Meeting>> = {
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
