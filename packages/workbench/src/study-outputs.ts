import { compare, crosstab } from '@codeerbank/analysis'
import { frozenNote, writeCodebook } from '@codeerbank/codebook'
import {
  type Codebook,
  type Comparison,
  type Frame,
  type Label,
  type Language,
  labelText,
  type Study,
  type Table,
} from '@codeerbank/core'
import {
  annotationsInParts,
  codebookToCsv,
  codingsToCsv,
  comparisonToCsv,
  comparisonToDocx,
  comparisonToHtml,
  comparisonToLatex,
  comparisonToMarkdown,
  comparisonToXlsx,
  dataPackageFileNames,
  segmentsToCsv,
  studyToDataPackage,
  studyToXlsx,
  tablesToXlsx,
  tableToCsv,
  tableToDocx,
  tableToHtml,
  tableToMarkdown,
} from '@codeerbank/export'
import { studyFigures } from './study-figures.ts'
import { type StudyTable, studyTables } from './study-tables.ts'
import { tableNames } from './table-names.ts'

/** What a file holds: text, written as UTF-8, or bytes. */
export type FileContent = string | Uint8Array

/** One file of what a study gives: its path in the folder, what it is called, and its content when asked for. */
export interface StudyOutput {
  readonly file: string
  readonly label: Label
  readonly group: 'comparison' | 'description' | 'analysis' | 'codings' | 'data' | 'figures' | 'portraits'
  readonly make: () => FileContent | Promise<FileContent>
}

/**
 * All that `build` writes, in the order in which it is shown.
 *
 * @param codebook the codebook that the study's codes and frames came from
 * @param language the language of all labels
 */
export function studyOutputs(study: Study, codebook: Codebook, language: Language): readonly StudyOutput[] {
  const tables = studyTables(study, language).map(each => ({ ...each, make: once(each.make) }))
  const agreed = tables.find(({ name }) => name === 'agreement')?.make
  return [
    ...comparisonOutputs(study, language),
    ...tableOutputs(
      tables.filter(({ perCoding }) => perCoding !== true || study.codings.length <= mostRows),
      language,
    ),
    ...codingOutputs(study, codebook, language),
    ...dataPackageOutputs(study),
    ...studyFigures(study, codebook, language, agreed),
  ]
}

function comparisonOutputs(study: Study, language: Language): StudyOutput[] {
  const names = tableNames(study.frames)
  return study.frames.flatMap((frame): StudyOutput[] => {
    const make = once(() => compare(study, frame.id))
    const output = (
      extension: string,
      write: (comparison: Comparison) => FileContent | Promise<FileContent>,
    ) => ({
      file: `${names.get(frame.id)}.${extension}`,
      label: numbered(frame),
      group: 'comparison' as const,
      make: () => write(make()),
    })
    return [
      output('html', comparison => comparisonToHtml(comparison, { language })),
      output('md', comparison => comparisonToMarkdown(comparison, { language })),
      output('csv', comparison => comparisonToCsv(comparison, { language })),
      output('docx', comparison => comparisonToDocx(comparison, { language })),
      output('xlsx', comparison => comparisonToXlsx(comparison, { language })),
      output('tex', comparison => comparisonToLatex(comparison, { language })),
    ]
  })
}

/** A frame by its label, after the number of its table where it has one. */
function numbered({ label, table }: Frame): Label {
  if (table === undefined) return label
  return { nl: `Tabel ${table}. ${labelText(label, 'nl')}`, en: `Table ${table}. ${labelText(label, 'en')}` }
}

/** A table with a row a coding is written where a study has so many at most; `codings.csv` and others have them all. */
const mostRows = 5000

function tableOutputs(tables: readonly StudyTable[], language: Language): StudyOutput[] {
  const workbook: StudyOutput = {
    file: 'tables.xlsx',
    label: { nl: 'Alle tabellen hieronder in één werkmap', en: 'All tables below in one workbook' },
    group: 'description',
    make: () =>
      tablesToXlsx(
        tables.map(({ name, make }) => ({ ...make(), id: name })),
        { language },
      ),
  }
  const files = tables.flatMap(({ name, group, make: table }): StudyOutput[] => {
    const output = (
      extension: string,
      write: (table: Table) => FileContent | Promise<FileContent>,
    ): StudyOutput => ({
      file: `${name}.${extension}`,
      label: table().title,
      group,
      make: () => write(table()),
    })
    return [
      output('html', made => tableToHtml(made, { language })),
      output('md', made => tableToMarkdown(made, { language })),
      output('csv', made => tableToCsv(made, { language })),
      output('docx', made => tableToDocx(made, { language })),
    ]
  })
  return [workbook, ...files]
}

function codingOutputs(study: Study, codebook: Codebook, language: Language): StudyOutput[] {
  const output = (file: string, nl: string, en: string, make: StudyOutput['make']): StudyOutput => ({
    file,
    label: { nl, en },
    group: 'codings',
    make,
  })
  return [
    output(
      'segments.csv',
      'Fragmenten, in de kolommen van ATLAS.ti',
      'Segments, in the columns of ATLAS.ti',
      () => segmentsToCsv(study, { language }),
    ),
    output(
      'atlas-ti.xlsx',
      'Citaten, codes en code-documenttabel, als de rapporten van ATLAS.ti',
      'Quotations, codes and code-document table, as the reports of ATLAS.ti',
      () => {
        const codeDocuments = crosstab(study, { columns: 'sources', unit: 'segments' })
        return studyToXlsx(study, { language, codeDocuments })
      },
    ),
    output(
      'annotations.jsonld',
      'Coderingen als Web Annotations (W3C)',
      'Codings as Web Annotations (W3C)',
      () => Buffer.concat(Array.from(annotationsInParts(study, { language }), part => Buffer.from(part))),
    ),
    output('codings.csv', 'Coderingen, een rij per codering', 'Codings, a row a coding', () =>
      codingsToCsv(study, { language }),
    ),
    output('codebook.md', 'Codeboek om te lezen en te bewerken', 'Codebook, to read and edit', () =>
      withNote(writeCodebook(codebook, { language }), frozenNote(study), language),
    ),
    output(
      'codebook.csv',
      'Codeboek, in de kolommen van ATLAS.ti',
      'Codebook, in the columns of ATLAS.ti',
      () => codebookToCsv(codebook, { language }),
    ),
  ]
}

/** The study as a data package, in a folder of its own. */
function dataPackageOutputs(study: Study): StudyOutput[] {
  const files = once(async () => {
    const made = await studyToDataPackage(study)
    return new Map(made.map(({ name, content }) => [name, content]))
  })
  return dataPackageFileNames().map(name => ({
    file: `datapackage/${name}`,
    label: name.endsWith('.json')
      ? { nl: 'Beschrijving (Frictionless Data Package)', en: 'Description (Frictionless Data Package)' }
      : { nl: 'De tabellen', en: 'The tables' },
    group: 'data',
    make: async () => (await files()).get(name) ?? '',
  }))
}

export const groupLabels: Readonly<Record<StudyOutput['group'], Label>> = {
  comparison: { nl: 'Vergelijking van de casussen', en: 'Comparison of the cases' },
  description: { nl: 'Casussen, bronnen en deelnemers', en: 'Cases, sources and participants' },
  analysis: { nl: 'Hoe stevig het is', en: 'How firm it is' },
  codings: { nl: 'Coderingen en codeboek', en: 'Codings and codebook' },
  data: { nl: 'De hele studie als gegevens, voor hergebruik', en: 'The whole study as data, for reuse' },
  figures: { nl: 'Figuren', en: 'Figures' },
  portraits: { nl: 'Portretten van de bronnen', en: 'Portraits of the sources' },
}

export function outputTitle(output: StudyOutput, language: Language): string {
  return labelText(output.label, language)
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** The codebook as a file, with the round for which it is frozen before it. */
function withNote(text: string, note: Label | undefined, language: Language): string {
  return note === undefined ? text : `${labelText(note, language)}\n\n${text}`
}
