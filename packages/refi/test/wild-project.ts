import { guid, projectXml } from './make-qdpx.ts'

export const text = 'Zij bellen elkaar elke dinsdag.\nHij komt nooit.'
export const codes = `<CodeBook><Codes><Code guid="${guid(1)}" name="Bellen" isCodable="true"/></Codes></CodeBook>`
export const selection = (n = 3) =>
  `<PlainTextSelection guid="${guid(n)}" name="bellen elkaar" startPosition="4" endPosition="17"><Coding guid="${guid(n + 1)}"><CodeRef targetGUID="${guid(1)}"/></Coding></PlainTextSelection>`
export const source = (inner = selection(), path = 'internal://a.txt', attributes = '') =>
  `<TextSource guid="${guid(2)}" name="Gesprek" plainTextPath="${path}" ${attributes}>${inner}</TextSource>`
export const project = (sources = source(), more = '') =>
  projectXml(`${codes}<Sources>${sources}</Sources>${more}`)
export const files = { 'sources/a.txt': text }
