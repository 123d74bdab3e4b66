import type { CodeLevel, CodeOrigin } from '@codeerbank/core'

const below: Readonly<Record<CodeLevel, CodeLevel>> = {
  theme: 'main code',
  'main code': 'sub-code',
  'sub-code': 'statement',
  'frame row': 'statement',
  statement: 'statement',
}

const origins: Readonly<Record<CodeLevel, CodeOrigin>> = {
  theme: 'deductive',
  'main code': 'deductive',
  'sub-code': 'deductive',
  'frame row': 'frame',
  statement: 'inductive',
}

/** The level of a code that states none: one below its parent's; a theme at the top. */
export function defaultLevel(parent: CodeLevel | undefined): CodeLevel {
  return parent === undefined ? 'theme' : below[parent]
}

/** The origin of a code that states none: statements come from the material, frame rows from a frame. */
export function defaultOrigin(level: CodeLevel): CodeOrigin {
  return origins[level]
}
