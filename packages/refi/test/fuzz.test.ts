import { readFileSync } from 'node:fs'
import { type ArchiveFile, readArchive, writeArchive } from '@codeerbank/archive'
import { applyFitting, emptyStudy, StudyError } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mutate, mutation } from '../../import/test/mutate.ts'
import { readQdc, readQdpx, writeQdc, writeQdpx } from '../src/index.ts'
import { anyStudy } from './any-study.ts'
import { makeQdpx, projectOf } from './make-qdpx.ts'
import { mutateXml, xmlMutation } from './mutate-xml.ts'
import { refiFolder, schemaFaults } from './schema.ts'

const seed = 20_240_312
const studies = fc.sample(anyStudy, { numRuns: 40, seed }).filter(({ codings }) => codings.length > 3)

/** Projects of this library, and the standard's own sample where it is at hand. */
async function projects(): Promise<readonly Uint8Array[]> {
  const written = await Promise.all(studies.slice(0, 5).map(async study => (await writeQdpx(study)).bytes))
  if (refiFolder === null) return written
  const sample = await makeQdpx(readFileSync(`${refiFolder}annexA2-project.qde`), {
    'sources/a.txt': 'Tekst',
  })
  return [...written, sample]
}

const samples = projects()

/** The files of an archive, not to be packed again as tightly. */
async function filesOf(bytes: Uint8Array): Promise<ArchiveFile[]> {
  const entries = await readArchive(bytes)
  return Promise.all(entries.map(async ({ name, read }) => ({ name, content: await read(), stored: true })))
}

const seen = { read: 0, refused: 0 }

/** A reading whose changes fit and whose quotes are the words of their texts, or problems of a known kind. */
async function holds(bytes: Uint8Array): Promise<void> {
  try {
    const { value } = await readQdpx(bytes)
    seen.read += 1
    const again = applyFitting(emptyStudy, value.changes)
    expect(again.problems).toEqual([])
    expect(again.value).toEqual(value.study)
    const texts = new Map(value.study.sources.map(({ id, text }) => [id, text]))
    for (const { source, start, end, quote } of value.study.segments)
      expect(texts.get(source)?.slice(start, end)).toBe(quote)
  } catch (error) {
    if (!(error instanceof StudyError)) throw error
    seen.refused += 1
    for (const { code } of error.problems) expect(code).toMatch(/^(?:archive|xml|refi)-/)
  }
}

const which = fc.nat(100)

describe('a project that was damaged at random gives a study that fits, or problems', () => {
  it('as a file', async () => {
    const all = await samples
    const property = fc.asyncProperty(
      which,
      fc.array(mutation, { minLength: 1, maxLength: 4 }),
      (at, mutations) => holds(mutate(all[at % all.length]!, mutations)),
    )
    await fc.assert(property, { seed, numRuns: 600 })
  })

  it('in the project file, in a text, in what goes beside the elements', async () => {
    const all = await Promise.all((await samples).map(filesOf))
    const property = fc.asyncProperty(
      which,
      which,
      fc.array(mutation, { minLength: 1, maxLength: 4 }),
      async (at, file, mutations) => {
        const files = all[at % all.length]!
        const damaged = files.map((each, i) =>
          i === file % files.length && each.content instanceof Uint8Array
            ? { ...each, content: mutate(each.content, mutations) }
            : each,
        )
        await holds(await writeArchive(damaged))
      },
    )
    await fc.assert(property, { seed, numRuns: 600 })
  })

  it('in its elements and attributes', async () => {
    const all = await Promise.all(
      (await samples).map(async bytes => [await projectOf(bytes), await filesOf(bytes)] as const),
    )
    const property = fc.asyncProperty(
      which,
      fc.array(xmlMutation, { minLength: 1, maxLength: 5 }),
      async (at, mutations) => {
        const [xml, files] = all[at % all.length]!
        const content = mutateXml(xml, mutations)
        await holds(
          await writeArchive(files.map(file => (file.name === 'project.qde' ? { ...file, content } : file))),
        )
      },
    )
    await fc.assert(property, { seed, numRuns: 600 })
    // Neither nothing but whole files nor nothing but broken ones.
    expect(seen.read).toBeGreaterThan(300)
    expect(seen.refused).toBeGreaterThan(300)
  })

  it.skipIf(refiFolder === null)(
    'and that study can be written, valid against Project.xsd (skipped where ../shared/refi is absent)',
    async () => {
      const all = await Promise.all((await samples).map(projectOf))
      const property = fc.asyncProperty(
        which,
        fc.array(xmlMutation, { minLength: 1, maxLength: 3 }),
        async (at, mutations) => {
          const bytes = await makeQdpx(mutateXml(all[at % all.length]!, mutations))
          const reading = await readQdpx(bytes).catch(() => null)
          fc.pre(reading !== null)
          const { bytes: written } = await writeQdpx(reading.value.study)
          expect(schemaFaults('Project.xsd', await projectOf(written))).toEqual([])
          expect((await readQdpx(written)).value.study).toEqual(reading.value.study)
        },
      )
      await fc.assert(property, { seed, numRuns: 100 })
    },
  )
})

describe('a codebook that was damaged at random gives codes that fit, or problems', () => {
  const books = (): readonly string[] => [
    ...studies.slice(0, 4).map(study => writeQdc(study).text),
    ...(refiFolder === null ? [] : [readFileSync(`${refiFolder}annexA1-codebook.qdc`, 'utf8')]),
  ]
  const fits = async (bytes: Uint8Array) => {
    try {
      const { value } = await readQdc(bytes)
      const made = applyFitting(emptyStudy, value.changes)
      expect(made.problems).toEqual([])
      expect(made.value.codes).toEqual(value.codebook.codes)
      expect(made.value.frames).toEqual(value.codebook.frames)
      if (value.codebook.codes.length > 0)
        expect(schemaFaults('Codebook.xsd', writeQdc(value.codebook).text)).toEqual([])
    } catch (error) {
      if (!(error instanceof StudyError)) throw error
      for (const { code } of error.problems) expect(code).toMatch(/^(?:xml|refi)-/)
    }
  }

  it('in its bytes', async () => {
    const all = books().map(text => Buffer.from(text))
    const property = fc.asyncProperty(
      which,
      fc.array(mutation, { minLength: 1, maxLength: 4 }),
      (at, mutations) => fits(mutate(all[at % all.length]!, mutations)),
    )
    await fc.assert(property, { seed, numRuns: 400 })
  })

  it('in its elements and attributes', async () => {
    const all = books()
    const property = fc.asyncProperty(
      which,
      fc.array(xmlMutation, { minLength: 1, maxLength: 5 }),
      (at, mutations) => fits(Buffer.from(mutateXml(all[at % all.length]!, mutations))),
    )
    await fc.assert(property, { seed, numRuns: 400 })
  })
})
