import { interviewForms, type Source, sourceKinds } from '@codeerbank/core'
import { type DataResource, resourceOf } from './data-resource.ts'
import { idColumn } from './shared-columns.ts'

/** The sources, without their texts. */
export function sourceTable(sources: readonly Source[]): DataResource {
  return resourceOf({
    name: 'sources',
    title: 'Sources',
    description:
      'Transcripts, observation reports and fieldwork notes, in their declared order, without their texts.',
    primaryKey: ['id'],
    foreignKeys: [['case', 'cases']],
    rows: sources,
    columns: column => [
      idColumn('source'),
      column('title', 'string', 'Title', 'What the source is called.', ({ title }) => title),
      column('kind', 'string', 'Kind', 'What kind of source it is.', ({ kind }) => kind, {
        required: true,
        enum: sourceKinds,
      }),
      column('form', 'string', 'Form', 'What form an interview had.', ({ form }) => form, {
        enum: interviewForms,
      }),
      column(
        'case',
        'string',
        'Case',
        'The id of the case that the source belongs to.',
        source => source.case,
        { required: true },
      ),
      column('date', 'date', 'Date', 'The day of the interview, meeting or visit.', ({ date }) => date),
      column(
        'activities',
        'integer',
        'Activities',
        'How many activities the source reports; 1 where that is not said.',
        ({ activities }) => activities,
        { minimum: 1 },
      ),
      column(
        'language',
        'string',
        'Language',
        'The language of the text, where it is known.',
        ({ language }) => language,
        { enum: ['nl', 'en'] },
      ),
      column(
        'impression',
        'string',
        'General impression',
        'The general impression of an observed meeting.',
        ({ grid }) => grid?.generalImpression,
      ),
      column('file', 'string', 'File', 'The file that the text was read from.', ({ origin }) => origin?.file),
      column(
        'line',
        'integer',
        'Line',
        'The line of that file on which the text begins, from 1.',
        ({ origin }) => origin?.line,
        { minimum: 1 },
      ),
      column('format', 'string', 'Format', 'The format of that file.', ({ origin }) => origin?.format),
      column(
        'sha256',
        'string',
        'SHA-256',
        'The SHA-256 of the bytes of that file, in hexadecimal.',
        ({ origin }) => origin?.sha256,
      ),
    ],
  })
}
