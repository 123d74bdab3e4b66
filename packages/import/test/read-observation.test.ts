import { describe, expect, it } from 'vitest'
import { readFieldnote, readObservation } from '../src/index.ts'
import { bytesOf } from './bytes.ts'

const read = (text: string, name = 'a.md') => readObservation(bytesOf(text), { name })

const report = `---
kind: meeting-observation
participants: [A1, A2]
---

Er wordt koffie geschonken.

## Observatieschema

### Non-verbaal

| Indicator | A1 | A2 |
| --- | --- | --- |
| Oogcontact | kijkt *weg* | - |

### Verbaal

| Indicator | A1 | A2 |
| --- | --- | --- |
| Intonatie |  | fel |

### Algemene indruk

Een stroeve start.

Later beter.

## Slot
`

describe('an observation', () => {
  it('has its schema as data and as text that can be coded', async () => {
    const { value, problems } = await read(report)
    expect(problems).toEqual([])
    expect(value.grid).toEqual({
      actors: ['A1', 'A2'],
      indicators: [
        { part: 'non-verbal', label: 'Oogcontact', values: ['kijkt weg', null] },
        { part: 'verbal', label: 'Intonatie', values: [null, 'fel'] },
      ],
      generalImpression: 'Een stroeve start.\n\nLater beter.',
    })
    expect(value.text).toContain('| Oogcontact | kijkt *weg* | - |')
    expect(value.turns).toEqual([])
  })

  it('has its schema in English as well', async () => {
    const { value } = await read(
      '### Non-verbal\n\n| Indicator | A |\n| - | - |\n| Posture | open |\n\n### General impression\n\nFine.',
    )
    expect(value.grid?.indicators).toEqual([{ part: 'non-verbal', label: 'Posture', values: ['open'] }])
    expect(value.grid?.generalImpression).toBe('Fine.')
  })

  it.each([
    ['a row that is short', report.replace('| kijkt *weg* | - |', '| kijkt weg |'), ['uneven-grid:14']],
    ['a row that is long', report.replace('| fel |', '| fel | nog iets |'), ['uneven-grid:20']],
    [
      'other actors in its second part',
      report.replace(
        '| Indicator | A1 | A2 |\n| --- | --- | --- |\n| Int',
        '| Indicator | A2 | A1 |\n| --- | --- | --- |\n| Int',
      ),
      ['different-actors:18'],
    ],
    ['an actor who was not there', report.replace('[A1, A2]', '[A1]'), ['unknown-actor:12']],
    ['two columns of one actor', report.replaceAll('| A2 |', '| A1 |'), ['duplicate-actor:12']],
    ['no table', '### Verbaal\n\nNiets.', ['no-grid:1']],
  ])('with %s says so, with the line', async (_, text, expected) => {
    expect((await read(text)).problems.map(({ code, place }) => `${code}:${place?.line}`)).toEqual(expected)
  })

  it('without a schema is only text', async () => {
    const { value, problems } = await read('## Verloop\n\nNiets.')
    expect([value.grid, problems]).toEqual([undefined, []])
    expect((await read('| Indicator | A |', 'a.txt')).value.grid).toBeUndefined()
  })
})

describe('a note', () => {
  it('is text, whatever stands before a colon', async () => {
    const { value, problems } = await readFieldnote(bytesOf('---\nid: n\n---\n\nR1: dat zei hij.'), {
      name: 'n.md',
    })
    expect([value.text, value.turns, problems]).toEqual(['R1: dat zei hij.', [], []])
  })

  it('without words is reported', async () => {
    const { problems } = await readFieldnote(bytesOf(' \n\n'), { name: 'n.md' })
    expect(problems.map(({ code }) => code)).toEqual(['empty-source'])
  })
})
