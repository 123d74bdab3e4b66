import { describe, expect, it } from 'vitest'
import { findConflicts } from '../src/history/find-conflicts.ts'
import { changeDetail, changeLabels, changeSubject, parseChanges } from '../src/index.ts'
import { change } from './core-cases.ts'
import { endings, everyKind } from './every-kind-cases.ts'

const kinds = Object.entries(everyKind)

describe('a change', () => {
  it('of every kind is taken from outside as it is', () => {
    const changes = kinds.map(([kind, { change: more }]) => change(kind, more))
    expect(parseChanges(structuredClone(changes))).toEqual(changes)
    expect(kinds.map(([kind]) => kind).toSorted()).toEqual(Object.keys(changeLabels).toSorted())
  })

  it.each(kinds)(
    '%s says what it is about, and what it says of it',
    (kind, { change: more, about, says }) => {
      const given = change(kind, more)
      const { type, id } = changeSubject(given)
      expect([type, id]).toEqual(about)
      expect([changeDetail(given, 'nl'), changeDetail(given, 'en')]).toEqual(says)
    },
  )
})

const aboutOf = (...given: Parameters<typeof findConflicts>) =>
  findConflicts(...given).conflicts.map(({ about }) => about)

describe('two coders who made the same change apart', () => {
  it.each(kinds)('%s: are at one where they meant the same', (kind, { change: more }) => {
    expect(aboutOf([change(kind, more, 'a')], [change(kind, more, 'b')])).toEqual([])
  })

  it.each(kinds.filter(([, { otherwise }]) => otherwise !== null))(
    '%s: are not where they meant something else',
    (kind, { change: more, otherwise, conflicts }) => {
      const [one, other] = [change(kind, more, 'a'), change(kind, otherwise!, 'b')]
      const found = findConflicts([one], [other]).conflicts
      expect(found).toEqual(conflicts.map(about => ({ about, changes: ['a', 'b'] })))
      expect(aboutOf([other], [one]).toSorted()).toEqual(conflicts.toSorted())
    },
  )

  it.each(Object.entries(endings))('%s: are not at one', (_, [first, second, about]) => {
    const [one, other] = [
      { ...first, id: 'a' },
      { ...second, id: 'b' },
    ]
    expect(aboutOf([one], [other])).toContain(about)
    expect(aboutOf([other], [one])).toContain(about)
  })

  it('are at one about different things of a kind', () => {
    const [kat, hond] = ['kat', 'hond'].map(code => change('retire-code', { code }, code))
    expect(aboutOf([kat!], [hond!])).toEqual([])
  })
})
