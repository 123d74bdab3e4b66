import { StudyError } from '@codeerbank/core'

/** The text of an XML document, in the encoding that its first bytes tell. */
export async function* decodeXml(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  file: string | undefined,
): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined
  try {
    for await (const chunk of chunks) {
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true })
      yield decoder.decode(chunk, { stream: true })
    }
    if (decoder !== undefined) yield decoder.decode()
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error
    throw new StudyError(
      [
        {
          code: 'xml-encoding',
          severity: 'error',
          message: 'The XML is not in the encoding that it states. Save it as UTF-8.',
          ...(file === undefined ? {} : { place: { file } }),
        },
      ],
      { cause: error },
    )
  }
}

function encodingOf(first: Uint8Array): string {
  const [a, b] = first
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le'
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be'
  const head = Buffer.from(first.subarray(0, 200)).toString('latin1')
  const stated = /^(?:\xef\xbb\xbf)?<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1]
  return stated === undefined || /^utf-?(?:8|16)/i.test(stated) ? 'utf-8' : stated
}
