import { emptyStudy, type Study } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { countWords, keywordInContext, wordList, wordsOf } from '../src/index.ts'

const text = "Nou ja, het vertrouwen is er.\nMisschien is vertrouwen zo’n woord; zo'n Vertrouwd woord."

const study: Study = {
  ...emptyStudy,
  cases: ['noord', 'zuid'].map(id => ({ id, label: { nl: id }, values: {} })),
  codes: [
    { id: 'kern', label: { nl: 'Kern' }, parent: null, level: 'theme', origin: 'deductive', version: 1 },
  ],
  sources: [
    {
      id: 'a',
      title: 'A',
      kind: 'interview',
      case: 'noord',
      participants: [],
      text,
      turns: [
        { start: 0, end: 29, speaker: 'I', role: 'interviewer' },
        { start: 30, end: text.length, speaker: 'R', role: 'unknown' },
      ],
    },
    {
      id: 'b',
      title: 'B',
      kind: 'fieldwork-note',
      case: 'zuid',
      participants: [],
      text: 'Vertrouwen!',
      turns: [],
    },
  ],
  segments: [
    {
      id: 's',
      source: 'a',
      start: 12,
      end: 25,
      quote: text.slice(12, 25),
      prefix: '',
      suffix: '',
      by: 'x',
      at: '',
    },
    {
      id: 't',
      source: 'a',
      start: 8,
      end: 22,
      quote: text.slice(8, 22),
      prefix: '',
      suffix: '',
      by: 'x',
      at: '',
    },
  ],
  codings: ['s', 't'].map(segment => ({
    id: segment,
    segment,
    code: 'kern',
    coder: 'x',
    at: '',
    codeVersion: 1,
  })),
}

describe('the words of a text', () => {
  it('keep apostrophes, hyphens and combining marks inside, and stand where they stand', () => {
    expect(wordsOf("zo'n auto’s e-mail cafe\u0301 3x").map(({ text: word }) => word)).toEqual([
      "zo'n",
      'auto’s',
      'e-mail',
      'cafe\u0301',
      '3x',
    ])
    expect(wordsOf('a bc', 2)).toEqual([{ text: 'bc', start: 2, end: 4 }])
  })
})

describe('a word list', () => {
  it('counts without stop words, whatever the case and the apostrophe', () => {
    expect(wordList(study).filter(({ word }) => word.startsWith('v') || word.startsWith('w'))).toEqual([
      { word: 'vertrouwen', count: 3, sources: 2 },
      { word: 'woord', count: 2, sources: 1 },
      { word: 'vertrouwd', count: 1, sources: 1 },
    ])
    expect(wordList(study).map(({ word }) => word)).not.toContain('het')
    expect(wordList(study, { stopWords: 'none' })).toContainEqual({ word: "zo'n", count: 2, sources: 1 })
  })

  it('is of a case, a speaker or a code alone; overlapping segments count once', () => {
    expect(wordList(study, { case: 'zuid' })).toEqual([{ word: 'vertrouwen', count: 1, sources: 1 }])
    expect(wordList(study, { speaker: 'a#R', stopWords: 'none' })[0]).toEqual({
      word: 'woord',
      count: 2,
      sources: 1,
    })
    expect(wordList(study, { code: 'kern', stopWords: 'none' }).map(({ word }) => word)).toEqual([
      'het',
      'is',
      'vertrouwen',
    ])
    expect(countWords(study, { code: 'kern' })).toBe(3)
  })

  it('refuses a case, source or code that is not there', () => {
    for (const scope of [{ case: 'x' }, { source: 'x' }, { code: 'x' }])
      expect(() => wordList(study, scope)).toThrow(RangeError)
  })
})

describe('a keyword in context', () => {
  it('is found in any case, with the words on both sides, who speaks and the paragraph', () => {
    expect(keywordInContext(study, 'VERTROUWEN', { case: 'noord', words: 2 })).toEqual([
      {
        source: 'a',
        start: 12,
        end: 22,
        paragraph: 1,
        speaker: 'I',
        before: 'ja, het ',
        keyword: 'vertrouwen',
        after: ' is er',
      },
      {
        source: 'a',
        start: 43,
        end: 53,
        paragraph: 2,
        speaker: 'R',
        before: 'Misschien is ',
        keyword: 'vertrouwen',
        after: ' zo’n woord',
      },
    ])
  })

  it('is found with any ending behind a star, and not inside another word', () => {
    expect(keywordInContext(study, 'vertrouw*')).toHaveLength(4)
    expect(keywordInContext(study, 'trouw')).toEqual([])
    expect(() => keywordInContext(study, '*')).toThrow(RangeError)
  })
})

describe('the words of a transcript', () => {
  /** A source of which each turn is given with what stands before it. */
  const transcript = (
    parts: readonly (readonly [before: string, speaker: string, words: string])[],
    end = '',
  ) => {
    let given = ''
    const turns = parts.map(([before, speaker, words]) => {
      given += before
      const start = given.length
      given += words
      return { start, end: given.length, speaker, role: 'participant' as const }
    })
    const source = { ...study.sources[0]!, text: given + end, turns }
    return wordList({ ...emptyStudy, cases: study.cases, sources: [source] }, { stopWords: 'none' }).map(
      ({ word, count }) => `${word} ${count}`,
    )
  }

  it('are those that were said: not who says them, and not when', () => {
    expect(
      transcript([
        ['**Interviewer:** [00:00:04] ', 'Interviewer', 'Dag Anna.'],
        ['\n\n**Anna:** ', 'Anna', 'Dag interviewer.'],
      ]),
    ).toEqual(['dag 2', 'anna 1', 'interviewer 1'])
    expect(transcript([['Anna de Wit  0:03\n', 'Anna de Wit', 'Goed zo.']])).toEqual(['goed 1', 'zo 1'])
    expect(transcript([['1\t0:03\t', 'Bram', 'Kom.']], '\tBram\n')).toEqual([
      '0 1',
      '03 1',
      '1 1',
      'bram 1',
      'kom 1',
    ])
  })

  it('are also those between turns: headings, and what the transcriber notes', () => {
    expect(
      transcript(
        [
          ['# Deel een\n\nR1: ', 'R1', 'Ja.'],
          ['\n\nStilte.\n\nR1: ', 'R1', 'Nee.'],
        ],
        '\n\nEinde.',
      ),
    ).toEqual(['deel 1', 'een 1', 'einde 1', 'ja 1', 'nee 1', 'stilte 1'])
  })
})
