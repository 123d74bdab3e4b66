/** A project as a program exports it, of one talk with four marked stretches. */
export interface ProgramProject {
  readonly program: string
  readonly origin: string
  /** How the program writes a GUID. */
  readonly guid: (plain: string) => string
  /** How the text lies in the project. */
  readonly text: { readonly crlf?: true; readonly mark?: true; readonly folder: string }
  readonly name: string
  /** The positions of the stretches, and the names that they have there; none where the program writes no name. */
  readonly marks: readonly (readonly [start: number, end: number, name?: string])[]
  /** Further attributes of the source and of each selection. */
  readonly attributes?: { readonly source?: string; readonly selection?: string }
  /** Whether codes lie within each other, as in the program, or beside each other. */
  readonly nested: boolean
  readonly more?: string
  readonly counts: readonly [unit: string, lineEnd: string, bom: string, end: string]
  readonly notCarried: readonly string[]
}

const same = (plain: string) => plain
const upper = (plain: string) => plain.toUpperCase()
const braces = (plain: string) => `{${plain}}`

const changed = 'modifyingUser="00000001-0000-4000-8000-00000000000a" modifiedDateTime="2024-05-01T08:00:00Z"'

/** In UTF-16 units, a line end as one: NVivo on a Mac, and everything that counts as JavaScript does. */
const units: ProgramProject['marks'] = [
  [20, 24],
  [36, 45],
  [47, 55],
  [25, 34],
]
/** In code points, a line end as one. */
const points: ProgramProject['marks'] = [
  [19, 23],
  [35, 44],
  [46, 54],
  [24, 33],
]
/** In UTF-16 units, a line end as two. */
const windows: ProgramProject['marks'] = [
  [20, 24],
  [37, 46],
  [48, 56],
  [25, 35],
]

type Marks = ProgramProject['marks']

const named = (marks: Marks, names: readonly string[]): Marks =>
  marks.map(([start, end], i) => [start, end, names[i]!])
/** Stretches with their positions as names, a few further than others have them. */
const bare = (marks: Marks, further = 0): Marks =>
  marks.map(([from, to]) => {
    const [start, end] = [from + further, to + further]
    return [start, end, `${start},${end}`]
  })

export const programProjects: readonly ProgramProject[] = [
  {
    program: 'ATLAS.ti 9 for Windows: capitals, names with a space for a line end, CRLF that counts as one',
    origin: 'ATLAS.ti Win 9.1.7',
    guid: upper,
    text: { crlf: true, folder: 'sources' },
    name: 'Twee pleinen.qde',
    marks: named(points, ['elke', 'Dat klopt', 'één keer', 'dag. Bram']),
    attributes: { selection: changed },
    nested: false,
    counts: ['code-point', 'one', 'skipped', 'exclusive'],
    notCarried: ['modified'],
  },
  {
    program: 'ATLAS.ti on the web: names that are cut short, UTF-16 units',
    origin: 'ATLAS.ti Web',
    guid: same,
    text: { folder: 'sources' },
    name: 'project.qde',
    marks: named(units, ['elk…', 'Dat…', 'één keer', 'dag. Bram']),
    nested: false,
    counts: ['utf-16', 'two', 'skipped', 'exclusive'],
    notCarried: [],
  },
  {
    program:
      'NVivo 12 for Windows: empty names, UTF-16 units, CRLF that counts as two, a document beside the text',
    origin: 'NVivo for Windows 12.6',
    guid: same,
    text: { crlf: true, folder: 'Sources' },
    name: 'project.qde',
    marks: named(windows, ['', '', '', '']),
    attributes: { source: 'richTextPath="internal://a.docx"' },
    nested: true,
    counts: ['utf-16', 'two', 'skipped', 'exclusive'],
    notCarried: ['rich-text'],
  },
  {
    program: 'NVivo for Mac: capitals, no names, the last character included',
    origin: 'NVivo for Mac 14.23.2',
    guid: upper,
    text: { folder: 'Sources' },
    name: 'Project.qde',
    marks: units.map(([start, end]) => [start, end - 1]),
    nested: true,
    counts: ['utf-16', 'two', 'skipped', 'inclusive'],
    notCarried: [],
  },
  {
    program: 'MAXQDA 2020: capitals, positions as names, an empty list of sets',
    origin: 'MAXQDA 2020 (Release 20.4.2)',
    guid: upper,
    text: { folder: 'sources' },
    name: 'project.qde',
    marks: bare(units),
    attributes: { selection: changed },
    nested: true,
    more: '<Sets/>',
    counts: ['utf-16', 'two', 'skipped', 'exclusive'],
    notCarried: ['modified'],
  },
  {
    program: 'MAXQDA 24: CRLF that counts as two, behind a mark that counts too',
    origin: 'MAXQDA 24 (Release 24.7.0)',
    guid: upper,
    text: { crlf: true, mark: true, folder: 'sources' },
    name: 'project.qde',
    marks: bare(windows, 1),
    nested: true,
    more: '<Sets/>',
    counts: ['utf-16', 'two', 'counted', 'exclusive'],
    notCarried: [],
  },
  {
    program: 'QualCoder: all words as names, a mark that does not count',
    origin: 'QualCoder 3.5',
    guid: same,
    text: { mark: true, folder: 'Sources' },
    name: 'project.qde',
    marks: named(points, ['elke', 'Dat klopt', 'één keer', 'dag.&#10;Bram']),
    nested: true,
    more: '<Description>Twee pleinen</Description>',
    counts: ['code-point', 'two', 'skipped', 'exclusive'],
    notCarried: [],
  },
  {
    program: 'QualCoder, with line ends for MAXQDA that it does not count',
    origin: 'QualCoder 3.5',
    guid: same,
    text: { mark: true, crlf: true, folder: 'Sources' },
    name: 'project.qde',
    marks: named(points, ['elke', 'Dat klopt', 'één keer', 'dag.&#10;Bram']),
    nested: true,
    counts: ['code-point', 'one', 'skipped', 'exclusive'],
    notCarried: [],
  },
  {
    program: 'Quirkos: braces, no names, an empty list of sets',
    origin: 'Quirkos 2.4.2',
    guid: braces,
    text: { folder: 'sources' },
    name: 'project.qde',
    marks: units,
    nested: true,
    more: '<Sets/>',
    counts: ['utf-16', 'two', 'skipped', 'exclusive'],
    notCarried: [],
  },
  {
    program: 'Dedoose: names cut short with three dots',
    origin: 'Dedoose',
    guid: same,
    text: { folder: 'sources' },
    name: 'project.qde',
    marks: named(units, ['elk...', 'Dat kl...', 'één...', 'dag....']),
    nested: true,
    counts: ['utf-16', 'two', 'skipped', 'exclusive'],
    notCarried: [],
  },
  {
    program: 'f4analyse: braces, code points, the text as a document too',
    origin: 'f4analyse 3.4.3',
    guid: braces,
    text: { folder: 'sources' },
    name: 'project.qde',
    marks: named(points, ['elke', 'Dat klopt', 'één keer', 'dag.Bram']),
    attributes: { source: 'richTextPath="internal://a.rtf"' },
    nested: true,
    counts: ['code-point', 'two', 'skipped', 'exclusive'],
    notCarried: ['rich-text'],
  },
  {
    program: 'QDA Miner: capitals in braces, empty names, CRLF that counts as two',
    origin: 'QDA Miner 6.0',
    guid: plain => braces(upper(plain)),
    text: { crlf: true, folder: 'sources' },
    name: 'project.qde',
    marks: named(windows, ['', '', '', '']),
    nested: true,
    counts: ['utf-16', 'two', 'skipped', 'exclusive'],
    notCarried: [],
  },
]
