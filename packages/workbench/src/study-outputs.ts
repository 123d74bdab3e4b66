import { compare } from '@codeerbank/analysis'
import { writeCodebook } from '@codeerbank/codebook'
import { type Codebook, type Label, type Language, labelText, type Study, type Table } from '@codeerbank/core'
import {
  codebookToCsv,
  codingsToCsv,
  comparisonToCsv,
  comparisonToHtml,
  comparisonToMarkdown,
  segmentsToCsv,
  tableToCsv,
  tableToMarkdown,
} from '@codeerbank/export'
import { studyFigures } from './study-figures.ts'
import { studyTables, tableName } from './study-tables.ts'

/** One file of what a study gives: its name, what it is called, and its text when asked for. */
export interface StudyOutput {
  readonly file: string
  readonly label: Label
  readonly group: 'comparison' | 'description' | 'analysis' | 'codings' | 'figures' | 'portraits'
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
    ...studyFigures(study, codebook, language),
  ]
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

function tableOutputs(study: Study, language: Language): StudyOutput[] {
  return studyTables(study, language).flatMap(({ name, group, make }): StudyOutput[] => {
    const table = once(make)
    const output = (extension: string, write: (table: Table) => string | Promise<string>): StudyOutput => ({
      file: `${name}.${extension}`,
      label: table().title,
      group,
      make: () => write(table()),
    })
    return [
      output('md', made => tableToMarkdown(made, { language })),
      output('csv', made => tableToCsv(made, { language })),
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

export const groupLabels: Readonly<Record<StudyOutput['group'], Label>> = {
  comparison: { nl: 'Vergelijking van de casussen', en: 'Comparison of the cases' },
  description: { nl: 'Casussen, bronnen en deelnemers', en: 'Cases, sources and participants' },
  analysis: { nl: 'Hoe stevig het is', en: 'How firm it is' },
  codings: { nl: 'Coderingen en codeboek', en: 'Codings and codebook' },
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
