import {
  type Code,
  type Codebook,
  type Frame,
  type Place,
  type Problem,
  placed,
  type Reading,
} from '@codeerbank/core'
import { assignIds, type Unnamed } from './assign-ids.ts'
import { checkCodebook } from './check-codebook.ts'
import { codeFinder } from './code-finder.ts'
import { notePlaceInFile } from './place-in-file.ts'
import { readCode } from './read-code.ts'
import { readFrame } from './read-frame.ts'
import { type OutlineEntry, readOutline } from './read-outline.ts'

/**
 * Reads a codebook from Markdown. A heading of level 2 is a code at the top, deeper headings and list items in bold
 * are the codes below it; `Dutch — *English*` is a name, the paragraph after it the definition, and list items such
 * as `qualifier: ...` are fields. A heading of level 2 with a field `frame` is a comparison with its rows.
 *
 * @param markdown the text of the file; a byte order mark and any line ends are fine
 * @param options `file`: its name, for the places of problems
 * @returns the codebook as far as it could be read, and all problems with their lines, those of `checkCodebook`
 * among them
 */
export function readCodebook(markdown: string, options: { file?: string } = {}): Reading<Codebook> {
  const outline = readOutline(markdown)
  const problems: Problem[] = [...outline.problems]
  const isFrame = (entry: OutlineEntry) => entry.fields.some(({ key }) => key === 'frame')

  const codeEntries: { entry: OutlineEntry; parent: number | null }[] = []
  for (const entry of outline.entries) if (!isFrame(entry)) addCodes(entry, null)
  const unnamed: Unnamed[] = codeEntries.map(({ entry, parent }) => {
    const id = entry.fields.findLast(({ key }) => key === 'id')?.text
    return { label: entry.name, parent, ...(id ? { id } : {}) }
  })
  const ids = assignIds(unnamed)
  const codes: Code[] = []
  codeEntries.forEach(({ entry, parent }, i) => {
    codes.push(readCode(entry, ids[i]!, parent === null ? undefined : codes[parent], problems))
  })
  const find = codeFinder(codes)
  const unfound = new Map<number, Problem>()
  codes.forEach((code, i) => {
    if (code.mergedInto === undefined) return
    const found = find(code.mergedInto)
    if ('severity' in found) unfound.set(i, found)
    else codes[i] = { ...code, mergedInto: found.id }
  })

  codes.forEach((code, i) => {
    const { line } = codeEntries[i]!.entry
    notePlaceInFile(code, { line, id: unnamed[i]!.id === undefined ? 'made' : 'given' })
  })

  const frameEntries = outline.entries.filter(isFrame)
  const frames: Frame[] = frameEntries.map(entry => readFrame(entry, find, problems))
  const { title } = outline
  const codebook = { ...(title === undefined ? {} : { title }), codes, frames }
  problems.push(
    ...checkCodebook(codebook).map(problem => ({ ...advised(problem), place: { line: lineOf(problem) } })),
  )
  if (codes.length === 0 && frames.length === 0)
    problems.push({
      code: 'no-codes',
      severity: 'error',
      message: 'The file has no codes. Write each theme as a heading of level 2: "## Theme".',
      place: { line: 1 },
    })
  const place: Place = options.file === undefined ? {} : { file: options.file }
  const sorted = problems
    .map(problem => placed(problem, place))
    .sort((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0))
  return { value: codebook, problems: sorted }

  function addCodes(entry: OutlineEntry, parent: number | null): void {
    const at = codeEntries.length
    codeEntries.push({ entry, parent })
    for (const child of entry.children) addCodes(child, at)
  }

  /** Of a code that is to be merged into one that is not there, the nearest is named, and into a name that several have, all of these. */
  function advised(problem: Problem): Problem {
    const found = problem.code === 'unknown-merge' ? unfound.get(Number(problem.place?.path?.[1])) : undefined
    if (found === undefined) return problem
    return {
      ...problem,
      message: found.message,
      code: found.code === 'ambiguous-code' ? found.code : problem.code,
    }
  }

  /** The line of the entry that a path of `checkCodebook` leads to. */
  function lineOf({ place: at }: Problem): number {
    const [list, index, rows, row] = at?.path ?? []
    if (list === 'codes') return codeEntries[Number(index)]?.entry.line ?? 1
    const frame = list === 'frames' ? frameEntries[Number(index)] : undefined
    return (rows === 'rows' ? frame?.children[Number(row)]?.line : undefined) ?? frame?.line ?? 1
  }
}
