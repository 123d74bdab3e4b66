import { assignIds, defaultLevel, defaultOrigin } from '@codeerbank/codebook'
import {
  type Code,
  type Codebook,
  type Frame,
  type Language,
  type Problem,
  pathSeparator,
  placed,
  type Reading,
} from '@codeerbank/core'
import { problemAt } from '../read-source.ts'
import { type CodebookRow, codebookRows } from './codebook-rows.ts'
import { readReport, shownFirst } from './read-report.ts'

export interface ReadCodebookTableOptions {
  /** The name of the file, for the places of problems. */
  readonly file?: string
  /** The language of the names and comments; Dutch by default. */
  readonly language?: Language
  /** Whether a name such as `Category: Subcode` is that of a code under a code, as ATLAS.ti has it (default). */
  readonly categories?: boolean
}

/** A code before it has an id. */
interface DraftCode {
  readonly label: string
  readonly parent: number | null
  readonly comment: string
  readonly groups: readonly string[]
}

/**
 * Reads a codebook from a table (XLSX, CSV): a row a code, with its name, comment and groups. Groups that are the codes above
 * a code, from the top down, make the tree, as our own tables have them; so does a category in the name,
 * and a name that stands further in than the one above it. Each other group
 * becomes a frame with a row for every code in it that lies under no code in it.
 *
 * @param content the file, or the text of a CSV file
 * @returns the codebook, and problems: `not-a-codebook-table`, `no-code-name`, `duplicate-code`,
 *   the warning `ambiguous-groups`, and those of the file itself
 */
export async function readCodebookTable(
  content: string | Uint8Array,
  { file, language = 'nl', categories = true }: ReadCodebookTableOptions = {},
): Promise<Reading<Codebook>> {
  const place = file === undefined ? {} : { file }
  const report = await readReport(content, file)
  const rows = codebookRows(shownFirst(report.value))
  const problems: Problem[] = []
  if (rows === undefined && report.problems.length === 0)
    problems.push(
      problemAt(
        'not-a-codebook-table',
        'error',
        'The file has no table of codes. Make a row for each code: its name, its comment, its groups.',
        1,
      ),
    )
  const drafts = growTree(rows ?? [], categories, problems)
  const ids = assignIds(drafts.map(({ label, parent }) => ({ label: { [language]: label }, parent })))
  const codes: Code[] = []
  for (const [i, { label, parent, comment }] of drafts.entries()) {
    const level = defaultLevel(parent === null ? undefined : codes[parent]!.level)
    codes.push({
      id: ids[i]!,
      label: { [language]: label },
      parent: parent === null ? null : ids[parent]!,
      level,
      origin: defaultOrigin(level),
      ...(comment === '' ? {} : { definition: { [language]: comment } }),
      version: 1,
    })
  }
  return {
    value: { codes, frames: framesOf(drafts, codes, language) },
    problems: [...report.problems, ...problems.map(problem => placed(problem, place))],
  }
}

/** A category, and what is in it. */
const lastColon = /^(.*\S)\s*:\s+(\S.*)$/s
/** A category lies in so many others at most. */
const mostCategories = 6

/** Gives every code its parent; a category that has no row of its own gets one before the first code in it. */
function growTree(
  rows: readonly CodebookRow[],
  categories: boolean,
  problems: Problem[],
): readonly DraftCode[] {
  const drafts: DraftCode[] = []
  const positions = new Map<string, number>()
  const keyOf = (parent: number | null, label: string) => `${parent ?? ''}/${label}`
  const add = (draft: DraftCode) => {
    positions.set(keyOf(draft.parent, draft.label), drafts.length)
    drafts.push(draft)
    return drafts.length - 1
  }
  /** Where the code of a name is: by its label, or by the label that is left behind its category. */
  const placeOf = (name: string, depth = 0): number | undefined => {
    const whole = positions.get(keyOf(null, name))
    const split = whole !== undefined || depth > mostCategories ? null : lastColon.exec(name)
    if (split === null) return whole
    const above = placeOf(split[1]!, depth + 1)
    return above === undefined ? undefined : positions.get(keyOf(above, split[2]!))
  }
  /** The codes above the next row, by how far in they stand. */
  const outer: { readonly indent: number; readonly at: number }[] = []
  for (const { line, name, indent, comment, groups, ambiguous } of rows) {
    if (ambiguous === true)
      problems.push(
        problemAt(
          'ambiguous-groups',
          'warning',
          `The groups "${groups.join(', ')}" are read as one, for nothing tells where one ends: names hold commas. Write each on a line of its own.`,
          line,
        ),
      )
    if (name === '') {
      problems.push(
        problemAt(
          'no-code-name',
          'error',
          'The row has no name of a code. Write it, or remove the row.',
          line,
        ),
      )
      continue
    }
    while (outer.length > 0 && outer.at(-1)!.indent >= indent) outer.pop()
    const under = outer.at(-1)
    let parent: number | null = null
    let above = 0
    for (; above < groups.length; above++) {
      const next = positions.get(keyOf(parent, groups[above]!))
      if (next === undefined) break
      parent = next
    }
    const path = groups.slice(0, above).join(pathSeparator) + pathSeparator
    let label =
      above > 0 && name.startsWith(path) && name.length > path.length ? name.slice(path.length) : name
    if (under !== undefined && parent === null) {
      parent = under.at
      const start = `${drafts[parent]!.label}: `
      if (name.startsWith(start) && name.length > start.length) label = name.slice(start.length)
    }
    const category = parent === null && categories ? lastColon.exec(name) : null
    if (category !== null) {
      label = category[2]!
      parent = placeOf(category[1]!) ?? add({ label: category[1]!, parent: null, comment: '', groups: [] })
    }
    if (positions.has(keyOf(parent, label)))
      problems.push(
        problemAt(
          'duplicate-code',
          'error',
          `There is a code "${name}" already. Keep one row, or rename one.`,
          line,
        ),
      )
    else outer.push({ indent, at: add({ label, parent, comment, groups: groups.slice(above) }) })
  }
  return drafts
}

function framesOf(
  drafts: readonly DraftCode[],
  codes: readonly Code[],
  language: Language,
): readonly Frame[] {
  const members = new Map<string, number[]>()
  for (const [i, { parent, groups }] of drafts.entries())
    for (const name of new Set(groups)) {
      const listed = members.get(name) ?? []
      members.set(name, listed)
      if (parent === null || !drafts[parent]!.groups.includes(name)) listed.push(i)
    }
  const names = [...members.keys()]
  const ids = assignIds(names.map(name => ({ label: { [language]: name }, parent: null })))
  return names.map((name, i) => ({
    id: ids[i]!,
    label: { [language]: name },
    rows: members.get(name)!.map(at => ({
      id: codes[at]!.id,
      label: codes[at]!.label,
      codes: [codes[at]!.id],
    })),
  }))
}
