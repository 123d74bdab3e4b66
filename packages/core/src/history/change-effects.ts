import type { Change, ChangeOf } from '../change.ts'
import type { Frame } from '../codebook-types.ts'

/** What a change does to a thing: gives an aspect of it a value, ends it, or rests on it. */
export interface ChangeEffect {
  /** The kind of thing and its id, `code:sturing`. */
  readonly thing: string
  readonly does: 'set' | 'end' | 'use'
  /** What is set, or how the thing ends; for `use` what it is used for. */
  readonly aspect: string
  /** Equal for two changes that do the same. */
  readonly value: string
}

/** On which segment a coding is, and in which source a segment; nothing where it is not known, or was made twice in different places. */
export interface Standing {
  segmentOf(coding: string): string | undefined
  sourceOf(segment: string): string | undefined
}

/** What rests on a thing by what stands on it: the coding of a segment of a source. */
export const resting = 'resting'

/** What every change of the codebook rests on: that it is not frozen. */
const changesCodebook = use('codebook:', 'change')

/** What a change does, as far as another one may do otherwise meanwhile; with what that stands on, which may go under it. */
export function effectsOf(change: Change, standing: Standing): readonly ChangeEffect[] {
  return ownEffects(change).flatMap(effect => [effect, ...below(effect, standing)])
}

/** What is done with a coding rests on its segment too, and what is done with a segment on its source. */
function below({ thing, does, aspect }: ChangeEffect, standing: Standing): readonly ChangeEffect[] {
  // What is made says itself where it is made.
  if (does === 'end' || aspect === 'existence') return []
  const colon = thing.indexOf(':')
  const [type, id] = [thing.slice(0, colon), thing.slice(colon + 1)]
  const segment = type === 'coding' && does === 'use' ? standing.segmentOf(id) : undefined
  if (segment !== undefined) {
    const use: ChangeEffect = { thing: `segment:${segment}`, does: 'use', aspect: resting, value: '' }
    return [use, ...below(use, standing)]
  }
  const source = type === 'segment' ? standing.sourceOf(id) : undefined
  return source === undefined ? [] : [{ thing: `source:${source}`, does: 'use', aspect: resting, value: '' }]
}

function ownEffects(change: Change): readonly ChangeEffect[] {
  switch (change.kind) {
    case 'describe-study':
      return [set('study', 'description', [change.title, change.language])]
    case 'add-variable':
      return [set(`variable:${change.variable.id}`, 'existence', change.variable)]
    case 'add-coder':
      return [set(`coder:${change.coder.id}`, 'existence', change.coder)]
    case 'add-case':
      return [set(`case:${change.case.id}`, 'existence', change.case)]
    case 'add-participant':
      return [set(`participant:${change.participant.id}`, 'existence', change.participant)]
    case 'set-value':
      return [
        set(`${change.on}:${change.item}`, `value:${change.variable}`, change.value),
        ...(change.on === 'source' ? [use(`source:${change.item}`, 'value')] : []),
      ]
    case 'add-source':
      return [set(`source:${change.source.id}`, 'existence', change.source)]
    case 'correct-source':
      return [set(`source:${change.source}`, 'text', [change.text, change.turns]), ...olderPlacement(change)]
    case 'remove-source':
      return [end(`source:${change.source}`, 'removed')]
    case 'add-code':
      return [
        set(`code:${change.code.id}`, 'existence', change.code),
        ...under(change.code.parent),
        changesCodebook,
      ]
    case 'rename-code':
      return [set(`code:${change.code}`, 'label', change.label), changesCodebook]
    case 'redefine-code':
      return [set(`code:${change.code}`, 'definition', change.definition), changesCodebook]
    case 'move-code':
      return [
        set(`code:${change.code}`, 'place', placeOf(change)),
        ...under(change.parent),
        ...nesting(change.code, change.parent),
        changesCodebook,
      ]
    case 'merge-codes':
      return [
        ...change.codes.map(code => end(`code:${code}`, `merged into ${change.into}`)),
        use(`code:${change.into}`, 'merging'),
        changesCodebook,
      ]
    case 'split-code':
      return [
        end(`code:${change.code}`, `split ${JSON.stringify([change.into, change.assign])}`),
        ...change.into.map(part => set(`code:${part.id}`, 'existence', part)),
        ...parentsOutside(change.into).flatMap(under),
        changesCodebook,
      ]
    case 'retire-code':
      return [end(`code:${change.code}`, 'retired'), changesCodebook]
    case 'set-frame':
      return [
        set(`frame:${change.frame.id}`, 'rows', change.frame),
        ...Array.from(rowCodes(change.frame), code => use(`code:${code}`, 'row')),
        changesCodebook,
      ]
    case 'remove-frame':
      return [end(`frame:${change.frame}`, 'removed'), changesCodebook]
    case 'freeze-codebook':
      return [end('codebook:', `frozen ${change.round}`)]
    case 'thaw-codebook':
      // It may thaw what the other froze since.
      return [use('codebook:', 'thaw')]
    case 'add-segment':
      return [
        set(`segment:${change.segment.id}`, 'existence', change.segment),
        use(`source:${change.segment.source}`, 'segment'),
      ]
    case 'accept-segment':
    case 'place-segment':
      return [set(`segment:${change.segment}`, 'place', [change.start, change.end, change.quote])]
    case 'remove-segment':
      return [end(`segment:${change.segment}`, 'removed')]
    case 'code-segment':
      return [
        set(`coding:${change.coding.id}`, 'existence', change.coding),
        use(`code:${change.coding.code}`, 'coding'),
        use(`segment:${change.coding.segment}`, 'coding'),
      ]
    case 'withdraw-coding':
      return [end(`coding:${change.coding}`, 'withdrawn')]
    case 'review-coding':
      return [use(`coding:${change.coding}`, 'review')]
    case 'write-memo':
      return [
        set(`memo:${change.memo.id}`, 'text', change.memo),
        ...(change.memo.on.id === undefined
          ? []
          : [use(`${change.memo.on.type}:${change.memo.on.id}`, 'memo')]),
      ]
    case 'remove-memo':
      return [end(`memo:${change.memo}`, 'removed')]
    case 'record-judgement': {
      const { id, frame, case: judged, rows, ...estimate } = change.judgement
      return [
        set(`judgement:${id}`, 'estimate', change.judgement),
        use(`frame:${frame}`, 'estimate'),
        ...rows.map(row => set(`cell:${JSON.stringify([frame, judged, row])}`, 'judgement', estimate)),
      ]
    }
    case 'withdraw-judgement':
      return [end(`judgement:${change.judgement}`, 'withdrawn')]
    case 'record-screening':
      return [
        set(`screening:${change.screening.id}`, 'screening', [
          change.screening.source,
          change.screening.code,
        ]),
        use(`code:${change.screening.code}`, 'screening'),
        use(`source:${change.screening.source}`, 'screening'),
      ]
    case 'withdraw-screening':
      return [end(`screening:${change.screening}`, 'withdrawn')]
    case 'save-query':
      return [set(`query:${change.query.id}`, 'query', change.query)]
    case 'remove-query':
      return [end(`query:${change.query}`, 'removed')]
    case 'state-claim':
      return [set(`claim:${change.claim.id}`, 'claim', change.claim)]
    case 'withdraw-claim':
      return [end(`claim:${change.claim}`, 'withdrawn')]
    case 'write-summary': {
      const { id, frame, case: of, row, ...said } = change.summary
      return [
        set(`summary:${id}`, 'summary', change.summary),
        set(`cell:${JSON.stringify([frame, of, row])}`, 'summary', said),
        use(`frame:${frame}`, 'summary'),
        ...said.cites.map(({ coding }) => use(`coding:${coding}`, 'citation')),
      ]
    }
    case 'remove-summary':
      return [end(`summary:${change.summary}`, 'removed')]
    case 'settle-conflict':
      return [set(`conflict:${change.about}`, 'settlement', [change.changes.toSorted(), change.keep ?? null])]
  }
}

/** Segments were placed by a correction that leaves the text as it is, before there was a change for it. */
function olderPlacement({ id, moves, text }: ChangeOf<'correct-source'>): readonly ChangeEffect[] {
  const [move] = moves
  if (move === undefined || !id.startsWith('place-segment:')) return []
  return [set(`segment:${move.segment}`, 'place', [move.start, move.end, text.slice(move.start, move.end)])]
}

/** Where a code is put: where it stood, before another, or behind all. */
function placeOf({ parent, before }: ChangeOf<'move-code'>): readonly unknown[] {
  return before === null ? [parent, null, 'end'] : [parent, before ?? null]
}

/** Of two codes one may lie under the other, not each under the other. */
function nesting(code: string, parent: string | null): readonly ChangeEffect[] {
  if (parent === null) return []
  return [set(`codes:${JSON.stringify([code, parent].sort())}`, 'nesting', code)]
}

/** The codes under which the parts of a split come to lie, but for each other. */
function parentsOutside(into: ChangeOf<'split-code'>['into']): readonly (string | null)[] {
  const parts = new Set(into.map(({ id }) => id))
  return [...new Set(into.map(({ parent }) => parent))].filter(id => id !== null && !parts.has(id))
}

/** The codes that stand in rows of a frame, each once. */
function rowCodes({ rows }: Frame): ReadonlySet<string> {
  return new Set(rows.flatMap(({ codes }) => codes))
}

/** What lies under a code rests on it: it would not count there any more. */
function under(parent: string | null): readonly ChangeEffect[] {
  return parent === null ? [] : [use(`code:${parent}`, 'parent')]
}

function set(thing: string, aspect: string, value: unknown): ChangeEffect {
  return { thing, does: 'set', aspect, value: JSON.stringify(value) }
}

function end(thing: string, how: string): ChangeEffect {
  return { thing, does: 'end', aspect: 'end', value: how }
}

function use(thing: string, what: string): ChangeEffect {
  return { thing, does: 'use', aspect: what, value: '' }
}
