import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guidOf, guidOfId, normaliseGuid, uuidOf, wholeSourceGuid } from '../src/guid.ts'

const plain = '5b0f2c1e-8a0d-4f0e-9c43-0123456789ab'

describe('a GUID', () => {
  it.each([
    { text: plain, is: plain },
    { text: plain.toUpperCase(), is: plain },
    { text: `{${plain}}`, is: plain },
    { text: `{${plain.toUpperCase()}}`, is: plain },
    { text: `(${plain})`, is: plain },
    { text: ` ${plain}\n`, is: plain },
    { text: '5B0F2C1E8A0D4F0E9C430123456789AB', is: plain },
    { text: '{5B0F2C1E8A0D4F0E9C430123456789AB}', is: null },
    { text: plain.slice(1), is: null },
    { text: `${plain}0`, is: null },
    { text: plain.replace('b', 'g'), is: null },
    { text: plain.replaceAll('-', '_'), is: null },
    { text: '(5b0f2c1e8a0d4f0e9c430123456789ab----)', is: null },
    { text: '', is: null },
    { text: undefined, is: null },
  ])('is read of $text as $is', ({ text, is }) => {
    expect(normaliseGuid(text)).toBe(is)
  })

  it('is the same in whatever form it is written', () => {
    fc.assert(
      fc.property(fc.uuid(), id => {
        for (const form of [id, id.toUpperCase(), `{${id}}`, `(${id})`, id.replaceAll('-', ''), `\t${id} `])
          expect(normaliseGuid(form)).toBe(id)
      }),
    )
  })
})

describe('the GUID that a thing goes out under', () => {
  it('is the id as it is, where that is one', () => {
    expect(guidOf('code', plain)).toBe(plain)
    expect(guidOf('code', `{${plain.toUpperCase()}}`)).toBe(`{${plain.toUpperCase()}}`)
  })

  it('is otherwise of version 5 and of the variant of RFC 9562, by SHA-1 of its namespace and name', () => {
    const bytes = createHash('sha1').update('codeerbank.refi/code:ruzie').digest()
    bytes[6] = (bytes[6]! & 0x0f) | 0x50
    bytes[8] = (bytes[8]! & 0x3f) | 0x80
    const hex = bytes.toString('hex', 0, 16)
    const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)]
    expect(guidOf('code', 'ruzie')).toBe(parts.join('-'))
  })

  it('is another one for another type and another id, and always the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const [one, two] = [guidOf('code', `x${a}`), guidOf('code', `x${b}`)]
        expect(one === two).toBe(a === b)
        expect(guidOf('case', `x${a}`)).not.toBe(one)
        expect(normaliseGuid(one)).toBe(one)
        expect(one[14]).toBe('5')
        expect('89ab').toContain(one[19])
      }),
    )
  })

  it('of a source as a whole is none of its own', () => {
    expect(wholeSourceGuid(plain)).toBe(uuidOf(`whole-source:${plain}`))
    expect(wholeSourceGuid(plain)).not.toBe(plain)
  })
})

describe('the GUID that an id of a file stands for', () => {
  it.each([
    { id: `{${plain}}`, is: plain },
    { id: 'anna', is: uuidOf('id:anna') },
    { id: ' anna ', is: uuidOf('id:anna') },
    { id: '', is: null },
    { id: '  ', is: null },
    { id: undefined, is: null },
  ])('$id', ({ id, is }) => {
    expect(guidOfId(id)).toBe(is)
  })
})
