import fc from 'fast-check'
import type { Change } from '../src/index.ts'
import { change, code, coding, study } from './core-cases.ts'

// Ids that objects have already stand beside ordinary ones.
const codeId = fc.constantFrom('dieren', 'kat', 'hond', 'vis', '__proto__', 'constructor')
const segmentId = fc.constantFrom('g1', 'g2', 'constructor')
const codingId = fc.constantFrom('k1', 'k2', 'k3', '__proto__')
const sourceId = fc.constantFrom('s', 't')
/** The one source of the study that the changes are made to. */
export const source = study.sources[0]!
const part = (id: string, parent: string | null) => ({
  id,
  label: { nl: id },
  parent,
  level: 'statement',
  origin: 'inductive',
})

const caseId = fc.constantFrom('oost', 'west')
const thingId = fc.constantFrom('x', '__proto__')
const label = fc.constantFrom({ nl: 'Een' }, { nl: 'Twee', en: 'Two' })
const rows = fc.shuffledSubarray(['a', 'b', 'c'], { maxLength: 2 })

/** Changes to what stands beside sources, codes and codings, for `anyChange`. */
const anyOther: fc.Arbitrary<Change> = fc.oneof(
  label.map(title => change('describe-study', { title, language: 'en' })),
  thingId.map(id =>
    change('add-variable', { variable: { id, label: { nl: id }, on: 'case', type: 'text' } }),
  ),
  thingId.map(id => change('add-coder', { coder: { id, label: id } })),
  caseId.map(id => change('add-case', { case: { id, label: { nl: id }, values: {} } })),
  fc
    .tuple(thingId, caseId)
    .map(([id, of]) => change('add-participant', { participant: { id, label: id, case: of } })),
  fc
    .tuple(
      fc.constantFrom(['case', 'oost'], ['source', 's'], ['participant', 'P1'], ['participant', 'x']),
      fc.constantFrom('v', 'x', '__proto__'),
      fc.constantFrom('ja', 3, true, null),
    )
    .map(([[on, item], variable, value]) => change('set-value', { on, item, variable, value })),
  fc.tuple(fc.constantFrom('f', 'h'), codeId).map(([id, holds]) =>
    change('set-frame', {
      frame: {
        id,
        label: { nl: id },
        rows: ['a', 'b', 'c'].map(row => ({ id: row, label: { nl: row }, codes: [holds] })),
      },
    }),
  ),
  fc.constantFrom('f', 'h').map(frame => change('remove-frame', { frame })),
  fc.constant(change('freeze-codebook', { round: 'Ronde' })),
  fc.constant(change('thaw-codebook', {})),
  fc
    .tuple(
      thingId,
      fc.constantFrom({ type: 'study' }, { type: 'code', id: 'vis' }, { type: 'segment', id: 'g1' }),
      fc.constantFrom('Let op.', 'Twijfel.'),
    )
    .map(([id, on, text]) => change('write-memo', { memo: { id, on, text } })),
  thingId.map(memo => change('remove-memo', { memo })),
  fc
    .tuple(thingId, fc.constantFrom('f', 'h'), caseId, rows)
    .map(([id, frame, of, over]) =>
      change('record-judgement', { judgement: { id, frame, case: of, rows: over, state: 'current' } }),
    ),
  thingId.map(judgement => change('withdraw-judgement', { judgement })),
  fc.constantFrom('x', 'y').map(screening => change('withdraw-screening', { screening })),
  thingId.map(id => change('save-query', { query: { id, text: 'kat' } })),
  thingId.map(query => change('remove-query', { query })),
  fc.tuple(thingId, caseId).map(([id, of]) =>
    change('state-claim', {
      claim: { id, text: { nl: 'C' }, rules: [{ case: of, supports: 'kat' }] },
    }),
  ),
  thingId.map(claim => change('withdraw-claim', { claim })),
  fc.tuple(thingId, fc.constantFrom('a', 'z'), codingId).map(([id, row, cited]) =>
    change('write-summary', {
      summary: {
        id,
        frame: 'f',
        row,
        case: 'oost',
        text: 'S',
        cites: [{ coding: cited, quote: '', codeVersion: 1 }],
      },
    }),
  ),
  thingId.map(summary => change('remove-summary', { summary })),
  fc.constant(change('settle-conflict', { about: 'code:kat label', changes: ['a', 'b'], keep: 'a' })),
  fc.tuple(codeId, label).map(([id, to]) => change('rename-code', { code: id, label: to })),
)

/** Changes to sources, codes and codings, for `anyChange`. */
const anyCore: fc.Arbitrary<Change> = fc.oneof(
  sourceId.map(id => change('add-source', { source: { ...source, id } })),
  sourceId.map(id => change('remove-source', { source: id })),
  fc.tuple(segmentId, sourceId).map(([id, of]) =>
    change('add-segment', {
      segment: { id, source: of, start: 0, end: 3, quote: 'Een', prefix: '', suffix: '' },
    }),
  ),
  segmentId.map(id => change('remove-segment', { segment: id })),
  fc
    .tuple(
      fc.constantFrom('accept-segment', 'place-segment'),
      segmentId,
      fc.constantFrom([0, 3, 'Een'] as const, [15, 18, 'een'] as const, [0, 3, 'een'] as const),
    )
    .map(([kind, id, [start, end, quote]]) =>
      change(kind, { segment: id, start, end, quote, prefix: '', suffix: '' }),
    ),
  fc.tuple(sourceId, fc.array(segmentId, { maxLength: 2 })).map(([id, lost]) =>
    change('correct-source', {
      source: id,
      text: source.text,
      turns: [],
      moves: lost.map(each => ({ segment: each, start: 0, end: 0, verdict: 'lost' })),
    }),
  ),
  fc
    .tuple(codingId, segmentId, codeId, fc.constantFrom('anna', 'bram', 'cees'))
    .map(([id, of, as, by]) => coding(id, of, as, by)),
  codingId.map(id => change('withdraw-coding', { coding: id })),
  codingId.map(id => change('review-coding', { coding: id })),
  fc
    .tuple(codingId, fc.integer({ min: 1, max: 4 }))
    .map(([id, codeVersion]) => change('review-coding', { coding: id, codeVersion })),
  fc.tuple(codeId, fc.option(codeId)).map(([id, parent]) => code(id, parent)),
  codeId.map(id => change('redefine-code', { code: id, definition: { nl: 'Anders' } })),
  fc
    .tuple(codeId, fc.option(codeId), fc.oneof(codeId, fc.constantFrom(null, undefined)))
    .map(([id, parent, before]) =>
      change('move-code', before === undefined ? { code: id, parent } : { code: id, parent, before }),
    ),
  fc
    .tuple(fc.array(codeId, { maxLength: 2 }), codeId)
    .map(([codes, into]) => change('merge-codes', { codes, into })),
  fc
    .tuple(codeId, codeId, fc.option(codeId), fc.array(codingId, { maxLength: 2 }))
    .map(([id, into, parent, codings]) =>
      change('split-code', {
        code: id,
        into: [part(into, parent)],
        assign: codings.map(each => ({ coding: each, code: into })),
      }),
    ),
  codeId.map(id => change('retire-code', { code: id })),
  fc
    .tuple(fc.constantFrom('x', 'y'), sourceId, codeId)
    .map(([id, of, as]) => change('record-screening', { screening: { id, source: of, code: as } })),
)

/** Changes of every kind over few ids, so that they meet: things come, go, and come back elsewhere. */
export const anyChange: fc.Arbitrary<Change> = fc.oneof(
  { weight: 2, arbitrary: anyCore },
  { weight: 1, arbitrary: anyOther },
)
