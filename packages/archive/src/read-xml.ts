import { StudyError } from '@codeerbank/core'
import { SaxesParser } from 'saxes'
import { decodeXml } from './decode-xml.ts'

/** How much XML is read. */
export interface XmlLimits {
  /** How deep elements may lie in each other. */
  readonly depth: number
  /** How many elements. */
  readonly elements: number
  /** How many `&`: the parser keeps a piece of text for each, until the text ends. */
  readonly references: number
}

/** The limits where a reader names no others: 256 deep, 20,000,000 elements, 5,000,000 references. */
export const xmlLimits: XmlLimits = { depth: 256, elements: 20_000_000, references: 5_000_000 }

/** The beginning of an element, without the prefixes of its name and of its attributes. */
export interface XmlTag {
  readonly name: string
  /** The namespace, empty for none. */
  readonly uri: string
  /** By name without prefix; attributes of a namespace only where none without has that name. */
  readonly attributes: Readonly<Record<string, string>>
  /** The line on which the tag ends, from 1. */
  readonly line: number
}

/** What is told of a document as it is read. Comments and processing instructions are passed over. */
export interface XmlHandler {
  open(tag: XmlTag): void
  close(name: string): void
  /** Text, entities replaced; one stretch may come in several parts. */
  text(text: string): void
}

export interface ReadXmlOptions {
  /** The name of the file, for problems. */
  readonly file?: string
  readonly limits?: Partial<XmlLimits>
}

type Parser = SaxesParser<{ xmlns: true }>

/**
 * Reads XML, piece by piece. Entities of its own that a document declares are not expanded, and nothing outside it is read.
 *
 * @param chunks the bytes: UTF-8, UTF-16 with a byte order mark, or what the declaration says, as far as browsers know it
 * @throws StudyError: `xml-malformed` with line and column, `xml-too-large`, `xml-encoding`
 */
export async function readXml(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  handler: XmlHandler,
  { file, limits }: ReadXmlOptions = {},
): Promise<void> {
  const { depth: deepest, elements: most, references } = { ...xmlLimits, ...limits }
  const parser: Parser = new SaxesParser({ xmlns: true })
  let depth = 0
  let elements = 0
  const stop = (code: string, message: string): never => {
    // The parser counts what it has read of the line: the last of that, from 1, is where it stopped.
    const column = Math.max(parser.columnIndex, 1)
    const place = { ...(file === undefined ? {} : { file }), line: parser.line, column }
    throw new StudyError([{ code, severity: 'error', message, place }])
  }
  parser.on('error', error =>
    stop('xml-malformed', `The XML is damaged: ${faultOf(error)}. Make the file again.`),
  )
  // Taken as they come: those of the tag are a table that is slow to list.
  let attributes: Record<string, string> = Object.create(noNames)
  parser.on('attribute', ({ prefix, local, name, value }) => {
    if (prefix === 'xmlns' || name === 'xmlns') return
    if (prefix === '' || attributes[local] === undefined) attributes[local] = value
  })
  parser.on('opentag', tag => {
    depth += 1
    elements += 1
    if (depth > deepest || elements > most)
      stop('xml-too-large', `The XML has more than ${most} elements, or more than ${deepest} in each other.`)
    const own = attributes
    attributes = Object.create(noNames)
    handler.open({ name: tag.local, uri: tag.uri, attributes: own, line: parser.line })
  })
  parser.on('closetag', ({ local }) => {
    depth -= 1
    handler.close(local)
  })
  parser.on('text', text => handler.text(text))
  parser.on('cdata', text => handler.text(text))
  let referred = 0
  for await (const text of decodeXml(chunks, file)) {
    for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1)) referred += 1
    if (referred > references) stop('xml-too-large', `The XML has more than ${references} references.`)
    parser.write(text)
  }
  parser.close()
}

/** What attributes inherit from: nothing. An object without any prototype would be kept as a hash table, in twice the memory. */
const noNames: object = Object.create(null)

/** What the parser says is wrong, without the place that it puts before it and without words of the document. */
function faultOf(error: Error): string {
  return error.message.replace(/^\d+:\d+:\s*/, '').replace(/[:.].*$/s, '')
}
