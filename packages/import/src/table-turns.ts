import { indexText, lineColumnAt, type Problem, type Turn } from '@codeerbank/core'
import { whoSpeaks } from './find-turns.ts'
import { headerLabel } from './header-label.ts'
import { mostTurns } from './labels-in.ts'
import { parseTime } from './parse-time.ts'
import { problemAt } from './read-source.ts'
import type { SourceMetadata } from './source-metadata.ts'
import { customaryRole } from './speaker-label.ts'
import { looksLikeName } from './speaker-name.ts'
import { about } from './transcript-head.ts'

/** The turns of a table, and warnings for times that are none, rows without words and speakers whom nobody knows. */
export interface TableTurns {
  readonly turns: readonly Turn[]
  readonly problems: readonly Problem[]
}

interface Cell {
  readonly start: number
  readonly text: string
}

/** Which columns of a table say who speaks, what, and from when; `times` may be -1, and where they are not `speakers`. */
interface TurnColumns {
  readonly speakers: number
  readonly words: number
  readonly times: number
  /** Whether the first row names the columns. */
  readonly headed: boolean
}

const heads = {
  speakers: /^(?:speaker|spreker|sprecher|participant|deelnemer|naam|name|wie|who|speaker name)s?:?$/i,
  words:
    /^(?:content|inhoud|inhalt|text|tekst|transcript|transcriptie|transcription|words|woorden|utterance|uitspraak|uiting|dialogue|dialoog|speech|wat|what|what was said|gesproken tekst):?$/i,
  times:
    /^(?:timespan|time|tijd|tijdspanne|tijdstip|tijdstempel|zeitspanne|zeit|time ?stamp|time ?code|tijdcode|start|start ?time|begin|begintijd|time in):?$/i,
}

const clock = String.raw`(\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?)`
const span = new RegExp(String.raw`^[\[(]?${clock}[\])]?(?:\s*(?:-|–|-->)\s*[\[(]?${clock}[\])]?)?$`)

/** In a table of so few rows it is enough that one name comes back. */
const mostShort = 6

/** No transcript in a table is wider. */
const mostColumns = 8

/**
 * Finds the turns of a transcript that is a table, as NVivo and many researchers make them: a row a turn, with columns for who speaks, the
 * words and perhaps the time (or for the time and the words), known by their heads or by what stands in them. The rows are lines with tabs between their cells.
 *
 * @param known whether it must be its head that says so
 * @returns `null` where the text is no such table
 */
export function tableTurns(
  text: string,
  metadata: SourceMetadata,
  line: number,
  known: 'by its head' | 'by its cells' = 'by its cells',
): TableTurns | null {
  if (!text.includes('\t')) return null
  const table = tableOf(text)
  const columns = table === null ? null : columnsOf(table.first, metadata)
  if (table === null || columns === null) return null
  if (known === 'by its head' && (!columns.headed || columns.speakers === -1)) return null
  const turns: Turn[] = []
  const problems: Problem[] = []
  const index = indexText(text)
  const warn = (code: string, message: string, at: number) =>
    problems.push(problemAt(code, 'warning', message, line + lineColumnAt(index, at).line - 1))
  const unmapped = new Set<string>()
  let speaker = columns.speakers === -1 ? '?' : undefined
  let head = columns.headed ? 1 : headRows(table.first, columns)
  for (const cells of rowsOf(text, table.width)) {
    if (head > 0) {
      head -= 1
      continue
    }
    const words = cells[columns.words]
    const given = cells[columns.speakers]?.text.replace(/\s*:$/, '')
    const timed = given === undefined ? undefined : headerLabel(given, 0)
    const named = timed?.speaker ?? given
    if (named !== undefined && named !== '') speaker = named
    if (named !== undefined && named !== '' && words?.text === '')
      warn('empty-turn', `The turn of "${named}" has no words.`, cells[columns.speakers]!.start)
    if (words === undefined || words.text === '' || speaker === undefined) continue
    const [, from = timed?.time, to] = span.exec(cells[columns.times]?.text ?? '') ?? []
    const time = from === undefined ? undefined : parseTime(from)
    const timeEnd = to === undefined ? undefined : parseTime(to)
    const written = cells[columns.times]
    if (written !== undefined && written.text !== '' && time === undefined)
      warn(
        'bad-time',
        `"${written.text.slice(0, 40)}" is no time: write hh:mm:ss. The turn is kept without it.`,
        written.start,
      )
    const who = whoSpeaks(metadata, speaker)
    if (metadata.participants !== undefined && who.role === 'participant' && who.participant === undefined)
      if (!unmapped.has(speaker)) {
        unmapped.add(speaker)
        warn(
          'unknown-speaker',
          `It is not said who "${speaker}" is. Add it to "speakers:": a participant's id, interviewer or unknown.`,
          words.start,
        )
      }
    turns.push({
      start: words.start,
      end: words.start + words.text.length,
      speaker,
      ...who,
      ...(time === undefined ? {} : { time }),
      ...(timeEnd === undefined || timeEnd < (time ?? 0) ? {} : { timeEnd }),
    })
  }
  if (columns.speakers === -1 && turns.length > 0)
    warn(
      'no-speakers',
      'The table does not say who speaks: its turns are of an unknown speaker. Add a column where you need it.',
      turns[0]!.start,
    )
  return { turns, problems }
}

/** How many rows at the start say of the conversation when, where and who: each has a key that does not come back. */
function headRows(first: readonly (readonly Cell[])[], { speakers }: TurnColumns): number {
  const keys = first.map(cells => cells[speakers]!.text.replace(/\s*:$/, ''))
  const often = new Map<string, number>()
  for (const key of keys) often.set(key, (often.get(key) ?? 0) + 1)
  const count = keys.findIndex(key => often.get(key)! > 1)
  return count > 0 && keys.slice(0, count).some(key => about.test(`${key}:`)) ? count : 0
}

/**
 * The rows of a table, of which cells may have several lines: a row ends with the line that has its last tab, and with the lines
 * without a tab between that and the next row.
 */
function* rowsOf(text: string, width: number): Generator<readonly Cell[]> {
  let from = -1
  let to = -1
  let cells = 1
  for (const { line, at } of linesOf(text)) {
    const more = widthOf(line) - 1
    if (cells === width && more > 0) {
      yield cellsOf(text.slice(from, at).trimEnd(), from, width)
      cells = 1
      from = -1
    }
    if (more === 0 && cells === 1) continue
    if (from === -1) from = at
    cells += more
    if (cells > width) {
      cells = 1
      from = -1
    } else if (more > 0) to = at + line.length
  }
  // At the end of a text the last row has lost the tabs of its empty cells.
  const isLast = cells > 1 && to >= text.trimEnd().length
  if (cells === width || isLast) yield cellsOf(text.slice(from, to), from, width)
}

function* linesOf(text: string): Generator<{ readonly line: string; readonly at: number }> {
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf('\n', at)
    const end = next === -1 ? text.length : next
    yield { line: text.slice(at, end), at }
    at = end + 1
  }
}

const widthOf = (line: string): number => line.split('\t', mostColumns + 1).length

/** By so many rows it is seen what the columns are. */
const looked = 1000

/** The table of most rows that are as wide, and its first ones; `null` where they are few of the lines, or more than any transcript has. */
function tableOf(
  text: string,
): { readonly width: number; readonly first: readonly (readonly Cell[])[] } | null {
  const tables = new Map<number, { width: number; count: number; first: Cell[][] }>()
  let lines = 0
  for (const { line, at } of linesOf(text)) {
    if (line.trim() === '') continue
    lines += 1
    const width = widthOf(line)
    if (width === 1 || width > mostColumns) continue
    const table = tables.get(width) ?? { width, count: 0, first: [] }
    tables.set(width, table)
    table.count += 1
    if (table.count <= looked) table.first.push(cellsOf(line, at, width))
  }
  const [most] = [...tables.values()].sort((a, b) => b.count - a.count)
  return most !== undefined && most.count > 1 && most.count * 2 > lines && most.count <= mostTurns
    ? most
    : null
}

/** The cells of a row; where the last ones are empty they may have lost their tabs. */
function cellsOf(row: string, at: number, width: number): Cell[] {
  let start = at
  const given = row.split('\t')
  return [...given, ...Array<string>(Math.max(0, width - given.length)).fill('')].map(given => {
    const text = given.trim()
    const cell = { start: start + given.length - given.trimStart().length, text }
    start += given.length + 1
    return cell
  })
}

function columnsOf(rows: readonly (readonly Cell[])[], metadata: SourceMetadata): TurnColumns | null {
  const [first] = rows
  if (first === undefined) return null
  const headOf = (head: RegExp) => first.findIndex(({ text }) => head.test(text))
  const named = { speakers: headOf(heads.speakers), words: headOf(heads.words), times: headOf(heads.times) }
  if (named.words !== -1 && (named.speakers !== -1 || named.times !== -1)) return { ...named, headed: true }
  const columns = first.map((_, i) => rows.map(cells => cells[i]!.text).filter(each => each !== ''))
  const isTime = (text: string) => span.test(text)
  const isSpeaker = (text: string) => {
    const { role, participant } = whoSpeaks(metadata, text)
    return role !== 'participant' || participant !== undefined || customaryRole(text) !== undefined
  }
  const times = columns.findIndex(texts => texts.length > 0 && texts.every(isTime))
  const speakers = columns.findIndex(texts => {
    if (texts.length === 0) return false
    if (texts.every(each => headerLabel(each, 0) !== undefined)) return true
    const names = texts.map(each => each.replace(/\s*:$/, ''))
    const unknown = names.filter(name => /^\d+$/.test(name) || !isSpeaker(name))
    const kinds = new Set(names).size
    // Names come back, sooner or later; beside labels that are known any name is one.
    const few = kinds * 2 <= names.length || (names.length <= mostShort && kinds < names.length)
    return (
      unknown.every(name => looksLikeName(name) && !/^\d+$|[.?!…]$/.test(name)) &&
      (few || unknown.length * 2 <= names.length)
    )
  })
  if (speakers === -1) return null
  const lengths = columns.map((texts, i) =>
    i === speakers || texts.every(isTime) ? -1 : texts.reduce((sum, { length }) => sum + length, 0),
  )
  const words = lengths.indexOf(Math.max(...lengths))
  return lengths[words]! > 0 ? { speakers, words, times, headed: false } : null
}
