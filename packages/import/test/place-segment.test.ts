import { applyChanges, byId, type Change, emptyStudy } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { acceptSegments, correctSource, placeSegment } from '../src/index.ts'

const base = { at: '2024-12-03T10:00:00+01:00', by: 'anna' }
const later = { at: '2025-01-07T10:00:00+01:00', by: 'bram', reason: 'Opname beluisterd.' }
const text = 'I: Wat ziet u?\n\nR1: De kat slaapt. De hond blaft hard.'

const start: readonly Change[] = [
  { ...base, id: '1', kind: 'add-coder', coder: { id: 'anna', label: 'Anna' } },
  { ...base, id: '2', kind: 'add-case', case: { id: 'oost', label: { nl: 'Oost' }, values: {} } },
  {
    ...base,
    id: '3',
    kind: 'add-source',
    source: { id: 's', title: 'S', kind: 'interview', case: 'oost', participants: [], text, turns: [] },
  },
  {
    ...base,
    id: '4',
    kind: 'add-code',
    code: { id: 'dier', label: { nl: 'Dier' }, parent: null, level: 'theme', origin: 'deductive' },
  },
  {
    ...base,
    id: '5',
    kind: 'add-segment',
    segment: {
      id: 'hond',
      source: 's',
      start: 35,
      end: 54,
      quote: 'De hond blaft hard.',
      prefix: '',
      suffix: '',
    },
  },
  ...['anna', 'bram'].map(
    (coder): Change => ({
      ...{ ...base, id: `coding ${coder}`, kind: 'code-segment' },
      coding: { id: coder, segment: 'hond', code: 'dier' },
    }),
  ),
]

const corrected = 'I: Wat ziet u?\n\nR1: De kat slaapt. Het beest van hiernaast maakt lawaai.'

function lost() {
  const study = applyChanges(emptyStudy, start)
  return applyChanges(study, [correctSource(study, 's', corrected, base).change])
}

describe('a segment that a correction lost', () => {
  it('is lost, with the words that it had', () => {
    expect(byId(lost().segments, 'hond')).toMatchObject({ verdict: 'lost', quote: 'De hond blaft hard.' })
  })

  it('stands on other words where somebody places it, and waits for nobody', () => {
    const study = lost()
    const place = corrected.indexOf('Het beest')
    const placed = applyChanges(
      study,
      placeSegment(study, 'hond', { start: place, end: corrected.length }, later),
    )
    const segment = byId(placed.segments, 'hond')!
    expect(segment.quote).toBe('Het beest van hiernaast maakt lawaai.')
    expect(segment.verdict).toBeUndefined()
    expect(placed.sources).toEqual(study.sources)
    expect(placed.codings.map(({ id, segment }) => [id, segment])).toEqual([
      ['anna', 'hond'],
      ['bram', 'hond'],
    ])
  })

  it('is placed by a change whose id does not say which segment, for blind copies have it too', () => {
    const [placing] = placeSegment(lost(), 'hond', { start: 20, end: 25 }, later)
    // Sixteen digits of what sha256sum gives for "hond".
    expect(placing!.id).toBe('place-segment:397de336e5097ab0:2025-01-07T10:00:00+01:00')
  })

  it('is placed by a change with an id that is not too long, however long its own is', () => {
    const long = 'h'.repeat(500)
    const renamed = { ...lost(), segments: lost().segments.map(each => ({ ...each, id: long })) }
    const [placing] = placeSegment(renamed, long, { start: 20, end: 25 }, later)
    expect(placing!.id.length).toBeLessThan(100)
  })

  it('waits for nobody where it is placed and nobody coded it', () => {
    const study = applyChanges(
      lost(),
      ['anna', 'bram'].map(
        (coding): Change => ({ ...base, id: `w ${coding}`, kind: 'withdraw-coding', coding }),
      ),
    )
    const placed = applyChanges(study, placeSegment(study, 'hond', { start: 35, end: 44 }, later))
    expect(placed.segments.map(({ id, quote, verdict }) => [id, quote, verdict])).toEqual([
      ['hond', 'Het beest', undefined],
    ])
  })

  it.each([
    ['no segment has the id', 'kat', 0, 5, 'The study has no segment "kat"'],
    ['the words are past the end of the text', 'hond', 70, 7_000, 'Source "s" has nothing from 70 to 7000'],
    ['there are no words', 'hond', 5, 5, 'Source "s" has nothing from 5 to 5'],
    ['the span ends within a character', 'hond', 5, 7.5, 'Source "s" has nothing from 5 to 7.5'],
  ])('is not placed where %s', (_, id, from, to, message) => {
    expect(() => placeSegment(lost(), id, { start: from, end: to }, later)).toThrow(message)
  })
})

describe('one of two segments that a correction lost', () => {
  const kat: Change = {
    ...{ ...base, id: 'kat', kind: 'add-segment' },
    segment: {
      ...{ id: 'kat', source: 's', start: 20, end: 34, quote: 'De kat slaapt.', prefix: '', suffix: '' },
    },
  }
  const both = applyChanges(emptyStudy, [...start, kat])
  const rewritten = 'I: Wat ziet u?\n\nR1: Het beest van hiernaast maakt lawaai, en verder was er niets.'
  const study = applyChanges(both, [correctSource(both, 's', rewritten, base).change])

  it('is placed, and the other is still lost', () => {
    expect(study.segments.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['hond', 'lost'],
      ['kat', 'lost'],
    ])
    const placed = applyChanges(study, placeSegment(study, 'hond', { start: 20, end: 56 }, later))
    expect(placed.segments.map(({ id, verdict, quote }) => [id, verdict, quote])).toEqual([
      ['hond', undefined, 'Het beest van hiernaast maakt lawaai'],
      ['kat', 'lost', 'De kat slaapt.'],
    ])
  })
})

describe('a segment whose words a correction changed', () => {
  const study = applyChanges(emptyStudy, start)
  const changed = applyChanges(study, [
    correctSource(study, 's', text.replace('blaft hard', 'blaft zacht'), base).change,
  ])

  it('waits with its new words, and holds once its codings are accepted', () => {
    expect(byId(changed.segments, 'hond')).toMatchObject({
      verdict: 'changed',
      quote: 'De hond blaft zacht.',
    })
    const changes = acceptSegments(changed, ['hond'], later)
    expect(changes).toEqual([
      {
        ...later,
        // Sixteen digits of what sha256sum gives for "hond".
        id: 'accept-segment:397de336e5097ab0:2025-01-07T10:00:00+01:00',
        kind: 'accept-segment',
        ...{ segment: 'hond', start: 35, end: 55, quote: 'De hond blaft zacht.' },
        ...{ prefix: 'Wat ziet u?\n\nR1: De kat slaapt. ', suffix: '' },
      },
    ])
    expect(byId(applyChanges(changed, changes).segments, 'hond')?.verdict).toBeUndefined()
  })

  it('is accepted for its words only: its codings are of the definition that they were', () => {
    const redefined = applyChanges(changed, [
      { ...base, id: 'r', kind: 'redefine-code', code: 'dier', definition: { nl: 'Elk dier.' } },
    ])
    const accepted = applyChanges(redefined, acceptSegments(redefined, ['hond'], later))
    expect(accepted.codings.map(({ codeVersion }) => codeVersion)).toEqual([1, 1])
  })

  it('goes on waiting where somebody only looked at a definition', () => {
    const review: Change = { ...later, id: 'r', kind: 'review-coding', coding: 'anna', codeVersion: 1 }
    expect(byId(applyChanges(changed, [review]).segments, 'hond')?.verdict).toBe('changed')
  })

  it('holds after a review of an older file, which went by the words too', () => {
    const review: Change = { ...later, id: 'r', kind: 'review-coding', coding: 'anna' }
    expect(byId(applyChanges(changed, [review]).segments, 'hond')?.verdict).toBeUndefined()
  })

  it('needs no second acceptance', () => {
    const accepted = applyChanges(changed, acceptSegments(changed, ['hond', 'hond'], later))
    expect(acceptSegments(accepted, ['hond'], later)).toEqual([])
  })

  it('is not accepted where it is lost', () => {
    expect(() => acceptSegments(lost(), ['hond'], later)).toThrow('Segment "hond" is lost')
  })

  it('is not accepted where there is none', () => {
    expect(() => acceptSegments(changed, ['hond', 'kat'], later)).toThrow('The study has no segment "kat"')
  })
})
