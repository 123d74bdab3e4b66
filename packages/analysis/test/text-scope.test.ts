import type { Source, Study, Turn } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countWords,
  keywordInContext,
  keywordTable,
  scopedText,
  type TextScope,
  wordList,
  wordsOf,
  wordTable,
} from '../src/index.ts'
import { foldWord } from '../src/words/words-of.ts'
import { subtree } from './naive-counts.ts'
import { anySpans, spanStudy } from './span-study.ts'
import { bareStudy, codedStudy, sourceOf, withCodings } from './study-cases.ts'

const spansOf = (study: Study, scope: TextScope) =>
  scopedText(study, scope).map(({ source, spans }) => [
    source.id,
    ...spans.map(({ start, end }) => source.text.slice(start, end)),
  ])

describe('the text of a scope', () => {
  it('is all text where nothing is asked, source by source as declared', () => {
    expect(spansOf(codedStudy, {}).map(([id]) => id)).toEqual(['n1', 'n2', 'z1'])
    expect(spansOf(codedStudy, { source: 'n2' })).toEqual([['n2', 'Vraag?\neen\ntwee\ndrie']])
    expect(spansOf(codedStudy, { case: 'leeg' })).toEqual([])
  })

  it('is that of all that is asked together', () => {
    expect(spansOf(codedStudy, { case: 'noord', code: 'houding', speaker: 'anna' })).toEqual([['n1', 'een']])
    expect(spansOf(codedStudy, { source: 'n1', case: 'zuid' })).toEqual([])
  })

  it('is of a code with all below it, and not of its lost segments', () => {
    expect(spansOf(codedStudy, { code: 'houding' })).toEqual([
      ['n1', 'een', 'twee'],
      ['z1', 'Vraag?'],
    ])
    const lost = {
      ...codedStudy,
      segments: codedStudy.segments.map(each =>
        each.source === 'z1' ? { ...each, verdict: 'lost' as const } : each,
      ),
    }
    expect(spansOf(lost, { code: 'houding' })).toEqual([['n1', 'een', 'twee']])
  })

  it.each([
    ['anna', ['een', 'een', 'een']],
    ['n1#R2', ['twee']],
    ['R2', ['twee', 'twee', 'twee']],
    ['r2', ['twee', 'twee', 'twee']],
    ['Anna', ['een', 'een', 'een']],
    ['R1', ['een', 'een', 'een']],
    ['interviewer', ['Vraag?', 'Vraag?', 'Vraag?']],
  ])('of the speaker %s is %j', (speaker, words) => {
    expect(spansOf(codedStudy, { speaker }).flatMap(([, ...spans]) => spans)).toEqual(words)
  })

  it('of a participant who says nothing is none; of a name that nobody has it is refused', () => {
    expect(spansOf(codedStudy, { speaker: 'bert' })).toEqual([])
    expect(spansOf(codedStudy, { speaker: 'Cees' })).toEqual([])
    expect(() => spansOf(codedStudy, { speaker: 'R9' })).toThrow(RangeError)
  })

  it('takes a voice before a label that reads the same', () => {
    const turns: readonly Turn[] = [
      { start: 0, end: 6, speaker: 'X', role: 'participant', participant: 'anna' },
      { start: 7, end: 10, speaker: 'anna', role: 'unknown' },
    ]
    const study = { ...bareStudy, sources: [sourceOf('q', 'noord', 'interview', { turns })] }
    expect(spansOf(study, { speaker: 'anna' })).toEqual([['q', 'Vraag?']])
  })

  it('has the characters that a code covers, each once, on any study', () => {
    fc.assert(
      fc.property(anySpans, lines => {
        const study = spanStudy(lines)
        const codes = subtree(study, 'dieren')
        const segments = study.segments.filter(segment =>
          study.codings.some(each => each.segment === segment.id && codes.has(each.code)),
        )
        const covered = study.sources.reduce(
          (sum, { id, text }) =>
            sum +
            Array.from(text, (_, at) => at).filter(at =>
              segments.some(each => each.source === id && each.start <= at && at < each.end),
            ).length,
          0,
        )
        const found = scopedText(study, { code: 'dieren' })
        const lengths = found.flatMap(({ spans }) => spans.map(({ start, end }) => end - start))
        expect(lengths.reduce((a, b) => a + b, 0)).toBe(covered)
        for (const { spans } of found)
          spans.reduce((before, { start, end }) => {
            expect(start).toBeGreaterThan(before)
            return end
          }, -1)
      }),
    )
  })
})

/** A study of plain notes with these texts. */
const notes = (...texts: readonly string[]): Study => ({
  ...bareStudy,
  sources: texts.map(
    (text, i): Source => ({
      ...sourceOf(`t${i}`, 'noord', 'fieldwork-note'),
      text,
      turns: [],
      participants: [],
    }),
  ),
})

const composed = 'café'
const decomposed = 'cafe\u0301'

describe('words', () => {
  it.each([
    ["auto's", "auto's"],
    ['AUTO’S', "auto's"],
    [decomposed, composed],
    ['ÉÉN', 'één'],
  ])('%s is compared as %s', (word, folded) => {
    expect(foldWord(word)).toBe(folded)
  })

  it.each([
    ['', []],
    ['- ’ ...', []],
    ['ja-nee', ['ja-nee']],
    ['ja -nee', ['ja', 'nee']],
    ["'s avonds", ['s', 'avonds']],
    ['een_twee', ['een', 'twee']],
    ['12,5 km²', ['12', '5', 'km²']],
    ['привет 世界', ['привет', '世界']],
    ['a🙂b', ['a', 'b']],
  ])('of %j are %j', (text, words) => {
    expect(wordsOf(text).map(each => each.text)).toEqual(words)
  })

  it('stand where their text stands, in any stretch', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(20), fc.nat(20), (text, a, b) => {
        const [start, end] = [Math.min(a, text.length), Math.min(a + b, text.length)]
        for (const word of wordsOf(text, start, end)) {
          expect(text.slice(word.start, word.end)).toBe(word.text)
          expect(word.start).toBeGreaterThanOrEqual(start)
          expect(word.end).toBeLessThanOrEqual(end)
        }
      }),
    )
  })
})

describe('a list of words', () => {
  it('has one row for a word, in whichever form its accents are written', () => {
    expect(wordList(notes(composed, decomposed), { stopWords: 'none' })).toEqual([
      { word: composed, count: 2, sources: 2 },
    ])
  })

  it('puts the most frequent first, and equals in the order of code units', () => {
    const words = wordList(notes('b a c c z é'), { stopWords: 'none' }).map(({ word }) => word)
    expect(words).toEqual(['c', 'a', 'b', 'z', 'é'])
  })

  it('leaves out words of the stop list of the study, of another language, or of one that is given', () => {
    const study = notes('de the kat')
    const words = (stopWords?: 'nl' | 'en' | 'none' | readonly string[]) =>
      wordList(study, stopWords === undefined ? {} : { stopWords }).map(({ word }) => word)
    expect(words()).toEqual(['kat', 'the'])
    expect(words('en')).toEqual(['de', 'kat'])
    expect(words(['kat'])).toEqual(['de', 'the'])
    expect(words([])).toEqual(['de', 'kat', 'the'])
    expect(wordList({ ...study, language: 'en' }).map(({ word }) => word)).toEqual(['de', 'kat'])
  })

  it('leaves out words that are shorter than asked, by their characters', () => {
    const words = wordList(notes(`een ${decomposed} vijfde`), { stopWords: 'none', shortest: 5 })
    expect(words.map(({ word }) => word)).toEqual(['vijfde'])
  })

  it('counts as many as there are, on any text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom(...'ab é\n-') }), { maxLength: 5 }), texts => {
        const study = notes(...texts)
        const words = wordList(study, { stopWords: 'none' })
        expect(words.reduce((sum, { count }) => sum + count, 0)).toBe(countWords(study))
        for (const { word, count, sources } of words) {
          const per = texts.map(text => wordsOf(text).filter(each => foldWord(each.text) === word).length)
          expect(count).toBe(per.reduce((a, b) => a + b, 0))
          expect(sources).toBe(per.filter(each => each > 0).length)
        }
      }),
    )
  })

  it('is a table of three columns', () => {
    const table = wordTable(wordList(notes('kat kat hond')))
    expect(table.rows).toEqual([
      ['kat', 2, 1],
      ['hond', 1, 1],
    ])
    expect(table.columns.map(({ label }) => label)).toEqual([
      { nl: 'Woord', en: 'Word' },
      { nl: 'Aantal', en: 'Count' },
      { nl: 'Bronnen', en: 'Sources' },
    ])
  })
})

describe('a keyword', () => {
  const found = (study: Study, keyword: string, options = {}) =>
    keywordInContext(study, keyword, options).map(each => each.keyword)

  it.each([
    ['vertrouwen', ['Vertrouwen']],
    [' VERTROUWEN ', ['Vertrouwen']],
    ['vertrouw*', ['Vertrouwen', 'vertrouwd']],
    ["zo'n", ['zo’n']],
    ["zo'*", ['zo’n']],
    ['e-*', ['e-mail']],
    [composed, [decomposed]],
    ['caf*', [decomposed]],
    ['wen', []],
  ])('%s finds %j', (keyword, words) => {
    expect(found(notes(`Vertrouwen is vertrouwd, zo’n e-mail in een ${decomposed}.`), keyword)).toEqual(words)
  })

  it.each(['', ' ', '*', '-', 'de wijk', 've*en', '*wen', 'de wijk*', '-wen', 'wijk!', 'een-'])(
    'is refused where no word can be it: "%s"',
    keyword => {
      expect(() => found(notes('de wijk'), keyword)).toThrow(RangeError)
    },
  )

  it('stands between as many words as there are, at most so many', () => {
    const [one] = keywordInContext(notes('een twee drie vier vijf'), 'drie', { words: 1 })
    expect([one?.before, one?.after]).toEqual(['twee ', ' vier'])
    const [none] = keywordInContext(notes('een twee drie'), 'twee', { words: 0 })
    expect([none?.before, none?.after]).toEqual(['', ''])
    const [all] = keywordInContext(notes('een twee drie'), 'twee')
    expect([all?.before, all?.after]).toEqual(['een ', ' drie'])
  })

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('is refused with a context of %d words', words => {
    expect(() => keywordInContext(notes('een'), 'een', { words })).toThrow(RangeError)
  })

  it('shows its context in one line, and counts paragraphs from 1', () => {
    const [place] = keywordInContext(notes('een\n\ntwee\tdrie'), 'twee')
    expect(place).toMatchObject({ paragraph: 3, before: 'een ', after: ' drie', start: 5, end: 9 })
  })

  it('is found only within the scope, with the context outside it', () => {
    const study = withCodings(bareStudy, ['n1 twee open kim'])
    expect(keywordInContext(study, 'twee', { code: 'open' })).toEqual([
      {
        ...{ source: 'n1', start: 11, end: 15, paragraph: 3, speaker: 'R2' },
        ...{ before: 'Vraag? een ', keyword: 'twee', after: ' drie' },
      },
    ])
    expect(found(study, 'een', { code: 'open' })).toEqual([])
  })

  it('is found as often as the word list counts it, on any text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom(...'ab é\n-') }), { maxLength: 5 }), texts => {
        const study = notes(...texts)
        for (const { word, count } of wordList(study, { stopWords: 'none' }))
          expect(keywordInContext(study, word)).toHaveLength(count)
      }),
    )
  })

  it('is a table with a row a place, empty where nobody speaks', () => {
    const table = keywordTable(keywordInContext(notes('een twee drie'), 'twee'))
    expect(table.rows).toEqual([['t0', 1, null, 'een ', 'twee', ' drie']])
    expect(table.columns.map(({ label }) => label.nl)).toEqual([
      'Bron',
      'Alinea',
      'Spreker',
      'Ervoor',
      'Trefwoord',
      'Erna',
    ])
  })
})
