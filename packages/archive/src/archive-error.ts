import { type Problem, StudyError } from '@codeerbank/core'

/** What can be wrong with an archive. */
export type ArchiveProblemCode =
  | 'archive-unreadable'
  | 'archive-truncated'
  | 'archive-encrypted'
  | 'archive-too-large'
  | 'archive-unsafe-name'
  | 'archive-duplicate-name'

export interface ArchiveFault {
  readonly code: ArchiveProblemCode
  readonly message: string
  readonly file: string | undefined
  readonly cause?: unknown
}

export function archiveError({ code, message, file, cause }: ArchiveFault): StudyError {
  const problem: Problem = {
    code,
    severity: 'error',
    message,
    ...(file === undefined ? {} : { place: { file } }),
  }
  return new StudyError([problem], { cause })
}

/** What yauzl and zlib say, as a problem that a person can act on; what was said as one stays as it is. */
export function asArchiveError(error: unknown, file: string | undefined): StudyError {
  if (error instanceof StudyError) return error
  const said = error instanceof Error ? error.message : ''
  if (/invalid relative path|absolute path|invalid characters in fileName/i.test(said))
    return archiveError({
      code: 'archive-unsafe-name',
      message: 'The archive names a file outside itself, and is not read. Do not trust where it came from.',
      file,
      cause: error,
    })
  if (/strong encryption|encrypted/i.test(said)) return encrypted(file, error)
  if (
    /unexpected EOF|unexpected end|overflows file bounds|not enough bytes|End of central directory/i.test(
      said,
    )
  )
    return archiveError({
      code: 'archive-truncated',
      message: 'The archive is cut off or is no ZIP archive. Copy or download it again in whole.',
      file,
      cause: error,
    })
  return archiveError({
    code: 'archive-unreadable',
    message: 'The archive is damaged and cannot be read. Make it again with the program it came from.',
    file,
    cause: error,
  })
}

export function encrypted(file: string | undefined, cause?: unknown): StudyError {
  return archiveError({
    code: 'archive-encrypted',
    message: 'The file is protected with a password. Save it without one and try again.',
    file,
    cause,
  })
}
