import type { Source, Study } from '@codeerbank/core'
import { fileNamer } from './file-name.ts'
import type { FolderNotCarried } from './folder-not-carried.ts'
import { holdableStudy } from './holdable-study.ts'
import { writeList } from './write-list.ts'
import { writeCodings, writeParticipants, writeSegments, writeTurns } from './write-lists.ts'
import { type SourceFile, writeSource } from './write-source.ts'
import { writeMemosYaml, writeStudyYaml } from './write-study-yaml.ts'

/** A file of a study folder, by its path in the folder, with `/`. */
export interface FolderFile {
  readonly path: string
  readonly text: string
}

/** The files of a study folder, and what of the study they do not hold. */
export interface WrittenFolder {
  readonly files: readonly FolderFile[]
  readonly notCarried: readonly FolderNotCarried[]
}

/**
 * Writes a study as the files of a study folder, which `readStudyFolder` reads as the same study but for what is listed.
 * Every source is read back on the way: one whose text, turns or grid would come back otherwise is written verbatim,
 * with its turns in a list. Nothing is put on disk; no path leads out of the folder, and all can be names on any system.
 */
export async function writeStudyFolder(given: Study): Promise<WrittenFolder> {
  const { study, codebook, notCarried } = holdableStudy(given)
  const sources = await sourceFiles(study)
  const verbatim = sources.filter(({ written }) => written.verbatim).map(({ source }) => source)
  const files: readonly (readonly [string, string | null])[] = [
    ['study.yaml', writeStudyYaml(study)],
    ['codebook.md', codebook],
    [participantsPath(study), study.participants.length === 0 ? null : await writeParticipants(study)],
    ...sources.map(({ path, written }): readonly [string, string] => [path, written.text]),
    ['sources.csv', await writeOrder(sources.map(({ path }) => path))],
    ['turns.csv', await writeTurns(verbatim)],
    ['segments.csv', await writeSegments(study)],
    ['codings.csv', await writeCodings(study)],
    ['memos.yaml', writeMemosYaml(study)],
  ]
  return {
    files: files.flatMap(([path, text]) => (text === null ? [] : [{ path, text }])),
    notCarried,
  }
}

/** A list is named for a case only where it is that case's. */
function participantsPath({ cases }: Study): string {
  const taken = new Set(cases.map(({ id }) => id))
  let name = 'participants'
  while (taken.has(name)) name += '-'
  return name === 'participants' ? `${name}.csv` : `participants/${name}.csv`
}

interface PlacedSource {
  readonly source: Source
  readonly path: string
  readonly written: SourceFile
}

async function sourceFiles({ cases, sources }: Study): Promise<readonly PlacedSource[]> {
  const nameCase = fileNamer()
  const folders = new Map(cases.map(({ id }) => [id, { name: nameCase(id), nameFile: fileNamer() }]))
  const placed: PlacedSource[] = []
  for (const source of sources) {
    const folder = folders.get(source.case)!
    const written = await writeSource(source)
    const name = folder.nameFile(source.id)
    placed.push({ source, path: `sources/${folder.name}/${name}${written.ending}`, written })
  }
  return placed
}

/** Writes `sources.csv` where the names of the files do not put the sources into their order. */
async function writeOrder(paths: readonly string[]): Promise<string | null> {
  const key = (path: string) => path.replaceAll('/', '\0')
  const isSorted = paths.every((path, i) => i === 0 || key(paths[i - 1]!) < key(path))
  if (isSorted) return null
  return writeList(
    ['file', 'order'],
    paths.map((path, i) => [path, i + 1]),
    ['file', 'order'],
  )
}
