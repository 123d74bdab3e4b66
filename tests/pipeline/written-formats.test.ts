import { fileURLToPath } from 'node:url'
import {
  annotationsToJsonLd,
  compare,
  comparisonToDocx,
  crosstab,
  loadStudyFolder,
  studyToDataPackage,
  studyToXlsx,
  tablesToXlsx,
} from 'codeerbank'
import { describe, expect, it } from 'vitest'
import { studyFromPackage } from './study-from-package.ts'

const folder = fileURLToPath(new URL('../../examples/bruggenbouwers', import.meta.url))

describe('the example study in the formats of others', async () => {
  const { study } = await loadStudyFolder(folder)

  it('is the same study again when it is made of its data package', async () => {
    expect(await studyFromPackage(await studyToDataPackage(study))).toEqual(study)
  })

  it('has an annotation for each coding, each on its words', () => {
    const { first, total } = JSON.parse(annotationsToJsonLd(study))
    expect(total).toBe(study.codings.length)
    const texts = new Map(
      study.sources.map(({ id, text }) => [
        `urn:codeerbank:source:${encodeURIComponent(id)}`,
        Array.from(text),
      ]),
    )
    for (const { target } of first.items) {
      const [{ exact }, { start, end }] = target.selector
      expect(texts.get(target.source)?.slice(start, end).join('')).toBe(exact)
    }
  })

  it('is written the same, byte for byte, each time', async () => {
    const written = () =>
      Promise.all([
        studyToXlsx(study, { codeDocuments: crosstab(study, { columns: 'sources', unit: 'segments' }) }),
        comparisonToDocx(study.frames.map(frame => compare(study, frame.id))),
        tablesToXlsx([]),
      ])
    const [first, second] = [await written(), await written()]
    expect(first.map((bytes, i) => Buffer.compare(bytes, second[i]!))).toEqual([0, 0, 0])
  })
})
