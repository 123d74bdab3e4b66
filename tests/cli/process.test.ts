import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import {
  inFolder,
  main,
  runCodeerbank,
  runCodeerbankIn,
  runCodeerbankWith,
  twoSquares,
} from './run-codeerbank.ts'

const example = fileURLToPath(new URL('../../examples/bruggenbouwers', import.meta.url))

/** All files in a folder and in those within it, by their paths from it. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

describe('the process of the command', () => {
  it.each([
    [0, ['--help'], /^Usage: codeerbank /, /^$/],
    [1, ['open', '/no/such.codeerbank'], /^$/, /\(store-missing\)/],
    [2, ['check', '/no/such/folder'], /^$/, /^error: There is no folder or file/],
  ] as const)('ends with %i for %j', async (code, args, stdout, stderr) => {
    const run = await runCodeerbank(...args)
    expect(run.code).toBe(code)
    expect(run.stdout).toMatch(stdout)
    expect(run.stderr).toMatch(stderr)
  })

  it('builds into no folder without a name, and leaves the one that it is called in alone', () =>
    inFolder({ ...twoSquares, 'beside.txt': 'Hier blijven.' }, async folder => {
      const before = await filesIn(folder)
      const { code, stderr } = await runCodeerbankIn(folder, {}, ['build', folder, '--out', ''])
      expect([code, stderr]).toEqual([2, expect.stringContaining('The name of the folder is empty')])
      expect(await filesIn(folder)).toEqual(before)
    }))

  it('builds a study the same, byte for byte, in any time zone and locale, and says the hash of every file', () =>
    inFolder(twoSquares, async folder => {
      const manifests: string[] = []
      for (const [i, env] of [
        { TZ: 'Asia/Tokyo', LC_ALL: 'tr_TR.UTF-8' },
        { TZ: 'America/New_York', LC_ALL: 'C' },
      ].entries()) {
        const out = join(folder, `out-${i}`)
        await runCodeerbankWith(env, 'build', folder, '--out', out)
        manifests.push(await readFile(join(out, 'manifest.json'), 'utf8'))
      }
      expect(manifests[1]).toBe(manifests[0])
      const { files } = JSON.parse(manifests[0]!)
      expect(files).toHaveLength((await filesIn(join(folder, 'out-0'))).length - 2)
      for (const { file, sha256 } of files) {
        const bytes = await readFile(join(folder, 'out-1', file))
        expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
      }
    }))

  it.each(['head -1', 'true'])('is quiet and ends with 0 where its output goes into "%s"', async reader => {
    const line = `"$0" "$1" keyword "$2" 'd*' | ${reader} > /dev/null; exit "\${PIPESTATUS[0]}"`
    const child = spawn('bash', ['-c', line, process.execPath, main, example])
    let stderr = ''
    child.stderr.on('data', text => {
      stderr += text
    })
    const code = await new Promise(resolve => child.on('close', resolve))
    expect([code, stderr]).toEqual([0, ''])
  })

  it('leaves nothing half written where it is interrupted', () =>
    inFolder({}, async folder => {
      const child = spawn(process.execPath, [main, 'build', example, '--out', join(folder, 'out')])
      await expect.poll(() => readdir(folder), { timeout: 30_000, interval: 5 }).not.toEqual([])
      child.kill('SIGINT')
      await new Promise(resolve => child.on('close', resolve))
      expect([child.signalCode, await readdir(folder)]).toEqual(['SIGINT', []])
    }))
})
