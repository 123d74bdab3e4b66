import type { Change } from '../change.ts'
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

/** What every change of the codebook rests on: that it is not frozen. */
const changesCodebook = use('codebook:', 'change')

/** What a change does, as far as another one may do otherwise meanwhile. */
export function effectsOf(change: Change): readonly ChangeEffect[] {
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
      return [set(`source:${change.source}`, 'text', change.text)]
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
        set(`code:${change.code}`, 'place', [change.parent, change.before ?? null]),
        ...under(change.parent),
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
    case 'freeze-codebook':
      return [end('codebook:', `frozen ${change.round}`)]
    case 'thaw-codebook':
      return []
    case 'add-segment':
      return [
        set(`segment:${change.segment.id}`, 'existence', change.segment),
        use(`source:${change.segment.source}`, 'segment'),
      ]
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
        ...rows.map(row => set(`cell:${JSON.stringify([frame, judged, row])}`, 'judgement', estimate)),
      ]
    }
    case 'withdraw-judgement':
      return [end(`judgement:${change.judgement}`, 'withdrawn')]
    case 'record-screening':
      return [
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
    case 'write-summary':
      return [
        set(`summary:${change.summary.id}`, 'summary', change.summary),
        ...change.summary.cites.map(({ coding }) => use(`coding:${coding}`, 'citation')),
      ]
    case 'remove-summary':
      return [end(`summary:${change.summary}`, 'removed')]
    case 'settle-conflict':
      return [set(`conflict:${change.about}`, 'settlement', [change.changes.toSorted(), change.keep ?? null])]
  }
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
