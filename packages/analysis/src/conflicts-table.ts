import {
  byId,
  type Change,
  changeDetail,
  changeLabels,
  type Label,
  type Language,
  labelText,
  type OpenConflict,
  type Study,
  type Table,
} from '@codeerbank/core'

const things: Readonly<Record<string, Label>> = {
  study: { nl: 'studie', en: 'study' },
  variable: { nl: 'variabele', en: 'variable' },
  coder: { nl: 'codeur', en: 'coder' },
  case: { nl: 'casus', en: 'case' },
  participant: { nl: 'deelnemer', en: 'participant' },
  source: { nl: 'bron', en: 'source' },
  code: { nl: 'code', en: 'code' },
  codes: { nl: 'codes', en: 'codes' },
  codebook: { nl: 'codeboek', en: 'codebook' },
  screening: { nl: 'doorlezing', en: 'screening' },
  frame: { nl: 'vergelijking', en: 'comparison' },
  segment: { nl: 'fragment', en: 'segment' },
  coding: { nl: 'codering', en: 'coding' },
  memo: { nl: 'memo', en: 'memo' },
  judgement: { nl: 'oordeel', en: 'judgement' },
  cell: { nl: 'cel', en: 'cell' },
  query: { nl: 'zoekvraag', en: 'query' },
  claim: { nl: 'bewering', en: 'claim' },
  summary: { nl: 'samenvatting', en: 'summary' },
  conflict: { nl: 'beslissing over', en: 'settlement of' },
}

/**
 * The conflicts that nobody settled yet, a row for each side: what cannot all hold, who did it, when and why. Numbers and letters
 * are those by which a conflict is settled.
 */
export function conflictsTable(
  conflicts: readonly OpenConflict[],
  study: Study,
  language = study.language,
): Table {
  const column = (id: string, nl: string, en: string, type: 'text' | 'number' = 'text') => ({
    id,
    label: { nl, en },
    type,
  })
  return {
    id: 'conflicts',
    title: { nl: 'Tegenstrijdigheden tussen codeurs', en: 'Conflicts between coders' },
    columns: [
      column('number', 'Nr', 'No', 'number'),
      column('about', 'Waarover', 'About'),
      column('side', 'Kant', 'Side'),
      column('what', 'Wat', 'What'),
      column('detail', 'Inhoud', 'Content'),
      column('by', 'Wie', 'Who'),
      column('at', 'Wanneer', 'When'),
      column('reason', 'Waarom', 'Why'),
      column('change', 'Wijziging', 'Change'),
    ],
    rows: conflicts.flatMap(({ about, changes }, i) => {
      const from = firstDifference(changes)
      return changes.map((change, side) => [
        i + 1,
        subjectOf(about, study, language),
        sideName(side),
        labelText(changeLabels[change.kind], language),
        contentOf(change, from, language),
        change.by,
        change.at,
        'reason' in change ? (change.reason ?? null) : null,
        change.id,
      ])
    }),
  }
}

/** What there is to decide between: the words on which a segment stands, where two corrected texts begin to differ. */
function contentOf(change: Change, from: number, language: Language): string {
  if ('quote' in change) return change.quote
  if (change.kind !== 'correct-source') return changeDetail(change, language)
  const words = change.text.slice(from, from + mostShown)
  return `${from > 0 ? '… ' : ''}${words}${from + mostShown < change.text.length ? ' …' : ''}`
}

/** How much of a text is shown, in UTF-16 units. */
const mostShown = 80

/** Where corrected texts begin to differ, from the start of that word. */
function firstDifference(changes: readonly Change[]): number {
  const [first = '', ...others] = changes.flatMap(each => (each.kind === 'correct-source' ? [each.text] : []))
  let at = 0
  while (at < first.length && others.every(text => text[at] === first[at])) at++
  while (at > 0 && !/\s/.test(first[at - 1]!)) at--
  return at
}

/** The side of a conflict by its place in it: a to z, then aa. */
export function sideName(side: number): string {
  const letter = String.fromCharCode(97 + (side % 26))
  return side < 26 ? letter : sideName(Math.floor(side / 26) - 1) + letter
}

/** `code:sturing label` as people say it. */
export function subjectOf(about: string, study: Study, language: Language): string {
  const colon = about.indexOf(':')
  if (colon === -1) return labelText(things['study']!, language)
  const type = about.slice(0, colon)
  const rest = about.slice(colon + 1)
  const id = rest.slice(0, rest.lastIndexOf(' '))
  const thing = things[type]
  const name = namesOf(type, id, study, language).join(', ')
  return `${thing === undefined ? type : labelText(thing, language)} ${name}`.trimEnd()
}

/** A code goes by its label, a cell by its frame, case and row. */
function namesOf(type: string, id: string, study: Study, language: Language): readonly string[] {
  if (type !== 'code' && type !== 'codes' && type !== 'cell') return [id]
  const ids = type === 'code' ? [id] : idsIn(id)
  if (type === 'cell') return ids
  return ids.map(each => labelText(byId(study.codes, each)?.label ?? { nl: each }, language))
}

function idsIn(json: string): readonly string[] {
  const ids: unknown = JSON.parse(json)
  return Array.isArray(ids) ? ids.map(String) : [json]
}
