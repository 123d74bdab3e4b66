import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { UsageError } from '../src/terminal.ts'
import { markerFile, writeOutputFolder } from '../src/write-output-folder.ts'

let parent: string
let out: string

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'codeerbank-'))
  out = join(parent, 'out')
})

afterEach(() => rm(parent, { recursive: true }))

const file = (name: string, text: string) => ({ file: name, make: () => text })

describe('writing an output folder', () => {
  it('writes every file into a new folder, and leaves nothing beside it', async () => {
    await writeOutputFolder(out, [file('a.md', 'A\n'), { file: 'b.csv', make: async () => 'b\n' }])
    expect((await readdir(out)).sort()).toEqual([markerFile, 'a.md', 'b.csv'])
    expect(await readFile(join(out, 'b.csv'), 'utf8')).toBe('b\n')
    expect(await readdir(parent)).toEqual(['out'])
  })

  it('makes the folders above the one it is to write', async () => {
    await writeOutputFolder(join(out, 'deep', 'er'), [file('a.md', 'A\n')])
    expect(await readFile(join(out, 'deep', 'er', 'a.md'), 'utf8')).toBe('A\n')
  })

  it.each(['../b.md', 'a/../../b.md', '..\\b.md', '/b.md', 'C:b.md', 'a//b.md', './b.md', ''])(
    'writes nothing where a file would not lie in the folder: %j',
    async name => {
      await expect(writeOutputFolder(out, [file('a.md', 'A\n'), file(name, 'B\n')])).rejects.toThrow(
        RangeError,
      )
      expect(await readdir(parent)).toEqual([])
    },
  )

  it.each([
    ['a.md', 'a.md'],
    ['a.md', 'A.md'],
    ['e\u0301.md', '\u00E9.md'],
  ])('writes nothing where two files have one place: %j and %j', async (one, other) => {
    await expect(writeOutputFolder(out, [file(one, '1'), file(other, '2')])).rejects.toThrow(RangeError)
    expect(await readdir(parent)).toEqual([])
  })

  it('takes an empty folder', async () => {
    await mkdir(out)
    await writeOutputFolder(out, [file('a.md', 'A\n')])
    expect(await readFile(join(out, 'a.md'), 'utf8')).toBe('A\n')
  })

  it('replaces a folder that it wrote before, files that are no longer made included', async () => {
    await writeOutputFolder(out, [file('old.md', 'old\n')])
    await writeOutputFolder(out, [file('new.md', 'new\n')])
    expect((await readdir(out)).sort()).toEqual([markerFile, 'new.md'])
    expect(await readdir(parent)).toEqual(['out'])
  })

  it('keeps the folder of before, whole, when a file cannot be made', async () => {
    await writeOutputFolder(out, [file('a.md', 'before\n'), file('b.md', 'before\n')])
    const failing = {
      file: 'b.md',
      make: () => {
        throw new Error('no b')
      },
    }
    await expect(writeOutputFolder(out, [file('a.md', 'after\n'), failing])).rejects.toThrow('no b')
    expect(await readFile(join(out, 'a.md'), 'utf8')).toBe('before\n')
    expect(await readFile(join(out, 'b.md'), 'utf8')).toBe('before\n')
    expect(await readdir(parent)).toEqual(['out'])
  })

  it('writes nothing at all when the first build fails', async () => {
    const failing = { file: 'a.md', make: () => Promise.reject(new Error('no a')) }
    await expect(writeOutputFolder(out, [failing])).rejects.toThrow('no a')
    expect(await readdir(parent)).toEqual([])
  })
})

describe('a folder that holds something else', () => {
  it('is refused and left alone when the program did not write it', async () => {
    await mkdir(out)
    await writeFile(join(out, 'thesis.docx'), 'years of work')
    await expect(writeOutputFolder(out, [file('a.md', 'A\n')])).rejects.toThrow(UsageError)
    expect(await readdir(out)).toEqual(['thesis.docx'])
  })

  it('is refused when a person has put a file of their own among the outputs', async () => {
    await writeOutputFolder(out, [file('a.md', 'A\n')])
    await writeFile(join(out, 'notes.txt'), 'mine')
    await expect(writeOutputFolder(out, [file('a.md', 'B\n')])).rejects.toThrow('notes.txt')
    expect(await readFile(join(out, 'a.md'), 'utf8')).toBe('A\n')
  })

  it('is refused when its marker is no marker of ours', async () => {
    await mkdir(out)
    await writeFile(join(out, markerFile), 'not JSON')
    await writeFile(join(out, 'a.md'), 'mine')
    await expect(writeOutputFolder(out, [file('a.md', 'A\n')])).rejects.toThrow('not written by codeerbank')
    expect(await readFile(join(out, 'a.md'), 'utf8')).toBe('mine')
  })

  it('is refused when it is a file', async () => {
    await writeFile(out, 'a file')
    await expect(writeOutputFolder(out, [file('a.md', 'A\n')])).rejects.toThrow('is no folder')
    expect(await readFile(out, 'utf8')).toBe('a file')
  })
})
