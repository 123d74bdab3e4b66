import { type Judgement, judgementStates, type MemoTarget, type Study } from '@codeerbank/core'
import { type DataResource, labelColumns, resourceOf } from './data-resource.ts'
import { idColumn, madeColumns, numbered, positionColumn } from './shared-columns.ts'

const memoTargets: readonly MemoTarget['type'][] = [
  'study',
  'case',
  'source',
  'participant',
  'code',
  'segment',
  'coding',
  'frame',
]

/** What was said and judged: memos and judgements. */
export function noteResources({ memos, judgements }: Study): readonly DataResource[] {
  return [
    resourceOf({
      name: 'memos',
      title: 'Memos',
      description: 'Notes of researchers on anything, a row for each.',
      primaryKey: ['id'],
      rows: memos,
      columns: column => [
        idColumn('memo'),
        column('on', 'string', 'On', 'What the memo is about.', ({ on }) => on.type, {
          required: true,
          enum: memoTargets,
        }),
        column(
          'item',
          'string',
          'Item',
          'The id of that; empty for the study as a whole.',
          ({ on }) => on.id,
        ),
        column('title', 'string', 'Title', 'The title of the memo.', ({ title }) => title),
        column('text', 'string', 'Text', 'The memo.', ({ text }) => text),
        ...madeColumns,
      ],
    }),
    judgementsResource(judgements),
    resourceOf({
      name: 'judgement-rows',
      title: 'Rows of judgements',
      description: 'The neighbouring rows of the frame that a judgement covers, a row for each.',
      primaryKey: ['judgement', 'position'],
      foreignKeys: [['judgement', 'judgements']],
      rows: numbered(judgements, ({ rows }) => rows),
      columns: column => [
        column('judgement', 'string', 'Judgement', 'The id of the judgement.', ({ of }) => of.id, {
          required: true,
        }),
        positionColumn('judgement'),
        column('row', 'string', 'Row', 'The id of a row of the frame.', ({ item }) => item, {
          required: true,
        }),
      ],
    }),
  ]
}

function judgementsResource(judgements: readonly Judgement[]): DataResource {
  return resourceOf({
    name: 'judgements',
    title: 'Judgements',
    description: 'Estimates of researchers for a cell of a comparison, a row for each.',
    primaryKey: ['id'],
    foreignKeys: [
      ['frame', 'frames'],
      ['case', 'cases'],
    ],
    rows: judgements,
    columns: column => [
      idColumn('judgement'),
      column('frame', 'string', 'Frame', 'The id of the frame.', ({ frame }) => frame, { required: true }),
      column('case', 'string', 'Case', 'The id of the case.', judgement => judgement.case, {
        required: true,
      }),
      column('state', 'string', 'State', 'What the estimate is.', ({ state }) => state, {
        required: true,
        enum: judgementStates,
      }),
      ...labelColumns<Judgement>('heading', 'Heading', ({ heading }) => heading),
      column('reasons', 'string', 'Reasons', 'What the estimate rests on.', ({ reasons }) => reasons),
      ...madeColumns,
    ],
  })
}
