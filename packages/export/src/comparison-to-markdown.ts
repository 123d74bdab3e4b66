import { type Comparison, type ComparisonCell, type Language, labelText } from '@codeerbank/core'
import { captionOf, layOut } from './comparison-layout.ts'
import { cellLines } from './comparison-lines.ts'
import { evidenceMark, evidenceMarks } from './evidence-mark.ts'
import { isolateText } from './isolate-text.ts'
import { wording } from './wording.ts'
import { type CellLine, markdownTable, paragraph, writeMarkdown } from './write-markdown.ts'

/**
 * Writes a comparison as a GitHub Markdown table: a row per row of the frame, a column per case, each statement on a
 * line with the number of its codings and sources. A cell that spans rows stands in the first; the others refer to it.
 *
 * @param options `language` of the labels (that of the study by default); `marks`: whether a mark before each statement
 *   says how strong its evidence is (`evidenceMark`), not by default
 */
export function comparisonToMarkdown(
  comparison: Comparison,
  options: { readonly language?: Language; readonly marks?: boolean } = {},
): string {
  const { language = comparison.language, marks = false } = options
  const head = [
    [{ text: '' }],
    ...comparison.cases.map(({ label }) => [{ text: labelText(label, language) }]),
  ]
  const rows = layOut(comparison).map(({ heading, cells }) => [
    [{ text: labelText(heading.label, language), bold: true }],
    ...cells.map(each =>
      each === 'spanned' ? [{ text: `↑ ${wording.above[language]}` }] : linesOf(each.cell, language, marks),
    ),
  ])
  return writeMarkdown([
    {
      type: 'paragraph',
      children: [{ type: 'strong', children: [{ type: 'text', value: captionOf(comparison, language) }] }],
    },
    markdownTable([head, ...rows], [...head.map(() => 'left' as const)]),
    paragraph(wording.counts[language]),
    ...(comparison.note === undefined ? [] : [paragraph(labelText(comparison.note, language))]),
    ...(marks ? [paragraph(legend(language))] : []),
  ])
}

function linesOf(cell: ComparisonCell, language: Language, marks: boolean): readonly CellLine[] {
  return cellLines(cell, language).map(line => {
    if (line.kind !== 'statement') return { text: line.text, bold: line.kind === 'heading' }
    const { text, evidence } = line
    const mark = marks ? evidenceMark(evidence).mark : '•'
    return { text: `${mark} ${isolateText(text)} (${evidence.codings}; ${evidence.sources})` }
  })
}

function legend(language: Language): string {
  return `${evidenceMarks.map(({ mark, label }) => `${mark} ${labelText(label, language)}`).join('; ')}.`
}
