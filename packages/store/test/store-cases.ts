import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Change } from '@codeerbank/core'
import type { StudyStore } from '../src/index.ts'

export const at = '2024-03-01T09:00:00+01:00'
const base = { at, by: 'anna' }

/** A study of one source and two codes. */
export const setUp: readonly Change[] = [
  { ...base, id: '1', kind: 'describe-study', title: { nl: 'Proef' }, language: 'nl' },
  { ...base, id: '2', kind: 'add-coder', coder: { id: 'anna', label: 'Anna' } },
  { ...base, id: '3', kind: 'add-case', case: { id: 'oost', label: { nl: 'Oost' }, values: {} } },
  {
    ...base,
    id: '4',
    kind: 'add-source',
    source: {
      id: 's',
      title: 'S',
      kind: 'interview',
      case: 'oost',
      participants: [],
      text: 'De kat 😀 slaapt.',
      turns: [],
    },
  },
  ...['kat', 'slaap'].map(
    (id): Change => ({
      ...base,
      id: `code-${id}`,
      kind: 'add-code',
      code: { id, label: { nl: id }, parent: null, level: 'theme', origin: 'deductive' },
    }),
  ),
  {
    ...base,
    id: 'seg',
    kind: 'add-segment',
    segment: { id: 'g', source: 's', start: 3, end: 9, quote: 'kat 😀', prefix: '', suffix: '' },
  },
]

export function coding(id: string, code = 'kat'): Change {
  return { ...base, id: `add-${id}`, kind: 'code-segment', coding: { id, segment: 'g', code } }
}

export function rename(id: string, nl: string): Change {
  return { ...base, id, kind: 'rename-code', code: 'kat', label: { nl } }
}

/** A change that fits any study. */
export function retitle(id: string, nl: string): Change {
  return { ...base, id, kind: 'describe-study', title: { nl }, language: 'nl' }
}

/** A change that holds beside whatever others do. */
export function remark(id: string, text: string): Change {
  return { ...base, id, kind: 'write-memo', memo: { id, on: { type: 'study' }, text } }
}

/** Lets `use` work with the path of a file that is not there yet, and removes what came of it. */
export async function withFile<T>(use: (file: string, folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'codeerbank-store-'))
  try {
    return await use(join(folder, 'proef.codeerbank'), folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Lets `use` work with a study, and closes it. */
export async function using<T>(
  opening: Promise<StudyStore>,
  use: (store: StudyStore) => T | Promise<T>,
): Promise<T> {
  const store = await opening
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}
