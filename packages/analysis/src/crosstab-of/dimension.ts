import {
  type CountHeading,
  type Label,
  positionOf,
  type Source,
  type Study,
  sourceKindLabels,
  sourceKinds,
  type Turn,
  turnAt,
  type Value,
} from '@codeerbank/core'
import { codesUnder } from '../codes-under.ts'
import type { StudyIndex } from '../study-index.ts'
import { unknownName } from '../unknown-name.ts'

/**
 * What can be counted by. `code-sets` are the rows of a frame; `times` the months of the sources' dates; `turns` the
 * turns of one source; a variable belongs to cases, sources or participants (then: who speaks).
 */
export type DimensionName =
  | 'codes'
  | 'cases'
  | 'sources'
  | 'kinds'
  | 'speakers'
  | 'coders'
  | 'times'
  | { readonly codeSets: string }
  | { readonly variable: string }
  | { readonly turnsOf: string }

/** A dimension over the codings of a study: its headings, and to which of them a coding belongs. */
export interface Dimension {
  readonly label: Label
  readonly headings: readonly CountHeading[]
  /** Positions of headings for a coding; none where it has no place. A coding can be in several code sets. */
  readonly of: (coding: number) => readonly number[]
}

const none: readonly number[] = []

/**
 * Lays out a dimension.
 *
 * @param rollUp whether a code stands with all below it
 * @throws RangeError for a frame, variable or source that the study does not have
 */
export function dimensionOf(
  study: Study,
  index: StudyIndex,
  name: DimensionName,
  rollUp: boolean,
): Dimension {
  if (typeof name === 'object') {
    if ('codeSets' in name) return codeSets(study, index, name.codeSets)
    if ('variable' in name) return variable(study, index, name.variable)
    return turns(study, index, name.turnsOf)
  }
  switch (name) {
    case 'codes':
      return codes(study, index, rollUp)
    case 'cases':
      return column({ nl: 'casus', en: 'case' }, study.cases, index.codingCase)
    case 'sources':
      return column({ nl: 'bron', en: 'source' }, titled(study.sources), index.codingSource)
    case 'kinds':
      return column(
        { nl: 'soort bron', en: 'kind of source' },
        sourceKinds.map(kind => ({ id: kind, label: sourceKindLabels[kind] })),
        index.codingKind,
      )
    case 'speakers':
      return column(
        { nl: 'spreker', en: 'speaker' },
        index.voices.map((id, i) => ({ id, label: same(index.voiceLabels[i] ?? id) })),
        index.codingVoice,
      )
    case 'coders':
      return column(
        { nl: 'codeur', en: 'coder' },
        study.coders.map(({ id, label }) => ({ id, label: same(label) })),
        index.codingCoder,
      )
    case 'times':
      return times(study, index)
    default:
      throw new RangeError(
        `There is no dimension "${String(name)}". Choose codes, cases, sources, kinds, speakers, coders or times.`,
      )
  }
}

function same(text: string): Label {
  return { nl: text, en: text }
}

function titled(sources: readonly Source[]): readonly CountHeading[] {
  return sources.map(({ id, title }) => ({ id, label: same(title) }))
}

function column(label: Label, headings: readonly CountHeading[], of: Int32Array): Dimension {
  return { label, headings, of: coding => (of[coding]! < 0 ? none : [of[coding]!]) }
}

function codes(study: Study, index: StudyIndex, rollUp: boolean): Dimension {
  const { order, rank, parent, depth } = index.codes
  const headings = Array.from(order, at => ({
    id: study.codes[at]!.id,
    label: study.codes[at]!.label,
    depth: depth[at]!,
  }))
  const above = study.codes.map((_, at) => {
    const lineage = [rank[at]!]
    if (rollUp) for (let up = parent[at]!; up >= 0; up = parent[up]!) lineage.push(rank[up]!)
    return lineage
  })
  return {
    label: { nl: 'code', en: 'code' },
    headings,
    of: coding => above[index.codingCode[coding]!] ?? none,
  }
}

function codeSets(study: Study, index: StudyIndex, frameId: string): Dimension {
  const at = positionOf(study.frames, frameId)
  const frame = study.frames[at]
  if (frame === undefined) throw unknownName('frame', frameId, study.frames)
  const rows: number[][] = study.codes.map(() => [])
  frame.rows.forEach((row, i) => {
    for (const code of codesUnder(study, index, row.codes)) rows[code]!.push(i)
  })
  return {
    label: frame.label,
    headings: frame.rows.map(({ id, label }) => ({ id, label })),
    of: coding => rows[index.codingCode[coding]!] ?? none,
  }
}

function times(study: Study, index: StudyIndex): Dimension {
  const months = [
    ...new Set(study.sources.flatMap(({ date }) => (date === undefined ? [] : [date.slice(0, 7)]))),
  ]
  return valued(
    { nl: 'maand', en: 'month' },
    months.sort(),
    index.codingSource,
    study.sources.map(({ date }) => date?.slice(0, 7) ?? null),
  )
}

function variable(study: Study, index: StudyIndex, id: string): Dimension {
  const at = positionOf(study.variables, id)
  const found = study.variables[at]
  if (found === undefined) throw unknownName('variable', id, study.variables)
  const valueIn = (values: Readonly<Record<string, Value>> | undefined): Value =>
    values !== undefined && Object.hasOwn(values, id) ? (values[id] ?? null) : null
  const [column, values] =
    found.on === 'case'
      ? [index.codingCase, study.cases.map(each => valueIn(each.values))]
      : found.on === 'source'
        ? [index.codingSource, study.sources.map(each => valueIn(each.values))]
        : [index.codingVoice, voiceValues(study, index, valueIn)]
  const present = [...new Set(values.filter(value => value !== null))]
  present.sort((a, b) => (typeof a === 'number' && typeof b === 'number' ? a - b : 0))
  return valued(found.label, present, column, values)
}

function voiceValues(
  study: Study,
  index: StudyIndex,
  valueIn: (values: Readonly<Record<string, Value>> | undefined) => Value,
): readonly Value[] {
  return index.voices.map(voice => valueIn(study.participants[positionOf(study.participants, voice)]?.values))
}

/** A dimension of values that the things in a column have. */
function valued(
  label: Label,
  present: readonly Value[],
  column: Int32Array,
  values: readonly Value[],
): Dimension {
  const places = new Map(present.map((value, i) => [value, i]))
  const of = values.map(value => {
    const place = value === null ? undefined : places.get(value)
    return place === undefined ? none : [place]
  })
  return {
    label,
    headings: present.map(value => ({ id: String(value), label: same(String(value)) })),
    of: coding => of[column[coding]!] ?? none,
  }
}

function turns(study: Study, index: StudyIndex, sourceId: string): Dimension {
  const at = positionOf(study.sources, sourceId)
  const source = study.sources[at]
  if (source === undefined) throw unknownName('source', sourceId, study.sources)
  const places = new Map<Turn, number>(source.turns.map((turn, i) => [turn, i]))
  return {
    label: { nl: 'beurt', en: 'turn' },
    headings: source.turns.map(({ speaker }, i) => ({
      id: `${source.id}#${i + 1}`,
      label: same(`${i + 1} ${speaker}`),
    })),
    of: coding => {
      if (index.codingSource[coding] !== at) return none
      const segment = study.segments[index.codingSegment[coding]!]
      if (segment === undefined || segment.verdict === 'lost') return none
      const turn = turnAt(source, segment.start, segment.end)
      const place = turn === undefined ? undefined : places.get(turn)
      return place === undefined ? none : [place]
    },
  }
}
