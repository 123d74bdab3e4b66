import fc from 'fast-check'

/** One thing that happens to the elements of a document, so that it often stays well-formed. */
export interface XmlMutation {
  readonly kind: 'swap values' | 'set value' | 'drop attribute' | 'rename' | 'drop element' | 'double element'
  /** Which attributes or tags, counted round. */
  readonly at: number
  readonly other: number
  readonly value: string
}

const values = [
  ...[
    '',
    ' ',
    '0',
    '-1',
    '1e9',
    '99999999999999999999',
    'NaN',
    '0x10',
    '1.5',
    'true',
    '__proto__',
    'constructor',
  ],
  ...[
    '{00000000-0000-0000-0000-000000000000}',
    '00000001-0000-4000-8000-00000000000A',
    'internal://',
    '../../x',
  ],
  ...[
    'absolute:///etc/hosts',
    '0000-00-00T00:00:00Z',
    '2024-02-30',
    '&#x1F642;',
    '&#55357;',
    '&a;',
    'x'.repeat(3000),
  ],
]

const names = [
  'Project',
  'Sources',
  'TextSource',
  'PDFSource',
  'Coding',
  'Code',
  'Note',
  'Set',
  'Description',
  'X',
]

export const xmlMutation: fc.Arbitrary<XmlMutation> = fc.record({
  kind: fc.constantFrom(
    ...(['swap values', 'set value', 'set value', 'drop attribute', 'rename', 'drop element'] as const),
    'double element' as const,
  ),
  at: fc.nat(),
  other: fc.nat(),
  value: fc.oneof(fc.constantFrom(...values), fc.constantFrom(...names)),
})

export function mutateXml(xml: string, mutations: readonly XmlMutation[]): string {
  return mutations.reduce(mutateOnce, xml)
}

function mutateOnce(xml: string, { kind, at, other, value }: XmlMutation): string {
  const pattern = kind.endsWith('element')
    ? /<(\w+)[^<>]*(?:\/>|>[^<>]*<\/\1>)/g
    : kind === 'rename'
      ? /(?<=<\/?)\w+/g
      : / [\w:]+="[^"<]*"/g
  const found = [...xml.matchAll(pattern)]
  const one = found[at % Math.max(1, found.length)]
  const two = found[other % Math.max(1, found.length)]
  if (one === undefined || two === undefined) return xml
  const valueIn = (text: string) => text.slice(text.indexOf('"'))
  const replaced = ((): string => {
    if (kind === 'swap values') return one[0].slice(0, one[0].indexOf('"')) + valueIn(two[0])
    if (kind === 'set value') return `${one[0].slice(0, one[0].indexOf('"'))}"${value}"`
    if (kind === 'rename') return /^\w+$/.test(value) ? value : 'X'
    return kind === 'double element' ? one[0] + two[0] : ''
  })()
  return xml.slice(0, one.index) + replaced + xml.slice(one.index + one[0].length)
}
