import type { Change, Study } from '@codeerbank/core'
import { expect } from 'vitest'
import { readQdpx, writeQdpx } from '../src/index.ts'
import { projectOf } from './make-qdpx.ts'
import { schemaFaults } from './schema.ts'

export interface ThereAndBack {
  readonly xml: string
  /** What the file does not have at all, and how often. */
  readonly lost: readonly (readonly [string, number])[]
  /** The study that is read of it. */
  readonly study: Study
  readonly problems: readonly string[]
  /** What reading it could not carry. */
  readonly unread: readonly (readonly [string, number])[]
  /** What reading it into the study that it came from changes. */
  readonly changes: readonly Change[]
}

/** Writes a study as a project that must be valid, and reads it again: as a study of its own, and into the same study. */
export async function thereAndBack(study: Study): Promise<ThereAndBack> {
  const written = await writeQdpx(study)
  const xml = await projectOf(written.bytes)
  expect(schemaFaults('Project.xsd', xml)).toEqual([])
  const { value, problems } = await readQdpx(written.bytes)
  const again = await readQdpx(written.bytes, { study })
  return {
    xml,
    lost: written.notCarried.flatMap(({ what, count, kept }) => (kept ? [] : [[what, count] as const])),
    study: value.study,
    problems: problems.map(({ code }) => code),
    unread: value.notCarried.map(({ what, count }) => [what, count] as const),
    changes: again.value.changes,
  }
}
