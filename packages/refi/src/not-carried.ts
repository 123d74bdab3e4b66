import type { Label } from '@codeerbank/core'

/** What becomes of a thing that the format has no place for. */
export interface NotCarriedKind {
  /** `write`: on the way into a project or codebook; `read`: on the way out of one. */
  readonly way: 'write' | 'read'
  /** Whether it is in the file all the same, in the supplement that only Codeerbank reads. */
  readonly kept: boolean
  readonly label: Label
}

function lost(way: 'write' | 'read', nl: string, en: string): NotCarriedKind {
  return { way, kept: false, label: { nl, en } }
}

function kept(nl: string, en: string): NotCarriedKind {
  return { way: 'write', kept: true, label: { nl, en } }
}

/** Everything that REFI-QDA 1.5 or a study has no place for, as section 7 of the standard asks to be shown. */
export const refiNotCarried = {
  'definition-versions': lost('write', 'eerdere versies van definities', 'earlier versions of definitions'),
  'segment-verdicts': lost(
    'write',
    'wat correcties met fragmenten deden',
    'what corrections did to segments',
  ),
  'lost-segments': lost('write', 'fragmenten die hun tekst kwijt zijn', 'segments that lost their text'),
  'unpaired-surrogates': lost('write', 'halve tekens in teksten', 'half characters in texts'),
  'byte-order-marks': lost('write', 'bytevolgordetekens voor een tekst', 'byte order marks before a text'),
  'split-characters': lost('write', 'fragmenten die een teken splitsen', 'segments that split a character'),
  'order-of-things': lost(
    'write',
    'een volgorde die niet te herhalen is',
    'an order that cannot be made again',
  ),
  'qdc-ids': lost('write', 'leesbare kenmerken van codes en kaders', 'readable ids of codes and frames'),
  'qdc-code-details': lost(
    'write',
    'niveau, herkomst en tweede taal van codes',
    'level, origin and second language of codes',
  ),
  'qdc-frame-details': lost('write', 'rijen van vergelijkingskaders', 'rows of frames'),
  'readable-ids': kept('leesbare kenmerken', 'readable ids'),
  'study-details': kept('taal en titel in twee talen', 'language and title in two languages'),
  'coder-details': kept('namen van codeurs', 'names of coders'),
  'case-details': kept('casusnamen in twee talen', 'names of cases in two languages'),
  'variable-details': kept('waarvan een variabele is', 'what a variable is of'),
  'code-details': kept(
    'niveau, herkomst en tweede taal van codes',
    'level, origin and second language of codes',
  ),
  'source-details': kept('beurten, roosters en wie sprak', 'turns, grids and who spoke'),
  'segment-details': kept('wie een fragment maakte', 'who made a segment'),
  'coding-details': kept('coderingen die een code tegenspreken', 'codings that contradict a code'),
  'memo-details': kept('memo’s bij casussen en deelnemers', 'memos on cases and participants'),
  'frame-details': kept('rijen van vergelijkingskaders', 'rows of frames'),
  participants: kept('deelnemers', 'participants'),
  judgements: kept('oordelen', 'judgements'),
  screenings: kept('doorgenomen bronnen', 'screenings'),
  queries: kept('bewaarde zoekvragen', 'saved queries'),
  claims: kept('beweringen', 'claims'),
  summaries: kept('samenvattingen', 'summaries'),
  'own-ids': lost('read', 'kenmerken die geen GUID zijn', 'ids that are no GUIDs'),
  'rich-text': lost('read', 'opmaak van teksten', 'rich text'),
  'external-file': lost('read', 'bestanden buiten het project', 'files outside the project'),
  media: lost('read', 'beeld en geluid', 'pictures, sound and film'),
  'media-selection': lost('read', 'fragmenten van beeld en geluid', 'selections of pictures, sound and film'),
  'pdf-page': lost('read', 'PDF-pagina’s', 'pages of PDF files'),
  'pdf-selection': lost('read', 'fragmenten van PDF-pagina’s', 'selections of PDF pages'),
  'text-selection': lost(
    'read',
    'fragmenten die niet bij hun tekst passen',
    'selections that do not fit their text',
  ),
  coding: lost('read', 'coderingen daarvan', 'codings of what is not carried'),
  graph: lost('read', 'netwerken', 'graphs'),
  link: lost('read', 'verbanden', 'links'),
  'note-place': lost('read', 'verdere plaatsen van een notitie', 'further places of a note'),
  'note-selection': lost('read', 'fragmenten en coderingen van notities', 'selections and codings of notes'),
  'case-reference': lost('read', 'codes en fragmenten van casussen', 'codes and selections of cases'),
  'second-case': lost('read', 'verdere casussen van een bron', 'further cases of a source'),
  'second-value': lost('read', 'verdere waarden van een variabele', 'further values of a variable'),
  'variable-description': lost('read', 'beschrijvingen van variabelen', 'descriptions of variables'),
  'not-codable': lost('read', 'dat een code niet te gebruiken is', 'that a code is not for coding'),
  modified: lost('read', 'wie iets wanneer wijzigde', 'who changed something when'),
  'project-made': lost('read', 'wie het project wanneer maakte', 'who made the project when'),
  'user-id': lost('read', 'tweede namen van gebruikers', 'second names of users'),
  color: lost('read', 'kleuren die niet te lezen zijn', 'colours that cannot be read'),
  'link-details': lost('read', 'namen en kleuren van verbanden', 'names and colours of links'),
  'note-description': lost('read', 'beschrijvingen van notities', 'descriptions of notes'),
  'second-description': lost(
    'read',
    'verdere beschrijvingen van een bron of fragment',
    'further descriptions of a source or selection',
  ),
  'sync-point': lost('read', 'tijden zonder tekst', 'times without a text'),
  'set-as-variable': lost(
    'read',
    'dat een variabele een verzameling bronnen was',
    'that a variable was a set of sources',
  ),
  'set-notes': lost('read', 'verzamelingen van notities', 'sets of notes'),
  'changed-names': lost('read', 'nieuwe namen van bekende dingen', 'new names of known things'),
  'changed-details': lost(
    'read',
    'nieuwe kleuren, opmerkingen en gegevens van bekende dingen',
    'new colours, comments and data of known things',
  ),
  'supplement-details': lost('read', 'bijzonderheden die niet meer passen', 'details that no longer fit'),
  'qdc-set-description': lost('read', 'beschrijvingen van verzamelingen', 'descriptions of sets'),
  unknown: lost('read', 'onderdelen die de standaard niet kent', 'elements that the standard does not know'),
} as const satisfies Readonly<Record<string, NotCarriedKind>>

export type NotCarriedId = keyof typeof refiNotCarried

/** One thing that was not carried: what, how many, and where the first few were. */
export interface NotCarried {
  readonly what: NotCarriedId
  readonly count: number
  /** Lines of the project file, or ids of the study; five at most. */
  readonly where: readonly (string | number)[]
  readonly kept: boolean
}

export interface NotCarriedList {
  add(what: NotCarriedId, where?: string | number, count?: number): void
  /** In the order of `refiNotCarried`. */
  items(): readonly NotCarried[]
}

/** Counts what is not carried. */
export function notCarriedList(): NotCarriedList {
  const found = new Map<NotCarriedId, { count: number; where: (string | number)[] }>()
  return {
    add(what, where, count = 1) {
      if (count === 0) return
      const item = found.get(what) ?? { count: 0, where: [] }
      item.count += count
      if (where !== undefined && item.where.length < 5) item.where.push(where)
      found.set(what, item)
    },
    items: () =>
      Object.entries(refiNotCarried).flatMap(([id, kind]) => {
        const what = id as NotCarriedId
        const item = found.get(what)
        return item === undefined ? [] : [{ what, count: item.count, where: item.where, kept: kind.kept }]
      }),
  }
}
