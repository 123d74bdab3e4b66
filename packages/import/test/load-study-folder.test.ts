import { symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { replay, StudyError } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { loadStudyFolder, readStudyFolder } from '../src/index.ts'
import { inFolder } from './bytes.ts'

const good: Readonly<Record<string, string>> = {
  'study.yaml': `title: Proef
language: nl
created: 2024-12-02T09:00:00+01:00
coders: [anna, { id: bram, label: Bram B. }]
variables: [{ id: leeftijd, on: participant, type: number }, { id: soort }]
cases:
  - { id: oost, label: Oost, values: { soort: plein } }
  - west
judgements:
  - { frame: fasen, case: oost, rows: [Een, twee], state: current, heading: Bezig, reasons: Zo is het., by: anna, at: 2024-12-01T09:00:00+01:00 }
`,
  'codebook.md':
    '# C\n\n## Dieren\n\nAlle.\n\n### Kat\n\nEen.\n\n## Fasen\n\n- frame: fasen\n\n1. **Een**\n   - code: Kat\n2. **Twee**\n   - code: Dieren\n',
  'participants/oost.csv': 'id,naam,organisatie,functie,leeftijd\nP1,Jan,Politie,Wijkagent,"41,5"\n',
  'sources/oost/int.md':
    '---\nkind: interview\nparticipants: [P1]\nspeakers: { R1: P1 }\n---\nR1: De kat :code[slaapt]{code="Kat" coder="bram"}.\n',
  'sources/west/kaal.txt': 'I: Ja?\nR1: Nee.\n',
  'sources.csv': 'file,kind,date,participants\nwest/kaal.txt,interview,2024-02-03,\n',
  'codings/oost.csv': 'source,quote,code,coder,at\nint,kat slaapt,Kat,anna,2024-11-01T10:00:00+01:00\n',
}

const load = (files: Readonly<Record<string, string | Uint8Array>>) => inFolder(files, loadStudyFolder)

/** The problems of a folder as `file:line code`, without the folder's own name. */
async function faults(
  changed: Readonly<Record<string, string | Uint8Array | undefined>>,
): Promise<readonly string[]> {
  const files = Object.fromEntries(
    Object.entries({ ...good, ...changed }).filter(([, text]) => text !== undefined),
  ) as Record<string, string>
  return inFolder(files, async folder => {
    const { problems } = await loadStudyFolder(folder)
    return problems.map(
      ({ code, place }) => `${place?.file?.slice(folder.length + 1)}:${place?.line} ${code}`,
    )
  })
}

describe('a study folder', () => {
  it('is read whole', async () => {
    const { study, changes, problems } = await load(good)
    expect(problems).toEqual([])
    expect(replay(changes)).toEqual(study)
    expect(study.title).toEqual({ nl: 'Proef' })
    expect(study.coders).toEqual([
      { id: 'anna', label: 'anna' },
      { id: 'bram', label: 'Bram B.' },
    ])
    expect(study.cases).toEqual([
      { id: 'oost', label: { nl: 'Oost' }, values: { soort: 'plein' } },
      { id: 'west', label: { nl: 'west' }, values: {} },
    ])
    expect(study.participants).toEqual([
      {
        id: 'P1',
        label: 'Jan',
        case: 'oost',
        organisation: 'Politie',
        function: 'Wijkagent',
        values: { leeftijd: 41.5 },
      },
    ])
    expect(
      study.sources.map(({ id, kind, case: of, date, origin }) => [id, kind, of, date, origin?.file]),
    ).toEqual([
      ['int', 'interview', 'oost', undefined, 'sources/oost/int.md'],
      ['kaal', 'interview', 'west', '2024-02-03', 'sources/west/kaal.txt'],
    ])
    expect(study.codings.map(({ id, coder }) => [id, coder])).toEqual([
      ['int:7-17|kat|anna', 'anna'],
      ['int:11-17|kat|bram', 'bram'],
    ])
    expect(study.judgements).toEqual([
      {
        id: 'fasen|oost|een+twee',
        frame: 'fasen',
        case: 'oost',
        rows: ['een', 'twee'],
        state: 'current',
        heading: { nl: 'Bezig' },
        reasons: 'Zo is het.',
        by: 'anna',
        at: '2024-12-01T09:00:00+01:00',
      },
    ])
  })

  it('gives the same study twice', async () => {
    expect((await load(good)).study).toEqual((await load(good)).study)
  })

  it('is a study, or an error with every problem', async () => {
    expect((await inFolder(good, readStudyFolder)).cases).toHaveLength(2)
    const error = await inFolder(
      { ...good, 'codings/oost.csv': 'source,quote,code,coder\nint,kat,Vis,x\n' },
      readStudyFolder,
    ).catch(each => each)
    expect(error).toBeInstanceOf(StudyError)
    expect((error as StudyError).problems.map(({ code }) => code)).toEqual(['unknown-code', 'unknown-coder'])
  })

  it('that is empty says what is missing', async () => {
    expect((await load({ 'x.txt': '' })).problems.map(({ code }) => code)).toEqual([
      'study-file-missing',
      'codebook-missing',
      'no-sources',
      'no-cases',
    ])
  })

  it.each([
    ['malformed YAML', { 'study.yaml': 'title: a\ncases: [oost\n' }, /^study\.yaml:\d malformed-yaml$/],
    [
      'a key that does not exist',
      { 'study.yaml': `${good['study.yaml']}auteur: ik\n` },
      'study.yaml:11 unknown-key',
    ],
    [
      'a time that is none',
      { 'study.yaml': good['study.yaml']!.replace('2024-12-02T09:00:00+01:00', 'gisteren') },
      'study.yaml:3 unfit-value',
    ],
    [
      'a case twice',
      { 'study.yaml': good['study.yaml']!.replace('- west', '- west\n  - west') },
      'study.yaml:9 duplicate-case',
    ],
    [
      'a value of no variable',
      { 'study.yaml': good['study.yaml']!.replace('soort: plein', 'kleur: rood') },
      'study.yaml:7 unknown-variable',
    ],
    [
      'a judgement of no frame',
      { 'study.yaml': good['study.yaml']!.replace('frame: fasen', 'frame: x') },
      'study.yaml:10 unknown-frame',
    ],
    [
      'a judgement of no row',
      { 'study.yaml': good['study.yaml']!.replace('[Een, twee]', '[Drie]') },
      'study.yaml:10 unknown-row',
    ],
    [
      'a judgement of rows out of order',
      { 'study.yaml': good['study.yaml']!.replace('[Een, twee]', '[Twee, Een]') },
      'study.yaml:10 rows-not-neighbours',
    ],
    [
      'a judgement by nobody',
      { 'study.yaml': good['study.yaml']!.replace('by: anna', 'by: cees') },
      'study.yaml:10 unknown-coder',
    ],
    [
      'a frame row of no code',
      { 'codebook.md': good['codebook.md']!.replace('code: Kat', 'code: Vis') },
      'codebook.md:16 unknown-code',
    ],
    [
      'a source of an unknown kind',
      { 'sources/west/kaal.txt': undefined, 'sources/west/x.txt': 'Zomaar iets.', 'sources.csv': undefined },
      'sources/west/x.txt:1 kind-assumed',
    ],
    [
      'a source of no case',
      { 'sources/los.txt': '---\nkind: interview\n---\nR1: Ja.' },
      'sources/los.txt:2 case-missing',
    ],
    [
      'a source of an unknown case',
      { 'sources/los.txt': '---\nkind: interview\ncase: noord\n---\nR1: Ja.' },
      'sources/los.txt:3 unknown-case',
    ],
    [
      'a source twice',
      { 'sources/west/int.md': '---\nkind: interview\n---\nR1: Ja.' },
      'sources/west/int.md:2 duplicate-source',
    ],
    [
      'an unknown participant',
      { 'sources/west/x.md': '---\nkind: fieldwork-note\nparticipants: [P9]\n---\nJa.' },
      'sources/west/x.md:3 unknown-participant',
    ],
    ['a file that is no source', { 'sources/oost/film.mp4': '' }, 'sources/oost/film.mp4:1 unknown-file'],
    ['a listed file that is not there', { 'sources/west/kaal.txt': undefined }, 'sources.csv:2 file-missing'],
    [
      'a listed kind that does not exist',
      { 'sources.csv': 'file,kind\nwest/kaal.txt,film\n' },
      'sources.csv:2 unfit-value',
    ],
    [
      'a participant without id',
      { 'participants/oost.csv': 'id,label\nP1,Jan\n,Piet\n' },
      'participants/oost.csv:3 incomplete-participant',
    ],
    [
      'a column of participants that nobody declared',
      { 'participants/oost.csv': 'id,schoenmaat\nP1,44\n' },
      'participants/oost.csv:1 unknown-column',
    ],
    [
      'codings that are no UTF-8',
      { 'codings/oost.csv': Uint8Array.from([0x61, 0x0a, 0x81]) },
      'codings/oost.csv:2 not-utf8',
    ],
  ])('with %s says so, with file and line', async (_, changed, expected) => {
    const found = await faults(changed)
    if (typeof expected === 'string') expect(found).toContain(expected)
    else expect(found.some(fault => expected.test(fault))).toBe(true)
  })

  it('reads on past faults: what can be read is', async () => {
    const { study } = await load({
      ...good,
      'sources/west/slecht.txt': Uint8Array.from([0x81]),
      'codebook.md': `${good['codebook.md']}\n## Dieren\n`,
    } as never)
    expect([study.sources.length, study.codings.length]).toEqual([2, 2])
  })

  it('says what to do with a file that is not read', async () => {
    const { problems } = await load({
      ...good,
      'sources/oost/film.mp4': '',
      'sources/oost/oud.doc': '',
    } as never)
    expect(problems.map(({ message }) => message.split('file. ').at(-1))).toEqual([
      'Save it as one of these, or take it out of sources/.',
      'Open it and save it as .docx.',
    ])
  })

  it('does not follow a link out of the folder', () =>
    inFolder({ 'geheim.md': '---\nkind: fieldwork-note\n---\nNiet voor hier.' }, outside =>
      inFolder(good, async folder => {
        await symlink(join(outside, 'geheim.md'), join(folder, 'sources/oost/link.md'))
        const { study, problems } = await loadStudyFolder(folder)
        expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['link-outside', 'warning']])
        expect(study.sources).toHaveLength(2)
      }),
    ))

  it('passes over hidden files', () =>
    inFolder(good, async folder => {
      await writeFile(join(folder, 'sources/oost/.~lock.int.md'), 'x')
      expect((await loadStudyFolder(folder)).problems).toEqual([])
    }))

  it('knows what is stated about the codings', async () => {
    const stated = `${good['study.yaml']}screened:
  - { sources: all, codes: [Kat], by: anna }
queries:
  - { id: q, query: kat }
claims:
  - { id: c, text: Katten slapen, rules: [{ case: oost, supports: query:q }] }
summaries:
  - { frame: fasen, row: Een, case: oost, text: Ja., cites: [{ source: int, quote: kat slaapt }, { source: int, quote: weg }] }
`
    const { study, problems } = await load({ ...good, 'study.yaml': stated })
    expect(study.screenings.map(({ source, code, by }) => [source, code, by])).toEqual([
      ['int', 'kat', 'anna'],
      ['kaal', 'kat', 'anna'],
    ])
    expect([study.queries[0]?.text, study.claims[0]?.rules[0]?.supports]).toEqual(['kat', 'query:q'])
    expect(study.summaries[0]?.cites).toEqual([
      { coding: 'int:7-17|kat|anna', quote: 'kat slaapt', codeVersion: 1 },
    ])
    expect(problems.map(({ code, place }) => [code, place?.line])).toEqual([['stale-citation', 18]])
  })
})
