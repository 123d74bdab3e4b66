import { describe, expect, it } from 'vitest'
import { applyChanges, applyFitting, type Change, parseChanges, studyWriter } from '../src/index.ts'
import { change, code, coding, study } from './core-cases.ts'
import { refusals } from './refusal-cases.ts'

const flat = Object.entries(refusals).flatMap(([kind, { refused }]) =>
  refused.map(([what, given, problem]) => [kind, what, given, problem] as const),
)

describe('a change that does not fit', () => {
  it.each(Object.entries(refusals))('%s stands beside one that does', (_, { fits }) => {
    const { value, problems } = applyFitting(study, [fits])
    expect(problems).toEqual([])
    expect(value).not.toEqual(study)
  })

  it.each(flat)('%s with %s is refused, and leaves the study as it was', (_, __, given, problem) => {
    const named = { ...given, id: 'this one' }
    const { value, problems } = applyFitting(study, [named])
    expect(problems.map(({ code: said, severity, place }) => [said, severity, place])).toEqual([
      [problem, 'error', { path: ['changes', 'this one'] }],
    ])
    // A sentence that says what is wrong, and one with the remedy.
    expect(problems[0]?.message).toMatch(/^[A-Z].*[^.][.:] [A-Z].*[^.]\.$/s)
    expect(value).toEqual(study)
    expect(() => studyWriter(study).apply([named])).toThrow(problem)
  })

  it.each(Object.entries(refusals).map(([kind, { fits }]) => [kind, fits] as const))(
    '%s has the shape of a change from outside all the same',
    (_, fits) => {
      expect(parseChanges(structuredClone([fits]))).toEqual([fits])
    },
  )

  it.each([
    ['code-segment', coding('k9', 'g1', 'hond')],
    ['record-screening', change('record-screening', { screening: { id: 'z', source: 's', code: 'kat' } })],
  ])('%s is refused to who is no coder of the study', (_, given) => {
    for (const by of ['cees', '__proto__', 'constructor'])
      expect(applyFitting(study, [{ ...given, by } as Change]).problems.map(each => each.code)).toEqual([
        'unknown-coder',
      ])
  })

  it('is told of everything that it names and that is not there', () => {
    const { problems } = applyFitting(study, [coding('k9', 'x', 'y')])
    expect(problems.map(each => each.code)).toEqual(['unknown-code', 'unknown-segment'])
  })

  it('is refused after what took away what it rests on, and not before', () => {
    const late = coding('k9', 'g1', 'hond')
    const gone = change('remove-segment', { segment: 'g1' })
    expect(applyFitting(study, [late, gone]).problems).toEqual([])
    expect(applyFitting(study, [gone, late]).problems.map(each => each.code)).toEqual(['unknown-segment'])
  })
})

describe('ids that objects have already', () => {
  const odd = ['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'valueOf']

  it.each(odd)('%s names nothing in a study that does not have it', id => {
    const { problems } = applyFitting(study, [
      change('retire-code', { code: id }),
      change('remove-segment', { segment: id }),
      change('set-value', { on: 'case', item: 'oost', variable: id, value: 1 }),
      change('withdraw-claim', { claim: id }),
    ])
    expect(problems.map(each => each.code)).toEqual([
      'unknown-code',
      'unknown-segment',
      'unknown-variable',
      'unknown-claim',
    ])
  })

  it.each(odd)('%s can be the id of a code, coded with, split and merged', id => {
    const part = { id: `${id}-2`, label: { nl: 'A' }, parent: id, level: 'sub-code', origin: 'inductive' }
    const after = applyChanges(study, [
      code(id, 'dieren'),
      coding(id, 'g1', id),
      change('split-code', { code: id, into: [part], assign: [{ coding: id, code: part.id }] }),
      change('merge-codes', { codes: [part.id], into: 'hond' }),
    ])
    expect(after.codings.at(-1)).toMatchObject({ id, code: 'hond', codeVersion: 1 })
    expect(after.codes.slice(-2).map(each => [each.id, each.retired, each.mergedInto])).toEqual([
      [id, true, undefined],
      [part.id, true, 'hond'],
    ])
  })

  it.each(odd)('%s can be the id of a variable, whose values stay through JSON', id => {
    const { cases } = applyChanges(study, [
      change('add-variable', { variable: { id, label: { nl: 'V' }, on: 'case', type: 'text' } }),
      change('set-value', { on: 'case', item: 'oost', variable: id, value: 'ja' }),
      change('set-value', { on: 'case', item: 'oost', variable: 'v', value: 'nee' }),
    ])
    const values = JSON.parse(JSON.stringify(cases[0]?.values)) as Record<string, unknown>
    expect(Object.entries(values)).toEqual([
      [id, 'ja'],
      ['v', 'nee'],
    ])
    expect(Object.getPrototypeOf(cases[0]?.values)).toBe(Object.prototype)
  })

  it.each(['__proto__', 'constructor'])('no change is of the kind %s', kind => {
    expect(() => applyChanges(study, [change(kind, {})])).toThrow(TypeError)
    expect(() => parseChanges([change(kind, {})])).toThrow('invalid-change')
  })
})
