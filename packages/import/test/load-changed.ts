import { replay } from '@codeerbank/core'
import { expect } from 'vitest'
import { loadStudyFolder } from '../src/index.ts'
import { inFolder } from './bytes.ts'
import { sound } from './study-folder-cases.ts'

type Changed = Readonly<Record<string, string | Uint8Array | null>>

/** The sound folder with some files changed, or taken away (`null`). */
function changed(files: Changed): Record<string, string | Uint8Array> {
  const all = Object.entries({ ...sound, ...files })
  return Object.fromEntries(all.filter((entry): entry is [string, string | Uint8Array] => entry[1] !== null))
}

/** Loads the sound folder so changed; its problems as `file:line code`. */
export const loadChanged = (
  files: Changed = {},
  prepare: (folder: string) => Promise<void> = async () => {},
) =>
  inFolder(changed(files), async folder => {
    await prepare(folder)
    const { study, changes, problems } = await loadStudyFolder(folder)
    const told = problems.map(
      ({ code, place }) => `${place?.file?.slice(folder.length + 1)}:${place?.line ?? ''} ${code}`,
    )
    expect(replay(changes)).toEqual(study)
    return { study, changes, told }
  })
