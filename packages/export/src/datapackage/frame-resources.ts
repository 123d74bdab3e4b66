import type { Frame, FrameRow, Label } from '@codeerbank/core'
import { type Column, type DataResource, labelColumns, resourceOf } from './data-resource.ts'
import { idColumn, numbered, positionColumn } from './shared-columns.ts'

/** A row of a frame, with its place in it. */
interface RowOfFrame {
  readonly of: Frame
  readonly position: number
  readonly item: FrameRow
}

/** Something in a list of a row of a frame. */
interface Listed<Item> {
  readonly of: RowOfFrame
  readonly position: number
  readonly item: Item
}

/** A key to the rows of frames. */
const rowKey = { fields: ['frame', 'row'], resource: 'frame-rows', references: ['frame', 'row'] } as const

/** The frames, their rows, and what each row holds. */
export function frameResources(frames: readonly Frame[]): readonly DataResource[] {
  const rows = numbered(frames, frame => frame.rows)
  return [
    framesResource(frames),
    resourceOf<RowOfFrame>({
      name: 'frame-rows',
      title: 'Rows of frames',
      description: 'The rows of the comparison tables, in their order.',
      primaryKey: ['frame', 'position'],
      foreignKeys: [['frame', 'frames']],
      rows,
      columns: () => [
        frameColumn(({ of }) => of),
        positionColumn('frame'),
        rowColumn(({ item }) => item),
        ...labelColumns<RowOfFrame>('label', 'Label', ({ item }) => item.label),
      ],
    }),
    resourceOf<Listed<string>>({
      name: 'frame-row-codes',
      title: 'Codes of the rows of frames',
      description: 'The codes that are found in a row, each with all codes below it, a row for each.',
      primaryKey: ['frame', 'row', 'position'],
      foreignKeys: [rowKey, ['code', 'codes']],
      rows: numbered(rows, ({ item }) => item.codes),
      columns: column => [
        ...keyColumns,
        column('code', 'string', 'Code', 'The id of the code.', ({ item }) => item, { required: true }),
      ],
    }),
    resourceOf<Listed<string>>({
      name: 'frame-row-topics',
      title: 'Topics of the rows of frames',
      description: 'The sections of the topic list that ask for what a row is about, a row for each.',
      primaryKey: ['frame', 'row', 'position'],
      foreignKeys: [rowKey],
      rows: numbered(rows, ({ item }) => item.topics ?? []),
      columns: column => [
        ...keyColumns,
        column('topic', 'string', 'Topic', 'A section of the topic list.', ({ item }) => item),
      ],
    }),
    resourceOf<Listed<Label>>({
      name: 'frame-row-hints',
      title: 'Hints of the rows of frames',
      description: 'What may be looked for under a row, a row for each.',
      primaryKey: ['frame', 'row', 'position'],
      foreignKeys: [rowKey],
      rows: numbered(rows, ({ item }) => item.hints ?? []),
      columns: () => [...keyColumns, ...labelColumns<Listed<Label>>('hint', 'Hint', ({ item }) => item)],
    }),
  ]
}

const keyColumns: readonly Column<Listed<unknown>>[] = [
  frameColumn(({ of }) => of.of),
  rowColumn(({ of }) => of.item),
  positionColumn('row'),
]

function frameColumn<Row>(frameOf: (row: Row) => Frame): Column<Row> {
  return {
    field: {
      name: 'frame',
      type: 'string',
      title: 'Frame',
      description: 'The id of the frame.',
      required: true,
    },
    value: row => frameOf(row).id,
  }
}

function rowColumn<Row>(rowOf: (row: Row) => FrameRow): Column<Row> {
  return {
    field: {
      name: 'row',
      type: 'string',
      title: 'Row',
      description: 'The id of the row within its frame.',
      required: true,
    },
    value: row => rowOf(row).id,
  }
}

function framesResource(frames: readonly Frame[]): DataResource {
  return resourceOf({
    name: 'frames',
    title: 'Frames',
    description: 'What cases are compared by: the comparison tables of the study.',
    primaryKey: ['id'],
    rows: frames,
    columns: column => [
      idColumn('frame'),
      ...labelColumns<Frame>('label', 'Label', ({ label }) => label),
      column(
        'table',
        'integer',
        'Table',
        'The number of the table that the comparison is printed as.',
        ({ table }) => table,
        { minimum: 1 },
      ),
      column(
        'judged',
        'boolean',
        'Judged',
        'Whether every cell of the comparison asks for a judgement.',
        ({ judged }) => judged,
      ),
    ],
  })
}
