import { type Claim, claimStates, type SavedQuery, type Study, type Summary } from '@codeerbank/core'
import { type DataResource, labelColumns, resourceOf } from './data-resource.ts'
import { codeVersionColumn, idColumn, madeColumns, numbered, positionColumn } from './shared-columns.ts'

/** What is stated about the codings: claims, saved queries, and summaries with what they cite. */
export function inquiryResources({ claims, queries, summaries }: Study): readonly DataResource[] {
  return [
    ...claimResources(claims),
    resourceOf({
      name: 'queries',
      title: 'Queries',
      description: 'Saved queries over the codings, in text form.',
      primaryKey: ['id'],
      rows: queries,
      columns: column => [
        idColumn('query'),
        ...labelColumns<SavedQuery>('label', 'Label', ({ label }) => label),
        column('text', 'string', 'Query', 'The query.', ({ text }) => text),
      ],
    }),
    ...summaryResources(summaries),
  ]
}

function claimResources(claims: readonly Claim[]): readonly DataResource[] {
  return [
    resourceOf({
      name: 'claims',
      title: 'Claims',
      description: 'Claims across cases, each with a rule fixed before the codings are counted.',
      primaryKey: ['id'],
      rows: claims,
      columns: column => [
        idColumn('claim'),
        ...labelColumns<Claim>('text', 'Claim', ({ text }) => text),
        column(
          'voices',
          'integer',
          'Voices',
          'How many independent voices a case needs to bear the claim out; 2 where that is not said.',
          ({ voices }) => voices,
        ),
        column(
          'recorded',
          'string',
          'Recorded state',
          'What the state was when it was last looked at.',
          ({ recorded }) => recorded,
          { enum: claimStates },
        ),
        ...madeColumns,
      ],
    }),
    resourceOf({
      name: 'claim-rules',
      title: 'Rules of claims',
      description: 'How a claim is tested in a case, a row for each: queries in text form.',
      primaryKey: ['claim', 'position'],
      foreignKeys: [
        ['claim', 'claims'],
        ['case', 'cases'],
      ],
      rows: numbered(claims, ({ rules }) => rules),
      columns: column => [
        column('claim', 'string', 'Claim', 'The id of the claim.', ({ of }) => of.id, { required: true }),
        positionColumn('claim'),
        column('case', 'string', 'Case', 'The id of the case.', ({ item }) => item.case, { required: true }),
        column(
          'supports',
          'string',
          'Supports',
          'The query for what bears the claim out.',
          ({ item }) => item.supports,
        ),
        column(
          'contradicts',
          'string',
          'Contradicts',
          'The query for what speaks against it.',
          ({ item }) => item.contradicts,
        ),
      ],
    }),
  ]
}

function summaryResources(summaries: readonly Summary[]): readonly DataResource[] {
  return [
    resourceOf({
      name: 'summaries',
      title: 'Summaries',
      description: 'Cells of a framework matrix in words, a row for each.',
      primaryKey: ['id'],
      foreignKeys: [
        ['frame', 'frames'],
        ['case', 'cases'],
      ],
      rows: summaries,
      columns: column => [
        idColumn('summary'),
        column('frame', 'string', 'Frame', 'The id of the frame.', ({ frame }) => frame, { required: true }),
        column('row', 'string', 'Row', 'The id of the row of the frame.', ({ row }) => row, {
          required: true,
        }),
        column('case', 'string', 'Case', 'The id of the case.', summary => summary.case, { required: true }),
        column('text', 'string', 'Text', 'What a researcher makes of it.', ({ text }) => text),
        ...madeColumns,
      ],
    }),
    resourceOf({
      name: 'citations',
      title: 'Citations',
      description: 'The codings that a summary rests on, as they were when it was written, a row for each.',
      primaryKey: ['summary', 'position'],
      foreignKeys: [['summary', 'summaries']],
      rows: numbered(summaries, ({ cites }) => cites).map(cited => ({
        ...cited,
        codeVersion: cited.item.codeVersion,
      })),
      columns: column => [
        column('summary', 'string', 'Summary', 'The id of the summary.', ({ of }) => of.id, {
          required: true,
        }),
        positionColumn('summary'),
        column(
          'coding',
          'string',
          'Coding',
          'The id of the coding, which may have been withdrawn since.',
          ({ item }) => item.coding,
          { required: true },
        ),
        column('quote', 'string', 'Quote', 'The words, as they were.', ({ item }) => item.quote),
        codeVersionColumn,
      ],
    }),
  ]
}
