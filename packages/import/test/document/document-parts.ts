import { type ArchiveFile, writeArchive } from '@codeerbank/archive'

const wml = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

export interface DocxParts {
  readonly footnotes?: string
  readonly endnotes?: string
  readonly styles?: string
  /** Where the document stands in the archive, with the folder. */
  readonly at?: string
  /** Whether the list of content types says where. */
  readonly listed?: boolean
  readonly namespace?: string
}

/** A Word document with this in its body, as Word writes it. */
export function docx(body: string, parts: DocxParts = {}): Promise<Uint8Array> {
  const { at = 'word/document.xml', listed = true, namespace = wml } = parts
  const root = (name: string, inner: string) =>
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${name} xmlns:w="${namespace}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${inner}</w:${name}>`
  const overrides = `<Override PartName="/${at}" ContentType="${types}.document.main+xml"/>`
  const files: ArchiveFile[] = [
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${listed ? overrides : ''}</Types>`,
    },
    { name: at, content: root('document', `<w:body>${body}</w:body>`) },
  ]
  for (const name of ['footnotes', 'endnotes', 'styles'] as const)
    if (parts[name] !== undefined) files.push({ name: `word/${name}.xml`, content: root(name, parts[name]) })
  return writeArchive(files)
}

/** A paragraph of a Word document. */
export function p(...words: readonly string[]): string {
  return `<w:p>${words.map(each => (each.startsWith('<') ? each : `<w:r><w:t xml:space="preserve">${each}</w:t></w:r>`)).join('')}</w:p>`
}

const odf = 'urn:oasis:names:tc:opendocument:xmlns'

/** An OpenDocument text with this in it. */
export function odt(body: string, manifest = ''): Promise<Uint8Array> {
  const names = ['office', 'text', 'table', 'drawing']
    .map(name => `xmlns:${name === 'drawing' ? 'draw' : name}="${odf}:${name}:1.0"`)
    .join(' ')
  return writeArchive([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true },
    {
      name: 'content.xml',
      content: `<office:document-content ${names}><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    },
    {
      name: 'META-INF/manifest.xml',
      content: `<m:manifest xmlns:m="${odf}:manifest:1.0">${manifest}</m:manifest>`,
    },
  ])
}
