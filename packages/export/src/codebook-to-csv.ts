import { type Codebook, codeLineage, type Language, labelText } from '@codeerbank/core'
import { nameCodes } from './name-codes.ts'
import { type CsvOptions, writeCsv } from './write-csv.ts'

/** A codebook as rows of texts under a head. */
export interface CodebookRows {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/**
 * Writes a codebook in the columns in which ATLAS.ti takes one, `Code,Comment,Code Group 1,...`: a code is in the group
 * of each code above it, from the top down, and of each frame that has a row with it.
 *
 * @param options `language` of the labels (Dutch by default), and how CSV is written
 */
export async function codebookToCsv(codebook: Codebook, options: CsvOptions = {}): Promise<string> {
  const { head, rows } = codebookRows(codebook, options.language ?? 'nl')
  return writeCsv(head, rows, options)
}

/** The columns and rows in which ATLAS.ti takes a codebook. */
export function codebookRows(codebook: Codebook, language: Language): CodebookRows {
  const names = nameCodes(codebook.codes, language)
  const framesOf = new Map<string, string[]>()
  for (const frame of codebook.frames)
    for (const code of frame.rows.flatMap(row => row.codes)) {
      const frames = framesOf.get(code) ?? []
      frames.push(labelText(frame.label, language))
      framesOf.set(code, frames)
    }
  const rows = codebook.codes.map(code => {
    const lineage = codeLineage(codebook.codes, code)
    const groups = [
      ...lineage.slice(0, -1).map(each => labelText(each.label, language)),
      ...lineage.flatMap(each => framesOf.get(each.id) ?? []),
    ]
    const comment = code.definition === undefined ? '' : labelText(code.definition, language)
    return { name: names.get(code.id) ?? code.id, comment, groups: [...new Set(groups)] }
  })
  const width = rows.reduce((most, { groups }) => Math.max(most, groups.length), 1)
  const head = ['Code', 'Comment', ...Array.from({ length: width }, (_, i) => `Code Group ${i + 1}`)]
  return {
    head,
    rows: rows.map(({ name, comment, groups }) => [
      name,
      comment,
      ...Array.from({ length: width }, (_, i) => groups[i] ?? ''),
    ]),
  }
}
