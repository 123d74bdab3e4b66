import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFieldnote, readTranscript } from '../src/index.ts'
import { bytesOf } from './bytes.ts'
import { mutate, mutation } from './mutate.ts'
import { readTurnsOf } from './read-turns-of.ts'
import { headerCases, markedCases, otranscribeCases } from './timed-transcript-cases.ts'

describe('a transcript with times between hashes', () => {
  it.each(markedCases)('has %s', async (_, text, left, turns) => {
    const found = await readTurnsOf(text)
    expect(found.text).toBe(left)
    expect(found.turns).toEqual(turns)
    expect(found.problems).toEqual([])
    expect(found.format).toBe('f4-text')
  })

  it('keeps a time that is none, and says on which line', async () => {
    const found = await readTurnsOf('I: Vertel. #00:00:05-0#\n\nR1: Nou. #00:61:05-0#')
    expect(found.turns).toEqual(['I|-5|Vertel.', 'R1|5-|Nou. #00:61:05-0#'])
    expect(found.problems).toEqual(['bad-time:3'])
  })

  it('keeps its lines, so that problems further on are where they were', async () => {
    const text = '#00:00:01-0#\nI: Vertel. #00:00:05-0#\nR1:\nR2: Nou.'
    expect((await readTurnsOf(text)).problems).toEqual(['empty-turn:3'])
  })

  it('with times and no words says that it has none', async () => {
    expect(await readTurnsOf('#00:00:05-0#\n#00:00:09-0#')).toMatchObject({
      text: '\n',
      problems: ['empty-source:1'],
    })
  })

  it.each([
    ['seconds of one digit', 'I: Vertel. #00:00:5#'],
    ['a letter in it', 'I: Vertel. #00:0x:05-1#'],
    ['no sign behind it', 'I: Vertel. #00:00:05-1'],
    ['no sign before it', 'I: Vertel. 00:00:05-1#'],
  ])('keeps one with %s, and says so', async (_, text) => {
    expect(await readTurnsOf(text)).toMatchObject({ text, problems: ['bad-time:1'] })
  })

  it('is left alone as a note', async () => {
    const { value } = await readFieldnote(bytesOf('Gezien. #00:00:05-0#'), { name: 'a.txt' })
    expect(value.text).toBe('Gezien. #00:00:05-0#')
  })
})

describe('a transcript with names on lines of their own', () => {
  it.each(headerCases)('is read: %s', async (_, text, turns) => {
    const found = await readTurnsOf(text)
    expect(found.turns).toEqual(turns)
    expect(found.problems).toEqual(turns.length === 0 ? ['no-turns:1'] : [])
    expect(found.text).toBe(text)
  })

  it('that names nobody, as Otter and YouTube give it, has turns of an unknown speaker, and says so', async () => {
    const found = await readTurnsOf('0:01  \nEen.\nTwee.\n\n0:15\nDrie.\n\nTranscribed by https://otter.ai\n')
    expect(found.turns).toEqual(['?|1-|Een.\nTwee.', '?|15-|Drie.'])
    expect(found.problems).toEqual(['no-speakers:2'])
  })

  it('that names nobody, with times before the words, has such turns too', async () => {
    const found = await readTurnsOf('[00:00:03] Een.\n[00:00:09] Twee.\nDrie.\n')
    expect(found.turns).toEqual(['?|3-|Een.', '?|9-|Twee.\nDrie.'])
    expect(found.problems).toEqual(['no-speakers:1'])
  })

  it('has problems with their lines: no words, a time that is none, a speaker unknown', async () => {
    const text = 'Bram 0:01\n\nCato 0:99\nTwee.\n\nDaan 0:05\nDrie.\n\nCato 0:09\nVier.'
    const found = await readTurnsOf(text, 'a.txt', {
      participants: ['P1'],
      speakers: { Bram: 'P1', Daan: 'P1' },
    })
    expect(found.problems).toEqual(['empty-turn:1', 'bad-time:3', 'unknown-speaker:3'])
    expect(found.turns).toEqual(['Cato|-|Twee.', 'Daan|5-|Drie.', 'Cato|9-|Vier.'])
  })
})

describe('a transcript of oTranscribe', () => {
  const file = (html: string) => JSON.stringify({ text: html, media: 'opname.mp3', 'media-time': 12.5 })

  it.each(otranscribeCases)('has %s', async (_, html, text, turns) => {
    const found = await readTurnsOf(file(html), 'gesprek.otr')
    expect(found.text).toBe(text)
    expect(found.turns).toEqual(turns)
    expect(found).toMatchObject({ problems: [], format: 'otranscribe' })
  })

  it('is known by what it holds, with a byte order mark and under another name', async () => {
    for (const text of [
      file('<p>R1: Goed.</p>'),
      `\uFEFF\n${file('<p>R1: Goed.</p>')}`,
      '{"text": "<p>R1: Goed.</p>"}',
    ])
      expect((await readTurnsOf(text, 'gesprek.json')).turns).toEqual(['R1|-|Goed.'])
  })

  it('is also read as a note', async () => {
    const { value } = await readFieldnote(bytesOf(file('<p>Gezien.</p>')), { name: 'a.otr' })
    expect(value.text).toBe('Gezien.')
  })

  it.each([
    ['cut off', file('<p>R1: Goed.</p>').slice(0, 20)],
    ['of other JSON', '{"tekst": "R1: Goed."}'],
    ['of plain text', 'R1: Goed.'],
  ])('that is %s is said to be damaged', async (_, text) => {
    expect((await readTurnsOf(text, 'gesprek.otr')).problems).toEqual(['otranscribe-damaged:1'])
  })

  it('without words is empty', async () => {
    expect((await readTurnsOf(file('<p><br></p>'), 'a.otr')).problems).toEqual(['empty-source:1'])
  })

  it('is refused where its elements lie too deep in each other', async () => {
    for (const tag of ['<div>', '<b>', '<p><b>']) {
      const found = await readTurnsOf(file(`<p>R1: Goed.</p>${tag.repeat(100_000)}diep`), 'a.otr')
      expect(found.problems).toEqual(['document-too-deep:1'])
    }
  })
})

describe('transcripts with times, damaged at random', () => {
  const samples = [...markedCases.map(([, text]) => text), ...headerCases.map(([, text]) => text)]
  const otr = JSON.stringify({ text: otranscribeCases.map(([, html]) => html).join('') })

  it('give turns that lie in the text, or problems', async () => {
    const property = fc.asyncProperty(
      fc.constantFrom(otr, ...samples),
      fc.array(mutation, { minLength: 1, maxLength: 5 }),
      async (text, mutations) => {
        const { value, problems } = await readTranscript(mutate(bytesOf(text), mutations), { name: 'a.txt' })
        let after = 0
        for (const { start, end } of value.turns) {
          expect(start).toBeGreaterThanOrEqual(after)
          expect(value.text.slice(start, end).trim()).not.toBe('')
          after = end
        }
        if (value.turns.length === 0) expect(problems.length).toBeGreaterThan(0)
      },
    )
    await fc.assert(property, { numRuns: 2000 })
  })
})
