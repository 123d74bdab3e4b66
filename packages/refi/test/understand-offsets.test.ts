import { describe, expect, it } from 'vitest'
import { projectText } from '../src/project-text.ts'
import type { RawSelection } from '../src/raw-project.ts'
import { understandOffsets } from '../src/understand-offsets.ts'
import { guid } from './make-qdpx.ts'

function mark(n: number, start: number, end: number, name = ''): RawSelection {
  const none = { description: undefined, by: null, at: undefined, codings: [], notes: [] }
  return { guid: guid(n), name, start, end, line: n, ...none }
}

const understood = (text: string, marks: readonly (readonly [number, number, string?])[], origin = '') => {
  const source = projectText(text, false)
  const selections = marks.map(([start, end, name], i) => mark(i, start, end, name))
  const { sources, offsets } = understandOffsets([{ selections }], [source], origin)
  return { same: sources[0] === source, pairs: sources[0]?.pairs, offsets }
}

describe('how positions are meant', () => {
  it('is as the standard has it where nothing is marked', () => {
    const { same, offsets } = understood('Één\nkeer', [])
    expect(same).toBe(true)
    expect(offsets).toEqual({
      unit: 'code-point',
      lineEnd: 'two',
      bom: 'skipped',
      end: 'exclusive',
      score: 1,
      checked: 0,
      undecided: 0,
      expected: { unit: 'code-point', lineEnd: 'two', bom: 'skipped', end: 'exclusive' },
    })
  })

  it('is in characters where these fit, whatever bytes would do', () => {
    const { offsets } = understood('één keer', [[4, 8, 'keer']])
    expect(offsets).toMatchObject({ unit: 'code-point', score: 1, checked: 1 })
  })

  it('is in bytes where one in five does not fit in characters and all do in bytes', () => {
    const text = 'een twee drie vier één vijf'
    const { offsets } = understood(text, [
      [0, 3, 'een'],
      [4, 8, 'twee'],
      [9, 13, 'drie'],
      [14, 18, 'vier'],
      [25, 29, 'vijf'],
    ])
    expect(offsets).toMatchObject({ unit: 'utf-8', score: 1, checked: 5 })
  })

  it('is not in bytes of a text that has nothing but ASCII', () => {
    const { offsets } = understood('een twee', [
      [1, 3],
      [5, 8],
    ])
    expect(offsets).toMatchObject({ unit: 'code-point', score: 0 })
  })

  it('is not in bytes where these fit no better', () => {
    const { offsets } = understood('één twee drie', [
      [5, 7],
      [9, 11],
    ])
    expect(offsets).toMatchObject({ unit: 'code-point', score: 0 })
  })

  it('counts line ends as two that have become one, rather than bytes', () => {
    const { same, pairs, offsets } = understood('één\ntwee\ndrie', [
      [5, 9, 'twee'],
      [11, 15, 'drie'],
    ])
    expect(same).toBe(false)
    expect(pairs).toEqual([3, 8])
    expect(offsets).toMatchObject({ unit: 'code-point', lineEnd: 'two', score: 1 })
  })

  it('is what the program is known to do where nothing speaks against it', () => {
    const { offsets } = understood('een 😀 twee', [[7, 11, '']], 'NVivo 14')
    expect(offsets).toMatchObject({ unit: 'utf-16', undecided: 0, score: 1 })
  })
})
