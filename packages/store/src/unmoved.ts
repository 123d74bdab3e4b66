import { statSync } from 'node:fs'
import { storeError } from './store-error.ts'

/**
 * Remembers which files a study is written to, for whoever asks later whether these are still what its name leads to. SQLite itself goes on
 * writing to a file that was moved or removed, where nobody would find it.
 *
 * @param path the full path of the file
 * @param shown how it is named to people
 * @returns throws StudyError `store-moved` where the file, or its log beside it, is not the same any more
 */
export function unmoved(path: string, shown: string): () => void {
  const names = [path, `${path}-wal`]
  const were = names.map(identityOf)
  return () => {
    if (names.every((name, i) => identityOf(name) === were[i])) return
    throw storeError(
      'store-moved',
      'The file, or the file that ends in "-wal" beside it, was moved, replaced or removed while the study was open, and nothing was changed. Make a backup before you close the study; or put both back, close it and open it again.',
      shown,
    )
  }
}

function identityOf(name: string): string | undefined {
  const found = statSync(name, { bigint: true, throwIfNoEntry: false })
  return found && `${found.dev}:${found.ino}`
}
