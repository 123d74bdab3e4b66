import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { inFolder, twoSquares } from '../../../tests/cli/run-codeerbank.ts'
import { runInProcess } from './run-in-process.ts'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

function canMount(): boolean {
  try {
    execFileSync('unshare', ['-Urm', 'sh', '-c', 'mount -t tmpfs none /mnt'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe.skipIf(!canMount())('a full disk', () => {
  it('is told by a build, which leaves nothing behind', () =>
    inFolder(twoSquares, async folder => {
      const file = join(folder, 'pleinen.codeerbank')
      const small = join(folder, 'klein')
      await runInProcess('convert', folder, file)
      mkdirSync(small)
      const command = `mount -t tmpfs -o size=64k none '${small}' &&
        { '${process.execPath}' '${main}' build '${file}' --out '${small}/uit'; echo "ends with $?"; ls -A '${small}'; }`
      const { stdout, stderr } = spawnSync('unshare', ['-Urm', 'sh', '-c', command], { encoding: 'utf8' })
      expect(stderr).toContain('The disk is full or fails (ENOSPC)')
      expect(stdout).toBe('ends with 1\n')
    }))
})
