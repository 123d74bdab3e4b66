import type { Study, Value, Variable } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { smallStudy } from './small-study.ts'
import { thereAndBack } from './there-and-back.ts'

type Type = Variable['type']
const variable = (type: Type, on: Variable['on'] = 'case', id = 'v'): Variable => ({
  id,
  label: { nl: 'Kenmerk' },
  on,
  type,
})

/** A value, and the element that it goes out as. */
const valueCases: readonly { type: Type; value: Value; element: string }[] = [
  { type: 'text', value: 'dorp', element: '<TextValue>dorp</TextValue>' },
  { type: 'text', value: '', element: '<TextValue/>' },
  { type: 'text', value: ' \n', element: '<TextValue> \n</TextValue>' },
  { type: 'text', value: 'a & <b> ]]>', element: '<TextValue>a &#x26; &#x3C;b> ]]&gt;</TextValue>' },
  { type: 'text', value: 'a\0b', element: '<TextValue>a\ufffdb</TextValue>' },
  { type: 'text', value: '\ud83d', element: '<TextValue>\ufffd</TextValue>' },
  { type: 'text', value: '12', element: '<TextValue>12</TextValue>' },
  { type: 'text', value: 'true', element: '<TextValue>true</TextValue>' },
  { type: 'text', value: '2024-03-01', element: '<TextValue>2024-03-01</TextValue>' },
  { type: 'number', value: 0, element: '<IntegerValue>0</IntegerValue>' },
  { type: 'number', value: -12, element: '<IntegerValue>-12</IntegerValue>' },
  { type: 'number', value: 1.5, element: '<FloatValue>1.5</FloatValue>' },
  { type: 'number', value: 2 ** 60, element: '<IntegerValue>1152921504606847000</IntegerValue>' },
  { type: 'number', value: 1e21, element: '<TextValue>1e+21</TextValue>' },
  { type: 'number', value: 1e-7, element: '<TextValue>1e-7</TextValue>' },
  { type: 'number', value: 'veel', element: '<TextValue>veel</TextValue>' },
  { type: 'boolean', value: true, element: '<BooleanValue>true</BooleanValue>' },
  { type: 'boolean', value: false, element: '<BooleanValue>false</BooleanValue>' },
  { type: 'boolean', value: 'misschien', element: '<TextValue>misschien</TextValue>' },
  { type: 'date', value: '2024-02-29', element: '<DateValue>2024-02-29</DateValue>' },
  { type: 'date', value: '2023-02-29', element: '<TextValue>2023-02-29</TextValue>' },
  {
    type: 'date',
    value: '2024-03-01T09:00:00Z',
    element: '<DateTimeValue>2024-03-01T09:00:00Z</DateTimeValue>',
  },
  { type: 'date', value: '2024-03-01T09:00', element: '<TextValue>2024-03-01T09:00</TextValue>' },
  { type: 'date', value: 'voorjaar', element: '<TextValue>voorjaar</TextValue>' },
]

const onCase = (type: Type, value: Value, id = 'v'): Study => ({
  ...smallStudy,
  variables: [variable(type, 'case', id)],
  cases: [{ ...smallStudy.cases[0]!, values: Object.fromEntries([[id, value]]) }],
})
const onSource = (type: Type, value: Value): Study => ({
  ...smallStudy,
  variables: [variable(type, 'source')],
  sources: [{ ...smallStudy.sources[0]!, values: { v: value } }],
})

/** What stands in a `VariableValue` beside the name of its variable. */
function valuesIn(xml: string): readonly string[] {
  return Array.from(
    xml.matchAll(/<VariableValue><VariableRef targetGUID="[^"]+"\/>([\s\S]*?)<\/VariableValue>/g),
    ([, element]) => element!,
  )
}

describe('the value of a variable comes back as it was', () => {
  it.each(valueCases)('on a case: $value of $type', async ({ type, value, element }) => {
    const study = onCase(type, value)
    const back = await thereAndBack(study)
    // The other one is the kind of the source.
    expect(valuesIn(back.xml)).toEqual([element, '<TextValue>interview</TextValue>'])
    expect(back.study).toEqual(study)
    expect(back.lost).toEqual([])
    expect(back.changes).toEqual([])
  })

  it.each(valueCases)('on a source: $value of $type', async ({ type, value, element }) => {
    const study = onSource(type, value)
    const back = await thereAndBack(study)
    expect(valuesIn(back.xml)).toEqual([element, '<TextValue>interview</TextValue>'])
    expect(back.study).toEqual(study)
    expect(back.changes).toEqual([])
  })

  it.each(valueCases)('on a participant: $value of $type', async ({ type, value }) => {
    const study: Study = {
      ...smallStudy,
      variables: [variable(type, 'participant')],
      participants: [{ id: 'r1', label: 'Bewoner', values: { v: value } }],
    }
    const back = await thereAndBack(study)
    expect(back.study).toEqual(study)
    expect(back.changes).toEqual([])
  })

  it('where it is missing, on a case and on a source', async () => {
    for (const study of [onCase('number', null), onSource('number', null)]) {
      const back = await thereAndBack(study)
      expect(valuesIn(back.xml)).toContain('')
      expect(back.study).toEqual(study)
      expect(back.changes).toEqual([])
    }
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '0', 'länge'])(
    'where the variable is called %s',
    async id => {
      const study = onCase('number', 3, id)
      const back = await thereAndBack(study)
      expect(valuesIn(back.xml)).toContain('<IntegerValue>3</IntegerValue>')
      expect(Object.entries(back.study.cases[0]!.values)).toEqual([[id, 3]])
      expect(back.changes).toEqual([])
    },
  )

  it('where the variable has the name of a field of sources', async () => {
    const study: Study = {
      ...onSource('text', 'x'),
      variables: [{ ...variable('text', 'source'), label: { nl: 'Codeerbank: datum' } }],
    }
    const back = await thereAndBack(study)
    expect(back.study).toEqual(study)
  })

  it('where one variable has values on cases, sources and participants', async () => {
    for (const on of ['case', 'source', 'participant'] as const) {
      const study: Study = {
        ...onCase('number', 1),
        variables: [variable('number', on)],
        sources: [{ ...smallStudy.sources[0]!, values: { v: 2 } }],
        participants: [{ id: 'r1', label: 'Bewoner', values: { v: 2.5 } }],
      }
      const back = await thereAndBack(study)
      expect(back.study).toEqual(study)
      expect(back.changes).toEqual([])
    }
  })
})

describe('the type that a variable goes out under', () => {
  const typesOf = (xml: string) =>
    Array.from(xml.matchAll(/<Variable [^>]*name="Kenmerk" typeOfVariable="(\w+)"/g), ([, type]) => type)

  it.each([
    { type: 'text', values: [], is: 'Text' },
    { type: 'text', values: [1, 2], is: 'Text' },
    { type: 'number', values: [], is: 'Integer' },
    { type: 'number', values: [1, null], is: 'Integer' },
    { type: 'number', values: [1, 1.5], is: 'Float' },
    { type: 'number', values: [1, 'veel'], is: 'Float' },
    { type: 'boolean', values: [true], is: 'Boolean' },
    { type: 'date', values: [], is: 'Date' },
    { type: 'date', values: ['2024-03-01', null], is: 'Date' },
    { type: 'date', values: ['2024-03-01', '2024-03-01T09:00:00Z'], is: 'DateTime' },
  ] as const)('$type with $values is $is', async ({ type, values, is }) => {
    const cases = values.map((value, i) => ({ id: `c${i}`, label: { nl: 'Plein' }, values: { v: value } }))
    const study: Study = {
      ...smallStudy,
      variables: [variable(type)],
      cases: [...smallStudy.cases, ...cases],
    }
    expect(typesOf((await thereAndBack(study)).xml)).toEqual([is])
  })

  it.each(['constructor', 'toString', '__proto__'])(
    'is that of its own values, though it is called %s',
    async id => {
      const cases = [
        smallStudy.cases[0]!,
        { id: 'west', label: { nl: 'West' }, values: Object.fromEntries([[id, 3]]) },
      ]
      const study: Study = { ...smallStudy, variables: [variable('number', 'case', id)], cases }
      const back = await thereAndBack(study)
      expect(typesOf(back.xml)).toEqual(['Integer'])
      expect(back.study.cases.map(({ values }) => Object.entries(values))).toEqual([[], [[id, 3]]])
    },
  )
})

describe('what is known of a source', () => {
  it.each([
    { what: 'kind', more: { kind: 'fieldwork-note' }, elements: ['<TextValue>fieldwork-note</TextValue>'] },
    {
      what: 'form',
      more: { form: 'duo' },
      elements: ['<TextValue>interview</TextValue>', '<TextValue>duo</TextValue>'],
    },
    {
      what: 'date',
      more: { date: '2024-02-29' },
      elements: ['<TextValue>interview</TextValue>', '<DateValue>2024-02-29</DateValue>'],
    },
    {
      what: 'a date before our era',
      more: { date: '0000-01-01' },
      elements: ['<TextValue>interview</TextValue>'],
    },
    {
      what: 'activities',
      more: { activities: 3 },
      elements: ['<TextValue>interview</TextValue>', '<IntegerValue>3</IntegerValue>'],
    },
    {
      what: 'more activities than anybody has',
      more: { activities: 10_000_000_000 },
      elements: ['<TextValue>interview</TextValue>', '<IntegerValue>10000000000</IntegerValue>'],
    },
    {
      what: 'language',
      more: { language: 'en' },
      elements: ['<TextValue>interview</TextValue>', '<TextValue>en</TextValue>'],
    },
  ] as const)('comes back, and other programs see it: $what', async ({ more, elements }) => {
    const study: Study = { ...smallStudy, sources: [{ ...smallStudy.sources[0]!, ...more }] }
    const back = await thereAndBack(study)
    expect(valuesIn(back.xml)).toEqual(elements)
    expect(back.study).toEqual(study)
    expect(back.problems).toEqual([])
    expect(back.changes).toEqual([])
  })
})
