/** How much an archive may hold. What is past a limit is refused before it is unpacked. */
export interface ArchiveLimits {
  /** How many files. */
  readonly entries: number
  /** How large one file may be, unpacked, in bytes. */
  readonly entryBytes: number
  /** How large all files together may be, unpacked, in bytes. */
  readonly totalBytes: number
}

/** The limits where a reader names no others: 10,000 files, 64 MiB a file, 256 MiB in all. */
export const archiveLimits: ArchiveLimits = {
  entries: 10_000,
  entryBytes: 64 * 1024 * 1024,
  totalBytes: 256 * 1024 * 1024,
}
