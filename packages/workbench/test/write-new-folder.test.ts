import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { UsageError } from '../src/terminal.ts'
import { writeNewFolder } from '../src/write-new-folder.ts'

let parent: string
let out: string

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'codeerbank-'))
  out = join(parent, 'studie')
})

afterEach(() => rm(parent, { recursive: true }))

describe('writing a new folder', () => {
  it('writes every file, in the folders that they name, and leaves nothing beside it', async () => {
    await writeNewFolder(out, [
      { path: 'study.yaml', text: 'language: nl\n' },
      { path: 'sources/oost/a.md', text: 'Ja.\n' },
    ])
    expect(await readFile(join(out, 'sources', 'oost', 'a.md'), 'utf8')).toBe('Ja.\n')
    expect(await readdir(parent)).toEqual(['studie'])
  })

  it.each([
    ['a folder, even an empty one', () => mkdir(out)],
    ['a file', () => writeFile(out, 'x')],
  ])('refuses the name of %s, and leaves it as it was', async (_, make) => {
    await make()
    await expect(writeNewFolder(out, [{ path: 'a', text: '' }])).rejects.toThrow(UsageError)
    expect(await readdir(parent)).toEqual(['studie'])
  })

  it('writes nothing where it cannot write all: here two files of one name', async () => {
    const twice = [
      { path: 'a', text: '1' },
      { path: 'a', text: '2' },
    ]
    await expect(writeNewFolder(out, twice)).rejects.toThrow('EEXIST')
    expect(await readdir(parent)).toEqual([])
  })
})
