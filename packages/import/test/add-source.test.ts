import { applyChanges, emptyStudy, type Study, StudyError } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import {
  type AddSourceOptions,
  addSource,
  readFieldnote,
  readObservation,
  readTranscript,
} from '../src/index.ts'
import { bytesOf } from './bytes.ts'

const base = { at: '2024-10-03T10:15:00+02:00', by: 'anna' }
const study: Study = applyChanges(emptyStudy, [
  { ...base, id: '1', kind: 'add-case', case: { id: 'oost', label: { nl: 'Oost' }, values: {} } },
  { ...base, id: '2', kind: 'add-participant', participant: { id: 'H01', label: 'Jan', case: 'oost' } },
])
const full = `---
title: Gesprek
kind: interview
form: duo
case: west
date: 2024-10-03
activities: 2
participants: [H01]
topics: [Start]
speakers: { R1: H01 }
language: nl
coder: anna
values: { weer: zon }
---
R1: Ja.
`

async function added(options: AddSourceOptions, text = full) {
  const { value } = await readTranscript(bytesOf(text), { name: 'int-1.md' })
  return addSource(study, value, options).sources.at(-1)
}

async function refusal(options: AddSourceOptions, text = full): Promise<readonly string[]> {
  const error: unknown = await added(options, text).catch((each: unknown) => each)
  expect(error).toBeInstanceOf(StudyError)
  return (error as StudyError).problems.map(({ code }) => code)
}

describe('a source that is added to a study', () => {
  it('has everything that its file says, and the case that is given', async () => {
    expect(await added({ case: 'oost' })).toEqual({
      id: 'int-1',
      title: 'Gesprek',
      kind: 'interview',
      form: 'duo',
      case: 'oost',
      date: '2024-10-03',
      activities: 2,
      participants: ['H01'],
      topics: ['Start'],
      language: 'nl',
      text: 'R1: Ja.\n',
      turns: [{ start: 4, end: 7, speaker: 'R1', role: 'participant', participant: 'H01' }],
      values: { weer: 'zon' },
      origin: {
        file: 'int-1.md',
        line: 15,
        format: 'markdown',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    })
  })

  it('has what is given before what its file says', async () => {
    const given = {
      case: 'oost',
      id: 'eigen',
      title: 'Ander',
      kind: 'street-conversation',
      participants: [],
    } as const
    expect(await added(given)).toMatchObject({
      id: 'eigen',
      title: 'Ander',
      kind: 'street-conversation',
      participants: [],
      date: '2024-10-03',
    })
  })

  it.each([
    ['with turns, an interview', 'R1: Ja.', 'interview'],
    ['without turns, a fieldwork note', 'Zomaar.', 'fieldwork-note'],
  ])('that does not say its kind is, %s', async (_, text, kind) => {
    expect(await added({ case: 'oost' }, text)).toMatchObject({
      id: 'int-1',
      title: 'int-1',
      kind,
      participants: [],
    })
  })

  it('leaves the study that was given as it was', async () => {
    const before = structuredClone(study)
    const { value } = await readFieldnote(bytesOf('Zomaar.'), { name: 'n.md' })
    const after = addSource(study, value, { case: 'oost' })
    expect([study, after.sources.length]).toEqual([before, 1])
  })

  it('keeps the schema of an observation', async () => {
    const { value } = await readObservation(bytesOf('| Indicator | H01 |\n| - | - |\n| Blik | weg |'), {
      name: 'o.md',
    })
    const { sources } = addSource(study, value, { case: 'oost', kind: 'meeting-observation' })
    expect(sources[0]?.grid?.indicators).toEqual([{ part: 'non-verbal', label: 'Blik', values: ['weg'] }])
  })

  it('is refused in a case, with a participant or by an id that does not fit', async () => {
    expect(await refusal({ case: 'noord' })).toEqual(['unknown-case'])
    expect(await refusal({ case: 'oost', participants: ['H09'] })).toEqual(['unknown-participant'])
    expect(await refusal({ case: 'oost' }, full.replace('R1: H01', 'R1: H09'))).toEqual([
      'unknown-participant',
    ])
    const { value } = await readFieldnote(bytesOf('Zomaar.'), { name: 'n.md' })
    const once = addSource(study, value, { case: 'oost' })
    expect(() => addSource(once, value, { case: 'oost' })).toThrow(StudyError)
    expect(addSource(once, value, { case: 'oost', id: 'n-2' }).sources.map(({ id }) => id)).toEqual([
      'n',
      'n-2',
    ])
  })
})
