import { describe, expect, it } from 'vitest'
import {
  type Change,
  changeDetail,
  changeLabels,
  changeSchema,
  changeSubject,
  labelText,
} from '../src/index.ts'
import { at, change, code, coding, segment, setUp } from './core-cases.ts'

const more: readonly Change[] = [
  change('rename-code', { code: 'kat', label: { nl: 'Poes', en: 'Cat' } }),
  change('redefine-code', { code: 'kat', definition: { nl: 'Spint.' } }),
  change('move-code', { code: 'kat', parent: null }),
  change('move-code', { code: 'kat', parent: 'hond' }),
  change('merge-codes', { codes: ['kat', 'vis'], into: 'hond' }),
  change('split-code', {
    code: 'kat',
    into: [{ id: 'a', label: { nl: 'A' }, parent: null, level: 'theme', origin: 'inductive' }],
    assign: [],
  }),
  change('settle-conflict', { about: 'code:kat label', changes: ['r1', 'r2'], keep: 'r2' }),
  change('set-value', { on: 'case', item: 'oost', variable: 'v', value: null }),
]

describe('what a change is about', () => {
  it.each([
    [setUp[0]!, 'study', '', 'Proef'],
    [setUp[2]!, 'coder', 'anna', 'Anna'],
    [code('vis'), 'code', 'vis', 'vis'],
    [segment('g9', 0, 3), 'segment', 'g9', ''],
    [coding('k9', 'g1', 'kat'), 'coding', 'k9', 'kat'],
    [more[0]!, 'code', 'kat', 'Poes'],
    [more[1]!, 'code', 'kat', 'Spint.'],
    [more[2]!, 'code', 'kat', '/'],
    [more[3]!, 'code', 'kat', 'hond/'],
    [more[4]!, 'code', 'hond', 'kat, vis → hond'],
    [more[5]!, 'code', 'kat', 'kat → A'],
    [more[6]!, 'conflict', 'code:kat label', 'r2'],
    [more[7]!, 'case', 'oost', 'v: '],
  ])('is told of change %#', (given, type, id, detail) => {
    expect(changeSubject(given)).toEqual({ type, id })
    expect(changeDetail(given)).toBe(detail)
  })

  it('is said in the language asked for', () => expect(changeDetail(more[0]!, 'en')).toBe('Cat'))

  it('has a name in both languages for every kind', () => {
    const kinds = Object.keys(changeLabels)
    // The schema knows every kind: one that had no name would be refused by the type, one too many is found here.
    for (const kind of kinds)
      expect(
        changeSchema.safeParse({ id: 'x', at, by: 'anna', kind }).error?.issues.map(({ path }) => path[0]) ??
          [],
      ).not.toContain('kind')
    for (const language of ['nl', 'en'] as const) {
      const names = Object.values(changeLabels).map(label => labelText(label, language))
      expect(new Set(names).size).toBe(kinds.length)
    }
  })
})
