import { diffCodebooks } from '@codeerbank/codebook'
import { applyChanges, type Change, emptyStudy } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { checkLeftOut } from '../src/index.ts'

let made = 0
const change = (kind: string, more: Record<string, unknown>) =>
  ({ id: `c${made++}`, at: '2024-03-01T09:00:00Z', by: 'anna', kind, ...more }) as unknown as Change
const code = (id: string, nl: string) =>
  change('add-code', { code: { id, label: { nl }, parent: null, level: 'theme', origin: 'deductive' } })
const frame = (id: string, nl: string) =>
  change('set-frame', { frame: { id, label: { nl }, rows: [{ id: 'r', label: { nl: 'R' }, codes: [] }] } })

const study = applyChanges(emptyStudy, [
  change('add-coder', { coder: { id: 'anna', label: 'Anna' } }),
  change('add-case', { case: { id: 'oost', label: { nl: 'Oost' }, values: {} } }),
  change('add-source', {
    source: {
      id: 's',
      title: 'S',
      kind: 'interview',
      case: 'oost',
      participants: [],
      text: 'Een kat.',
      turns: [],
    },
  }),
  ...[code('kat', 'Kat'), code('hond', 'Hond'), code('vis', 'Vis')],
  ...[frame('f', 'Fasen'), frame('g', 'Rollen'), frame('h', 'Leeg')],
  change('add-segment', {
    segment: { id: 'g1', source: 's', start: 0, end: 3, quote: 'Een', prefix: '', suffix: '' },
  }),
  change('add-segment', {
    segment: { id: 'g2', source: 's', start: 4, end: 7, quote: 'kat', prefix: '', suffix: '' },
  }),
  change('code-segment', { coding: { id: 'k1', segment: 'g1', code: 'kat' } }),
  change('code-segment', { coding: { id: 'k2', segment: 'g2', code: 'kat' } }),
  change('code-segment', { coding: { id: 'k3', segment: 'g2', code: 'hond' } }),
  change('record-judgement', {
    judgement: { id: 'j', frame: 'f', case: 'oost', rows: ['r'], state: 'current' },
  }),
  change('write-summary', { summary: { id: 'u', frame: 'f', row: 'r', case: 'oost', text: 'S', cites: [] } }),
  change('write-summary', { summary: { id: 'v', frame: 'g', row: 'r', case: 'oost', text: 'S', cites: [] } }),
])

const told = (codes: readonly string[], frames: readonly string[], retired: readonly string[] = []) => {
  const after = {
    codes: study.codes
      .filter(({ id }) => codes.includes(id))
      .map(each => (retired.includes(each.id) ? { ...each, retired: true } : each)),
    frames: study.frames.filter(({ id }) => frames.includes(id)),
  }
  return checkLeftOut(study, diffCodebooks(study, after)).map(
    ({ code: what, place, message }) => `${what} ${place?.path?.join('/')}: ${message}`,
  )
}

describe('what goes with what a codebook leaves out', () => {
  it('is told of codes with codings, and not of those without', () =>
    expect(told([], ['f', 'g', 'h'])).toEqual([
      'left-out-in-use codes/kat: "Kat" is left out of the codebook, and is retired: 2 codings stand with it. Write it back; or, to retire it, write it back with "- retired: yes", or with "- merged into: ...".',
      'left-out-in-use codes/hond: "Hond" is left out of the codebook, and is retired: 1 coding stands with it. Write it back; or, to retire it, write it back with "- retired: yes", or with "- merged into: ...".',
    ]))

  it('is told of a code without codings of which those below lie elsewhere', () => {
    const nested = {
      ...study,
      codes: study.codes.map(each => (each.id === 'vis' ? each : { ...each, parent: 'vis' })),
    }
    const after = {
      codes: nested.codes.filter(({ id }) => id !== 'vis').map(each => ({ ...each, parent: null })),
      frames: study.frames,
    }
    expect(checkLeftOut(nested, diffCodebooks(nested, after)).map(({ message }) => message)).toEqual([
      '"Vis" is left out of the codebook, and is retired: 2 codes that lay under it lie elsewhere. Write it back; or, to retire it, write it back with "- retired: yes", or with "- merged into: ...".',
    ])
  })

  it('is told of frames that were judged or summed up by, and not of others', () =>
    expect(told(['kat', 'hond', 'vis'], [])).toEqual([
      'left-out-in-use frames/f: "Fasen" is left out of the codebook, and is removed with its 1 judgement and 1 summary. Write it back to keep them.',
      'left-out-in-use frames/g: "Rollen" is left out of the codebook, and is removed with its 1 summary. Write it back to keep them.',
    ]))

  it('is nothing where the codebook says itself that a code is retired', () =>
    expect(told(['kat', 'hond', 'vis'], ['f', 'g', 'h'], ['kat'])).toEqual([]))
})
