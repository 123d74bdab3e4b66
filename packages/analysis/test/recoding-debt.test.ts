import type { Study } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import {
  checkRecodingDebt,
  datedCodingsTable,
  recodingDebt,
  recodingDebtTable,
  splitByRule,
} from '../src/index.ts'
import { codedStudy } from './study-cases.ts'

/** The study with these codes at these versions; its codings were made under the first. */
const redefined = (versions: Readonly<Record<string, number>>, study: Study = codedStudy): Study => ({
  ...study,
  codes: study.codes.map(code => ({
    ...code,
    version: versions[code.id] ?? code.version,
    definition: { nl: `Wat ${code.id} is.`, en: `What ${code.id} is.` },
  })),
})

describe('codings made under an older definition', () => {
  const study = redefined({ open: 3, gesloten: 2 })

  it('are those whose code was defined anew, in the order of the study', () => {
    expect(recodingDebt(study)).toEqual([
      { coding: 'n1:7-10|open|kim', code: 'open', case: 'noord', version: 1, current: 3 },
      { coding: 'n1:7-10|open|lex', code: 'open', case: 'noord', version: 1, current: 3 },
      { coding: 'n1:7-10|gesloten|kim', code: 'gesloten', case: 'noord', version: 1, current: 2 },
      { coding: 'n1:11-15|open|kim', code: 'open', case: 'noord', version: 1, current: 3 },
      { coding: 'z1:0-6|gesloten|lex', code: 'gesloten', case: 'zuid', version: 1, current: 2 },
    ])
  })

  it('are none once they were reviewed, nor where the code is gone', () => {
    const reviewed = { ...study, codings: study.codings.map(each => ({ ...each, codeVersion: 3 })) }
    expect(recodingDebt(reviewed)).toEqual([])
    expect(recodingDebt({ ...study, codes: [] })).toEqual([])
    expect(checkRecodingDebt(reviewed)).toEqual([])
  })

  it('are not those of a code below one that was defined anew', () => {
    expect(recodingDebt(redefined({ houding: 2 }))).toEqual([])
  })

  it('are a warning a code, with how many stand in which case', () => {
    const problems = checkRecodingDebt(study)
    expect(problems.map(({ code, severity, place }) => [code, severity, place?.path])).toEqual([
      ['recoding-debt', 'warning', ['codes', 'open']],
      ['recoding-debt', 'warning', ['codes', 'gesloten']],
    ])
    expect(problems[1]?.message).toContain('2 codings with code "gesloten"')
    expect(problems[1]?.message).toContain('(noord: 1, zuid: 1)')
  })

  it('are told by the name of their code, one in the singular', () => {
    const codes = study.codes.map(code =>
      code.id === 'gesloten' ? { ...code, label: { nl: 'Dicht' } } : code,
    )
    const codings = study.codings.filter(({ id }) => id !== 'z1:0-6|gesloten|lex')
    expect(checkRecodingDebt({ ...study, codes, codings })[1]?.message).toBe(
      '1 coding with code "Dicht" was made under an older definition (noord: 1). Look at each again, and note that with "codeerbank review" or withdraw it.',
    )
  })

  it('are counted by code and case, all cases shown', () => {
    const { rows, columns } = recodingDebtTable(study)
    expect(columns.map(({ id }) => id)).toEqual(['code', 'noord', 'zuid', 'leeg'])
    expect(rows).toEqual([
      ['open', 3, 0, 0],
      ['gesloten', 1, 1, 0],
    ])
    expect(recodingDebtTable(codedStudy).rows).toEqual([])
  })

  it('are listed with their words and the definition of today, in the language of the study', () => {
    const row = ['n1:7-10|open|kim', 'open', 'noord', 'n1', 'een']
    expect(datedCodingsTable(study).rows[0]).toEqual([...row, 'Wat open is.'])
    expect(datedCodingsTable({ ...study, language: 'en' }).rows[0]).toEqual([...row, 'What open is.'])
  })
})

describe('a code that is split by who coded, or when', () => {
  const label = (nl: string) => ({ nl })

  it('gives a part the codings of its coder alone, where both coded the same words', () => {
    const { change, left } = splitByRule(codedStudy, 'open', [
      { label: label('Van Kim'), when: 'coder:kim' },
      { label: label('Van Lex'), when: 'coder:lex' },
    ])
    expect(change.assign.map(({ coding, code }) => [coding, code])).toEqual([
      ['n1:7-10|open|kim', 'van-kim'],
      ['n1:7-10|open|lex', 'van-lex'],
      ['n1:11-15|open|kim', 'van-kim'],
    ])
    expect(left).toEqual([])
  })

  it('goes by other codes on the same words, whoever gave them', () => {
    const { change, left } = splitByRule(codedStudy, 'open', [{ label: label('Beide'), when: 'gesloten' }])
    expect(change.assign.map(({ coding }) => coding)).toEqual(['n1:7-10|open|kim', 'n1:7-10|open|lex'])
    expect(left).toEqual(['n1:11-15|open|kim'])
  })

  it('leaves what was coded later to the rest', () => {
    const dated = {
      ...codedStudy,
      codings: codedStudy.codings.map(each =>
        each.coder === 'lex' ? { ...each, at: '2024-05-01T10:00:00Z' } : each,
      ),
    }
    const { change } = splitByRule(dated, 'open', [
      { label: label('Eerst'), when: 'until:2024-04' },
      { label: label('Later') },
    ])
    expect(change.assign.map(({ coding, code }) => [coding, code])).toEqual([
      ['n1:7-10|open|kim', 'eerst'],
      ['n1:7-10|open|lex', 'later'],
      ['n1:11-15|open|kim', 'eerst'],
    ])
  })
})
