import { type Codebook, type Language, labelText } from '@codeerbank/core'
import type { Element } from 'xast'
import { guidOf } from './guid.ts'
import { type NotCarried, notCarriedList } from './not-carried.ts'
import { codebookNamespace } from './refi-names.ts'
import { writeCodes } from './write-codes.ts'
import { carriable, container, piece, pieceToXml } from './xml-piece.ts'

export interface WriteQdcOptions {
  /** The language of the names; Dutch by default. */
  readonly language?: Language
  readonly origin?: string
}

/** A codebook file, and what it does not carry. */
export interface WrittenQdc {
  readonly text: string
  readonly notCarried: readonly NotCarried[]
}

/**
 * Writes a codebook as a REFI-QDA codebook (`.qdc`), valid against `Codebook.xsd`: the tree of codes with names, definitions
 * and colours, and the frames as sets. Rows, levels, and the second language have no place in it.
 *
 * @throws RangeError for a codebook without codes, which the format does not know
 */
export function writeQdc(
  codebook: Codebook,
  { language = 'nl', origin = 'Codeerbank' }: WriteQdcOptions = {},
): WrittenQdc {
  const { codes, frames } = codebook
  if (codes.length === 0) throw new RangeError('A REFI-QDA codebook has at least one code.')
  const list = notCarriedList()
  const { roots, rest, natural } = writeCodes(codes, language)
  if (!natural) list.add('order-of-things')
  for (const { id, version } of codes) {
    if (rest.get(id)) list.add('qdc-code-details', id)
    if (guidOf('code', id) !== id) list.add('qdc-ids')
    if (version !== 1) list.add('definition-versions', id)
  }
  const known = new Set(codes.map(({ id }) => id))
  const sets = frames.map((frame): Element => {
    const members = [...new Set(frame.rows.flatMap(row => row.codes))].filter(code => known.has(code))
    list.add('qdc-frame-details', frame.id)
    return piece(
      'Set',
      { guid: guidOf('frame', frame.id), name: labelText(frame.label, language) },
      ...members.map(code => piece('MemberCode', { guid: guidOf('code', code) })),
    )
  })
  const open = pieceToXml(piece('CodeBook', { xmlns: codebookNamespace, origin: carriable(origin) }))
  const body = [...container('Codes', roots), ...container('Sets', sets)].join('')
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n${open.replace(/\/>$/, '>')}\n${body}</CodeBook>\n`
  return { text, notCarried: list.items() }
}
