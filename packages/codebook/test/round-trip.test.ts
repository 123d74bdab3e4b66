import { hasErrors } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCodebook, readCodebook, writeCodebook } from '../src/index.ts'
import { arbitraryCodebook, arbitraryText } from './codebook-arbitrary.ts'

describe('a codebook that is written and read again', () => {
  test('is the same codebook, whatever its texts', () => {
    fc.assert(
      fc.property(arbitraryCodebook, codebook => {
        expect(readCodebook(writeCodebook(codebook)).value).toEqual(codebook)
      }),
      { numRuns: 500 },
    )
  })

  test('has no other errors than the codebook had', () => {
    fc.assert(
      fc.property(arbitraryCodebook, codebook => {
        fc.pre(codebook.codes.length > 0 && !hasErrors(checkCodebook(codebook)))
        expect(hasErrors(readCodebook(writeCodebook(codebook)).problems)).toBe(false)
      }),
    )
  })

  test('is the same with CRLF line ends and a byte order mark', () => {
    fc.assert(
      fc.property(arbitraryCodebook, codebook => {
        const windows = `\uFEFF${writeCodebook(codebook).replaceAll('\n', '\r\n')}`
        expect(readCodebook(windows).value).toEqual(codebook)
      }),
    )
  })
})

test('any text at all can be read as a codebook without a throw', () => {
  fc.assert(
    fc.property(fc.array(arbitraryText), parts => {
      // A heading is a code, or a frame where the text below it says so.
      const { codes, frames } = readCodebook(`## A\n\n${parts.join('\n')}`).value
      expect(codes.length + frames.length).toBeGreaterThan(0)
    }),
    { numRuns: 300 },
  )
})
