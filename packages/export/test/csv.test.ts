import { unguardCell } from '@codeerbank/core'
import fc from 'fast-check'
import { parseString } from 'fast-csv'
import { describe, expect, it } from 'vitest'
import { codebookToCsv, codingsToCsv, segmentsToCsv, tableToCsv } from '../src/index.ts'
import { awkwardStudy } from './export-cases.ts'

function rowsOf(csv: string): Promise<string[][]> {
  const rows: string[][] = []
  return new Promise((done, fail) => {
    parseString<string[], string[]>(csv, { headers: false })
      .on('error', fail)
      .on('data', row => rows.push(row))
      .on('end', () => done(rows))
  })
}

describe('segments in the columns of ATLAS.ti', () => {
  it('are a row a segment, codes and groups on lines of their own in a cell, with a guard before what would be a formula', async () => {
    expect(await rowsOf(await segmentsToCsv(awkwardStudy))).toEqual([
      [
        'ID',
        'Quotation Name',
        'Document',
        'Document Groups',
        'Quotation Content',
        'Comment',
        'Codes',
        'Reference',
        'Density',
        'Created by',
        'Modified by',
        'Created',
        'Modified',
      ],
      [
        '1:1',
        `'=1+1 zei hij, "echt", en`,
        'Gesprek',
        'Oost <b>\nInterview',
        `'=1+1 zei hij, "echt", en `,
        '',
        'Ruzie, soms\n=Stil',
        '3 - 3',
        '2',
        'Anna, A.',
        'Bram',
        '2024-03-01T09:00:00+01:00',
        '2024-03-05T16:30:00+01:00',
      ],
      [
        '1:2',
        'Tweede regel 😀 me',
        'Gesprek',
        'Oost <b>\nInterview',
        'Tweede regel 😀 me',
        '',
        `'=Stil`,
        '5 - 5',
        '1',
        'Anna, A.',
        'Bram',
        '2024-03-01T09:00:00+01:00',
        '2024-03-05T16:30:00+01:00',
      ],
    ])
  })

  it('have no guard where it is switched off, and begin with a byte order mark where one is asked for', async () => {
    const csv = await segmentsToCsv(awkwardStudy, { guard: false, bom: true })
    expect(csv.startsWith('\uFEFFID,')).toBe(true)
    expect((await rowsOf(csv.slice(1)))[1]?.[1]).toBe('=1+1 zei hij, "echt", en')
  })

  it('have a head also where there are none', async () => {
    const csv = await segmentsToCsv({ ...awkwardStudy, segments: [], codings: [] })
    expect(csv.split('\n')).toEqual([expect.stringContaining('ID,Quotation Name,Document'), ''])
  })

  it('tell documents of the same title apart by their id', async () => {
    const [source] = awkwardStudy.sources
    const study = { ...awkwardStudy, sources: [source!, { ...source!, id: 's2' }] }
    expect((await rowsOf(await segmentsToCsv(study)))[1]?.[2]).toBe('Gesprek (s1)')
  })

  it('are named by their first words, cut between words', async () => {
    const [segment] = awkwardStudy.segments
    const quote = 'een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien'
    const study = { ...awkwardStudy, segments: [{ ...segment!, quote }] }
    expect((await rowsOf(await segmentsToCsv(study)))[1]?.[1]).toBe(
      'een twee drie vier vijf zes zeven acht negen tien elf…',
    )
  })
})

describe('codings in tidy form', () => {
  it('are a row a coding, with the whole path, the offsets and who speaks', async () => {
    const rows = await rowsOf(await codingsToCsv(awkwardStudy, { guard: false }))
    expect(rows[0]?.join()).toBe(
      'coding,segment,source,title,kind,case,date,speaker,participant,start,end,paragraph,quote,code,label,path,level,coder,at,stance,memo',
    )
    expect(
      rows.slice(1).map(row => [row[0], ...row.slice(6, 12), row[14], row[15], row[17], row[19], row[20]]),
    ).toEqual([
      [
        'k1',
        '2024-02-01',
        'R1',
        'P1',
        '32',
        '57',
        '3',
        'Ruzie, soms',
        'Groep > Ruzie, soms',
        'anna',
        'supports',
        'Let op; memo',
      ],
      [
        'k2',
        '2024-02-01',
        'R1',
        'P1',
        '32',
        '57',
        '3',
        'Ruzie, soms',
        'Groep > Ruzie, soms',
        'bram',
        'supports',
        '',
      ],
      ['k3', '2024-02-01', 'R1', 'P1', '32', '57', '3', '=Stil', 'Groep > =Stil', 'anna', 'supports', ''],
      ['k4', '2024-02-01', '', '', '75', '93', '5', '=Stil', 'Groep > =Stil', 'bram', 'contradicts', ''],
    ])
  })
})

describe('a codebook', () => {
  it('puts a code in the group of each code above it and of each frame that has it', async () => {
    expect(await rowsOf(await codebookToCsv(awkwardStudy))).toEqual([
      ['Code', 'Comment', 'Code Group 1', 'Code Group 2'],
      ['Groep', 'Over groep.', '', ''],
      ['Ruzie, soms', 'Over ruzie.', 'Groep', 'Vergelijking & meer'],
      [`'=Stil`, 'Over stil.', 'Groep', 'Vergelijking & meer'],
    ])
  })

  it('names codes of the same label by their paths', async () => {
    const [group, one, other] = awkwardStudy.codes
    const codes = [
      group!,
      one!,
      { ...other!, label: one!.label },
      { ...other!, id: 'x', parent: 'ruzie', label: one!.label },
    ]
    const rows = await rowsOf(await codebookToCsv({ codes, frames: [] }))
    expect(rows.slice(2).map(row => row[0])).toEqual([
      'Groep > Ruzie, soms (ruzie)',
      'Groep > Ruzie, soms (stil)',
      'Groep > Ruzie, soms > Ruzie, soms',
    ])
  })

  it('has a head also where it has no codes', async () => {
    expect(await codebookToCsv({ codes: [], frames: [] })).toBe('Code,Comment,Code Group 1\n')
  })
})

describe('a plain table', () => {
  const cell = fc.oneof(
    // A text of a study never holds a zero byte: `decodeText` refuses it.
    fc.string({ unit: 'binary' }).map(text => text.replaceAll('\0', '')),
    fc.constantFrom('=1+1', '+x', '-y', '@z', "'=1", '\t=', '"', ',', '\n', '\r\n', 'é😀', 'שלום'),
  )

  it('read back gives the same texts, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { maxLength: 8 }),
        fc.boolean(),
        async (rows, guard) => {
          const column = (id: string) => ({ id, label: { nl: id }, type: 'text' as const })
          const csv = await tableToCsv(
            { id: 't', title: {}, columns: [column('a'), column('b')], rows },
            { guard },
          )
          const read = await rowsOf(csv)
          expect(read.map(row => (guard ? row.map(unguardCell) : row))).toEqual([['a', 'b'], ...rows])
        },
      ),
    )
  })

  it('keeps a first cell of blanks alone', async () => {
    const columns = ['a', 'b'].map(id => ({ id, label: { nl: id }, type: 'text' as const }))
    const rows = [
      ['\t', ''],
      [' ', 'x'],
    ]
    const csv = await tableToCsv({ id: 't', title: {}, columns, rows }, { guard: false })
    expect(await rowsOf(csv)).toEqual([['a', 'b'], ...rows])
  })

  it('never has a cell that begins as a formula, unless the guard is off', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 8 }), async texts => {
        const columns = [{ id: 'a', label: { nl: 'a' }, type: 'text' as const }]
        const csv = await tableToCsv({ id: 't', title: {}, columns, rows: texts.map(text => [text]) })
        for (const [written] of await rowsOf(csv)) expect(written).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })

  it('writes numbers as numbers, a negative one too, and nothing for an empty cell', async () => {
    const columns = [
      { id: 'a', label: { nl: 'Aantal', en: 'Count' }, type: 'number' as const },
      { id: 'b', label: { nl: 'b' }, type: 'text' as const },
    ]
    const table = { id: 't', title: {}, columns, rows: [[-3.5, null]] }
    expect(await tableToCsv(table, { language: 'en' })).toBe('Count,b\n-3.5,\n')
  })
})
