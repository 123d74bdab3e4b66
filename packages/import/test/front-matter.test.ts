import { describe, expect, it } from 'vitest'
import { readFieldnote, readTranscript } from '../src/index.ts'
import { bytesOf } from './bytes.ts'
import { faultyFrontMatter, fittingFrontMatter } from './front-matter-cases.ts'

const read = (text: string, name = 'a.md') => readFieldnote(bytesOf(text), { name })
const withFrontMatter = (yaml: string) => `---\n${yaml}${yaml === '' ? '' : '\n'}---\nR1: Nee.\n`

describe('front matter', () => {
  it.each(fittingFrontMatter)('says %s', async (_, yaml, metadata) => {
    const { value, problems } = await read(withFrontMatter(yaml))
    expect(problems).toEqual([])
    expect(value.metadata).toEqual(metadata)
    expect(value.text).toBe('R1: Nee.\n')
  })

  it.each(faultyFrontMatter)('with %s says so on the very line', async (_, yaml, faults) => {
    const { value, problems } = await read(withFrontMatter(yaml))
    expect(problems.map(({ code, place }) => `${code}:${place?.line}`)).toEqual(faults)
    expect(problems.every(({ severity, place }) => severity === 'error' && place?.file === 'a.md')).toBe(true)
    expect(value.text).toBe('R1: Nee.\n')
  })

  it.each(faultyFrontMatter)(
    'with %s is told of in the same way behind CRLF and a BOM',
    async (_, yaml, faults) => {
      const { problems } = await read(`\uFEFF${withFrontMatter(yaml)}`.replaceAll('\n', '\r\n'))
      expect(problems.map(({ code, place }) => `${code}:${place?.line}`)).toEqual(faults)
    },
  )

  it('is read from plain text too', async () => {
    const { value } = await read('---\ntitle: T\n---\n\nWoorden.', 'a.txt')
    expect([value.metadata, value.text, value.origin.line]).toEqual([{ id: 'a', title: 'T' }, 'Woorden.', 5])
  })

  it('keeps the keys that fit beside one that does not', async () => {
    const { value } = await read('---\ntitle: T\nkind: film\ndate: 2024-10-03\nkleur: rood\n---\nWoorden.')
    expect(value.metadata).toEqual({ id: 'a', title: 'T', date: '2024-10-03' })
  })

  it('that never ends is no front matter, and all is text', async () => {
    const { value, problems } = await read('---\nid: x\nR1: Nee.')
    expect([value.metadata.id, value.text, value.origin.line]).toEqual(['a', '---\nid: x\nR1: Nee.', 1])
    expect(problems.map(({ code, place }) => `${code}:${place?.line}`)).toEqual(['front-matter-open:1'])
  })

  it('stands only at the very start', async () => {
    const { value, problems } = await read('Woorden.\n---\nid: x\n---\nMeer.')
    expect([value.metadata, value.text, problems]).toEqual([
      { id: 'a' },
      'Woorden.\n---\nid: x\n---\nMeer.',
      [],
    ])
  })

  it('leaves a line of three hyphens in the text alone', async () => {
    const { value } = await read('---\nid: x\n---\nEen.\n\n---\n\nTwee.')
    expect(value.text).toBe('Een.\n\n---\n\nTwee.')
  })

  it('goes before what is known from elsewhere, key by key', async () => {
    const { value } = await readFieldnote(bytesOf('---\ntitle: Eigen\n---\nWoorden.'), {
      name: 'map/a.md',
      metadata: { title: 'Ander', date: '2024-10-03', id: 'lijst-1' },
    })
    expect(value.metadata).toEqual({ id: 'lijst-1', title: 'Eigen', date: '2024-10-03' })
  })

  it('does not reach into what every object has', async () => {
    const { value } = await readTranscript(
      bytesOf('---\nparticipants: [H01]\nspeakers: { R1: H01 }\n---\nR1: Ja.\n\nconstructor: Nee.'),
      { name: 'a.md' },
    )
    expect(value.turns.map(({ speaker, participant }) => [speaker, participant])).toEqual([['R1', 'H01']])
  })
})

describe('the line on which a text begins', () => {
  it.each([
    ['at once', 'Woorden.', 1, 'Woorden.'],
    ['after empty lines', '\n\nWoorden.', 3, 'Woorden.'],
    ['after lines of white space', '  \n\t\nWoorden.', 3, 'Woorden.'],
    ['right after front matter', '---\nid: x\n---\nWoorden.', 4, 'Woorden.'],
    ['an empty line after front matter', '---\nid: x\n---\n\nWoorden.', 5, 'Woorden.'],
    ['after empty front matter', '---\n---\nWoorden.', 3, 'Woorden.'],
    ['after fences with white space behind them', '--- \nid: x\n---\t\nWoorden.', 4, 'Woorden.'],
    ['with an indent, which stays', '---\nid: x\n---\n\n   Woorden.', 5, '   Woorden.'],
  ])('is known %s', async (_, text, line, body) => {
    for (const written of [
      text,
      text.replaceAll('\n', '\r\n'),
      text.replaceAll('\n', '\r'),
      `\uFEFF${text}`,
    ]) {
      const { value } = await read(written)
      expect([value.origin.line, value.text]).toEqual([line, body])
    }
  })
})
