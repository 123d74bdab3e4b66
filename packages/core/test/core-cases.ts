import { type Change, replay, type Study } from '../src/index.ts'

export const at = '2024-03-01T09:00:00+01:00'

/** A change with what every change carries filled in. */
export function change(
  kind: string,
  more: Record<string, unknown>,
  id = JSON.stringify([kind, more]),
): Change {
  return { id: id.slice(0, 400), at, by: 'anna', kind, ...more } as unknown as Change
}

export const text = 'Een 😀 kat.\nEn een hond.'

export function code(id: string, parent: string | null = null, more: Record<string, unknown> = {}): Change {
  return change('add-code', {
    code: { id, label: { nl: id }, parent, level: 'sub-code', origin: 'deductive', ...more },
  })
}

export function segment(id: string, start: number, end: number): Change {
  return change('add-segment', {
    segment: { id, source: 's', start, end, quote: text.slice(start, end), prefix: '', suffix: '' },
  })
}

export function coding(id: string, of: string, codeId: string, by = 'anna'): Change {
  return { ...change('code-segment', { coding: { id, segment: of, code: codeId } }), by } as Change
}

/** A study with one of everything. */
export const setUp: readonly Change[] = [
  change('describe-study', { title: { nl: 'Proef' }, language: 'nl' }),
  change('add-variable', { variable: { id: 'v', label: { nl: 'V' }, on: 'case', type: 'text' } }),
  change('add-coder', { coder: { id: 'anna', label: 'Anna' } }),
  change('add-coder', { coder: { id: 'bram', label: 'Bram' } }),
  change('add-case', { case: { id: 'oost', label: { nl: 'Oost' }, values: {} } }),
  change('add-participant', { participant: { id: 'P1', label: 'P1', case: 'oost' } }),
  change('add-source', {
    source: {
      id: 's',
      title: 'S',
      kind: 'interview',
      case: 'oost',
      participants: ['P1'],
      text,
      turns: [{ start: 0, end: 11, speaker: 'R1', role: 'participant', participant: 'P1' }],
    },
  }),
  code('dieren'),
  code('kat', 'dieren'),
  code('hond', 'dieren'),
  change('set-frame', {
    frame: {
      id: 'f',
      label: { nl: 'F' },
      rows: ['a', 'b', 'c'].map(id => ({ id, label: { nl: id }, codes: id === 'a' ? ['kat'] : [] })),
    },
  }),
  segment('g1', 0, 10),
  segment('g2', 12, 15),
  coding('k1', 'g1', 'kat'),
  coding('k2', 'g1', 'kat', 'bram'),
  coding('k3', 'g2', 'hond'),
]

export const study: Study = replay(setUp)
