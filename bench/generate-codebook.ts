import type { Change, Code, CodeLevel } from '@codeerbank/core'
import type { Draw } from './mulberry32.ts'

const levels: readonly { level: CodeLevel; id: string; nl: string; en: string }[] = [
  { level: 'theme', id: 'thema', nl: 'Thema', en: 'Theme' },
  { level: 'main code', id: 'hoofdcode', nl: 'Hoofdcode', en: 'Main code' },
  { level: 'sub-code', id: 'subcode', nl: 'Subcode', en: 'Sub-code' },
]

export interface GeneratedCodebook {
  readonly codes: readonly Omit<Code, 'version'>[]
  readonly changes: readonly Change[]
  /** Ids of the codes that no codings may carry. */
  readonly retired: ReadonlySet<string>
}

/**
 * A codebook of three levels (of 300 codes: 12 themes, 48 main codes, 240 sub-codes) with one frame, which has a row
 * per theme. Afterwards some codes are renamed, defined anew, moved, and one is retired.
 */
export function generateCodebook(
  draw: Draw,
  size: number,
  base: { at: string; by: string },
): GeneratedCodebook {
  const themes = Math.max(1, Math.round(size / 25))
  const mainCodes = Math.min(size - themes, themes * 4)
  const sizes = [themes, mainCodes, size - themes - mainCodes]
  const ids = sizes.map((count, depth) =>
    Array.from({ length: count }, (_, i) => `${levels[depth]!.id}-${i + 1}`),
  )
  const codes = levels.flatMap(({ level, nl, en }, depth) =>
    ids[depth]!.map((id, i): Omit<Code, 'version'> => {
      const above = ids[depth - 1]
      const parent = above?.[Math.floor((i * above.length) / ids[depth]!.length)] ?? null
      return {
        id,
        label: { nl: `${nl} ${i + 1}`, en: `${en} ${i + 1}` },
        parent,
        level,
        origin: draw.chance(0.5) ? 'deductive' : 'inductive',
        definition: { nl: `Wat bij ${nl.toLowerCase()} ${i + 1} hoort.` },
      }
    }),
  )
  const [first = [], second = [], third = []] = ids
  const changes: Change[] = codes.map(code => ({
    kind: 'add-code',
    id: `add-code:${code.id}`,
    code,
    ...base,
  }))
  for (const code of third.filter(() => draw.chance(0.1))) {
    changes.push({
      kind: 'rename-code',
      id: `rename-code:${code}`,
      code,
      label: { nl: `${code}, herzien` },
      ...base,
    })
    changes.push({
      kind: 'redefine-code',
      id: `redefine-code:${code}`,
      code,
      definition: { nl: 'Enger.' },
      ...base,
    })
  }
  for (const code of second.filter(() => draw.chance(0.1)))
    changes.push({ kind: 'move-code', id: `move-code:${code}`, code, parent: draw.pick(first), ...base })
  const retired = third.slice(-1)
  for (const code of retired) changes.push({ kind: 'retire-code', id: `retire-code:${code}`, code, ...base })
  const rows = first.map((code, i) => ({ id: `rij-${i + 1}`, label: { nl: `Rij ${i + 1}` }, codes: [code] }))
  const frame = { id: 'themas', label: { nl: "Thema's", en: 'Themes' }, rows }
  changes.push({ kind: 'set-frame', id: 'set-frame:themas', frame, ...base })
  return { codes, changes, retired: new Set(retired) }
}
