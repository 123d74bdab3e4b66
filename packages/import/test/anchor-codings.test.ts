import { applyChanges, type Change, emptyStudy, type Source, type Study, unguardCell } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchorCodings, type CodingRow, readFieldnote, segmentId } from '../src/index.ts'
import { nearestPassage } from '../src/nearest-passage.ts'
import { toSource } from '../src/to-source.ts'
import { faultyRows, fittingRows, nearestCases, row, text } from './anchor-cases.ts'
import { bytesOf } from './bytes.ts'

const at = '2024-10-03T10:15:00+02:00'

function sourceOf(id: string, words: string, file: string, line: number): Source {
  const origin = { file, line, format: 'markdown', sha256: '' }
  return { id, title: id, kind: 'interview', case: 'oost', participants: [], text: words, turns: [], origin }
}

function code(id: string, nl: string, parent: string | null = null): Change {
  const added = { id, label: { nl }, parent, level: 'theme' as const, origin: 'deductive' as const }
  return { id: `add-code:${id}`, at, by: 'anna', kind: 'add-code', code: added }
}

const base = { at, by: 'anna' }
const study: Study = applyChanges(emptyStudy, [
  { ...base, id: '1', kind: 'add-coder', coder: { id: 'anna', label: 'Anna' } },
  { ...base, id: '2', kind: 'add-coder', coder: { id: 'bram', label: 'Bram' } },
  { ...base, id: '3', kind: 'add-case', case: { id: 'oost', label: { nl: 'Oost' }, values: {} } },
  { ...base, id: '4', kind: 'add-source', source: sourceOf('int-1', text, 'sources/int.md', 5) },
  { ...base, id: '5', kind: 'add-source', source: sourceOf('leeg', '', 'sources/leeg.md', 1) },
  code('kader', 'Kader'),
  code('kader/overlap', 'Overlap', 'kader'),
  code('verhaal', 'Verhaal'),
  code('verhaal/overlap', 'Overlap', 'verhaal'),
  code('oud', 'Oud'),
  { ...base, id: '6', kind: 'retire-code', code: 'oud' },
])

const stretches = (changes: readonly Change[]) =>
  changes.flatMap(change => (change.kind === 'add-segment' ? [change.segment] : []))
const codings = (changes: readonly Change[]) =>
  changes.flatMap(change => (change.kind === 'code-segment' ? [change.coding] : []))

describe('a coding of words where another segment stood before its source was corrected', () => {
  const words = 'Een twee drie.'
  const quoted = (quote: string) => ({ source: 'tel', quote, code: 'Kader', coder: 'anna' })
  const counted = applyChanges(study, [
    { ...base, id: 'tel', kind: 'add-source', source: sourceOf('tel', words, 'sources/tel.md', 1) },
  ])
  const coded = applyChanges(counted, anchorCodings(counted, [quoted('twee')]).value)
  const moved = (verdict: 'moved' | 'lost', to: string, start: number) =>
    applyChanges(coded, [
      {
        ...{ ...base, id: 'beter', kind: 'correct-source', source: 'tel', text: to, turns: [] },
        moves: [{ segment: 'tel:4-8', start, end: start + 4, verdict }],
      },
    ])

  it('is of a segment of its own where that one moved', () => {
    const { value, problems } = anchorCodings(moved('moved', 'Een vier twee.', 9), [quoted('vier')])
    expect(problems).toEqual([])
    expect(stretches(value).map(({ id, quote }) => [id, quote])).toEqual([['tel:4-8/2', 'vier']])
    expect(codings(value).map(({ segment }) => segment)).toEqual(['tel:4-8/2'])
  })

  it('is of a segment of its own where that one is lost, and of the same one the next time', () => {
    const study = moved('lost', 'Een vier drie.', 4)
    const { value, problems } = anchorCodings(study, [quoted('vier')])
    expect(problems).toEqual([])
    expect(stretches(value).map(({ id, quote }) => [id, quote])).toEqual([['tel:4-8/2', 'vier']])
    const again = anchorCodings(applyChanges(study, value), [{ ...quoted('vier'), coder: 'bram' }])
    expect(again.problems).toEqual([])
    expect(stretches(again.value)).toEqual([])
    expect(codings(again.value).map(({ segment }) => segment)).toEqual(['tel:4-8/2'])
  })
})

describe('a coding in a list', () => {
  it.each(fittingRows)('is anchored by %s', (_, given, start, end) => {
    const { value, problems } = anchorCodings(study, [given])
    expect(problems).toEqual([])
    expect(stretches(value)).toEqual([
      {
        id: `int-1:${start}-${end}`,
        source: 'int-1',
        start,
        end,
        quote: text.slice(start, end),
        prefix: expect.any(String),
        suffix: expect.any(String),
      },
    ])
    expect([given.quote, unguardCell(given.quote)]).toContain(text.slice(start, end))
    expect(applyChanges(study, value).codings).toHaveLength(1)
  })

  it('is anchored by words whose line end and quotation marks changed in copying, and has those of the text', () => {
    const said: Source = { ...study.sources[0]!, id: 'm', text: 'Hij zei:\n“Dat is de haven-\nkade.”' }
    const given = { source: 'm', quote: '"Dat is de haven- kade."', code: 'Kader', coder: 'anna' }
    const { value, problems } = anchorCodings({ ...study, sources: [said] }, [given])
    expect(problems).toEqual([])
    expect(stretches(value)[0]).toMatchObject({ start: 9, end: 33, quote: '“Dat is de haven-\nkade.”' })
  })

  it('is anchored by words that were copied with times among them, which the source has on its turns', () => {
    const said: Source = { ...study.sources[0]!, id: 'm', text: 'I: Nou. Zij bellen terug. Altijd.' }
    const given = {
      source: 'm',
      quote: 'Zij bellen [00:01:12] terug. #00:01:15-2#',
      code: 'Kader',
      coder: 'anna',
    }
    const { value, problems } = anchorCodings({ ...study, sources: [said] }, [given])
    expect(problems).toEqual([])
    expect(stretches(value)[0]).toMatchObject({ start: 8, end: 25, quote: 'Zij bellen terug.' })
  })

  it.each(faultyRows)('of %s is refused at its place, with the remedy', (_, given, problem, says) => {
    const place = { file: 'codings.csv', line: 12 }
    const { value, problems } = anchorCodings(study, [{ ...given, place }])
    expect(value).toEqual([])
    expect(problems.map(found => [found.code, found.severity, found.place])).toEqual([
      [problem, 'error', place],
    ])
    for (const words of says) expect(problems[0]?.message).toContain(words)
  })

  it('with several faults has each of them told', () => {
    const given = row('niet hier', { source: 'x', code: 'Kadr', coder: 'ana' })
    expect(anchorCodings(study, [given]).problems.map(problem => problem.code)).toEqual([
      'unknown-source',
      'unknown-code',
      'unknown-coder',
    ])
    const other = row('niet hier', { code: 'Oud', coder: 'ana' })
    expect(anchorCodings(study, [other]).problems.map(problem => problem.code)).toEqual([
      'retired-code',
      'unknown-coder',
      'quote-not-found',
    ])
  })

  it('that is wrong leaves those before and after it', () => {
    const { value, problems } = anchorCodings(study, [row('de markt'), row('mis'), row('Echt')])
    expect(stretches(value).map(({ quote }) => quote)).toEqual(['de markt', 'Echt'])
    expect(problems).toHaveLength(1)
  })

  it('shows no more than a piece of a long passage', () => {
    const long = Array.from({ length: 60 }, (_, i) => `woord${i}`).join(' ')
    const source = sourceOf('int-1', long, 'a.md', 1)
    const { problems } = anchorCodings({ ...study, sources: [source] }, [
      row(long.replace('woord7', 'wourd7')),
    ])
    expect(problems[0]?.message).toContain('woord0 woord1')
    expect(problems[0]!.message.length).toBeLessThan(400)
  })

  it('of words that stand there more than a hundred times is not counted to the end', () => {
    const source = sourceOf('int-1', 'ja '.repeat(5000), 'a.md', 1)
    const { problems } = anchorCodings({ ...study, sources: [source] }, [row('ja')])
    expect([problems[0]?.code, problems[0]?.message.includes('more than 100')]).toEqual([
      'quote-ambiguous',
      true,
    ])
  })

  it('carries its memo, its time and its stance', () => {
    const { value } = anchorCodings(study, [row('de markt', { memo: 'Let op', at, stance: 'contradicts' })])
    expect(value).toEqual([
      {
        id: 'add-segment:int-1:13-21',
        at,
        by: 'anna',
        kind: 'add-segment',
        segment: {
          id: 'int-1:13-21',
          source: 'int-1',
          start: 13,
          end: 21,
          quote: 'de markt',
          prefix: 'R1: Wij zien ',
          suffix: ' anders. 😀 Echt anders.\n\nI: Hoe',
        },
      },
      {
        id: 'code-segment:int-1:13-21|kader|anna',
        at,
        by: 'anna',
        kind: 'code-segment',
        coding: {
          id: 'int-1:13-21|kader|anna',
          segment: 'int-1:13-21',
          code: 'kader',
          stance: 'contradicts',
          memo: 'Let op',
        },
      },
    ])
  })

  it('without a time has the time that stands for none', () => {
    const { value } = anchorCodings(study, [row('de markt')])
    expect(value.map(change => change.at)).toEqual(['1970-01-01T00:00:00Z', '1970-01-01T00:00:00Z'])
  })

  it('finds its code by id, by label and by path', () => {
    const names = ['verhaal/overlap', 'Verhaal > Overlap', 'verhaal / OVERLAP', 'kader']
    for (const name of names) {
      const { value, problems } = anchorCodings(study, [row('de markt', { code: name })])
      expect(problems).toEqual([])
      expect(codings(value)[0]?.code).toBe(name === 'kader' ? 'kader' : 'verhaal/overlap')
    }
  })
})

describe('codings of the same words', () => {
  const second = row('de markt', { coder: 'bram' })

  it('are one segment, made by the first, whoever codes it', () => {
    const { value, problems } = anchorCodings(study, [
      row('de markt'),
      second,
      row('de markt', { code: 'Verhaal' }),
    ])
    expect(problems).toEqual([])
    expect(stretches(value)).toHaveLength(1)
    expect(codings(value).map(({ id }) => id)).toEqual([
      'int-1:13-21|kader|anna',
      'int-1:13-21|kader|bram',
      'int-1:13-21|verhaal|anna',
    ])
    const coded = applyChanges(study, value)
    expect(coded.codings.map(({ segment, coder }) => [segment, coder])).toEqual([
      ['int-1:13-21', 'anna'],
      ['int-1:13-21', 'bram'],
      ['int-1:13-21', 'anna'],
    ])
  })

  it('by the same coder with the same code are told once and kept once', () => {
    const place = { file: 'codings.csv', line: 3 }
    const { value, problems } = anchorCodings(study, [row('de markt'), { ...row('de markt'), place }])
    expect([stretches(value).length, codings(value).length]).toEqual([1, 1])
    expect(problems.map(problem => [problem.code, problem.severity, problem.place])).toEqual([
      ['duplicate-coding', 'warning', place],
    ])
  })

  it('are the same through an occurrence, an offset or a guard', () => {
    const { problems } = anchorCodings(study, [
      row('anders', { occurrence: 1 }),
      row('anders', { start: 22 }),
      row('-twee'),
      row("'-twee"),
    ])
    expect(problems.map(problem => problem.code)).toEqual(['duplicate-coding', 'duplicate-coding'])
  })

  it('go on a segment of the study that is there already, under its own id', () => {
    const own = {
      id: 'eigen',
      source: 'int-1',
      start: 13,
      end: 21,
      quote: 'de markt',
      prefix: '',
      suffix: '',
    }
    const coded = applyChanges(study, [{ ...base, id: 's', kind: 'add-segment', segment: own }])
    const { value } = anchorCodings(coded, [second])
    expect(value.map(({ id }) => id)).toEqual(['code-segment:eigen|kader|bram'])
    expect(applyChanges(coded, value).codings[0]?.segment).toBe('eigen')
  })

  it('are not coded again in a study that has them', () => {
    const coded = applyChanges(study, anchorCodings(study, [row('de markt')]).value)
    const again = anchorCodings(coded, [row('de markt'), second])
    expect(again.problems.map(problem => problem.code)).toEqual(['duplicate-coding'])
    expect(again.value.map(({ id }) => id)).toEqual(['code-segment:int-1:13-21|kader|bram'])
  })

  it('have an id of source and offsets', () => {
    expect(segmentId('int-1', 13, 21)).toBe('int-1:13-21')
  })
})

describe('the nearest passage', () => {
  it.each(nearestCases)('is found: %s', (_, words, quote, nearest) => {
    const found = nearestPassage(words, quote)
    expect(found && words.slice(found.start, found.end)).toBe(nearest)
  })

  it('is found soon in a long text', () => {
    const words = `${'een twee drie vier vijf '.repeat(50_000)}zes zeven acht negen`
    const found = nearestPassage(words, 'zes zeven achte negen')
    expect(words.slice(found?.start, found?.end)).toBe('zes zeven acht negen')
  })
})

describe('any quote of any text', () => {
  const piece = fc.constantFrom(
    'woord ',
    'een',
    '😀',
    '👩‍👧‍👦',
    '🇳🇱',
    'e\u0301',
    '\u0323',
    '\r\n',
    '\r',
    '\n\n',
    'שלום ',
    'مرحبا ',
    '\u202e',
    '\u200f',
    '\u00a0',
    "'=",
    '*_`<',
    '',
  )
  const words = fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme', maxLength: 4 })), {
    minLength: 1,
    maxLength: 30,
  })

  it('that stands there once is anchored to just those words; one that does not is told to be ambiguous', async () => {
    await fc.assert(
      fc.asyncProperty(words, fc.nat(), fc.nat(), async (parts, from, length) => {
        const file = `Begin ${parts.join('')} einde`.replaceAll('\0', '')
        const read = await readFieldnote(bytesOf(file), { name: 'int-1.txt' })
        const source = toSource(read.value, { case: 'oost' })
        const characters = Array.from(source.text)
        const first = from % characters.length
        const before = characters.slice(0, first).join('').length
        const quote = characters.slice(first, first + 1 + (length % 12)).join('')
        const again = source.text.indexOf(quote, source.text.indexOf(quote) + 1)
        const given: CodingRow = row(quote)
        const { value, problems } = anchorCodings({ ...study, sources: [source] }, [given])
        if (again === -1) {
          expect(problems).toEqual([])
          expect(stretches(value).map(({ start, end }) => [start, end])).toEqual([
            [before, before + quote.length],
          ])
          expect(stretches(value)[0]?.quote).toBe(quote)
        } else {
          expect(problems.map(problem => problem.code)).toEqual(['quote-ambiguous'])
          expect(value).toEqual([])
        }
      }),
      { numRuns: 500 },
    )
  })

  it('is anchored to the place that its occurrence or its offset names', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('ja', 'nee', '😀', '\n'), { minLength: 1, maxLength: 40 }),
        parts => {
          const source = sourceOf('int-1', parts.join(''), 'a.md', 1)
          const starts: number[] = []
          parts.reduce((offset, part) => {
            if (part === 'nee') starts.push(offset)
            return offset + part.length
          }, 0)
          const inText = { ...study, sources: [source] }
          starts.forEach((start, i) => {
            for (const given of [row('nee', { occurrence: i + 1 }), row('nee', { start })])
              expect(stretches(anchorCodings(inText, [given]).value)[0]?.start).toBe(start)
          })
        },
      ),
    )
  })
})
