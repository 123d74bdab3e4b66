import { readArchive } from '@codeerbank/archive'
import { emptyStudy } from '@codeerbank/core'
import { tableToCsv } from '@codeerbank/export'
import { describe, expect, it } from 'vitest'
import { type FileContent, studyOutputs } from '../src/study-outputs.ts'
import { studyTables } from '../src/study-tables.ts'
import { tableNames } from '../src/table-names.ts'

/** What is in a file: its text, or those of the parts of an archive. */
async function textsOf(content: FileContent): Promise<readonly string[]> {
  if (typeof content === 'string') return [content]
  const text = new TextDecoder()
  if (content[0] !== 0x50) return [text.decode(content)]
  const parts = await readArchive(content)
  return Promise.all(parts.map(async part => text.decode(await part.read())))
}

describe('a study in which nothing is yet', () => {
  it.each(studyTables(emptyStudy, 'nl').map(table => [table.name, table] as const))(
    'gives the table %s with its head and no number that is none',
    async (_, table) => {
      const made = table.make()
      expect(made.columns.length).toBeGreaterThan(0)
      const csv = await tableToCsv(made)
      expect(csv.split('\n')[0]).not.toBe('')
      expect(csv).not.toMatch(/NaN|Infinity|undefined/)
    },
  )

  it('gives every output, none of them broken', async () => {
    for (const output of studyOutputs(emptyStudy, { codes: [], frames: [] }, 'en')) {
      for (const text of await textsOf(await output.make()))
        expect(text, output.file).not.toMatch(/NaN|Infinity|undefined,|\[object/)
    }
  })
})

describe('the tables of a study', () => {
  it('are named for their number, or for their frame where there is none', () => {
    const frames = [{ id: 'x', table: 8 }, { id: 'y' }]
    expect([...tableNames(frames).values()]).toEqual(['table-8', 'y'])
  })

  it('have the claims and summaries only where there are any', () => {
    const names = studyTables(emptyStudy, 'nl').map(({ name }) => name)
    expect(names).not.toContain('claims')
    const by = { by: 'a', at: '2024-01-01T00:00:00Z' }
    const study = {
      ...emptyStudy,
      frames: [{ id: 'f', label: { nl: 'F' }, table: 3, rows: [] }],
      claims: [{ id: 'c', text: { nl: 'C' }, rules: [], ...by }],
      summaries: [{ id: 's', frame: 'f', row: 'r', case: 'c', text: '', cites: [], ...by }],
    }
    const more = studyTables(study, 'nl').map(({ name }) => name)
    expect(more).toEqual(expect.arrayContaining(['claims', 'framework-table-3', 'fragility-table-3']))
  })
})

describe('the tables of quotes and memos', () => {
  const files = (study: typeof emptyStudy) =>
    studyOutputs(study, { codes: [], frames: [] }, 'nl').map(({ file }) => file)
  const by = { by: 'a', at: '2024-03-01T09:00:00Z' }

  it('are documents too, that of memos where there are any', () => {
    expect(files(emptyStudy)).toEqual(expect.arrayContaining(['quotes.docx', 'quotes.html']))
    expect(files(emptyStudy)).not.toContain('memos.docx')
    const study = { ...emptyStudy, memos: [{ id: 'm', on: { type: 'study' as const }, text: 'Nota', ...by }] }
    expect(files(study)).toEqual(expect.arrayContaining(['memos.docx', 'memos.md']))
  })

  it('leave a build where there are more than 5,000 codings, and go by the command then', () => {
    const codings = Array.from({ length: 5001 }, (_, i) => ({
      ...{ id: `k${i}`, segment: 's', code: 'c', coder: 'a' },
      ...{ at: by.at, codeVersion: 1 },
    }))
    const study = { ...emptyStudy, codings }
    expect(files(study)).not.toContain('quotes.docx')
    expect(files({ ...study, codings: codings.slice(1) })).toContain('quotes.docx')
    expect(studyTables(study, 'nl').map(({ name }) => name)).toContain('quotes')
  })
})

describe('the tables of a study in another language than its own', () => {
  const study = {
    ...emptyStudy,
    language: 'nl' as const,
    cases: [{ id: 'k', label: { nl: 'Wijk', en: 'Quarter' }, values: {} }],
    sources: [
      {
        ...{ id: 's', title: 'S', kind: 'fieldwork-note' as const, case: 'k', participants: [], turns: [] },
        text: 'het vertrouwen the',
      },
    ],
  }
  const made = (name: string, language: 'nl' | 'en', of = study) =>
    studyTables(of, language)
      .find(table => table.name === name)!
      .make()

  it('have its labels in that language', () => {
    expect(made('cases', 'nl').rows).toEqual([['Wijk']])
    expect(made('cases', 'en').rows).toEqual([['Quarter']])
  })

  it('leave out the stop words of what was said, whatever the language of the labels', () => {
    for (const language of ['nl', 'en'] as const)
      expect(made('words', language).rows.map(([word]) => word)).toEqual(['the', 'vertrouwen'])
  })

  it('keep what is said below them beside the version of a frozen codebook', () => {
    const frozen = { ...study, frozen: { round: 'Ronde 1', at: '2024-05-01T10:00:00Z', by: 'kim' } }
    expect(made('co-occurrence', 'en', frozen).note?.en).toMatch(
      /^Counted over all coders together.* Codebook: Ronde 1, frozen on 2024-05-01/,
    )
    expect(made('cases', 'nl', frozen).note?.nl).toMatch(/^Codeboek: Ronde 1/)
  })
})
