import type { Code, Frame } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { codebookVersion, frozenNote } from '../src/index.ts'

const kat: Code = {
  id: 'kat',
  label: { nl: 'Kat', en: 'Cat' },
  parent: null,
  level: 'theme',
  origin: 'deductive',
  version: 1,
}
const frame: Frame = { id: 'f', label: { nl: 'F' }, rows: [{ id: 'r', label: { nl: 'R' }, codes: ['kat'] }] }
const version = (codes: readonly Code[], frames: readonly Frame[] = [frame]) =>
  codebookVersion({ codes, frames })

describe('the version of a codebook', () => {
  it('is the same whatever the codes went through, and however they are written', () => {
    const { label: _, ...rest } = kat
    expect(version([{ ...kat, version: 7 }])).toBe(version([kat]))
    expect(version([{ label: { en: 'Cat', nl: 'Kat' }, ...rest }])).toBe(version([kat]))
    expect(version([kat])).toMatch(/^[0-9a-f]{12}$/)
  })

  it.each<[string, readonly Code[], readonly Frame[]]>([
    ['a name', [{ ...kat, label: { nl: 'Poes', en: 'Cat' } }], [frame]],
    ['a definition', [{ ...kat, definition: { nl: 'Spint.' } }], [frame]],
    [
      'a place',
      [
        { ...kat, id: 'a' },
        { ...kat, parent: 'a' },
      ],
      [frame],
    ],
    ['what is retired', [{ ...kat, retired: true }], [frame]],
    ['a row', [kat], [{ ...frame, rows: [] }]],
    ['no frame', [kat], []],
  ])('is another where %s differs', (_, codes, frames) =>
    expect(version(codes, frames)).not.toBe(version([kat])),
  )
})

describe('what outputs say of a frozen codebook', () => {
  it('is its round, the day and the version, in both languages', () => {
    const codebook = { codes: [kat], frames: [frame] }
    const frozen = { round: 'ronde 2', by: 'anna', at: '2024-11-01T10:00:00+01:00' }
    const shown = codebookVersion(codebook)
    expect(frozenNote({ ...codebook, frozen })).toEqual({
      nl: `Codeboek: ronde 2, vastgezet op 2024-11-01, versie ${shown}.`,
      en: `Codebook: ronde 2, frozen on 2024-11-01, version ${shown}.`,
    })
    expect(frozenNote(codebook)).toBeUndefined()
  })
})
