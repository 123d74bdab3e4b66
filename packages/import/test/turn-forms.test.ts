import { describe, expect, it } from 'vitest'
import { readTranscript } from '../src/index.ts'
import { bytesOf } from './bytes.ts'
import { readTurnsOf } from './read-turns-of.ts'
import { turnFormCases } from './turn-form-cases.ts'

describe('turns whose labels stand in another way', () => {
  it.each(turnFormCases)('are found, or said not to be: %s', async (_, text, turns) => {
    for (const name of ['gesprek.txt', 'gesprek.md']) {
      const found = await readTurnsOf(text, name)
      expect(found.turns).toEqual(turns)
      if (turns.length === 0) expect(found.problems).toEqual(['no-turns:1'])
    }
  })

  it('of a table have their problems on its lines', async () => {
    const text =
      '# Gesprek\n\n| Spreker | Tekst | Tijd |\n|-|-|-|\n| I | Hoe? | 0:99 |\n| R1 | | 0:05 |\n| R1 | Goed. | 0:09 |\n'
    expect(await readTurnsOf(text, 'a.md')).toMatchObject({
      turns: ['I|-|Hoe?', 'R1|9-|Goed.'],
      problems: ['bad-time:5', 'empty-turn:6'],
    })
  })

  it('of CHAT are of an interviewer where its head says so', async () => {
    const { value } = await readTranscript(
      bytesOf(
        '@Begin\n@Participants:\tANN Anna Investigator, BRA Participant\n*ANN:\tja ?\n*BRA:\tnee .\n@End\n',
      ),
      { name: 'a.cha' },
    )
    expect(value.turns.map(({ speaker, role }) => [speaker, role])).toEqual([
      ['ANN', 'interviewer'],
      ['BRA', 'participant'],
    ])
  })
})
