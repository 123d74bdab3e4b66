import { type Problem, placed, type Reading } from '@codeerbank/core'
import { readCsv } from './read-csv.ts'
import { problemAt } from './read-source.ts'
import { shapeFaults } from './shape-fault.ts'
import { type SourceMetadata, sourceMetadataSchema } from './source-metadata.ts'

const aliases = {
  bestand: 'file',
  bestandsnaam: 'file',
  titel: 'title',
  soort: 'kind',
  casus: 'case',
  datum: 'date',
  activiteiten: 'activities',
  deelnemers: 'participants',
  sprekers: 'speakers',
  onderwerpen: 'topics',
  taal: 'language',
  codeur: 'coder',
  volgorde: 'order',
}

const lists = new Set(['participants', 'topics'])

/** What the list says of one file. */
export interface ListedSource {
  readonly metadata: SourceMetadata
  /** Its place among the sources; those without come last, by name. */
  readonly order?: number
  readonly line: number
}

/**
 * Reads `sources.csv`, which says of each file what its front matter would: `file,id,title,kind,form,case,date,
 * activities,participants,topics,speakers,language,coder`, and `order`, its place among the sources; several participants are
 * separated by semicolons, and so are speakers: `Piet Jansen = H01; Anna = interviewer`. The head may be Dutch.
 *
 * @param bytes the file
 * @param file its name, for the places of problems
 * @returns what is said, by the path of the file under `sources/`
 */
export async function readSourceList(
  bytes: Uint8Array,
  file: string,
): Promise<Reading<ReadonlyMap<string, ListedSource>>> {
  const read = await readCsv(bytes, { required: ['file'], aliases })
  const problems: Problem[] = [...read.problems]
  const value = new Map<string, ListedSource>()
  for (const { line, cells } of read.value) {
    const { file: path = '', order = '', ...rest } = cells
    const given: Record<string, unknown> = {}
    for (const [key, cell] of Object.entries(rest)) {
      const text = cell.trim()
      if (text === '') continue
      if (lists.has(key)) given[key] = text.split(';').map(each => each.trim())
      else if (key === 'speakers') given[key] = speakersOf(text)
      else given[key] = key === 'activities' ? Number(text) : text
    }
    const metadata = sourceMetadataSchema.safeParse(given)
    const key = normalPath(path)
    if (value.has(key))
      problems.push(
        problemAt('duplicate-source', 'error', `The file "${path}" is listed twice. Keep one row.`, line),
      )
    else if (metadata.success)
      value.set(key, {
        metadata: metadata.data,
        line,
        ...(/^\s*\d{1,9}\s*$/.test(order) ? { order: Number(order) } : {}),
      })
    else
      for (const { message, path: at } of shapeFaults(sourceMetadataSchema, given, metadata.error.issues))
        problems.push(
          problemAt(
            'unfit-value',
            'error',
            at[0] === 'speakers'
              ? 'The speakers do not fit. Write them as "Piet Jansen = H01; Anna = interviewer".'
              : message,
            line,
          ),
        )
  }
  return { value, problems: problems.map(problem => placed(problem, { file })) }
}

/** Speakers as `Piet Jansen = H01; Anna = interviewer`; `null` for any that is not of that form. */
function speakersOf(text: string): Readonly<Record<string, string>> | null {
  const speakers = new Map<string, string>()
  for (const each of text.split(';').filter(part => part.trim() !== '')) {
    const at = each.lastIndexOf('=')
    const [label, participant] = [each.slice(0, Math.max(0, at)).trim(), each.slice(at + 1).trim()]
    if (label === '' || participant === '') return null
    speakers.set(label, participant)
  }
  return Object.fromEntries(speakers)
}

/** A path in the list as the folder's listing has it. */
function normalPath(path: string): string {
  return path
    .trim()
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)?(?:sources\/)?/, '')
}
