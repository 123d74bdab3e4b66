import { readArchive, writeArchive } from '@codeerbank/archive'
import { type Problem, placed, type Reading, StudyError } from '@codeerbank/core'
import { read, type WorkBook } from '@e965/xlsx'
import { cleanPart } from './clean-part.ts'
import { readSheet } from './read-sheet.ts'
import { recogniseArchive, recogniseWorkbook } from './recognise-workbook.ts'
import { type Sheet, type Workbook, type WorkbookLimits, workbookLimits } from './workbook.ts'
import { workbookTooLarge } from './workbook-error.ts'

export interface ReadWorkbookOptions {
  /** The name of the file, for the places of problems. */
  readonly file?: string
  readonly limits?: Partial<WorkbookLimits>
}

/** Parts of a workbook that say nothing of what stands in cells. */
const passedOver =
  /(?:^|\/)(?:META-INF|docProps|customXml|theme|drawings|media|charts|comments|threadedComments|persons|pivotTables|pivotCache|externalLinks|queryTables|tables|ctrlProps|printerSettings|_rels\/sheet)/

/**
 * Reads a workbook (.xlsx): the values of its cells, as they were when it was saved. Nothing in it is run or computed.
 *
 * @param bytes the file
 * @returns the sheets in their order, and problems: `not-a-workbook`, `old-workbook`, `archive-...` (a file that is cut off,
 *   damaged, or protected with a password), `xml-...`, `workbook-too-large`, `workbook-unreadable`, `sheet-unreadable`, and
 *   the warning `cell-error`
 */
export async function readWorkbook(
  bytes: Uint8Array,
  { file, limits }: ReadWorkbookOptions = {},
): Promise<Reading<Workbook>> {
  const place = file === undefined ? {} : { file }
  const failed = (problems: readonly Problem[]) => ({
    value: { sheets: [] },
    problems: problems.map(problem => placed(problem, place)),
  })
  const other = recogniseWorkbook(bytes)
  if (other !== undefined) return failed([other])
  try {
    const allowed = { ...workbookLimits, ...limits }
    const { value, problems } = readCells(await cleanWorkbook(bytes, allowed, file), allowed)
    return { value, problems: problems.map(problem => placed(problem, place)) }
  } catch (error) {
    if (error instanceof StudyError) return failed(error.problems)
    throw error
  }
}

/** The archive with only the parts and elements that say what stands in cells. */
async function cleanWorkbook(
  bytes: Uint8Array,
  limits: WorkbookLimits,
  file: string | undefined,
): Promise<Uint8Array> {
  const entries = await readArchive(bytes, {
    ...(file === undefined ? {} : { file }),
    limits: { totalBytes: Number.POSITIVE_INFINITY, entryBytes: Number.POSITIVE_INFINITY },
  })
  if (!entries.some(({ name }) => /(?:^|\/)workbook\.xml$/i.test(name)))
    throw new StudyError([recogniseArchive(entries.map(({ name }) => name))])
  const parts = entries.filter(({ name }) => /\.(?:xml|rels)$/i.test(name) && !passedOver.test(name))
  if (parts.reduce((sum, { size }) => sum + size, 0) > limits.bytes)
    throw workbookTooLarge('bytes', limits.bytes, file)
  const tally = { cells: 0, strings: 0, sheets: 0 }
  const cleaned: { name: string; content: Uint8Array; stored: boolean }[] = []
  for (const entry of parts)
    cleaned.push({ name: entry.name, content: await cleanPart(entry, limits, tally, file), stored: true })
  return writeArchive(cleaned)
}

function readCells(bytes: Uint8Array, limits: WorkbookLimits): Reading<Workbook> {
  const book = openBook(bytes)
  const problems: Problem[] = []
  const sheets: Sheet[] = []
  const tally = { filled: 0 }
  for (const [i, name] of book.SheetNames.entries()) {
    const sheet = Object.hasOwn(book.Sheets, name) ? book.Sheets[name] : undefined
    if (sheet?.['!type'] !== undefined && sheet['!type'] !== 'sheet') continue
    if (sheet === undefined) {
      problems.push({
        code: 'sheet-unreadable',
        severity: 'error',
        message: 'The sheet is missing or damaged, and is not read. Save the workbook again.',
        place: { path: [name] },
      })
      continue
    }
    const read = readSheet(name, sheet, tally, limits)
    const hidden = (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0
    sheets.push(hidden ? { ...read.value, hidden } : read.value)
    for (const problem of read.problems) problems.push(problem)
  }
  const since1904 = book.Workbook?.WBProps?.date1904 === true
  return { value: { sheets, ...(since1904 ? { since1904 } : {}) }, problems }
}

function openBook(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellDates: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      UTC: true,
    })
  } catch (cause) {
    throw new StudyError(
      [
        {
          code: 'workbook-unreadable',
          severity: 'error',
          message: 'The workbook is damaged and cannot be read. Open it and save it again as .xlsx.',
        },
      ],
      { cause },
    )
  }
}
