import { byId, indexText, type Study, type TextIndex, toCodePoints } from '@codeerbank/core'
import { type DataResource, resourceOf } from './data-resource.ts'
import { codeVersionColumn, idColumn, madeColumns, sourceColumn, timeColumn } from './shared-columns.ts'

/** What was marked: segments, their codings, and what was looked for. */
export function codingResources(study: Study): readonly DataResource[] {
  return [segmentsResource(study), codingsResource(study), screeningsResource(study)]
}

function segmentsResource({ segments, sources }: Study): DataResource {
  const indexes = new Map<string, TextIndex>()
  const characters = (id: string, offset: number) => {
    const text = byId(sources, id)?.text ?? ''
    const index = indexes.get(id) ?? indexText(text)
    indexes.set(id, index)
    return toCodePoints(index, Math.min(offset, text.length))
  }
  const offset = { required: true, minimum: 0 }
  return resourceOf({
    name: 'segments',
    title: 'Segments',
    description: 'Stretches of a text that were marked (quotations), a row for each.',
    primaryKey: ['id'],
    foreignKeys: [['source', 'sources']],
    rows: segments,
    columns: column => [
      idColumn('segment'),
      sourceColumn,
      column(
        'start',
        'integer',
        'Start',
        'Where the segment begins in its text, in UTF-16 units from 0.',
        ({ start }) => start,
        offset,
      ),
      column('end', 'integer', 'End', 'Where it ends, in UTF-16 units, exclusive.', ({ end }) => end, offset),
      column(
        'start_character',
        'integer',
        'Start, characters',
        'Where it begins, in Unicode code points from 0, as Python and R count.',
        ({ source, start }) => characters(source, start),
        offset,
      ),
      column(
        'end_character',
        'integer',
        'End, characters',
        'Where it ends, in Unicode code points, exclusive.',
        ({ source, end }) => characters(source, end),
        offset,
      ),
      column('quote', 'string', 'Quote', 'The words of the segment.', ({ quote }) => quote),
      column(
        'prefix',
        'string',
        'Prefix',
        'Some text before it, by which it is found again.',
        ({ prefix }) => prefix,
      ),
      column('suffix', 'string', 'Suffix', 'Some text after it.', ({ suffix }) => suffix),
      ...madeColumns,
      column('comment', 'string', 'Comment', 'What was noted of the segment.', ({ comment }) => comment),
      column(
        'verdict',
        'string',
        'Verdict',
        'What became of the segment when its text was last corrected; empty where nothing is in doubt.',
        ({ verdict }) => verdict,
        { enum: ['changed', 'lost'] },
      ),
    ],
  })
}

function codingsResource({ codings }: Study): DataResource {
  return resourceOf({
    name: 'codings',
    title: 'Codings',
    description: 'One code on one segment by one coder, a row for each.',
    primaryKey: ['id'],
    foreignKeys: [
      ['segment', 'segments'],
      ['code', 'codes'],
      ['coder', 'coders'],
    ],
    rows: codings,
    columns: column => [
      idColumn('coding'),
      column('segment', 'string', 'Segment', 'The id of the segment.', ({ segment }) => segment, {
        required: true,
      }),
      column('code', 'string', 'Code', 'The id of the code.', ({ code }) => code, { required: true }),
      column('coder', 'string', 'Coder', 'The id of the coder.', ({ coder }) => coder, { required: true }),
      timeColumn,
      codeVersionColumn,
      column(
        'stance',
        'string',
        'Stance',
        'Whether the segment bears the code out or speaks against it.',
        ({ stance }) => stance ?? 'supports',
        { required: true, enum: ['supports', 'contradicts'] },
      ),
      column('memo', 'string', 'Memo', 'What the coder noted.', ({ memo }) => memo),
    ],
  })
}

function screeningsResource({ screenings }: Study): DataResource {
  return resourceOf({
    name: 'screenings',
    title: 'Screenings',
    description:
      'That a coder read a source with a code in mind: where the code is absent, it was looked for.',
    primaryKey: ['id'],
    foreignKeys: [
      ['source', 'sources'],
      ['code', 'codes'],
      ['by', 'coders'],
    ],
    rows: screenings,
    columns: column => [
      idColumn('screening'),
      sourceColumn,
      column(
        'code',
        'string',
        'Code',
        'The id of the code; all codes below it were looked for too.',
        ({ code }) => code,
        { required: true },
      ),
      codeVersionColumn,
      ...madeColumns,
    ],
  })
}
