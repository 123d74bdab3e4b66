import { fileURLToPath } from 'node:url'
import { applyChanges, emptyStudy, type Study } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { certificateTable, correctSource, loadStudyFolder } from '../src/index.ts'
import { corrupted, corruptions } from './corrupt-text.ts'

const at = '2024-12-03T10:00:00+01:00'
const text =
  'R1: De kat slaapt op de bank.\n\nR2: De hond blaft de hele dag naar de post, en dan slaapt hij.\n\nR1: De kat ook.'

function studyWith(quotes: readonly (readonly [quote: string, start: number])[]): Study {
  const by = { by: 'anna', at }
  const segments = quotes.map(([quote, start]) => ({
    id: `${start}`,
    source: 's',
    start,
    end: start + quote.length,
    quote,
    prefix: text.slice(Math.max(0, start - 32), start),
    suffix: text.slice(start + quote.length, start + quote.length + 32),
  }))
  return applyChanges(emptyWithSource(), [
    ...segments.map(segment => ({ ...by, id: `g${segment.id}`, kind: 'add-segment' as const, segment })),
  ])
}

function emptyWithSource(): Study {
  return {
    ...emptyStudy,
    cases: [{ id: 'oost', label: {}, values: {} }],
    sources: [
      {
        id: 's',
        title: 'S',
        kind: 'interview',
        case: 'oost',
        participants: [],
        text,
        turns: [
          { start: 4, end: 29, speaker: 'R1', role: 'participant' },
          { start: 35, end: 93, speaker: 'R2', role: 'participant' },
        ],
      },
    ],
  }
}

const verdictsOf = (study: Study, corrected: string) => {
  const { change, certificate } = correctSource(study, 's', corrected, {
    at,
    by: 'anna',
    reason: 'nageluisterd',
  })
  const next = applyChanges(study, [change])
  return {
    verdicts: certificate.map(({ verdict, after }) => `${verdict}: ${after}`),
    quotes: next.segments.map(({ quote }) => quote),
    next,
  }
}

describe('a corrected transcript', () => {
  const study = studyWith([
    ['De kat slaapt', 4],
    ['blaft de hele dag naar de post', 43],
    ['De kat', 99],
  ])

  it('keeps its codings where nothing was touched', () => {
    expect(verdictsOf(study, text).verdicts).toEqual([
      'exact: De kat slaapt',
      'exact: blaft de hele dag naar de post',
      'exact: De kat',
    ])
  })

  it('keeps them where they are in a text that goes on with the same words', () => {
    const { verdicts, next } = verdictsOf(study, `${text}\n\n${text}`)
    expect(verdicts).toEqual([
      'exact: De kat slaapt',
      'exact: blaft de hele dag naar de post',
      'exact: De kat',
    ])
    expect(next.segments.map(({ start }) => start)).toEqual([4, 43, 99])
  })

  it('leaves the last turn where it was, too', () => {
    const last = { start: 99, end: 109, speaker: 'R1', role: 'participant' } as const
    const sources = study.sources.map(source => ({ ...source, turns: [...source.turns, last] }))
    const { change } = correctSource({ ...study, sources }, 's', `${text}\n\n${text}`)
    expect(change.turns.map(({ start, end }) => [start, end])).toEqual([
      [4, 29],
      [35, 93],
      [99, 109],
    ])
  })

  it('moves them with the words around them', () => {
    expect(verdictsOf(study, `Opgenomen in mei.\r\n\r\n${text}`).verdicts).toEqual([
      'moved: De kat slaapt',
      'moved: blaft de hele dag naar de post',
      'moved: De kat',
    ])
  })

  it('moves them with a paragraph that is put elsewhere, and does not take other words of the same sound', () => {
    const [one, two, three] = text.split('\n\n') as [string, string, string]
    const { verdicts, quotes } = verdictsOf(study, [two, three, one].join('\n\n'))
    expect(verdicts[1]).toBe('moved: blaft de hele dag naar de post')
    expect(quotes).toEqual(['De kat slaapt', 'blaft de hele dag naar de post', 'De kat'])
  })

  it('marks those whose own words changed, and has the new words in the study', () => {
    const { verdicts, next } = verdictsOf(
      study,
      text.replace('hele dag naar de post', 'halve dag naar de postbode'),
    )
    expect(verdicts[1]).toBe('changed: blaft de halve dag naar de postbode')
    expect(next.segments[1]).toMatchObject({
      quote: 'blaft de halve dag naar de postbode',
      verdict: 'changed',
    })
  })

  it('has those whose words changed wait through a next correction that leaves them alone', () => {
    const changed = text.replace('hele dag', 'halve dag')
    const once = verdictsOf(study, changed).next
    const { verdicts, next } = verdictsOf(once, `Opgenomen in mei.\n\n${changed}`)
    expect(verdicts[1]).toBe('moved: blaft de halve dag naar de post')
    expect(next.segments.map(({ verdict }) => verdict)).toEqual([undefined, 'changed', undefined])
  })

  it('keeps those that are gone as lost, with the words that they had', () => {
    const { verdicts, next } = verdictsOf(study, text.replace(/R2:.*\n\n/, ''))
    expect(verdicts[1]).toBe('lost: null')
    expect(next.segments[1]).toMatchObject({ quote: 'blaft de hele dag naar de post', verdict: 'lost' })
  })

  it('finds a lost one again when its words come back', () => {
    const gone = verdictsOf(study, text.replace(/R2:.*\n\n/, '')).next
    const back = correctSource(gone, 's', text)
    expect(back.certificate[1]).toMatchObject({ verdict: 'exact', after: 'blaft de hele dag naar de post' })
  })

  it('takes its turns along, and leaves out those that are gone', () => {
    const turns = (corrected: string) => correctSource(study, 's', corrected).change.turns
    const longer = text.replace('De kat slaapt', 'De rode kat slaapt')
    expect(turns(longer).map(({ start, end }) => longer.slice(start, end))).toEqual([
      'De rode kat slaapt op de bank.',
      'De hond blaft de hele dag naar de post, en dan slaapt hij.',
    ])
    expect(turns(text.replace(/R2:.*\n\n/, ''))).toHaveLength(1)
  })

  it('has a certificate that begins with what a person must look at', () => {
    const correction = correctSource(study, 's', text.replace(/R2:.*\n\n/, ''))
    expect(certificateTable(correction, 'en').rows.map(row => row[1])).toEqual(['lost', 'moved', 'exact'])
    expect(() => correctSource(study, 'x', text)).toThrow(RangeError)
  })
})

describe('a long transcript with 5,000 segments', () => {
  // A megabyte of paragraphs, each with words of its own and words of all.
  const paragraphs = Array.from({ length: 5000 }, (_, i) => {
    const own = Array.from({ length: 20 }, (_, j) => `woord${i}x${j} in`).join(' de ')
    return `R1: ${own}.`
  })
  const long = paragraphs.join('\n\n')
  let at = 0
  const segments = paragraphs.map((quote, i) => {
    const start = at
    at += quote.length + 2
    const [prefix, suffix] = [long.slice(Math.max(0, start - 32), start), long.slice(at - 2, at + 30)]
    return { id: `${i}`, source: 's', start, end: at - 2, quote, prefix, suffix, by: 'anna', at: '' }
  })
  const base = emptyWithSource()
  const study = { ...base, segments, sources: [{ ...base.sources[0]!, text: long, turns: [] }] }
  const counted = (corrected: string) => {
    const counts = { exact: 0, moved: 0, changed: 0, lost: 0 }
    for (const { verdict } of correctSource(study, 's', corrected).certificate) counts[verdict]++
    return counts
  }

  it('is corrected in seconds where a word of every segment changed', () => {
    const counts = counted(long.replaceAll('x7 in', 'x7t in'))
    expect(counts).toEqual({ exact: 0, moved: 0, changed: 5000, lost: 0 })
  }, 20_000)

  it('is corrected in seconds where half of it is gone, or all of it', () => {
    expect(counted(paragraphs.slice(0, 2500).join('\n\n'))).toEqual({
      exact: 2500,
      moved: 0,
      changed: 0,
      lost: 2500,
    })
    expect(counted(long.replaceAll('woord', 'klank')).lost).toBe(5000)
  }, 20_000)

  it('is corrected in seconds where its paragraphs stand the other way round', () => {
    const counts = counted(paragraphs.toReversed().join('\n\n'))
    expect(counts.changed + counts.lost).toBe(0)
  }, 20_000)
})

describe('corrections of the example’s transcripts', async () => {
  const folder = fileURLToPath(new URL('../../../examples/bruggenbouwers', import.meta.url))
  const { study } = await loadStudyFolder(folder)
  const rounds = Number(process.env.CODEERBANK_ROUNDS ?? 1000)

  it(`never claim other words, find what was not touched, and mark what changed a little (${rounds} seeded ones)`, () => {
    const counts = { untouched: 0, found: 0, touched: 0, marked: 0, wrong: 0 }
    for (let seed = 1; seed <= rounds; seed++) {
      const source = study.sources[seed % study.sources.length]!
      const segments = study.segments.filter(segment => segment.source === source.id)
      const { text: newText, fates } = corrupted(
        source.text,
        segments,
        seed,
        corruptions[seed % corruptions.length]!,
      )
      const { change, certificate } = correctSource(study, source.id, newText)
      change.moves.forEach((move, i) => {
        const { verdict } = certificate[i]!
        const fate = fates[i]!
        const words = change.text.slice(move.start, move.end)
        if (verdict === 'exact' || verdict === 'moved') expect(words).toBe(segments[i]!.quote)
        if (fate.changed === 0) {
          counts.untouched++
          if (verdict !== 'lost' && words === segments[i]!.quote && overlaps(move, fate)) counts.found++
        } else if (fate.changed <= 0.2) {
          counts.touched++
          if (verdict === 'changed' && overlaps(move, fate)) counts.marked++
          if (verdict !== 'lost' && !overlaps(move, fate)) counts.wrong++
        }
      })
    }
    console.info(`corrections: ${JSON.stringify(counts)}`)
    expect(counts.untouched).toBeGreaterThan(rounds)
    expect(counts.touched).toBeGreaterThan(rounds / 10)
    expect(counts.found / counts.untouched).toBeGreaterThanOrEqual(0.99)
    expect(counts.marked / counts.touched).toBeGreaterThanOrEqual(0.95)
    expect(counts.wrong).toBe(0)
  }, 600_000)
})

function overlaps(one: { readonly start: number; readonly end: number }, other: typeof one): boolean {
  return one.start < other.end && other.start < one.end
}
