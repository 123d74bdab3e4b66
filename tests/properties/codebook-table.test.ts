import {
  type Code,
  type Codebook,
  codebookToCsv,
  codeLineage,
  emptyStudy,
  labelText,
  readCodebookTable,
  studyToXlsx,
} from 'codeerbank'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const label = fc.constantFrom(
  'Rust',
  'Rust, ruimte',
  'Thuis',
  'Zorg: thuis',
  '-min',
  '=som',
  "'",
  '😀',
  'Code',
  '3',
)
const comment = fc.constantFrom('', 'Wat het is.', 'Twee\nregels', '"', '=1+1', ' ')

/**
 * Codebooks that a table can hold: below a code no two have one label, and no label comes twice on the way down to a code, for
 * groups bear labels alone.
 */
const codebook: fc.Arbitrary<Codebook> = fc
  .record({
    codes: fc.array(fc.record({ label, comment, parent: fc.nat(9) }), { minLength: 1, maxLength: 9 }),
    framed: fc.array(fc.nat(8), { maxLength: 3 }),
  })
  .map(({ codes, framed }) => {
    const kept: Code[] = []
    for (const [i, each] of codes.entries()) {
      const parent = kept[each.parent] ?? null
      const above = parent === null ? [] : codeLineage([...kept], parent).map(code => code.label.nl)
      const siblings = kept.filter(code => code.parent === (parent?.id ?? null))
      if (above.includes(each.label) || siblings.some(code => code.label.nl === each.label)) continue
      kept.push({
        id: `c${i}`,
        label: { nl: each.label },
        parent: parent?.id ?? null,
        level: 'sub-code',
        origin: 'deductive',
        ...(each.comment === '' ? {} : { definition: { nl: each.comment } }),
        version: 1,
      })
    }
    const members = [...new Set(framed.map(at => kept[at % kept.length]!.id))]
    const rows = members.map(id => ({ id, label: { nl: id }, codes: [id] }))
    return { codes: kept, frames: rows.length === 0 ? [] : [{ id: 'f', label: { nl: 'Tabel: een' }, rows }] }
  })

/** What a table carries: the codes with their places and comments, and which codes are in or below the rows of each frame. */
function carried({ codes, frames }: Codebook) {
  const path = (code: Code) => codeLineage(codes, code).map(each => labelText(each.label, 'nl'))
  return {
    codes: codes.map(code => ({ path: path(code), comment: code.definition?.nl })),
    frames: frames.map(frame => {
      const listed = new Set(frame.rows.flatMap(row => row.codes))
      const within = codes.filter(code => codeLineage(codes, code).some(({ id }) => listed.has(id)))
      return { label: frame.label.nl, codes: within.map(path) }
    }),
  }
}

describe('a codebook to a table and back keeps names, tree, comments and what each frame holds', () => {
  it('as CSV', async () => {
    const property = fc.asyncProperty(codebook, async drawn => {
      const { value, problems } = await readCodebookTable(await codebookToCsv(drawn), { categories: false })
      expect(problems).toEqual([])
      expect(carried(value)).toEqual(carried(drawn))
    })
    await fc.assert(property, { numRuns: 300 })
  })

  it('as the sheet of a workbook', async () => {
    const property = fc.asyncProperty(codebook, async drawn => {
      const bytes = await studyToXlsx({ ...emptyStudy, ...drawn })
      const { value, problems } = await readCodebookTable(bytes, { categories: false })
      expect(problems).toEqual([])
      expect(carried(value)).toEqual(carried(drawn))
    })
    await fc.assert(property, { numRuns: 60 })
  })
})
