import type { ArchiveEntry } from '@codeerbank/archive'
import { documentTooLarge } from './document-error.ts'

/** Lists of what is in a document are no larger, in bytes. */
const most = 8 * 1024 * 1024

/** A list of what is in a document, which is read before anything else is known of it. */
export function smallPart(entry: ArchiveEntry): ArchiveEntry {
  if (entry.size > most) throw documentTooLarge('bytes', most)
  return entry
}
