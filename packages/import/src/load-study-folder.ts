import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readCodebook } from '@codeerbank/codebook'
import {
  type Change,
  type Code,
  type Codebook,
  decodeText,
  type Problem,
  placed,
  type Study,
} from '@codeerbank/core'
import { anchorCodings } from './anchor-codings.ts'
import type { CodingRow } from './coding-row.ts'
import { readMemos } from './folder/read-memos.ts'
import { readSegments } from './folder/read-segments.ts'
import { type ListedTurns, readTurns } from './folder/read-turns.ts'
import { type ListedFile, listFolder } from './list-folder.ts'
import { misnamed, misnamedFolder } from './misnamed.ts'
import { readCodings } from './read-codings.ts'
import { readFrozen } from './read-frozen.ts'
import { readInquiry } from './read-inquiry.ts'
import { readJudgements } from './read-judgements.ts'
import { readParticipants } from './read-participants.ts'
import { type ListedSource, readSourceList } from './read-source-list.ts'
import { readSources } from './read-sources.ts'
import { readStudyFile } from './read-study-file.ts'
import { largestFile } from './source-text.ts'
import { addChanges, type FolderDraft, reader, startFolder } from './study-folder-draft.ts'

/** A study folder as far as it could be read. */
export interface StudyFolder {
  readonly study: Study
  /** The changes that make the study: `replay(changes)` gives it again. */
  readonly changes: readonly Change[]
  readonly problems: readonly Problem[]
  readonly codebook: Codebook
}

/**
 * Reads a study folder: `study.yaml`, `codebook.md`, the sources under `sources/`, and the lists `participants.csv`,
 * `sources.csv` and `codings.csv` (of participants and codings also folders of lists); and, where they are there,
 * `turns.csv`, `segments.csv` and `memos.yaml`. Everything that can be read is;
 * everything that is wrong is among the problems, with file and line.
 *
 * @param folder path of the folder
 * @throws whatever the file system throws where the folder cannot be read at all
 */
export async function loadStudyFolder(folder: string): Promise<StudyFolder> {
  const draft = startFolder()
  const listing = await listFolder(folder, ['sources', 'participants', 'codings'])
  draft.problems.push(
    ...listing.problems.map(problem => ({
      ...problem,
      place: { file: join(folder, problem.place?.file ?? '') },
    })),
  )
  const files = sortFiles(draft, folder, listing.files)
  draft.problems.push(...misnamedFolders(listing.others, folder))
  const at = (path: string) => join(folder, path)

  const studyFile = at(files.study?.path ?? 'study.yaml')
  const opened = readStudyFile(draft, (await text(draft, folder, files.study)) ?? '', studyFile)
  for (const { path } of files.participants) await readParticipants(draft, await readFile(at(path)), at(path))
  const codebook = readCodebook((await text(draft, folder, files.codebook)) ?? '', {
    file: at('codebook.md'),
  })
  if (files.codebook !== undefined) draft.problems.push(...codebook.problems)

  let list: ReadonlyMap<string, ListedSource> = new Map()
  if (files.list !== undefined) {
    const read = await readSourceList(await readFile(at(files.list.path)), at(files.list.path))
    draft.problems.push(...read.problems, ...absentFiles(read.value, files.sources, at(files.list.path)))
    list = read.value
  }
  let turns: ListedTurns = new Map()
  if (files.turns !== undefined) {
    const read = await readTurns(await readFile(at(files.turns.path)), at(files.turns.path))
    draft.problems.push(...read.problems)
    turns = read.value
  }
  const rows: CodingRow[] = []
  for (const { path } of files.codings) {
    const read = await readCodings(await readFile(at(path)), { file: at(path) })
    draft.problems.push(...read.problems)
    for (const row of read.value) rows.push(row)
  }
  // Codings that were made while their code was in use come before it is retired.
  const retired = rows.some(row => row.retired) ? codebook.value.codes.filter(code => code.retired) : []
  addCodebook(draft, codebook.value, at('codebook.md'), retired)
  const marks = await readSources(draft, { folder, files: files.sources, list, study: opened.value, turns })
  if (files.segments !== undefined)
    await readSegments(draft, await readFile(at(files.segments.path)), at(files.segments.path))
  const anchored = anchorCodings({ ...draft.study, codes: codebook.value.codes }, [...rows, ...marks])
  draft.problems.push(...anchored.problems)
  addChanges(
    draft,
    anchored.value.map(change => ({ change, place: {} })),
  )
  retire(draft, retired, at('codebook.md'))
  readJudgements(draft, opened, studyFile)
  readInquiry(draft, opened, studyFile)
  const memos = await text(draft, folder, files.memos)
  if (memos !== null) readMemos(draft, memos, at('memos.yaml'))
  readFrozen(draft, opened, studyFile)
  const { study, changes, problems } = draft
  return { study, changes, problems, codebook: codebook.value }
}

interface StudyFiles {
  readonly study: ListedFile | undefined
  readonly codebook: ListedFile | undefined
  readonly list: ListedFile | undefined
  readonly turns: ListedFile | undefined
  readonly segments: ListedFile | undefined
  readonly memos: ListedFile | undefined
  readonly participants: readonly ListedFile[]
  readonly codings: readonly ListedFile[]
  readonly sources: readonly ListedFile[]
}

/** Says which file is what, and reports those that are missing, too large or of no use. */
function sortFiles(draft: FolderDraft, folder: string, listed: readonly ListedFile[]): StudyFiles {
  const report = (code: string, severity: Problem['severity'], message: string, path: string) =>
    draft.problems.push({ code, severity, message, place: { file: join(folder, path), line: 1 } })
  const files = listed.filter(({ path, size }) => {
    if (size <= largestFile) return true
    report(
      'file-too-large',
      'error',
      `The file is larger than ${largestFile / 1024 / 1024} MiB. Divide it.`,
      path,
    )
    return false
  })
  const named = (...names: string[]) => files.find(({ path }) => names.includes(path))
  const study = named('study.yaml', 'study.yml')
  const codebook = named('codebook.md')
  if (study === undefined)
    report(
      'study-file-missing',
      'error',
      'The folder has no study.yaml. Make one that lists the cases and coders.',
      'study.yaml',
    )
  if (codebook === undefined)
    report(
      'codebook-missing',
      'error',
      'The folder has no codebook.md. Make one: "## Theme", "### Main code", "- **Sub-code**".',
      'codebook.md',
    )
  const sources: ListedFile[] = []
  for (const file of files.filter(({ path }) => path.startsWith('sources/')))
    if (/\.(?:md|markdown|txt|vtt|srt|sbv|tsv|json|otr|docx|odt|pdf)$/i.test(file.path)) sources.push(file)
    else
      report(
        'unknown-file',
        'warning',
        `The file is not read: a source is a .md, .txt, .docx, .odt, .pdf, .vtt, .srt, .sbv, .tsv, .json or .otr file. ${/\.(?:doc|dot|rtf|pages|wpd)$/i.test(file.path) ? 'Open it and save it as .docx.' : 'Save it as one of these, or take it out of sources/.'}`,
        file.path,
      )
  for (const { path } of files.filter(each => /^(?:codings|participants)\//.test(each.path)))
    if (!/\.csv$/i.test(path))
      report('unknown-file', 'warning', 'The file is not read: a list is a .csv file. Save it as CSV.', path)
  for (const { path } of files) {
    const near = misnamed(path)
    if (near !== undefined)
      report('unknown-file', 'warning', `The file is not read. If it is meant, call it ${near}.`, path)
  }
  if (sources.length === 0)
    report(
      'no-sources',
      'warning',
      'The folder has no sources. Put transcripts and notes in sources/.',
      'sources',
    )
  const listsOf = (name: string) =>
    files.filter(
      ({ path }) => path === `${name}.csv` || (path.startsWith(`${name}/`) && /\.csv$/i.test(path)),
    )
  return {
    study,
    codebook,
    list: named('sources.csv'),
    turns: named('turns.csv'),
    segments: named('segments.csv'),
    memos: named('memos.yaml', 'memos.yml'),
    participants: listsOf('participants'),
    codings: listsOf('codings'),
    sources,
  }
}

async function text(
  draft: FolderDraft,
  folder: string,
  file: ListedFile | undefined,
): Promise<string | null> {
  if (file === undefined) return null
  const path = join(folder, file.path)
  const decoded = decodeText(await readFile(path))
  draft.problems.push(...decoded.problems.map(problem => placed(problem, { file: path })))
  return decoded.text
}

/** Codes and frames as far as they fit; what does not has been reported by the codebook's own reader. */
function addCodebook(
  draft: FolderDraft,
  { codes, frames }: Codebook,
  file: string,
  retireLater: readonly Code[],
): void {
  const base = { at: draft.at, by: reader }
  const before = draft.problems.length
  addChanges(draft, [
    ...codes.map(({ version: _, retired, ...code }) => ({
      change: {
        ...base,
        id: `add-code:${code.id}`,
        kind: 'add-code' as const,
        code: {
          ...code,
          ...(retired === undefined || (retired && retireLater.length > 0) ? {} : { retired }),
        },
      },
      place: { file },
    })),
    ...frames.map(frame => ({
      change: { ...base, id: `set-frame:${frame.id}`, kind: 'set-frame' as const, frame },
      place: { file },
    })),
  ])
  if (before > 0 && draft.problems.slice(0, before).some(problem => problem.place?.file === file))
    draft.problems.length = before
}

function retire(draft: FolderDraft, codes: readonly Code[], file: string): void {
  const base = { at: draft.at, by: reader, kind: 'retire-code' as const }
  addChanges(
    draft,
    codes.map(({ id: code }) => ({
      change: { ...base, id: `retire-code:${code}`, code },
      place: { file },
    })),
  )
}

function misnamedFolders(names: readonly string[], folder: string): readonly Problem[] {
  return names.flatMap(name => {
    const meant = misnamedFolder(name)
    if (meant === undefined) return []
    return [
      {
        code: 'unknown-folder',
        severity: 'warning',
        message: `The folder is not read. If it is meant, call it "${meant}", or put what is in it in that folder.`,
        place: { file: join(folder, name) },
      },
    ]
  })
}

function absentFiles(
  list: ReadonlyMap<string, ListedSource>,
  sources: readonly ListedFile[],
  file: string,
): readonly Problem[] {
  const present = new Set(sources.map(({ path }) => path.slice('sources/'.length)))
  return [...list]
    .filter(([path]) => !present.has(path))
    .map(([path, { line }]) => ({
      code: 'file-missing',
      severity: 'error',
      message: `There is no file "sources/${path}". Add it, or remove the row.`,
      place: { file, line },
    }))
}
