import { describe, expect, it } from 'vitest'
import { type Change, mergeHistories, openConflicts, type Study, studyOfHistory } from '../../src/index.ts'
import { change, code, coding } from '../core-cases.ts'
import { make, type Replica, start } from './replica.ts'

/** What two coders did apart, joined, with the changes of a conflict settled as is said. */
function settled(anna: readonly Change[], bram: readonly Change[], about: string, keep: string): Study {
  const [one, other] = [anna.reduce(make, start), bram.reduce(make, start)]
  const joined: Replica = { history: mergeHistories(one.history, other.history), own: [] }
  const open = openConflicts(joined.history).find(each => each.about === about)!
  const changes = open.changes.map(({ id }) => id)
  const after = make(joined, change('settle-conflict', { about, changes, keep }, 'settled'))
  expect(openConflicts(after.history).filter(each => each.about === about)).toEqual([])
  const { study, problems } = studyOfHistory(after.history)
  expect(problems).toEqual([])
  return study
}

const codingsOf = ({ codings }: Study) => codings.map(({ id, code: of }) => [id, of])
const labelsOf = ({ codes }: Study) => codes.map(({ label }) => label.nl)
const rename = (id: string, nl: string) => change('rename-code', { code: id, label: { nl } }, `${id} ${nl}`)

describe('the side of a conflict that is kept', () => {
  const retired = [change('retire-code', { code: 'kat' }, 'retired')]
  const coded = [code('vis'), coding('n1', 'g2', 'kat', 'bram'), coding('n2', 'g2', 'dieren', 'bram')]
  const more = { ...coding('n3', 'g1', 'kat', 'bram'), id: 'third' }

  it('leaves what can hold beside it: of many codings with a code that was retired all stay when one is kept', () => {
    const study = settled(retired, [...coded, more], 'code:kat end', 'third')
    expect(codingsOf(study)).toEqual([
      ['k1', 'kat'],
      ['k2', 'kat'],
      ['k3', 'hond'],
      ['n1', 'kat'],
      ['n2', 'dieren'],
      ['n3', 'kat'],
    ])
    expect(study.codes.find(({ id }) => id === 'kat')?.retired).toBeUndefined()
  })

  it('takes away all that cannot: the codings where the retiring is kept', () => {
    const study = settled(retired, [...coded, more], 'code:kat end', 'retired')
    expect(codingsOf(study)).toEqual([
      ['k1', 'kat'],
      ['k2', 'kat'],
      ['k3', 'hond'],
      ['n2', 'dieren'],
    ])
    expect(study.codes.find(({ id }) => id === 'kat')?.retired).toBe(true)
  })

  it('leaves the other changes of a codebook that was not to be frozen', () => {
    const study = settled(
      [change('freeze-codebook', { round: 'Ronde 1' }, 'frozen')],
      [rename('kat', 'Poes'), rename('hond', 'Reu')],
      'codebook: end',
      'kat Poes',
    )
    expect([study.frozen, labelsOf(study)]).toEqual([undefined, ['dieren', 'Poes', 'Reu']])
  })

  it('takes the placement of the other away, and the segment stands where it was kept', () => {
    const place = (end: number, quote: string) =>
      change(
        'place-segment',
        { segment: 'g1', start: 0, end, quote, prefix: '', suffix: '' },
        `placed on ${quote}`,
      )
    for (const [end, quote] of [
      [3, 'Een'],
      [6, 'Een 😀'],
    ] as const) {
      const study = settled([place(3, 'Een')], [place(6, 'Een 😀')], 'segment:g1 place', `placed on ${quote}`)
      expect(study.segments[0]).toMatchObject({ start: 0, end, quote })
    }
  })

  it('takes away the coding of words on which the segment does not stand, or the placement', () => {
    const place = change(
      'place-segment',
      { segment: 'g2', start: 15, end: 18, quote: 'een', prefix: '', suffix: '' },
      'placed',
    )
    const late = { ...coding('n1', 'g2', 'kat', 'bram'), id: 'late' }
    const kept = settled([place], [late], 'segment:g2 place', 'placed')
    expect([kept.segments[1]?.quote, kept.codings.some(({ id }) => id === 'n1')]).toEqual(['een', false])
    const other = settled([place], [late], 'segment:g2 place', 'late')
    expect([other.segments[1]?.quote, other.codings.some(({ id }) => id === 'n1')]).toEqual(['En ', true])
  })

  it('brings the codings of a source back that the other removed', () => {
    const late = { ...coding('n1', 'g2', 'kat', 'bram'), id: 'late' }
    const study = settled(
      [change('remove-source', { source: 's' }, 'removed')],
      [late],
      'source:s resting',
      'late',
    )
    expect(study.sources.map(({ id }) => id)).toEqual(['s'])
    expect(codingsOf(study)).toEqual([
      ['k1', 'kat'],
      ['k2', 'kat'],
      ['k3', 'hond'],
      ['n1', 'kat'],
    ])
  })
})
