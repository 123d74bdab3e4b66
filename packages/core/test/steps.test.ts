import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyFitting, changeLabels, type Study } from '../src/index.ts'
import { anyChange, source } from './any-change.ts'
import { broken } from './broken.ts'
import { change, coding, segment, setUp, study } from './core-cases.ts'

describe('changes in a row', () => {
  it('are of every kind, and of each some fit and some do not', () => {
    const [fitting, refused] = [new Set<string>(), new Set<string>()]
    fc.assert(
      fc.property(fc.array(anyChange, { minLength: 30, maxLength: 60 }), changes => {
        const named = changes.map((each, i) => ({ ...each, id: `c${i}` }))
        const not = new Set(applyFitting(study, named).problems.map(problem => problem.place?.path?.[1]))
        for (const { id, kind } of named) (not.has(id) ? refused : fitting).add(kind)
      }),
      { numRuns: 1000 },
    )
    const always = ['describe-study', 'thaw-codebook', 'save-query', 'settle-conflict']
    expect([...fitting].toSorted()).toEqual(Object.keys(changeLabels).toSorted())
    expect([...refused, ...always].toSorted()).toEqual(Object.keys(changeLabels).toSorted())
  })

  it('make the same study one by one as in one call, with the same problems', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 14 }), changes => {
        let after = study
        const problems = []
        for (const each of changes) {
          const step = applyFitting(after, [each])
          after = step.value
          problems.push(...step.problems)
        }
        const atOnce = applyFitting(study, changes)
        expect(atOnce.value).toEqual(after)
        expect(atOnce.problems).toEqual(problems)
      }),
      { numRuns: 1000 },
    )
  })

  it('leave no segment, coding, code, screening or frame that names what is not there', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 14 }), changes => {
        expect(broken(applyFitting(study, changes).value)).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('leave the study before as it was, and one that went through JSON is changed alike', () => {
    const before = JSON.stringify(study)
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 14 }), changes => {
        const copy: Study = JSON.parse(before)
        expect(applyFitting(copy, changes)).toEqual(applyFitting(study, changes))
        expect(JSON.stringify(study)).toBe(before)
      }),
    )
  })

  it('that are refused change nothing: the others alone make the same study', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 10 }), changes => {
        const named = changes.map((each, i) => ({ ...each, id: `c${i}` }))
        const { value, problems } = applyFitting(study, named)
        const refused = new Set(problems.map(problem => problem.place?.path?.[1]))
        const others = applyFitting(
          study,
          named.filter(each => !refused.has(each.id)),
        )
        expect(others.problems).toEqual([])
        expect(others.value).toEqual(value)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('what comes back under its old id', () => {
  const onT = change('add-source', { source: { ...source, id: 't' } })
  const moved = change('add-segment', {
    segment: { id: 'g1', source: 't', start: 0, end: 3, quote: 'Een', prefix: '', suffix: '' },
  })

  it('on another segment does not go with the segment that it was on', () => {
    const { value, problems } = applyFitting(study, [
      change('remove-segment', { segment: 'g1' }),
      segment('g1', 0, 10),
      coding('k1', 'g2', 'kat'),
      change('remove-segment', { segment: 'g1' }),
    ])
    expect(problems).toEqual([])
    expect(value.codings.map(({ id }) => id)).toEqual(['k3', 'k1'])
  })

  it('in another source does not go with the source that it was in', () => {
    const { value, problems } = applyFitting(study, [
      onT,
      change('correct-source', { source: 's', text: source.text, turns: [], moves: [] }),
      change('remove-segment', { segment: 'g1' }),
      moved,
      change('remove-source', { source: 's' }),
    ])
    expect(problems).toEqual([])
    expect(value.segments.map(({ id, source: of }) => [id, of])).toEqual([['g1', 't']])
  })

  it('is found in a study that was made of all of it', () => {
    expect(applyFitting(study, [setUp[4]!]).problems.map(problem => problem.code)).toEqual(['duplicate-case'])
  })
})
