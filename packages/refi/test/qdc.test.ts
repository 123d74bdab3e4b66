import { readFileSync } from 'node:fs'
import { applyFitting, type Codebook, emptyStudy, stableJson } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guidOf, readQdc, writeQdc } from '../src/index.ts'
import { anyStudy } from './any-study.ts'
import { guid } from './make-qdpx.ts'
import { refiFolder, schemaFaults } from './schema.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** A codebook as a `.qdc` gives it back: by the list of what it does not carry. */
function plainCodebook({ codes, frames }: Codebook): Codebook {
  const idOf = (type: 'code' | 'frame', id: string) => guidOf(type, id).toLowerCase().replace(/[{}]/g, '')
  const levels = ['theme', 'main code', 'sub-code', 'statement'] as const
  const clean = (text: string) => text.replace(/[\0\u0007\ufdd0\ufdd3\uffff]|\p{Cs}/gu, '\ufffd')
  const dutch = (label: { readonly nl?: string; readonly en?: string }) => ({
    nl: clean(label.nl ?? label.en ?? ''),
  })
  const plain: Codebook['codes'][number][] = []
  const add = (parent: string | null, depth: number) => {
    for (const code of codes.filter(each => each.parent === parent)) {
      const { id, label, definition, color } = code
      const described = definition !== undefined && dutch(definition).nl !== ''
      plain.push({
        id: idOf('code', id),
        label: dutch(label),
        parent: parent === null ? null : idOf('code', parent),
        level: levels[Math.min(depth, 3)]!,
        origin: 'deductive',
        ...(described ? { definition: dutch(definition) } : {}),
        ...(color === undefined ? {} : { color }),
        version: 1,
      })
      add(id, depth + 1)
    }
  }
  add(null, 0)
  const labels = new Map(plain.map(({ id, label }) => [id, label]))
  return {
    codes: plain,
    frames: frames.map(({ id, label, rows }) => ({
      id: idOf('frame', id),
      label: dutch(label),
      rows: [...new Set(rows.flatMap(row => row.codes))].map(code => {
        const own = idOf('code', code)
        return { id: own, label: labels.get(own) ?? {}, codes: [own] }
      }),
    })),
  }
}

const anyCodebook = anyStudy
  .map(({ codes, frames }): Codebook => ({ codes, frames }))
  .filter(({ codes }) => codes.length > 0)

describe('a codebook written as .qdc and read again', () => {
  it('has its tree, names, definitions, colours and sets', async () => {
    await fc.assert(
      fc.asyncProperty(anyCodebook, async codebook => {
        const { value, problems } = await readQdc(bytesOf(writeQdc(codebook).text))
        expect(problems).toEqual([])
        expect(value.codebook).toEqual(plainCodebook(codebook))
        const made = applyFitting(emptyStudy, value.changes)
        expect(made.problems).toEqual([])
        expect(made.value.codes).toEqual(value.codebook.codes)
        expect(writeQdc(value.codebook).text).toBe(writeQdc(plainCodebook(codebook)).text)
      }),
      { numRuns: 200 },
    )
  })

  it.skipIf(refiFolder === null)(
    'is valid against Codebook.xsd (skipped where ../shared/refi is absent)',
    () => {
      fc.assert(
        fc.property(anyCodebook, codebook => {
          expect(schemaFaults('Codebook.xsd', writeQdc(codebook).text)).toEqual([])
        }),
        { numRuns: 100 },
      )
    },
  )

  it('says what it does not carry', () => {
    const { notCarried } = writeQdc({
      codes: [
        {
          id: 'ruzie',
          label: { nl: 'Ruzie', en: 'Quarrel' },
          parent: null,
          level: 'theme',
          origin: 'inductive',
          version: 3,
        },
      ],
      frames: [],
    })
    expect(notCarried).toEqual([
      { what: 'definition-versions', count: 1, where: ['ruzie'], kept: false },
      { what: 'qdc-ids', count: 1, where: [], kept: false },
      { what: 'qdc-code-details', count: 1, where: ['ruzie'], kept: false },
    ])
  })

  it('says so only where something is lost: what says nothing comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(anyCodebook, fc.constantFrom('nl' as const, 'en' as const), async (any, language) => {
        // As it is after one way into the format, and then with one thing more.
        const { value } = await readQdc(bytesOf(writeQdc(any, { language }).text), { language })
        const plain = value.codebook
        expect(writeQdc(plain, { language }).notCarried).toEqual([])
        for (const codebook of [any, plain]) {
          const { text, notCarried } = writeQdc(codebook, { language })
          const again = await readQdc(bytesOf(text), { language })
          const same = stableJson(again.value.codebook) === stableJson(codebook)
          expect(same).toBe(notCarried.length === 0)
        }
      }),
      { numRuns: 200 },
    )
  })

  const two: Codebook['codes'] = [1, 2].map(n => ({
    id: guid(n),
    label: { nl: `Code ${n}` },
    parent: null,
    level: 'theme',
    origin: 'deductive',
    version: 1,
  }))
  const row = (n: number) => ({ id: guid(n), label: { nl: `Code ${n}` }, codes: [guid(n)] })
  const frame = { id: guid(9), label: { nl: 'Kader' }, rows: [row(2), row(1)] }

  it.each([
    { what: 'a row a code, named for that, is all in a set', frame, lost: [] },
    { what: 'a frame without rows', frame: { ...frame, rows: [] }, lost: [] },
    {
      what: 'a row with a name of its own',
      frame: { ...frame, rows: [{ ...row(2), label: { nl: 'Rij' } }] },
      lost: ['qdc-frame-details'],
    },
    {
      what: 'a row with an id of its own',
      frame: { ...frame, rows: [{ ...row(2), id: 'rij' }] },
      lost: ['qdc-frame-details'],
    },
    {
      what: 'a row of two codes',
      frame: { ...frame, rows: [{ ...row(2), codes: [guid(2), guid(1)] }] },
      lost: ['qdc-frame-details'],
    },
    {
      what: 'hints of a row',
      frame: { ...frame, rows: [{ ...row(2), hints: [{ nl: 'Wie belt?' }] }] },
      lost: ['qdc-frame-details'],
    },
    {
      what: 'a row of a code that the codebook does not have',
      frame: { ...frame, rows: [row(2), row(7)] },
      lost: ['qdc-frame-details'],
    },
    { what: 'the number of a table', frame: { ...frame, table: 7 }, lost: ['qdc-frame-details'] },
    { what: 'that each cell is judged', frame: { ...frame, judged: true }, lost: ['qdc-frame-details'] },
    {
      what: 'a name in a second language',
      frame: { ...frame, label: { nl: 'Kader', en: 'Frame' } },
      lost: ['qdc-frame-details'],
    },
    { what: 'a readable id', frame: { ...frame, id: 'kader' }, lost: ['qdc-ids'] },
  ])('of a frame: $what', ({ frame: given, lost }) => {
    const { text, notCarried } = writeQdc({ codes: two, frames: [given] })
    expect(notCarried.map(({ what, count }) => [what, count])).toEqual(lost.map(each => [each, 1]))
    expect(schemaFaults('Codebook.xsd', text)).toEqual([])
  })

  it('needs a code', () => {
    expect(() => writeQdc({ codes: [], frames: [] })).toThrow(RangeError)
  })
})

const book = (content: string, namespace = 'urn:QDA-XML:codebook:1.0') =>
  bytesOf(`<CodeBook xmlns="${namespace}">${content}</CodeBook>`)
const code = `<Codes><Code guid="{${guid(1)}}" name="A" isCodable="true"/></Codes>`

describe('a .qdc of another program', () => {
  it.each([
    { namespace: 'urn:QDA-XML:codebook:1.0', problems: [] },
    { namespace: 'urn:QDA-XML:codebook:1:0', problems: [] },
    { namespace: 'urn:QDA-XML:codebook:0:4', problems: [] },
    { namespace: 'http://example.org', problems: ['refi-namespace'] },
  ])('is read in the namespace $namespace', async ({ namespace, problems }) => {
    const reading = await readQdc(book(`${code}<Sets/>`, namespace))
    expect(reading.problems.map(each => each.code)).toEqual(problems)
    expect(reading.value.codebook.codes.map(({ id, label }) => [id, label])).toEqual([[guid(1), { nl: 'A' }]])
  })

  it.each([
    { what: 'a character that XML cannot hold', name: 'A\u0001', is: 'A\ufffd', problem: 'xml-characters' },
    { what: 'an ampersand by itself', name: 'R & D', is: 'R & D', problem: 'xml-slips' },
  ])('is read, and that is said, where it has $what', async ({ name, is, problem }) => {
    const { value, problems } = await readQdc(book(code.replace('name="A"', `name="${name}"`)), {
      file: 'a.qdc',
    })
    expect(value.codebook.codes.map(({ label }) => label.nl)).toEqual([is])
    expect(problems).toMatchObject([{ code: problem, severity: 'warning', place: { file: 'a.qdc' } }])
  })

  it('is read without its lists', async () => {
    const { value, problems } = await readQdc(
      book(
        `<Code guid="${guid(1)}" name="A"/><Code guid="${guid(2)}" name="B"><Description>Wat.</Description><Code guid="${guid(3)}" name="C"/></Code><Set guid="${guid(4)}" name="S"><MemberCode targetGUID="${guid(3)}"/></Set>`,
      ),
    )
    expect(problems).toEqual([])
    expect(value.codebook.codes.map(({ id, label, parent }) => [id, label.nl, parent])).toEqual([
      [guid(1), 'A', null],
      [guid(2), 'B', null],
      [guid(3), 'C', guid(2)],
    ])
    expect(value.codebook.frames.map(({ rows }) => rows.map(({ id }) => id))).toEqual([[guid(3)]])
    expect(value.notCarried).toEqual([])
  })

  it.each([
    {
      what: 'a set of an unknown code',
      xml: `${code}<Sets><Set guid="${guid(2)}" name="S"><MemberCode guid="${guid(9)}"/></Set></Sets>`,
      code: 'unknown-code',
    },
    {
      what: 'two codes of one GUID',
      xml: code.replace('</Codes>', `<Code guid="${guid(1)}" name="B"/></Codes>`),
      code: 'duplicate-guid',
    },
  ])('has its problems reported: $what', async ({ xml, code: expected }) => {
    const { value, problems } = await readQdc(book(xml), { file: 'a.qdc' })
    expect(problems).toMatchObject([{ code: expected, place: { file: 'a.qdc', line: 1 } }])
    expect(value.codebook.codes).toHaveLength(1)
  })

  it.each([
    { what: 'a project', bytes: bytesOf('<Project/>'), code: 'refi-no-codebook' },
    { what: 'a ZIP archive', bytes: bytesOf('PK\u0003\u0004'), code: 'refi-no-codebook' },
    { what: 'no XML', bytes: bytesOf('naam;kleur'), code: 'xml-malformed' },
  ])('is refused where it is $what', async ({ bytes, code: expected }) => {
    await expect(readQdc(bytes)).rejects.toMatchObject({ problems: [{ code: expected }] })
  })

  it.skipIf(refiFolder === null)('is read from the sample of the standard (Annex A.1)', async () => {
    const { value, problems } = await readQdc(readFileSync(`${refiFolder}annexA1-codebook.qdc`))
    expect(problems).toEqual([])
    expect(value.codebook.codes.map(({ label, color }) => [label.nl, color])).toEqual([
      ['Topics', undefined],
      ['Economy', '#ffff00'],
      ['Health care', '#33cc33'],
      ['Values', undefined],
      ['Conservatives', '#ff0000'],
      ['Liberals', '#0000ff'],
    ])
    expect(value.notCarried).toEqual([{ what: 'not-codable', count: 2, where: [5, 14], kept: false }])
  })
})
