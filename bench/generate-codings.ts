import { type Change, describeSegment } from '@codeerbank/core'
import type { GeneratedSource } from './generate-source.ts'
import type { Draw } from './mulberry32.ts'

export interface CodingPlan {
  readonly count: number
  readonly codes: readonly string[]
  readonly coders: readonly string[]
  readonly at: string
}

/**
 * Segments of a source with one to three codings each, as the changes that make them: mostly by one coder, a few codes
 * far more often than the others, one coding in fifty against its code.
 */
export function generateCodings(
  draw: Draw,
  { source, passages }: GeneratedSource,
  plan: CodingPlan,
): Change[] {
  const changes: Change[] = []
  const { codes, coders, at } = plan
  const coderOfSource = draw.pick(coders)
  const segments = new Set<string>()
  for (let left = plan.count; left > 0; ) {
    const { start, end } = stretchIn(draw, source.text, draw.pick(passages))
    const id = `${source.id}:${start}-${end}`
    if (segments.has(id)) continue
    segments.add(id)
    const { exact: quote, prefix, suffix } = describeSegment(source.text, start, end)
    const by = coderOfSource
    const segment = { id, source: source.id, start, end, quote, prefix, suffix }
    changes.push({ kind: 'add-segment', id: `add-segment:${id}`, at, by, segment })
    const used = new Set<string>()
    const several = 1 + Number(draw.chance(0.3)) + Number(draw.chance(0.15))
    for (let n = Math.min(several, left); n > 0; n--) {
      const coder = draw.chance(0.1) ? draw.pick(coders) : coderOfSource
      const code = codes[draw.skewed(codes.length)]!
      const coding = `${id}|${code}|${coder}`
      if (used.has(coding)) continue
      used.add(coding)
      left--
      const stance = draw.chance(0.02) ? { stance: 'contradicts' as const } : {}
      changes.push({
        kind: 'code-segment',
        id: `code-segment:${coding}`,
        at,
        by: coder,
        coding: { id: coding, segment: id, code, ...stance },
      })
    }
  }
  return changes
}

/** Some words in a passage: 20 to 160 characters, or what there is. */
function stretchIn(draw: Draw, text: string, passage: { start: number; end: number }) {
  const space = text.indexOf(' ', passage.start + draw.below(passage.end - passage.start))
  const start = space === -1 || space + 1 >= passage.end ? passage.start : space + 1
  const stop = text.indexOf(' ', start + 20 + draw.below(140))
  return { start, end: stop === -1 || stop > passage.end ? passage.end : stop }
}
