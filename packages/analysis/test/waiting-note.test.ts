import { emptyStudy, notesBelow, type Segment, type Study, type Table } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import {
  agreementTable,
  claimsTable,
  compare,
  coOccurrenceCrosstab,
  coOccurrences,
  coOccurrenceTable,
  crosstab,
  crosstabOf,
  disagreementTable,
  fragility,
  fragilityTable,
  frameworkMatrix,
  frameworkTable,
  reliabilityFromStudy,
  saturation,
  saturationTable,
  testClaims,
  unitizingTable,
  waitingNote,
} from '../src/index.ts'
import { caseOf, codeOf, sourceOf, withCodings } from './study-cases.ts'

const sound = withCodings(
  {
    ...emptyStudy,
    coders: [
      { id: 'ann', label: 'Ann' },
      { id: 'bob', label: 'Bob' },
    ],
    cases: [caseOf('oost', 'Oost'), caseOf('west', 'West')],
    participants: [{ id: 'anna', label: 'Anna' }],
    sources: [sourceOf('s', 'oost', 'interview'), sourceOf('t', 'west', 'interview')],
    codes: [codeOf('kat'), codeOf('poes', 'kat'), codeOf('hond')],
    frames: [{ id: 'f', label: { nl: 'F' }, rows: [{ id: 'r', label: { nl: 'R' }, codes: ['kat'] }] }],
  },
  ['s een poes ann', 's een hond bob', 's twee kat ann', 't een kat ann', 't een kat bob', 't drie hond ann'],
)

function doubted(verdicts: Readonly<Record<string, NonNullable<Segment['verdict']>>>): Study {
  return {
    ...sound,
    segments: sound.segments.map(each => {
      const verdict = verdicts[each.id]
      return verdict === undefined ? each : { ...each, verdict }
    }),
  }
}

/** One segment of each source waits: the changed one has two codings, the lost ones one each. */
const study = doubted({ 's:7-10': 'changed', 's:11-15': 'lost', 't:16-20': 'lost' })

const counted =
  'Nog te bekijken na een verbetering van de bron: 2 coderingen met gewijzigde woorden, die hier meetellen, en 2 coderingen zonder plaats in de tekst, die hier meetellen.'
const leftOut =
  'Nog te bekijken na een verbetering van de bron: 2 coderingen met gewijzigde woorden, die hier meetellen, en 2 coderingen zonder plaats in de tekst, die hier niet meetellen.'
const ofTheRow =
  'Nog te bekijken na een verbetering van de bron: 1 codering met gewijzigde woorden, die hier meetelt, en 1 codering zonder plaats in de tekst, die hier meetelt.'
const somewhere =
  'Nog te bekijken na een verbetering van de bron: 2 coderingen met gewijzigde woorden en 2 coderingen zonder plaats in de tekst.'

type Noted = Pick<Table, 'note'>

const tables: readonly (readonly [name: string, make: (study: Study) => Noted, note: string])[] = [
  ['a comparison, of the codings in its rows', of => compare(of, 'f'), ofTheRow],
  ['how firm it is', of => fragilityTable(of, fragility(of, 'f')), ofTheRow],
  ['a framework matrix', of => frameworkTable(of, frameworkMatrix(of, 'f')), ofTheRow],
  ['codes by case', of => crosstab(of, { columns: 'cases', unit: 'codings' }), counted],
  ['codes by coder', of => crosstabOf(of, { rows: 'codes', columns: 'coders', unit: 'segments' }), counted],
  ['saturation', of => saturationTable(of, saturation(of)), counted],
  ['co-occurrence', of => coOccurrenceTable(of, coOccurrences(of)), leftOut],
  ['co-occurrence as a matrix', of => coOccurrenceCrosstab(of, coOccurrences(of)), leftOut],
  ['agreement', of => agreementTable(of, { unit: 'segments', samples: 10 }), leftOut],
  ['disagreements', of => disagreementTable(of, reliabilityFromStudy(of, { unit: 'segments' })), leftOut],
  ['agreement on the text itself', of => unitizingTable(of), leftOut],
  [
    'claims, of which codings it is not known whether they bear on one',
    of => claimsTable(of, testClaims(of)),
    somewhere,
  ],
]

describe('what is said below a table of codings that wait since a source was corrected', () => {
  it.each(tables)('%s', (_, make, note) => {
    expect(make(study).note?.nl).toContain(note)
    expect(make(sound).note?.nl ?? '').not.toContain('Nog te bekijken')
  })

  it('is of the codings that stand in the table alone', () => {
    const speakers = crosstabOf(study, { rows: 'codes', columns: 'speakers', unit: 'codings' })
    // Nobody says what is lost.
    expect(speakers.note?.nl).toBe(
      'Nog te bekijken na een verbetering van de bron: 2 coderingen met gewijzigde woorden, die hier meetellen.',
    )
    const west = agreementTable(study, { unit: 'segments', samples: 10, case: 'west' })
    expect(west.note?.nl).toBe(
      'Nog te bekijken na een verbetering van de bron: 1 codering zonder plaats in de tekst, die hier niet meetelt.',
    )
    const cats = agreementTable(study, { unit: 'segments', samples: 10, codes: ['hond'] })
    expect(cats.note?.nl).toBe(
      'Nog te bekijken na een verbetering van de bron: 1 codering met gewijzigde woorden, die hier meetelt, en 1 codering zonder plaats in de tekst, die hier niet meetelt.',
    )
  })

  it('is there in English too', () => {
    expect(waitingNote(study)?.en).toBe(
      'Still to be looked at since a source was corrected: 2 codings with changed words, which count here, and 2 codings without a place in the text, which count here.',
    )
    expect(waitingNote(doubted({ 's:11-15': 'lost' }), { lost: 'left out' })?.en).toBe(
      'Still to be looked at since a source was corrected: 1 coding without a place in the text, which does not count here.',
    )
  })

  it('is nothing where only segments wait that nobody coded', () => {
    const alone = { ...study, codings: study.codings.filter(({ segment }) => segment === 't:7-10') }
    expect(waitingNote(alone)).toBeUndefined()
  })
})

describe('notes below', () => {
  it('are one text, and nothing where there are none', () => {
    expect(notesBelow(undefined, undefined)).toEqual({})
    expect(notesBelow({ nl: 'Een.', en: 'One.' }, undefined, { nl: 'Twee.' })).toEqual({
      note: { nl: 'Een. Twee.', en: 'One. Twee.' },
    })
  })
})
