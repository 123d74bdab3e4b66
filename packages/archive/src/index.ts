export type { ArchiveProblemCode } from './archive-error.ts'
export { type ArchiveLimits, archiveLimits } from './archive-limits.ts'
export { type ArchiveEntry, type ReadArchiveOptions, readArchive } from './read-archive.ts'
export {
  type ReadXmlOptions,
  readXml,
  type XmlHandler,
  type XmlLimits,
  type XmlTag,
  xmlLimits,
} from './read-xml.ts'
export { readXmlTree, type XmlElement, xmlText } from './read-xml-tree.ts'
export { type ArchiveFile, writeArchive } from './write-archive.ts'
