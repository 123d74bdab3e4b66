import { describe, expect, it } from 'vitest'
import * as analysis from '../src/index.ts'

describe('the public names of the package', () => {
  it('are these', () => {
    expect(Object.keys(analysis).sort()).toEqual([
      'casesTable',
      'checkJudgements',
      'codeFrequencies',
      'compare',
      'crosstab',
      'crosstabColumns',
      'participantsTable',
      'sourceCensus',
      'studyIndex',
    ])
  })
})
