import { describe, expect, it } from 'vitest'
import { type Change, openConflicts, studyOfHistory } from '../../src/index.ts'
import { change, code, coding, segment, setUp } from '../core-cases.ts'
import { apart } from './apart.ts'
import { rename } from './meeting-cases.ts'
import { make, start, studyOf, take } from './replica.ts'

describe('a conflict', () => {
  const settle = (keep: string | undefined, changes: readonly Change[]) =>
    change('settle-conflict', {
      about: 'code:kat label',
      changes: changes.map(({ id }) => id),
      ...(keep === undefined ? {} : { keep }),
      reason: 'Besproken.',
    })

  it('stays until someone settles it, and then the change that was kept holds', () => {
    const { joined, open } = apart([rename('kat', 'Poes')], [rename('kat', 'Kater')])
    const changes = open[0]!.changes
    for (const { id, ...kept } of changes) {
      const settled = make(joined, settle(id, changes))
      expect(openConflicts(settled.history)).toEqual([])
      expect(studyOf(settled).codes.find(each => each.id === 'kat')?.label).toEqual(
        (kept as { label?: unknown }).label,
      )
    }
    const asTheyAre = make(joined, settle(undefined, changes))
    expect([openConflicts(asTheyAre.history), studyOf(asTheyAre)]).toEqual([[], studyOf(joined)])
  })

  it('is told no more once someone settled that all stay as they came, nor what of it has no place', () => {
    const gone = change('retire-code', { code: 'kat' }, 'gone')
    const late = { ...coding('n', 'g2', 'kat'), id: 'late' }
    const { joined, problems } = apart([gone], [code('extra'), late])
    expect(problems.map(each => each.code)).toEqual(['retired-code'])
    const settled = make(
      joined,
      change('settle-conflict', { about: 'code:kat end', changes: ['gone', 'late'] }, 's'),
    )
    expect(openConflicts(settled.history)).toEqual([])
    expect(studyOfHistory(settled.history)).toEqual({ study: studyOf(joined), problems: [] })
  })

  it('comes back where a further side joins it', () => {
    const { joined, open } = apart([rename('kat', 'Poes')], [rename('kat', 'Kater')])
    const settled = make(joined, settle(open[0]!.changes[0]!.id, open[0]!.changes))
    const carla = make(start, rename('kat', 'Lapjeskat'))
    const again = openConflicts(take(settled, carla).history)
    expect(again.map(({ about, changes }) => [about, changes.length])).toEqual([['code:kat label', 2]])
  })

  it('that was settled in two ways is one again', () => {
    const { joined, open } = apart([rename('kat', 'Poes')], [rename('kat', 'Kater')])
    const [one, other] = open[0]!.changes
    const both = take(
      make(joined, { ...settle(one!.id, open[0]!.changes), id: 's1' }),
      make(joined, { ...settle(other!.id, open[0]!.changes), id: 's2' }),
    )
    expect(openConflicts(both.history).map(({ about }) => about)).toEqual([
      'conflict:code:kat label settlement',
    ])
  })

  it('is none where two marked the same words, whose segment has its id from its place', () => {
    const { problems, open, study } = apart(
      [segment('g9', 0, 3), coding('van-anna', 'g9', 'kat')],
      [
        { ...segment('g9', 0, 3), by: 'bram', at: '2024-03-05T09:00:00Z' },
        coding('van-bram', 'g9', 'hond', 'bram'),
      ],
    )
    expect([problems, open]).toEqual([[], []])
    expect(study.segments.filter(({ id }) => id === 'g9')).toHaveLength(1)
    expect(study.codings.slice(-2).map(({ id, coder }) => [id, coder])).toEqual([
      ['van-anna', 'anna'],
      ['van-bram', 'bram'],
    ])
  })

  it('is none where a source is the same, and was read from another file in a copy', () => {
    const readFrom = (file: string, format: string) =>
      change('add-source', {
        source: {
          ...{
            id: 's2',
            title: 'S2',
            kind: 'interview',
            case: 'oost',
            participants: [],
            text: 'Ja.',
            turns: [],
          },
          origin: { file, line: 1, format, sha256: format },
        },
      })
    const { problems, open, study } = apart(
      [{ ...readFrom('sources/s2.docx', 'docx'), id: 'add-source:s2' }],
      [{ ...readFrom('sources/s2.md', 'markdown'), id: 'add-source:s2' }],
    )
    expect([problems, open]).toEqual([[], []])
    expect(study.sources.filter(({ id }) => id === 's2')).toHaveLength(1)
  })

  it('of two changes with one id keeps both, and says so', () => {
    const { problems, joined } = apart(
      [{ ...rename('kat', 'Poes'), id: 'zelfde' }],
      [{ ...rename('hond', 'Reu'), id: 'zelfde' }],
    )
    expect(problems.map(({ code: what, place }) => [what, place?.path])).toEqual([
      ['repeated-id', ['changes', 'zelfde']],
    ])
    expect(joined.history.events).toHaveLength(setUp.length + 2)
  })
})
