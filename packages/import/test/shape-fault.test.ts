import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readYaml } from '../src/index.ts'

const label = z.strictObject({ nl: z.string().exactOptional(), en: z.string().exactOptional() })
const schema = z.strictObject({
  title: z.union([z.string().min(1), label]),
  state: z.enum(['completed', 'current']).exactOptional(),
  rounds: z.int().min(1).max(9).exactOptional(),
  people: z
    .array(z.strictObject({ id: z.string().max(5), age: z.number().exactOptional() }))
    .min(1)
    .exactOptional(),
  ages: z.record(z.string(), z.strictObject({ value: z.number() })).exactOptional(),
  made: z.iso.datetime({ offset: true }).exactOptional(),
  on: z.iso.date().exactOptional(),
  odd: z.boolean().refine(Boolean, 'It has to be so').exactOptional(),
})

/** What is written, and what is said of it, each fault with its line. */
const cases: readonly (readonly [what: string, yaml: string, ...told: readonly string[]])[] = [
  [
    'a number for a text',
    'title: 3',
    '1: "title" is 3: it should be a text or keys with values: { nl: ..., en: ... }. Put it in quotes: "3".',
  ],
  [
    'nothing',
    '',
    '1: "title" is missing: it should be a text or keys with values: { nl: ..., en: ... }. Add it.',
  ],
  [
    'a list for the whole',
    '- a',
    '1: This is a list: it should be keys with values: { title: ..., state: ..., rounds: ..., people: ..., ages: ..., made: ..., on: ..., odd: ... }. Correct it.',
  ],
  ['an empty text', 'title: ""', '1: "title" is "": it should be a text that is not empty. Correct it.'],
  [
    'a word that is nearly one of those that there are',
    'title: a\nstate: complete',
    '2: "state" is "complete": it should be "completed" or "current". Is "completed" meant?',
  ],
  [
    'a word that is like none',
    'title: a\nstate: klaar',
    '2: "state" is "klaar": it should be "completed" or "current". Correct it.',
  ],
  [
    'too small a number',
    'title: a\nrounds: 0',
    '2: "rounds" is 0: it should be a number of at least 1. Correct it.',
  ],
  [
    'too large a number',
    'title: a\nrounds: 10',
    '2: "rounds" is 10: it should be a number of at most 9. Correct it.',
  ],
  [
    'a comma before decimals',
    'title: a\nages:\n  els: { value: 0,4 }',
    '3: "els" of "ages" has no key "4". Decimals stand behind a point, as in 0.4, and not behind a comma. Its keys are value.',
  ],
  [
    'a date with its day first',
    'title: a\non: 3-10-2024',
    '2: "on" is "3-10-2024": it should be a date such as 2024-10-03. Is "2024-10-03" meant?',
  ],
  [
    'a date in words',
    'title: a\non: 3 oktober',
    '2: "on" is "3 oktober": it should be a date such as 2024-10-03. Correct it.',
  ],
  ['half a round', 'title: a\nrounds: 1.5', '2: "rounds" is 1.5: it should be a whole number. Correct it.'],
  [
    'a text for a list',
    'title: a\npeople: els',
    '2: "people" is "els": it should be a list. Put it in square brackets, or write each item on a line of its own behind "- ".',
  ],
  [
    'an empty list',
    'title: a\npeople: []',
    '2: "people" is an empty list: it should be a list of at least 1 item. Correct it.',
  ],
  [
    'faults in an item, all at once',
    'title: a\npeople:\n  - id: els\n  - id: margriet\n    age: oud\n    leeftijd: 3',
    '4: "id" of item 2 of "people" is "margriet": it should be a text of at most 5 characters. Correct it.',
    '5: "age" of item 2 of "people" is "oud": it should be a number. Correct it.',
    '6: Item 2 of "people" has no key "leeftijd". Remove it, or correct its name. Its keys are id, age.',
  ],
  [
    'a key with a fault in its name',
    'titel: a',
    '1: "title" is missing: it should be a text or keys with values: { nl: ..., en: ... }. Add it.',
    '1: There is no key "titel". Is "title" meant? Its keys are title, state, rounds, people, ages, made, on, odd.',
  ],
  [
    'a key in a choice and in a record',
    'title: { nl: a, eng: b }\nages: { els: { valeu: 3 } }',
    '1: "title" has no key "eng". Is "en" meant? Its keys are nl, en.',
    '2: "value" of "els" of "ages" is missing: it should be a number. Add it.',
    '2: "els" of "ages" has no key "valeu". Is "value" meant? Its keys are value.',
  ],
  [
    'a day for a time',
    'title: a\nmade: 2024-10-03',
    '2: "made" is "2024-10-03": it should be a time such as 2024-10-03T10:15:00+02:00. Correct it.',
  ],
  ['a rule of its own', 'title: a\nodd: false', '2: "odd" does not fit: It has to be so. Correct it.'],
  [
    'a text that went astray',
    `title: a\nstate: ${'x'.repeat(61)}`,
    '2: "state" is a long text: it should be "completed" or "current". Correct it.',
  ],
]

describe('YAML of another shape than is wanted', () => {
  it.each(cases)('is told in plain words: %s', (_, yaml, ...told) => {
    const { problems } = readYaml(yaml, schema)
    expect(problems.map(({ message, place }) => `${place?.line}: ${message}`)).toEqual(told)
  })

  it('is told in the order of its lines', () => {
    const { problems } = readYaml('titel: a\nrounds: 0\nstate: x\ntitle: b\n', schema)
    expect(problems.map(({ code, place }) => [code, place?.line])).toEqual([
      ['unknown-key', 1],
      ['unfit-value', 2],
      ['unfit-value', 3],
    ])
  })
})
