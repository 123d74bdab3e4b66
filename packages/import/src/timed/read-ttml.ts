import { readXml } from '@codeerbank/archive'
import { type Problem, StudyError } from '@codeerbank/core'
import { problemAt } from '../read-source.ts'
import { addCue, badTime, type Cue, tell } from './cue.ts'
import type { TimedText } from './read-timed-text.ts'

const limits = { elements: 1_000_000, references: 1_000_000 }

/** Whether a file is Timed Text Markup Language (W3C TTML, once DFXP), by its outermost element. */
export function isTtml(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 2_000)).toString(
    'latin1',
  )
  return /^(?:\xEF\xBB\xBF)?\s*(?:<\?[^>]*>\s*|<!--[^>]*-->\s*)*<(?:[\w-]+:)?tt[\s>]/.test(head)
}

/**
 * Reads subtitles in TTML: a paragraph (`p`) a caption, with the person (`ttm:agent`) whom it names. Times are clock times, or numbers of hours,
 * minutes, seconds, thousandths, ticks or frames.
 */
export async function readTtml(bytes: Uint8Array): Promise<TimedText> {
  const cues: Cue[] = []
  const problems: Problem[] = []
  const agents = new Map<string, string>()
  const rates = { tickRate: 1, frameRate: 30 }
  let agent = ''
  let isNamed = false
  let open: { line: number; attributes: Readonly<Record<string, string>>; text: string } | undefined
  const close = () => {
    if (open === undefined) return
    const { line, attributes, text } = open
    const given = attributes.agent?.trim() ?? ''
    const speaker = agents.get(given) ?? given
    const words = text.replace(/\s+/g, ' ').trim()
    const times = timesOf(attributes, rates)
    if (times === null) tell(problems, badTime(line))
    addCue(cues, problems, { line, ...times, ...(speaker === '' ? {} : { speaker }), text: words })
    open = undefined
  }
  try {
    await readXml(
      [bytes],
      {
        open({ name, attributes, line }) {
          if (name === 'tt') {
            rates.tickRate = Number(attributes.tickRate) || rates.tickRate
            rates.frameRate = Number(attributes.frameRate) || rates.frameRate
          } else if (name === 'agent') agent = attributes.id ?? ''
          else if (name === 'name') isNamed = true
          else if (name === 'p') open = { line, attributes, text: '' }
          else if (name === 'br' && open !== undefined) open.text += ' '
        },
        close(name) {
          if (name === 'p') close()
          else if (name === 'name') isNamed = false
          else if (name === 'agent') agent = ''
        },
        text(text) {
          if (open !== undefined) open.text += text
          else if (isNamed && agent !== '') agents.set(agent, (agents.get(agent) ?? '') + text.trim())
        },
      },
      { limits },
    )
  } catch (error) {
    if (!(error instanceof StudyError)) throw error
    problems.push(
      ...error.problems.map(({ place, ...problem }) => ({ ...problem, place: { line: place?.line ?? 1 } })),
    )
  }
  if (cues.length === 0 && problems.length === 0)
    problems.push(problemAt('empty-source', 'error', 'The file has captions without words.', 1))
  return { format: 'ttml', cues, problems }
}

type Rates = { readonly tickRate: number; readonly frameRate: number }

/** The times of a paragraph; `null` where one is none. */
function timesOf(
  attributes: Readonly<Record<string, string>>,
  rates: Rates,
): Pick<Cue, 'start' | 'end'> | null {
  const [start, end, length] = ['begin', 'end', 'dur'].map(key => secondsOf(attributes[key], rates))
  if ([start, end, length].some(time => time === null)) return null
  const until = end ?? (length === undefined ? undefined : (start ?? 0) + length!)
  const isAfter = until !== undefined && until !== null && until >= (start ?? 0)
  return { ...(start === undefined ? {} : { start: start! }), ...(isAfter ? { end: until } : {}) }
}

/** Seconds; `null` for what is no time, `undefined` for nothing. */
function secondsOf(written: string | undefined, { tickRate, frameRate }: Rates): number | null | undefined {
  if (written === undefined) return undefined
  const clock = /^(\d{1,4}):(\d{2}):(\d{2}(?:\.\d{1,9})?)(?::(\d{1,3}))?$/.exec(written.trim())
  if (clock !== null) {
    const [, hours, minutes, seconds, frames = '0'] = clock
    return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(frames) / frameRate
  }
  const [, count, unit] = /^(\d{1,15}(?:\.\d{1,9})?)(h|m|s|ms|f|t)$/.exec(written.trim()) ?? []
  if (count === undefined) return null
  const units = { h: 1 / 3600, m: 1 / 60, s: 1, ms: 1000, f: frameRate, t: tickRate }
  return Number(count) / units[unit as keyof typeof units]
}
