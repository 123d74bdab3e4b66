import type { Codebook } from '@codeerbank/core'
import { describe, expect, test } from 'vitest'
import { readCodebook, writeCodebook } from '../src/index.ts'
import { awkwardLabels } from './awkward-labels.ts'
import { makeCode } from './make-code.ts'

const readAgain = (codebook: Codebook) => readCodebook(writeCodebook(codebook)).value

describe('a codebook comes back as it was with the label', () => {
  test.each(awkwardLabels)('%j at every level, in both languages', text => {
    const label = { nl: text, en: text }
    const more = { label, definition: label, qualifier: label, literature: [text] }
    const codebook: Codebook = {
      title: label,
      codes: [
        makeCode('t', null, more),
        makeCode('m', 't', more),
        makeCode('s', 'm', more),
        makeCode('u', 's', more),
      ],
      frames: [
        { id: text, label, rows: [{ id: text, label, codes: ['t', 'u'], hints: [label], topics: [text] }] },
      ],
    }
    expect(readAgain(codebook)).toEqual(codebook)
  })

  test.each(awkwardLabels)('%j in one language only, named by a frame and by a merge', text => {
    const codebook: Codebook = {
      codes: [
        makeCode('dutch', null, { label: { nl: text } }),
        makeCode('english', 'dutch', { label: { en: `${text}2` } }),
        makeCode('old', 'english', { retired: true, mergedInto: 'dutch' }),
      ],
      frames: [
        {
          id: 'f',
          label: { en: text },
          rows: [{ id: 'r', label: { en: text }, codes: ['english', 'dutch'] }],
        },
      ],
    }
    expect(readAgain(codebook)).toEqual(codebook)
  })

  test.each(awkwardLabels)('%j as the id of codes', text => {
    const codebook: Codebook = {
      codes: [makeCode(text), makeCode('x', text), makeCode('y', 'x', { mergedInto: text })],
      frames: [{ id: 'f', label: { nl: 'F' }, rows: [{ id: 'r', label: { nl: 'R' }, codes: [text] }] }],
    }
    expect(readAgain(codebook)).toEqual(codebook)
  })
})
