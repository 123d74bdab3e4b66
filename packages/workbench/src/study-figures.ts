import {
  agreementTable,
  codeFrequencies,
  coOccurrenceCrosstab,
  coOccurrences,
  crosstab,
  saturation,
} from '@codeerbank/analysis'
import { frozenNote } from '@codeerbank/codebook'
import {
  byId,
  type Codebook,
  type Label,
  type Language,
  labelText,
  type Source,
  type Study,
  type Table,
} from '@codeerbank/core'
import {
  codeTreeToSvg,
  crosstabToSvg,
  curvesToSvg,
  intervalsToSvg,
  networkToSvg,
  portraitToSvg,
  sankeyToSvg,
} from '@codeerbank/export'
import { outputNames } from './output-names.ts'
import { sourceName } from './source-name.ts'

/** A figure of a study: its file's name, what it is called, and its SVG when asked for. */
export interface StudyFigure {
  readonly file: string
  readonly label: Label
  readonly group: 'figures' | 'portraits'
  readonly make: () => string
}

/** Only pairs of codes that go together so often are in the network, and at most so many. */
const networkLinks = { least: 2, most: 50 }

/** Said with what is counted: pairs of one coder and another are among them. */
const together = {
  nl: 'Codes die samen voorkomen, over alle codeurs',
  en: 'Codes that occur together, over all coders',
}

/**
 * The figures that `build` writes.
 *
 * @param agreed the table of agreement by segments, where it is made for more than its figure
 */
export function studyFigures(
  study: Study,
  codebook: Codebook,
  language: Language,
  agreed: () => Table = () => agreementTable({ ...study, language }, { unit: 'segments' }),
): readonly StudyFigure[] {
  const note = frozenNote(study)
  const files = outputNames(study.sources.map(({ id }) => id))
  const titled = (title: string) => (note === undefined ? title : `${title} (${labelText(note, language)})`)
  const figure = (file: string, nl: string, en: string, make: (title: string) => string): StudyFigure => ({
    file,
    label: { nl, en },
    group: 'figures',
    make: () => make(titled(language === 'nl' ? nl : en)),
  })
  return [
    figure('code-tree.svg', 'Codeboom', 'Code tree', title =>
      codeTreeToSvg(codebook, codeFrequencies(study), { language, title }),
    ),
    figure('codes-by-case.svg', 'Codes per casus', 'Codes by case', title =>
      crosstabToSvg(crosstab(study, { columns: 'cases', unit: 'codings' }), { language, title }),
    ),
    figure('themes-by-case.svg', 'Thema’s en casussen', 'Themes and cases', title =>
      themesByCase(study, title, language),
    ),
    figure('co-occurrence.svg', together.nl, together.en, title =>
      crosstabToSvg(coOccurrenceCrosstab(study, coOccurrences(study)), { language, title }),
    ),
    figure('co-occurrence-network.svg', 'Netwerk van codes', 'Network of codes', title =>
      network(study, title, language),
    ),
    figure('saturation.svg', 'Verzadiging: codes per bron', 'Saturation: codes by source', title =>
      saturationCurves(study, title, language),
    ),
    figure('agreement.svg', 'Overeenstemming per code', 'Agreement by code', title =>
      agreement(agreed(), title, language),
    ),
    ...study.sources.map((source, at): StudyFigure => {
      const name = sourceName(study, source, language)
      const label = { nl: `Portret: ${name}`, en: `Portrait: ${name}` }
      return {
        file: `portrait-${files[at]}.svg`,
        label,
        group: 'portraits',
        make: () => portrait(study, source, titled(labelText(label, language)), language),
      }
    }),
  ]
}

function themesByCase(study: Study, title: string, language: Language): string {
  const tab = crosstab(study, { columns: 'cases', unit: 'segments' })
  const themes = tab.rows.flatMap((row, i) =>
    row.depth === 0 ? [{ row, counts: tab.counts[i]!, total: tab.rowTotals[i]! }] : [],
  )
  const node = (
    { id, label }: { readonly id: string; readonly label: Label },
    kind: string,
    count: number,
  ) => ({
    id: `${kind}:${id}`,
    label: labelText(label, language),
    count,
  })
  return sankeyToSvg(
    [
      ...themes.map(({ row, total }) => node(row, 'theme', total)),
      ...tab.columns.map((column, k) => node(column, 'case', tab.columnTotals[k]!)),
    ],
    themes.flatMap(({ row, counts }) =>
      counts.map((weight, k) => ({ from: `theme:${row.id}`, to: `case:${tab.columns[k]!.id}`, weight })),
    ),
    { title, unit: language === 'nl' ? ['fragment', 'fragmenten'] : ['segment', 'segments'], language },
  )
}

function network(study: Study, title: string, language: Language): string {
  const { codes, segments, pairs } = coOccurrences(study)
  const links = pairs
    .filter(pair => pair.pairs >= networkLinks.least)
    .sort((a, b) => b.pairs - a.pairs)
    .slice(0, networkLinks.most)
    .map(({ a, b, pairs: weight }) => ({ a, b, weight }))
  const joined = new Set(links.flatMap(({ a, b }) => [a, b]))
  const nodes = codes.flatMap((id, i) =>
    joined.has(id)
      ? [{ id, label: labelText(byId(study.codes, id)?.label ?? { nl: id }, language), weight: segments[i]! }]
      : [],
  )
  return networkToSvg(nodes, links, {
    title,
    unit:
      language === 'nl' ? ['paar fragmenten', 'paren fragmenten'] : ['pair of segments', 'pairs of segments'],
    language,
  })
}

function saturationCurves(study: Study, title: string, language: Language): string {
  const curves = saturation(study).map(curve => ({
    label: labelText(curve.case.label, language),
    points: curve.points.map(({ source, total }) => ({
      label: byId(study.sources, source)?.title ?? source,
      y: total,
    })),
  }))
  const [xLabel, yLabel] =
    language === 'nl'
      ? ['bronnen, in volgorde van verzamelen', 'verschillende codes tot nu toe']
      : ['sources, in order of collection', 'distinct codes so far']
  return curvesToSvg(curves, { title, xLabel, yLabel, language })
}

function agreement(table: Table, title: string, language: Language): string {
  const at = (id: string) => table.columns.findIndex(column => column.id === id)
  const number = (value: unknown) => (typeof value === 'number' ? value : null)
  const rows = table.rows.map(row => ({
    label: String(row[at('code')] ?? ''),
    value: number(row[at('alpha')]),
    low: number(row[at('low')]),
    high: number(row[at('high')]),
    note: String(row[at('reason')] ?? ''),
  }))
  const axisLabel =
    language === 'nl' ? 'Krippendorffs alfa, met 95%-interval' : "Krippendorff's alpha, with 95% interval"
  return intervalsToSvg(rows, { title, axisLabel, language })
}

function portrait(study: Study, source: Source, title: string, language: Language): string {
  const spans = new Map<string, { start: number; end: number }[]>()
  const segments = new Map(
    study.segments.filter(segment => segment.source === source.id).map(segment => [segment.id, segment]),
  )
  for (const coding of study.codings) {
    const segment = segments.get(coding.segment)
    if (segment === undefined || segment.verdict === 'lost') continue
    const list = spans.get(coding.code) ?? []
    list.push({ start: segment.start, end: segment.end })
    spans.set(coding.code, list)
  }
  const lanes = study.codes.flatMap(({ id, label }) =>
    spans.has(id) ? [{ label: labelText(label, language), spans: spans.get(id)! }] : [],
  )
  return portraitToSvg({ title, length: source.text.length, lanes, turns: source.turns }, { language })
}
