import { applyChanges, type Change, type Codebook, emptyStudy, type Study } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffCodebooks, readCodebook, writeCodebook } from '../src/index.ts'
import { preorder } from '../src/preorder.ts'
import { editedCodebook } from './edited-codebook.ts'

const base = { at: '2024-01-01T00:00:00Z', by: 'anna' }

/** A study with a codebook. */
function studyOf({ codes, frames }: Codebook): Study {
  return applyChanges(emptyStudy, [
    ...codes.map(
      ({ version: _, ...code }): Change => ({ ...base, id: `c ${code.id}`, kind: 'add-code', code }),
    ),
    ...frames.map((frame): Change => ({ ...base, id: `f ${frame.id}`, kind: 'set-frame', frame })),
  ])
}

function applied(study: Study, after: Codebook): Study {
  const changes = diffCodebooks(study, after).map(
    ({ change }, i) => ({ ...base, id: `d ${i}`, ...change }) as Change,
  )
  return applyChanges(study, changes)
}

/** For each parent what lies under it, in order; what is merged or left out of the other codebook aside. */
function orderOf({ codes }: Pick<Codebook, 'codes'>, among: Pick<Codebook, 'codes'>) {
  const there = new Set(among.codes.map(({ id }) => id))
  const known = codes.filter(({ id }) => there.has(id))
  const groups = Map.groupBy(known, ({ parent }) => parent)
  return [...groups]
    .map(([parent, siblings]) => [parent, ...siblings.map(({ id }) => id)].join(' '))
    .toSorted()
}

describe('a codebook that was edited in its file', () => {
  it('is after applying what the file says, in names, definitions, places and order, and nothing is left to apply', () => {
    fc.assert(
      fc.property(editedCodebook, ({ before, after }) => {
        const read = readCodebook(writeCodebook(after)).value
        const study = applied(studyOf(before), read)
        expect(diffCodebooks(study, read)).toEqual([])
        const merges = new Map(after.codes.map(({ id, mergedInto }) => [id, mergedInto]))
        const wanted = preorder(after.codes).map(({ code }) => {
          let { parent } = code
          while (parent !== null && merges.get(parent) !== undefined) parent = merges.get(parent)!
          return { ...code, parent }
        })
        const found = new Map(study.codes.map(code => [code.id, code]))
        for (const { id, label, parent, definition } of wanted) {
          expect([id, found.get(id)?.label, found.get(id)?.parent]).toEqual([id, label, parent])
          if (definition !== undefined)
            expect(JSON.stringify(found.get(id)?.definition)).toBe(JSON.stringify(definition))
        }
        expect(orderOf(study, after)).toEqual(orderOf({ codes: wanted }, after))
        const gone = study.codes.filter(({ id }) => !merges.has(id))
        expect(gone.filter(({ retired }) => retired !== true)).toEqual([])
        expect(study.frames.map(({ id }) => id)).toEqual(after.frames.map(({ id }) => id))
      }),
      { numRuns: 300 },
    )
  })
})
