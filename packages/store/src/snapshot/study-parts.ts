import { createHash } from 'node:crypto'
import { emptyStudy, type Study } from '@codeerbank/core'

/** A piece of a study as text: some of the things of one list, or all that is no list. */
export interface StudyPart {
  /** From 1, without gaps. */
  readonly part: number
  /** The name of the list; empty for what is no list. */
  readonly list: string
  /** JSON. */
  readonly body: string
  /** SHA-256 in hexadecimal over the part's number, list and body and the hash of the part before it. */
  readonly hash: string
}

/** How many things, and characters of texts, go in one part: no text is near the limit of a string. */
const partSize = 2_000
const partLength = 8_000_000

/** Divides a study into parts; no part alone is as large as the study, and the last hash stands for them all. */
export function* partsOfStudy(study: Study): Generator<StudyPart> {
  const rest: Record<string, unknown> = {}
  let part = 0
  let hash = ''
  const next = (list: string, value: unknown): StudyPart => {
    part += 1
    const body = JSON.stringify(value)
    hash = hashPart(hash, { part, list, body })
    return { part, list, body, hash }
  }
  for (const [list, value] of Object.entries(study)) {
    if (!Array.isArray(value)) rest[list] = value
    else for (const items of divided(value)) yield next(list, items)
  }
  yield next('', rest)
}

function* divided(items: readonly unknown[]): Generator<readonly unknown[]> {
  let from = 0
  let length = 0
  for (let at = 0; at < items.length; at++) {
    length += lengthOfText(items[at])
    if (at + 1 - from < partSize && length < partLength) continue
    yield items.slice(from, at + 1)
    from = at + 1
    length = 0
  }
  if (from < items.length) yield items.slice(from)
}

function lengthOfText(item: unknown): number {
  const holds = typeof item === 'object' && item !== null && 'text' in item
  return holds && typeof item.text === 'string' ? item.text.length : 0
}

/**
 * Puts the parts of a study together.
 *
 * @param last the hash of the last part, as it was written
 * @returns `null` where a part is missing or was changed
 */
export function studyOfParts(parts: Iterable<StudyPart>, last: string): Study | null {
  const study: Record<string, unknown> = { ...emptyStudy }
  const lists = new Map<string, unknown[]>()
  let expected = 0
  let hash = ''
  for (const { part, list, body, hash: stated } of parts) {
    expected += 1
    hash = hashPart(hash, { part, list, body })
    if (part !== expected || hash !== stated) return null
    const value: unknown = JSON.parse(body)
    if (list === '') Object.assign(study, value)
    else {
      const items = lists.get(list) ?? []
      lists.set(list, items)
      for (const item of value as unknown[]) items.push(item)
    }
  }
  if (expected === 0 || hash !== last) return null
  return Object.assign(study, Object.fromEntries(lists)) as unknown as Study
}

function hashPart(before: string, { part, list, body }: Omit<StudyPart, 'hash'>): string {
  return createHash('sha256').update(`${before}\n${part}\n${list}\n`).update(body).digest('hex')
}
