import { readFile } from 'node:fs/promises'
import { crosstab } from '@codeerbank/analysis'
import { applyFitting, type Change, emptyStudy, unknownTime } from '@codeerbank/core'
import { segmentsToCsv, studyToXlsx } from '@codeerbank/export'
import { readCodebookTable, readQuotations } from '@codeerbank/import'
import { atlasLosses } from './atlas-losses.ts'
import type { ConvertedStudy, Loss } from './convert-formats.ts'
import { UsageError } from './terminal.ts'
import { writeNewFile } from './write-new-file.ts'

/** Reads a table of codes, as a workbook or CSV, as a study with a codebook alone. */
export async function readCodebookSheet(path: string): Promise<ConvertedStudy> {
  const bytes = await readFile(path)
  const { value, problems } = await readCodebookTable(bytes, { file: path })
  const quotations = (await readQuotations(bytes, emptyStudy)).problems
  const count = quotations.filter(({ code }) => code === 'unknown-document').length
  if (value.codes.length === 0 && count > 0)
    throw new UsageError(
      `"${path}" holds quotations, without the documents that they are of. Name the study that has these: codeerbank convert ${path} <to> --documents <study>`,
    )
  const base = { at: unknownTime, by: 'codeerbank' }
  const changes: readonly Change[] = [
    ...value.codes.map(
      ({ version: _, ...code }): Change => ({ ...base, id: `add-code:${code.id}`, kind: 'add-code', code }),
    ),
    ...value.frames.map(
      (frame): Change => ({ ...base, id: `set-frame:${frame.id}`, kind: 'set-frame', frame }),
    ),
  ]
  const { value: study } = applyFitting(emptyStudy, changes)
  const left = {
    what: 'quotations: their texts are not in it, add --documents <study>',
    count,
    where: [],
    kept: false,
  }
  return { study, changes, problems, losses: count === 0 ? [] : [left] }
}

/** Writes a study as ATLAS.ti's reports: quotations, codes and the code-document table. */
export async function writeReports({ study }: ConvertedStudy, path: string): Promise<readonly Loss[]> {
  const codeDocuments = crosstab(study, { columns: 'sources', unit: 'segments' })
  await writeNewFile(path, await studyToXlsx(study, { codeDocuments }))
  const both = study.codes.filter(({ label }) => label.nl !== undefined && label.en !== undefined)
  const where = both.slice(0, 3).map(({ id }) => id)
  const names = { what: 'names of codes in a second language', count: both.length, where, kept: false }
  const shifted = study.segments.filter(({ at }) => /[+-]\d{2}:\d{2}$/.test(at)).map(({ id }) => id)
  const offsets = {
    what: 'offsets of times from UTC: a workbook has the clock time alone',
    count: shifted.length,
    where: shifted.slice(0, 3),
    kept: false,
  }
  return [...[names, offsets].filter(({ count }) => count > 0), ...atlasLosses(study)]
}

/** Writes the segments of a study as ATLAS.ti's quotation report. */
export async function writeSegmentList({ study }: ConvertedStudy, path: string): Promise<readonly Loss[]> {
  await writeNewFile(path, await segmentsToCsv(study))
  const codes = { what: 'codes, but for their names', count: study.codes.length, where: [], kept: false }
  return [...(codes.count === 0 ? [] : [codes]), ...atlasLosses(study)]
}
