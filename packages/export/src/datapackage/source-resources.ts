import type { Source, Study } from '@codeerbank/core'
import { type DataResource, resourceOf } from './data-resource.ts'
import { numbered, positionColumn, sourceColumn } from './shared-columns.ts'
import { sourceTable } from './source-table.ts'

/** What was read: the sources, their texts, participants, topics and turns, and what was observed. */
export function sourceResources({ sources }: Study): readonly DataResource[] {
  return [
    sourceTable(sources),
    resourceOf({
      name: 'texts',
      title: 'Texts',
      description: 'The text of every source, line ends as LF; all offsets count into it.',
      primaryKey: ['source'],
      foreignKeys: [['source', 'sources']],
      rows: sources.map(({ id, text }) => ({ source: id, text })),
      columns: column => [
        sourceColumn,
        column('text', 'string', 'Text', 'The whole text.', ({ text }) => text),
      ],
    }),
    resourceOf({
      name: 'source-participants',
      title: 'Participants of sources',
      description: 'Who was interviewed, met, or attended, a row for each in a source.',
      primaryKey: ['source', 'position'],
      foreignKeys: [
        ['source', 'sources'],
        ['participant', 'participants'],
      ],
      rows: listed(sources, source => source.participants),
      columns: column => [
        sourceColumn,
        positionColumn('source'),
        column('participant', 'string', 'Participant', 'The id of the participant.', ({ item }) => item, {
          required: true,
        }),
      ],
    }),
    resourceOf({
      name: 'source-topics',
      title: 'Topics of sources',
      description: 'The sections of the topic list that were asked, a row for each in a source.',
      primaryKey: ['source', 'position'],
      foreignKeys: [['source', 'sources']],
      rows: listed(sources, source => source.topics ?? []),
      columns: column => [
        sourceColumn,
        positionColumn('source'),
        column('topic', 'string', 'Topic', 'A section of the topic list.', ({ item }) => item),
      ],
    }),
    turnsResource(sources),
    observationsResource(sources),
  ]
}

/** The rows of lists within sources. */
function listed<Item>(sources: readonly Source[], list: (source: Source) => readonly Item[]) {
  return numbered(sources, list).map(({ of, position, item }) => ({ source: of.id, position, item }))
}

function turnsResource(sources: readonly Source[]): DataResource {
  return resourceOf({
    name: 'turns',
    title: 'Turns',
    description: 'Stretches of a text by one speaker, in the order of the text.',
    primaryKey: ['source', 'position'],
    foreignKeys: [
      ['source', 'sources'],
      ['participant', 'participants'],
    ],
    rows: listed(sources, source => source.turns),
    columns: column => [
      sourceColumn,
      positionColumn('source'),
      column(
        'start',
        'integer',
        'Start',
        'Where the words begin, in UTF-16 units from 0.',
        ({ item }) => item.start,
        { required: true, minimum: 0 },
      ),
      column(
        'end',
        'integer',
        'End',
        'Where the words end, in UTF-16 units, exclusive.',
        ({ item }) => item.end,
        { required: true, minimum: 0 },
      ),
      column(
        'speaker',
        'string',
        'Speaker',
        'The label of the speaker, as the transcript has it.',
        ({ item }) => item.speaker,
      ),
      column('role', 'string', 'Role', 'What the speaker is here.', ({ item }) => item.role, {
        required: true,
        enum: ['participant', 'interviewer', 'unknown'],
      }),
      column(
        'participant',
        'string',
        'Participant',
        'The id of the participant who speaks, where that is known.',
        ({ item }) => item.participant,
      ),
      column(
        'time',
        'number',
        'Time',
        'When the turn begins, in seconds of the recording.',
        ({ item }) => item.time,
        { minimum: 0 },
      ),
      column(
        'time_end',
        'number',
        'End time',
        'When the turn ends, in seconds of the recording.',
        ({ item }) => item.timeEnd,
        { minimum: 0 },
      ),
    ],
  })
}

function observationsResource(sources: readonly Source[]): DataResource {
  return resourceOf({
    name: 'observations',
    title: 'Observations',
    description: 'Observation schemas filled in: what was seen of each actor, by indicator.',
    primaryKey: ['source', 'row', 'column'],
    foreignKeys: [['source', 'sources']],
    rows: sources.flatMap(({ id, grid }) =>
      (grid?.indicators ?? []).flatMap(({ part, label, values }, i) =>
        (grid?.actors ?? []).map((actor, j) => ({
          source: id,
          row: i + 1,
          column: j + 1,
          part,
          label,
          actor,
          seen: values[j] ?? null,
        })),
      ),
    ),
    columns: column => [
      sourceColumn,
      column('row', 'integer', 'Row', 'The row of the schema, from 1: one indicator.', ({ row }) => row, {
        required: true,
        minimum: 1,
      }),
      column(
        'column',
        'integer',
        'Column',
        'The column of the schema, from 1: one actor.',
        observation => observation.column,
        { required: true, minimum: 1 },
      ),
      column(
        'part',
        'string',
        'Part',
        'The part of the schema that the indicator is in.',
        ({ part }) => part,
        {
          required: true,
          enum: ['non-verbal', 'verbal'],
        },
      ),
      column('indicator', 'string', 'Indicator', 'What was looked for.', ({ label }) => label),
      column('actor', 'string', 'Actor', 'Who was looked at.', ({ actor }) => actor),
      column('seen', 'string', 'Seen', 'What was seen; empty where nothing was.', ({ seen }) => seen),
    ],
  })
}
