import { type ReadSourceOptions, readTranscript } from '../src/index.ts'
import { bytesOf } from './bytes.ts'

/** A file as it is read: turns as `speaker|time-timeEnd|words`, problems as `code:line`. */
export async function readTurnsOf(
  file: string | Uint8Array,
  name = 'gesprek.txt',
  metadata: ReadSourceOptions['metadata'] = {},
) {
  const bytes = typeof file === 'string' ? bytesOf(file) : file
  const { value, problems } = await readTranscript(bytes, { name, metadata })
  return {
    format: value.origin.format,
    text: value.text,
    turns: value.turns.map(
      ({ start, end, speaker, time, timeEnd }) =>
        `${speaker}|${time ?? ''}-${timeEnd ?? ''}|${value.text.slice(start, end)}`,
    ),
    problems: problems.map(({ code, place }) => `${code}:${place?.line}`),
  }
}
