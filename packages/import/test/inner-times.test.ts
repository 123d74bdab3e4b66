import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTranscript } from '../src/index.ts'
import { bytesOf } from './bytes.ts'
import { docx, p } from './document/document-parts.ts'
import { innerTimeCases } from './inner-time-cases.ts'
import { readTurnsOf } from './read-turns-of.ts'

describe('times among the words of a turn', () => {
  it.each(innerTimeCases)('are taken out of them: %s', async (_, text, left, turns) => {
    expect(await readTurnsOf(text)).toEqual({ format: 'text', text: left, turns, problems: [] })
  })

  it('leave every word where it is, wherever they stand', async () => {
    const words = fc.constantFrom(
      'Ja.',
      'Nee, niet: zo.',
      'Om 10:30 dus',
      '(3) en dan',
      '[lacht] 😀',
      'Één\n\ntwee.',
    )
    const place = fc.constantFrom('before', 'amid', 'behind')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(words, place), { minLength: 1, maxLength: 12 }), async said => {
        const text = said
          .map(([what, where], i) => {
            const stamp = `[00:${String(i).padStart(2, '0')}:07]`
            const put = {
              before: `Zo.\n${stamp} ${what}`,
              amid: `Zo. ${stamp} ${what}`,
              behind: `Zo. ${what} ${stamp}`,
            }
            return `R${i % 3}: ${put[where]}`
          })
          .join('\n')
        const { turns, problems } = await readTurnsOf(text)
        expect(turns.map(turn => turn.replace(/^[^|]*\|[^|]*\|/, ''))).toEqual(
          said.map(([what, where]) => `Zo.${where === 'before' ? '\n' : ' '}${what}`),
        )
        expect(problems).toEqual([])
      }),
    )
  })

  it('that are none stay, with their line', async () => {
    const found = await readTurnsOf('I: Een. [00:00:05]\nR1: Twee. [00:61:00]\n')
    expect(found.turns).toEqual(['I|-5|Een.', 'R1|5-|Twee. [00:61:00]'])
    expect(found.problems).toEqual(['bad-time:2'])
  })

  it.each([
    ['in square brackets', 'I: Hoe?\nR1: Goed. [05:10] Nou.', ['perhaps-time:2']],
    ['alone on its line', 'I: Hoe?\nR1: Goed.\n05:10\nNou.', ['perhaps-time:3']],
    ['in round brackets, as places in books', 'I: Hoe?\nR1: Genesis (3:16)', []],
  ])(
    'without hours that nothing else tells to be one stays, and is told of: %s',
    async (_, text, problems) => {
      expect(await readTurnsOf(text)).toMatchObject({ text, problems })
    },
  )

  it('of which the end is none stay whole, with their line', async () => {
    const found = await readTurnsOf('I: Een.\nR1: Twee. [00:01:00 - 00:61:00]\n')
    expect(found.turns).toEqual(['I|-|Een.', 'R1|-|Twee. [00:01:00 - 00:61:00]'])
    expect(found.problems).toEqual(['bad-time:2'])
  })

  it('that are all there is of a turn leave none, and this is said', async () => {
    const found = await readTurnsOf('Anna  0:03\n[00:00:04]\n\nBram  0:09\nGoed.\nAnna  0:12\nJa.')
    expect(found.turns).toEqual(['Bram|9-|Goed.', 'Anna|12-|Ja.'])
    expect(found.problems).toEqual(['empty-turn:2'])
  })

  it('are taken up to a number that no transcript reaches, and this is said', async () => {
    const found = await readTurnsOf(`I: Ja.\n${'[00:00:05]\n'.repeat(100_001)}`)
    expect(found.text.trimEnd()).toBe(`I: Ja.${'\n'.repeat(100_001)}[00:00:05]`)
    expect(found.problems).toEqual(['too-many-times:100002'])
  })

  it('go from marks of codes too, which stay where their words are', async () => {
    const text = 'I: Ja? [00:00:03]\n\nR1: Wij :code[wonen [00:00:05] hier]{code="A" coder="x"} nu.\n'
    const { value } = await readTranscript(bytesOf(text), { name: 'a.md' })
    expect(value.text).toBe('I: Ja?\n\nR1: Wij wonen hier nu.\n')
    expect(value.marks.map(({ start, quote }) => [start, quote])).toEqual([[16, 'wonen hier']])
  })

  it('stay where the front matter says that the text is as it is', async () => {
    const text = '---\nverbatim: true\n---\nI: Ja? [00:00:03]'
    expect((await readTurnsOf(text, 'a.md')).turns).toEqual(['I|-|Ja? [00:00:03]'])
  })

  it('that are headings, as in documents of Google Meet, begin what stands below', async () => {
    const heading = (words: string) =>
      `<w:p><w:pPr><w:pStyle w:val="Heading3"/></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`
    const body = `${heading('00:00:00')}${p('Anna: Hoi.')}${p('Bram: Dag.')}${heading('00:05:12')}${p('Anna: Nou.')}${p('Bram: Zo.')}`
    const inWord = await readTurnsOf(await docx(body), 'a.docx')
    const inMarkdown = await readTurnsOf(
      '### 00:00:00\n\nAnna: Hoi.\nBram: Dag.\n\n### 00:05:12\n\nAnna: Nou.\nBram: Zo.\n',
      'a.md',
    )
    for (const { turns, problems } of [inWord, inMarkdown]) {
      expect(turns).toEqual(['Anna|0-|Hoi.', 'Bram|-|Dag.', 'Anna|312-|Nou.', 'Bram|-|Zo.'])
      expect(problems).toEqual([])
    }
  })
})
