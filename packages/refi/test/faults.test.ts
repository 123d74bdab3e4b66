import { describe, expect, it } from 'vitest'
import { readQdpx } from '../src/index.ts'
import { faultCases } from './fault-cases.ts'
import { guid, makeQdpx, projectXml } from './make-qdpx.ts'
import { files, project, selection, source, text } from './wild-project.ts'

describe('a project is read as far as it can be', () => {
  it.each(faultCases)('with $what', async ({ xml, files: given = files, problems: expected, lost = {} }) => {
    const { value, problems } = await readQdpx(await makeQdpx(xml, given))
    expect(problems.map(({ code }) => code).sort()).toEqual([...expected].sort())
    expect(Object.fromEntries(value.notCarried.map(({ what, count }) => [what, count]))).toEqual(lost)
    expect(value.study.sources.map(({ id }) => id)).toEqual([guid(2)])
  })

  it('shows a character that XML cannot hold as what it is not', async () => {
    const xml = project().replace('Bellen', 'Één\u000b&#9;keer &#31;&amp;&#x1F600;')
    const { value } = await readQdpx(await makeQdpx(xml, files))
    expect(value.study.codes.map(({ label }) => label.nl)).toEqual(['Één\ufffd\tkeer \ufffd&😀'])
    expect(value.study.codings).toHaveLength(1)
  })

  it('takes a file from outside where it is given', async () => {
    const xml = project(source(selection(), 'relative:///gesprekken/a.txt'))
    const { value, problems } = await readQdpx(await makeQdpx(xml), {
      files: { 'gesprekken/a.txt': Buffer.from(text) },
    })
    expect(problems).toEqual([])
    expect(value.study.segments).toHaveLength(1)
  })

  it.each([
    { what: 'no project in it', make: () => makeQdpx('x', {}, 'lees-mij.txt'), code: 'refi-no-project' },
    { what: 'other XML in it', make: () => makeQdpx('<Boek/>'), code: 'refi-no-project' },
    { what: 'broken XML in it', make: () => makeQdpx(project().slice(0, 300), files), code: 'xml-malformed' },
    {
      what: 'entities that grow',
      make: () =>
        makeQdpx(
          `<!DOCTYPE P [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${project()
            .replace(/^<\?.*\?>/, '')
            .replace('Bellen', '&b;')}`,
          files,
        ),
      code: 'xml-malformed',
    },
    {
      what: 'more elements than its size can bear',
      make: () => makeQdpx(projectXml(`<Users>${'<U/>'.repeat(400_000)}</Users>`)),
      code: 'xml-too-large',
    },
    {
      what: 'more bytes than its size can bear',
      make: () => makeQdpx(project(), { 'sources/b.txt': new Uint8Array(80 * 1024 * 1024) }),
      code: 'archive-too-large',
    },
    {
      what: 'nothing but words',
      make: async () => Buffer.from('Geachte heer, mevrouw'),
      code: 'archive-truncated',
    },
  ])('but not with $what', async ({ make, code }) => {
    await expect(readQdpx(await make())).rejects.toMatchObject({ problems: [{ code }] })
  })
})
