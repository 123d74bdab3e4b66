import { readArchive } from '@codeerbank/archive'
import readXlsxFile from 'read-excel-file/node'

/** A workbook as another library reads it: the rows of each sheet, by its name. */
export async function sheetsOf(
  bytes: Uint8Array,
): Promise<ReadonlyMap<string, readonly (readonly unknown[])[]>> {
  const sheets = await readXlsxFile(Buffer.from(bytes), { trim: false })
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]))
}

/** One part of an archive of XML, as text. */
export async function partOf(bytes: Uint8Array, name: string): Promise<string> {
  const entries = await readArchive(bytes)
  const entry = entries.find(each => each.name === name)
  if (entry === undefined) throw new RangeError(`There is no part "${name}".`)
  return new TextDecoder().decode(await entry.read())
}

/** Texts of a cell that a naive writer breaks, and what is shown of one that is not well formed. */
export const hardTexts: readonly (readonly [name: string, text: string, shown?: string])[] = [
  ['a formula', '=HYPERLINK("http://example.org","klik")'],
  ['a plus', '+31 6 12345678'],
  ['a minus', '- eerste punt'],
  ['an at sign', '@allen'],
  ['a tab before a formula', '\t=1+1'],
  ['a full-width equals sign', '＝1+1'],
  ['a number', '007'],
  ['a date', '2024-03-01'],
  ['markup', '<b>&amp;</b> ]]> "x"'],
  ['emoji', 'mooi 👩‍👩‍👧 zo 😀'],
  ['right-to-left script', 'שלום, zei hij مرحبا'],
  ['lines', 'een\n\ntwee\n'],
  ['space at the ends', '  wit  '],
  ['a name of every object', 'constructor'],
  ['another such name', '__proto__'],
  ['a marked name', '\uE000toString'],
  ['a control character', 'bel\u0007'],
  ['a carriage return', 'een\rtwee'],
  ['what looks escaped', '_x0041_ en _x0041_x0042_'],
  ['a replacement character', 'kapot \uFFFD'],
  ['a noncharacter', '\uFFFE \u{1FFFE}'],
  ['a C1 control character', '\u0085'],
  ['half a pair', 'half \uD83D.', 'half \uFFFD.'],
]
