import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ParseOption, XmlDocument, XsdValidator } from 'libxml2-wasm'

/** The folder with the standard's schemas and samples, beside the project; not part of it. */
const folder = fileURLToPath(new URL('../../../../shared/refi/', import.meta.url))
export const refiFolder = existsSync(folder) ? folder : null

/** What a schema says of a document; nothing where it is valid. */
export function schemaFaults(schema: 'Project.xsd' | 'Codebook.xsd', xml: string): readonly string[] {
  if (refiFolder === null) return []
  const xsd = XmlDocument.fromBuffer(readFileSync(`${refiFolder}${schema}`))
  const validator = XsdValidator.fromDoc(xsd)
  const document = XmlDocument.fromString(xml, { option: ParseOption.XML_PARSE_HUGE })
  try {
    validator.validate(document)
    return []
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  } finally {
    document.dispose()
    validator.dispose()
    xsd.dispose()
  }
}
