import type { CellValue } from '../../src/workbook/workbook.ts'
import type { WorkbookParts } from './workbook-parts.ts'

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const at = (time: string) => new Date(time)

/** What is found in workbooks of many makers, and the rows that it stands for. */
export const workbookCases: readonly {
  readonly of: string
  readonly parts: WorkbookParts
  readonly rows: readonly (readonly CellValue[])[]
}[] = [
  {
    of: 'a text in its cell, plain and in parts of different type',
    parts: {
      sheet:
        '<row r="1"><c r="A1" t="inlineStr"><is><t>plein</t></is></c><c r="B1" t="inlineStr"><is><r><t>buurt</t></r><r><rPr><b/></rPr><t>huis</t></r></is></c></row>',
    },
    rows: [['plein', 'buurthuis']],
  },
  {
    of: 'a text in the list of texts: with spaces around it, in parts, with its reading in kana, and escaped',
    parts: {
      strings:
        '<si><t xml:space="preserve"> ruim </t></si><si><r><t>buurt</t></r><r><t>huis</t></r></si><si><t>漢字</t><rPh sb="0" eb="2"><t>カンジ</t></rPh></si><si><t>een_x000D_\ntwee &amp; _x005F_x000D_ 😀</t></si>',
      sheet:
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>',
    },
    rows: [[' ruim ', 'buurthuis', '漢字', 'een\ntwee & _x000D_ 😀']],
  },
  {
    of: 'cells and rows that do not say where they are',
    parts: { sheet: '<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>' },
    rows: [[1, 2], [3]],
  },
  {
    of: 'rows and cells that are left out',
    parts: {
      sheet: '<row r="2"><c r="B2"><v>1</v></c></row><row r="4"/><row r="5"><c r="D5"><v>1.5</v></c></row>',
    },
    rows: [[], [null, 1], [], [], [null, null, null, 1.5]],
  },
  {
    of: 'rows and cells in another order',
    parts: {
      sheet:
        '<row r="2"><c r="A2"><v>3</v></c></row><row r="1"><c r="B1"><v>2</v></c><c r="A1"><v>1</v></c></row>',
    },
    rows: [[1, 2], [3]],
  },
  {
    of: 'days and times, by the format of the cell or by its type',
    parts: {
      sheet:
        '<row r="1"><c r="A1" s="1"><v>45363</v></c><c r="B1" s="2"><v>45363.427083333336</v></c><c r="C1" t="d"><v>2024-03-12T10:15:00Z</v></c><c r="D1"><v>45363</v></c></row>',
    },
    rows: [[at('2024-03-12T00:00:00Z'), at('2024-03-12T10:15:00Z'), at('2024-03-12T10:15:00Z'), 45363]],
  },
  {
    of: 'days counted from 1904, as old Macs do',
    parts: { properties: 'date1904="1"', sheet: '<row r="1"><c r="A1" s="1"><v>43901</v></c></row>' },
    rows: [[at('2024-03-12T00:00:00Z')]],
  },
  {
    of: 'truth values, and formulas with their last result or without any',
    parts: {
      sheet:
        '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1"><f>1+1</f><v>2</v></c><c r="D1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="E1" t="str"><f>""</f><v></v></c></row>',
    },
    rows: [[true, false, 2, 'ab']],
  },
  {
    of: 'a sheet by its whole path',
    parts: { target: '/xl/worksheets/sheet1.xml', sheet: '<row r="1"><c r="A1"><v>1</v></c></row>' },
    rows: [[1]],
  },
  {
    of: 'elements with a prefix',
    parts: {
      strings: '<si><t>plein</t></si>',
      sheet: `<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>markt</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
    },
    rows: [['plein', 'markt']],
  },
  {
    of: 'merged cells: their value stands in the first',
    parts: {
      sheet: `<?xml version="1.0"?><worksheet ${main}><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:C3"/></mergeCells></worksheet>`,
    },
    rows: [[1]],
  },
  {
    of: 'comments and unparsed text in the XML',
    parts: {
      sheet:
        '<row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[a < b]]></t></is></c><!-- <c r="B1"><v>9</v></c> --></row>',
    },
    rows: [['a < b']],
  },
  {
    of: 'a link over every cell there can be, which is passed over',
    parts: {
      sheet: `<?xml version="1.0"?><worksheet ${main}><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><hyperlinks><hyperlink ref="A1:XFD1048576" location="B2"/></hyperlinks></worksheet>`,
    },
    rows: [[1]],
  },
  {
    of: 'empty texts and columns with a width: no cells',
    parts: {
      sheet: `<?xml version="1.0"?><worksheet ${main}><cols><col min="1" max="16384" width="9"/></cols><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t/></is></c><c r="B1"/></row></sheetData></worksheet>`,
    },
    rows: [],
  },
]
