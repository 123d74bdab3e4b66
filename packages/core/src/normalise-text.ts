/**
 * Normalises a text the one way that all offsets rest on: a byte order mark at the start is dropped, and CRLF
 * and CR become LF. Nothing else changes.
 */
export function normaliseText(text: string): string {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const body = start === 0 ? text : text.slice(start)
  return body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body
}
