import { applyChanges } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { readQuotations } from '../../src/atlas/read-quotations.ts'
import { reportStudy, text } from './report-study.ts'

async function read(csv: string) {
  const { value, problems } = await readQuotations(csv, reportStudy)
  const { segments, codings } = applyChanges(reportStudy, value)
  return {
    starts: segments.map(({ start }) => start),
    codes: segments.map(({ id }) => codings.filter(({ segment }) => segment === id).map(({ code }) => code)),
    at: value.filter(({ kind }) => kind === 'add-segment').map(({ at }) => at),
    comments: segments.map(({ comment }) => comment),
    problems: problems.map(({ code, place }) => `${code} ${place?.line}`),
    messages: problems.map(({ message }) => message),
  }
}

const second = text.indexOf('Ze bellen terug, ja')

interface HeadCase {
  readonly of: string
  readonly head: string
  readonly row: string
}

/** Everyone quotes “Ze bellen terug” in paragraph 4, with one code, a comment and a time on the 13th of March. */
const heads: readonly HeadCase[] = [
  {
    of: 'the quotation manager of Windows in German',
    head: 'ID;Zitat-Name;Dokument;Dokumentgruppen;Zitat-Inhalt;Kommentar;Kodes;Referenz;Dichte;Erstellt von;Geändert von;Erstellt;Geändert',
    row: '1:1;;Gesprek mevrouw Zant;;Ze bellen terug;Let op;Bellen;4 - 4;1;Anna Bos;Anna Bos;13.03.2024 10:15:00;14.03.2024 9:00:00',
  },
  {
    of: 'the same in Spanish',
    head: 'ID;Nombre de cita;Documento;Grupos de documentos;Contenido de cita;Comentario;Códigos;Referencia;Densidad;Creado por;Modificado por;Creado;Modificado',
    row: '1:1;;Gesprek mevrouw Zant;;Ze bellen terug;Let op;Bellen;4 - 4;1;Anna Bos;Anna Bos;13/03/2024 10:15:00;14/03/2024 9:00:00',
  },
  {
    of: 'the same in Portuguese',
    head: 'ID;Nome da citação;Documento;Grupos de documentos;Conteúdo da citação;Comentário;Códigos;Referência;Densidade;Criado por;Modificado por;Criado;Modificado',
    row: '1:1;;Gesprek mevrouw Zant;;Ze bellen terug;Let op;Bellen;4 - 4;1;Anna Bos;Anna Bos;13/03/2024 10:15:00;14/03/2024 9:00:00',
  },
  {
    of: 'a Mac in English',
    head: 'Number,Reference,Name,Text Content,Document,Codes,Number of Codes,Comment,Start Position,End Position,Extent,Author,Creation Date,Modification Date',
    row: '1:1,¶ 4,,Ze bellen terug,Gesprek mevrouw Zant,Bellen,1,Let op,4,4,1,Anna Bos,"3/13/2024, 10:15 AM","3/14/2024, 9:00 AM"',
  },
  {
    of: 'a Mac in German',
    head: 'Nummer;Referenz;Name;Textinhalt;Dokument;Codes;Anzahl der Codes;Kommentar;Startposition;Endposition;Umfang;Autor;Erstellungsdatum;Änderungsdatum',
    row: '1:1;¶ 4;;Ze bellen terug;Gesprek mevrouw Zant;Bellen;1;Let op;4;4;1;Anna Bos;13.03.2024, 10:15;14.03.2024, 9:00',
  },
  {
    of: 'a Mac in Spanish',
    head: 'Número,Referencia,Nombre,Contenido de texto,Documento,Códigos,Número de códigos,Comentario,Posición inicial,Posición final,Extensión,Autor,Fecha de creación,Fecha de modificación',
    row: '1:1,¶ 4,,Ze bellen terug,Gesprek mevrouw Zant,Bellen,1,Let op,4,4,1,Anna Bos,13/3/2024 10:15,14/3/2024 9:00',
  },
  {
    of: 'a Mac in Portuguese, without a reference: by the positions',
    head: 'Número,Nome,Conteúdo de Texto,Documento,Códigos,Número de Códigos,Comentário,Posição Inicial,Posição Final,Extensão,Autor,Data de Criação,Data de Modificação',
    row: '1:1,,Ze bellen terug,Gesprek mevrouw Zant,Bellen,1,Let op,4,4,1,Anna Bos,13/03/2024 10:15,14/03/2024 9:00',
  },
  {
    of: 'one that calls the words the quotation',
    head: 'Document,Quotation,Codes,Comment,Reference,Created By,Created At',
    row: 'Gesprek mevrouw Zant,Ze bellen terug,Bellen,Let op,4,Anna Bos,2024-03-13T10:15:00Z',
  },
]

describe('the columns of a quotation report are known as they are headed by', () => {
  it.each(heads)('$of', async ({ head, row }) => {
    expect(await read(`${head}\n${row}\n`)).toMatchObject({
      starts: [second],
      codes: [['bellen']],
      at: ['2024-03-13T10:15:00Z'],
      comments: ['Let op'],
      problems: [],
    })
  })
})

describe('the number of codes of a row', () => {
  const lines = (name: string, ...rows: readonly (readonly [string, string])[]) =>
    [
      `Document;Quotation Content;Created by;Codes;${name}`,
      ...rows.map(
        ([codes, count], i) =>
          `Gesprek mevrouw Zant;${['en dat is wat waard.', 'Dat wisselt per wethouder', 'Hoe gaat het'][i]};Anna Bos;"${codes}";${count}`,
      ),
    ].join('\n')

  it('is not what a column Density states that is of something else, and that is said once', async () => {
    const { codes, problems } = await read(
      lines('Density', ['Bellen\nVertrouwen', '0'], ['Bellen', '0'], ['', '0']),
    )
    expect(codes).toEqual([['bellen', 'vertrouwen'], ['bellen'], []])
    expect(problems).toEqual(['density-not-codes 2'])
  })

  it('is what a column Density states that mostly is of codes', async () => {
    const { codes, problems } = await read(
      lines('Density', ['Bellen\nVertrouwen', '3'], ['Bellen', '1'], ['Bellen, Vertrouwen, wederzijds', '2']),
    )
    expect(codes).toEqual([[], ['bellen'], ['bellen', 'vertrouwen-wederzijds']])
    expect(problems).toEqual(['code-count 2'])
  })

  it('is always what a column Number of Codes states', async () => {
    const { codes, problems } = await read(lines('Number of Codes', ['Bellen\nVertrouwen', '0'], ['', '1']))
    expect(codes).toEqual([[], []])
    expect(problems).toEqual(['code-count 2', 'code-count 4'])
  })
})

describe('a table without the columns of a report', () => {
  it.each([
    ['ID;Document;Quotation Content\n1:1;Gesprek;x\n', 'Codes'],
    ['ID;Quotation Content;Codes\n1:1;x;Bellen\n', 'Document'],
    ['ID;Document;Codes\n1:1;Gesprek;Bellen\n', 'Quotation Content'],
  ])('is said to miss what it misses: %j', async (csv, missing) => {
    const { problems, messages } = await read(csv)
    expect(problems).toEqual(['not-a-quotation-report 1'])
    expect(messages[0]).toContain(`no column ${missing}.`)
  })

  it('of which the letters of the head were lost is said to have lost them', async () => {
    const { problems, messages } = await read('ID;????;??;????;????;??;??;??\n1:1;a;b;c;d;e;f;g\n')
    expect(problems).toEqual(['not-a-quotation-report 1'])
    expect(messages[0]).toContain('question marks')
  })
})
