import { type MemoTarget, placed, timeSchema } from '@codeerbank/core'
import { z } from 'zod'
import { readYaml } from '../read-yaml.ts'
import { addChanges, type FolderDraft, reader, type WrittenChange } from '../study-folder-draft.ts'

const kinds = ['study', 'case', 'source', 'participant', 'code', 'segment', 'coding', 'frame'] as const

const schema = z.array(
  z.strictObject({
    id: z.string().min(1).max(500).exactOptional(),
    on: z.enum(kinds),
    of: z.string().min(1).max(500).exactOptional(),
    title: z.string().exactOptional(),
    text: z.string(),
    by: z.string().min(1).max(500).exactOptional(),
    at: timeSchema.exactOptional(),
  }),
)

/** Puts the memos of `memos.yaml` into the draft: what each is on (`on`, with the id in `of`), its title and text, by whom and when. */
export function readMemos(draft: FolderDraft, text: string, file: string): void {
  const read = readYaml(text, schema)
  draft.problems.push(...read.problems.map(problem => placed(problem, { file })))
  const { at: before } = draft
  const first = draft.study.coders[0]?.id ?? reader
  const changes = (read.value ?? []).map((given, i): WrittenChange => {
    const { id = `memo-${i + 1}`, on: type, of, title, text: words, by = first, at = before } = given
    const on: MemoTarget = of === undefined ? { type } : { type, id: of }
    const memo = { id, on, ...(title === undefined ? {} : { title }), text: words }
    return {
      change: { id: `write-memo:${id}`, at, by, kind: 'write-memo', memo },
      place: { file, line: read.lineOf([i]) },
    }
  })
  addChanges(draft, changes)
}
