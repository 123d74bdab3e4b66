import type { SurveyMapping } from '../../src/index.ts'

export const mapping: SurveyMapping = {
  respondent: 'Nr',
  case: { column: 'Wijk', values: { 'Wijk Oost': 'oost', West: 'west' } },
  date: 'Ingevuld',
  participant: { label: 'Naam', function: 'Rol' },
  missing: ['-99', 'n.v.t.'],
  language: 'nl',
  variables: [
    { column: 'Leeftijd', id: 'leeftijd', type: 'number', label: { nl: 'Leeftijd', en: 'Age' } },
    { column: 'Lid?', id: 'lid', type: 'boolean', on: 'source' },
    { column: 'Inwoners', id: 'inwoners', type: 'number', on: 'case' },
  ],
  answers: [{ column: 'Wat gaat goed?' }, { column: 'v2', question: 'En wat moet er anders?' }],
}

export const table = [
  'Nr;Naam;Rol;Wijk;Ingevuld;Leeftijd;Lid?;Inwoners;Wat gaat goed?;v2',
  '1;Ans;bewoner;Wijk Oost;12-3-2024;43;ja;1200;"De speeltuin.\nEn de buren.";Meer groen.',
  '2;;;West;2024-03-13;-99;nee;800;n.v.t.;"Minder ""gedoe""; graag."',
].join('\r\n')

/** Rows of the table, and the problems of each as `code:line`; and how many respondents are read. */
export const rowFaults: readonly (readonly [
  what: string,
  rows: readonly string[],
  problems: readonly string[],
  respondents: number,
])[] = [
  ['no respondent', [';;;West;;;;;a;b'], ['missing-respondent:2'], 0],
  [
    'a respondent twice',
    ['1;;;West;;;;;a;b', '2;;;West;;;;;a;b', '1;;;West;;;;;c;d'],
    ['duplicate-respondent:4'],
    2,
  ],
  ['no case', ['1;;;;;;;;a;b'], ['case-missing:2'], 0],
  ['a case that the mapping does not know', ['1;;;Noord;;;;;a;b'], ['unknown-case:2'], 0],
  ['a case called as what all objects have', ['1;;;constructor;;;;;a;b'], ['unknown-case:2'], 0],
  ['a number that is none', ['1;;;West;;veertig;;;a;b'], ['bad-value:2'], 1],
  ['a number that may be two', ['1;;;West;;;;1.200;a;b'], ['bad-value:2'], 1],
  ['a truth that is none', ['1;;;West;;;misschien;;a;b'], ['bad-value:2'], 1],
  ['a day that is none', ['1;;;West;30-2-2024;;;;a;b'], ['bad-value:2'], 1],
  ['a day that may be two', ['1;;;West;3/4/2024;;;;a;b'], ['bad-value:2'], 1],
  ['no answers', ['1;;;West;;;;;;n.v.t.'], ['no-answers:2'], 1],
  ['two values of one case', ['1;;;West;;;;800;a;b', '2;;;West;;;;900;a;b'], ['different-value:3'], 2],
  [
    'a row below one over two lines',
    ['1;;;West;;;;;"a\na";b', ';;;West;;;;;a;b'],
    ['missing-respondent:4'],
    1,
  ],
  [
    'several faults in several rows',
    ['1;;;West;;x;y;;a;b', ';;;West;;;;;a;b', '3;;;West;;;;;a;b'],
    ['bad-value:2', 'bad-value:2', 'missing-respondent:3'],
    2,
  ],
  ['an empty row', ['1;;;West;;;;;a;b', ';;;;;;;;;', '2;;;West;;;;;a;b'], [], 2],
]

/** Cells, the type of a variable, and the value; `undefined` where the cell is not read. */
export const valueCases = [
  [' drie ', 'text', 'drie'],
  [3, 'text', '3'],
  [true, 'text', 'true'],
  [new Date('2024-03-12T00:00:00Z'), 'text', '2024-03-12'],
  [new Date('2024-03-12T10:30:00Z'), 'text', '2024-03-12T10:30:00.000Z'],
  [3.5, 'number', 3.5],
  ['3,5', 'number', 3.5],
  ['3.5', 'number', 3.5],
  ['-12', 'number', -12],
  ['0,125', 'number', 0.125],
  ['1000', 'number', 1000],
  ['1.000', 'number', undefined],
  ['1.000,50', 'number', undefined],
  ['1e3', 'number', undefined],
  ['0x10', 'number', undefined],
  [true, 'number', undefined],
  [true, 'boolean', true],
  ['Ja', 'boolean', true],
  ['NEE', 'boolean', false],
  [1, 'boolean', true],
  ['0', 'boolean', false],
  ['x', 'boolean', undefined],
  [2, 'boolean', undefined],
  [new Date('2024-03-12T10:30:00Z'), 'date', '2024-03-12'],
  ['2024-3-2', 'date', '2024-03-02'],
  ['2024-03-02 10:15', 'date', '2024-03-02'],
  ['2-3-2024', 'date', '2024-03-02'],
  ['02.03.2024', 'date', '2024-03-02'],
  ['29-2-2023', 'date', undefined],
  ['3/4/2024', 'date', undefined],
  [45363, 'date', undefined],
] as const
