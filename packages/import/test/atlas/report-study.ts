import { applyChanges, type Code, emptyStudy, type Source, type Study } from '@codeerbank/core'

const at = '2024-03-12T10:15:00Z'

export const text = [
  'Interviewer: Hoe gaat het op het plein?',
  '',
  'Mevrouw Zant: Ze bellen terug, en dat is wat waard.',
  'Meneer Kluft: Ze bellen terug, ja. “Vertrouwen” zeg ik dan…',
  '',
  'Mevrouw Zant: Ze bellen terug, zei ik. De gemeente   luistert soms; soms ook niet. Dat wisselt per wethouder en per jaar. Over de cafés en de ideeën ging het niet.',
].join('\n')

function source(id: string, title: string, words: string): Source {
  return {
    id,
    title,
    kind: 'interview',
    case: 'plein',
    participants: [],
    text: words,
    turns: [],
    origin: { file: `sources/plein/${id}.md`, line: 5, format: 'markdown', sha256: '0'.repeat(64) },
  }
}

function code(id: string, nl: string, parent: string | null = null): Code {
  return { id, label: { nl }, parent, level: 'sub-code', origin: 'deductive', version: 1 }
}

/** A study of two interviews on a square, with codes that have commas in their names. */
export const reportStudy: Study = {
  ...applyChanges(emptyStudy, [
    { id: '1', at, by: 'x', kind: 'add-coder', coder: { id: 'anna', label: 'Anna Bos' } },
    { id: '2', at, by: 'x', kind: 'add-case', case: { id: 'plein', label: { nl: 'Plein' }, values: {} } },
    { id: '3', at, by: 'x', kind: 'add-source', source: source('zant', 'Gesprek mevrouw Zant', text) },
    {
      id: '4',
      at,
      by: 'x',
      kind: 'add-source',
      source: source('markt', 'Op de markt', 'Het regent.\nEr is niemand.'),
    },
  ]),
  codes: [
    code('vertrouwen', 'Vertrouwen'),
    code('wederzijds', 'Wederzijds', 'vertrouwen'),
    code('vertrouwen-wederzijds', 'Vertrouwen, wederzijds'),
    code('bellen', 'Bellen'),
    code('luisteren', 'Luisteren, niet horen'),
    code('samen', 'Samenwerking'),
    code('samen-overig', 'Overig', 'samen'),
    code('vertrouwen-overig', 'Overig', 'vertrouwen'),
    { ...code('oud', 'Oude code'), retired: true },
  ],
}
