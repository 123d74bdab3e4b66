import { parseShallowJson } from '../parse-shallow-json.ts'
import { customaryRole } from '../speaker-label.ts'

/** Words of a cue, and who says them where the cue says so. */
export interface VoicedWords {
  readonly speaker?: string
  /** Whether they begin on a line of the cue below its first. */
  readonly inner?: true
  readonly text: string
}

/**
 * The words of a cue by who says them: `<v Name>words</v>`, with or without the end. Other tags are taken out, as are the marks
 * of place that SubStation's users put in SRT (`{\an8}`).
 *
 * @returns one without words where the cue has none
 */
export function wordsByVoice(payload: string): readonly VoicedWords[] {
  // A tag that is cut off holds no words.
  const whole = payload.replace(/<v(?:[.\t ][^<>\n]*)?$/, '')
  const found: VoicedWords[] = []
  let speaker = ''
  let at = 0
  const add = (end: number) => {
    const text = plainWords(whole.slice(at, end))
    found.push({ ...(speaker === '' ? {} : { speaker }), text })
  }
  for (const match of whole.matchAll(voice)) {
    add(match.index)
    at = match.index + match[0].length
    speaker = found.length > mostVoices ? '' : plainWords(match[1] ?? '')
    if (found.length > mostVoices) break
  }
  add(whole.length)
  const worded = found.filter(({ text }) => text !== '')
  return worded.length === 0 ? [{ text: '' }] : worded
}

const voice = /<v(?:\.[^\s>]*)?(?:[ \t]+([^>]*))?>/g
/** Nobody speaks so often in one cue; of what is past that it is not known who says it. */
const mostVoices = 10_000

/** A line that begins with a label, which may be another speaker's: `Bram: words`. */
const labelledLine = /^\s*(?:>>>?\s*)?\[?[^\s:：[\]][^:：[\]]{0,60}\]?\s?[:：]\s*\S/

/** The words of a cue's lines, parted where a line begins with a label: it may be another speaker's. */
export function wordsByLine(lines: readonly string[]): readonly VoicedWords[] {
  const voiced = lines.some(line => /<v[.\s]/.test(line))
  const parts: string[][] = []
  lines.forEach((line, i) => {
    if (i === 0 || (!voiced && labelledLine.test(line))) parts.push([])
    // `Speaker 1` on a line above the words.
    const isLabel =
      i === 0 && lines.length > 1 && /\d\s*$/.test(line) && customaryRole(line.trim()) !== undefined
    parts.at(-1)!.push(isLabel ? `${line.trim()}:` : line)
  })
  const found = parts.flatMap((part, i) => {
    const own = wordsByVoice(part.join('\n'))
    return i === 0 ? own : own.map(each => ({ ...each, inner: true as const }))
  })
  const worded = found.filter(({ text }) => text !== '')
  return worded.length === 0 ? [{ text: '' }] : worded
}

/** The words of a cue that is JSON, as Teams gives them to programs: `{"speakerName": ..., "spokenText": ...}`. */
export function spokenJson(lines: readonly string[]): readonly VoicedWords[] | undefined {
  const payload = lines.join('\n').trim()
  if (!payload.startsWith('{') || !payload.includes('"spokenText"')) return undefined
  const data = parseShallowJson(payload)
  if (typeof data !== 'object' || data === null || !('spokenText' in data)) return undefined
  const text = String(data.spokenText).replace(/\s+/g, ' ').trim()
  const speaker = 'speakerName' in data ? String(data.speakerName).trim() : ''
  return [{ ...(speaker === '' ? {} : { speaker }), text }]
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
  '&quot;': '"',
  '&apos;': "'",
  '&lrm;': '\u200e',
  '&rlm;': '\u200f',
}

/** Without the tags and character references that WebVTT knows. */
function plainWords(text: string): string {
  return text
    .replace(/<\/?(?:v|c|i|b|u|s|ruby|rt|lang|font)(?:[.\s][^>]*)?>|<[\d:.]+>|\{\\[^{}]*\}/gi, '')
    .replace(/&(?:amp|lt|gt|nbsp|quot|apos|lrm|rlm);/g, reference => entities[reference]!)
    .replace(/&#(?:(\d{1,7})|x([\da-f]{1,6}));/gi, (reference, decimal?: string, hex?: string) => {
      const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal)
      const isCharacter = code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      return isCharacter ? String.fromCodePoint(code) : reference
    })
    .replace(/\s+/g, ' ')
    .trim()
}
