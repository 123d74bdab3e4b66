import { type Problem, placed, type Reading, type Turn } from '@codeerbank/core'
import { z } from 'zod'
import { readCsv } from '../read-csv.ts'
import { problemAt } from '../read-source.ts'
import { shapeFaults } from '../shape-fault.ts'
import { textOfCell } from './cell-text.ts'

/** The turns of the sources whose front matter says `verbatim`, by source. */
export type ListedTurns = ReadonlyMap<string, readonly Turn[]>

/** A row as the file has it. */
const rowSchema = z.strictObject({
  start: z.int().min(0),
  end: z.int().min(0),
  speaker: z.string(),
  role: z.enum(['participant', 'interviewer', 'unknown']),
  participant: z.string().exactOptional(),
  time: z.number().min(0).exactOptional(),
  time_end: z.number().min(0).exactOptional(),
})

/**
 * Reads `turns.csv`, `source,start,end,speaker,role` and, where known, `participant,time,time_end`: offsets are half-open
 * UTF-16 units of the text, times seconds of the recording.
 *
 * @param file its name, for the places of problems
 */
export async function readTurns(bytes: Uint8Array, file: string): Promise<Reading<ListedTurns>> {
  const rows = await readCsv(bytes, { required: ['source', 'start', 'end', 'speaker', 'role'] })
  const problems: Problem[] = [...rows.problems]
  const value = new Map<string, Turn[]>()
  for (const { line, cells } of rows.value) {
    const cell = (name: string) => textOfCell((cells[name] ?? '').trim())
    const number = (name: string) => {
      const text = cell(name)
      if (text === '') return undefined
      return Number.isNaN(Number(text)) ? text : Number(text)
    }
    const row = {
      ...present('start', number('start')),
      ...present('end', number('end')),
      speaker: cell('speaker'),
      role: cell('role'),
      ...present('participant', cell('participant') || undefined),
      ...present('time', number('time')),
      ...present('time_end', number('time_end')),
    }
    const read = rowSchema.safeParse(row)
    if (!read.success) {
      for (const { message } of shapeFaults(rowSchema, row, read.error.issues))
        problems.push(problemAt('bad-turn', 'error', message, line))
      continue
    }
    const { time_end: timeEnd, ...rest } = read.data
    const turn: Turn = { ...rest, ...present('timeEnd', timeEnd) }
    const turns = value.get(cell('source'))
    if (turns === undefined) value.set(cell('source'), [turn])
    else turns.push(turn)
  }
  return { value, problems: problems.map(problem => placed(problem, { file })) }
}

function present<T>(key: string, value: T | undefined): Readonly<Record<string, T>> {
  return value === undefined ? {} : { [key]: value }
}
