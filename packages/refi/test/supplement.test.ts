import { readArchive } from '@codeerbank/archive'
import { applyFitting, type Change, emptyStudy, type Study } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { guidOf, readQdpx, writeQdpx } from '../src/index.ts'
import { supplement } from '../src/refi-names.ts'
import { guid, makeQdpx, projectOf, projectXml } from './make-qdpx.ts'

const text = 'Zij bellen elkaar elke dinsdag, ook in de zomer.'
const made = { at: '2024-03-12T10:00:00+01:00', by: 'anna' }

interface Marked {
  readonly segment: string
  readonly start: number
  readonly end: number
  /** The ids of codings with `bellen` by `anna`. */
  readonly codings: readonly string[]
}

/** A study of two conversations with the same words, marked as is said. */
function studyOf(marked: readonly (Marked & { readonly source: string })[]): Study {
  const source = (id: string): Change => ({
    ...{ id: `source-${id}`, kind: 'add-source', ...made },
    source: { id, title: id, kind: 'interview', case: 'oost', participants: [], text, turns: [] },
  })
  const changes: readonly Change[] = [
    { id: 'coder', kind: 'add-coder', ...made, coder: { id: 'anna', label: 'Anna' } },
    { id: 'case', kind: 'add-case', ...made, case: { id: 'oost', label: { nl: 'Oost' }, values: {} } },
    {
      ...{ id: 'code', kind: 'add-code', ...made },
      code: { id: 'bellen', label: { nl: 'Bellen' }, parent: null, level: 'theme', origin: 'deductive' },
    },
    source('gesprek-1'),
    source('gesprek-2'),
    ...marked.map(({ segment: id, source, start, end }): Change => {
      const around = { prefix: text.slice(Math.max(0, start - 32), start), suffix: text.slice(end, end + 32) }
      const segment = { id, source, start, end, quote: text.slice(start, end), ...around }
      return { id: `segment ${id}`, kind: 'add-segment', ...made, segment }
    }),
    ...marked.flatMap(({ segment, codings }) =>
      codings.map((id): Change => {
        const coding = { id, segment, code: 'bellen' }
        return { id: `coding ${id}`, kind: 'code-segment', ...made, coding }
      }),
    ),
  ]
  const { value, problems } = applyFitting(emptyStudy, changes)
  expect(problems).toEqual([])
  return value
}

/** The lines that a project carries beside the elements, of segments, codings and orders. */
async function linesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const entries = await readArchive(bytes)
  const entry = entries.find(({ name }) => name === `sources/${supplement.guid}.txt`)
  const lines =
    entry === undefined
      ? []
      : Buffer.from(await entry.read())
          .toString()
          .split('\n')
  return lines.filter(line => /^\["(?:segment|coding|order of)"/.test(line))
}

const first = { source: 'gesprek-1', start: 4, end: 17 }
const second = { source: 'gesprek-1', start: 18, end: 30 }
const other = { source: 'gesprek-2', start: 4, end: 17 }

const cases: readonly { what: string; marked: Parameters<typeof studyOf>[0]; lines: readonly string[] }[] = [
  {
    what: 'nothing of ids that can be made again from what the things are',
    marked: [
      { ...first, segment: 'gesprek-1:4-17', codings: ['gesprek-1:4-17|bellen|anna'] },
      { ...other, segment: 'gesprek-2:4-17', codings: ['gesprek-2:4-17|bellen|anna'] },
    ],
    lines: [],
  },
  {
    what: 'nothing of ids that are GUIDs',
    marked: [{ ...first, segment: guid(1), codings: [guid(2)] }],
    lines: [],
  },
  {
    what: 'other ids',
    marked: [{ ...first, segment: 'a', codings: ['b', 'c'] }],
    lines: ['["segment","a"]', '["coding","b"]', '["coding","c"]'],
  },
  {
    what: 'an id made of what another thing is',
    marked: [
      { ...first, segment: 'gesprek-1:18-30', codings: [] },
      { ...second, segment: 'gesprek-1:4-17', codings: [] },
    ],
    lines: ['["segment","gesprek-1:18-30"]', '["segment","gesprek-1:4-17"]'],
  },
  {
    what: 'a coding of a segment with an id of its own by what it is made of',
    marked: [{ ...first, segment: 'a', codings: ['a|bellen|anna'] }],
    lines: ['["segment","a"]'],
  },
  {
    what: 'all segments in their order, where the order of the sources is not theirs',
    marked: [
      { ...other, segment: 'gesprek-2:4-17', codings: [] },
      { ...first, segment: 'gesprek-1:4-17', codings: [] },
    ],
    lines: ['["order of","segment"]', '["segment","gesprek-2:4-17"]', '["segment","gesprek-1:4-17"]'],
  },
]

it('a source that its elements tell whole has no details beside them; one with a turn has', async () => {
  const study = studyOf([])
  const [first, ...others] = study.sources
  const turn = { start: 0, end: 3, speaker: 'R1', role: 'participant' as const }
  const detailsOf = async (sources: Study['sources']) =>
    (await writeQdpx({ ...study, sources })).notCarried.filter(({ what }) => what === 'source-details')
  expect(await detailsOf(study.sources)).toEqual([])
  expect(await detailsOf([{ ...first!, turns: [turn] }, ...others])).toEqual([
    { what: 'source-details', count: 1, where: ['gesprek-1'], kept: true },
  ])
})

describe('the supplement of a project names', () => {
  it.each(cases)('$what', async ({ marked, lines }) => {
    const study = studyOf(marked)
    const { bytes } = await writeQdpx(study)
    expect(await linesOf(bytes)).toEqual(lines)
    const { value, problems } = await readQdpx(bytes)
    expect(problems).toEqual([])
    expect(value.study).toEqual(study)
  })

  it('all codings in their order, where the order of the segments is not theirs', async () => {
    const study = studyOf([
      { ...first, segment: 'gesprek-1:4-17', codings: ['gesprek-1:4-17|bellen|anna'] },
      { ...second, segment: 'gesprek-1:18-30', codings: ['gesprek-1:18-30|bellen|anna'] },
    ])
    const turned = { ...study, codings: study.codings.toReversed() }
    const { bytes } = await writeQdpx(turned)
    expect(await linesOf(bytes)).toEqual([
      '["order of","coding"]',
      '["coding","gesprek-1:18-30|bellen|anna"]',
      '["coding","gesprek-1:4-17|bellen|anna"]',
    ])
    expect((await readQdpx(bytes)).value.study).toEqual(turned)
  })
})

describe('an id that can be made from what a thing is', () => {
  const project = (segment: string, end: number) =>
    makeQdpx(
      projectXml(
        `<Sources><TextSource guid="${guidOf('source', 'x')}" name="A" plainTextPath="internal://a.txt"><PlainTextSelection guid="${segment}" startPosition="4" endPosition="${end}"/></TextSource></Sources>`,
      ),
      { 'sources/a.txt': text },
    )

  it('is given to no selection that another program made', async () => {
    const { value } = await readQdpx(await project(guid(7), 17))
    expect(value.study.segments.map(({ id }) => id)).toEqual([guid(7)])
  })

  it('is not given where the stretch is no longer the one that it was made of', async () => {
    const study = studyOf([{ ...first, segment: 'gesprek-1:4-17', codings: [] }])
    const written = await projectOf((await writeQdpx(study)).bytes)
    const name = `${guidOf('source', 'gesprek-1')}.txt`
    const moved = written.replace('endPosition="17"', 'endPosition="30"').replace(' name="bellen elkaar"', '')
    const bytes = await makeQdpx(moved, {
      [`sources/${name}`]: text,
      [`sources/${guidOf('source', 'gesprek-2')}.txt`]: text,
      [`sources/${supplement.guid}.txt`]: '["source","gesprek-1"]\n',
    })
    const { value } = await readQdpx(bytes)
    // The GUID that it went out under stays: the study that it came from knows the segment again by that.
    expect(value.study.segments.map(({ id, quote }) => [id, quote])).toEqual([
      [guidOf('segment', 'gesprek-1:4-17'), 'bellen elkaar elke dinsdag'.slice(0, 26)],
    ])
    const again = await readQdpx(bytes, { study })
    expect(again.value.study.segments.map(({ id, end }) => [id, end])).toEqual([['gesprek-1:4-17', 30]])
  })
})
