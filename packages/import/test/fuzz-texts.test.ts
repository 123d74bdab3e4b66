import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readCodebook } from '@codeerbank/codebook'
import type { Problem } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCodings, readFieldnote, readObservation, readTranscript } from '../src/index.ts'
import { mutate, mutation } from './mutate.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const example = join(root, 'examples/bruggenbouwers')
const shared = join(root, '../shared/samples')

/** Files of the example; and real captions and Whisper's outputs, where they are at hand. */
function filesIn(folder: string, ending: RegExp): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && ending.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
}

const sources = [
  ...filesIn(join(example, 'sources'), /\.(?:md|txt)$/),
  ...filesIn(shared, /\.(?:vtt|srt|json|txt)$/),
].map(file => ({ name: basename(file), bytes: readFileSync(file) }))
const lists = filesIn(join(example, 'codings'), /\.csv$/).map(file => readFileSync(file))

const damage = fc.array(mutation, { minLength: 1, maxLength: 4 })
const which = fc.nat(1000)
const from = <T>(all: readonly T[], at: number): T => all[at % all.length]!

/** Every problem says what is wrong, how bad it is and on which line. */
function arePlaced(problems: readonly Problem[]): void {
  for (const { code, severity, message, place } of problems) {
    expect(code).toMatch(/^[a-z0-9-]+$/)
    expect(['error', 'warning']).toContain(severity)
    expect(message.length).toBeGreaterThan(10)
    expect(place?.line ?? 1).toBeGreaterThan(0)
  }
}

describe('a text that was damaged at random is read as far as it can be, with problems', () => {
  it.each([
    ['a transcript', readTranscript],
    ['an observation', readObservation],
    ['a note', readFieldnote],
  ])('as %s', async (_, read) => {
    const property = fc.asyncProperty(which, damage, async (at, mutations) => {
      const { name, bytes } = from(sources, at)
      const { value, problems } = await read(mutate(bytes, mutations), { name })
      arePlaced(problems)
      let end = 0
      for (const turn of value.turns) {
        expect(turn.start).toBeGreaterThanOrEqual(end)
        expect(turn.end).toBeGreaterThanOrEqual(turn.start)
        end = turn.end
      }
      expect(end).toBeLessThanOrEqual(value.text.length)
      for (const { quote, start } of value.marks)
        if (start !== undefined) expect(value.text.slice(start, start + quote.length)).toBe(quote)
    })
    await fc.assert(property, { numRuns: 700 })
  })

  it('as a list of codings', async () => {
    const property = fc.asyncProperty(which, damage, async (at, mutations) => {
      const { value, problems } = await readCodings(mutate(from(lists, at), mutations), { file: 'a.csv' })
      arePlaced(problems)
      for (const { source, quote, code, coder } of value)
        expect([source, quote, code, coder].every(cell => cell !== '')).toBe(true)
    })
    await fc.assert(property, { numRuns: 300 })
  })

  it('as a codebook', () => {
    const codebook = readFileSync(join(example, 'codebook.md'))
    const property = fc.property(damage, mutations => {
      const text = new TextDecoder().decode(mutate(codebook, mutations))
      const { value, problems } = readCodebook(text, { file: 'codebook.md' })
      arePlaced(problems)
      const ids = new Set(value.codes.map(({ id }) => id))
      for (const { parent } of value.codes) expect(parent === null || ids.has(parent)).toBe(true)
    })
    fc.assert(property, { numRuns: 150 })
  })
})
