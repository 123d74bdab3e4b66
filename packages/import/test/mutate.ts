import fc from 'fast-check'

/** One thing that happens to a file: a byte becomes another, a stretch goes, is put in twice, or gives way to other bytes. */
export interface Mutation {
  readonly kind: 'byte' | 'cut' | 'double' | 'insert' | 'end'
  /** Where, as a share of the file. */
  readonly at: number
  readonly length: number
  readonly bytes: Uint8Array
}

/** What readers stumble over: marks of the formats, ends of lines, halves of characters, large numbers. */
const telling = [
  '<',
  '>',
  '"',
  '&',
  '&#0;',
  ']]>',
  '\r',
  '\0',
  '\uFEFF',
  '99999999999',
  '-1',
  ';',
  ',',
  '\n\n',
  '😀',
]

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('byte', 'byte', 'cut', 'double', 'insert', 'insert', 'end'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 80 }),
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 6 }),
    fc.constantFrom(...telling).map(text => new TextEncoder().encode(text)),
  ),
})

export function mutate(file: Uint8Array, mutations: readonly Mutation[]): Uint8Array {
  let bytes = Buffer.from(file)
  for (const { kind, at, length, bytes: other } of mutations) {
    const start = Math.floor(at * bytes.length)
    const [before, stretch, after] = [
      bytes.subarray(0, start),
      bytes.subarray(start, start + length),
      bytes.subarray(start + length),
    ]
    if (kind === 'byte') bytes = Buffer.concat([before, other.subarray(0, 1), bytes.subarray(start + 1)])
    else if (kind === 'cut') bytes = Buffer.concat([before, after])
    else if (kind === 'double') bytes = Buffer.concat([before, stretch, stretch, after])
    else if (kind === 'insert') bytes = Buffer.concat([before, other, stretch, after])
    else bytes = Buffer.from(before)
  }
  return bytes
}
