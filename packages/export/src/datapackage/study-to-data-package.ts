import { createHash } from 'node:crypto'
import { writeArchive } from '@codeerbank/archive'
import { codebookVersion } from '@codeerbank/codebook'
import { emptyStudy, labelText, type Study } from '@codeerbank/core'
import { writeCsv } from '../write-csv.ts'
import { codebookResources } from './codebook-resources.ts'
import { codingResources } from './coding-resources.ts'
import type { DataResource, Field } from './data-resource.ts'
import { frameworkResources } from './framework-resources.ts'
import { inquiryResources } from './inquiry-resources.ts'
import { noteResources } from './note-resources.ts'
import { sourceResources } from './source-resources.ts'

export interface DataPackageOptions {
  /**
   * Whether a text that a spreadsheet would run as a formula gets an apostrophe before it, as in all CSV files of this
   * program (default). The descriptions say how to take it away; without the guard every value stands as it is.
   */
  readonly guard?: boolean
}

/** A file of a data package, by its path in the package. */
export interface DataPackageFile {
  readonly name: string
  readonly content: string
}

/**
 * Writes a whole study as a Frictionless Data Package (Data Package Standard 2.0, datapackage.org): a CSV file a kind of
 * thing, every value of the study in one of them, and a `datapackage.json` that says of every column what it holds, and of
 * every file its size and SHA-256. Licences and contributors are for the researcher to add. The same study gives the
 * same files anywhere.
 */
export async function studyToDataPackage(
  study: Study,
  { guard = true }: DataPackageOptions = {},
): Promise<readonly DataPackageFile[]> {
  const files = await Promise.all(
    resourcesOf(study).map(async resource => {
      const head = resource.fields.map(field => field.name)
      const content = await writeCsv(head, resource.rows, { guard })
      return { resource, name: `${resource.name}.csv`, content }
    }),
  )
  const title = labelText(study.title, study.language)
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: nameOf(title),
    title,
    ...(study.frozen === undefined ? {} : { codebook: { ...study.frozen, version: codebookVersion(study) } }),
    description: guard ? `${about} ${guardNote}` : about,
    resources: files.map(({ resource, name, content }) => describe(resource, name, content, guard)),
  }
  return [
    { name: descriptorName, content: `${JSON.stringify(descriptor, null, 2)}\n` },
    ...files.map(({ name, content }) => ({ name, content })),
  ]
}

/** The names of the files of a data package: they are the same for every study. */
export function dataPackageFileNames(): readonly string[] {
  return [descriptorName, ...resourcesOf(emptyStudy).map(({ name }) => `${name}.csv`)]
}

function resourcesOf(study: Study): readonly DataResource[] {
  return [
    ...frameworkResources(study),
    ...sourceResources(study),
    ...codebookResources(study),
    ...codingResources(study),
    ...noteResources(study),
    ...inquiryResources(study),
  ]
}

/** Writes the same as one ZIP archive. */
export async function studyToDataPackageZip(
  study: Study,
  options: DataPackageOptions = {},
): Promise<Uint8Array> {
  return writeArchive(await studyToDataPackage(study, options))
}

const descriptorName = 'datapackage.json'

const about =
  'A qualitative study with its sources, codebook and codings, a table for each kind of thing. An empty cell is no value.'
const guardNote =
  "So that no spreadsheet runs a text as a formula, a text that begins with = + - @, a tab, a carriage return, a line feed, a zero byte or the full-width forms ＝ ＋ － ＠, also behind apostrophes, has one more apostrophe before it. To read the text as it was, take away the first character of every text that matches ^'+[=+\\-@\\t\\r\\n\\0＝＋－＠]."
const columnNote = 'An apostrophe may guard the value: see the description of the package.'

function describe(resource: DataResource, path: string, content: string, guard: boolean): object {
  const { name, title, description, fields, primaryKey, foreignKeys } = resource
  return {
    $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
    name,
    type: 'table',
    path,
    title,
    description,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: Buffer.byteLength(content),
    hash: `sha256:${createHash('sha256').update(content).digest('hex')}`,
    dialect: {
      $schema: 'https://datapackage.org/profiles/2.0/tabledialect.json',
      delimiter: ',',
      lineTerminator: '\n',
      quoteChar: '"',
      doubleQuote: true,
      header: true,
    },
    schema: {
      $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
      fields: fields.map(field => fieldOf(field, guard)),
      missingValues: [''],
      ...(primaryKey.length === 0 ? {} : { primaryKey }),
      ...(foreignKeys.length === 0
        ? {}
        : {
            foreignKeys: foreignKeys.map(key => ({
              fields: key.fields,
              reference: { resource: key.resource, fields: key.references },
            })),
          }),
    },
  }
}

function fieldOf(
  { name, type, format = 'default', title, description, ...constraints }: Field,
  guard: boolean,
): object {
  const guarded = guard && type === 'string' && constraints.enum === undefined
  return {
    name,
    type,
    format,
    title,
    description: guarded ? `${description} ${columnNote}` : description,
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
  }
}

/** A name that can stand in an address. */
function nameOf(title: string): string {
  const name = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return name === '' ? 'study' : name
}
