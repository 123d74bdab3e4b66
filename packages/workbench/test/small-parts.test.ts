import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { emptyStudy, type Study } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { inFolder } from '../../../tests/cli/run-codeerbank.ts'
import { refuseAmongSources } from '../src/among-sources.ts'
import { readGivenFile, readGivenText } from '../src/read-given-file.ts'
import { readGivenYaml } from '../src/read-given-yaml.ts'
import { summaryOf } from '../src/summary.ts'
import { UsageError } from '../src/terminal.ts'
import { refuseUnknown, refuseUnknownCode, unknownName } from '../src/unknown-name.ts'

describe('a name that a study does not have', () => {
  it.each([
    ['norht', ['north', 'south'], 'The study has no case "norht". Is "north" meant?'],
    ['NORTH', ['north', 'south'], 'The study has no case "NORTH". Is "north" meant?'],
    ['x', ['north', 'south', 'north'], 'The study has no case "x". It has: north, south.'],
    ['x', [], 'The study has no case "x": it has none at all.'],
    [
      '?',
      Array.from({ length: 22 }, (_, i) => `case ${i + 1}`),
      'The study has no case "?". It has: case 1, case 2, case 3, case 4, case 5, case 6, case 7, case 8, case 9, case 10, case 11, case 12, case 13, case 14, case 15, case 16, case 17, case 18, case 19, case 20, and 2 more.',
    ],
  ])('%s is answered with what it has: %j', (name, names, says) => {
    expect(unknownName('case', name, names)).toBe(says)
  })

  it('is refused, and one that it has is not', () => {
    const things = [{ id: 'north' }]
    expect(() => refuseUnknown('case', 'north', things)).not.toThrow()
    expect(() => refuseUnknown('case', 'North', things)).toThrow(UsageError)
  })

  it('is answered with the id of the code that goes by it', () => {
    const code = {
      id: 'c-7',
      label: { nl: 'Nakomen', en: 'Keeping' },
      parent: null,
      level: 'theme',
      origin: 'deductive',
      version: 1,
    } as const
    const study: Study = { ...emptyStudy, language: 'en', codes: [code] }
    expect(() => refuseUnknownCode('c-7', study)).not.toThrow()
    expect(() => refuseUnknownCode(' keeping', study)).toThrow(
      'no code with the id " keeping". Is "c-7" meant?',
    )
    expect(() => refuseUnknownCode('Nakomen', study)).toThrow('The study has no code "Nakomen". It has: c-7.')
  })
})

describe('a place to write', () => {
  it.each([
    ['s/sources', 'sources'],
    ['s/sources/a/b', 'sources'],
    ['s/x/../codings/out', 'codings'],
    ['./s/participants/p.csv', 'participants'],
    ['s/sources/..hidden', 'sources'],
  ])('%s is refused, for it lies among the %s of the study', (out, name) => {
    expect(() => refuseAmongSources('s', out)).toThrow(`"${out}" lies among the ${name} of the study`)
  })

  it.each(['s/out', 's', 'out', 's/sources-old', 's/sources/../out', '../s/sources', 't/sources'])(
    '%s is not',
    out => {
      expect(() => refuseAmongSources('s', out)).not.toThrow()
    },
  )
})

describe('a file that was named at the command line', () => {
  it('is read, as bytes or as text with its byte order mark', () =>
    inFolder({ 'a.txt': '\uFEFFé' }, async folder => {
      expect([...(await readGivenFile(`${folder}/a.txt`))]).toEqual([0xef, 0xbb, 0xbf, 0xc3, 0xa9])
      expect(await readGivenText(`${folder}/a.txt`)).toBe('\uFEFFé')
    }))

  it('is refused where it is a folder, is not there, or lies below a file', () =>
    inFolder({ 'a.txt': 'a' }, async folder => {
      await mkdir(`${folder}/b`)
      await expect(readGivenFile(`${folder}/b`)).rejects.toThrow(
        new UsageError(`"${folder}/b" is a folder. Name a file in it.`),
      )
      await expect(readGivenFile(`${folder}/c`)).rejects.toThrow(
        new UsageError(`There is no file "${folder}/c".`),
      )
      await expect(readGivenFile(`${folder}/a.txt/c`)).rejects.toMatchObject({ code: 'ENOTDIR' })
    }))

  it.skipIf(process.getuid?.() === 0)('is refused where it may not be read', () =>
    inFolder({ 'a.txt': 'a' }, async folder => {
      await chmod(`${folder}/a.txt`, 0)
      await expect(readGivenFile(`${folder}/a.txt`)).rejects.toMatchObject({ code: 'EACCES' })
    }),
  )

  it('gives what its YAML says, and places a fault found later on its line', () =>
    inFolder({ 'a.yaml': 'one: 1\nlist:\n  - x\n  - y\n' }, async folder => {
      const file = `${folder}/a.yaml`
      const shape = z.strictObject({ one: z.number(), list: z.array(z.string()) })
      const { value, problemAt } = await readGivenYaml(file, shape)
      expect(value).toEqual({ one: 1, list: ['x', 'y'] })
      expect(problemAt('odd', 'Odd.', ['list', 1])).toEqual({
        code: 'odd',
        severity: 'error',
        message: 'Odd.',
        place: { file, line: 4 },
      })
      // What fits is not taken where something beside it does not: it would be another file than was written.
      await writeFile(file, 'one: 1\nlist: []\ntwo: 2\n')
      await expect(readGivenYaml(file, shape)).rejects.toMatchObject({
        problems: [{ code: 'unknown-key', place: { file, line: 3 } }],
      })
    }))
})

describe('a study in one line', () => {
  const one: Study = {
    ...emptyStudy,
    coders: [{ id: 'a', label: 'A' }],
    cases: [{ id: 'a', label: { nl: 'A' }, values: {} }],
    sources: [
      {
        id: 's',
        title: 'S',
        kind: 'interview',
        case: 'a',
        participants: [],
        text: "Zo'n wijk-agent — 3 keer: vrijdag's.",
        turns: [],
      },
    ],
  }

  it('counts one of each as one, in either language', () => {
    expect(summaryOf(one)).toBe('1 case, 1 source, 5 words, 0 codes, 0 segments, 0 codings, 1 coder')
    expect(summaryOf(one, 'nl')).toBe(
      '1 casus, 1 bron, 5 woorden, 0 codes, 0 fragmenten, 0 coderingen, 1 codeur',
    )
  })

  it('has nothing of an empty study', () => {
    expect(summaryOf(emptyStudy)).toBe(
      '0 cases, 0 sources, 0 words, 0 codes, 0 segments, 0 codings, 0 coders',
    )
  })
})
