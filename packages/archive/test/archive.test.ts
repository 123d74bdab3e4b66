import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ArchiveFile, readArchive, writeArchive } from '../src/index.ts'
import { faultOf } from './fault-of.ts'

const text = new TextDecoder()

async function contents(bytes: Uint8Array): Promise<[string, string][]> {
  const entries = await readArchive(bytes)
  const found: [string, string][] = []
  for (const entry of entries) found.push([entry.name, text.decode(await entry.read())])
  return found
}

/** Replaces a name by one of the same length wherever the archive has it. */
function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const copy = Buffer.from(bytes)
  for (let at = copy.indexOf(from); at !== -1; at = copy.indexOf(from, at + 1)) copy.write(to, at)
  return copy
}

describe('an archive', () => {
  it('gives back the files that were put in it, in order', async () => {
    const files: ArchiveFile[] = [
      { name: 'mimetype', content: 'text/plain', stored: true },
      { name: 'map/één.txt', content: ['Hallo ', '👋🏽'] },
      { name: 'leeg', content: new Uint8Array() },
      { name: 'bytes', content: Uint8Array.of(0, 68, 97, 103, 0).subarray(1, 4) },
      { name: 'bytes, stored', content: Uint8Array.of(68, 97, 103), stored: true },
    ]
    expect(await contents(await writeArchive(files))).toEqual([
      ['mimetype', 'text/plain'],
      ['map/één.txt', 'Hallo 👋🏽'],
      ['leeg', ''],
      ['bytes', 'Dag'],
      ['bytes, stored', 'Dag'],
    ])
  })

  it('keeps a character that stands in two parts of a file, also where a block ends in it', async () => {
    const half = 'x'.repeat(32_767)
    const files = [
      { name: 'een', content: [`${half}\ud83d`, '\ude00'] },
      { name: 'twee', content: ['\ud83d', '\ude00'], stored: true },
    ]
    expect(await contents(await writeArchive(files))).toEqual([
      ['een', `${half}😀`],
      ['twee', '😀'],
    ])
  })

  it('gives back any files', () =>
    fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.string({ unit: 'binary' })), {
          selector: ([name]) => name,
        }),
        async files => {
          const written = await writeArchive(files.map(([name, content]) => ({ name, content })))
          expect(await contents(written)).toEqual(files)
        },
      ),
      { numRuns: 100 },
    ))

  it('takes each file once the one before is packed, and its parts as they are made', async () => {
    const told: string[] = []
    function* parts(name: string): Generator<string> {
      told.push(`${name} begins`)
      yield 'a'.repeat(300_000)
      yield 'b'
      told.push(`${name} ends`)
    }
    function* files(): Generator<ArchiveFile> {
      yield { name: 'een', content: parts('een') }
      yield { name: 'twee', content: parts('twee') }
      yield { name: 'drie', content: told.join(', ') }
    }
    const written = await contents(await writeArchive(files()))
    expect(written.map(([name, content]) => [name, content.length])).toEqual([
      ['een', 300_001],
      ['twee', 300_001],
      ['drie', 44],
    ])
    expect(written[2]![1]).toBe('een begins, een ends, twee begins, twee ends')
  })

  it('of a file whose parts cannot be made is an error', async () => {
    function* parts(): Generator<string> {
      yield 'a'
      throw new Error('No words left')
    }
    await expect(writeArchive([{ name: 'a', content: parts() }])).rejects.toThrow('No words left')
  })

  it.each([
    ['leads out of it', '../a'],
    ['is absolute', '/a'],
  ])('with a name that %s is an error', async (_, name) => {
    await expect(writeArchive([{ name, content: 'a' }])).rejects.toThrow(name)
  })

  it('bears the third day of 1980 as its time, and lets its files be read by all and written by who has them', async () => {
    const bytes = Buffer.from(await writeArchive([{ name: 'a', content: 'a' }]))
    const directory = bytes.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'))
    // APPNOTE 4.4.6: years from 1980 in seven bits, months in four, days in five; two seconds are one.
    expect(bytes.readUInt32LE(10)).toBe(0b0000000_0001_00011_00000_000000_00000)
    expect(bytes.readUInt32LE(directory + 12)).toBe(0b0000000_0001_00011_00000_000000_00000)
    // As Unix keeps it: a file, rw-r--r--.
    expect(bytes.readUInt16LE(directory + 40).toString(8)).toBe('100644')
  })

  it('has the same bytes in any time zone', async () => {
    const zone = process.env['TZ']
    const made = new Set<string>()
    for (const each of ['Europe/Amsterdam', 'Pacific/Auckland', 'UTC']) {
      process.env['TZ'] = each
      made.add(Buffer.from(await writeArchive([{ name: 'a', content: 'a' }])).toString('hex'))
    }
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
    expect(made.size).toBe(1)
  })
})

describe('an archive that cannot be read', () => {
  it.each([
    ['is no archive', async () => new TextEncoder().encode('geen archief'), 'archive-truncated'],
    ['is empty', async () => new Uint8Array(), 'archive-truncated'],
    [
      'is cut off',
      async () => (await writeArchive([{ name: 'a', content: 'a'.repeat(1000) }])).slice(0, -30),
      'archive-truncated',
    ],
    [
      'is protected with a password, as Office does it',
      async () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      'archive-encrypted',
    ],
    [
      'has a file of another folder',
      async () => renamed(await writeArchive([{ name: 'aaa/b', content: '' }]), 'aaa/b', '../xb'),
      'archive-unsafe-name',
    ],
    [
      'has a file with an absolute path',
      async () => renamed(await writeArchive([{ name: 'aaa/b', content: '' }]), 'aaa/b', '/etcb'),
      'archive-unsafe-name',
    ],
    [
      'has two files of one name',
      async () =>
        renamed(
          await writeArchive([
            { name: 'ab', content: '' },
            { name: 'ac', content: '' },
          ]),
          'ac',
          'ab',
        ),
      'archive-duplicate-name',
    ],
  ])('because it %s says so', async (_, make, code) => {
    expect(await faultOf(readArchive(await make(), { file: 'a.zip' }))).toMatchObject({
      code,
      place: { file: 'a.zip' },
    })
  })

  it.each([
    ['many files', { entries: 2 }],
    ['large a file', { entryBytes: 999 }],
    ['much in all', { totalBytes: 2999 }],
  ])('because it holds too %s says so', async (_, limits) => {
    const files = ['a', 'b', 'c'].map(name => ({ name, content: name.repeat(1000) }))
    const bytes = await writeArchive(files)
    expect((await faultOf(readArchive(bytes, { limits })))?.code).toBe('archive-too-large')
    const enough = { entries: 3, entryBytes: 1000, totalBytes: 3000 }
    expect(await readArchive(bytes, { limits: enough })).toHaveLength(3)
  })

  it('has no place in the problem where its name was not given', async () => {
    expect(await faultOf(readArchive(new Uint8Array()))).not.toHaveProperty('place')
  })

  it('is not unpacked further than it says it is large', async () => {
    const bytes = Buffer.from(await writeArchive([{ name: 'a', content: 'a'.repeat(100_000) }]))
    const directory = bytes.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'))
    bytes.writeUInt32LE(10, directory + 24)
    const [entry] = await readArchive(bytes)
    expect(entry?.size).toBe(10)
    expect((await faultOf(entry!.read()))?.code).toMatch(/^archive-/)
  })

  it('ends in a problem or in its files, whatever bytes are changed', async () => {
    const bytes = await writeArchive([
      { name: 'een', content: 'Dag allemaal, dag allemaal.' },
      { name: 'twee', content: 'x', stored: true },
    ])
    let read = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        async edits => {
          const damaged = Uint8Array.from(bytes)
          for (const [at, value] of edits) damaged[at] = value
          const fault = await faultOf(contents(damaged))
          if (fault === undefined) read += 1
          else expect(fault.code).toMatch(/^archive-/)
        },
      ),
      { numRuns: 2000, seed: 20261 },
    )
    expect(read).toBeGreaterThan(0)
  })
})
