import {
  byId,
  type Coding,
  type Language,
  labelText,
  type Segment,
  type Source,
  type Study,
  sourceKindLabels,
  type TableValue,
  unknownTime,
} from '@codeerbank/core'
import { nameCodes } from './name-codes.ts'
import { segmentPlaces } from './segment-places.ts'
import { type CsvOptions, writeCsv } from './write-csv.ts'

/** The columns of ATLAS.ti's quotation report, in its order. */
export const quotationColumns = [
  'ID',
  'Quotation Name',
  'Document',
  'Document Groups',
  'Quotation Content',
  'Comment',
  'Codes',
  'Reference',
  'Density',
  'Created by',
  'Modified by',
  'Created',
  'Modified',
] as const

/** A quotation is named by at most so many of its first characters, cut between words. */
const longestName = 60

/**
 * Writes the segments of a study in the columns of ATLAS.ti's quotation report, a row a segment in the order of the
 * sources and, in a source, of creation. `ID` is `document:quotation`; `Document Groups` (case and kind) and `Codes`
 * stand on lines of their own in their cell; `Reference` is in paragraphs; `Density` is the number of distinct codes.
 *
 * @param options `language` of the labels (that of the study by default), and how CSV is written
 */
export async function segmentsToCsv(study: Study, options: CsvOptions = {}): Promise<string> {
  const language = options.language ?? study.language
  return writeCsv(quotationColumns, quotationRows(study, language), options)
}

/** The rows of the quotation report: texts, and `Density` as a number. */
export function quotationRows(study: Study, language: Language): readonly (readonly TableValue[])[] {
  const codings = Map.groupBy(study.codings, coding => coding.segment)
  const inSource = Map.groupBy(study.segments, segment => segment.source)
  const names = nameCodes(study.codes, language)
  const documents = documentNames(study.sources)
  const { paragraphOf } = segmentPlaces(study)
  const coder = (id: string) => byId(study.coders, id)?.label ?? id
  return study.sources.flatMap((source, document) => {
    const { case: inCase } = source
    const groups = [
      labelText(byId(study.cases, inCase)?.label ?? { nl: inCase }, language),
      labelText(sourceKindLabels[source.kind], language),
    ]
    return (inSource.get(source.id) ?? []).map((segment, i): TableValue[] => {
      const own = codings.get(segment.id) ?? []
      const codes = [...new Set(own.map(coding => coding.code))]
      const last = latest(segment, own)
      const first = paragraphOf(source, segment.start)
      const final = paragraphOf(source, Math.max(segment.start, segment.end - 1))
      return [
        `${document + 1}:${i + 1}`,
        quotationName(segment.quote),
        documents[document]!,
        groups.join('\n'),
        segment.quote,
        segment.comment ?? '',
        codes.map(code => names.get(code) ?? code).join('\n'),
        `${first} - ${final}`,
        codes.length,
        coder(segment.by),
        coder(last.by),
        timeText(segment.at),
        timeText(last.at),
      ]
    })
  })
}

/** What documents are called, in the order of the sources: titles, or titles with the id where several bear the same. */
export function documentNames(sources: readonly Source[]): readonly string[] {
  const bearers = new Map<string, number>()
  for (const { title } of sources) bearers.set(title, (bearers.get(title) ?? 0) + 1)
  return sources.map(({ id, title }) => (bearers.get(title) === 1 ? title : `${title} (${id})`))
}

function quotationName(quote: string): string {
  const text = quote.replace(/\s+/g, ' ').trim()
  if (text.length <= longestName) return text
  const cut = text.slice(0, longestName)
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > longestName / 2 ? space : longestName).replace(/[\ud800-\udbff]$/, '')}…`
}

function latest(segment: Segment, codings: readonly Coding[]): { readonly by: string; readonly at: string } {
  let last: { by: string; at: string } = { by: segment.by, at: segment.at }
  for (const { coder, at } of codings) if (Date.parse(at) > Date.parse(last.at)) last = { by: coder, at }
  return last
}

/** A time that is not known is an empty cell. */
export function timeText(at: string): string {
  return at === unknownTime ? '' : at
}
