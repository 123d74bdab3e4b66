import { describe, expect, it } from 'vitest'
import { applyChanges, applyFitting, type Change } from '../src/index.ts'
import { at, change, code, coding, study } from './core-cases.ts'

const freeze = change('freeze-codebook', { round: 'Ronde 1' })
const frozen = applyChanges(study, [freeze])

/** One of each kind of change to a codebook. */
const codebookChanges: readonly Change[] = [
  code('vogel'),
  change('rename-code', { code: 'kat', label: { nl: 'Poes' } }),
  change('redefine-code', { code: 'kat', definition: { nl: 'Spint.' } }),
  change('move-code', { code: 'kat', parent: null }),
  change('merge-codes', { codes: ['kat'], into: 'hond' }),
  change('split-code', { code: 'kat', into: [], assign: [] }),
  change('retire-code', { code: 'kat' }),
  change('set-frame', { frame: { id: 'g', label: { nl: 'G' }, rows: [] } }),
  change('remove-frame', { frame: 'f' }),
  change('freeze-codebook', { round: 'Ronde 2' }),
]

describe('a frozen codebook', () => {
  it('says for which round, by whom and since when', () =>
    expect(frozen.frozen).toEqual({ round: 'Ronde 1', by: 'anna', at }))

  it.each(codebookChanges)('refuses $kind, and takes it before and after', changed => {
    const refused = applyFitting(frozen, [changed])
    expect(refused.problems.map(problem => problem.code)).toEqual(['codebook-frozen'])
    expect(refused.value).toEqual(frozen)
    expect(applyFitting(study, [changed]).problems).toEqual([])
    expect(applyFitting(frozen, [change('thaw-codebook', {}), changed]).problems).toEqual([])
  })

  it('lets coders code', () => {
    const { codings } = applyChanges(frozen, [coding('nieuw', 'g2', 'kat')])
    expect(codings.at(-1)?.id).toBe('nieuw')
  })

  it('that is thawed leaves the study as it was', () =>
    expect(applyChanges(frozen, [change('thaw-codebook', {})])).toEqual(study))
})
