import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listFolder } from '../src/list-folder.ts'
import { inFolder } from './bytes.ts'

type Links = Readonly<Record<string, string>>

/** The paths listed in a folder of these files, with links from a path in it to another; and the problems. */
const listed = (files: readonly string[], links: Links = {}, inner: readonly string[] = ['sources']) =>
  inFolder(Object.fromEntries(files.map(path => [path, path])), async folder => {
    for (const [path, target] of Object.entries(links))
      await symlink(join(folder, target), join(folder, path))
    const { files: found, problems } = await listFolder(folder, inner)
    return [...found.map(({ path }) => path), ...problems.map(({ code, place }) => `${code} ${place?.file}`)]
  })

describe('the list of a folder', () => {
  it('goes by name, each folder in the place of its name', async () => {
    expect(await listed(['b.md', 'sources/a/x.md', 'sources/a-b/x.md', 'sources/a.md', 'a.md'])).toEqual([
      'a.md',
      'b.md',
      'sources/a/x.md',
      'sources/a-b/x.md',
      'sources/a.md',
    ])
  })

  it('has the folders that are asked for, and no others beside them', async () => {
    const files = ['a.md', 'out/b.md', 'node_modules/c.md', 'sources/out/d.md', 'codings/e.csv']
    expect(await listed(files, {}, ['sources', 'codings'])).toEqual([
      'a.md',
      'codings/e.csv',
      'sources/out/d.md',
    ])
    expect(await listed(files, {}, [])).toEqual(['a.md'])
  })

  it('passes over what is hidden', async () => {
    expect(await listed(['.a.md', 'sources/.b/c.md', 'sources/.d.md', 'sources/e.md'])).toEqual([
      'sources/e.md',
    ])
  })

  it('has the size of each file in bytes', async () => {
    const sizes = await inFolder({ 'a.md': 'é😀', 'b.md': '' }, async folder => {
      const { files } = await listFolder(folder, [])
      return files.map(({ size }) => size)
    })
    expect(sizes).toEqual([6, 0])
  })

  it('leaves empty folders out', async () => {
    await inFolder({ 'a.md': '' }, async folder => {
      await mkdir(join(folder, 'sources/leeg'), { recursive: true })
      expect((await listFolder(folder, ['sources'])).files.map(({ path }) => path)).toEqual(['a.md'])
    })
  })

  it.each([
    ['to a file beside it', { 'sources/link.md': 'elders/a.md' }, ['sources/b/c.md', 'sources/link.md']],
    ['to a folder beside it', { 'sources/link': 'elders' }, ['sources/b/c.md', 'sources/link/a.md']],
    ['to a folder that is listed later', { 'sources/a': 'sources/b' }, ['sources/b/c.md']],
    ['to a folder that it lies in', { 'sources/b/rond': 'sources' }, ['sources/b/c.md']],
    [
      'to a folder in the place of one that is asked for',
      { codings: 'elders' },
      ['codings/a.md', 'sources/b/c.md'],
    ],
    ['to nothing', { 'sources/weg.md': 'weg.md' }, ['sources/b/c.md', 'link-outside sources/weg.md']],
    ['out of the folder', { 'sources/uit': '..' }, ['sources/b/c.md', 'link-outside sources/uit']],
    [
      'out of the folder and back',
      { 'sources/uit.md': '../weg/../a.md' },
      ['sources/b/c.md', 'link-outside sources/uit.md'],
    ],
  ])('follows a link %s only within the folder, and nothing twice', async (_, links, expected) => {
    expect(await listed(['elders/a.md', 'sources/b/c.md'], links as Links, ['sources', 'codings'])).toEqual(
      expected,
    )
  })
})
