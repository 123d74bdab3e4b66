import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadStudyFolder } from '../../src/load-study-folder.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hand-made-'))
})
afterEach(() => rm(folder, { recursive: true }))

const studyFile =
  '\uFEFFtitle: { nl: Proef, en: Trial }\r\nlanguage: nl\r\ncoders:\r\n  - { id: anna, label: Anna Bos }\r\n  - { id: bram, label: Bram Ost }\r\ncases:\r\n  - { id: plein, label: Plein }\r\n  - { id: oost, label: { nl: Wijk Oost, en: East } }\r\n'
const codebook =
  '# Codeboek\r\n\r\n## Contact\r\n\r\nWie wie spreekt.\r\n\r\n### Bellen\r\n\r\nTerugbellen.\r\n'
const gesprek =
  '---\r\ntitle: Gesprek één\r\nkind: interview\r\n---\r\nI: Hoe gaat het?\r\nR: Ze bellen terug, en dat is “veel” waard.\r\n'

/** Reads a folder with a study, a codebook, an interview in the folder of its case, and the files given. */
async function read(files: Readonly<Record<string, string | Uint8Array>>) {
  const all = {
    'study.yaml': studyFile,
    'codebook.md': codebook,
    'sources/Wijk Oost/01 gesprek (def).md': gesprek,
    ...files,
  }
  for (const [name, content] of Object.entries(all)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  const { study, problems } = await loadStudyFolder(folder)
  return {
    study,
    problems: problems.map(
      ({ code, place }) => `${place?.file?.slice(folder.length + 1)}:${place?.line} ${code}`,
    ),
    codings: study.codings.map(({ segment, code, coder, at, memo }) => ({
      quote: study.segments.find(({ id }) => id === segment)?.quote,
      ...{ code, coder, at, memo },
    })),
  }
}

const found = { quote: 'Ze bellen terug', code: 'bellen', coder: 'anna' }

describe('a study folder made by hand', () => {
  it('has sources in folders named for their case, by its id or by its name', async () => {
    const { study, problems } = await read({ 'sources/plein/b.md': gesprek, 'sources/EAST/c.md': gesprek })
    expect(problems).toEqual([])
    expect(study.sources.map(({ id, case: inCase }) => [id, inCase])).toEqual([
      ['c', 'oost'],
      ['01 gesprek (def)', 'oost'],
      ['b', 'plein'],
    ])
  })

  it('has codings that name sources by their title or file, and coders by their name', async () => {
    for (const source of ['01 gesprek (def)', 'Gesprek één', '01 gesprek (def).md', 'gesprek één']) {
      const { codings, problems } = await read({
        'codings.csv': `bron;citaat;code;codeur\r\n${source};Ze bellen terug;Bellen;Anna bos\r\n`,
      })
      expect(problems).toEqual([])
      expect(codings).toMatchObject([found])
    }
  })

  it('has no codings of a source or coder whose name several have', async () => {
    const { codings, problems } = await read({
      'study.yaml': studyFile.replace('Bram Ost', 'Anna Bos'),
      'sources/plein/b.md': gesprek,
      'codings.csv':
        'bron;citaat;code;codeur\nGesprek één;Ze bellen terug;Bellen;bram\nb;Ze bellen terug;Bellen;Anna Bos\n',
    })
    expect(codings).toEqual([])
    expect(problems).toEqual(['codings.csv:2 ambiguous-source', 'codings.csv:3 unknown-coder'])
  })

  it('has remarks and times in a list as a Dutch spreadsheet writes them', async () => {
    const { codings, problems } = await read({
      'codings.csv':
        'sep=;\r\nBron;Citaat;Code;Codeerder;Opmerking;Tijdstip\r\nGesprek één;Ze bellen terug;Bellen;anna;Let op;12-3-2024 10:15\r\nGesprek één;Hoe gaat het;Bellen;anna;;13-3-2024\r\n',
    })
    expect(problems).toEqual([])
    expect(codings).toMatchObject([
      { ...found, at: '2024-03-12T10:15:00Z', memo: 'Let op' },
      { quote: 'Hoe gaat het', at: '2024-03-13T00:00:00Z' },
    ])
  })

  it('has a warning for the first time whose day is taken to come first, and an error for each that may be two', async () => {
    const list = (first: string, second: string) =>
      read({
        'codings.csv': `bron;citaat;code;codeur;tijd\nGesprek één;Ze bellen terug;Bellen;anna;${first}\nGesprek één;Hoe gaat het;Bellen;anna;${second}\n`,
      })
    expect((await list('2-3-2024', '4-3-2024')).problems).toEqual(['codings.csv:2 time-assumed'])
    expect((await list('2/3/2024', '4/3/2024')).problems).toEqual([
      'codings.csv:2 bad-time',
      'codings.csv:3 bad-time',
    ])
  })

  it('keeps to the column under our own name where another is called the same, and says so', async () => {
    const { codings, problems } = await read({
      'codings.csv':
        'source,quote,code,coder,memo,comment\nGesprek één,Ze bellen terug,Bellen,anna,Let op,Niet dit\n',
    })
    expect(problems).toEqual(['codings.csv:1 column-left-out'])
    expect(codings).toMatchObject([{ ...found, memo: 'Let op' }])
  })

  it.each([
    [
      'in UTF-16 with tabs',
      Buffer.from(
        '\uFEFFbron\tcitaat\tcode\tcodeur\r\nGesprek één\tis “veel” waard\tBellen\tanna\r\n',
        'utf16le',
      ),
    ],
    [
      'with straight quotation marks',
      'bron;citaat;code;codeur\r\nGesprek één;"is ""veel"" waard";Bellen;anna\r\n',
    ],
  ])('has its codings %s', async (_, list) => {
    const { codings, problems } = await read({ 'codings/anna.csv': list })
    expect(problems).toEqual([])
    expect(codings).toMatchObject([{ quote: 'is “veel” waard' }])
  })

  it('has a list of its sources with a Dutch head, and paths as Windows has them', async () => {
    const { study, problems } = await read({
      'sources/plein/b.txt': 'R: Nee hoor.\r\n',
      'sources.csv':
        '\uFEFFbestand;titel;soort;datum;volgorde\r\nplein\\b.txt;Gesprek twee;interview;2024-03-12;1\r\n',
    })
    expect(problems).toEqual([])
    expect(study.sources[0]).toMatchObject({ id: 'b', title: 'Gesprek twee', date: '2024-03-12' })
  })

  it('has a warning for each folder that is called otherwise, and none for those of somebody else', async () => {
    const { problems } = await read({
      'Sources/a.txt': 'x',
      'bronnen/b.txt': 'x',
      'Coderingen/c.csv': 'x',
      'out/index.html': 'x',
      'oud/a.txt': 'x',
    })
    expect(problems).toEqual(
      ['Coderingen', 'Sources', 'bronnen'].map(name => `${name}:undefined unknown-folder`),
    )
  })

  it('is read without what programs leave in it', async () => {
    const { study, problems } = await read({
      '.DS_Store': 'x',
      'sources/Wijk Oost/.DS_Store': 'x',
      'sources/Wijk Oost/~$gesprek.docx': 'x',
      'sources/Wijk Oost/Thumbs.db': 'x',
      'sources/Wijk Oost/desktop.ini': 'x',
      'sources/__MACOSX/a.md': 'x',
      'codings/~$anna.csv': 'x',
    })
    expect(problems).toEqual([])
    expect(study.sources).toHaveLength(1)
  })

  it('has a warning for what is no list among lists, and for a link that leads out of it', async () => {
    await mkdir(join(folder, 'sources'))
    await symlink('/etc/hosts', join(folder, 'sources', 'uit.txt'))
    const { problems } = await read({ 'codings/anna.xlsx': 'x', 'participants/lijst.ods': 'x' })
    expect(problems).toEqual([
      'sources/uit.txt:undefined link-outside',
      'codings/anna.xlsx:1 unknown-file',
      'participants/lijst.ods:1 unknown-file',
    ])
  })
})
