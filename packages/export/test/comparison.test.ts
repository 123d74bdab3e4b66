import { describe, expect, it } from 'vitest'
import { comparisonToCsv, comparisonToHtml, comparisonToMarkdown, evidenceMark } from '../src/index.ts'
import { comparison } from './comparison-cases.ts'

describe('a comparison as tidy CSV', () => {
  it('is a row a statement, and one for a state or an empty cell', async () => {
    expect(await comparisonToCsv(comparison)).toBe(
      `table,row,case,state,heading,statement,codings,segments,sources,speakers,kinds
7,Forming + Storming,oost,current,"Heen | weer","*Ruzie*, soms",3,2,2,1,interview; fieldwork-note
7,Forming + Storming,oost,current,"Heen | weer",'=Stil,1,1,1,0,ride-along
7,Forming,west,not reached,,,,,,,
7,Storming,west,empty: looked for and absent,,,,,,,
`,
    )
  })

  it('holds several comparisons under one head; one without a number goes by its frame', async () => {
    const { table: _, ...other } = comparison
    const csv = await comparisonToCsv([comparison, { ...other, cells: comparison.cells.slice(1, 2) }])
    expect(csv.split('\n').slice(5)).toEqual(['phases,Forming,west,not reached,,,,,,,', ''])
  })

  it('has a head where there is nothing else', async () => {
    expect(await comparisonToCsv([])).toBe(
      'table,row,case,state,heading,statement,codings,segments,sources,speakers,kinds\n',
    )
  })
})

describe('a comparison as Markdown', () => {
  it('shows every text as it is, and refers from a spanned row to the cell above', () => {
    expect(comparisonToMarkdown(comparison)).toBe(
      `**Tabel 7. Fase & meer**

| | Oost | West |
| :- | :- | :- |
| **Forming** | **Heen \\| weer**<br>• \\*Ruzie\\*, soms (3; 2)<br>• =Stil (1; 1) | **(Nog) niet bereikt** |
| **Storming** | ↑ zie hierboven | (gezocht en niet gevonden) |

Tussen haakjes: het aantal coderingen en het aantal bronnen achter een bevinding.
`,
    )
  })

  it('marks how strong the evidence is where that is asked for, by voices and kinds and not by codings', () => {
    const marked = comparisonToMarkdown(comparison, { marks: true })
    expect(marked).toContain('◐ \\*Ruzie\\*, soms (3; 2)<br>○ =Stil (1; 1)')
    expect(marked).toContain('○ één stem.')
    const twenty = { codings: 20, segments: 20, sources: 1, speakers: 1, kinds: ['interview' as const] }
    expect(evidenceMark(twenty).mark).toBe('○')
    expect(
      evidenceMark({ ...twenty, speakers: 3, sources: 3, kinds: ['interview', 'ride-along'] }).mark,
    ).toBe('●')
    expect(evidenceMark({ ...twenty, speakers: 0, sources: 2 }).mark).toBe('◐')
  })

  it('is in the other language where it is asked for, and falls back where a label has none', () => {
    const english = comparisonToMarkdown(comparison, { language: 'en' })
    expect(english).toContain('**Table 7. Phase & more**')
    expect(english).toContain('• Quarrel (3; 2)<br>• =Stil (1; 1)')
    expect(english).toContain('(looked for and absent)')
  })

  it('refuses a comparison in which a row of a case has no cell', () => {
    expect(() => comparisonToMarkdown({ ...comparison, cells: [] })).toThrow(RangeError)
  })
})

describe('a comparison as a page', () => {
  const html = comparisonToHtml(comparison)

  it('says its language, and allows no script and nothing from elsewhere', () => {
    expect(html.startsWith('<!doctype html><html lang="nl"><head><meta charset="utf-8">')).toBe(true)
    expect(html).toContain('content="default-src &#x27;none&#x27;; style-src &#x27;unsafe-inline&#x27;"')
    expect(html).not.toMatch(/<script|javascript:|onclick|href=/)
  })

  it('is a table with a caption, heads with a scope, and a real cell over two rows', () => {
    expect(html).toContain('<caption>Tabel 7. Fase &#x26; meer</caption>')
    expect(html).toContain('<th scope="col">Oost</th><th scope="col">West</th>')
    expect(html).toContain('<th scope="row">Forming</th><td rowspan="2" class="current">')
    expect(html.match(/<td/g)).toHaveLength(4)
  })

  it('keeps room for every case, so that no page of many cases runs its columns into each other', () => {
    expect(html).toContain('<table class="comparison" style="min-width: 42rem">')
    const cases = Array.from({ length: 12 }, (_, i) => ({ id: `c${i}`, label: { nl: `Casus ${i}` } }))
    const wide = comparisonToHtml({ ...comparison, rows: [], cells: [], cases })
    expect(wide).toContain('<table class="comparison" style="min-width: 182rem">')
  })

  it('opens the quotes of a statement, escaped, each with where it comes from', () => {
    expect(html).toContain(
      '<details><summary><span class="mark" title="twee stemmen of meer, of meer dan één soort bron">◐</span> *Ruzie*, soms <span class="count">(3 coderingen, 2 bronnen, 1 spreker)</span></summary>',
    )
    expect(html).toContain('<blockquote>&#x3C;script>alert("x")&#x3C;/script> &#x26; meer</blockquote>')
    expect(html).toContain('Gesprek &#x3C;1>, interview, Wijkagent, alinea 3, gecodeerd door anna')
  })

  it('marks evidence to the contrary', () => {
    expect(html).toContain('<li class="contradicts">')
    expect(html).toContain('spreekt dit tegen: Gesprek')
    expect(html).toContain('Toch &#x3C;niet>')
  })

  it('shows a statement of which no quotes were asked for without a door', () => {
    expect(html).toContain(
      '<p><span class="mark" title="één stem">○</span> =Stil <span class="count">(1 codering, 1 bron)</span></p>',
    )
  })
})
