import { type Problem, placed, type Reading, type Turn } from '@codeerbank/core'
import { z } from 'zod'
import { readCsv } from '../read-csv.ts'
import { problemAt } from '../read-source.ts'
import { textOfCell } from './cell-text.ts'

/** The turns of the sources whose front matter says `verbatim`, by source. */
export type ListedTurns = ReadonlyMap<string, readonly Turn[]>

const turnSchema: z.ZodType<Turn> = z.strictObject({
  start: z.int().min(0),
  end: z.int().min(0),
  speaker: z.string(),
  role: z.enum(['participant', 'interviewer', 'unknown']),
  participant: z.string().exactOptional(),
  time: z.number().min(0).exactOptional(),
  timeEnd: z.number().min(0).exactOptional(),
})

/**
 * Reads `turns.csv`, `source,start,end,speaker,role` and, where known, `participant,time,time_end`: offsets are half-open
 * UTF-16 units of the text, times seconds of the recording.
 *
 * @param file its name, for the places of problems
 */
export async function readTurns(bytes: Uint8Array, file: string): Promise<Reading<ListedTurns>> {
  const read = await readCsv(bytes, { required: ['source', 'start', 'end', 'speaker', 'role'] })
  const problems: Problem[] = [...read.problems]
  const value = new Map<string, Turn[]>()
  for (const { line, cells } of read.value) {
    const cell = (name: string) => textOfCell((cells[name] ?? '').trim())
    const number = (name: string) => (cell(name) === '' ? undefined : Number(cell(name)))
    const turn = turnSchema.safeParse({
      start: number('start'),
      end: number('end'),
      speaker: cell('speaker'),
      role: cell('role'),
      ...present('participant', cell('participant') || undefined),
      ...present('time', number('time')),
      ...present('timeEnd', number('time_end')),
    })
    if (!turn.success) {
      const [fault] = turn.error.issues
      const message = `"${fault?.path.join('.')}" does not fit: ${fault?.message}. Correct the row, or remove it.`
      problems.push(problemAt('bad-turn', 'error', message, line))
      continue
    }
    const turns = value.get(cell('source'))
    if (turns === undefined) value.set(cell('source'), [turn.data])
    else turns.push(turn.data)
  }
  return { value, problems: problems.map(problem => placed(problem, { file })) }
}

function present<T>(key: string, value: T | undefined): Readonly<Record<string, T>> {
  return value === undefined ? {} : { [key]: value }
}
