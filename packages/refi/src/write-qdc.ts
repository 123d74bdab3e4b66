import type { Codebook, Language } from '@codeerbank/core'
import type { Element } from 'xast'
import { frameAsSet } from './frame-as-set.ts'
import { guidOf, normaliseGuid } from './guid.ts'
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
    if (normaliseGuid(guidOf('code', id)) !== id) list.add('qdc-ids')
    if (version !== 1) list.add('definition-versions', id)
  }
  const labels = new Map(codes.map(({ id, label }) => [id, label]))
  const sets = frames.map((frame): Element => {
    const guid = guidOf('frame', frame.id)
    const { name, codes: members, rest: details } = frameAsSet(frame, labels, language)
    if (details !== null) list.add('qdc-frame-details', frame.id)
    if (normaliseGuid(guid) !== frame.id) list.add('qdc-ids')
    return piece(
      'Set',
      { guid, name },
      ...members.map(code => piece('MemberCode', { guid: guidOf('code', code) })),
    )
  })
  const open = pieceToXml(piece('CodeBook', { xmlns: codebookNamespace, origin: carriable(origin) }))
  const body = [...container('Codes', roots), ...container('Sets', sets)].join('')
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n${open.replace(/\/>$/, '>')}\n${body}</CodeBook>\n`
  return { text, notCarried: list.items() }
}
