import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Change, parseChanges, StudyError, shapeFaults } from '../src/index.ts'
import { at, change } from './core-cases.ts'

/** What is said of changes from outside, each fault with the path to it. */
function told(...changes: readonly unknown[]): readonly string[] {
  return toldOf(changes)
}

function toldOf(data: unknown): readonly string[] {
  try {
    parseChanges(data)
    return []
  } catch (error) {
    if (!(error instanceof StudyError)) throw error
    return error.problems.map(({ code, severity, message, place }) => {
      expect([code, severity]).toEqual(['invalid-change', 'error'])
      return `${place?.path?.join('.')}: ${message}`
    })
  }
}

const every = { id: 'w1', at, by: 'anna' }
const segment = { id: 'g', source: 's', start: 0, end: 3, quote: 'Een', prefix: '', suffix: '' }
const code = { id: 'a', label: { nl: 'A' }, parent: null, level: 'theme', origin: 'frame' }

/** What is given as the first change, and what is said of it. */
const cases: readonly (readonly [what: string, given: unknown, ...told: readonly string[]])[] = [
  [
    'a number for a text',
    change('retire-code', { code: 3 }),
    '0.code: "code" of item 1 is 3: it should be a text. Correct it.',
  ],
  [
    'a field that is not there',
    change('retire-code', {}),
    '0.code: "code" of item 1 is missing: it should be a text. Add it.',
  ],
  [
    'null for a text',
    change('retire-code', { code: null }),
    '0.code: "code" of item 1 is null: it should be a text. Correct it.',
  ],
  [
    'undefined where a key should be absent',
    change('retire-code', { code: 'kat', reason: undefined }),
    '0.reason: "reason" of item 1 is undefined: it should be a text. Give it, or leave the key out.',
  ],
  [
    'an empty id',
    change('retire-code', { code: '' }),
    '0.code: "code" of item 1 is "": it should be a text that is not empty. Correct it.',
  ],
  [
    'an id of 501 characters, without showing all of it',
    change('retire-code', { code: 'x'.repeat(501) }),
    '0.code: "code" of item 1 is a long text: it should be a text of at most 500 characters. Correct it.',
  ],
  [
    'an id with NUL in it',
    change('retire-code', { code: 'a\0b' }),
    '0.code: "code" of item 1 does not fit: An id is of whole characters, without NUL. Correct it.',
  ],
  [
    'half a character in an id',
    change('retire-code', { code: 'a\ud83d' }),
    '0.code: "code" of item 1 does not fit: An id is of whole characters, without NUL. Correct it.',
  ],
  [
    'a key that its kind does not know, beside those that it does',
    change('retire-code', { code: 'kat', why: 'x' }),
    '0.why: Item 1 has no key "why". Remove it, or correct its name. Its keys are id, at, by, kind, code, reason.',
  ],
  [
    'a key too many deeper in it',
    change('code-segment', { coding: { id: 'k', segment: 'g', code: 'a', coder: 'anna' } }),
    '0.coding.coder: "coding" of item 1 has no key "coder". Remove it, or correct its name. Its keys are id, segment, code, stance, memo.',
  ],
  [
    'a time without its offset',
    { ...change('thaw-codebook', {}), at: '2024-03-01T09:00:00' },
    '0.at: "at" of item 1 is "2024-03-01T09:00:00": it should be a time such as 2024-10-03T10:15:00+02:00. Correct it.',
  ],
  [
    'a label without a text',
    change('rename-code', { code: 'kat', label: {} }),
    '0.label: "label" of item 1 does not fit: A label has a text in Dutch (nl) or English (en). Correct it.',
  ],
  [
    'a text for a label',
    change('rename-code', { code: 'kat', label: 'Poes' }),
    '0.label: "label" of item 1 is "Poes": it should be keys with values: { nl: ..., en: ... }. Correct it.',
  ],
  [
    'a word that is none of those that there are',
    change('set-value', { on: 'coder', item: 'anna', variable: 'v', value: 1 }),
    '0.on: "on" of item 1 is "coder": it should be "case", "source" or "participant". Correct it.',
  ],
  [
    'a list for a value',
    change('set-value', { on: 'case', item: 'oost', variable: 'v', value: [1] }),
    '0.value: "value" of item 1 is a list: it should be a text, a number, true or false or empty. Correct it.',
  ],
  [
    'a negative and a broken offset, both',
    change('add-segment', { segment: { ...segment, start: -1, end: 1.5 } }),
    '0.segment.start: "start" of "segment" of item 1 is -1: it should be a number of at least 0. Correct it.',
    '0.segment.end: "end" of "segment" of item 1 is 1.5: it should be a whole number. Correct it.',
  ],
  [
    'a number that is none',
    change('add-segment', { segment: { ...segment, start: Number.NaN } }),
    '0.segment.start: "start" of "segment" of item 1 is NaN: it should be a number. Correct it.',
  ],
  [
    'a colour that is none',
    change('add-code', { code: { ...code, color: 'red' } }),
    '0.code.color: "color" of "code" of item 1 is "red": it should be a text of the form /^#[0-9a-f]{6}$/i. Correct it.',
  ],
  [
    'a day that the calendar does not have',
    change('add-source', {
      source: {
        id: 's',
        title: '',
        kind: 'interview',
        case: 'oost',
        participants: [],
        text: '',
        turns: [],
        date: '2023-02-29',
      },
    }),
    '0.source.date: "date" of "source" of item 1 is "2023-02-29": it should be a date such as 2024-10-03. Correct it.',
  ],
  [
    'an empty list where there must be something',
    change('settle-conflict', { about: 'code:kat label', changes: [] }),
    '0.changes: "changes" of item 1 is an empty list: it should be a list of at least 1 item. Correct it.',
  ],
  [
    'keys with values for a list',
    change('merge-codes', { codes: { 0: 'kat' }, into: 'hond' }),
    '0.codes: "codes" of item 1 is keys with values: it should be a list. Correct it.',
  ],
  [
    'a fault in an item of a list',
    change('merge-codes', { codes: ['kat', 7], into: 'hond' }),
    '0.codes.1: Item 2 of "codes" of item 1 is 7: it should be a text. Correct it.',
  ],
]

describe('changes from outside of another shape than is wanted', () => {
  it.each(cases)('are told in plain words: %s', (_, given, ...expected) => {
    expect(told(given)).toEqual(expected)
  })

  it('of no kind, or of one that there is not, are told which kinds there are', () => {
    const [none, unknown] = [told(every), told({ ...every, kind: 'explode' })]
    expect([none.length, unknown.length]).toEqual([1, 1])
    expect(none[0]).toMatch(
      /^0\.kind: "kind" of item 1 is missing: it should be "describe-study", "add-variable", .* or "settle-conflict"\. Add it\.$/,
    )
    expect(unknown[0]).toMatch(
      /^0\.kind: "kind" of item 1 is "explode": it should be "describe-study", .* or "settle-conflict"\. Correct it\.$/,
    )
  })

  it('are told all at once, each with the number of its change', () => {
    expect(
      told(change('retire-code', { code: 1 }), change('retire-code', { code: 'kat' }), null, 'weg'),
    ).toEqual([
      '0.code: "code" of item 1 is 1: it should be a text. Correct it.',
      '2: Item 3 is null: it should be keys with values. Correct it.',
      '3: Item 4 is "weg": it should be keys with values. Correct it.',
    ])
  })

  it.each([
    ['nothing', undefined, 'There is nothing here: it should be a list. Add it.'],
    ['null', null, 'This is null: it should be a list. Correct it.'],
    ['one change', every, 'This is keys with values: it should be a list. Correct it.'],
    ['a text', '[]', 'This is "[]": it should be a list. Correct it.'],
  ])('are no list but %s', (_, given, message) => {
    expect(toldOf(given)).toEqual([`: ${message}`])
  })

  it('that are 20,000 with a fault each are told of each', () => {
    const many = Array.from({ length: 20_000 }, () => change('retire-code', { code: 1 }))
    expect(toldOf(many)).toHaveLength(20_000)
  })
})

/** A change that makes a thing with an id, for every kind of thing. */
const makers: readonly (readonly [thing: string, make: (id: string) => Change])[] = [
  [
    'variable',
    id => change('add-variable', { variable: { id, label: { nl: 'V' }, on: 'case', type: 'text' } }),
  ],
  ['coder', id => change('add-coder', { coder: { id, label: 'A' } })],
  ['case', id => change('add-case', { case: { id, label: { nl: 'C' }, values: {} } })],
  ['participant', id => change('add-participant', { participant: { id, label: 'P' } })],
  ['code', id => change('add-code', { code: { ...code, id } })],
  ['frame', id => change('set-frame', { frame: { id, label: { nl: 'F' }, rows: [] } })],
  ['segment', id => change('add-segment', { segment: { ...segment, id } })],
  ['coding', id => change('code-segment', { coding: { id, segment: 'g', code: 'a' } })],
  ['memo', id => change('write-memo', { memo: { id, on: { type: 'study' }, text: '' } })],
  ['screening', id => change('record-screening', { screening: { id, source: 's', code: 'a' } })],
  ['query', id => change('save-query', { query: { id, text: 'a' } })],
]

describe('an id', () => {
  it.each(makers)('of a %s may be anything that every file and database can hold', (_, make) => {
    for (const id of ['__proto__', 'constructor', 'toString', '0', ' ', 'é 😀 /\\:|', 'x'.repeat(500)])
      expect(told({ ...make(id), id: 'w1' })).toEqual([])
  })

  it.each(makers)('of a %s is refused where no later change could name it', (thing, make) => {
    for (const id of ['', 'a\0', '\ud83d', '\ude00x', 'x'.repeat(501)])
      expect({ thing, id, faults: told({ ...make(id), id: 'w1' }).length }).toEqual({ thing, id, faults: 1 })
  })
})

describe('values by the id of their variable', () => {
  const casus = (values: string) =>
    JSON.parse(`[{"id":"w1","at":"${at}","by":"anna","kind":"add-case",
      "case":{"id":"oost","label":{"nl":"O"},"values":${values}}}]`) as unknown

  it('are kept for ids that objects have already', () => {
    const given = casus('{"constructor":1,"toString":"b","hasOwnProperty":null}')
    expect(JSON.stringify(parseChanges(given))).toBe(JSON.stringify(given))
  })

  it('are never dropped without a word', () => {
    expect(toldOf(casus('{"__proto__":3}'))).toEqual([
      '0.case.values: "values" of "case" of item 1 does not fit: Values cannot go under the key "__proto__". Correct it.',
    ])
  })

  it('are there, if only as none', () => {
    expect(told(change('add-case', { case: { id: 'oost', label: { nl: 'O' } } }))).toEqual([
      '0.case.values: "values" of "case" of item 1 is missing: it should be keys with values. Add it.',
    ])
  })

  it('are keys with values, not a list', () => {
    expect(toldOf(casus('[1]'))).toEqual([
      '0.case.values: "values" of "case" of item 1 is a list: it should be keys with values. Correct it.',
    ])
  })
})

describe('faults of a shape', () => {
  const schema = z.strictObject({ a: z.number(), kind: z.enum(['een', 'twee']).exactOptional() })
  const faults = (value: unknown, options?: Parameters<typeof shapeFaults>[3]) =>
    shapeFaults(schema, value, schema.safeParse(value).error?.issues ?? [], options).map(each => each.message)

  it('name what was likely meant where somebody can say so', () => {
    const nearest = (_: string, names: readonly string[]) => names.at(-1)
    expect(faults({ a: 1, kind: 'tweee', b: 2 }, { nearest })).toEqual([
      '"kind" is "tweee": it should be "een" or "twee". Is "twee" meant?',
      'There is no key "b". Is "kind" meant? Its keys are a, kind.',
    ])
  })

  it('say of null that it is missing only to who wrote it', () => {
    expect([...faults({ a: null }), ...faults({ a: null }, { written: true })]).toEqual([
      '"a" is null: it should be a number. Correct it.',
      '"a" is missing: it should be a number. Add it.',
    ])
  })
})
