import { type Code, codeLevels, codeOrigins, type Study } from '@codeerbank/core'
import { type DataResource, labelColumns, resourceOf } from './data-resource.ts'
import { frameResources } from './frame-resources.ts'
import { idColumn, numbered, positionColumn } from './shared-columns.ts'

/** The codes, and the frames by which cases are compared. */
export function codebookResources({ codes, frames }: Study): readonly DataResource[] {
  return [
    codesResource(codes),
    resourceOf({
      name: 'code-literature',
      title: 'Literature of codes',
      description: 'The publications that a code comes from, a row for each.',
      primaryKey: ['code', 'position'],
      foreignKeys: [['code', 'codes']],
      rows: numbered(codes, code => code.literature ?? []),
      columns: column => [
        column('code', 'string', 'Code', 'The id of the code.', ({ of }) => of.id, { required: true }),
        positionColumn('code'),
        column(
          'reference',
          'string',
          'Reference',
          'The publication, as the codebook names it.',
          ({ item }) => item,
        ),
      ],
    }),
    ...frameResources(frames),
  ]
}

function codesResource(codes: readonly Code[]): DataResource {
  return resourceOf({
    name: 'codes',
    title: 'Codes',
    description:
      'The codebook, a row a code, in its declared order: among the codes of one parent this order holds.',
    primaryKey: ['id'],
    foreignKeys: [['parent', 'codes']],
    rows: codes,
    columns: column => [
      idColumn('code'),
      ...labelColumns<Code>('label', 'Label', ({ label }) => label),
      column(
        'parent',
        'string',
        'Parent',
        'The id of the code above it; empty at the top.',
        ({ parent }) => parent,
      ),
      column(
        'level',
        'string',
        'Level',
        'The level of the codebook that it stands on.',
        ({ level }) => level,
        { required: true, enum: codeLevels },
      ),
      column(
        'origin',
        'string',
        'Origin',
        'Where the code comes from: before coding, from the material, or as a row of a comparison.',
        ({ origin }) => origin,
        { required: true, enum: codeOrigins },
      ),
      ...labelColumns<Code>('definition', 'Definition', ({ definition }) => definition),
      ...labelColumns<Code>('qualifier', 'Qualifier', ({ qualifier }) => qualifier),
      column('color', 'string', 'Colour', 'The colour of the code, as #rrggbb.', ({ color }) => color),
      column(
        'version',
        'integer',
        'Version',
        'How many definitions the code has had, from 1.',
        ({ version }) => version,
        { required: true, minimum: 1 },
      ),
      column(
        'retired',
        'boolean',
        'Retired',
        'Whether the code is no longer used for coding.',
        ({ retired }) => retired,
      ),
      column(
        'merged_into',
        'string',
        'Merged into',
        'The id of the code that this one was merged into, where it was.',
        ({ mergedInto }) => mergedInto,
      ),
    ],
  })
}
