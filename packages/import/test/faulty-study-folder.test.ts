import { hasErrors, type Problem, replay, StudyError } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { loadStudyFolder, readStudyFolder, type StudyFolder } from '../src/index.ts'
import { inFolder } from './bytes.ts'
import { faults, faulty, sound } from './study-folder-cases.ts'

const within = (folder: string, { code, place }: Problem) =>
  `${place?.file?.slice(folder.length + 1)}:${place?.line} ${code}`

let once: Promise<{ folder: string; loaded: StudyFolder }> | undefined
const loaded = () => {
  once ??= inFolder(faulty, async folder => ({ folder, loaded: await loadStudyFolder(folder) }))
  return once
}

describe('a study folder in which everything is wrong', () => {
  it.each(faults)('says %s', async (fault, says = '') => {
    const { folder, loaded: found } = await loaded()
    const messages = found.problems
      .filter(problem => within(folder, problem) === fault)
      .map(({ message }) => message)
    expect(messages.some(message => message.includes(says))).toBe(true)
  })

  it('has a file and a line for each problem, and a message that ends in a remedy', async () => {
    const { folder, loaded: found } = await loaded()
    for (const { place, message } of found.problems) {
      expect(place?.file?.startsWith(folder)).toBe(true)
      expect(place?.line).toBeGreaterThan(0)
      expect(message).toMatch(/[.?]$/)
    }
  })

  it('tells nothing twice', async () => {
    const { loaded: found } = await loaded()
    const told = found.problems.map(problem => JSON.stringify(problem))
    expect(told.filter((problem, i) => told.indexOf(problem) !== i)).toEqual([])
  })

  it('is read as far as it goes', async () => {
    const { study } = (await loaded()).loaded
    expect(study.title).toEqual({ nl: 'Fout' })
    expect(study.coders.map(({ id }) => id)).toEqual(['anna'])
    expect(study.cases.map(({ id }) => id)).toEqual(['oost', 'west'])
    expect(study.participants.map(({ id, case: of }) => [id, of])).toEqual([['H01', 'oost']])
    expect(study.sources.map(({ id }) => id)).toEqual(['a', 'c-turns', 'd-obs', 'f-mark', 'front'])
    expect(study.sources[0]?.participants).toEqual(['H01'])
    expect(study.codings.map(({ id }) => id)).toEqual(['a:5-11|kader|anna'])
    expect(study.judgements.map(({ id }) => id)).toEqual(['fasen|west|vormen'])
  })

  it('is the study that its changes make, none of which is refused', async () => {
    const { study, changes } = (await loaded()).loaded
    expect(replay(changes)).toEqual(study)
    expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length)
  })

  it('is refused as a study, with all of these problems', async () => {
    const { loaded: found } = await loaded()
    const error: unknown = await inFolder(faulty, readStudyFolder).catch((each: unknown) => each)
    expect(error).toBeInstanceOf(StudyError)
    expect((error as StudyError).problems.map(({ code }) => code)).toEqual(
      found.problems.map(({ code }) => code),
    )
  })
})

describe('a study folder with one fault in it', () => {
  /** The errors of the sound folder after a change to one file. */
  const errorsWith = (path: string, text: string | Uint8Array) =>
    inFolder({ ...sound, [path]: text }, async folder => {
      const { problems } = await loadStudyFolder(folder)
      return problems.map(problem => within(folder, problem))
    })
  const codings = (rows: string) => `${sound['codings.csv']}${rows}\n`

  it.each([
    [
      'a quote that is not in its source',
      codings('west-note-1,De mart is leeg,Kader,anna,,,,'),
      ['quote-not-found'],
    ],
    ['a quote that stands there twice', codings('oost-int-1,hetzelfde,Kader,anna,,,,'), ['quote-ambiguous']],
    ['an unknown code', codings('west-note-1,De markt,Kadder,anna,,,,'), ['unknown-code']],
    ['an unknown coder', codings('west-note-1,De markt,Kader,cees,,,,'), ['unknown-coder']],
    ['an unknown source', codings('west-note-2,De markt,Kader,anna,,,,'), ['unknown-source']],
    ['a coding twice', codings('west-note-1,De markt is,Verschil,anna,,,,'), ['duplicate-coding']],
  ])('tells of %s and of nothing else', async (_, csv, expected) => {
    expect(await errorsWith('codings.csv', csv)).toEqual(expected.map(code => `codings.csv:5 ${code}`))
  })

  it.each([
    ['sources/oost/leeg.md', '', ['sources/oost/leeg.md:1 empty-source']],
    ['sources/oost/leeg.md', '---\nkind: interview\n---\n \n', ['sources/oost/leeg.md:1 empty-source']],
    ['sources/oost/byte.md', Uint8Array.from([0x0a, 0x81, 0xff]), ['sources/oost/byte.md:2 not-utf8']],
    ['sources/oost/nul.md', 'R1: a\0b', ['sources/oost/nul.md:1 zero-character']],
    ['sources/oost/x.md', '---\nkind: interview\n---\nTekst.', ['sources/oost/x.md:4 no-turns']],
    [
      'sources/oost/x.md',
      '---\nkind: interview\ncase: noord\n---\nI: Ja?',
      ['sources/oost/x.md:3 unknown-case'],
    ],
    [
      'sources/oost/x.md',
      '---\nkind: interview\nid: oost-obs-1\n---\nI: Ja?',
      ['sources/oost/x.md:3 duplicate-source'],
    ],
    [
      'sources/oost/x.md',
      '---\nkind: interview\nvalues: { wind: z }\n---\nI: Ja?',
      ['sources/oost/x.md:3 unknown-variable'],
    ],
    [
      'sources/oost/x.md',
      '---\nkind: interview\nspeakers:\n  R1: H09\n---\nR1: Ja.',
      ['sources/oost/x.md:3 unknown-participant'],
    ],
    ['sources/oost/x.png', 'PNG', ['sources/oost/x.png:1 unknown-file']],
    ['sources/oost/x.docx', 'PK\x03\x04', ['sources/oost/x.docx:1 archive-truncated']],
    ['sources/x.md', '---\nkind: interview\n---\nI: Ja?', ['sources/x.md:2 case-missing']],
  ])('tells of the source %s %j', async (path, text, expected) => {
    expect(await errorsWith(path, text)).toEqual(expected)
  })

  it.each([
    ['a code of one row', 'code: Verschil', 'code: Verschill', 'codebook.md:22 unknown-code'],
    [
      'two codes of one id',
      '## Fasen',
      '## Een\n\nX.\n\n- id: z\n\n## Twee\n\nY.\n\n- id: z\n\n## Fasen',
      'codebook.md:21 duplicate-code',
    ],
  ])('tells of %s in the codebook', async (_, from, to, expected) => {
    const found = await errorsWith('codebook.md', sound['codebook.md']!.replace(from, to))
    expect(found.filter(each => each.startsWith('codebook.md'))).toContain(expected)
  })

  it('tells of merges that lead in a circle', async () => {
    const circle =
      '## A\n\nEen.\n\n- retired: yes\n- merged into: B\n\n## B\n\nTwee.\n\n- retired: yes\n- merged into: A\n'
    const found = await errorsWith('codebook.md', `${sound['codebook.md']}\n${circle}`)
    expect(found.filter(each => /cycle/.test(each))).toEqual(['codebook.md:26 merge-cycle'])
  })

  it('does not take a warning for a refusal', async () => {
    const warned = { ...sound, 'sources/oost/film.mp4': '' }
    const { problems } = await inFolder(warned, loadStudyFolder)
    expect([problems.map(({ severity }) => severity), hasErrors(problems)]).toEqual([['warning'], false])
    expect((await inFolder(warned, readStudyFolder)).sources).toHaveLength(3)
  })
})
