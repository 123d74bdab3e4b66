import type { Change } from '../change.ts'
import type { Study } from '../study.ts'
import { thingsMade } from './things-of-change.ts'

/**
 * Makes a function that says whether something that a change made is in a study still, and something else rests on it there: a code that is
 * coded with, a segment that is coded. A coding stands by itself. Takes linear time once.
 */
export function stillInUse(study: Study): (change: Change) => boolean {
  const there = new Set<string>()
  const add = (type: string, items: readonly { readonly id: string }[]) => {
    for (const { id } of items) there.add(`${type}:${id}`)
  }
  add('variable', study.variables)
  add('coder', study.coders)
  add('case', study.cases)
  add('participant', study.participants)
  add('source', study.sources)
  // A code that was retired is dealt with, whatever is coded with it.
  add(
    'code',
    study.codes.filter(({ retired }) => retired !== true),
  )
  add('segment', study.segments)
  add('coding', study.codings)
  const used = thingsUsed(study)
  return change =>
    thingsMade(change).some(thing => there.has(thing) && (used.has(thing) || thing.startsWith('coding:')))
}

function thingsUsed(study: Study): ReadonlySet<string> {
  const used = new Set<string>()
  const use = (type: string, id: string | null | undefined) => {
    if (id !== null && id !== undefined) used.add(`${type}:${id}`)
  }
  for (const each of [...study.cases, ...study.sources, ...study.participants])
    for (const variable of Object.keys(each.values ?? {})) use('variable', variable)
  for (const { case: of } of study.participants) use('case', of)
  for (const { case: of, participants } of study.sources) {
    use('case', of)
    for (const participant of participants) use('participant', participant)
  }
  for (const { parent, retired } of study.codes) if (retired !== true) use('code', parent)
  for (const { rows } of study.frames)
    for (const { codes } of rows) for (const code of codes) use('code', code)
  for (const { source } of study.segments) use('source', source)
  for (const { segment, code, coder } of study.codings) {
    use('segment', segment)
    use('code', code)
    use('coder', coder)
  }
  for (const { on } of study.memos) use(on.type, on.id)
  for (const { case: of } of [...study.judgements, ...study.summaries]) use('case', of)
  for (const { rules } of study.claims) for (const { case: of } of rules) use('case', of)
  for (const { source, code, by } of study.screenings) {
    use('source', source)
    use('code', code)
    use('coder', by)
  }
  return used
}
