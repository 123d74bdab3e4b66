import type { Code } from '@codeerbank/core'

const ids = new WeakMap<Code, 'given' | 'made'>()

/** Notes whether a file gives the id of a code that was read from it, or the id was made of its name and place. */
export function noteIdInFile(code: Code, id: 'given' | 'made'): void {
  ids.set(code, id)
}

/**
 * Whether a file gave the id of a code. One that was made says no more than the name and place do, and may be that of another code elsewhere.
 *
 * @returns `undefined` for a code that was not read from a file
 */
export function idInFile(code: Code): 'given' | 'made' | undefined {
  return ids.get(code)
}
