import type { Memo, MemoTarget, Study } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { memosTable, quotesTable } from '../src/index.ts'
import { bareStudy, codedStudy, withCodings } from './study-cases.ts'

describe('the quotes of a study', () => {
  const study = withCodings(bareStudy, [
    'z1 een status kim',
    'n1 twee status lex -',
    'n1 een open kim',
    'n2 een status kim',
  ])

  it('stand by code, then by case, each with where it comes from and who coded it', () => {
    const [coding] = study.codings
    const remembered: Study = {
      ...study,
      codings: [{ ...coding!, memo: 'Let op' }, ...study.codings.slice(1)],
    }
    expect(quotesTable(remembered).rows).toEqual([
      ['open', 'Noord', 'Bron n1', 2, 'Anna', 'een', 'Kim', null],
      ['status', 'Noord', 'Bron n1', 3, 'R2', 'twee', 'Lex', 'spreekt dit tegen'],
      ['status', 'Noord', 'Bron n2', 2, 'Anna', 'een', 'Kim', null],
      ['status', 'Zuid', 'Bron z1', 2, 'Anna', 'een', 'Kim', 'Let op'],
    ])
  })

  it('are a row for each coding, and say what is against a code in the language of the study', () => {
    expect(quotesTable(codedStudy).rows).toHaveLength(codedStudy.codings.length)
    const table = quotesTable({ ...study, language: 'en' })
    expect(table.rows[1]?.at(-1)).toBe('speaks against this')
    expect(table.columns.map(({ label }) => label.en)).toEqual([
      'Code',
      'Case',
      'Source',
      'Paragraph',
      'Speaker',
      'Quote',
      'Coder',
      'Remark',
    ])
  })
})

describe('the memos of a study', () => {
  const study = withCodings(bareStudy, ['n1 een open kim'])
  const memo = (on: MemoTarget, more: Partial<Memo> = {}): Memo => ({
    id: 'm',
    on,
    text: 'Nota.',
    by: 'kim',
    at: '1970-01-01T00:00:00Z',
    ...more,
  })
  const about = (on: MemoTarget) => memosTable({ ...study, memos: [memo(on)] }).rows[0]?.slice(0, 2)

  it.each([
    [{ type: 'study' }, ['studie', 'Klein']],
    [{ type: 'case', id: 'zuid' }, ['casus', 'Zuid']],
    [{ type: 'source', id: 'n1' }, ['bron', 'Bron n1']],
    [{ type: 'participant', id: 'bert' }, ['deelnemer', 'Bert']],
    [{ type: 'code', id: 'open' }, ['code', 'open']],
    [{ type: 'segment', id: 'n1:7-10' }, ['fragment', 'een']],
    [{ type: 'coding', id: 'weg' }, ['codering', 'weg']],
    [{ type: 'frame', id: 'weg' }, ['vergelijking', 'weg']],
  ] as const)('say by name what they are about: %j', (on, said) => {
    expect(about(on)).toEqual(said)
  })

  it('say of a coding its code and its words', () => {
    expect(about({ type: 'coding', id: study.codings[0]!.id })).toEqual(['codering', 'open: een'])
  })

  it('have their title, text, who wrote them and when, where that is known', () => {
    const at = '2024-03-12T10:00:00+01:00'
    const memos = [
      memo({ type: 'study' }),
      memo({ type: 'study' }, { title: 'Kop', text: 'A\nB', by: 'x', at }),
    ]
    expect(memosTable({ ...study, memos }).rows).toEqual([
      ['studie', 'Klein', null, 'Nota.', 'Kim', null],
      ['studie', 'Klein', 'Kop', 'A\nB', 'x', at],
    ])
  })
})
