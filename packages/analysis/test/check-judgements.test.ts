import { type Judgement, labelText, type Study } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { checkJudgements } from '../src/check-judgements.ts'
import { judge, phaseJudgements, phaseStudy, phases } from './comparison-cases.ts'
import { bareStudy } from './study-cases.ts'

/** What is wrong, as `code: case rows`. */
function found(study: Study): readonly string[] {
  return checkJudgements(study).map(({ code, severity, place }) => {
    const [, , of, ...rows] = place?.path ?? []
    return `${severity} ${code}: ${of} ${rows.join('+')}`
  })
}

const judged = (change: (judgement: Judgement) => Judgement | undefined): Study => ({
  ...phaseStudy,
  judgements: phaseJudgements.flatMap(each => change(each) ?? []),
})

describe('checkJudgements', () => {
  it('finds nothing where judgements and codings agree', () => {
    expect(checkJudgements(phaseStudy)).toEqual([])
  })

  it('finds nothing in a study without frames', () => {
    expect(checkJudgements(bareStudy)).toEqual([])
  })

  it('reports a row judged not reached that has codings, with the statements that say otherwise', () => {
    const study = judged(each =>
      each.id === 'zuid:norming+performing' ? { ...each, state: 'not reached' } : each,
    )
    expect(found(study)).toEqual(['error judgement-contradicted: zuid norming+performing'])
    const [problem] = checkJudgements(study)
    expect(problem?.message).toContain('2 codings')
    expect(problem?.message).toContain('uitwisselen; samen-doen')
  })

  it('does not hold a contradicting coding against a row judged not reached', () => {
    const study: Study = {
      ...phaseStudy,
      codings: phaseStudy.codings.map(each => ({ ...each, stance: 'contradicts' as const })),
      judgements: phaseJudgements.map(each => ({ ...each, state: 'not reached' as const })),
    }
    expect(found(study)).toEqual([])
  })

  it('names only the statements that are borne out', () => {
    const study = judged(each =>
      each.id === 'noord:forming+storming' ? { ...each, state: 'not reached' } : each,
    )
    const [problem] = checkJudgements(study)
    expect(problem?.message).toContain('verkennen; onenigheid')
    expect(problem?.message).not.toContain('vermijden')
  })

  it('reports a current row that no coding carries', () => {
    const study = judged(each =>
      each.case === 'leeg' && each.rows[0] === 'norming' ? { ...each, state: 'current' } : each,
    )
    expect(found(study)).toEqual(['error judgement-unsupported: leeg norming'])
  })

  it('lets a completed row have codings or none', () => {
    expect(found(judged(each => ({ ...each, state: 'completed' })))).toEqual([])
  })

  it('warns of a cell without a judgement in a frame where every cell is judged', () => {
    const study = judged(each => (each.id === 'zuid:storming' ? undefined : each))
    expect(found(study)).toEqual(['warning judgement-missing: zuid storming'])
  })

  it('does not miss judgements in another frame', () => {
    const { judged: _, ...frame } = phases
    expect(found({ ...phaseStudy, frames: [frame], judgements: [] })).toEqual([])
  })

  it('reports a judgement whose rows the frame no longer has side by side', () => {
    const { judged: _, ...frame } = phases
    const [forming, storming, norming, performing] = phases.rows
    const study: Study = {
      ...phaseStudy,
      frames: [{ ...frame, rows: [forming!, norming!, storming!, performing!] }],
      judgements: [judge('noord', ['forming', 'storming']), judge('leeg', ['performing'])],
    }
    expect(found(study)).toEqual(['error judgement-without-place: noord forming+storming'])
  })

  it('reports a second judgement on a row that another one has', () => {
    const study = { ...phaseStudy, judgements: [...phaseJudgements, judge('noord', ['storming'])] }
    expect(found(study)).toEqual(['error judgement-without-place: noord storming'])
  })

  it('reports a judgement of a case that the study does not have', () => {
    const study = { ...phaseStudy, judgements: [...phaseJudgements, judge('west', ['storming'])] }
    expect(found(study)).toEqual(['error judgement-without-place: west storming'])
  })

  it('reports everything at once, by case and row', () => {
    const study = judged(each =>
      each.id === 'noord:performing'
        ? undefined
        : { ...each, state: each.case === 'leeg' ? 'current' : 'not reached' },
    )
    expect(found(study)).toEqual([
      'error judgement-contradicted: noord forming+storming',
      'warning judgement-missing: noord performing',
      'error judgement-contradicted: zuid norming+performing',
      'error judgement-unsupported: leeg forming',
      'error judgement-unsupported: leeg storming',
      'error judgement-unsupported: leeg norming',
      'error judgement-unsupported: leeg performing',
    ])
  })

  it('names the frame, the rows and the case as a person knows them', () => {
    const [problem] = checkJudgements(judged(each => (each.id === 'zuid:storming' ? undefined : each)))
    expect(problem?.message).toContain(`${labelText(phases.label, 'nl')}: storming, Zuid`)
  })
})
