import { describe, expect, expectTypeOf, it } from 'vitest'
import type {
  DetectedOffsets,
  GuidType,
  NotCarried,
  NotCarriedId,
  NotCarriedKind,
  OffsetEncoding,
  ReadQdcOptions,
  ReadQdpxOptions,
  RefiCodebook,
  RefiProject,
  WriteQdcOptions,
  WriteQdpxOptions,
  WrittenQdc,
  WrittenRefi,
} from '../src/index.ts'
import * as refi from '../src/index.ts'

describe('the package', () => {
  it('exports these names and no others', () => {
    expect(Object.keys(refi).sort()).toEqual([
      'guidOf',
      'normaliseGuid',
      'readQdc',
      'readQdpx',
      'refiNotCarried',
      'writeQdc',
      'writeQdpx',
    ])
  })

  it('exports its types', () => {
    expectTypeOf<RefiProject['offsets']>().toEqualTypeOf<DetectedOffsets>()
    expectTypeOf<DetectedOffsets['expected']>().toEqualTypeOf<OffsetEncoding>()
    expectTypeOf<WrittenRefi['notCarried']>().toEqualTypeOf<readonly NotCarried[]>()
    expectTypeOf<WrittenQdc['notCarried']>().toEqualTypeOf<RefiCodebook['notCarried']>()
    expectTypeOf<(typeof refi.refiNotCarried)[NotCarriedId]>().toExtend<NotCarriedKind>()
    expectTypeOf(refi.guidOf).parameter(0).toEqualTypeOf<GuidType>()
    expectTypeOf(refi.readQdpx).parameter(1).toEqualTypeOf<ReadQdpxOptions | undefined>()
    expectTypeOf(refi.writeQdpx).parameter(1).toEqualTypeOf<WriteQdpxOptions | undefined>()
    expectTypeOf(refi.readQdc).parameter(1).toEqualTypeOf<ReadQdcOptions | undefined>()
    expectTypeOf(refi.writeQdc).parameter(1).toEqualTypeOf<WriteQdcOptions | undefined>()
  })
})

describe('the GUID of a thing', () => {
  it.each([
    { id: '5215CC69-b628-4e02-afb9-9beeaee55808', is: '5215CC69-b628-4e02-afb9-9beeaee55808' },
    { id: '{5215cc69-b628-4e02-afb9-9beeaee55808}', is: '{5215cc69-b628-4e02-afb9-9beeaee55808}' },
  ])('is its id where that is one: $id', ({ id, is }) => {
    expect(refi.guidOf('code', id)).toBe(is)
  })

  it('is a version 5 UUID of its type and id otherwise, always the same', () => {
    const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
    expect(refi.guidOf('code', 'vertrouwen')).toMatch(pattern)
    expect(refi.guidOf('code', 'vertrouwen')).toBe(refi.guidOf('code', 'vertrouwen'))
    expect(refi.guidOf('code', 'vertrouwen')).not.toBe(refi.guidOf('case', 'vertrouwen'))
  })

  // Worked out apart from this library, with Python's uuid.uuid5 and the namespace `codeerbank.refi/` as bytes.
  it.each([
    { type: 'code', id: 'vertrouwen', is: 'e379ea2c-615c-5204-9d12-163386d065e5' },
    { type: 'segment', id: 'interview-1:4-17', is: '6798c725-2faf-5c5c-9257-1fe24fc79540' },
    { type: 'coding', id: 'interview-1:4-17|bellen|anna', is: 'e8fc312c-f3dd-5b40-b271-394ab14befaf' },
  ] as const)('is the one of RFC 9562 for its name: $id', ({ type, id, is }) => {
    expect(refi.guidOf(type, id)).toBe(is)
  })

  it.each([
    ['{5215CC69-B628-4E02-AFB9-9BEEAEE55808}', '5215cc69-b628-4e02-afb9-9beeaee55808'],
    [' 5215cc69-b628-4e02-afb9-9beeaee55808 ', '5215cc69-b628-4e02-afb9-9beeaee55808'],
    ['{5215CC69-B628-4E02-AFB9-9BEEAEE55808', '5215cc69-b628-4e02-afb9-9beeaee55808'],
    ['5215cc69-b628-4e02-afb9-9beeaee5580g', null],
    ['5215cc69', null],
    ['', null],
  ])('is read in any form: %s', (text, is) => {
    expect(refi.normaliseGuid(text)).toBe(is)
  })
})
