/** Front matter of a transcript that begins right after it, and its faults as `code:line`. */
export const faultyFrontMatter: readonly (readonly [
  what: string,
  yaml: string,
  faults: readonly string[],
])[] = [
  ['an unknown kind', 'id: a\nkind: gesprek', ['unfit-value:3']],
  ['an unknown form', 'id: a\ntitle: A\nform: trio', ['unfit-value:4']],
  ['a date in words', 'date: 3 oktober 2024', ['unfit-value:2']],
  ['a day that does not exist', 'id: a\ndate: 2024-02-30', ['unfit-value:3']],
  ['half an activity', 'activities: 1.5', ['unfit-value:2']],
  ['no activities', 'activities: 0', ['unfit-value:2']],
  ['an unknown language', 'language: de', ['unfit-value:2']],
  ['an empty id', 'id: ""', ['unfit-value:2']],
  ['a title that is a list', 'id: a\ntitle: [een, twee]', ['unfit-value:3']],
  ['a participant that is a map', 'participants:\n  - H01\n  - { id: H02 }', ['unfit-value:4']],
  ['a speaker without a meaning', 'speakers:\n  R1: H01\n  R2:', ['unfit-value:4']],
  ['a value that is a list', 'values:\n  wijk: [a, b]', ['unfit-value:3']],
  ['an unknown key', 'id: a\nauteur: ik', ['unknown-key:3']],
  ['two unknown keys', 'auteur: ik\nplaats: hier', ['unknown-key:2']],
  ['a key in capitals', 'Kind: interview', ['unknown-key:2']],
  ['a key twice', 'id: a\ntitle: A\nid: b', ['malformed-yaml:4']],
  ['a colon in a bare text', 'id: a\ntitle: Interview: deel twee', ['malformed-yaml:3']],
  ['a list that does not close', 'id: a\nparticipants: [H01, H02\ntitle: A', ['malformed-yaml:4']],
  ['a tab for an indent', 'speakers:\n\tR1: H01', ['malformed-yaml:3']],
  ['a text by itself', 'zomaar een regel', ['unfit-value:2']],
  ['a list by itself', '- id: a', ['unfit-value:2']],
  [
    'several faults at once',
    'kind: x\nid: a\ndate: y\nkleur: z',
    ['unfit-value:2', 'unfit-value:4', 'unknown-key:5'],
  ],
  ['aliases without end', bomb(), ['malformed-yaml:2']],
]

/** Nine lists, each of nine times the one before it: 387,420,489 entries once written out. */
function bomb(): string {
  const lines = ['topics: &a [x]']
  for (const [before, name] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh', 'hi', 'ij'])
    lines.push(`${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]`)
  return lines.join('\n')
}

/** Front matter, and what it says of the source. */
export const fittingFrontMatter: readonly (readonly [
  what: string,
  yaml: string,
  metadata: Readonly<Record<string, unknown>>,
])[] = [
  ['nothing', '', { id: 'a' }],
  ['a comment', '# nog invullen', { id: 'a' }],
  ['an id', 'id: hh-int-01', { id: 'hh-int-01' }],
  ['space around an id', 'id: "  hh-int-01 "', { id: 'hh-int-01' }],
  ['a kind and a form', 'kind: interview\nform: duo', { id: 'a', kind: 'interview', form: 'duo' }],
  ['a date', 'date: 2024-10-03', { id: 'a', date: '2024-10-03' }],
  ['activities', 'activities: 3', { id: 'a', activities: 3 }],
  ['one participant', 'participants: H01', { id: 'a', participants: ['H01'] }],
  ['several participants', 'participants: [H01, H02]', { id: 'a', participants: ['H01', 'H02'] }],
  ['a participant that is a number', 'participants: [12, H02]', { id: 'a', participants: ['12', 'H02'] }],
  ['no participants', 'participants: []', { id: 'a', participants: [] }],
  ['topics', 'topics:\n  - Start\n  - Verloop', { id: 'a', topics: ['Start', 'Verloop'] }],
  [
    'speakers',
    'speakers: { R1: H01, I: interviewer }',
    { id: 'a', speakers: { R1: 'H01', I: 'interviewer' } },
  ],
  ['a language and a coder', 'language: en\ncoder: anna', { id: 'a', language: 'en', coder: 'anna' }],
  [
    'values of every type',
    'values: { wijk: Oost, leden: 12, actief: true, sinds: null }',
    { id: 'a', values: { wijk: 'Oost', leden: 12, actief: true, sinds: null } },
  ],
  ['a title with a colon, in quotes', 'title: "Deel: twee"', { id: 'a', title: 'Deel: twee' }],
]
