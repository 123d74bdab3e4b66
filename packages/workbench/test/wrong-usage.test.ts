import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openStudy } from '@codeerbank/store'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { besideMarkets, runInProcess } from './run-in-process.ts'
import { wrongUsageCases } from './wrong-usage-cases.ts'

/**
 * Every file below a folder with its content, but for what SQLite keeps beside an open study; of a kept study the head of its history, since
 * opening one to work in it leaves a mark in the file.
 */
async function contentOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries
    .filter(entry => entry.isFile() && !/-(?:wal|shm)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
  const read = async (name: string) => {
    if (!name.endsWith('.codeerbank')) return [name, await readFile(name, 'latin1')] as const
    const store = await openStudy(name, { readOnly: true }).catch(() => null)
    const head = store === null ? await readFile(name, 'latin1') : store.head.hash
    await store?.close()
    return [name, head] as const
  }
  return new Map(await Promise.all(names.map(read)))
}

/** Commands that write only into the study that they are given. */
const commands = [
  ...['check', 'tables', 'crosstab', 'agreement', 'truth-table', 'query', 'keyword', 'search', 'open'],
  ...['history', 'undo', 'redo', 'as-of', 'correct', 'review', 'merge', 'conflicts', 'settle', 'verify'],
  ...['codebook diff', 'codebook apply', 'codebook split', 'codebook freeze', 'codebook thaw'],
].map(command => command.split(' '))

const words = [
  ...['@markt', '@markt.codeerbank', '@markt.codeerbank', '@brief.codeerbank', '@leeg', '@niets', '@los.md'],
  ...['@markt/codebook.md', '@alias.yaml', '@lijst.yaml', 'gesprek-1', 'nakomen', 'toen', '2024-05-01', '1'],
  ...['', '--apply', '--by', 'els', '--unit', 'characters', '--depth', '--from', '--kind', '--report'],
  ...['--format', 'csv', '--table', '--rows', 'set:nakomen', '--language', 'en', '--help', '--'],
]

describe('a command that was used wrongly', () => {
  it('is told what is wrong and changes nothing', () =>
    besideMarkets(async at => {
      const before = await contentOf(at(''))
      for (const [what, args, code, says] of wrongUsageCases) {
        const run = await runInProcess(...args.map(word => (word.startsWith('@') ? at(word.slice(1)) : word)))
        expect([run.code, run.stdout], what).toEqual([code, ''])
        expect(run.stderr, what).toContain(says)
        expect(await contentOf(at('')), what).toEqual(before)
      }
    }))

  it('ends with 0, 1 or 2 whatever the words are, and never with a stack trace', () =>
    besideMarkets(at =>
      fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...commands),
          fc.array(fc.constantFrom(...words), { maxLength: 5 }),
          async (command, more) => {
            const args = more.map(word => (word.startsWith('@') ? at(word.slice(1)) : word))
            const { code, stderr } = await runInProcess(...command, ...args)
            expect([0, 1, 2]).toContain(code)
            expect(stderr).not.toMatch(/^ {4}at /m)
          },
        ),
        { numRuns: 200 },
      ),
    ))
})
