import type { StudyError } from '@codeerbank/core'
import { storeError } from './store-error.ts'

/** What is said where a file would be written over. */
export function fileExists(file: string): StudyError {
  return storeError('store-exists', 'There is such a file already. Name another one.', file)
}
