import {
  byId,
  type Language,
  labelText,
  type Study,
  sourceKindLabels,
  type TableValue,
  turnAt,
} from '@codeerbank/core'
import { pathText } from './name-codes.ts'
import { segmentPlaces } from './segment-places.ts'
import { timeText } from './segments-to-csv.ts'
import { type CsvOptions, writeCsv } from './write-csv.ts'

/** The columns of the list of codings. `source`, `quote`, `code` and the like are as a list that is read has them. */
export const codingColumns = [
  'coding',
  'segment',
  'source',
  'title',
  'kind',
  'case',
  'date',
  'speaker',
  'participant',
  'start',
  'end',
  'paragraph',
  'quote',
  'code',
  'label',
  'path',
  'level',
  'coder',
  'at',
  'stance',
  'memo',
] as const

/**
 * Writes the codings of a study in tidy form, a row a coding in the order of the study: the segment with its UTF-16
 * offsets, who speaks, the code by id, label and whole path, and who coded when. `stance` is `supports` or `contradicts`.
 *
 * @param options `language` of the labels (that of the study by default), and how CSV is written
 */
export async function codingsToCsv(study: Study, options: CsvOptions = {}): Promise<string> {
  return writeCsv(codingColumns, codingRows(study, options.language ?? study.language), options)
}

function codingRows(study: Study, language: Language): readonly (readonly TableValue[])[] {
  const { sourceOf, paragraphOf } = segmentPlaces(study)
  const paths = new Map(
    study.codes.map(code => [
      code.id,
      {
        label: labelText(code.label, language),
        path: pathText(study.codes, code, language),
        level: code.level,
      },
    ]),
  )
  return study.codings.map((coding): TableValue[] => {
    const segment = byId(study.segments, coding.segment)
    const source = segment === undefined ? undefined : sourceOf(segment.source)?.source
    if (segment === undefined || source === undefined)
      throw new RangeError(`The coding "${coding.id}" has no segment in a source of the study.`)
    const turn = turnAt(source, segment.start, segment.end)
    const code = paths.get(coding.code)
    return [
      coding.id,
      segment.id,
      source.id,
      source.title,
      labelText(sourceKindLabels[source.kind], language),
      source.case,
      source.date ?? '',
      turn?.speaker ?? '',
      turn?.participant ?? '',
      segment.start,
      segment.end,
      paragraphOf(source, segment.start),
      segment.quote,
      coding.code,
      code?.label ?? '',
      code?.path ?? '',
      code?.level ?? '',
      coding.coder,
      timeText(coding.at),
      coding.stance ?? 'supports',
      coding.memo ?? '',
    ]
  })
}
