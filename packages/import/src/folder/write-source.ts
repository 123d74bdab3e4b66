import { isDeepStrictEqual } from 'node:util'
import { hasErrors, type Source } from '@codeerbank/core'
import { whoSpeaks } from '../find-turns.ts'
import { readByKind } from '../read-sources.ts'
import type { SourceMetadata } from '../source-metadata.ts'
import { toSource } from '../to-source.ts'
import { writeYaml } from './write-yaml.ts'

/** A file of a source: its ending, what stands in it, and whether its turns must be listed in `turns.csv`. */
export interface SourceFile {
  readonly ending: '.md' | '.txt'
  readonly text: string
  readonly verbatim: boolean
}

/**
 * Writes a source as a file of a study folder: Markdown or plain text, as it was or else as the reader finds the same text,
 * turns and grid in; where it does so in neither, the text as it is, with its turns listed.
 *
 * @param source its text without characters that a text file does not hold
 */
export async function writeSource(source: Source): Promise<SourceFile> {
  const plain = source.origin?.format === 'text' || /\.txt$/i.test(source.origin?.file ?? '')
  const metadata = { ...metadataOf(source), ...speakersOf(source) }
  const text = fileText(metadata, `\n${source.text}`)
  for (const ending of plain ? (['.txt', '.md'] as const) : (['.md', '.txt'] as const))
    if (await readsAs(source, text, ending)) return { ending, text, verbatim: false }
  const { grid } = source
  const asItIs = { ...metadataOf(source), verbatim: true as const, ...(grid === undefined ? {} : { grid }) }
  return { ending: '.txt', text: fileText(asItIs, source.text), verbatim: true }
}

function fileText(metadata: SourceMetadata, body: string): string {
  return `---\n${writeYaml(metadata)}---\n${body}`
}

function metadataOf({
  id,
  title,
  kind,
  form,
  case: inCase,
  date,
  activities,
  ...source
}: Source): SourceMetadata {
  const { participants, topics, language, values } = source
  return {
    id,
    title,
    kind,
    ...(form === undefined ? {} : { form }),
    case: inCase,
    ...(date === undefined ? {} : { date }),
    ...(activities === undefined ? {} : { activities }),
    ...(participants.length === 0 ? {} : { participants }),
    ...(topics === undefined ? {} : { topics }),
    ...(language === undefined ? {} : { language }),
    ...(values === undefined ? {} : { values }),
  }
}

/** Who the speakers of the turns are, as far as their labels do not say so themselves. */
function speakersOf({ turns, participants }: Source): Pick<SourceMetadata, 'speakers'> {
  const metadata = participants.length === 0 ? {} : { participants }
  const speakers = new Map<string, string>()
  for (const { speaker, role, participant } of turns) {
    const known = whoSpeaks(metadata, speaker)
    if (known.role === role && known.participant === participant) continue
    if (participant !== undefined) speakers.set(speaker, participant)
    else if (role !== 'participant') speakers.set(speaker, role)
  }
  return speakers.size === 0 ? {} : { speakers: Object.fromEntries(speakers) }
}

/** Whether the reader makes the same source of a file, and finds nothing wrong with it. */
async function readsAs(source: Source, file: string, ending: '.md' | '.txt'): Promise<boolean> {
  const { origin: _, ...wanted } = source
  const { value: read, problems } = await readByKind(new TextEncoder().encode(file), source.kind, {
    name: `x${ending}`,
  })
  if (hasErrors(problems) || read.marks.length > 0) return false
  const { origin: __, ...made } = toSource(read, { case: source.case })
  return isDeepStrictEqual(made, wanted)
}
