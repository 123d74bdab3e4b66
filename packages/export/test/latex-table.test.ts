import type { Comparison, ComparisonCell } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { comparisonToLatex } from '../src/index.ts'
import { latexPreamble } from '../src/latex/latex-preamble.ts'
import { codePointName, latexText } from '../src/latex/latex-text.ts'

const evidence = { codings: 1, segments: 1, sources: 3, speakers: 1, kinds: [] }

/** A comparison of cases `a`, `b` and `c` by as many rows as a drawing has lines; a cell goes on below where it has the same letter. */
function drawn(drawing: readonly string[]): Comparison {
  const rows = drawing.map((_, r) => ({ id: `r${r}`, label: { nl: `Rij ${r}` } }))
  const cases = ['a', 'b', 'c'].map(id => ({ id, label: { nl: id } }))
  const cells = cases.flatMap(({ id }, c) => {
    const letters = drawing.map(line => line[c]!)
    return [...new Set(letters)].map(
      (letter): ComparisonCell => ({
        case: id,
        rows: rows.filter((_, r) => letters[r] === letter).map(row => row.id),
        heading: { nl: letter },
        statements: [],
        evidence,
      }),
    )
  })
  return { frame: 'f', title: { nl: 'T' }, language: 'nl', rows, cases, cells }
}

function rulesOf(latex: string): readonly string[] {
  const body = latex.slice(latex.indexOf('\\endlastfoot'))
  return body.match(/^\\(?:midrule|cmidrule.*)$/gm) ?? []
}

describe('the rules between rows', () => {
  it.each([
    ['go across where no cell spans', ['pqr', 'stu'], ['\\midrule']],
    ['leave out the first case', ['pqr', 'pst'], ['\\cmidrule{1-1}\\cmidrule{3-4}']],
    ['leave out one in the middle', ['pqr', 'sqt'], ['\\cmidrule{1-2}\\cmidrule{4-4}']],
    ['leave out the last', ['pqr', 'str'], ['\\cmidrule{1-3}']],
    ['leave out all but the heading', ['pqr', 'pqr'], ['\\cmidrule{1-1}']],
    ['are one fewer than there are rows', ['pqr', 'stu', 'vwx'], ['\\midrule', '\\midrule']],
    ['are none for a single row', ['pqr'], []],
  ])('%s', (_, drawing, rules) => {
    expect(rulesOf(comparisonToLatex(drawn(drawing)))).toEqual(rules)
  })
})

describe('a table in LaTeX', () => {
  it('has as many columns as there are cases and one more, that fill the line', () => {
    const latex = comparisonToLatex(drawn(['pqr']))
    const shares = [...latex.matchAll(/p\{\\dimexpr ([\d.]+)\\linewidth/g)].map(([, share]) => Number(share))
    expect(shares).toEqual([0.13, 0.29, 0.29, 0.29])
  })

  it('has as many places in each row as there are columns', () => {
    const latex = comparisonToLatex(drawn(['pqr', 'pst', 'uvw']))
    const body = latex.slice(latex.indexOf('\\endlastfoot') + 13, latex.indexOf('\\end{longtable}'))
    const rows = body.split(' \\\\\n').filter(row => row.trim() !== '')
    expect(rows.map(row => row.match(/^& /gm)?.length)).toEqual([3, 3, 3])
  })

  it('is one of several on pages of their own, in one document', () => {
    const latex = comparisonToLatex([drawn(['pqr']), drawn(['pqr'])])
    expect(latex.match(/\\begin\{landscape\}/g)).toHaveLength(2)
    expect(latex.match(/\\end\{landscape\}/g)).toHaveLength(2)
    expect(latex.match(/\\begin\{document\}/g)).toHaveLength(1)
  })

  it('is a document also of nothing', () => {
    const latex = comparisonToLatex([])
    expect(latex).toMatch(/\\begin\{document\}\n\n\\end\{document\}\n$/)
    expect(comparisonToLatex(drawn([]))).toContain('\\endlastfoot\n\\end{longtable}')
  })

  it('is the same each time', () => {
    expect(comparisonToLatex(drawn(['pqr']))).toBe(comparisonToLatex(drawn(['pqr'])))
  })

  it('runs no command of a study, wherever it stands', () => {
    const hostile = '\\input{/etc/passwd}\\write18{rm} % $x$ & # ^ ~ _ {'
    const label = { nl: hostile }
    const given = drawn(['pqr'])
    const latex = comparisonToLatex({
      ...given,
      title: label,
      note: label,
      rows: given.rows.map(row => ({ ...row, label })),
      cases: given.cases.map(each => ({ ...each, label })),
      cells: given.cells.map(cell => ({
        ...cell,
        heading: label,
        statements: [{ code: 'x', label, evidence, quotes: [] }],
      })),
    })
    expect(latex).not.toMatch(/\\input\{\/|\\write18\{|(?<!\\)\$x|(?<!\\)% \\?\$/)
    // Title, note, row, three cases, three headings, three statements.
    expect(
      latex.split(
        '\\textbackslash{}input\\{/etc/passwd\\}\\textbackslash{}write18\\{rm\\} \\% \\$x\\$ \\& \\# ',
      ),
    ).toHaveLength(13)
  })
})

describe('the preamble', () => {
  it.each([
    ['nl', 'dutch'],
    ['en', 'british'],
  ] as const)('divides words as the language does: %s', (language, babel) => {
    expect(latexPreamble('', language)).toContain(
      `\\IfFileExists{${babel}.ldf}{\\usepackage[${babel},shorthands=off]{babel}}{}`,
    )
  })

  it('asks nothing for letters that every LaTeX has', () => {
    const preamble = latexPreamble('éëïöü ł ő € “x” ‘y’ – — … • ™', 'en')
    expect(preamble).toContain('% Compile it with pdflatex or lualatex.')
    expect(preamble).not.toContain('\\undeclared{')
  })

  it('names at most twenty characters that ask for more, in the order of their numbers, and says that there are more', () => {
    const greek = Array.from({ length: 21 }, (_, i) => String.fromCodePoint(0x3b1 + i))
    const names = greek.map(codePointName)
    expect(latexPreamble([...greek].reverse().slice(1).join(''), 'en')).toContain(
      `holds ${names.slice(0, 20).join(', ')},\n`,
    )
    expect(latexPreamble(greek.join(''), 'en')).toContain(
      `holds ${names.slice(0, 20).join(', ')} and more,\n`,
    )
  })

  it('lets a character that only acts on others be nothing in pdfLaTeX', () => {
    const preamble = latexPreamble('a\u200Db\u{1F600}', 'nl')
    expect(preamble).toContain('\\undeclared{200D}{\u200D}{}')
    expect(preamble).toContain('\\undeclared{1F600}{\u{1F600}}{[U+1F600]\\allowbreak{}}')
  })

  it('declares a character once, however often it stands there', () => {
    expect(latexPreamble('ααα', 'nl').match(/\\undeclared\{3B1\}|\\undeclared\{03B1\}/g)).toHaveLength(1)
  })
})

describe('a text in LaTeX at its edges', () => {
  it.each([
    ['nothing', '', ''],
    ['half a pair', 'x\uD83D', 'x\uFFFD'],
    [
      'a line of Unix, of an old Mac and of a separator',
      'a\nb\rc\u2028d\u2029e',
      'a\\newline{}b\\newline{}c\\newline{}d\\newline{}e',
    ],
    ['a next line, which is a control character', 'a\u0085b', 'a{[}U+0085{]}b'],
    ['a tab, which is a space', 'a\tb', 'a b'],
    ['four dashes', '----', '-\\kern0pt{}-\\kern0pt{}-\\kern0pt{}-'],
    ['a guillemet of signs', '<<x>>', '\\textless{}\\textless{}x\\textgreater{}\\textgreater{}'],
    ['a question mark that would turn round', '?`', '?\\textasciigrave{}'],
    [
      'two words from right to left, with what is between them',
      'a שלום, עולם b',
      'a \\righttoleft{שלום}, \\righttoleft{עולם} b',
    ],
  ])('%s', (_, text, latex) => {
    expect(latexText(text)).toBe(latex)
  })

  it.each([
    ['A', 'U+0041'],
    ['\0', 'U+0000'],
    ['😀', 'U+1F600'],
    ['', 'U+0000'],
  ])('a character goes by its number: %j', (character, name) => {
    expect(codePointName(character)).toBe(name)
  })

  it('of 100,000 signs is written at once', () => {
    expect(latexText('\\'.repeat(100_000))).toHaveLength(100_000 * '\\textbackslash{}'.length)
    expect(latexText('-'.repeat(100_000))).toHaveLength(100_000 + 99_999 * '\\kern0pt{}'.length)
  })
})
