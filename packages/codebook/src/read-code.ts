import { type Code, type CodeLevel, codeLevels, codeOrigins, type Problem } from '@codeerbank/core'
import { defaultLevel, defaultOrigin } from './default-level.ts'
import { readFields, readNumber, readValue, readYesNo } from './read-fields.ts'
import type { OutlineEntry } from './read-outline.ts'

const once = ['id', 'level', 'origin', 'qualifier', 'color', 'version', 'retired', 'mergedInto'] as const

const dutchLevels: Readonly<Record<string, CodeLevel>> = {
  thema: 'theme',
  hoofdcode: 'main code',
  subcode: 'sub-code',
  rij: 'frame row',
  uitspraak: 'statement',
}

/** Makes a code of an entry; `mergedInto` is still the name that the file gives. */
export function readCode(
  entry: OutlineEntry,
  id: string,
  parent: Code | undefined,
  problems: Problem[],
): Code {
  const fields = readFields(entry, 'a code', once, ['literature'], problems)
  const level =
    readValue(fields, 'level', readLevel, `one of: ${codeLevels.join(', ')}`, problems) ??
    defaultLevel(parent?.level)
  const origin =
    readValue(
      fields,
      'origin',
      text => codeOrigins.find(each => each === text.trim().toLowerCase()),
      `one of: ${codeOrigins.join(', ')}`,
      problems,
    ) ?? defaultOrigin(level)
  const color = readValue(
    fields,
    'color',
    text => (/^#[0-9a-f]{6}$/i.test(text.trim()) ? text.trim() : undefined),
    'six hexadecimal digits after a number sign, as in #c04000',
    problems,
  )
  const version = readValue(fields, 'version', readNumber, 'a whole number from 1', problems) ?? 1
  const retired = readValue(fields, 'retired', readYesNo, '"yes" or "no"', problems)
  const qualifier = fields.get('qualifier')?.at(-1)?.label
  const literature = fields.get('literature')?.map(({ text }) => text)
  const mergedInto = fields.get('mergedInto')?.at(-1)?.text
  const { definition } = entry
  return {
    id,
    label: entry.name,
    parent: parent?.id ?? null,
    level,
    origin,
    ...(definition.nl === undefined && definition.en === undefined ? {} : { definition }),
    ...(qualifier?.nl === undefined && qualifier?.en === undefined ? {} : { qualifier }),
    ...(literature === undefined ? {} : { literature }),
    ...(color === undefined ? {} : { color }),
    version,
    ...(retired === undefined ? {} : { retired }),
    ...(mergedInto ? { mergedInto } : {}),
  }
}

function readLevel(text: string): CodeLevel | undefined {
  const word = text.trim().toLowerCase()
  return (
    codeLevels.find(each => each === word) ??
    (Object.hasOwn(dutchLevels, word) ? dutchLevels[word] : undefined)
  )
}
