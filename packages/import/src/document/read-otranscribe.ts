import { parseShallowJson } from '../parse-shallow-json.ts'
import { documentError } from './document-error.ts'
import type { DocumentText } from './document-text.ts'

/**
 * Reads the file of oTranscribe: JSON with the transcript as HTML under `text`, times in it as
 * `<span class="timestamp" data-timestamp="3.2">` (seconds).
 *
 * @param text the file, decoded
 * @param named whether the file's name says that it is one (`.otr`)
 * @returns `undefined` for any other file
 * @throws StudyError `otranscribe-damaged` where the name says that it is one and it is not, `document-too-deep`
 */
export async function readOtranscribe(text: string, named: boolean): Promise<DocumentText | undefined> {
  const html = transcriptOf(text, named)
  if (html !== undefined) {
    const { htmlText } = await import('./html-text.ts')
    return { format: 'otranscribe', ...htmlText(html, { collapse: true }), problems: [] }
  }
  if (!named) return undefined
  throw documentError(
    'otranscribe-damaged',
    'The file is no transcript of oTranscribe, or is cut off. Export it again, as oTranscribe format or as plain text.',
  )
}

/** Whisper's JSON has a text too, but no markup, and segments. */
function transcriptOf(text: string, named: boolean): string | undefined {
  const data = parseShallowJson(text)
  if (typeof data !== 'object' || data === null || !('text' in data) || typeof data.text !== 'string')
    return undefined
  const known = named || 'media' in data || 'media-time' in data || 'media-source' in data
  const marked = /<(?:p|br|span|div)\b/i.test(data.text)
  return (known || marked) && !('segments' in data) ? data.text : undefined
}
