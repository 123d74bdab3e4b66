import { type Language, labelText, type Table } from '@codeerbank/core'
import { wording } from '../wording.ts'
import { sheetNames } from './sheet-names.ts'
import { tableSheet } from './table-sheet.ts'
import { type WorkbookSheet, writeWorkbook } from './write-workbook.ts'

/**
 * Writes plain tables as one workbook (.xlsx), a sheet each, named by the table's id; several tables have a first sheet that
 * lists them with their whole titles and what their numbers count; one alone says below it what they count.
 *
 * @param options `language` of the labels (Dutch by default)
 */
export async function tablesToXlsx(
  tables: Table | readonly Table[],
  options: { readonly language?: Language } = {},
): Promise<Uint8Array> {
  const { language = 'nl' } = options
  const all = 'columns' in tables ? [tables] : tables
  const contents: WorkbookSheet = {
    name: wording.contents[language],
    columns: [
      { label: wording.sheet[language], width: 32 },
      { label: wording.table[language], width: 70 },
      { label: wording.unit[language], width: 30 },
    ],
    rows: [],
  }
  const names = sheetNames([contents.name, ...all.map(table => table.id)]).slice(1)
  const sheets = all.map((table, i) => ({ ...tableSheet(table, language), name: names[i]! }))
  const [only, ...others] = all
  if (only !== undefined && others.length === 0)
    return writeWorkbook([withUnit(sheets[0]!, only, language)], language)
  const rows = all.map(({ title, unit }, i) => [
    names[i]!,
    labelText(title, language),
    unit === undefined ? null : labelText(unit, language),
  ])
  return writeWorkbook([{ ...contents, rows }, ...sheets], language)
}

function withUnit(sheet: WorkbookSheet, { unit }: Table, language: Language): WorkbookSheet {
  if (unit === undefined) return sheet
  const counted = `${wording.unit[language]}: ${labelText(unit, language)}.`
  return { ...sheet, note: sheet.note === undefined ? counted : `${counted} ${sheet.note}` }
}
