import { existsSync, readFileSync } from 'node:fs'
import { type Code, type Label, labelText } from '@codeerbank/core'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readCodebook } from '../src/index.ts'

interface CodeFacts {
  readonly themes: readonly {
    readonly label: Label
    readonly main_codes: readonly {
      readonly label: Label
      readonly qualifier?: Label
      readonly literature?: readonly string[]
      readonly meaning: Label
      readonly sub_codes: readonly Label[]
    }[]
  }[]
  readonly counts: { readonly themes: number; readonly main_codes: number; readonly sub_codes: number }
}

interface TableFacts {
  readonly frames: Readonly<
    Record<
      string,
      { readonly order: readonly string[]; readonly hints?: Readonly<Record<string, readonly string[]>> }
    >
  >
  readonly tables: readonly {
    readonly number: number
    readonly title: Label
    readonly frame: string
    readonly cells: readonly { readonly rows: readonly string[]; readonly statements?: readonly string[] }[]
  }[]
}

const file = (path: string) => new URL(path, import.meta.url)
const shared = file('../../../../shared/reference/')
const absent = existsSync(shared) ? false : '../shared/reference is absent: the facts were not compared'
const facts = <T>(name: string) => parse(readFileSync(new URL(name, shared), 'utf8')) as T

const markdown = readFileSync(file('../bijlage-c.md'), 'utf8')
const { value: codebook, problems } = readCodebook(markdown, { file: 'bijlage-c.md' })
const childrenOf = (parent: string | null, ...levels: readonly Code['level'][]) =>
  codebook.codes.filter(code => code.parent === parent && levels.includes(code.level))

describe('Bijlage C', () => {
  test('is the codebook of the example study', () => {
    expect(readFileSync(file('../../../examples/bruggenbouwers/codebook.md'), 'utf8')).toBe(markdown)
  })

  test('is read without a problem', () => {
    expect(problems).toEqual([])
  })

  test('has 3 themes, 9 main codes, 45 sub-codes, and 12 rows for statements', () => {
    const count = (level: Code['level']) => codebook.codes.filter(code => code.level === level).length
    expect([count('theme'), count('main code'), count('sub-code'), count('frame row')]).toEqual([
      3, 9, 45, 12,
    ])
  })

  test('has a label and a definition in Dutch and in English for every code', () => {
    for (const { id, label, definition } of codebook.codes)
      expect([id, typeof label.nl, typeof label.en, typeof definition?.nl, typeof definition?.en]).toEqual([
        id,
        ...Array.from({ length: 4 }, () => 'string'),
      ])
  })

  test('has the themes, main codes and sub-codes of the report in order', ({ skip }) => {
    if (absent) skip(absent)
    const { themes, counts } = facts<CodeFacts>('bijlage-c.yaml')
    expect(counts).toEqual({ themes: 3, main_codes: 9, sub_codes: 45 })
    const tree = childrenOf(null, 'theme').map(theme => ({
      label: theme.label,
      main_codes: childrenOf(theme.id, 'main code').map(main => ({
        label: main.label,
        qualifier: main.qualifier,
        literature: main.literature,
        sub_codes: childrenOf(main.id, 'sub-code', 'statement').map(sub => sub.label),
      })),
    }))
    expect(tree).toEqual(
      themes.map(({ label, main_codes }) => ({
        label,
        main_codes: main_codes.map(({ meaning, ...main }) => ({
          qualifier: undefined,
          literature: undefined,
          ...main,
        })),
      })),
    )
  })

  test('has the three tables of the report with their rows and hints in order', ({ skip }) => {
    if (absent) skip(absent)
    const { frames, tables } = facts<TableFacts>('tables.yaml')
    expect(
      codebook.frames.map(frame => ({
        id: frame.id,
        number: frame.table,
        title: frame.label,
        rows: frame.rows.map(row => [row.label.nl, row.hints?.map(hint => hint.en)]),
      })),
    ).toEqual(
      tables.map(({ number, title, frame }) => ({
        id: frame.replace('_', '-'),
        number,
        title,
        rows: frames[frame]?.order.map(row => [row, frames[frame]?.hints?.[row]]),
      })),
    )
  })

  test('has every statement of the tables under a code of its rows, and no others', ({ skip }) => {
    if (absent) skip(absent)
    const { tables } = facts<TableFacts>('tables.yaml')
    for (const { number, cells } of tables) {
      const frame = codebook.frames.find(({ table }) => table === number)
      const rowOf = new Map<string, string[]>()
      for (const row of frame?.rows ?? [])
        for (const code of row.codes)
          for (const { label } of childrenOf(code, 'statement')) {
            const statement = labelText(label, 'nl')
            rowOf.set(statement, [...(rowOf.get(statement) ?? []), labelText(row.label, 'nl')])
          }
      const wanted = new Set<string>()
      for (const { rows, statements = [] } of cells)
        for (const statement of statements) {
          wanted.add(statement)
          expect([statement, rowOf.get(statement)?.some(row => rows.includes(row))]).toEqual([
            statement,
            true,
          ])
        }
      expect([...rowOf.keys()].filter(statement => !wanted.has(statement))).toEqual([])
      expect([...rowOf.values()].filter(rows => rows.length > 1)).toEqual([])
    }
  })

  test('names in each row of a frame the code of the same name', () => {
    const rows = codebook.frames.flatMap(frame => frame.rows)
    expect(rows).toHaveLength(12)
    for (const { label, codes } of rows)
      expect(codes.map(id => codebook.codes.find(code => code.id === id)?.label)).toEqual([label])
  })
})
