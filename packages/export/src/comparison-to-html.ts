import {
  type CodedQuote,
  type Comparison,
  type ComparisonCell,
  type ComparisonStatement,
  countText,
  judgementStateLabels,
  type Language,
  labelText,
  sourceKindLabels,
} from '@codeerbank/core'
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { captionOf, layOut } from './comparison-layout.ts'
import { evidenceMark, evidenceMarks } from './evidence-mark.ts'
import { htmlPage } from './html-page.ts'
import { isolateText } from './isolate-text.ts'
import { emptyLabels, wording } from './wording.ts'

/** How wide the heads of rows are, and at least the column of a case, in rem: a page of many cases is as wide as it must be. */
const [rowHeadWidth, caseWidth] = [14, 14]

/**
 * Writes a comparison as a page of its own: a table in which a cell that covers several rows spans them, and every
 * statement opens the quotes that carry it, each with its source, speaker, paragraph and coder.
 *
 * @param options `language` of the labels (that of the study by default)
 */
export function comparisonToHtml(
  comparison: Comparison,
  options: { readonly language?: Language } = {},
): string {
  const { language = comparison.language } = options
  const caption = captionOf(comparison, language)
  const table = h(
    'table.comparison',
    { style: `min-width: ${rowHeadWidth + caseWidth * comparison.cases.length}rem` },
    [
      h('caption', caption),
      h('thead', [
        h('tr', [
          h('td'),
          ...comparison.cases.map(({ label }) => h('th', { scope: 'col' }, labelText(label, language))),
        ]),
      ]),
      h(
        'tbody',
        layOut(comparison).map(({ heading, cells }) =>
          h('tr', [
            h('th', { scope: 'row' }, labelText(heading.label, language)),
            ...cells.flatMap(each => (each === 'spanned' ? [] : [cellOf(each.cell, each.span, language)])),
          ]),
        ),
      ),
    ],
  )
  const marks = evidenceMarks.map(({ mark, label }) => `${mark} ${labelText(label, language)}`).join('; ')
  const notes = [
    h('p.note', wording.openQuotes[language]),
    h('p.note', `${marks}.`),
    ...(comparison.note === undefined ? [] : [h('p.note', labelText(comparison.note, language))]),
  ]
  return htmlPage(language, caption, [h('main', [table, ...notes])])
}

function cellOf(cell: ComparisonCell, span: number, language: Language): Element {
  const content: ElementContent[] = []
  if (cell.heading !== undefined) content.push(h('p.heading', labelText(cell.heading, language)))
  else if (cell.state !== undefined)
    content.push(h('p.heading', labelText(judgementStateLabels[cell.state], language)))
  if (cell.empty !== undefined) content.push(h('p', labelText(emptyLabels[cell.empty], language)))
  if (cell.reasons !== undefined) content.push(h('p.note', cell.reasons))
  for (const statement of cell.statements) content.push(statementOf(statement, language))
  const name =
    cell.state === 'current'
      ? 'current'
      : cell.state !== undefined
        ? 'state'
        : cell.empty
          ? 'empty'
          : undefined
  return h(
    'td',
    { ...(span > 1 ? { rowSpan: span } : {}), ...(name === undefined ? {} : { className: [name] }) },
    content,
  )
}

function statementOf(statement: ComparisonStatement, language: Language): Element {
  const { evidence, quotes } = statement
  const counts = [
    countText(evidence.codings, 'codings', language),
    countText(evidence.sources, 'sources', language),
    ...(evidence.speakers > 0 ? [countText(evidence.speakers, 'speakers', language)] : []),
  ]
  const { mark, label: strength } = evidenceMark(evidence)
  const summary: ElementContent[] = [
    h('span.mark', { title: labelText(strength, language) }, mark),
    { type: 'text', value: ' ' },
    { type: 'text', value: `${isolateText(labelText(statement.label, language))} ` },
    h('span.count', `(${counts.join(', ')})`),
  ]
  if (quotes.length === 0) return h('p', summary)
  return h('details', [
    h('summary', summary),
    h(
      'ol',
      quotes.map(quote => quoteOf(quote, language)),
    ),
  ])
}

function quoteOf(quote: CodedQuote, language: Language): Element {
  const origin = [
    isolateText(quote.sourceTitle),
    labelText(sourceKindLabels[quote.kind], language).toLowerCase(),
    ...(quote.speaker === undefined ? [] : [isolateText(quote.speaker)]),
    `${wording.paragraph[language]} ${quote.paragraph}`,
    `${wording.coded[language]} ${isolateText(quote.coder)}`,
  ].join(', ')
  const contrary = quote.stance === 'contradicts'
  return h('li', contrary ? { className: ['contradicts'] } : {}, [
    h('blockquote', quote.quote),
    h('p.origin', contrary ? `${wording.contrary[language]}: ${origin}` : origin),
    ...(quote.memo === undefined ? [] : [h('p.note', quote.memo)]),
  ])
}
