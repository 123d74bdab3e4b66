import { describe, expect, it } from 'vitest'
import { applyChanges, applyFitting, type Change, type Study } from '../src/index.ts'
import { change, code, coding, study } from './core-cases.ts'

const part = (id: string, parent: string | null = 'dieren') => ({
  id,
  label: { nl: id },
  parent,
  level: 'sub-code',
  origin: 'inductive',
})

function split(
  into: readonly Record<string, unknown>[],
  assign: readonly (readonly [coding: string, code: string])[] = [],
  of = 'kat',
): Change {
  return change('split-code', {
    code: of,
    into,
    assign: assign.map(([id, to]) => ({ coding: id, code: to })),
  })
}

const codesOf = (of: Study) =>
  of.codes.map(({ id, parent, version, retired }) => [id, parent, version, retired])
const codingsOf = (of: Study) => of.codings.map(each => [each.id, each.code, each.codeVersion])

describe('splitting a code', () => {
  it('adds the parts at the end, retires the code, and gives away the codings that are assigned', () => {
    const after = applyChanges(study, [
      change('redefine-code', { code: 'kat', definition: { nl: 'Kat of kater' } }),
      split(
        [part('poes'), part('kater')],
        [
          ['k2', 'kater'],
          ['k1', 'poes'],
        ],
      ),
    ])
    expect(codesOf(after)).toEqual([
      ['dieren', null, 1, undefined],
      ['kat', 'dieren', 2, true],
      ['hond', 'dieren', 1, undefined],
      ['poes', 'dieren', 1, undefined],
      ['kater', 'dieren', 1, undefined],
    ])
    expect(codingsOf(after)).toEqual([
      ['k1', 'poes', 1],
      ['k2', 'kater', 1],
      ['k3', 'hond', 1],
    ])
  })

  it('leaves codings that are not assigned with the retired code, under the definition that they were made under', () => {
    const after = applyChanges(study, [split([part('poes')], [['k1', 'poes']])])
    expect(codingsOf(after)).toEqual([
      ['k1', 'poes', 1],
      ['k2', 'kat', 1],
      ['k3', 'hond', 1],
    ])
    expect(after.frames).toBe(study.frames)
  })

  it('may put a part under the code itself, at the top, or under a part before it', () => {
    const after = applyChanges(study, [split([part('a', 'kat'), part('b', null), part('c', 'b')])])
    expect(codesOf(after).slice(3)).toEqual([
      ['a', 'kat', 1, undefined],
      ['b', null, 1, undefined],
      ['c', 'b', 1, undefined],
    ])
  })

  it('keeps one of two codings that one coder gave a segment, where both go to one part', () => {
    const after = applyChanges(study, [
      coding('k4', 'g1', 'kat'),
      split(
        [part('poes')],
        [
          ['k4', 'poes'],
          ['k1', 'poes'],
          ['k2', 'poes'],
        ],
      ),
    ])
    expect(codingsOf(after)).toEqual([
      ['k1', 'poes', 1],
      ['k2', 'poes', 1],
      ['k3', 'hond', 1],
    ])
  })

  it.each<[name: string, split: Change, problems: readonly string[]]>([
    ['of a code that is not there', split([part('a')], [], 'vis'), ['unknown-code']],
    ['into a code that is there', split([part('hond'), part('a')]), ['duplicate-code']],
    ['into the code itself', split([part('kat')]), ['duplicate-code']],
    ['into one part twice', split([part('a'), part('a')]), ['duplicate-code']],
    ['into a part under nothing', split([part('a', 'vis')]), ['unknown-code']],
    ['into a part under itself', split([part('a', 'a')]), ['unknown-code']],
    ['into a part under one that comes after it', split([part('a', 'b'), part('b')]), ['unknown-code']],
    ['of a coding that is not there', split([part('a')], [['k9', 'a']]), ['unknown-coding']],
    ['of a coding of another code', split([part('a')], [['k3', 'a']]), ['split-elsewhere']],
    ['to a code that is no part', split([part('a')], [['k1', 'hond']]), ['split-elsewhere']],
    [
      'with several faults',
      split(
        [part('hond'), part('a', 'vis')],
        [
          ['k9', 'a'],
          ['k3', 'a'],
          ['k1', 'a'],
        ],
      ),
      ['duplicate-code', 'unknown-code', 'unknown-coding', 'split-elsewhere'],
    ],
  ])('%s is refused, and nothing of it is done', (_, refused, problems) => {
    const { value, problems: found } = applyFitting(study, [refused])
    expect(found.map(problem => problem.code)).toEqual(problems)
    expect(found.every(problem => problem.place?.path?.[1] === refused.id)).toBe(true)
    expect(value).toEqual(study)
  })

  it('that was refused does not keep later changes from being applied', () => {
    const { value } = applyFitting(study, [split([part('a', 'a')]), code('a'), coding('k4', 'g2', 'a')])
    expect(codesOf(value).slice(3)).toEqual([['a', null, 1, undefined]])
    expect(value.codings.at(-1)?.code).toBe('a')
  })
})
