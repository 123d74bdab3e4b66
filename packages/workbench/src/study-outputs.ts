import {
  casesTable,
  codeFrequencies,
  compare,
  crosstab,
  participantsTable,
  sourceCensus,
} from '@codeerbank/analysis'
import { writeCodebook } from '@codeerbank/codebook'
import { type Codebook, type Label, type Language, labelText, type Study, type Table } from '@codeerbank/core'
import {
  codebookToCsv,
  codeTreeToSvg,
  codingsToCsv,
  comparisonToCsv,
  comparisonToHtml,
  comparisonToMarkdown,
  crosstabToSvg,
  crosstabToTable,
  segmentsToCsv,
  tableToCsv,
  tableToMarkdown,
} from '@codeerbank/export'

/** One file of what a study gives: its name, what it is called, and its text when asked for. */
export interface StudyOutput {
  readonly file: string
  readonly label: Label
  readonly group: 'comparison' | 'description' | 'codings' | 'figures'
  readonly make: () => string | Promise<string>
}

/**
 * All that `build` writes, in the order in which it is shown.
 *
 * @param codebook the codebook that the study's codes and frames came from
 * @param language the language of all labels
 */
export function studyOutputs(study: Study, codebook: Codebook, language: Language): readonly StudyOutput[] {
  return [
    ...comparisonOutputs(study, language),
    ...tableOutputs(study, language),
    ...codingOutputs(study, codebook, language),
    ...figureOutputs(study, codebook, language),
  ]
}

/** What a frame's table is called in file names: `table-8`, or the frame's id where it has no number. */
export function tableName(frame: { readonly id: string; readonly table?: number }): string {
  return frame.table === undefined ? frame.id : `table-${frame.table}`
}

function comparisonOutputs(study: Study, language: Language): StudyOutput[] {
  return study.frames.flatMap((frame): StudyOutput[] => {
    const make = once(() => compare(study, frame.id))
    const output = (
      extension: string,
      write: (comparison: ReturnType<typeof make>) => string | Promise<string>,
    ) => ({
      file: `${tableName(frame)}.${extension}`,
      label: frame.label,
      group: 'comparison' as const,
      make: () => write(make()),
    })
    return [
      output('html', comparison => comparisonToHtml(comparison, { language })),
      output('md', comparison => comparisonToMarkdown(comparison, { language })),
      output('csv', comparison => comparisonToCsv(comparison, { language })),
    ]
  })
}

/** The plain tables of a study by name. */
export function studyTables(
  study: Study,
  language: Language,
): readonly { name: string; make: () => Table }[] {
  return [
    { name: 'cases', make: () => casesTable(study) },
    { name: 'census', make: () => crosstabToTable(sourceCensus(study), language) },
    { name: 'participants', make: () => participantsTable(study) },
    {
      name: 'codes-by-case',
      make: () => crosstabToTable(crosstab(study, { columns: 'cases', unit: 'codings' }), language),
    },
  ]
}

function tableOutputs(study: Study, language: Language): StudyOutput[] {
  return studyTables(study, language).flatMap(({ name, make }): StudyOutput[] => {
    const table = once(make)
    const { title } = table()
    return [
      {
        file: `${name}.md`,
        label: title,
        group: 'description',
        make: () => tableToMarkdown(table(), { language }),
      },
      {
        file: `${name}.csv`,
        label: title,
        group: 'description',
        make: () => tableToCsv(table(), { language }),
      },
    ]
  })
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
      'Segmenten, in de kolommen van ATLAS.ti',
      'Segments, in the columns of ATLAS.ti',
      () => segmentsToCsv(study, { language }),
    ),
    output('codings.csv', 'Coderingen, een rij per codering', 'Codings, a row a coding', () =>
      codingsToCsv(study, { language }),
    ),
    output('codebook.md', 'Codeboek om te lezen en te bewerken', 'Codebook, to read and edit', () =>
      writeCodebook(codebook),
    ),
    output(
      'codebook.csv',
      'Codeboek, in de kolommen van ATLAS.ti',
      'Codebook, in the columns of ATLAS.ti',
      () => codebookToCsv(codebook, { language }),
    ),
  ]
}

function figureOutputs(study: Study, codebook: Codebook, language: Language): StudyOutput[] {
  return [
    {
      file: 'code-tree.svg',
      label: { nl: 'Codeboom', en: 'Code tree' },
      group: 'figures',
      make: () => codeTreeToSvg(codebook, codeFrequencies(study), { language }),
    },
    {
      file: 'codes-by-case.svg',
      label: { nl: 'Codes per casus', en: 'Codes by case' },
      group: 'figures',
      make: () => crosstabToSvg(crosstab(study, { columns: 'cases', unit: 'codings' }), { language }),
    },
  ]
}

export const groupLabels: Readonly<Record<StudyOutput['group'], Label>> = {
  comparison: { nl: 'Vergelijking van de casussen', en: 'Comparison of the cases' },
  description: { nl: 'Casussen, bronnen en deelnemers', en: 'Cases, sources and participants' },
  codings: { nl: 'Coderingen en codeboek', en: 'Codings and codebook' },
  figures: { nl: 'Figuren', en: 'Figures' },
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
