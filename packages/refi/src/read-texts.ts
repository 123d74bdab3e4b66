import { normaliseText, type Problem } from '@codeerbank/core'
import { normaliseGuid } from './guid.ts'
import type { NotCarriedList } from './not-carried.ts'
import type { ProjectFile, ProjectFiles } from './project-files.ts'
import { decodeProjectText, isDocument, type ProjectText, projectText } from './project-text.ts'
import type { RawProject, RawSource } from './raw-project.ts'
import { supplement } from './refi-names.ts'

/** The texts of a project. */
export interface ProjectTexts {
  /** As many as there are sources. */
  readonly sources: readonly ProjectText[]
  /** The texts of notes in files of their own, by path. */
  readonly notes: ReadonlyMap<string, string>
}

/** How large the file of one text may be: a transcript of a thousand hours is smaller. */
const largestText = 32 * 1024 * 1024

const noText: ProjectText = { ...projectText('', false), missing: true }

/** Reads the texts; a source without one is kept, empty, with a problem. */
export async function readTexts(
  raw: RawProject,
  files: ProjectFiles,
  list: NotCarriedList,
  problems: Problem[],
): Promise<ProjectTexts> {
  const report = (code: string, line: number, message: string) =>
    problems.push({ code, severity: 'error', message, place: { file: files.project.name, line } })
  const load = async (
    path: string,
    line: number,
    { what, largest }: { what: keyof typeof missing; largest: number },
  ): Promise<ProjectText> => {
    const found = files.find(path)
    if (found === 'outside') list.add('external-file', line)
    if (found === 'outside' || found === 'missing') {
      report(`${what}-missing`, line, missing[what])
      return noText
    }
    if (found.size > largest) {
      report('source-too-large', line, 'The text is larger than 32 MiB and is left empty. Divide it.')
      return noText
    }
    const bytes = await ahead.take(found)
    if (isDocument(bytes)) {
      list.add('rich-text', line)
      report(`${what}-missing`, line, noPlainText)
      return noText
    }
    const text = decodeProjectText(bytes)
    if (text.guessed)
      problems.push({
        code: 'not-utf8',
        severity: 'warning',
        message: 'The text is not in UTF-8 and was read as Windows-1252. Look whether its letters are right.',
        place: { file: files.project.name, line },
      })
    return text
  }
  const ahead = readAhead(raw.sources.map(({ path }) => (path === undefined ? 'missing' : files.find(path))))
  const textOf = async ({ content, path, rich, line }: RawSource): Promise<ProjectText> => {
    if (path === undefined && content === undefined) {
      report('source-missing', line, rich ? onlyRich : missing.source)
      return noText
    }
    // The standard allows one of the two; where both are there, the file is what people saw.
    if (path === undefined || (content !== undefined && typeof files.find(path) === 'string'))
      return projectText(content ?? '', false)
    const text = await load(path, line, { what: 'source', largest: largestText })
    if (content !== undefined && content.trim() !== '' && normaliseText(content).trim() !== text.text.trim())
      problems.push({
        code: 'source-two-texts',
        severity: 'warning',
        message:
          'The source has a text in a file and another one within the project. The file is read. Look whether it is the right one.',
        place: { file: files.project.name, line },
      })
    return text
  }
  const sources: ProjectText[] = []
  for (const source of raw.sources) {
    ahead.start()
    sources.push(await textOf(source))
  }
  const notes = new Map<string, string>()
  for (const { attributes, children, line } of raw.notes) {
    const path = attributes.plainTextPath
    const inline = children.some(child => typeof child !== 'string' && child.name === 'PlainTextContent')
    if (path === undefined || inline || notes.has(path)) continue
    // The supplement grows with the study: the limits of the archive are enough for it.
    const largest =
      normaliseGuid(attributes.guid) === supplement.guid ? Number.POSITIVE_INFINITY : largestText
    notes.set(path, (await load(path, line, { what: 'note', largest })).text)
  }
  return { sources, notes }
}

/** Texts that are unpacked before they are asked for are together no larger, in bytes. */
const mostAhead = 4 * 1024 * 1024

/** Unpacks the next files while the ones before them are read, since unpacking waits for other threads. */
function readAhead(files: readonly (ProjectFile | 'missing' | 'outside')[]) {
  const started = new Map<ProjectFile, Promise<Uint8Array>>()
  let next = 0
  let size = 0
  return {
    /** Begins with as many of the next as there is room for. */
    start(): void {
      for (; next < files.length; next++) {
        const file = files[next]!
        if (typeof file === 'string' || started.has(file)) continue
        if (size + file.size > mostAhead) return
        const reading = file.read()
        // Who takes it is told of what went wrong.
        reading.catch(() => {})
        started.set(file, reading)
        size += file.size
      }
    },
    take(file: ProjectFile): Promise<Uint8Array> {
      const reading = started.get(file)
      if (reading === undefined) return file.read()
      started.delete(file)
      size -= file.size
      return reading
    },
  }
}

const missing = {
  source:
    'The text of the source is not in the project; the source is kept without it, and its selections are left out. Add the file and export again.',
  note: 'The text of the note is not in the project; the note is kept without it. Add the file and export again.',
} as const

const noPlainText =
  'The file that the project names as plain text is a document (Word, PDF, RTF or the like) and is not read: its words would be others than those that were marked. Export the project again with plain text.'

const onlyRich =
  'The project has the text of the source only in a file with rich text, which is not read: positions are those of a plain text. The source is kept without it, and its selections are left out. Export the project again with plain text.'
