import type { Code, Frame, FrameRow, Problem } from '@codeerbank/core'
import { isEmpty, problemAt } from './codebook-problem.ts'

/** Checks the frames of a codebook against its codes: ids, labels, table numbers, and the codes that rows name. */
export function checkFrames(frames: readonly Frame[], codes: ReadonlyMap<string, Code>): readonly Problem[] {
  const problems: Problem[] = []
  const ids = new Set<string>()
  const tables = new Set<number>()
  frames.forEach((frame, i) => {
    const path = ['frames', i]
    if (frame.id === '')
      problems.push(problemAt(path, 'empty-id', 'A frame has an empty id. Write one after "frame:".'))
    else if (ids.has(frame.id))
      problems.push(
        problemAt(path, 'duplicate-frame', `There are two frames "${frame.id}". Give one another id.`),
      )
    ids.add(frame.id)
    if (isEmpty(frame.label))
      problems.push(problemAt(path, 'empty-label', `Frame "${frame.id}" has no title. Give it one.`))
    if (frame.table !== undefined && tables.has(frame.table))
      problems.push(
        problemAt(
          path,
          'duplicate-table',
          `Two frames are table ${frame.table}. Give one another number, or none.`,
        ),
      )
    if (frame.table !== undefined) tables.add(frame.table)
    if (frame.rows.length === 0)
      problems.push(
        problemAt(
          path,
          'no-rows',
          `Frame "${frame.id}" has no rows, so its table would be empty. Add rows.`,
          'warning',
        ),
      )
    const rows = new Set<string>()
    frame.rows.forEach((row, j) => {
      problems.push(...checkRow(row, [...path, 'rows', j], rows, codes))
      rows.add(row.id)
    })
  })
  return problems
}

function checkRow(
  row: FrameRow,
  path: readonly (string | number)[],
  taken: ReadonlySet<string>,
  codes: ReadonlyMap<string, Code>,
): readonly Problem[] {
  const problems: Problem[] = []
  if (row.id === '') problems.push(problemAt(path, 'empty-id', 'A row has an empty id. Give it one.'))
  else if (taken.has(row.id))
    problems.push(
      problemAt(path, 'duplicate-row', `The frame has two rows "${row.id}". Give one another id.`),
    )
  if (isEmpty(row.label))
    problems.push(problemAt(path, 'empty-label', `Row "${row.id}" has no label. Give it one.`))
  const named = new Set<string>()
  for (const id of row.codes) {
    const code = codes.get(id)
    if (code === undefined)
      problems.push(
        problemAt(
          path,
          'unknown-code',
          `Row "${row.id}" names the code "${id}", which is not in the codebook. Correct the name, or add the code.`,
        ),
      )
    else if (named.has(id))
      problems.push(
        problemAt(path, 'duplicate-row-code', `Row "${row.id}" names the code "${id}" twice. Remove one.`),
      )
    else if (code.retired === true)
      problems.push(
        problemAt(
          path,
          'retired-row-code',
          `Row "${row.id}" names the code "${id}", which is retired. Name its successor.`,
          'warning',
        ),
      )
    named.add(id)
  }
  if (row.codes.length === 0)
    problems.push(
      problemAt(
        path,
        'row-without-codes',
        `Row "${row.id}" names no code, so it would stay empty. Add a field "code: ...".`,
        'warning',
      ),
    )
  return problems
}
