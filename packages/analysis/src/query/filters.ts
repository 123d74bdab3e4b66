import {
  byId,
  type Label,
  type Participant,
  type Study,
  StudyError,
  turnAt,
  type Value,
} from '@codeerbank/core'
import type { StudyIndex } from '../study-index.ts'
import type { FilterField } from './query.ts'

type CodingField = 'coder' | 'from' | 'until'

/** Whether a filter is about codings; all others are about segments. */
export function isCodingFilter(field: FilterField): field is CodingField {
  return field === 'coder' || field === 'from' || field === 'until'
}

const plain = (text: string) => text.normalize('NFC').toLowerCase()

const same = (text: string | undefined, wanted: string) => text !== undefined && plain(text) === wanted

const labelled = (label: Label, wanted: string) => same(label.nl, wanted) || same(label.en, wanted)

/**
 * The codings that a filter leaves, as 1 at their position. A date is compared with the date or time of a coding as the
 * study has it; `until` includes the whole of the day or time that it names.
 */
export function codingFilter(study: Study, field: CodingField, value: string): Uint8Array {
  const wanted = plain(value)
  if (field === 'coder') {
    const coders = new Set(
      study.coders.filter(({ id, label }) => same(id, wanted) || same(label, wanted)).map(({ id }) => id),
    )
    return Uint8Array.from(study.codings, coding => (coders.has(coding.coder) ? 1 : 0))
  }
  return Uint8Array.from(study.codings, ({ at }) => {
    const cut = at.slice(0, value.length)
    return (field === 'from' ? cut >= value : cut <= value) ? 1 : 0
  })
}

/**
 * The segments that a filter leaves, as 1 at their position. Names are compared without case; a kind also by its last
 * part (`observation` for `meeting-observation`); `text` holds where the quote contains the value.
 *
 * @param variable the id of the variable, for the field `variable`
 * @throws StudyError for a variable that the study does not have
 */
export function segmentFilter(
  study: Study,
  index: StudyIndex,
  field: Exclude<FilterField, CodingField> | 'variable',
  value: string,
  variable?: string,
): Uint8Array {
  const wanted = plain(value)
  if (field === 'text')
    return Uint8Array.from(study.segments, ({ quote }) => (plain(quote).includes(wanted) ? 1 : 0))
  if (field === 'speaker' || field === 'organisation' || field === 'function')
    return bySpeaker(study, index, (participant, label) =>
      field === 'speaker'
        ? same(participant?.id, wanted) || same(participant?.label, wanted) || same(label, wanted)
        : same(participant?.[field], wanted),
    )
  if (field === 'variable') return byVariable(study, index, variable ?? '', wanted)
  const kept = Uint8Array.from(study.sources, source => {
    if (field === 'source') return same(source.id, wanted) || same(source.title, wanted) ? 1 : 0
    if (field === 'kind') return source.kind === wanted || source.kind.endsWith(`-${wanted}`) ? 1 : 0
    const of = byId(study.cases, source.case)
    return same(source.case, wanted) || (of !== undefined && labelled(of.label, wanted)) ? 1 : 0
  })
  return index.segmentSource.length === 0
    ? new Uint8Array(0)
    : Uint8Array.from(index.segmentSource, at => kept[at] ?? 0)
}

function bySpeaker(
  study: Study,
  index: StudyIndex,
  holds: (participant: Participant | undefined, label: string) => boolean,
): Uint8Array {
  return Uint8Array.from(study.segments, (segment, i) => {
    const source = study.sources[index.segmentSource[i]!]
    if (source === undefined || segment.verdict === 'lost') return 0
    const turn = turnAt(source, segment.start, segment.end)
    if (turn === undefined) return 0
    return holds(
      turn.participant === undefined ? undefined : byId(study.participants, turn.participant),
      turn.speaker,
    )
      ? 1
      : 0
  })
}

function byVariable(study: Study, index: StudyIndex, id: string, wanted: string): Uint8Array {
  const variable = byId(study.variables, id)
  if (variable === undefined)
    throw new StudyError([
      {
        code: 'unknown-variable',
        severity: 'error',
        message: `The study has no variable "${id}". There are: ${study.variables.map(each => each.id).join(', ') || 'none'}.`,
      },
    ])
  const holds = (values: Readonly<Record<string, Value>> | undefined) => {
    const value = values?.[id] ?? null
    return value !== null && plain(String(value)) === wanted
  }
  if (variable.on === 'participant') return bySpeaker(study, index, participant => holds(participant?.values))
  const kept = study.sources.map(source =>
    holds(variable.on === 'source' ? source.values : byId(study.cases, source.case)?.values) ? 1 : 0,
  )
  return Uint8Array.from(index.segmentSource, at => kept[at] ?? 0)
}
