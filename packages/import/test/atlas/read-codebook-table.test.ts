import { writeArchive } from '@codeerbank/archive'
import { codeLineage } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { type ReadCodebookTableOptions, readCodebookTable } from '../../src/atlas/read-codebook-table.ts'
import { rowsOf, workbookFiles, workbookOf } from '../workbook/workbook-parts.ts'

/** Every code as its path, with its comment after a bar; every frame with its rows. */
async function read(content: string | Uint8Array, options?: ReadCodebookTableOptions) {
  const { value, problems } = await readCodebookTable(content, options)
  return {
    codes: value.codes.map(code => {
      const path = codeLineage(value.codes, code).map(({ label }) => label.nl ?? label.en)
      return (
        path.join('/') +
        (code.definition === undefined ? '' : ` | ${code.definition.nl ?? code.definition.en}`)
      )
    }),
    frames: value.frames.map(
      ({ label, rows }) => `${label.nl}: ${rows.map(row => row.codes.join('+')).join(', ')}`,
    ),
    problems: problems.map(({ code, place }) => `${code} ${place?.line}`),
  }
}

interface TableCase {
  readonly of: string
  readonly csv: string
  readonly options?: ReadCodebookTableOptions
  readonly codes: readonly string[]
  readonly frames?: readonly string[]
  readonly problems?: readonly string[]
}

const cases: readonly TableCase[] = [
  {
    of: 'with the number of its quotations on a line below a name',
    csv: 'Code;Comment\n"● Rust\nGr=12";Geen gedoe\n"Ruimte\n○ Gr=3; D=0";\nGr=4;\n',
    codes: ['Rust | Geen gedoe', 'Ruimte', 'Gr=4'],
  },
  {
    of: 'by position: name, comment, groups',
    csv: 'Rust;Geen gedoe;Plein\nRuimte;;Plein;Straat\n',
    codes: ['Rust | Geen gedoe', 'Ruimte'],
    frames: ['Plein: rust, ruimte', 'Straat: ruimte'],
  },
  {
    of: 'by name, in another order, all groups in one cell',
    csv: 'Comment,Code Groups,Code\nGeen gedoe,"Plein\nStraat",Rust\n',
    codes: ['Rust | Geen gedoe'],
    frames: ['Plein: rust', 'Straat: rust'],
  },
  {
    of: 'groups that are the codes above',
    csv: 'Code,Comment,Code Group 1,Code Group 2,Code Group 3\nZorg,,Beleid,,\nThuis,,Zorg,Beleid,\nNacht,,Zorg,Thuis,Beleid\n',
    codes: ['Zorg', 'Zorg/Thuis', 'Zorg/Thuis/Nacht'],
    frames: ['Beleid: zorg'],
  },
  {
    of: 'names that are whole paths, where two codes have one label',
    csv: 'Code,Comment,Code Group 1\nZorg,,\nZorg > Overig,,Zorg\nPlein,,\nPlein > Overig,,Plein\n',
    codes: ['Zorg', 'Zorg/Overig', 'Plein', 'Plein/Overig'],
  },
  {
    of: 'categories in names, with a row of their own or without',
    csv: 'Code,Comment\nZorg: thuis,Bij mensen\nZorg: elders,\nPlein,Buiten\nPlein: bank,\n',
    codes: ['Zorg', 'Zorg/thuis | Bij mensen', 'Zorg/elders', 'Plein | Buiten', 'Plein/bank'],
  },
  {
    of: 'the dots that ATLAS.ti puts before names',
    csv: 'Code,Comment\n● Zorg,\n○ Zorg: thuis,Bij mensen\n',
    codes: ['Zorg', 'Zorg/thuis | Bij mensen'],
  },
  {
    of: 'colons as part of names, where that is said',
    csv: 'Code,Comment\nZorg: thuis,\n',
    options: { categories: false },
    codes: ['Zorg: thuis'],
  },
  {
    of: 'in English',
    csv: 'Code,Comment\nRest,No fuss\n',
    options: { language: 'en' },
    codes: ['Rest | No fuss'],
  },
  {
    of: 'rows without a name, and names twice',
    csv: 'Code,Comment\nRust,\n,Iets\nRust,Weer\n',
    codes: ['Rust'],
    problems: ['no-code-name 3', 'duplicate-code 4'],
  },
  {
    of: 'by name without a comment, only groups',
    csv: 'Code,Code Group 1\nRust,Plein\n',
    codes: ['Rust'],
    frames: ['Plein: rust'],
  },
  {
    of: 'by name, in a single column',
    csv: 'Code\nRust\nRuimte\n',
    codes: ['Rust', 'Ruimte'],
  },
  {
    of: 'in Portuguese and in Spanish',
    csv: 'Comentário,Nome do código,Grupo de Códigos 1,Grupo de Códigos 2\nGeen gedoe,Rust,Plein,Straat\n',
    codes: ['Rust | Geen gedoe'],
    frames: ['Plein: rust', 'Straat: rust'],
  },
  {
    of: 'the code manager of a Mac: groups in one line, with their number',
    csv: 'Code;Magnitude;Density;Groups;Number of Groups;Comment;Creation Date\nRust;3;0;Plein, Straat;2;Geen gedoe;12.03.2024\nRuimte;1;0;Plein, groot;1;;12.03.2024\nLicht;0;0;;0;;12.03.2024\n',
    codes: ['Rust | Geen gedoe', 'Ruimte', 'Licht'],
    frames: ['Plein: rust', 'Straat: rust', 'Plein, groot: ruimte'],
  },
  {
    of: 'groups in one line that may be one name or several: as one, with a warning',
    csv: 'Code;Groups;Comment\nRust;Plein, Straat;\nRuimte;Plein;\n',
    codes: ['Rust', 'Ruimte'],
    frames: ['Plein, Straat: rust', 'Plein: ruimte'],
    problems: ['ambiguous-groups 2'],
  },
  {
    of: 'groups of another number than the row states, with a warning',
    csv: 'Code;Groups;Number of Groups;Comment\nRust;Plein, groot, Straat;2;\n',
    codes: ['Rust'],
    frames: ['Plein, groot, Straat: rust'],
    problems: ['ambiguous-groups 2'],
  },
  {
    of: 'names that stand further in under those above',
    csv: 'Code,Comment\nZorg,\n  Thuis,Bij mensen\n    Nacht,\n  Elders,\nPlein,\n  Plein: bank,\n',
    codes: ['Zorg', 'Zorg/Thuis | Bij mensen', 'Zorg/Thuis/Nacht', 'Zorg/Elders', 'Plein', 'Plein/bank'],
  },
  {
    of: 'a single space before a name, which is nothing',
    csv: 'Code,Comment\nZorg,\n Thuis,\n',
    codes: ['Zorg', 'Thuis'],
  },
  {
    of: 'not from the quotations of a Mac, which have names too',
    csv: 'Number,Reference,Name,Text Content,Document,Codes,Comment\n1:1,¶ 4,De kern,x,Zant,Bellen,Let op\n',
    codes: [],
    problems: ['not-a-codebook-table 1'],
  },
  {
    of: 'not from a list of documents',
    csv: 'Number,Name,Media Type,Groups,Comment\n1,Zant,Text,Plein,\n',
    codes: [],
    problems: ['not-a-codebook-table 1'],
  },
  {
    of: 'not from a table of codes by documents',
    csv: ',"Plein\nGr=9","Markt\nGr=2"\n"Rust\nGr=4",3,0\n',
    codes: [],
    problems: ['not-a-codebook-table 1'],
  },
  {
    of: 'counts behind names in the head of a table, which are no groups',
    csv: 'Code;Comment;Gr=\nRust;;4\n',
    codes: ['Rust'],
  },
  {
    of: 'categories in categories that have rows of their own',
    csv: 'Code,Comment\nZorg,\nZorg: thuis,\nZorg: thuis: nacht,Bij mensen\nPlein: groot: bank,\n',
    codes: ['Zorg', 'Zorg/thuis', 'Zorg/thuis/nacht | Bij mensen', 'Plein: groot', 'Plein: groot/bank'],
  },
  { of: 'not from nothing', csv: '', codes: [], problems: ['not-a-codebook-table 1'] },
  {
    of: 'not from quotations',
    csv: 'Document,Quotation Content,Codes\na,b,c\n',
    codes: [],
    problems: ['not-a-codebook-table 1'],
  },
]

describe('a codebook is read from a table', () => {
  it.each(cases)('$of', async ({ csv, options, codes, frames = [], problems = [] }) => {
    expect(await read(csv, options)).toEqual({ codes, frames, problems })
  })

  it('in a workbook', async () => {
    const cell = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`
    const row = (...values: readonly string[]) => `<row>${values.map(cell).join('')}</row>`
    const bytes = await workbookOf({ sheet: row('Code', 'Comment') + row('Zorg: thuis', 'Bij mensen') })
    expect((await read(bytes)).codes).toEqual(['Zorg', 'Zorg/thuis | Bij mensen'])
  })

  it('of a workbook that shows another sheet first', async () => {
    const files = workbookFiles({
      sheet: rowsOf([
        ['Code', 'Comment'],
        ['Oud', 'x'],
      ]),
    }).map(({ name, content }) => ({
      name,
      content: String(content)
        .replace('<sheet name="Blad1"', '<sheet name="Blad1" state="hidden"')
        .replace('</sheets>', '<sheet name="Blad2" sheetId="2" r:id="rId9"/></sheets>')
        .replace(
          '<Relationship Id="rId2"',
          '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/>$&',
        ),
    }))
    const shown = files.find(({ name }) => name.endsWith('sheet1.xml'))!.content.replace('Oud', 'Rust')
    const book = await writeArchive([...files, { name: 'xl/worksheets/sheet2.xml', content: shown }])
    expect((await read(book)).codes).toEqual(['Rust | x'])
  })

  it('with levels by depth, and ids of the labels', async () => {
    const { value } = await readCodebookTable('Code,Comment\nZorg: thuis,\nPlein: thuis,\n')
    expect(value.codes.map(({ id, parent, level }) => [id, parent, level])).toEqual([
      ['zorg', null, 'theme'],
      ['thuis', 'zorg', 'main code'],
      ['plein', null, 'theme'],
      ['plein/thuis', 'plein', 'main code'],
    ])
  })
})
