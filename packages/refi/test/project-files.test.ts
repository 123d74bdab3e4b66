import type { Problem } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { readQdpx } from '../src/index.ts'
import { projectFiles, projectLimits } from '../src/project-files.ts'
import { makeQdpx } from './make-qdpx.ts'

const mebibyte = 1024 * 1024
const bytesOf = (text: string) => new TextEncoder().encode(text)

async function opened(
  files: Readonly<Record<string, string>>,
  { name = 'project.qde', given = {} }: { name?: string; given?: Readonly<Record<string, Uint8Array>> } = {},
) {
  const problems: Problem[] = []
  const bytes = await makeQdpx('<Project/>', files, name)
  const found = await projectFiles(
    bytes,
    { file: 'p.qdpx', limits: projectLimits(bytes.length), given },
    problems,
  )
  const textAt = async (path: string) => {
    const file = found.find(path)
    return typeof file === 'string' ? file : new TextDecoder().decode(await file.read())
  }
  return { project: found.project.name, textAt, problems: problems.map(({ code }) => code) }
}

describe('the project file of an archive', () => {
  it.each([
    { what: 'at the top', name: 'project.qde', others: {}, is: 'project.qde', problems: [] },
    { what: 'under another name', name: 'Plein.QDE', others: {}, is: 'Plein.QDE', problems: [] },
    { what: 'in a folder', name: 'een/project.qde', others: {}, is: 'een/project.qde', problems: [] },
    {
      what: 'and not what a Mac put there',
      name: '__MACOSX/._project.qde',
      others: { 'een/twee/project.qde': '' },
      is: 'een/twee/project.qde',
      problems: [],
    },
    {
      what: 'nearest to the top of two',
      name: 'een/project.qde',
      others: { 'plein.qde': '' },
      is: 'plein.qde',
      problems: ['refi-two-projects'],
    },
    {
      what: 'of the name of the standard, of two',
      name: 'aap.qde',
      others: { 'Project.qde': '' },
      is: 'Project.qde',
      problems: ['refi-two-projects'],
    },
  ])('is the one $what', async ({ name, others, is, problems }) => {
    const found = await opened(others, { name })
    expect(found.project).toBe(is)
    expect(found.problems).toEqual(problems)
  })

  it('that is not there is told of, with the file', async () => {
    await expect(opened({}, { name: '__MACOSX/project.qde' })).rejects.toMatchObject({
      problems: [{ code: 'refi-no-project', place: { file: 'p.qdpx' } }],
    })
  })
})

describe('the file that a path leads to', () => {
  const files = {
    'sources/a.txt': 'bron',
    'a.txt': 'boven',
    'sources/één.txt': 'letters',
    'sources/a b.txt': 'spatie',
    'media/deep/c.txt': 'diep',
    'x/d.txt': 'een d',
    'y/d.txt': 'twee d',
  }

  it.each([
    { path: 'internal://a.txt', is: 'bron' },
    { path: 'internal:///a.txt', is: 'bron' },
    { path: 'internal://sources/a.txt', is: 'bron' },
    { path: 'INTERNAL://SOURCES/A.TXT', is: 'bron' },
    { path: 'internal://sources\\a.txt', is: 'bron' },
    { path: ' a.txt\n', is: 'bron' },
    { path: 'internal://e\u0301e\u0301n.txt', is: 'letters' },
    { path: 'internal://a%20b.txt', is: 'spatie' },
    { path: 'internal://c.txt', is: 'diep' },
    { path: 'internal://d.txt', is: 'missing' },
    { path: 'internal://x/d.txt', is: 'een d' },
    { path: 'internal://%E9.txt', is: 'missing' },
    { path: 'internal://../a.txt', is: 'missing' },
    { path: 'internal://', is: 'missing' },
    { path: '', is: 'missing' },
    { path: 'internal://project.qde', is: 'missing' },
    { path: 'internal://__proto__', is: 'missing' },
    { path: 'relative:///a.txt', is: 'bron' },
    { path: 'relative:///weg.txt', is: 'outside' },
    { path: 'absolute:///C:/weg.txt', is: 'outside' },
    { path: 'relative://__proto__', is: 'outside' },
  ])('"$path" is $is', async ({ path, is }) => {
    expect(await (await opened(files)).textAt(path)).toBe(is)
  })

  it.each([
    { what: 'is taken for a path that leads out', path: 'relative:///weg/e.txt', is: 'gegeven' },
    { what: 'goes before one of the archive for such a path', path: 'relative:///a.txt', is: 'ook' },
    { what: 'goes after one of the archive for any other', path: 'internal://a.txt', is: 'bron' },
    { what: 'is taken where the archive has none', path: 'internal://weg/e.txt', is: 'gegeven' },
    { what: 'is taken in any case', path: 'internal://WEG/E.TXT', is: 'gegeven' },
    { what: 'is taken by a name that was encoded', path: 'internal://weg%2Fe.txt', is: 'gegeven' },
    { what: 'is taken with the folder of the standard or not', path: 'internal://Sources/z.txt', is: 'zij' },
    { what: 'is none for a path in another folder', path: 'internal://e.txt', is: 'missing' },
  ])('that is given $what', async ({ path, is }) => {
    const given = {
      'weg/e.txt': bytesOf('gegeven'),
      'a.txt': bytesOf('ook'),
      'sources/z.txt': bytesOf('zij'),
    }
    expect(await (await opened(files, { given })).textAt(path)).toBe(is)
  })
})

describe('how much a project may hold', () => {
  it.each([
    { bytes: 0, totalBytes: 48 * mebibyte, elements: 210_000 },
    { bytes: mebibyte, totalBytes: 60 * mebibyte, elements: 210_000 },
    { bytes: 10 * mebibyte, totalBytes: 168 * mebibyte, elements: 210_000 },
    { bytes: 10 * mebibyte + 7, totalBytes: 168 * mebibyte + 84, elements: 210_001 },
    { bytes: 50 * mebibyte, totalBytes: 648 * mebibyte, elements: 210_000 + 10 * mebibyte },
  ])('goes by its $bytes bytes', ({ bytes, totalBytes, elements }) => {
    expect(projectLimits(bytes)).toEqual({ entries: 50_000, entryBytes: totalBytes, totalBytes, elements })
  })

  it('is for who reads it to lift or to lower', async () => {
    const bytes = await makeQdpx('<Project><Users/><Cases/></Project>')
    expect((await readQdpx(bytes)).value.study.cases).toEqual([])
    await expect(readQdpx(bytes, { limits: { elements: 2 } })).rejects.toMatchObject({
      problems: [{ code: 'xml-too-large' }],
    })
    await expect(readQdpx(bytes, { limits: { totalBytes: 5 } })).rejects.toMatchObject({
      problems: [{ code: 'archive-too-large' }],
    })
  })
})
