import { describe, expect, test } from 'vitest'
import { nearestName } from '../src/index.ts'

describe('nearestName', () => {
  test.each([
    ['Viise', ['Kennis', 'Visie', 'Vissen'], 'Visie'],
    ['VISIE', ['Vissen', 'Visie'], 'Visie'],
    ['Beleid', ['Beleidsvrij', 'Geleid'], 'Geleid'],
    ['ab', ['ac', 'ad'], 'ac'],
    ['Visie', ['Organisatiestructuur'], undefined],
    ['Visie', [], undefined],
    ['abcdef', ['abcxyz'], 'abcxyz'],
    ['abcdef', ['abxxyz'], undefined],
  ])('of %j among %j is %j', (name, names, nearest) => {
    expect(nearestName(name, names)).toBe(nearest)
  })

  test('of a text that went astray is none', () => {
    expect(nearestName('a'.repeat(301), ['a'.repeat(301)])).toBeUndefined()
  })
})
