import { describe, expect, it } from 'vitest'
import { readTurnsOf } from './read-turns-of.ts'

const cases: Readonly<Record<string, readonly [text: string, turns: readonly string[]]>> = {
  'of NVivo, with heads, numbers and times from and to': [
    '\tTimespan\tContent\tSpeaker\n1\t0:00.0 - 0:04.2\tGoed, we beginnen.\tAnna\n2\t0:04.2 - 0:09.9\tJa: prima.\tBram\n3\t0:09.9 - 0:10.5\tMooi.\t\n',
    ['Anna|0-4.2|Goed, we beginnen.', 'Bram|4.2-9.9|Ja: prima.', 'Bram|9.9-10.5|Mooi.'],
  ],
  'in Dutch, the columns in another order': [
    'Spreker\tTijd\tTekst\nWijkagent\t00:01:05\tDat bel ik door.\nWoonconsulent\t00:01:12\tGraag.\n',
    ['Wijkagent|65-|Dat bel ik door.', 'Woonconsulent|72-|Graag.'],
  ],
  'with heads as people write them': [
    'Timecode\tSpeaker\tDialogue\n00:00:03\tAnna\tGoed zo.\n00:00:09\tBram\tJa.\n',
    ['Anna|3-|Goed zo.', 'Bram|9-|Ja.'],
  ],
  'with heads in Dutch as people write them': [
    'Tijdstip\tWie\tWat\n0:03\tAnna\tGoed zo.\n0:09\tBram\tJa.\n',
    ['Anna|3-|Goed zo.', 'Bram|9-|Ja.'],
  ],
  'without heads, of times with names, and what': [
    '[00:00:03] Anna\tGoed zo.\n[00:00:09] Bram\tJa.\n[00:00:11] Cato\tKom.\n',
    ['Anna|3-|Goed zo.', 'Bram|9-|Ja.', 'Cato|11-|Kom.'],
  ],
  'whose last row has an empty cell at its end': [
    'Spreker\tTekst\tCode\nI\tHoe?\tx\nR1\tZo.\ty\n\tNog iets.',
    ['I|-|Hoe?', 'R1|-|Zo.', 'R1|-|Nog iets.'],
  ],
  'with labels before words below it': [
    'I\tHoe dan?\nR1\tZo.\nI\tGoed.\nR1\tJa.\nI: Nog iets?\nR1: Nee.\n',
    ['I|-|Hoe dan?', 'R1|-|Zo.', 'I|-|Goed.', 'R1|-|Ja.', 'I|-|Nog iets?', 'R1|-|Nee.'],
  ],
  'without heads, of who and what': [
    'I:\tHoe loopt het?\nR1:\tGoed, al is het druk.\nI:\tWaardoor?\nR1:\tDoor de zomer.\n',
    ['I|-|Hoe loopt het?', 'R1|-|Goed, al is het druk.', 'I|-|Waardoor?', 'R1|-|Door de zomer.'],
  ],
  'without heads, of names that come back, and times in brackets': [
    'Interview 3\n\n[00:00:03]\tAnna de Wit\tGoed zo.\n[00:00:07]\tBram\tJa.\n[00:00:09]\tAnna de Wit\tDan gaan we.\n[00:00:11]\tBram\tKom.\n',
    ['Anna de Wit|3-|Goed zo.', 'Bram|7-|Ja.', 'Anna de Wit|9-|Dan gaan we.', 'Bram|11-|Kom.'],
  ],
  'whose cells have several lines, the last cell too': [
    '1\t0:00.0 - 0:04.2\tGoed.\tAnna\n2\t0:04.2 - 0:09.9\tEerste alinea.\nTweede alinea.\tBram\n3\t0:10.0 - 0:11.0\tMooi.\tAnna\n4\t0:11.0 - 0:12.0\tDag.\tBram\n5\t0:12.0 - 0:13.0\tDag.\tAnna\n',
    [
      'Anna|0-4.2|Goed.',
      'Bram|4.2-9.9|Eerste alinea.\nTweede alinea.',
      'Anna|10-11|Mooi.',
      'Bram|11-12|Dag.',
      'Anna|12-13|Dag.',
    ],
  ],
  'of who and what, where an answer has more lines, and words stand around it': [
    'Interview 4\nI\tHoe dan?\nR1\tZo.\nEn zo.\nI\tGoed.\nR1\tJa.\nEinde van het gesprek.\n',
    ['I|-|Hoe dan?', 'R1|-|Zo.\nEn zo.', 'I|-|Goed.', 'R1|-|Ja.'],
  ],
  'without heads, of a customary label and a name that comes once': [
    'Interviewer\tEn dan?\nJan\tNou.\nEn zo.\nInterviewer\tMooi.\n',
    ['Interviewer|-|En dan?', 'Jan|-|Nou.\nEn zo.', 'Interviewer|-|Mooi.'],
  ],
  'without heads, of few rows, with words that come back': [
    'I:\tHoe?\nR1:\tZo.\nJan:\tZo.\nI:\tHoe?\n',
    ['I|-|Hoe?', 'R1|-|Zo.', 'Jan|-|Zo.', 'I|-|Hoe?'],
  ],
  'without heads, of three rows': [
    'Anna\tGoed zo.\nBram\tJa.\nAnna\tKom.\n',
    ['Anna|-|Goed zo.', 'Bram|-|Ja.', 'Anna|-|Kom.'],
  ],
  'of which more columns are times, as ELAN writes them': [
    'Spreker1\t\t00:00:01.000\t00:00:03.000\tGoed.\nSpreker2\t\t00:00:03.000\t00:00:05.000\tJa.\n',
    ['Spreker1|1-|Goed.', 'Spreker2|3-|Ja.'],
  ],
  'below rows that say when and who': [
    'Datum\t12 maart\nInterviewer\tAnna\n\nI\tHoe?\nR\tZo.\nI\tEn?\nR\tJa.\n',
    ['I|-|Hoe?', 'R|-|Zo.', 'I|-|En?', 'R|-|Ja.'],
  ],
  'that says when and where': ['Datum\t12 maart\nPlaats\tUtrecht\nDuur\tEen uur\n', []],
  'that is a list of other things': ['Appels\t3 kilo\nPeren\t2 kilo\nPruimen\t5 kilo\n', []],
}

describe('a transcript in a table', () => {
  it.each(Object.entries(cases))('%s', async (_, [text, turns]) => {
    const found = await readTurnsOf(text)
    expect(found.turns).toEqual(turns)
    expect(found.text).toBe(text)
    expect(found.problems).toEqual(turns.length === 0 ? ['no-turns:1'] : [])
  })

  it('that has times and words alone has turns of an unknown speaker, and says so', async () => {
    const found = await readTurnsOf('Tijd\tTekst\n00:00:03\tHoe?\n00:00:09\tZo.\n')
    expect(found.turns).toEqual(['?|3-|Hoe?', '?|9-|Zo.'])
    expect(found.problems).toEqual(['no-speakers:2'])
  })

  it('takes participants from the metadata', async () => {
    const { turns } = await readTurnsOf('H01\tDag.\nH02\tHoi.\n', 'a.txt', { participants: ['H01', 'H02'] })
    expect(turns).toEqual(['H01|-|Dag.', 'H02|-|Hoi.'])
  })

  it('says on which line a time is none, a row has no words, and nobody knows who speaks', async () => {
    const found = await readTurnsOf(
      'Spreker\tTijd\tTekst\nH01\t0:99\tDag.\nBram\tstraks\tHoi.\nH01\t0:05\t\nBram\t\tJa.\n',
      'a.txt',
      {
        participants: ['H01'],
      },
    )
    expect(found.turns).toEqual(['H01|-|Dag.', 'Bram|-|Hoi.', 'Bram|-|Ja.'])
    expect(found.problems).toEqual(['bad-time:2', 'bad-time:3', 'unknown-speaker:3', 'empty-turn:4'])
  })

  it('is not looked for where turns have labels', async () => {
    const { turns } = await readTurnsOf('I: Wat\tstaat hier?\nR1: Een\ttab.\nI: Juist\tja.\n')
    expect(turns).toEqual(['I|-|Wat\tstaat hier?', 'R1|-|Een\ttab.', 'I|-|Juist\tja.'])
  })
})

describe('what programs write around a transcript', () => {
  it('is said by nobody: that Teams began and ended it', async () => {
    const text =
      'Overleg wijkteam\n12 maart 2024\n\nJansen, Piet started transcription\n\nJansen, Piet   0:03\nGoedemiddag.\nFijn.\n\nFatima el Idrissi   0:09\nDank je.\n\nJansen, Piet stopped transcription\n'
    const found = await readTurnsOf(text)
    expect(found.turns).toEqual(['Jansen, Piet|3-|Goedemiddag.\nFijn.', 'Fatima el Idrissi|9-|Dank je.'])
    expect(found.text).toBe(text)
  })
})
