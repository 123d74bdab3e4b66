import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { largestFile, loadStudyFolder } from '../src/index.ts'
import { inFolder } from './bytes.ts'
import { loadChanged as load } from './load-changed.ts'
import { sound } from './study-folder-cases.ts'

describe('sources.csv', () => {
  const list = (rows: string) => ({ 'sources.csv': `file,title,kind,participants,topics,case,id\n${rows}\n` })

  it.each([
    'west/west-note-1.txt',
    'sources/west/west-note-1.txt',
    './sources/west/west-note-1.txt',
    'west\\west-note-1.txt',
  ])('finds a file under the path %j', async path => {
    const { study, told } = await load(list(`${path},T,fieldwork-note,H02; H01,Start;Slot,west,n-1`))
    expect(told.filter(each => each.startsWith('sources'))).toEqual([])
    expect(study.sources[2]).toMatchObject({
      id: 'n-1',
      title: 'T',
      participants: ['H02', 'H01'],
      topics: ['Start', 'Slot'],
    })
  })

  it('says who the speakers of a file are that cannot say so itself', async () => {
    const said = async (speakers: string) => {
      const { study, told } = await load({
        'sources.csv': `file,title,kind,participants,speakers,case\nwest/praat.vtt,Praat,interview,H01,${speakers},west\n`,
        'sources/west/praat.vtt':
          'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Jansen, Piet>Ja.\n\n00:02.000 --> 00:03.000\n<v Ans>Hoe dan?\n',
      })
      const turns = study.sources.find(({ title }) => title === 'Praat')?.turns ?? []
      return [
        turns.map(({ role, participant }) => [role, participant]),
        told.filter(each => each.startsWith('sources.csv')),
      ]
    }
    expect(await said('"Jansen, Piet = H01; Ans=interviewer"')).toEqual([
      [
        ['participant', 'H01'],
        ['interviewer', undefined],
      ],
      [],
    ])
    for (const wrong of ['Ans', '= H01', 'Ans ='])
      expect((await said(wrong))[1]).toEqual(['sources.csv:2 unfit-value'])
  })

  it('gives way to what a file says itself', async () => {
    const { study, told } = await load(
      list('oost/oost-int-1.md,Ander,ride-along,H02,,west,\nwest/west-note-1.txt,,fieldwork-note,,,,'),
    )
    expect(told).toEqual([])
    expect(study.sources[0]).toMatchObject({
      title: 'Eerste gesprek',
      kind: 'interview',
      participants: ['H01'],
      case: 'west',
    })
  })

  it.each([
    ['a file that is not there', 'oost/weg.md,,interview,,,,', 'sources.csv:2 file-missing'],
    [
      'a file twice',
      'west/west-note-1.txt,,fieldwork-note,,,,\nsources/west/west-note-1.txt,,,,,,',
      'sources.csv:3 duplicate-source',
    ],
    ['a kind that does not exist', 'west/west-note-1.txt,,film,,,,', 'sources.csv:2 unfit-value'],
    ['too many cells', 'west/west-note-1.txt,,fieldwork-note,,,,,x', 'sources.csv:2 uneven-row'],
  ])('with %s says so', async (_, rows, expected) => {
    const { told } = await load(list(rows))
    expect(told.filter(each => each.startsWith('sources.csv'))).toEqual([expected])
  })

  it('without the column of files says so', async () => {
    const { told } = await load({ 'sources.csv': 'id,kind\nx,interview\n' })
    expect(told).toContain('sources.csv:1 missing-column')
  })
})

describe('the folder sources', () => {
  const turns = '---\nkind: interview\n---\nI: Ja?'

  it('without files is warned of', async () => {
    const gone = Object.keys(sound).filter(path => path.startsWith('sources'))
    const { told } = await load({
      ...Object.fromEntries(gone.map(path => [path, null])),
      'codings.csv': null,
    })
    expect(told).toEqual(['sources:1 no-sources'])
  })

  it('gives a source the case that it lies under, however deep', async () => {
    const { study } = await load({ 'sources/west/2024/okt/a.md': turns })
    expect(study.sources.find(({ id }) => id === 'a')?.case).toBe('west')
  })

  it('gives a source the only case there is', async () => {
    const { study, told } = await load({ 'study.yaml': 'cases: [oost]\n', 'sources/a.md': turns })
    expect(study.sources.find(({ id }) => id === 'a')?.case).toBe('oost')
    expect(told.filter(each => each.startsWith('sources/a.md'))).toEqual([])
  })

  it('reads a file that does not say its kind by what is in it', async () => {
    const { study, told } = await load({
      'sources/oost/a.md': 'I: Ja?\n\nR1: Nee.\n',
      'sources/oost/b.md': 'Zomaar iets.\n',
    })
    expect(told).toEqual(['sources/oost/a.md:1 kind-assumed', 'sources/oost/b.md:1 kind-assumed'])
    expect(study.sources.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'a interview',
      'b fieldwork-note',
      'oost-int-1 interview',
      'oost-obs-1 meeting-observation',
      'west-note-1 fieldwork-note',
    ])
  })

  it('reads UTF-16 as well, front matter and all', async () => {
    const bytes = Uint8Array.from(
      Buffer.from(`\uFEFF${turns.replace('interview', 'street-conversation')}`, 'utf16le'),
    )
    const { study, told } = await load({ 'sources/oost/a.md': bytes })
    expect(told).toEqual([])
    expect(study.sources[0]).toMatchObject({ id: 'a', kind: 'street-conversation', text: 'I: Ja?' })
  })

  it('does not read what is hidden, nor what is no text', async () => {
    const { told, study } = await load({
      'sources/.git/a.md': 'x',
      'sources/oost/.a.md.swp': 'x',
      'sources/b.png': 'PNG',
    })
    expect(told).toEqual(['sources/b.png:1 unknown-file'])
    expect(study.sources).toHaveLength(3)
  })

  it('does not read a file that is too large', async () => {
    const { told, study } = await load({ 'sources/oost/groot.txt': '' }, folder =>
      truncate(join(folder, 'sources/oost/groot.txt'), largestFile + 1),
    )
    expect(told).toEqual(['sources/oost/groot.txt:1 file-too-large'])
    expect(study.sources).toHaveLength(3)
  })
})

describe('links in a study folder', () => {
  it.each(['bestand.md', 'map'])('that lead out of it to %s are not followed', async target =>
    inFolder({ 'bestand.md': 'Geheim.', 'map/geheim.md': 'Geheim.' }, async outside => {
      const { told, study } = await load({}, folder =>
        symlink(join(outside, target), join(folder, `sources/oost/link${target === 'map' ? '' : '.md'}`)),
      )
      expect(told.map(each => each.replace(/link(\.md)?/, 'link'))).toEqual([
        'sources/oost/link: link-outside',
      ])
      expect(study.sources.some(({ text }) => text.includes('Geheim'))).toBe(false)
    }),
  )

  it('that lead nowhere are told', async () => {
    const { told } = await load({}, folder => symlink(join(folder, 'weg.md'), join(folder, 'sources/weg.md')))
    expect(told).toEqual(['sources/weg.md: link-outside'])
  })

  it('that stay in it are followed', async () => {
    const { told, study } = await load({}, async folder => {
      await mkdir(join(folder, 'archief'))
      await writeFile(join(folder, 'archief/a.md'), '---\nkind: interview\n---\nI: Ja?')
      await symlink(join(folder, 'archief'), join(folder, 'sources/west/archief'))
    })
    expect(told).toEqual([])
    expect(study.sources.find(({ id }) => id === 'a')).toMatchObject({ case: 'west', text: 'I: Ja?' })
  })

  it('that lead in a circle end', async () => {
    const { told, study } = await load({}, folder =>
      symlink(join(folder, 'sources'), join(folder, 'sources/oost/rond')),
    )
    expect(told).toEqual([])
    expect(study.sources).toHaveLength(3)
  })

  it('may lead to the folder itself', async () => {
    await inFolder(sound, folder =>
      inFolder({}, async elsewhere => {
        await symlink(folder, join(elsewhere, 'studie'))
        const { study, problems } = await loadStudyFolder(join(elsewhere, 'studie'))
        expect([study.sources.length, problems]).toEqual([3, []])
      }),
    )
  })
})
