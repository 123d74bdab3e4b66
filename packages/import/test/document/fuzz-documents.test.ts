import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readArchive, writeArchive } from '@codeerbank/archive'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTranscript } from '../../src/index.ts'
import { mutate, mutation } from '../mutate.ts'

/** Whatever the file: turns that lie in the text in their order, or problems. */
async function holds(bytes: Uint8Array, name: string): Promise<void> {
  const { value, problems } = await readTranscript(bytes, { name })
  let after = 0
  for (const { start, end } of value.turns) {
    expect(start).toBeGreaterThanOrEqual(after)
    expect(value.text.slice(start, end).trim()).not.toBe('')
    after = end
  }
  expect(after).toBeLessThanOrEqual(value.text.length)
  expect(value.text).not.toMatch(/[\r\uFEFF]/)
  if (value.turns.length === 0) expect(problems.length).toBeGreaterThan(0)
}

const mutations = fc.array(mutation, { minLength: 1, maxLength: 5 })

describe.each(['parts.docx', 'parts.odt', 'interview.docx'])(
  '%s, damaged at random, gives turns or problems',
  name => {
    const real = () => readFile(join(import.meta.dirname, name))

    it('as a file', async () => {
      const bytes = await real()
      const property = fc.asyncProperty(mutations, each => holds(mutate(bytes, each), name))
      await fc.assert(property, { numRuns: 500 })
    })

    it('in its parts', async () => {
      const entries = (await readArchive(await real())).filter(({ name }) =>
        /document|content|notes|styles|manifest|Types/.test(name),
      )
      const parts = await Promise.all(
        entries.map(async entry => ({ name: entry.name, content: await entry.read(), stored: true })),
      )
      const property = fc.asyncProperty(fc.nat(parts.length - 1), mutations, async (at, each) => {
        const damaged = parts.map((part, i) =>
          i === at ? { ...part, content: mutate(part.content, each) } : part,
        )
        await holds(await writeArchive(damaged), name)
      })
      await fc.assert(property, { numRuns: 500 })
    })
  },
)
