import { isDeepStrictEqual } from 'node:util'
import { codeFinder } from '@codeerbank/codebook'
import {
  byId,
  type Coding,
  findQuote,
  type Participant,
  type Segment,
  type Source,
  type Study,
  unknownTime,
  type Value,
  type Variable,
} from '@codeerbank/core'
import { segmentId } from '../anchor-codings.ts'
import { participantColumns, valueOfCell } from '../read-participants.ts'
import { cellJson, cellText } from './cell-text.ts'
import { writeList } from './write-list.ts'

/** Writes `participants.csv`. */
export async function writeParticipants({ participants, variables }: Study): Promise<string> {
  const columns = participantColumns(variables)
  const rows = participants.map(each => {
    const { id, label, organisation, function: role, note, case: inCase, values } = each
    const cells = columns.map(({ variable }) => valueCell(values, variable))
    const isPlain = isDeepStrictEqual(plainValues(cells, columns), values)
    return [
      cellText(id),
      label === id ? '' : cellText(label),
      ...[organisation, role, note, inCase].map(text => (text === undefined ? '' : cellText(text))),
      ...(isPlain ? cells : cells.map(() => '')),
      isPlain || values === undefined ? '' : cellJson(values),
    ]
  })
  const names = columns.map(({ variable }) => variable.id)
  const head = ['id', 'label', 'organisation', 'function', 'note', 'case', ...names, 'values']
  return writeList(head, rows, ['id', 'label', 'organisation', 'function', 'note'])
}

function valueCell(values: Participant['values'], { id, type }: Variable): string {
  const value = values !== undefined && Object.hasOwn(values, id) ? values[id] : undefined
  if (value === undefined) return ''
  const plain = typeof value === 'string' ? cellText(value) : String(value)
  return valueOfCell(plain, type) === value ? plain : cellJson(value)
}

function plainValues(
  cells: readonly string[],
  columns: readonly { readonly variable: Variable }[],
): Readonly<Record<string, Value>> | undefined {
  const filled = columns.flatMap(({ variable }, i): readonly (readonly [string, Value])[] =>
    cells[i] === '' ? [] : [[variable.id, valueOfCell(cells[i]!, variable.type)]],
  )
  return filled.length === 0 ? undefined : Object.fromEntries(filled)
}

/** Writes `turns.csv`: the turns of sources in which they cannot be found, or nothing where there are none. */
export async function writeTurns(sources: readonly Source[]): Promise<string | null> {
  const rows = sources.flatMap(({ id, turns }) =>
    turns.map(({ start, end, speaker, role, participant, time, timeEnd }) => [
      cellText(id),
      start,
      end,
      cellText(speaker),
      role,
      participant === undefined ? '' : cellText(participant),
      time,
      timeEnd,
    ]),
  )
  const head = ['source', 'start', 'end', 'speaker', 'role', 'participant', 'time', 'time_end']
  return rows.length === 0 ? null : writeList(head, rows, ['source', 'start', 'end', 'speaker', 'role'])
}

/** Writes `segments.csv` where the codings do not tell all of the segments, or not in their order. */
export async function writeSegments(study: Study): Promise<string | null> {
  const first = new Map<string, Coding>()
  for (const coding of study.codings) if (!first.has(coding.segment)) first.set(coding.segment, coding)
  const told = [...first.values()]
  const isTold = study.segments.every(({ id, by, at, comment }, i) => {
    const coding = told[i]
    return coding?.segment === id && coding.coder === by && coding.at === at && comment === undefined
  })
  if (isTold) return null
  const place = placeCells(study)
  const rows = study.segments.map(segment => [
    segment.id === segmentId(segment.source, segment.start, segment.end) ? '' : cellText(segment.id),
    ...place(segment),
    cellText(segment.by),
    segment.at === unknownTime ? '' : segment.at,
    segment.comment === undefined ? '' : cellText(segment.comment, true),
  ])
  const head = ['id', 'source', 'quote', 'occurrence', 'start', 'by', 'at', 'comment']
  return writeList(head, rows, ['source', 'quote', 'start', 'by', 'at'])
}

/** Writes `codings.csv`. */
export async function writeCodings(study: Study): Promise<string> {
  const name = codeNames(study)
  const place = placeCells(study)
  const isNamed = ({ id, source, start, end }: Segment) => id === segmentId(source, start, end)
  const allNamed = study.segments.every(isNamed)
  const rows = study.codings.map(({ id, segment: of, code, coder, memo, at, stance }) => {
    const segment = byId(study.segments, of)!
    return [
      ...place(segment),
      cellText(name(code)),
      cellText(coder),
      memo === undefined ? '' : cellText(memo, true),
      at === unknownTime ? '' : at,
      stance,
      byId(study.codes, code)?.retired === true ? 'yes' : '',
      allNamed ? '' : cellText(of),
      id === `${of}|${code}|${coder}` ? '' : cellText(id),
    ]
  })
  const place4 = ['source', 'quote', 'occurrence', 'start']
  const head = [...place4, 'code', 'coder', 'memo', 'at', 'stance', 'retired', 'segment', 'coding']
  return writeList(head, rows, ['source', 'quote', 'code', 'coder', 'memo', 'at'])
}

/** The cells that say where a segment is: source, quote, which of several places with these words, and where it begins. */
function placeCells({ sources }: Study): (segment: Segment) => readonly (string | number)[] {
  return ({ source, start, quote }) => {
    const text = byId(sources, source)?.text ?? ''
    const before = findQuote(text.slice(0, start + quote.length), quote).length
    const several = before > 1 || text.includes(quote, start + 1)
    return [cellText(source), cellText(quote, true), several ? before : '', start]
  }
}

/** How a list names a code: by its label where that says which code is meant, else by its id. */
function codeNames({ codes, language }: Study): (id: string) => string {
  const find = codeFinder(codes)
  const names = new Map<string, string>()
  for (const { id, label } of codes) {
    const name = label[language] ?? label.nl ?? label.en ?? ''
    const found = name === '' ? undefined : find(name)
    names.set(id, found !== undefined && !('severity' in found) && found.id === id ? name : id)
  }
  return id => names.get(id) ?? id
}
