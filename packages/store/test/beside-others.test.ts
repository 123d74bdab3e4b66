import { type Change, replay } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { besideOthers } from '../src/beside-others.ts'
import { BehindError, openStudy } from '../src/index.ts'
import { at, coding, rename, retitle, setUp, withFile } from './store-cases.ts'

const kat = { at, by: 'bram', code: 'kat' }
const redefine: Change = { ...kat, id: 'd', kind: 'redefine-code', definition: { nl: 'Spint.' } }
const retire: Change = { ...kat, id: 'v', kind: 'retire-code' }

interface Meeting {
  /** What the one applied that the other had not seen yet. */
  readonly there: readonly Change[]
  readonly late: readonly Change[]
  /** The problems that the other is told; none where its changes are applied beside the others. */
  readonly told: readonly string[]
}

const meetings: Readonly<Record<string, Meeting>> = {
  'a coding beside another one': { there: [coding('k1')], late: [coding('k2')], told: [] },
  'a coding beside another name of its code': {
    there: [rename('r', 'Poes')],
    late: [coding('k1')],
    told: [],
  },
  'a new definition beside a coding that was made under the old one': {
    there: [coding('k1')],
    late: [redefine],
    told: [],
  },
  'the same name': { there: [rename('r1', 'Poes')], late: [rename('r2', 'Poes')], told: [] },
  'another name for the same code': {
    there: [rename('r1', 'Poes')],
    late: [rename('r2', 'Kater')],
    told: ['store-behind'],
  },
  'another title of the study': {
    there: [retitle('t1', 'Eerste')],
    late: [coding('k1'), retitle('t2', 'Tweede')],
    told: ['store-behind'],
  },
  'a coding under a definition that changed meanwhile': {
    there: [redefine],
    late: [coding('k1')],
    told: ['store-behind'],
  },
  'a coding with a code that was retired meanwhile': {
    there: [retire],
    late: [coding('k1')],
    told: ['store-behind'],
  },
  'a source that is removed beside a coding of what was marked in it': {
    there: [coding('k1')],
    late: [{ at, by: 'bram', id: 'w', kind: 'remove-source', source: 's' }],
    told: ['store-behind'],
  },
  'a segment that is removed beside a coding of it': {
    there: [coding('k1')],
    late: [{ at, by: 'bram', id: 'w', kind: 'remove-segment', segment: 'g' }],
    told: ['store-behind'],
  },
  'what is there already under its id': {
    there: [coding('k1')],
    late: [{ ...coding('k1'), id: 'again' }],
    told: ['store-behind', 'duplicate-coding'],
  },
}

describe('changes that were made before others were seen', () => {
  it.each(Object.entries(meetings))('%s', (_, { there, late, told }) =>
    withFile(async file => {
      const one = await openStudy(file, { create: true })
      await one.apply(setUp)
      const other = await openStudy(file)
      const { seq } = await one.apply(there)
      const refused = await other.apply(late).then(
        () => null,
        error => error,
      )
      if (told.length === 0) {
        expect(refused).toBeNull()
        expect(other.head.seq).toBe(seq + late.length)
      } else {
        expect(refused).toBeInstanceOf(BehindError)
        expect(refused.problems.map(({ code }: { code: string }) => code)).toEqual(told)
        expect(refused.missing.map(({ change }: { change: Change }) => change)).toEqual(there)
        // Nothing was applied, and what was missed is there: whoever has looked at it can go on.
        expect(other.head).toEqual(one.head)
        expect(other.study).toEqual(one.study)
      }
      await one.close()
      await other.close()
    }),
  )

  it('are applied once they were looked at', () =>
    withFile(async file => {
      const one = await openStudy(file, { create: true })
      await one.apply(setUp)
      const other = await openStudy(file)
      await one.apply([rename('r1', 'Poes')])
      await expect(other.apply([rename('r2', 'Kater')])).rejects.toThrow('code:kat label')
      await other.apply([rename('r2', 'Kater')])
      await one.refresh()
      expect(one.study.codes.find(({ id }) => id === 'kat')?.label.nl).toBe('Kater')
      await one.close()
      await other.close()
    }))

  it('that break off for a reason of the program are not told of as behind others', async () => {
    const broken = new RangeError('Invalid array length')
    const missed = [{ seq: 8, batch: 8, action: 'apply' as const, by: 'anna', recorded: at, hash: 'abc' }]
    const put = () => Promise.reject(broken)
    const study = () => replay(setUp)
    await expect(besideOthers([coding('k1')], missed, 'x', study, put)).rejects.toBe(broken)
  })
})
