import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import {
  type Code,
  compare,
  comparisonToMarkdown,
  describeSegment,
  loadStudyFolder,
  readQdpx,
  readStudyFolder,
  replay,
  type Study,
  writeQdpx,
  writeStudyFolder,
} from 'codeerbank'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyStudy } from '../../packages/refi/test/any-study.ts'
import { hostileStudy } from './hostile-study.ts'

/** What `writeStudyFolder` gives, put on disk and read again. */
async function throughFolder(study: Study) {
  const written = await writeStudyFolder(study)
  const folder = await mkdtemp(join(tmpdir(), 'codeerbank-'))
  try {
    for (const { path, text } of written.files) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text, { flag: 'wx' })
    }
    const { study: read, changes } = await loadStudyFolder(folder)
    expect(replay(changes)).toEqual(read)
    return { ...written, read }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Codes as a tree is written: each parent right before what lies below it. */
function inTree(codes: readonly Code[], parent: string | null = null): readonly Code[] {
  return codes.filter(code => code.parent === parent).flatMap(code => [code, ...inTree(codes, code.id)])
}

/** The study without what `folderNotCarried` says that a folder does not carry. */
function withoutLosses(study: Study): Study {
  const textOf = new Map(study.sources.map(({ id, text }) => [id, text]))
  return {
    ...study,
    codes: inTree(study.codes).map(code => ({ ...code, version: 1 })),
    sources: study.sources.map(({ origin: _, ...source }) => source),
    segments: study.segments.map(({ verdict: _, ...segment }) => {
      const { prefix, suffix } = describeSegment(textOf.get(segment.source)!, segment.start, segment.end)
      return { ...segment, prefix, suffix }
    }),
    codings: study.codings.map(coding => ({ ...coding, codeVersion: 1 })),
    screenings: study.screenings.map(screening => ({ ...screening, codeVersion: 1 })),
    summaries: study.summaries.map(summary => ({
      ...summary,
      cites: summary.cites.map(cite => ({ ...cite, codeVersion: 1 })),
    })),
  }
}

/** Which of the losses of these studies the list must name. */
function expectedLosses({ codes, sources }: Study): readonly string[] {
  const kinds = {
    'definition-versions': codes.some(({ version }) => version > 1),
    'code-order': inTree(codes).some((code, i) => code !== codes[i]),
    origins: sources.some(({ origin }) => origin !== undefined),
  }
  return Object.entries(kinds).flatMap(([what, is]) => (is ? [what] : []))
}

/** The study with names in its codebook that this can hold: the rest is for the folder to hold as it is. */
function holdableNames(study: Study): Study {
  const { codes, frames } = study
  const held = (text: string) => (text.trim() === '' ? 'x' : text.toWellFormed().replaceAll('\0', 'x'))
  const named: unknown = JSON.parse(JSON.stringify({ codes, frames }), (_, value) =>
    typeof value === 'string' ? held(value) : value,
  )
  return Object.assign(structuredClone(study), named)
}

describe('a study written as a folder and read again', () => {
  it('is the same study, but for what the list says, whatever its ids, names and texts', async () => {
    await fc.assert(
      fc.asyncProperty(hostileStudy, async study => {
        const { read, notCarried } = await throughFolder(study)
        expect(withoutLosses(read)).toEqual(withoutLosses(study))
        expect(notCarried.map(({ what }) => what)).toEqual(expectedLosses(study))
      }),
      { numRuns: 300 },
    )
  })

  it('is the same study for those that a project of REFI-QDA can hold, through such a project too', async () => {
    await fc.assert(
      fc.asyncProperty(anyStudy.map(holdableNames), async study => {
        const { value } = await readQdpx((await writeQdpx(study)).bytes)
        const { read } = await throughFolder(value.study)
        expect(withoutLosses(read)).toEqual(withoutLosses(study))
      }),
      { numRuns: 150 },
    )
  })

  it('gives the same files once more', async () => {
    await fc.assert(
      fc.asyncProperty(hostileStudy, async study => {
        const { files, read } = await throughFolder(withoutLosses(study))
        expect((await writeStudyFolder(read)).files).toEqual(files)
      }),
      { numRuns: 100 },
    )
  })

  it('is the same study with the same tables for the example, every text as readable as it was', async () => {
    const study = await readStudyFolder('examples/bruggenbouwers')
    const once = await throughFolder(study)
    const twice = await throughFolder(once.read)
    expect(once.notCarried.map(({ what }) => what)).toEqual(['origins'])
    expect(withoutLosses(twice.read)).toEqual(withoutLosses(study))
    expect(twice.files).toEqual(once.files)
    for (const { table, id } of study.frames.filter(frame => [7, 8, 9].includes(frame.table ?? 0)))
      expect([table, comparisonToMarkdown(compare(twice.read, id))]).toEqual([
        table,
        comparisonToMarkdown(compare(study, id)),
      ])
    expect(once.files.some(({ text }) => text.includes('verbatim: true'))).toBe(false)
    expect(once.files.map(({ path }) => path).filter(path => !path.startsWith('sources/'))).toEqual([
      'study.yaml',
      'codebook.md',
      'participants.csv',
      'codings.csv',
    ])
  })
})

describe('the files of a written study', () => {
  it('have names that lead nowhere else, that every system takes, and that no two share', async () => {
    await fc.assert(
      fc.asyncProperty(hostileStudy, async study => {
        const paths = (await writeStudyFolder(study)).files.map(({ path }) => path)
        for (const name of paths.flatMap(path => path.split('/'))) {
          expect(name).toMatch(/^[^.\s<>:"\\|?*\p{Cc}][^<>:"\\|?*\p{Cc}]*$/u)
          expect(name).not.toMatch(/[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i)
          expect(Buffer.byteLength(name)).toBeLessThan(200)
        }
        expect(new Set(paths.map(path => path.normalize('NFKC').toLowerCase())).size).toBe(paths.length)
      }),
      { numRuns: 200 },
    )
  })
})
