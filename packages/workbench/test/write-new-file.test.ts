import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { UsageError } from '../src/terminal.ts'
import { writeNewFile } from '../src/write-new-file.ts'

let folder: string
let out: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'codeerbank-'))
  out = join(folder, 'studie.qdpx')
})

afterEach(() => rm(folder, { recursive: true }))

describe('writing a new file', () => {
  it('writes text or bytes, and leaves nothing beside it', async () => {
    await writeNewFile(out, 'één')
    await writeNewFile(join(folder, 'b'), Uint8Array.of(1, 2))
    expect(await readFile(out, 'utf8')).toBe('één')
    expect([...(await readFile(join(folder, 'b')))]).toEqual([1, 2])
    expect(await readdir(folder)).toEqual(['b', 'studie.qdpx'])
  })

  it.each([
    ['a file', () => writeFile(out, 'x')],
    ['a folder', () => mkdir(out)],
    ['a name that leads nowhere', () => symlink(join(folder, 'weg'), out)],
  ])('refuses the name of %s, and leaves it as it was', async (_, make) => {
    await make()
    await expect(writeNewFile(out, 'y')).rejects.toThrow(UsageError)
    expect(await readdir(folder)).toEqual(['studie.qdpx'])
  })

  it('names the file that was asked for where its folder is not there', async () => {
    const nowhere = join(folder, 'weg', 'studie.qdpx')
    await expect(writeNewFile(nowhere, 'x')).rejects.toMatchObject({ code: 'ENOENT', path: nowhere })
  })

  it('lets one of two that write at the same time have the name, and tells the other', async () => {
    const results = await Promise.allSettled([writeNewFile(out, 'een'), writeNewFile(out, 'twee')])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(['een', 'twee']).toContain(await readFile(out, 'utf8'))
    expect(await readdir(folder)).toEqual(['studie.qdpx'])
  })

  it.skipIf(process.platform === 'win32')('leaves nothing where the disk takes no more', async () => {
    const program = `import(${JSON.stringify(new URL('../src/write-new-file.ts', import.meta.url).href)}).then(({ writeNewFile }) => writeNewFile(process.argv[1], "x".repeat(100000))).catch(({ code, path }) => console.log(code, path))`
    const shell = `ulimit -f 8; exec "${process.execPath}" --conditions=development -e '${program}' "${out}"`
    const { stdout } = await promisify(execFile)('sh', ['-c', shell])
    expect(stdout).toBe(`EFBIG ${out}\n`)
    expect(await readdir(folder)).toEqual([])
  })
})
