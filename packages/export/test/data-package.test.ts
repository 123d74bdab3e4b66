import { createHash } from 'node:crypto'
import { readArchive } from '@codeerbank/archive'
import { applyChanges, type Change, emptyStudy, type Study } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dataPackageFileNames, studyToDataPackage, studyToDataPackageZip } from '../src/index.ts'
import { type PackageResource, type PackageRow, resourcesOf, rowsOf } from './data-package-cases.ts'
import { packageColumns } from './data-package-columns.ts'
import { awkwardStudy } from './export-cases.ts'

const at = '2024-05-01T10:00:00Z'
const by = 'anna'

/** The awkward study with something of every kind of thing. */
const fullStudy: Study = applyChanges(awkwardStudy, [
  {
    id: '1',
    at,
    by,
    kind: 'add-variable',
    variable: { id: 'omvang', label: { nl: 'Omvang' }, on: 'case', type: 'number' },
  },
  { id: '2', at, by, kind: 'set-value', on: 'case', item: 'oost', variable: 'omvang', value: -3.5 },
  { id: '3', at, by, kind: 'set-value', on: 'case', item: 'west', variable: 'omvang', value: null },
  { id: '4', at, by, kind: 'write-memo', memo: { id: 'm1', on: { type: 'study' }, text: '+plan\r\n"b"' } },
  { id: '5', at, by, kind: 'record-screening', screening: { id: 'sc', source: 's1', code: 'groep' } },
  { id: '6', at, by, kind: 'save-query', query: { id: 'q', text: 'ruzie/**' } },
  {
    id: '7',
    at,
    by,
    kind: 'state-claim',
    claim: { id: 'cl', text: { nl: 'Overal ruzie' }, rules: [{ case: 'oost', supports: 'ruzie' }] },
  },
  {
    id: '8',
    at,
    by,
    kind: 'write-summary',
    summary: {
      id: 'su',
      frame: 'frame',
      row: 'r1',
      case: 'oost',
      text: '@oost: ruzie',
      cites: [{ coding: 'k1', quote: '=1+1 zei hij', codeVersion: 1 }],
    },
  },
  {
    id: '9',
    at,
    by,
    kind: 'add-source',
    source: {
      id: 's2',
      title: 'Overleg',
      kind: 'meeting-observation',
      case: 'west',
      participants: ['P1'],
      topics: ['samenwerking'],
      text: '😀 Overleg.',
      turns: [],
      grid: {
        actors: ['A', 'B'],
        indicators: [{ part: 'verbal', label: 'praat', values: ['veel', null] }],
        generalImpression: '-',
      },
      origin: { file: 'a.md', line: 3, format: 'markdown', sha256: 'ab' },
    },
  },
] satisfies readonly Change[])

const names = Object.keys(packageColumns)

async function tablesOf(study: Study, guard = true): Promise<ReadonlyMap<string, readonly PackageRow[]>> {
  const files = await studyToDataPackage(study, { guard })
  const tables = resourcesOf(files).map(
    async resource => [resource.name, (await rowsOf(files, resource, guard)).rows] as const,
  )
  return new Map(await Promise.all(tables))
}

/** What the standard asks of a resource and its fields (profiles datapackage, dataresource and tableschema of version 2.0). */
function faultsOf(resource: PackageResource): readonly string[] {
  const faults: string[] = []
  const must = (holds: boolean, what: string) => {
    if (!holds) faults.push(`${resource.name}: ${what}`)
  }
  const { fields, primaryKey = [], foreignKeys = [] } = resource.schema
  must(/^[a-z0-9._-]+$/.test(resource.name), 'a name of lower-case letters')
  must(/^(?![./~])(?!.*\.\.\/)[^\\:]+$/.test(resource.path), 'a path within the package')
  must(resource.type === 'table', 'a table')
  must(/^sha256:[0-9a-f]{64}$/.test(resource.hash), 'a hash with its algorithm')
  must(Number.isInteger(resource.bytes), 'a size')
  must(fields.length > 0, 'fields')
  const known = new Set(fields.map(field => field.name))
  must(known.size === fields.length, 'fields of different names')
  for (const { name, type, title, description, constraints = {} } of fields) {
    must(/^[a-z][a-z0-9_]*$/.test(name), `a plain name for ${name}`)
    must(
      ['string', 'integer', 'number', 'boolean', 'date', 'datetime'].includes(type),
      `a type of Table Schema for ${name}`,
    )
    must(title.length > 0 && description.length > 10, `a title and a description for ${name}`)
    const allowed = ['required', 'enum', ...(type === 'integer' || type === 'number' ? ['minimum'] : [])]
    must(
      Object.keys(constraints).every(each => allowed.includes(each)),
      `constraints that fit ${name}`,
    )
  }
  must(
    primaryKey.every(each => known.has(each)),
    'a primary key of its fields',
  )
  for (const key of foreignKeys) {
    must(
      key.fields.every(each => known.has(each)),
      'foreign keys of its fields',
    )
    must(key.fields.length === key.reference.fields.length, 'foreign keys that match')
  }
  return faults
}

describe('a study as a data package', () => {
  it('is a description and a table for each kind of thing', async () => {
    const files = await studyToDataPackage(fullStudy)
    expect(files.map(({ name }) => name)).toEqual(['datapackage.json', ...names.map(name => `${name}.csv`)])
    expect(dataPackageFileNames()).toEqual(files.map(({ name }) => name))
    const { $schema, name, title, resources } = JSON.parse(files[0]!.content)
    expect([$schema, name, title]).toEqual([
      'https://datapackage.org/profiles/2.0/datapackage.json',
      'proef',
      'Proef',
    ])
    expect(resources.map((resource: { $schema: string }) => resource.$schema)).toEqual(
      names.map(() => 'https://datapackage.org/profiles/2.0/dataresource.json'),
    )
  })

  it('has these columns of these types', async () => {
    const resources = resourcesOf(await studyToDataPackage(fullStudy))
    const columns = resources.map(({ name, schema }) => [
      name,
      schema.fields.map(field => `${field.name} ${field.type}`),
    ])
    expect(Object.fromEntries(columns)).toEqual(packageColumns)
  })

  it('is described as the standard asks', async () => {
    const resources = resourcesOf(await studyToDataPackage(fullStudy))
    expect(resources.flatMap(faultsOf)).toEqual([])
    const known = new Map(resources.map(each => [each.name, each.schema.fields.map(field => field.name)]))
    for (const { schema } of resources)
      for (const { reference } of schema.foreignKeys ?? [])
        expect(known.get(reference.resource)).toEqual(expect.arrayContaining([...reference.fields]))
  })

  it('describes every column of every table, and no other; the sizes and hashes are those of the files', async () => {
    const files = await studyToDataPackage(fullStudy)
    for (const resource of resourcesOf(files)) {
      const { head } = await rowsOf(files, resource)
      expect(head).toEqual(resource.schema.fields.map(field => field.name))
      const bytes = Buffer.from(files.find(({ name }) => name === resource.path)!.content)
      expect(resource.bytes).toBe(bytes.length)
      expect(resource.hash).toBe(`sha256:${createHash('sha256').update(bytes).digest('hex')}`)
    }
  })

  it('keeps what it says: values that are required, of a list, no smaller; keys that are unique and lead somewhere', async () => {
    const files = await studyToDataPackage(fullStudy)
    const resources = resourcesOf(files)
    const tables = await tablesOf(fullStudy)
    for (const { name, schema } of resources) {
      const rows = tables.get(name)!
      for (const { name: field, constraints = {} } of schema.fields)
        for (const row of rows) {
          const value = row[field]
          if (constraints.required === true) expect(value, `${name}.${field}`).not.toBeNull()
          if (constraints.enum !== undefined && value !== null) expect(constraints.enum).toContain(value)
          if (constraints.minimum !== undefined && value !== null)
            expect(value).toBeGreaterThanOrEqual(constraints.minimum)
        }
      const keyOf = (row: PackageRow, fields: readonly string[]) =>
        JSON.stringify(fields.map(field => row[field]))
      if (schema.primaryKey !== undefined)
        expect(new Set(rows.map(row => keyOf(row, schema.primaryKey!))).size, name).toBe(rows.length)
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const there = new Set(tables.get(reference.resource)!.map(row => keyOf(row, reference.fields)))
        for (const row of rows)
          if (fields.every(field => row[field] !== null)) expect(there).toContain(keyOf(row, fields))
      }
    }
  })

  it('gives its values back as they were', async () => {
    const tables = await tablesOf(fullStudy)
    expect(tables.get('study')).toEqual([{ title_nl: 'Proef', title_en: 'Trial', language: 'nl' }])
    expect(tables.get('values')).toEqual([
      { on: 'case', item: 'oost', variable: 'omvang', type: 'number', value: '-3.5' },
      { on: 'case', item: 'west', variable: 'omvang', type: 'missing', value: null },
    ])
    expect(tables.get('variables')).toEqual([
      { id: 'omvang', label_nl: 'Omvang', label_en: null, on: 'case', type: 'number' },
    ])
    expect(tables.get('participants')).toEqual([
      { id: 'P1', label: 'Wijkagent P1', case: 'oost', organisation: null, function: null, note: null },
    ])
    expect(tables.get('sources')?.[1]).toEqual({
      id: 's2',
      title: 'Overleg',
      kind: 'meeting-observation',
      form: null,
      case: 'west',
      date: null,
      activities: null,
      language: null,
      impression: '-',
      file: 'a.md',
      line: 3,
      format: 'markdown',
      sha256: 'ab',
    })
    expect(tables.get('turns')?.[1]).toEqual({
      source: 's1',
      position: 2,
      start: 32,
      end: 69,
      speaker: 'R1',
      role: 'participant',
      participant: 'P1',
      time: null,
      time_end: null,
    })
    expect(tables.get('source-topics')).toEqual([{ source: 's2', position: 1, topic: 'samenwerking' }])
    expect(tables.get('frame-rows')).toEqual(
      ['Rij een', 'Rij twee', 'Rij drie'].map((label_nl, i) => ({
        frame: 'frame',
        position: i + 1,
        row: `r${i + 1}`,
        label_nl,
        label_en: null,
      })),
    )
    expect(tables.get('frame-row-codes')).toEqual([
      { frame: 'frame', row: 'r1', position: 1, code: 'ruzie' },
      { frame: 'frame', row: 'r2', position: 1, code: 'stil' },
    ])
    expect(tables.get('codings')?.map(row => [row.id, row.coder, row.stance, row.at, row.memo])).toEqual([
      ['k1', 'anna', 'supports', '2024-03-01T09:00:00+01:00', 'Let op; memo'],
      ['k2', 'bram', 'supports', '2024-03-05T16:30:00+01:00', null],
      ['k3', 'anna', 'supports', '2024-03-01T09:00:00+01:00', null],
      ['k4', 'bram', 'contradicts', '2024-03-05T16:30:00+01:00', null],
    ])
    expect(tables.get('screenings')).toEqual([
      { id: 'sc', source: 's1', code: 'groep', code_version: 1, by, at },
    ])
    expect(tables.get('claim-rules')).toEqual([
      { claim: 'cl', position: 1, case: 'oost', supports: 'ruzie', contradicts: null },
    ])
    expect(tables.get('queries')).toEqual([{ id: 'q', label_nl: null, label_en: null, text: 'ruzie/**' }])
    expect(tables.get('summaries')).toEqual([
      { id: 'su', frame: 'frame', row: 'r1', case: 'oost', text: '@oost: ruzie', by, at },
    ])
    expect(tables.get('judgements')?.[0]).toMatchObject({ state: 'not reached', reasons: 'Nooit <gezien>.' })
    expect(tables.get('codes')?.[2]).toMatchObject({
      id: 'stil',
      label_nl: '=Stil',
      parent: 'groep',
      version: 1,
    })
    expect(tables.get('texts')).toEqual([
      { source: 's1', text: awkwardStudy.sources[0]!.text },
      { source: 's2', text: '😀 Overleg.' },
    ])
    expect(tables.get('observations')).toEqual([
      { source: 's2', row: 1, column: 1, part: 'verbal', indicator: 'praat', actor: 'A', seen: 'veel' },
      { source: 's2', row: 1, column: 2, part: 'verbal', indicator: 'praat', actor: 'B', seen: null },
    ])
    expect(tables.get('memos')).toEqual([
      { id: 'm1', on: 'study', item: null, title: null, text: '+plan\r\n"b"', by, at },
    ])
    expect(tables.get('citations')).toEqual([
      { summary: 'su', position: 1, coding: 'k1', quote: '=1+1 zei hij', code_version: 1 },
    ])
    expect(tables.get('judgement-rows')?.map(row => row.row)).toEqual(['r1', 'r2'])
  })

  it('counts the places of segments in UTF-16 units and in characters', async () => {
    const [, second] = (await tablesOf(fullStudy)).get('segments')!
    expect(second).toMatchObject({ start: 75, end: 93, start_character: 75, end_character: 92 })
  })

  it('has heads alone where a study has nothing, and no time that is not known', async () => {
    const tables = await tablesOf(emptyStudy)
    for (const [name, rows] of tables) expect(rows.length, name).toBe(name === 'study' ? 1 : 0)
    const segments = awkwardStudy.segments.map(each => ({ ...each, at: '1970-01-01T00:00:00Z' }))
    const untimed = (await tablesOf({ ...awkwardStudy, segments })).get('segments')!
    expect(untimed.map(row => row.at)).toEqual([null, null])
  })

  it.each([
    ['Bruggenbouwers in drie wijken', 'bruggenbouwers-in-drie-wijken'],
    ['Één, twee & três!', 'een-twee-tres'],
    ['שלום', 'study'],
  ])('%s is named %s', async (nl, name) => {
    const [descriptor] = await studyToDataPackage({ ...emptyStudy, title: { nl } })
    expect(JSON.parse(descriptor!.content).name).toBe(name)
  })

  it('is one archive where that is asked for', async () => {
    const entries = await readArchive(await studyToDataPackageZip(fullStudy))
    expect(entries.map(({ name }) => name)).toEqual(['datapackage.json', ...names.map(name => `${name}.csv`)])
    const [descriptor] = await studyToDataPackage(fullStudy)
    expect(new TextDecoder().decode(await entries[0]!.read())).toBe(descriptor!.content)
  })
})

describe('the guard of a data package', () => {
  it('lets no cell begin as a formula, and is described with the way back', async () => {
    const files = await studyToDataPackage(fullStudy)
    for (const resource of resourcesOf(files)) {
      const { rows } = await rowsOf(files, resource, false)
      for (const { name, type } of resource.schema.fields)
        if (type === 'string')
          for (const row of rows) expect(String(row[name] ?? '')).not.toMatch(/^[=+\-@\t\r＝＋－＠]/)
    }
    const { description, resources } = JSON.parse(files[0]!.content)
    expect(description).toContain("^'+[=+\\-@\\t\\r\\n\\0＝＋－＠]")
    const quote = resources
      .find((each: { name: string }) => each.name === 'segments')
      .schema.fields.find((each: { name: string }) => each.name === 'quote')
    expect(quote.description).toContain('An apostrophe may guard the value')
  })

  it('can be left out, and then nothing is said of it', async () => {
    const files = await studyToDataPackage(fullStudy, { guard: false })
    expect(files[0]!.content).not.toContain('postrophe')
    expect((await tablesOf(fullStudy, false)).get('memos')?.[0]?.text).toBe('+plan\r\n"b"')
  })

  it('is taken away again by its description, from any text', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }).map(each => each.toWellFormed().replaceAll('\0', '')),
      fc.constantFrom("'=1", "''+", '=', '＠x', '\r\n', '"'),
    )
    await fc.assert(
      fc.asyncProperty(text, async given => {
        fc.pre(given !== '')
        const memo = { id: given, on: { type: 'study' as const }, text: given, by, at }
        const [row] = (await tablesOf({ ...emptyStudy, memos: [memo] })).get('memos')!
        expect(row).toMatchObject({ id: given, text: given })
      }),
      { numRuns: 40 },
    )
  })
})
