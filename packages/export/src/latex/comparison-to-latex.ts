import { type Comparison, type Language, labelText } from '@codeerbank/core'
import { captionOf, type LaidOutRow, layOut } from '../comparison-layout.ts'
import { type ComparisonLine, cellLines } from '../comparison-lines.ts'
import { comparisonParts } from '../comparison-parts.ts'
import { wording } from '../wording.ts'
import { latexPreamble } from './latex-preamble.ts'
import { latexText } from './latex-text.ts'

/** How much of the width the first column takes. */
const headingShare = 0.13

/** About how many signs fit across the other columns together, how many lines on a page, and how many turn it together. */
const signsAcross = 150
const lines = { onPage: 30, together: 8 } as const

/**
 * Writes comparisons as a LaTeX document, a page across for each, or several where the cases are many: a long table with heads that are repeated on every page, and
 * the statements as a list, each with the number of its sources raised. A cell over several rows has no rule within it; its
 * rows grow with it, as those of a `\multirow` do not. The document needs only what every TeX distribution has.
 *
 * @param comparisons one comparison, or several for one document
 * @param options `language` of the labels (that of the study by default)
 */
export function comparisonToLatex(
  comparisons: Comparison | readonly Comparison[],
  options: { readonly language?: Language } = {},
): string {
  const all = 'cells' in comparisons ? [comparisons] : comparisons
  const language = options.language ?? all[0]?.language ?? 'nl'
  const body = all
    .flatMap(comparisonParts)
    .map(comparison => landscapeTable(comparison, language))
    .join('\n')
  return [
    `% ${wording.latex[language]}`,
    latexPreamble(body, language),
    '\\begin{document}',
    body,
    '\\end{document}',
    '',
  ].join('\n')
}

function landscapeTable(comparison: Comparison, language: Language): string {
  const columns = comparison.cases.length + 1
  const share = (1 - headingShare) / Math.max(1, comparison.cases.length)
  const widths = Array.from({ length: columns }, (_, i) =>
    columnOf(i === 0 ? headingShare : Math.floor(share * 1e4) / 1e4),
  )
  const rows = layOut(comparison)
  const caption = `\\multicolumn{${columns}}{@{}p{\\linewidth}@{}}{\\normalsize\\textbf{${latexText(captionOf(comparison, language))}}}\\\\[1ex]`
  const head = comparison.cases.map(({ label }) => ` & \\textbf{${latexText(labelText(label, language))}}`)
  return [
    '\\begin{landscape}',
    '\\footnotesize',
    `\\begin{longtable}{${widths.join('')}}`,
    caption,
    '\\toprule',
    `${head.join('')} \\\\`,
    '\\midrule',
    '\\endhead',
    '\\bottomrule',
    '\\endlastfoot',
    ...rows.flatMap((row, i) => {
      const next = rows[i + 1]
      const parts = rowsOf(row, language).map(part => `${part} \\\\`)
      return [...parts, ...(next === undefined ? [] : [ruleAbove(next)])]
    }),
    '\\end{longtable}',
    '\\vspace{-1ex}',
    `\\noindent\\textsuperscript{n} ${latexText(wording.raised[language])}`,
    ...(comparison.note === undefined
      ? []
      : ['', `\\noindent ${latexText(labelText(comparison.note, language))}`]),
    '\\end{landscape}',
  ].join('\n')
}

function columnOf(share: number): string {
  return `>{\\raggedright\\arraybackslash}p{\\dimexpr ${share}\\linewidth-2\\tabcolsep\\relax}`
}

/** A row of the frame as rows of a long table, which turns a page between rows only: as many as its longest cell asks for. */
function rowsOf({ heading, cells }: LaidOutRow, language: Language): readonly string[] {
  const signs = Math.max(10, Math.floor(signsAcross / Math.max(1, cells.length)))
  const parts = cells.map(each => (each === 'spanned' ? [] : partsOf(cellLines(each.cell, language), signs)))
  const count = Math.max(1, ...parts.map(part => part.length))
  return Array.from({ length: count }, (_, i) =>
    [
      i === 0 ? `\\textbf{${latexText(labelText(heading.label, language))}}` : '',
      ...parts.map(part => (part[i] ?? []).map(lineOf).join('\n')),
    ].join('\n& '),
  )
}

/** The lines of a cell in parts between which a page may turn: one part where they fit on a page. */
function partsOf(given: readonly ComparisonLine[], signs: number): readonly (readonly ComparisonLine[])[] {
  const height = (line: ComparisonLine) => Math.ceil(line.text.length / signs)
  if (given.reduce((sum, line) => sum + height(line), 0) <= lines.onPage) return [given]
  const parts: ComparisonLine[][] = []
  let filled: number = lines.together
  for (const line of given) {
    if (filled >= lines.together) {
      parts.push([])
      filled = 0
    }
    parts.at(-1)!.push(line)
    filled += height(line)
  }
  return parts
}

function lineOf(line: ComparisonLine): string {
  if (line.kind !== 'statement')
    return line.kind === 'heading' ? `\\textbf{${latexText(line.text)}}` : `\\emph{${latexText(line.text)}}`
  return `\\statement{${latexText(line.text)}}{${line.evidence.sources}}`
}

/** The rule above a row, broken where a cell reaches into it from above. */
function ruleAbove({ cells }: LaidOutRow): string {
  if (!cells.includes('spanned')) return '\\midrule'
  const stretches: [from: number, to: number][] = [[1, 1]]
  for (const [i, each] of cells.entries()) {
    if (each === 'spanned') continue
    const last = stretches.at(-1)!
    if (last[1] === i + 1) last[1] = i + 2
    else stretches.push([i + 2, i + 2])
  }
  return stretches.map(([from, to]) => `\\cmidrule{${from}-${to}}`).join('')
}
