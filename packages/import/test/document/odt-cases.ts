const p = (inner: string) => `<text:p>${inner}</text:p>`
const cell = (inner: string) => `<table:table-cell>${inner}</table:table-cell>`

/** What stands in an OpenDocument text, its text, and what is said of it. */
export type OdtCase = readonly [what: string, body: string, text: string, problems?: readonly string[]]

export const odtCases: readonly OdtCase[] = [
  ['paragraphs, empty ones among them', `${p('R1: Een.')}<text:p/>${p('I: Twee.')}`, 'R1: Een.\n\nI: Twee.'],
  [
    'markup laid out over lines',
    `\n  ${p('\n   R1: Een\n   <text:span>twee</text:span> <text:span> drie</text:span>\n')}\n`,
    'R1: Een twee drie',
  ],
  [
    'spaces, tabs and line ends of its own',
    p('R1:<text:tab/>Een <text:s text:c="2"/>twee<text:s/>drie<text:line-break/>vier<text:line-break/>'),
    'R1:\tEen   twee drie\nvier',
  ],
  [
    'no more spaces than a row can have',
    p('R1: Een<text:s text:c="999999999"/>twee'),
    `R1: Een${' '.repeat(1000)}twee`,
  ],
  ['spaces without a number', p('R1: Een<text:s text:c="veel"/>twee'), 'R1: Een twee'],
  [
    'headings, which nobody says',
    `<text:h text:outline-level="1">R2: Deel</text:h>${p('R1: Een.')}`,
    'R2: Deel\nR1: Een.',
  ],
  [
    'a list',
    `<text:list><text:list-item>${p('R1: Een')}<text:list><text:list-item>${p('twee')}</text:list-item></text:list></text:list-item></text:list>`,
    'R1: Een\ntwee',
  ],
  [
    'a table, a line a row',
    `<table:table><table:table-header-rows><table:table-row>${cell(p('I:'))}${cell(p('Waarom?'))}</table:table-row></table:table-header-rows><table:table-row>${cell(p('R1:'))}${cell(p('Daarom.') + p('Echt.'))}<table:covered-table-cell/></table:table-row></table:table>${p('R1: Na.')}`,
    'I:\tWaarom?\nR1:\tDaarom.\nEcht.\t\nR1: Na.',
  ],
  [
    'a note, below the text',
    `${p(`R1: Een<text:note><text:note-citation>1</text:note-citation><text:note-body>${p(' Over een.')}${p('Meer.')}</text:note-body></text:note> zin.`)}${p('I: Ja.')}`,
    'R1: Een[1] zin.\nI: Ja.\n[1] Over een.\nMeer.',
  ],
  [
    'words deleted while changes were tracked',
    `<text:tracked-changes><text:changed-region><text:deletion>${p('geheim')}</text:deletion></text:changed-region></text:tracked-changes>${p('R1: Een<text:change/>.')}`,
    'R1: Een.',
    ['left-out'],
  ],
  [
    'comments',
    p(`R1: Een<office:annotation>${p('navragen')}</office:annotation>.`),
    'R1: Een.',
    ['left-out'],
  ],
  [
    'a picture with its title, and a text box',
    `${p('R1: Een.<draw:frame><draw:image/><svg:title xmlns:svg="x">plaatje</svg:title></draw:frame>')}${p(`<draw:frame><draw:text-box>${p('Kader.')}</draw:text-box></draw:frame>`)}`,
    'R1: Een.\nKader.',
    ['left-out'],
  ],
  [
    'links and fields, of which the words stay',
    p('R1: <text:a>hier</text:a> <text:date>nu</text:date>'),
    'R1: hier nu',
  ],
  ['soft hyphens, which show only where a line ends', p('R1: ver\u00adtrouwen'), 'R1: vertrouwen'],
  ['no words', '<text:p/>', '', ['empty-source']],
]
