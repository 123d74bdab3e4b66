import { type Code, type Codebook, codeLevels, codeOrigins, type Frame, type Label } from '@codeerbank/core'
import fc from 'fast-check'

/** Pieces that mean something in Markdown or in a codebook file, to be put together in every way. */
const nasty = fc.constantFrom(
  ...['*', '**', '_', '__', '`', '```', '~~~', '#', '##', ' #', '\\', '<br>', '<b>', '</b>', '<!--', '-->'],
  ...[
    '&amp;',
    '&#10;',
    '&',
    '[',
    ']',
    '](',
    ')',
    '![',
    '> ',
    '>',
    '- ',
    '+ ',
    '1. ',
    '2) ',
    '---',
    '===',
    '***',
  ],
  ...[
    ' — ',
    ' — *x*',
    ' – ',
    ' > ',
    '/',
    ' / ',
    ':',
    ';',
    ',',
    '"',
    "'",
    '‘',
    '’',
    '(',
    '|',
    '\t',
    '\n',
    '\n\n',
  ],
  ...[
    '\r',
    '\r\n',
    ' ',
    '  ',
    '\u00A0',
    '\uFEFF',
    '\u2028',
    '\u0301',
    '🙂',
    'é',
    'שלום',
    'id: ',
    'level: theme',
  ],
  ...['frame: x', 'http://x.nl', 'a@b.nl', '$x$', '{', ':::', '\\*', 'woord', 'x'],
)

/** A text that a person could paste: no zero byte or vertical tab, and something other than space in it. */
export const arbitraryText: fc.Arbitrary<string> = fc
  .oneof(
    fc.array(nasty, { minLength: 1, maxLength: 6 }).map(parts => parts.join('')),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
    fc.constantFrom('Visie', 'Gedrag / houding', 'Belangen'),
  )
  .map(text => text.replace(/[\0\v]/g, ''))
  .filter(text => text.trim() !== '')

const label: fc.Arbitrary<Label> = fc
  .record({ nl: arbitraryText, en: arbitraryText }, { requiredKeys: [] })
  .filter(({ nl, en }) => nl !== undefined || en !== undefined)

/** Codes in the order of their tree: the `up` of each says how far above the one before it lies. */
const codes: fc.Arbitrary<readonly Code[]> = fc
  .uniqueArray(
    fc.record({
      up: fc.nat(4),
      code: fc.record(
        {
          id: fc.oneof(arbitraryText, fc.constantFrom('visie', 'visie/belangen', 'belangen-2')),
          label,
          level: fc.constantFrom(...codeLevels),
          origin: fc.constantFrom(...codeOrigins),
          version: fc.integer({ min: 1, max: 99 }),
          definition: label,
          qualifier: label,
          literature: fc.array(arbitraryText, { minLength: 1, maxLength: 3 }),
          color: fc.constantFrom('#c04000', '#FFFFFF'),
          retired: fc.boolean(),
          mergedInto: fc.nat(),
        },
        { requiredKeys: ['id', 'label', 'level', 'origin', 'version'] },
      ),
    }),
    { maxLength: 12, selector: ({ code }) => code.id },
  )
  .map(items => {
    const open: string[] = []
    return items.map(({ up, code: { mergedInto, ...code } }) => {
      open.splice(Math.max(0, open.length - up))
      const parent = open.at(-1) ?? null
      open.push(code.id)
      const into = mergedInto === undefined ? {} : { mergedInto: items[mergedInto % items.length]!.code.id }
      return { ...code, parent, ...into }
    })
  })

function frames(known: readonly Code[]): fc.Arbitrary<readonly Frame[]> {
  const ids = known.map(({ id }) => id)
  const row = fc.record(
    {
      id: arbitraryText,
      label,
      codes: ids.length === 0 ? fc.constant([]) : fc.array(fc.constantFrom(...ids), { maxLength: 3 }),
      hints: fc.array(label, { minLength: 1, maxLength: 2 }),
      topics: fc.array(arbitraryText, { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: ['id', 'label', 'codes'] },
  )
  const frame = fc.record(
    {
      id: arbitraryText,
      label,
      table: fc.integer({ min: 1, max: 20 }),
      judged: fc.boolean(),
      rows: fc.uniqueArray(row, { maxLength: 3, selector: ({ id }) => id }),
    },
    { requiredKeys: ['id', 'label', 'rows'] },
  )
  return fc.uniqueArray(frame, { maxLength: 2, selector: ({ id }) => id })
}

/** A codebook of any shape: codes of any depth, level and origin, with texts that are hard to write. */
export const arbitraryCodebook: fc.Arbitrary<Codebook> = codes.chain(known =>
  fc.record(
    { title: label, codes: fc.constant(known), frames: frames(known) },
    { requiredKeys: ['codes', 'frames'] },
  ),
)
