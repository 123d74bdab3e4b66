import { describe, expect, it } from 'vitest'
import { codeTreeToSvg, comparisonToHtml, comparisonToMarkdown } from '../src/index.ts'
import { closeTurns, isolateText } from '../src/isolate-text.ts'
import { comparison } from './comparison-cases.ts'
import { awkwardStudy } from './export-cases.ts'

describe('a text beside others', () => {
  it.each([
    ['one that reads from left to right comes out as it is', 'Ruzie (soms)', 'Ruzie (soms)'],
    ['Arabic is set apart', 'فريق', '\u2068فريق\u2069'],
    ['Hebrew amid Latin letters is set apart', 'Team צוות', '\u2068Team צוות\u2069'],
    ['an override ends with its text', 'a\u202Eb', '\u2068a\u202Eb\u202C\u2069'],
    ['an isolate ends with its text', 'a\u2067b', '\u2068a\u2067b\u2069\u2069'],
    ['an end of nothing does not end what stands around', '\u2069\u202Eb', '\u2068\u202Eb\u202C\u2069'],
    ['what ends by itself is left alone', '\u202Bx\u202C', '\u2068\u202Bx\u202C\u2069'],
  ])('%s', (_, text, isolated) => {
    expect(isolateText(text)).toBe(isolated)
  })

  it('is closed without being set apart where only that is asked for', () => {
    expect(closeTurns('a\u202Eb')).toBe('a\u202Eb\u202C')
    expect(closeTurns('فريق')).toBe('فريق')
  })
})

describe('a count after a label that turns', () => {
  const label = { nl: 'om\u202Egekeerd' }
  const cells = comparison.cells.map(cell => ({
    ...cell,
    statements: cell.statements.map(statement => ({ ...statement, label })),
  }))

  it('reads as it was written on a page and in Markdown', () => {
    expect(comparisonToHtml({ ...comparison, cells })).toContain(
      '\u2068om\u202Egekeerd\u202C\u2069 <span class="count">(3 coderingen, 2 bronnen, 1 spreker)</span>',
    )
    expect(comparisonToMarkdown({ ...comparison, cells })).toContain(
      '• \u2068om\u202Egekeerd\u202C\u2069 (3; 2)',
    )
  })

  it('reads as it was written in the code tree', () => {
    const codes = [{ ...awkwardStudy.codes[0]!, label: { nl: 'مهم' } }]
    expect(codeTreeToSvg({ codes }, [])).toContain('>\u2068مهم\u2069 (0)</text>')
  })
})
