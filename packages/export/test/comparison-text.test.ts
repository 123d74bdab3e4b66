import type { Comparison, ComparisonCell, EmptyReason, Evidence, JudgementState } from '@codeerbank/core'
import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import {
  comparisonToCsv,
  comparisonToDocx,
  comparisonToHtml,
  comparisonToLatex,
  comparisonToMarkdown,
  comparisonToXlsx,
  evidenceMark,
} from '../src/index.ts'
import { sheetsOf } from './workbook-cases.ts'

const evidence: Evidence = { codings: 1, segments: 1, sources: 1, speakers: 1, kinds: ['interview'] }

/** A comparison of one row and one case, with what its cell holds. */
function withCell(cell: Partial<ComparisonCell>, more: Partial<Comparison> = {}): Comparison {
  return {
    frame: 'f',
    title: { nl: 'Titel', en: 'Title' },
    language: 'nl',
    rows: [{ id: 'r', label: { nl: 'Rij', en: 'Row' } }],
    cases: [{ id: 'c', label: { nl: 'Casus', en: 'Case' } }],
    cells: [{ case: 'c', rows: ['r'], statements: [], evidence, ...cell }],
    ...more,
  }
}

/** The text of the one cell, in every format for reading. */
const cellIn: Readonly<Record<string, (of: Comparison, language: 'nl' | 'en') => Promise<string>>> = {
  Markdown: async (of, language) =>
    comparisonToMarkdown(of, { language }).split('\n')[4]!.split('|')[2]!.trim().replaceAll('**', ''),
  HTML: async (of, language) =>
    /<\/th><td[^>]*>(.*?)<\/td>/s.exec(comparisonToHtml(of, { language }))![1]!.replace(/<[^>]*>/g, ''),
  DOCX: async (of, language) => {
    const { value } = await mammoth.convertToHtml({
      buffer: Buffer.from(await comparisonToDocx(of, { language })),
    })
    return /<tbody>.*?<\/td><td>(.*?)<\/td>/s.exec(value)![1]!.replace(/<[^>]*>/g, '')
  },
  XLSX: async (of, language) =>
    String([...(await sheetsOf(await comparisonToXlsx(of, { language }))).values()][0]![2]![1]),
  LaTeX: async (of, language) =>
    /\\endlastfoot\n\\textbf\{[^}]*\}\n& (.*) \\\\\n\\end/
      .exec(comparisonToLatex(of, { language }))![1]!
      .replace(/^\\(?:textbf|emph)\{(.*)\}$/, '$1'),
}

const empties: readonly (readonly [EmptyReason, nl: string, en: string])[] = [
  ['no codings', 'niets gecodeerd', 'nothing coded'],
  ['no sources', 'geen bronnen', 'no sources'],
  ['looked for and absent', 'gezocht en niet gevonden', 'looked for and absent'],
  ['not asked', 'niet gevraagd', 'not asked'],
  ['not yet read', 'nog niet gelezen', 'not yet read'],
  [
    'coded under an older definition',
    'gecodeerd volgens een oudere definitie',
    'coded under an older definition',
  ],
]

const states: readonly (readonly [JudgementState, nl: string, en: string])[] = [
  ['completed', 'Voltooid', 'Completed'],
  ['current', 'Huidige fase', 'Current'],
  ['not reached', '(Nog) niet bereikt', 'Not (yet) reached'],
]

describe.each(Object.entries(cellIn))('a cell in %s', (format, read) => {
  it.each(empties)('says why it is empty, in both languages: %s', async (empty, nl, en) => {
    const shown = (text: string) => (format === 'HTML' ? text[0]!.toUpperCase() + text.slice(1) : `(${text})`)
    expect(await read(withCell({ empty }), 'nl')).toBe(shown(nl))
    expect(await read(withCell({ empty }), 'en')).toBe(shown(en))
  })

  it.each(states)('says what was judged, in both languages: %s', async (state, nl, en) => {
    expect(await read(withCell({ state }), 'nl')).toBe(nl)
    expect(await read(withCell({ state }), 'en')).toBe(en)
  })

  it('has a heading of its own in place of the name of its state', async () => {
    const cell = withCell({ state: 'completed', heading: { nl: 'Eigen kop', en: 'Own head' } })
    expect(await read(cell, 'nl')).toBe('Eigen kop')
    expect(await read(cell, 'en')).toBe('Own head')
  })

  it('is empty where it has nothing and no reason is given', async () => {
    expect((await read(withCell({}), 'nl')).replace('null', '')).toBe('')
  })

  it('falls back to the language that a label has', async () => {
    expect(await read(withCell({ heading: { en: 'Only English' } }), 'nl')).toBe('Only English')
  })
})

describe('the caption of a comparison', () => {
  const numbered = withCell({}, { table: 12 })

  it('has the number of its table in every format for reading', async () => {
    expect(comparisonToMarkdown(numbered)).toContain('**Tabel 12. Titel**')
    expect(comparisonToMarkdown(numbered, { language: 'en' })).toContain('**Table 12. Title**')
    expect(comparisonToHtml(numbered)).toContain('<caption>Tabel 12. Titel</caption>')
    expect(comparisonToHtml(numbered)).toContain('<title>Tabel 12. Titel</title>')
    expect(comparisonToLatex(numbered)).toContain('\\textbf{Tabel 12. Titel}')
    expect((await sheetsOf(await comparisonToXlsx(numbered))).get('Tabel 12')?.[0]?.[0]).toBe(
      'Tabel 12. Titel',
    )
  })

  it('is its title alone where it has no number', () => {
    expect(comparisonToMarkdown(withCell({}))).toMatch(/^\*\*Titel\*\*\n/)
    expect(comparisonToHtml(withCell({}))).toContain('<caption>Titel</caption>')
    expect(comparisonToLatex(withCell({}))).toContain('\\textbf{Titel}')
  })

  it('is that of table 0 too', () => {
    expect(comparisonToMarkdown(withCell({}, { table: 0 }))).toContain('**Tabel 0. Titel**')
  })
})

describe('the counts of a statement on a page', () => {
  it.each([
    [1, 1, 1, '(1 codering, 1 bron, 1 spreker)', '(1 coding, 1 source, 1 speaker)'],
    [2, 3, 4, '(2 coderingen, 3 bronnen, 4 sprekers)', '(2 codings, 3 sources, 4 speakers)'],
    [5, 1, 0, '(5 coderingen, 1 bron)', '(5 codings, 1 source)'],
    [0, 0, 0, '(0 coderingen, 0 bronnen)', '(0 codings, 0 sources)'],
  ])('are in the singular and the plural: %d, %d, %d', (codings, sources, speakers, nl, en) => {
    const statement = {
      code: 'a',
      label: { nl: 'Bevinding' },
      evidence: { ...evidence, codings, sources, speakers },
      quotes: [],
    }
    const of = withCell({ statements: [statement] })
    expect(comparisonToHtml(of)).toContain(`<span class="count">${nl}</span>`)
    expect(comparisonToHtml(of, { language: 'en' })).toContain(`<span class="count">${en}</span>`)
  })
})

describe('the mark of evidence', () => {
  it.each([
    ['nobody and nothing', 0, 0, [], '○'],
    ['one speaker in one kind of source', 1, 1, ['interview'], '○'],
    ['one speaker in many sources of one kind', 1, 9, ['interview'], '○'],
    ['two speakers', 2, 1, ['interview'], '◐'],
    ['one speaker in two kinds of source', 1, 2, ['interview', 'ride-along'], '◐'],
    ['three speakers in one kind of source', 3, 3, ['interview'], '◐'],
    ['three speakers in two kinds of source', 3, 3, ['interview', 'ride-along'], '●'],
    ['two speakers in two kinds of source', 2, 2, ['interview', 'ride-along'], '◐'],
    ['two sources in which nobody speaks', 0, 2, ['fieldwork-note'], '◐'],
    ['three sources of two kinds in which nobody speaks', 0, 3, ['fieldwork-note', 'ride-along'], '●'],
  ] as const)('of %s', (_, speakers, sources, kinds, mark) => {
    expect(evidenceMark({ codings: 99, segments: 99, speakers, sources, kinds }).mark).toBe(mark)
  })
})

describe('a comparison as tidy data', () => {
  it.each(empties)(
    'has the reason of an empty cell as a word for programs, whatever the language: %s',
    async empty => {
      for (const language of ['nl', 'en'] as const)
        expect((await comparisonToCsv(withCell({ empty }), { language })).split('\n')[1]).toBe(
          `f,${language === 'nl' ? 'Rij' : 'Row'},c,empty: ${empty},,,,,,,`,
        )
    },
  )

  it.each(states)('has a state as a word for programs: %s', async state => {
    expect((await comparisonToCsv(withCell({ state }))).split('\n')[1]).toBe(`f,Rij,c,${state},,,,,,,`)
  })

  it('tells what is counted as nothing from what is not counted', async () => {
    const nothing = { codings: 0, segments: 0, sources: 0, speakers: 0, kinds: [] }
    const statement = { code: 'a', label: { nl: 'Niets' }, evidence: nothing, quotes: [] }
    expect((await comparisonToCsv(withCell({ statements: [statement] }))).split('\n')[1]).toBe(
      'f,Rij,c,,,Niets,0,0,0,0,',
    )
  })

  it('begins with a byte order mark where one is asked for, once for several comparisons', async () => {
    const csv = await comparisonToCsv([withCell({}), withCell({})], { bom: true })
    expect(csv.startsWith('\uFEFFtable,row,')).toBe(true)
    expect(csv.slice(1)).not.toContain('\uFEFF')
  })
})

describe('a page of a comparison', () => {
  const hostile = '"><script>alert(1)</script>&amp;'
  const label = { nl: hostile }
  const quote = {
    coding: 'k',
    segment: 's',
    source: 'b',
    sourceTitle: hostile,
    kind: 'interview' as const,
    speaker: hostile,
    coder: hostile,
    quote: hostile,
    memo: hostile,
    paragraph: 1,
  }
  const statements = [{ code: 'a', label, evidence, quotes: [quote] }]
  const html = comparisonToHtml(
    withCell(
      { heading: label, reasons: hostile, statements },
      { title: label, note: label, rows: [{ id: 'r', label }], cases: [{ id: 'c', label }] },
    ),
  )

  it('is safe whatever stands in it', () => {
    expect(html).not.toContain('<script')
    // Title twice, case, row, heading, reasons, statement, quote, its source, speaker and coder, memo, note.
    expect(html.split('&#x3C;script>alert(1)&#x3C;/script>&#x26;amp;')).toHaveLength(14)
  })

  it('keeps the lines of reasons and memos', () => {
    expect(comparisonToHtml(withCell({ reasons: 'een\ntwee' }))).toContain('<p class="note">een\ntwee</p>')
    expect(html).toMatch(/\.note \{[^}]*white-space: pre-line;/)
  })

  it('names a source without a speaker, and no empty place for one', () => {
    const {
      speaker: _,
      memo: __,
      ...anonymous
    } = { ...quote, sourceTitle: 'Notitie', coder: 'anna', quote: 'x' }
    const page = comparisonToHtml(withCell({ statements: [{ ...statements[0]!, quotes: [anonymous] }] }))
    expect(page).toContain('<p class="origin">Notitie, interview, alinea 1, gecodeerd door anna</p></li>')
  })

  it('shows what a judgement rests on, and its state by its look', () => {
    const judged = (state: JudgementState) => comparisonToHtml(withCell({ state, reasons: 'Gezien.' }))
    expect(judged('current')).toContain(
      '<td class="current"><p class="heading">Huidige fase</p><p class="note">Gezien.</p></td>',
    )
    expect(judged('completed')).toContain('<td class="state"><p class="heading">Voltooid</p>')
    expect(comparisonToHtml(withCell({ empty: 'not asked' }))).toContain(
      '<td class="empty"><p>Niet gevraagd</p></td>',
    )
  })
})
