import type { StudyStore } from '@codeerbank/store'

/** Works with a study that is being opened, and closes it whatever happens. */
export async function usingStudy<T>(
  opening: Promise<StudyStore>,
  use: (store: StudyStore) => Promise<T> | T,
): Promise<T> {
  const store = await opening
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}
