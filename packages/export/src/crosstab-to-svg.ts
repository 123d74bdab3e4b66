import { type Crosstab, countText, countUnitLabels, type Language, labelText } from '@codeerbank/core'
import type { ElementContent } from 'hast'
import { s } from 'hastscript'
import { emptyFigure } from './figures/empty-figure.ts'
import { nounText } from './figures/figure-noun.ts'
import { figureTable } from './figures/figure-table.ts'
import { wrapWords } from './figures/wrap-words.ts'
import { shadeOf } from './shade.ts'
import { boldWidth, fontSize, svgDocument, svgText, textWidth } from './svg-document.ts'
import { wording } from './wording.ts'

const rowHeight = 19
const indent = 14
const gap = 8
const margin = 16
const headHeight = 15
/** A head is broken between words into lines of about this width. */
const headWidth = 120

/**
 * Draws a crosstab as a heatmap: every count stands in its cell in figures, a darker cell is a higher count; totals
 * stand apart, unshaded, for they are not sums.
 *
 * @param options `language` of labels (Dutch by default), `title` in place of the crosstab's own
 */
export function crosstabToSvg(
  crosstab: Crosstab,
  options: { readonly language?: Language; readonly title?: string } = {},
): string {
  const { language = 'nl' } = options
  const { rows, columns, counts, rowTotals, columnTotals, total } = crosstab
  const unit = labelText(countUnitLabels[crosstab.unit], language)
  const title = options.title ?? labelText(crosstab.title, language)
  const totalLabel = labelText(crosstab.totalLabel ?? wording.total, language)
  const labels = rows.map(row => labelText(row.label, language))
  const heads = columns.map(column => labelText(column.label, language))
  const labelWidth = Math.max(
    boldWidth(totalLabel),
    ...labels.map((label, i) => boldWidth(label) + indent * (rows[i]!.depth ?? 0)),
  )
  const headLines = [...heads, totalLabel].map(head => wrapWords(head, line => boldWidth(line) <= headWidth))
  const cellWidths = headLines.map(lines =>
    Math.round(Math.max(48, ...lines.map(line => boldWidth(line) + gap * 2))),
  )
  const left = margin + labelWidth + gap
  const top = margin + fontSize * 2 + 31 + headHeight * Math.max(...headLines.map(lines => lines.length))
  const before = (k: number) => cellWidths.slice(0, k).reduce((sum, width) => sum + width, 0)
  const columnsX = cellWidths.map((_, k) => left + before(k) + (k === columns.length ? gap * 2 : 0))
  const rowY = (i: number) => top + i * rowHeight + (i === rows.length ? gap : 0)
  const most = Math.max(0, ...counts.flat())

  const content: ElementContent[] = [
    svgText(margin, margin + fontSize + 4, `${title} (${unit})`, { size: 16, bold: true }),
    ...headLines.flatMap((lines, k) =>
      lines.map((line, at) =>
        svgText(columnsX[k]! + cellWidths[k]! / 2, top - 8 - (lines.length - 1 - at) * headHeight, line, {
          anchor: 'middle',
          bold: true,
        }),
      ),
    ),
  ]
  const cell = (column: number, y: number, count: number, name: string, shaded: boolean) => {
    const [x, width] = [columnsX[column]!, cellWidths[column]!]
    const { fill, text } = shaded
      ? shadeOf(most === 0 ? 0 : count / most)
      : { fill: '#ffffff', text: '#1a1a1a' }
    content.push(
      s('g', [
        s('title', `${name}: ${countText(count, crosstab.unit, language)}`),
        s('rect', {
          x: Math.round(x),
          y: Math.round(y),
          width: width - 1,
          height: rowHeight - 1,
          fill,
          ...(shaded ? { stroke: '#d0d0d0', strokeWidth: 0.5 } : {}),
        }),
        svgText(x + width / 2, y + rowHeight - 6, String(count), { anchor: 'middle', fill: text }),
      ]),
    )
  }
  rows.forEach((row, i) => {
    const depth = row.depth ?? 0
    content.push(
      svgText(margin + depth * indent, rowY(i) + rowHeight - 6, labels[i]!, {
        bold: depth === 0 && rows.some(each => (each.depth ?? 0) > 0),
      }),
    )
    columns.forEach((_, k) => {
      cell(k, rowY(i), counts[i]![k]!, `${labels[i]}, ${heads[k]}`, true)
    })
    cell(columns.length, rowY(i), rowTotals[i]!, `${labels[i]}, ${totalLabel}`, false)
  })
  content.push(svgText(margin, rowY(rows.length) + rowHeight - 6, totalLabel, { bold: true }))
  ;[...columnTotals, total].forEach((count, k) => {
    cell(k, rowY(rows.length), count, `${totalLabel}, ${[...heads, totalLabel][k]}`, false)
  })
  const width = columnsX[columns.length]! + cellWidths[columns.length]! + margin
  const height = rowY(rows.length) + rowHeight + margin + 22
  content.push(...legend(margin, height - margin - 8, most, unit, language))
  const description =
    language === 'nl'
      ? `Tabel met ${nounText(rows.length, ['rij', 'rijen'])} en ${nounText(columns.length, ['kolom', 'kolommen'])}. In elke cel staat het aantal ${unit}; donkerder is meer. Samen ${total}.`
      : `A table of ${nounText(rows.length, ['row', 'rows'])} and ${nounText(columns.length, ['column', 'columns'])}. Each cell has the number of ${unit}; darker is more. ${total} in all.`
  const table = figureTable(
    ['', ...heads, totalLabel],
    rows.map((_, i) => [labels[i]!, ...counts[i]!, rowTotals[i]!]),
    language,
  )
  const described = `${description}\n${table}`
  if (rows.length === 0 || columns.length === 0) return emptyFigure(`${title} (${unit})`, described, language)
  return svgDocument(width, height, { title, description: described, language }, content)
}

function legend(
  x: number,
  y: number,
  most: number,
  unit: string,
  language: Language,
): readonly ElementContent[] {
  const steps = [...new Set([0, 1, Math.round(most / 4), Math.round(most / 2), most])]
    .filter(count => count <= most)
    .sort((a, b) => a - b)
  const words =
    language === 'nl'
      ? `Lichter is minder, donkerder is meer ${unit}:`
      : `Lighter is fewer, darker is more ${unit}:`
  const start = x + textWidth(words) + gap
  return [
    svgText(x, y, words),
    ...steps.flatMap((count, i) => {
      const { fill, text } = shadeOf(most === 0 ? 0 : count / most)
      return [
        s('rect', {
          x: start + i * 40,
          y: y - 13,
          width: 38,
          height: 18,
          fill,
          stroke: '#d0d0d0',
          strokeWidth: 0.5,
        }),
        svgText(start + i * 40 + 19, y, String(count), { anchor: 'middle', fill: text }),
      ]
    }),
  ]
}
