/** Observation schemas that are right: their actors and rows, each row as `part|label|values`, with `·` for none. */
export const gridCases: readonly (readonly [
  what: string,
  text: string,
  actors: string,
  rows: readonly string[],
])[] = [
  [
    'both parts',
    '### Non-verbaal\n\n| Indicator | A | B |\n| - | - | - |\n| Oogcontact | ja | nee |\n\n### Verbaal\n\n| Indicator | A | B |\n| - | - | - |\n| Toon | fel | zacht |',
    'A,B',
    ['non-verbal|Oogcontact|ja,nee', 'verbal|Toon|fel,zacht'],
  ],
  [
    'the verbal part first',
    '## Verbaal gedrag\n\n| Indicator | A |\n| - | - |\n| Toon | fel |\n\n## Non-verbaal gedrag\n\n| Indicator | A |\n| - | - |\n| Houding | open |',
    'A',
    ['verbal|Toon|fel', 'non-verbal|Houding|open'],
  ],
  [
    'English heads',
    '### Nonverbal\n\n| Indicator | A |\n| - | - |\n| Posture | open |\n\n### Verbal\n\n| Indicator | A |\n| - | - |\n| Tone | soft |',
    'A',
    ['non-verbal|Posture|open', 'verbal|Tone|soft'],
  ],
  ['no heading at all', '| Indicator | A |\n| - | - |\n| Houding | open |', 'A', ['non-verbal|Houding|open']],
  [
    'a heading of another kind between the part and its table',
    '## Verbaal\n\n### Eerste uur\n\n| Indicator | A |\n| - | - |\n| Toon | fel |',
    'A',
    ['verbal|Toon|fel'],
  ],
  [
    'several tables in one part',
    '## Verbaal\n\n| Indicator | A |\n| - | - |\n| Toon | fel |\n\nDaarna:\n\n| Indicatoren | A |\n| - | - |\n| Tempo | laag |',
    'A',
    ['verbal|Toon|fel', 'verbal|Tempo|laag'],
  ],
  [
    'every way of writing that nothing was seen',
    '| Indicator | A | B | C | D | E | F | G |\n| - | - | - | - | - | - | - | - |\n| X | - | – | — |  | nvt | n.v.t. | N.A. |',
    'A,B,C,D,E,F,G',
    ['non-verbal|X|·,·,·,·,·,·,·'],
  ],
  [
    'words that only begin so',
    '| Indicator | A | B | C |\n| - | - | - | - |\n| X | -1 | n.v.t. na de pauze | --- |',
    'A,B,C',
    ['non-verbal|X|-1,n.v.t. na de pauze,---'],
  ],
  [
    'marks, bars and entities in the cells',
    '| **Indicator** | *A* | B \\| C |\n| :-: | --- | -: |\n| `Toon` | **fel** | a \\| b &amp; c |',
    'A,B | C',
    ['non-verbal|Toon|fel,a | b & c'],
  ],
  [
    'emoji',
    '| Indicator | 😀 |\n| - | - |\n| Lacht 😂 | vaak 👍🏽 |',
    '😀',
    ['non-verbal|Lacht 😂|vaak 👍🏽'],
  ],
  ['a head without rows', '| Indicator | A |\n| - | - |', 'A', []],
  [
    'no bars at the ends',
    'Indicator | A | B\n--- | --- | ---\nToon | fel | -',
    'A,B',
    ['non-verbal|Toon|fel,·'],
  ],
  [
    'a table of another kind before it',
    '| Tijd | Wat |\n| - | - |\n| 10:00 | Koffie |\n\n| Indicator | A |\n| - | - |\n| Toon | fel |',
    'A',
    ['non-verbal|Toon|fel'],
  ],
]

/** Observations with faults, as `code:line`, and the rows as they could be read. */
export const faultyGrids: readonly (readonly [
  what: string,
  text: string,
  faults: readonly string[],
  rows: readonly string[],
])[] = [
  [
    'a row that is short',
    'Verslag.\n\n| Indicator | A | B |\n| - | - | - |\n| Toon | fel |\n| Tempo | laag | hoog |',
    ['uneven-grid:5'],
    ['non-verbal|Toon|fel,·', 'non-verbal|Tempo|laag,hoog'],
  ],
  [
    'a row that is long',
    '| Indicator | A |\n| - | - |\n| Toon | fel | zacht |',
    ['uneven-grid:3'],
    ['non-verbal|Toon|fel'],
  ],
  [
    'several uneven rows',
    '| Indicator | A |\n| - | - |\n| Toon |\n| Tempo | laag |\n| Blik | weg | weg |',
    ['uneven-grid:3', 'uneven-grid:5'],
    ['non-verbal|Toon|·', 'non-verbal|Tempo|laag', 'non-verbal|Blik|weg'],
  ],
  [
    'an actor twice',
    '\n\n| Indicator | A | B | A |\n| - | - | - | - |\n| Toon | a | b | c |',
    ['duplicate-actor:3'],
    ['non-verbal|Toon|a,b,c'],
  ],
  [
    'an actor without a name',
    '| Indicator | A |  |\n| - | - | - |\n| Toon | a | b |',
    ['duplicate-actor:1'],
    ['non-verbal|Toon|a,b'],
  ],
  [
    'actors in another order in the second part, whose values still go to the right actor',
    '## Non-verbaal\n\n| Indicator | A | B |\n| - | - | - |\n| Blik | a | b |\n\n## Verbaal\n\n| Indicator | B | A |\n| - | - | - |\n| Toon | van b | van a |',
    ['different-actors:9'],
    ['non-verbal|Blik|a,b', 'verbal|Toon|van a,van b'],
  ],
  [
    'an actor less in the second part',
    '## Non-verbaal\n\n| Indicator | A | B |\n| - | - | - |\n| Blik | a | b |\n\n## Verbaal\n\n| Indicator | B |\n| - | - |\n| Toon | van b |',
    ['different-actors:9'],
    ['non-verbal|Blik|a,b', 'verbal|Toon|·,van b'],
  ],
]
