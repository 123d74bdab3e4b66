import { describe, expect, it } from 'vitest'
import { readQdpx } from '../src/index.ts'
import { guid, makeQdpx, projectXml } from './make-qdpx.ts'
import { codes, files, project, selection, source, text } from './wild-project.ts'

/** Every way in which the project above comes, and is to be read as the same. */
const sameProject: readonly { what: string; make: () => Promise<Uint8Array> }[] = [
  { what: 'as the standard has it', make: () => makeQdpx(project(), files) },
  { what: 'Project.qde with a capital', make: () => makeQdpx(project(), files, 'Project.qde') },
  {
    what: 'a project file with a name of its own',
    make: () => makeQdpx(project(), files, 'Twee pleinen.QDE'),
  },
  { what: 'Sources with a capital', make: () => makeQdpx(project(), { 'Sources/A.TXT': text }) },
  {
    what: 'all in a folder',
    make: () => makeQdpx(project(), { 'export/sources/a.txt': text }, 'export/project.qde'),
  },
  {
    what: 'a path with its folder',
    make: () => makeQdpx(project(source(selection(), 'internal:///sources/a.txt')), files),
  },
  {
    what: 'a path with an encoded space',
    make: () => makeQdpx(project(source(selection(), 'internal://a%20b.txt')), { 'sources/a b.txt': text }),
  },
  { what: 'GUIDs in braces', make: () => makeQdpx(project().replace(/="(\d{8}-[^"]+)"/g, '="{$1}"'), files) },
  {
    what: 'GUIDs in upper case',
    make: () =>
      makeQdpx(
        project().replace(/="(\d{8}-[^"]+)"/g, (_, id: string) => `="${id.toUpperCase()}"`),
        files,
      ),
  },
  { what: 'an older namespace', make: () => makeQdpx(project().replace(':1.0"', ':1:0"'), files) },
  { what: 'the oldest namespace', make: () => makeQdpx(project().replace(':1.0"', ':0:10"'), files) },
  {
    what: 'a prefix for the namespace',
    make: () =>
      makeQdpx(
        project()
          .replaceAll(/<(\/?)(?=[A-Z])/g, '<$1q:')
          .replace('xmlns=', 'xmlns:q='),
        files,
      ),
  },
  {
    what: 'empty containers',
    make: () =>
      makeQdpx(
        projectXml(`<Users/>${codes}<Cases/><Sources>${source()}</Sources><Notes/><Links/><Sets/><Graphs/>`),
        files,
      ),
  },
  {
    what: 'UTF-16',
    make: () => makeQdpx(Buffer.from(`\ufeff${project().replace('utf-8', 'utf-16')}`, 'utf16le'), files),
  },
  { what: 'a byte order mark before the XML', make: () => makeQdpx(`\ufeff${project()}`, files) },
  {
    what: 'a text with a byte order mark and CRLF',
    make: () => makeQdpx(project(), { 'sources/a.txt': `\ufeff${text.replace('\n', '\r\n')}` }),
  },
  {
    what: 'a text in UTF-16',
    make: () => makeQdpx(project(), { 'sources/a.txt': Buffer.from(`\ufeff${text}`, 'utf16le') }),
  },
  {
    what: 'the text within the project',
    make: () =>
      makeQdpx(
        projectXml(
          `${codes}<Sources><TextSource guid="${guid(2)}" name="Gesprek"><PlainTextContent>${text}</PlainTextContent>${selection()}</TextSource></Sources>`,
        ),
      ),
  },
]

describe('a project is read the same', () => {
  it.each(sameProject)('with $what', async ({ make }) => {
    const { value, problems } = await readQdpx(await make())
    expect(problems).toEqual([])
    expect(value.notCarried).toEqual([])
    const { study } = value
    expect(study.title).toEqual({ nl: 'Twee pleinen' })
    expect(study.codes.map(({ id, label }) => [id, label.nl])).toEqual([[guid(1), 'Bellen']])
    expect(study.sources.map(each => [each.id, each.title, each.case, each.text])).toEqual([
      [guid(2), 'Gesprek', 'zonder-casus', text],
    ])
    expect(study.segments).toEqual([
      {
        id: guid(3),
        source: guid(2),
        start: 4,
        end: 17,
        quote: 'bellen elkaar',
        prefix: 'Zij ',
        suffix: ' elke dinsdag.\nHij komt nooit.',
        by: 'refi-qda',
        at: '1970-01-01T00:00:00Z',
      },
    ])
    expect(study.codings).toEqual([
      {
        id: guid(4),
        segment: guid(3),
        code: guid(1),
        coder: 'onbekend',
        at: '1970-01-01T00:00:00Z',
        codeVersion: 1,
      },
    ])
  })
})

describe('a project file by itself, out of its archive', () => {
  const inline = projectXml(
    `${codes}<Sources><TextSource guid="${guid(2)}" name="Gesprek"><PlainTextContent>${text}</PlainTextContent>${selection()}</TextSource></Sources>`,
  )

  it.each([
    { what: 'in UTF-8', bytes: Buffer.from(inline) },
    { what: 'with a byte order mark', bytes: Buffer.from(`\ufeff${inline}`) },
    {
      what: 'in UTF-16',
      bytes: Buffer.from(`\ufeff${inline.replace('utf-8', 'utf-16')}`, 'utf16le'),
    },
    { what: 'after an empty line', bytes: Buffer.from(`\n${inline.replace(/^<\?.*\?>/, '')}`) },
  ])('is read: $what', async ({ bytes }) => {
    const { value, problems } = await readQdpx(bytes)
    expect(problems).toEqual([])
    expect(value.study.segments.map(({ quote }) => quote)).toEqual(['bellen elkaar'])
  })

  it('has its texts missing, or given', async () => {
    const alone = await readQdpx(Buffer.from(project()))
    expect(alone.problems.map(({ code }) => code)).toEqual(['source-missing'])
    const given = await readQdpx(Buffer.from(project()), { files: { 'a.txt': Buffer.from(text) } })
    expect(given.problems).toEqual([])
    expect(given.value.study.codings.map(({ id }) => id)).toEqual([guid(4)])
  })

  it('is told from a codebook', async () => {
    await expect(readQdpx(Buffer.from('<CodeBook/>'))).rejects.toMatchObject({
      problems: [{ code: 'refi-no-project', message: expect.stringContaining('codebook') }],
    })
  })
})
