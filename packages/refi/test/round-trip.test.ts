import { applyFitting, emptyStudy, parseChanges, type Study } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readStudyFolder } from '../../import/src/index.ts'
import { readQdpx, refiNotCarried, writeQdpx } from '../src/index.ts'
import { anyStudy } from './any-study.ts'
import { projectOf } from './make-qdpx.ts'
import { refiFolder, schemaFaults } from './schema.ts'

/** The study without what `refiNotCarried` says is lost on the way into a project. */
function withoutLosses(study: Study): Study {
  return {
    ...study,
    codes: study.codes.map(code => ({ ...code, version: 1 })),
    segments: study.segments.map(({ verdict: _, ...segment }) => segment),
    codings: study.codings.map(coding => ({ ...coding, codeVersion: 1 })),
    screenings: study.screenings.map(screening => ({ ...screening, codeVersion: 1 })),
  }
}

describe('a study written as a project and read again', () => {
  it('is the same study, but for what the list says is lost', async () => {
    await fc.assert(
      fc.asyncProperty(anyStudy, async study => {
        const written = await writeQdpx(study)
        const { value, problems } = await readQdpx(written.bytes)
        // A stretch of nothing but space has no name and no words to check its place by.
        expect(problems.filter(({ code }) => code !== 'offsets-uncertain')).toEqual([])
        expect(value.notCarried).toEqual([])
        expect(value.study).toEqual(withoutLosses(study))
        for (const { what, kept } of written.notCarried) expect(kept).toBe(refiNotCarried[what].kept)
        // Its changes hold for the store too.
        expect(
          applyFitting(emptyStudy, parseChanges(JSON.parse(JSON.stringify(value.changes)))).value,
        ).toEqual(value.study)
      }),
      { numRuns: 300 },
    )
  })

  it('is the same study for the example, its judgements, screenings, queries, claims and summaries too', async () => {
    const study = await readStudyFolder(new URL('../../../examples/bruggenbouwers', import.meta.url).pathname)
    const { value, problems } = await readQdpx((await writeQdpx(study)).bytes)
    expect(problems).toEqual([])
    expect(value.study).toEqual(withoutLosses(study))
  })

  it.skipIf(refiFolder === null)(
    'is valid against Project.xsd (skipped where ../shared/refi is absent)',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyStudy, async study => {
          expect(schemaFaults('Project.xsd', await projectOf((await writeQdpx(study)).bytes))).toEqual([])
        }),
        { numRuns: 100 },
      )
    },
  )

  it('gives the same bytes once more', async () => {
    await fc.assert(
      fc.asyncProperty(anyStudy, async study => {
        const { bytes } = await writeQdpx(study)
        const { value } = await readQdpx(bytes)
        expect((await writeQdpx(value.study)).bytes).toEqual(bytes)
      }),
      { numRuns: 50 },
    )
  })

  it('changes nothing where it is read into the study that it came from', async () => {
    await fc.assert(
      fc.asyncProperty(anyStudy, async study => {
        const { bytes } = await writeQdpx(study)
        const { value, problems } = await readQdpx(bytes, { study })
        expect(problems.filter(({ code }) => code !== 'offsets-uncertain')).toEqual([])
        expect(value.changes).toEqual([])
        expect(value.study).toEqual(study)
      }),
      { numRuns: 100 },
    )
  })
})
