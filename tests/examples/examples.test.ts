import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const folder = new URL('../../examples/', import.meta.url)
const programs = readdirSync(folder).filter(name => name.endsWith('.ts'))

/** What a program says at its end that it prints: lines of comment, or a file beside it. */
function statedOutput(program: string): string {
  const text = readFileSync(new URL(program, folder), 'utf8')
  const file = /^\/\/ Prints ([a-z0-9.-]+\.[a-z]+)\.\n$/m.exec(text)?.[1]
  if (file !== undefined) return readFileSync(new URL(file, folder), 'utf8')
  const [, lines = ''] = text.split('// Prints:\n')
  return lines.replace(/^\/\/ ?/gm, '')
}

describe('the example programs', () => {
  it('are there', () => {
    expect(programs).toContain('table-9.ts')
    expect(programs).toContain('from-transcript.ts')
  })

  it.each(programs)('%s prints what it says that it prints, and no problems', async program => {
    const path = fileURLToPath(new URL(program, folder))
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [path])
    expect(stderr).toBe('')
    expect(statedOutput(program)).not.toBe('')
    expect(stdout).toBe(statedOutput(program))
  })
})

describe('the pictures of the README', () => {
  it.each(['saturation.svg', 'themes-by-case.svg'])('%s is what a build of the example gives', async name => {
    const out = await mkdtemp(join(tmpdir(), 'codeerbank-pictures-'))
    try {
      const main = fileURLToPath(new URL('../../packages/workbench/src/main.ts', import.meta.url))
      const study = fileURLToPath(new URL('bruggenbouwers', folder))
      await promisify(execFile)(process.execPath, [main, 'build', study, '--out', join(out, 'built')])
      const shown = readFileSync(new URL(`../docs/${name}`, folder), 'utf8')
      expect(readFileSync(join(out, 'built', name), 'utf8')).toBe(shown)
    } finally {
      await rm(out, { recursive: true })
    }
  })
})

describe('the README', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const program = readFileSync(new URL('table-9.ts', folder), 'utf8')

  it('shows the calls of the first example', () => {
    for (const line of [
      "const table9 = compare(study, 'chair-roles')",
      'process.stdout.write(comparisonToMarkdown(table9))',
    ]) {
      expect(readme).toContain(line)
      expect(program).toContain(line)
    }
  })
})
