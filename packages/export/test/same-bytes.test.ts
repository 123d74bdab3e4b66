import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const script = fileURLToPath(new URL('./print-hashes.ts', import.meta.url))

/** The hash of what each writer gives, in a process with other settings. */
function hashesWith(env: Record<string, string>): readonly string[] {
  const { stdout } = spawnSync(process.execPath, [script], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  return stdout.split('\n').filter(line => line !== '')
}

describe('every writer', () => {
  const there = hashesWith({ TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' })

  it('is among those that are compared', () => {
    // Five workbooks and documents, seven figures, and twelve kinds of text and packages.
    expect(there).toHaveLength(24)
    for (const line of there) expect(line).toMatch(/^\S+ [0-9a-f]{64}$/)
  })

  it.each([
    ['west of Greenwich, in English', { TZ: 'America/Los_Angeles', LC_ALL: 'C', LANG: 'C' }],
    ['at half an hour, in Dutch', { TZ: 'Asia/Kolkata', LC_ALL: 'nl_NL.UTF-8', LANG: 'nl_NL.UTF-8' }],
  ])('gives the same bytes %s', (_, env) => {
    expect(hashesWith(env)).toEqual(there)
  })
})
