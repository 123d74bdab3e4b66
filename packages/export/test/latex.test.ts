import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Comparison, Evidence } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { comparisonToLatex } from '../src/index.ts'
import { latexText } from '../src/latex/latex-text.ts'
import { comparison } from './comparison-cases.ts'

const evidence: Evidence = { codings: 1, segments: 1, sources: 4, speakers: 1, kinds: [] }

/** A comparison of one cell with these statements, some of them too long for a line. */
function withStatements(texts: readonly string[]): Comparison {
  return {
    ...comparison,
    cases: comparison.cases.slice(0, 1),
    rows: comparison.rows.slice(0, 1),
    cells: [
      {
        case: 'oost',
        rows: ['f'],
        evidence,
        statements: texts.map((nl, i) => ({ code: `c${i}`, label: { nl }, evidence, quotes: [] })),
      },
    ],
  }
}

const everyAscii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('')

describe('a text in LaTeX', () => {
  it.each([
    [
      'all that has a meaning',
      '\\ { } $ & # % _ ^ ~',
      '\\textbackslash{} \\{ \\} \\$ \\& \\# \\% \\_ \\textasciicircum{} \\textasciitilde{}',
    ],
    ['a command', '\\input{/etc/passwd}', '\\textbackslash{}input\\{/etc/passwd\\}'],
    ['quotation marks', `"'\``, '\\textquotedbl{}\\textquotesingle{}\\textasciigrave{}'],
    ['what would be an argument', '[a]', '{[}a{]}'],
    ['signs that would be joined', '--- ,,', '-\\kern0pt{}-\\kern0pt{}- ,\\kern0pt{},'],
    ['lines', 'een\r\ntwee', 'een\\newline{}twee'],
    ['spaces that hold together, and soft hyphens', 'a\u00A0b\u00ADc', 'a~b\\-c'],
    ['letters with accents, as one', 'e\u0301é ł', 'éé ł'],
    ['a control character', 'bel\u0007', 'bel{[}U+0007{]}'],
    ['text from right to left', 'zei שלום עולם!', 'zei \\righttoleft{שלום עולם}!'],
    ['emoji', '😀', '😀'],
  ])('is printed as it is: %s', (_, text, latex) => {
    expect(latexText(text)).toBe(latex)
  })
})

describe('a comparison as LaTeX', () => {
  const latex = comparisonToLatex(comparison)

  it('is a long table across the page, with heads on every page', () => {
    const table = latex.slice(latex.indexOf('\\begin{landscape}'))
    expect(table.split('\n').map(line => line.replace(/\{(>.*)\}$/, '{…}'))).toEqual([
      '\\begin{landscape}',
      '\\footnotesize',
      '\\begin{longtable}{…}',
      '\\multicolumn{3}{@{}p{\\linewidth}@{}}{\\normalsize\\textbf{Tabel 7. Fase \\& meer}}\\\\[1ex]',
      '\\toprule',
      ' & \\textbf{Oost} & \\textbf{West} \\\\',
      '\\midrule',
      '\\endhead',
      '\\bottomrule',
      '\\endlastfoot',
      '\\textbf{Forming}',
      '& \\textbf{Heen \\textbar{} weer}',
      '\\statement{*Ruzie*, soms}{2}',
      '\\statement{=Stil}{1}',
      '& \\textbf{(Nog) niet bereikt} \\\\',
      '\\cmidrule{1-1}\\cmidrule{3-3}',
      '\\textbf{Storming}',
      '& ',
      '& \\emph{(gezocht en niet gevonden)} \\\\',
      '\\end{longtable}',
      '\\vspace{-1ex}',
      '\\noindent\\textsuperscript{n} Verhoogd: het aantal bronnen achter een bevinding.',
      '\\end{landscape}',
      '\\end{document}',
      '',
    ])
  })

  it('says that any LaTeX will do, or which characters ask for LuaLaTeX and how pdfLaTeX prints them', () => {
    expect(latex).toContain('% Maak er een PDF van met pdflatex of lualatex.')
    expect(comparisonToLatex(comparison, { language: 'en' })).toContain(
      '% Compile it with pdflatex or lualatex.',
    )
    const emoji = comparisonToLatex(withStatements(['mooi 😀']))
    expect(emoji).toContain('% Maak er een PDF van met lualatex: er staat U+1F600 in;')
    expect(comparisonToLatex(withStatements(['mooi 😀']), { language: 'en' })).toContain(
      '% Compile it with lualatex: it holds U+1F600,',
    )
    expect(emoji).toContain('\\undeclared{1F600}{😀}{[U+1F600]\\allowbreak{}}')
  })

  it('is in the other language where it is asked for', () => {
    const english = comparisonToLatex(comparison, { language: 'en' })
    expect(english).toContain('\\textbf{Table 7. Phase \\& more}')
    expect(english).toContain('british.ldf')
  })

  it('divides a cell that is longer than a page', () => {
    const many = comparisonToLatex(withStatements(Array.from({ length: 60 }, (_, i) => `Bevinding ${i + 1}`)))
    const table = many.slice(many.indexOf('\\endlastfoot'))
    expect(table.match(/\\statement/g)).toHaveLength(60)
    // 60 lines, of which eight at a time turn the page together.
    expect(table.match(/ \\\\$/gm)).toHaveLength(8)
    expect(table).not.toContain('midrule')
  })

  const pdflatex = spawnSync('pdflatex', ['--version']).status === 0
  it.skipIf(!pdflatex).each([
    ['the example of these tests', comparison],
    ['every sign of ASCII', withStatements([everyAscii, `[${everyAscii}`, `*${everyAscii}`])],
    [
      'all scripts',
      withStatements(['é ł ş €5 … “x” α ж 😀 👩‍👩‍👧 שלום مرحبا x\u0301 中文 \u0007 → ½ \uFFFD \uE000']),
    ],
    [
      'lines and many statements',
      withStatements(['een\n\ntwee\n', ...Array.from({ length: 90 }, () => 'Nog een')]),
    ],
  ])('is compiled by pdflatex, where there is one (%s)', (_, given) => {
    const folder = mkdtempSync(join(tmpdir(), 'codeerbank-latex-'))
    try {
      writeFileSync(join(folder, 'table.tex'), comparisonToLatex(given))
      const args = ['-interaction=nonstopmode', '-halt-on-error', '-no-shell-escape', 'table.tex']
      const { status } = spawnSync('pdflatex', args, { cwd: folder })
      expect([status, readFileSync(join(folder, 'table.pdf')).subarray(0, 5).toString()]).toEqual([
        0,
        '%PDF-',
      ])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
