import { type Study, sourceKinds } from '@codeerbank/core'
import fc from 'fast-check'
import { bareStudy, caseOf, codeOf, sourceOf, withCodings } from './study-cases.ts'

const words = ['Vraag?', 'een', 'twee', 'drie']
const people = ['anna', 'bert', 'cees']

/** Any small study: a tree of codes, sources of any kind in three cases, codings by two coders in any order. */
export const anyStudy: fc.Arbitrary<Study> = fc
  .record({
    parents: fc.array(fc.nat(), { minLength: 1, maxLength: 8 }),
    sources: fc.array(fc.record({ of: fc.nat(2), kind: fc.nat(5), person: fc.nat(2) }), {
      minLength: 1,
      maxLength: 5,
    }),
    codings: fc.uniqueArray(fc.tuple(fc.nat(4), fc.nat(3), fc.nat(7), fc.nat(1)), {
      maxLength: 60,
      selector: String,
    }),
    against: fc.array(fc.boolean(), { maxLength: 60 }),
  })
  .map(({ parents, sources, codings, against }) => {
    const study: Study = {
      ...bareStudy,
      cases: ['a', 'b', 'c'].map(id => caseOf(id, id)),
      codes: parents.map((parent, i) =>
        codeOf(`c${i}`, parent % (i + 1) === i ? null : `c${parent % (i + 1)}`),
      ),
      sources: sources.map(({ of, kind, person }, i) => {
        const source = sourceOf(`s${i}`, 'abc'[of]!, sourceKinds[kind]!)
        const turns = source.turns.map(turn =>
          turn.role === 'participant' ? { ...turn, participant: people[person]! } : turn,
        )
        return { ...source, turns }
      }),
    }
    const lines = new Set(
      codings.map(
        ([source, word, code, coder], i) =>
          [
            `s${source % sources.length}`,
            words[word],
            `c${code % parents.length}`,
            ['kim', 'lex'][coder],
          ].join(' ') + (against[i] ? ' -' : ''),
      ),
    )
    const seen = new Set<string>()
    const unique = [...lines].filter(line => {
      const key = line.replace(' -', '')
      return !seen.has(key) && seen.add(key)
    })
    return withCodings(study, unique)
  })
