import type { Study, Value } from '@codeerbank/core'
import { type DataResource, labelColumns, resourceOf } from './data-resource.ts'
import { idColumn } from './shared-columns.ts'

const attributed = ['case', 'source', 'participant'] as const

/** What is studied and by whom: the study, its variables with their values, coders, cases and participants. */
export function frameworkResources(study: Study): readonly DataResource[] {
  return [
    resourceOf({
      name: 'study',
      title: 'Study',
      description: 'The study itself, in one row.',
      primaryKey: [],
      rows: [study],
      columns: column => [
        ...labelColumns<Study>('title', 'Title', ({ title }) => title),
        column(
          'language',
          'string',
          'Language',
          'The language in which the study shows its labels.',
          ({ language }) => language,
          { required: true, enum: ['nl', 'en'] },
        ),
      ],
    }),
    variablesResource(study),
    valuesResource(study),
    resourceOf({
      name: 'coders',
      title: 'Coders',
      description: 'Who codes, a row a person.',
      primaryKey: ['id'],
      rows: study.coders,
      columns: column => [
        idColumn('coder'),
        column('label', 'string', 'Name', 'What the coder is called.', ({ label }) => label),
      ],
    }),
    resourceOf({
      name: 'cases',
      title: 'Cases',
      description:
        'The partnerships, neighbourhoods or organisations that are compared, in their declared order.',
      primaryKey: ['id'],
      rows: study.cases,
      columns: () => [
        idColumn('case'),
        ...labelColumns<Study['cases'][number]>('label', 'Label', ({ label }) => label),
      ],
    }),
    participantsResource(study),
  ]
}

function variablesResource({ variables }: Study): DataResource {
  return resourceOf({
    name: 'variables',
    title: 'Variables',
    description: 'Attributes of cases, sources or participants, a row a variable.',
    primaryKey: ['id'],
    rows: variables,
    columns: column => [
      idColumn('variable'),
      ...labelColumns<Study['variables'][number]>('label', 'Label', ({ label }) => label),
      column('on', 'string', 'On', 'What the variable is an attribute of.', ({ on }) => on, {
        required: true,
        enum: attributed,
      }),
      column('type', 'string', 'Type', 'What kind of values the variable has.', ({ type }) => type, {
        required: true,
        enum: ['text', 'number', 'boolean', 'date'],
      }),
    ],
  })
}

type Attributed = readonly {
  readonly id: string
  readonly values?: Readonly<Record<string, Value>>
}[]

function valuesResource({ cases, sources, participants }: Study): DataResource {
  const valuesOf = (on: (typeof attributed)[number], items: Attributed) =>
    items.flatMap(({ id, values = {} }) =>
      Object.entries(values).map(([variable, value]) => ({ on, item: id, variable, value })),
    )
  return resourceOf({
    name: 'values',
    title: 'Values',
    description: 'What value a variable has for a case, source or participant, a row a value.',
    primaryKey: ['on', 'item', 'variable'],
    rows: [
      ...valuesOf('case', cases),
      ...valuesOf('source', sources),
      ...valuesOf('participant', participants),
    ],
    columns: column => [
      column('on', 'string', 'On', 'What the item is.', ({ on }) => on, {
        required: true,
        enum: attributed,
      }),
      column('item', 'string', 'Item', 'The id of the case, source or participant.', ({ item }) => item, {
        required: true,
      }),
      column(
        'variable',
        'string',
        'Variable',
        'The id of the variable, in the table of variables where it is declared.',
        ({ variable }) => variable,
        { required: true },
      ),
      column(
        'type',
        'string',
        'Type',
        'How the value is to be read; a missing one has no value.',
        ({ value }) => typeOf(value),
        { required: true, enum: ['text', 'number', 'boolean', 'missing'] },
      ),
      column(
        'value',
        'string',
        'Value',
        'The value as text: a number with a point, a truth as true or false.',
        ({ value }) => (value === null ? null : String(value)),
      ),
    ],
  })
}

function typeOf(value: Value): 'text' | 'number' | 'boolean' | 'missing' {
  if (value === null) return 'missing'
  return typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'text'
}

function participantsResource({ participants }: Study): DataResource {
  return resourceOf({
    name: 'participants',
    title: 'Participants',
    description: 'Who speaks or is observed, a row a person or a group that speaks as one.',
    primaryKey: ['id'],
    foreignKeys: [['case', 'cases']],
    rows: participants,
    columns: column => [
      idColumn('participant'),
      column(
        'label',
        'string',
        'Label',
        'What the participant is called in the study.',
        ({ label }) => label,
      ),
      column(
        'case',
        'string',
        'Case',
        'The id of the case that the participant belongs to; empty where it belongs to none.',
        participant => participant.case,
      ),
      column(
        'organisation',
        'string',
        'Organisation',
        'The organisation that the participant works for.',
        ({ organisation }) => organisation,
      ),
      column(
        'function',
        'string',
        'Function',
        'What the participant does there.',
        participant => participant.function,
      ),
      column('note', 'string', 'Note', 'What a researcher noted of the participant.', ({ note }) => note),
    ],
  })
}
