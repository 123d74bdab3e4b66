import type { Code } from '@codeerbank/core'

/** A code for tests: a main code from the literature, with a label and a definition like its id. */
export function makeCode(id: string, parent: string | null = null, more: Partial<Code> = {}): Code {
  return {
    id,
    label: { nl: id },
    parent,
    level: 'main code',
    origin: 'deductive',
    definition: { nl: `Wat ${id} is.` },
    version: 1,
    ...more,
  }
}
